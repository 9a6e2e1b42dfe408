"""Requests that AWS refuses for their form before it looks for what they name: a member is missing or of another kind.

Read from the models that the SDKs are made of (botocore); moto takes what it gets. The JSON services are held to names
and types, the Query services to the members that must be there. What a model does not know is passed over, as on AWS.
What no model says stands here by itself: members that exclude each other, and ARNs of another cluster than the call's.
"""

import json
import re
from functools import cache
from typing import Any
from xml.etree import ElementTree

import botocore.session
from botocore.validate import ParamValidator

from .answers import Answer, refusal
from .gate import Call

JSON_MODELS = {
    "acm": "acm",
    "ecr": "ecr",
    "ecs": "ecs",
    "kms": "kms",
    "logs": "logs",
    "secretsmanager": "secretsmanager",
    "ssm": "ssm",
}
QUERY_MODELS = {"elasticloadbalancing": "elbv2", "iam": "iam", "rds": "rds", "sns": "sns", "sts": "sts"}
# REST services whose bodies are XML, and what they say of one that is not; S3's objects may be anything.
XML = {"cloudfront": "MalformedXML", "route53": "InvalidInput", "s3": "MalformedXML"}
NO_XML = {"", "partNumber", "policy", "uploadId", "versionId", "x-id"}
# A request has one of them at most (FilterLogEvents, CloudWatch Logs API Reference, which does not tell the words).
EITHER = ("logGroupName", "logGroupIdentifier")
# Members of ECS's requests that are names, or ARNs with the cluster in them.
ON_CLUSTER = ("service", "serviceName", "services", "task", "tasks")
LONG_ARN = re.compile(r"arn:aws:ecs:[^:]*:[^:]*:(service|task)/[^/]+/[^/]+")
# Filled in by SDKs themselves, so not in every request.
GENERATED = {"ClientRequestToken", "clientToken", "clientRequestToken"}


def check(call: Call) -> Answer | None:
    """The refusal of a request that is not one of its operation's, or None."""
    if call.service in JSON_MODELS and "x-amz-target" in call.headers:
        return of_json(call)
    if call.service in XML:
        return of_xml(call)
    return of_form(call) if call.service in QUERY_MODELS else None


@cache
def operations(model: str) -> Any:
    """A service's model; loaded when it is first asked for."""
    return botocore.session.get_session().get_service_model(model)


def warm_up() -> None:
    """Read the models before the first fork, so that all share them."""
    for model in (*JSON_MODELS.values(), *QUERY_MODELS.values()):
        operations(model)


def input_of(call: Call, model: str) -> Any | None:
    """The shape of an operation's input."""
    service = operations(model)
    return service.operation_model(call.operation).input_shape if call.operation in service.operation_names else None


def of_json(call: Call) -> Answer | None:
    """Names and types, to the last member."""
    try:
        sent = json.loads(call.body or b"{}")
    except ValueError as error:
        return refusal(call.service, 400, "SerializationException", f"The body is no JSON: {error}")
    if not isinstance(sent, dict):
        return refusal(call.service, 400, "SerializationException", "The body is no JSON object.")
    return of_members(call, sent) or of_alternatives(call) or of_cluster(call)


def of_members(call: Call, sent: dict[str, Any]) -> Answer | None:
    """The model's word on a JSON body."""
    shape = input_of(call, JSON_MODELS[call.service])
    if shape is None:
        return None
    for kind, name, details in ParamValidator().validate(sent, shape)._errors:
        place = name.lstrip(".")
        if kind == "invalid type" and details["param"] is not None:
            return refusal(call.service, 400, "SerializationException", f"{place} is not of its type.")
        if kind == "missing required field" and details["required_name"] not in GENERATED:
            return missing(call, details["required_name"])
    return None


def of_alternatives(call: Call) -> Answer | None:
    """A group by its name or by its ARN, not both."""
    if call.service != "logs" or not all(call.data.get(name) for name in EITHER):
        return None
    reason = f"You can specify either {' or '.join(EITHER)}, but not both."
    return refusal(call.service, 400, "InvalidParameterException", reason)


def of_cluster(call: Call) -> Answer | None:
    """Services and tasks by ARN are of the cluster that the request is about, `default` when it names none."""
    if call.service != "ecs":
        return None
    cluster = str(call.data.get("cluster") or "default").rpartition("/")[2]
    given = [call.data.get(member) or [] for member in ON_CLUSTER]
    named = [name for one in given for name in (one if isinstance(one, list) else [one])]
    theirs = [str(name).split("/")[1] for name in named if LONG_ARN.fullmatch(str(name))]
    other = next((one for one in theirs if one != cluster), None)
    if other is None:
        return None
    reason = f"Invalid identifier: Identifier is for cluster {other}. Your cluster is {cluster}"
    return refusal(call.service, 400, "InvalidParameterException", reason)


def of_xml(call: Call) -> Answer | None:
    """A document that can be read."""
    is_object = call.service == "s3" and set(call.query) <= NO_XML
    in_chunks = call.headers.get("x-amz-content-sha256", "").startswith("STREAMING-")
    if not call.body or call.method not in ("POST", "PUT") or is_object or in_chunks:
        return None
    try:
        ElementTree.fromstring(call.body)
    except ElementTree.ParseError:
        message = "The XML you provided was not well-formed or did not validate against our published schema"
        return refusal(call.service, 400, XML[call.service], message)
    return None


def of_form(call: Call) -> Answer | None:
    """Members that must be there; lists and structures are there by any part of them."""
    shape = input_of(call, QUERY_MODELS[call.service])
    for name in shape.required_members if shape is not None else ():
        wanted = shape.members[name].serialization.get("name", name)
        if not any(one == wanted or one.startswith(f"{wanted}.") for one in call.params):
            return missing(call, name)
    return None


def missing(call: Call, name: str) -> Answer:
    """AWS's sentence."""
    member = name[:1].lower() + name[1:]
    reason = (
        f"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null"
    )
    code = "ValidationError" if call.service in QUERY_MODELS else "ValidationException"
    return refusal(call.service, 400, code, reason)
