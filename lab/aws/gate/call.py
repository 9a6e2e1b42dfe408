"""One call in the terms of IAM: action, resource and condition keys, by ministack's request classifier."""

import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import parse_qs, unquote

from ministack.core import iam_actions

from ..requests_seen import ACCOUNT_ID, Seen

# The names that requests are signed with are mostly the classifier's names of services; these are not.
SIGNED_AS = {"email": "ses", "es": "opensearch", "iotdata": "iot-data"}
# REST services that the classifier has no routes of: botocore's models give the operations' names.
REST_MODELS = {
    "guardduty": "guardduty",
    "s3control": "s3control",
    "synthetics": "synthetics",
    "xray": "xray",
}
# Operations that IAM knows by another name.
PERMISSIONS = {
    "cloudfront:CreateDistributionWithTags": "cloudfront:CreateDistribution",
    "kms:ReEncrypt": "kms:ReEncryptFrom",
    "budgets:CreateBudget": "budgets:ModifyBudget",
    "budgets:DeleteBudget": "budgets:ModifyBudget",
    "budgets:DescribeBudget": "budgets:ViewBudget",
    "budgets:DescribeBudgets": "budgets:ViewBudget",
    "budgets:UpdateBudget": "budgets:ModifyBudget",
}
NAMESPACES = {"s3control": "s3", "tagging": "tag", "monitoring": "cloudwatch"}
S3_CONTROL = "/v20180820/"
# DeleteObjects whose first object has a version; the rest of the list is themes/s3.py's.
FIRST_VERSION = re.compile(rb"(?:(?!</Object>).)*<VersionId>[^<]", re.DOTALL)

for _name, _model in REST_MODELS.items():
    iam_actions.SERVICE_TO_IAM_NAMESPACE.setdefault(_name, NAMESPACES.get(_name, _name))
    iam_actions._BOTOCORE_SERVICE_MAP.setdefault(_name, [_model])


@dataclass
class Call:
    """What the classifier and the themes look at. Header names are lower case; `params` are query and form."""

    seen: Seen
    service: str
    method: str
    path: str
    raw_path: str
    headers: dict[str, str]
    body: bytes
    query: dict[str, list[str]]
    params: dict[str, list[str]]
    action: str = ""
    account: str = field(default=ACCOUNT_ID)

    @property
    def region(self) -> str:
        """The region that the call was signed for."""
        return self.seen.region

    @property
    def operation(self) -> str:
        """The action without its service: `PutObject`."""
        return self.action.partition(":")[2]

    @cached_property
    def data(self) -> dict[str, Any]:
        """The JSON body; empty when it is none."""
        try:
            parsed = json.loads(self.body) if self.body[:1] == b"{" else {}
        except ValueError:
            return {}
        return parsed if isinstance(parsed, dict) else {}

    def parameter(self, name: str) -> str:
        """The first value of a query or form parameter; '' without one."""
        return (self.params.get(name) or [""])[0]

    def arn(self, resource: str, service: str = "") -> str:
        """ARN of something of this account and region."""
        return f"arn:aws:{service or self.service}:{self.region}:{self.account}:{resource}"


def read_call(environ: dict[str, Any], body: bytes, seen: Seen) -> Call:
    """Classify one request."""
    headers = {key[5:].replace("_", "-").lower(): value for key, value in environ.items() if key.startswith("HTTP_")}
    headers["content-type"] = environ.get("CONTENT_TYPE", "")
    if "CONTENT_LENGTH" in environ:
        headers["content-length"] = environ["CONTENT_LENGTH"]
    query = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
    is_form = headers["content-type"].startswith("application/x-www-form-urlencoded") and seen.service != "s3"
    form = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True) if is_form else {}
    raw_path = str(environ.get("RAW_URI") or environ.get("REQUEST_URI") or seen.path).partition("?")[0]
    service = SIGNED_AS.get(seen.service, seen.service)
    if service == "s3" and seen.path.startswith(S3_CONTROL):
        service = "s3control"
    path = unquote(raw_path)
    call = Call(seen, service, environ["REQUEST_METHOD"], path, raw_path, headers, body, query, {**form, **query})
    call.action = find_action(call)
    return call


def find_action(call: Call) -> str:
    """`s3:PutObject`: by the classifier, else by what the request itself names."""
    parts = call.path.split("/")
    if "operation" in parts[:-1] and call.path.startswith("/service/"):  # smithy's RPC: the path names it
        return f"{NAMESPACES.get(call.service, call.service)}:{parts[-1]}"
    found = iam_actions.extract_iam_action(call.service, call.method, call.path, call.headers, call.body, call.params)
    if found == "s3:DeleteObject" and call.method == "POST" and FIRST_VERSION.match(call.body):
        return "s3:DeleteObjectVersion"
    named = call.headers.get("x-amz-target", "").rpartition(".")[2] or call.parameter("Action")
    return (
        PERMISSIONS.get(found or "", found)
        or f"{NAMESPACES.get(call.service, call.service)}:{named or call.method + ' ' + call.path}"
    )
