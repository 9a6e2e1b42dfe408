"""What an account needs before the first workflow can run: state bucket, GitHub's OIDC provider, two roles.

The lab makes them with the account's root credentials. The role that plans trusts pull requests and the main branch;
the role that applies trusts jobs of the given environments only, and both only this repository, by its id.

    PYTHONPATH=lab python -m aws.bootstrap --url http://127.0.0.1:4566 --bucket acme-state \
      --repository acme/infra --repository-id 42 --environment caliber-stg
"""

import argparse
import contextlib
import json
from dataclasses import dataclass
from typing import Any

import boto3
from botocore.config import Config

from . import role_policies
from .issuers import bare
from .requests_seen import ACCOUNT_ID, ROOT_ACCESS_KEY, ROOT_SECRET

GITHUB = "https://token.actions.githubusercontent.com"
AUDIENCE = "sts.amazonaws.com"
UNUSED_THUMBPRINT = "f" * 40  # IAM asks for one; it decides nothing for issuers whose keys are public


@dataclass(frozen=True)
class Wish:
    """What to create. `environments` may apply; Roles are named `<prefix>-<repository's name>-plan|apply`."""

    bucket: str
    repository: str
    repository_id: str
    environments: tuple[str, ...]
    issuer: str = GITHUB
    prefix: str = "caliber"
    region: str = "us-east-1"


def parse(body: dict[str, Any]) -> Wish:
    """The wish in a control request; KeyError or TypeError name what is missing."""
    known = {"repositoryId": "repository_id"}
    fields = {known.get(key, key): value for key, value in body.items()}
    environments = tuple(str(name) for name in fields.pop("environments"))
    return Wish(environments=environments, **{key: str(value) for key, value in fields.items()})


def bootstrap(url: str, wish: Wish) -> dict[str, str]:
    """Create everything in the AWS at `url`; a second call brings it to the same state.

    Repositories share the bucket and the provider; the roles are each repository's own.
    """

    def client(service: str) -> Any:
        return boto3.client(
            service,
            endpoint_url=url,
            region_name=wish.region,
            aws_access_key_id=ROOT_ACCESS_KEY,
            aws_secret_access_key=ROOT_SECRET,
            config=Config(retries={"total_max_attempts": 1}, proxies={}, s3={"addressing_style": "path"}),
        )

    create_state_bucket(client("s3"), wish)
    iam = client("iam")
    provider = create_provider(iam, wish.issuer)
    repository = f"repo:{wish.repository}"
    name = f"{wish.prefix}-{wish.repository.split('/')[-1]}"
    plan = create_role(
        iam,
        f"{name}-plan",
        trust(wish, provider, [f"{repository}:pull_request", f"{repository}:ref:refs/heads/main"]),
    )
    apply = create_role(
        iam, f"{name}-apply", trust(wish, provider, [f"{repository}:environment:{e}" for e in wish.environments])
    )
    put_policies(iam, name, wish.bucket)
    return {
        "planRole": plan,
        "applyRole": apply,
        "bucket": wish.bucket,
        "region": wish.region,
        "accountId": ACCOUNT_ID,
    }


def create_state_bucket(s3: Any, wish: Wish) -> None:
    """A versioned, encrypted bucket that can never be public."""
    elsewhere = {"CreateBucketConfiguration": {"LocationConstraint": wish.region}}
    with contextlib.suppress(s3.exceptions.BucketAlreadyOwnedByYou):
        s3.create_bucket(Bucket=wish.bucket, **({} if wish.region == "us-east-1" else elsewhere))
    s3.put_bucket_versioning(Bucket=wish.bucket, VersioningConfiguration={"Status": "Enabled"})
    s3.put_bucket_encryption(
        Bucket=wish.bucket,
        ServerSideEncryptionConfiguration={
            "Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms"}, "BucketKeyEnabled": True}]
        },
    )
    blocks = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
    s3.put_public_access_block(Bucket=wish.bucket, PublicAccessBlockConfiguration=dict.fromkeys(blocks, True))


def create_provider(iam: Any, issuer: str) -> str:
    """ARN of the issuer's IAM OIDC provider, made when there is none."""
    arn = f"arn:aws:iam::{ACCOUNT_ID}:oidc-provider/{bare(issuer)}"
    known = [provider["Arn"] for provider in iam.list_open_id_connect_providers()["OpenIDConnectProviderList"]]
    if arn not in known:
        iam.create_open_id_connect_provider(
            Url=f"https://{bare(issuer)}", ClientIDList=[AUDIENCE], ThumbprintList=[UNUSED_THUMBPRINT]
        )
    return arn


def trust(wish: Wish, provider: str, subjects: list[str]) -> str:
    """A trust policy: this issuer, this audience, this repository, exactly these subjects."""
    key = bare(wish.issuer)
    condition = {f"{key}:aud": AUDIENCE, f"{key}:repository_id": wish.repository_id, f"{key}:sub": subjects}
    statement = {
        "Effect": "Allow",
        "Principal": {"Federated": provider},
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": {"StringEquals": condition},
    }
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def create_role(iam: Any, name: str, policy: str) -> str:
    """ARN of the role, with exactly this trust policy."""
    try:
        role = iam.create_role(RoleName=name, AssumeRolePolicyDocument=policy, MaxSessionDuration=3600)
    except iam.exceptions.EntityAlreadyExistsException:
        iam.update_assume_role_policy(RoleName=name, PolicyDocument=policy)
        role = iam.get_role(RoleName=name)
    return str(role["Role"]["Arn"])


def put_policies(iam: Any, name: str, bucket: str) -> None:
    """Give the two roles exactly their policies, and the one that applies its boundary."""
    arn = f"arn:aws:iam::{ACCOUNT_ID}"
    boundary = f"{arn}:policy/{name}-apply-boundary"
    roles = [f"{arn}:role/{name}-plan", f"{arn}:role/{name}-apply"]
    put_managed_policy(iam, boundary, role_policies.boundary_policy(bucket, roles, boundary))
    iam.put_role_permissions_boundary(RoleName=f"{name}-apply", PermissionsBoundary=boundary)
    plan, apply = role_policies.plan_policy(bucket), role_policies.apply_policy(bucket)
    iam.put_role_policy(RoleName=f"{name}-plan", PolicyName="plan", PolicyDocument=plan)
    iam.put_role_policy(RoleName=f"{name}-apply", PolicyName="apply", PolicyDocument=apply)


def put_managed_policy(iam: Any, arn: str, text: str) -> None:
    """A managed policy with exactly this document; AWS keeps five versions, so a changed one is made anew."""
    try:
        iam.create_policy(PolicyName=arn.rpartition("/")[2], PolicyDocument=text)
    except iam.exceptions.EntityAlreadyExistsException:
        current = iam.get_policy(PolicyArn=arn)["Policy"]["DefaultVersionId"]
        if iam.get_policy_version(PolicyArn=arn, VersionId=current)["PolicyVersion"]["Document"] == json.loads(text):
            return
        iam.create_policy_version(PolicyArn=arn, PolicyDocument=text, SetAsDefault=True)
        iam.delete_policy_version(PolicyArn=arn, VersionId=current)


def main() -> None:
    """Create what the command line asks for and print the outcome as JSON."""
    parser = argparse.ArgumentParser(prog="aws.bootstrap", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--url", required=True)
    for name in ("bucket", "repository", "repository-id"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--environment", action="append", dest="environments", required=True)
    for name, default in (("issuer", GITHUB), ("prefix", "caliber"), ("region", "us-east-1")):
        parser.add_argument(f"--{name}", default=default)
    options = vars(parser.parse_args())
    url = options.pop("url")
    print(json.dumps(bootstrap(url, parse(options))))


if __name__ == "__main__":
    main()
