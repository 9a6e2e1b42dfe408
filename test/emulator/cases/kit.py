"""What the case files share: clients, users with policies, and the outcome of a call: allow, deny or an error code."""

import itertools
import json
import os
import sys
import urllib.request
from collections.abc import Callable
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ACCOUNT = "123456789012"
REGION = "us-east-1"
SETTINGS = Config(
    retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}, inject_host_prefix=False, proxies={}
)
# Codes that say "you may not" or "I don't know you", in any of AWS's protocols.
DENIED = (
    "AccessDenied AuthorizationError Unauthorized InvalidClientToken SignatureDoesNotMatch InvalidSignature "
    "ExpiredToken UnrecognizedClient InvalidAccessKeyId MissingAuthenticationToken 403"
).split()

Keys = tuple[str, ...]
ROOT: Keys = ("test", os.environ.get("LAB_ROOT_SECRET", "test"))


class Lab:
    """Clients of one emulator, and the cases that were tried on it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.results: list[dict[str, str]] = []
        self._numbers = itertools.count(1)

    def client(self, service: str, keys: Keys = ROOT, region: str = REGION) -> Any:
        """A client as root, or with somebody's key, secret and token."""
        key, secret, *token = keys
        return boto3.client(
            service,
            endpoint_url=self.url,
            region_name=region,
            aws_access_key_id=key,
            aws_secret_access_key=secret,
            aws_session_token=token[0] if token else None,
            config=SETTINGS,
        )

    def user(self, name: str, *statements: dict[str, Any], boundary: str = "") -> Keys:
        """Keys of a new user with one inline policy."""
        self.client("iam").create_user(UserName=name, **({"PermissionsBoundary": boundary} if boundary else {}))
        return self.keys(name, *statements)

    def keys(self, name: str, *statements: dict[str, Any]) -> Keys:
        """Keys of a user who is there already, with one inline policy."""
        iam = self.client("iam")
        if statements:
            iam.put_user_policy(UserName=name, PolicyName="p", PolicyDocument=document(*statements))
        key = iam.create_access_key(UserName=name)["AccessKey"]
        return key["AccessKeyId"], key["SecretAccessKey"]

    def control(self, route: str) -> Any:
        """An answer of the lab's own API."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        request = urllib.request.Request(f"{self.url}/_lab/{route}", headers={"Authorization": f"Bearer {ROOT[1]}"})
        with opener.open(request) as answer:
            return json.load(answer)

    def takes(self, **durations: float) -> None:
        """How many of AWS's seconds something takes from now on."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        headers = {"Authorization": f"Bearer {ROOT[1]}", "Content-Type": "application/json"}
        data = json.dumps({"durations": durations}).encode()
        opener.open(urllib.request.Request(f"{self.url}/_lab/clock", data=data, headers=headers)).close()

    def someone(self, service: str, *statements: dict[str, Any]) -> Any:
        """A client of a new user with one inline policy."""
        return self.client(service, self.user(f"user-{next(self._numbers)}", *statements))

    def case(self, name: str, want: str, call: Callable[[], Any]) -> None:
        """Try a call; `want` is allow, deny, or an error code that is no refusal."""
        got, message = outcome(call)
        self.results.append({"name": name, "want": want, "got": got, "message": message})

    def expect(self, name: str, check: Callable[[], bool]) -> None:
        """A case that is about an answer's content."""
        got, message = outcome(check)
        got = got if got != "allow" else "so" if message == "True" else "not so"
        self.results.append({"name": name, "want": "so", "got": got, "message": message})


def outcome(call: Callable[[], Any]) -> tuple[str, str]:
    """How a call ended, in the terms of a case."""
    try:
        return "allow", str(call())[:200]
    except ClientError as error:
        code = error.response["Error"]["Code"]
        message = f"{code}: {error.response['Error'].get('Message', '')}"
        return ("deny" if any(part in code for part in DENIED) else code), message


def document(*statements: dict[str, Any]) -> str:
    """A policy document."""
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def allow(action: str | list[str], resource: str | list[str] = "*", **condition: dict[str, Any]) -> dict[str, Any]:
    """A statement that allows; keyword arguments are condition operators."""
    more = {"Condition": condition} if condition else {}
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def deny(action: str | list[str], resource: str | list[str] = "*", **condition: dict[str, Any]) -> dict[str, Any]:
    """A statement that denies."""
    return {**allow(action, resource, **condition), "Effect": "Deny"}


def arn(service: str, resource: str) -> str:
    """ARN of something in the account; IAM and S3 have no region."""
    if service == "s3":
        return f"arn:aws:s3:::{resource}"
    return f"arn:aws:{service}:{'' if service == 'iam' else REGION}:{ACCOUNT}:{resource}"


def main(cases: Callable[[Lab], None]) -> None:
    """Run the cases of a file against the URL on the command line; prints the results as JSON."""
    lab = Lab(sys.argv[1])
    cases(lab)
    print(json.dumps(lab.results))
