"""Names of calls: operations and permissions of AWS's services, by which a pattern can be told to be about none.

Read from the models that the SDKs are made of (botocore), and for the permissions that are named otherwise from the
request classifier. A service without a model here may have any call.
"""

import re
from functools import cache

import botocore.session
from ministack.core import iam_actions

from .gate.call import NAMESPACES, PERMISSIONS, REST_MODELS
from .requests_seen import S3_BUCKET, S3_OBJECT
from .validation import JSON_MODELS, QUERY_MODELS

MODELS = {**REST_MODELS, **JSON_MODELS, **QUERY_MODELS, "monitoring": "cloudwatch", "servicequotas": "service-quotas"}
# Permissions that are named otherwise than their operations.
PERMITS = {"apigateway": {"DELETE", "GET", "PATCH", "POST", "PUT"}, "lambda": {"InvokeFunction"}}
S3_TABLES = (
    iam_actions._S3_QUERY_ACTIONS,
    iam_actions._S3_BUCKET_QUERY_ACTIONS,
    iam_actions._S3_OBJECT_QUERY_ACTIONS,
)


def can_match(pattern: str) -> bool:
    """Whether some call has a name that the pattern matches."""
    service, _, name = pattern.partition(":")
    if "*" in service or not name:
        return True
    known = names_of(service)
    if not known:
        return service in {*iam_actions.SERVICE_TO_IAM_NAMESPACE, *NAMESPACES, *NAMESPACES.values()}
    wanted = re.compile(".*".join(re.escape(part) for part in name.split("*")))
    return any(wanted.fullmatch(one) for one in known)


@cache
def names_of(service: str) -> frozenset[str]:
    """Every name that a call of a service can have; none for a service that there is no model of."""
    session = botocore.session.get_session()
    models = [MODELS.get(service, service), *iam_actions._BOTOCORE_SERVICE_MAP.get(service, [])]
    there = [name for name in dict.fromkeys(models) if name in session.get_available_services()]
    found = {name for model in there for name in session.get_service_model(model).operation_names}
    found |= {name.partition(":")[2] for name in PERMISSIONS.values() if name.startswith(f"{service}:")}
    return frozenset(found | PERMITS.get(service, set()) | (of_s3() if service == "s3" else set()))


def of_s3() -> set[str]:
    """Permissions of S3, whose names are seldom those of its operations."""
    rows = [row for table in S3_TABLES for row in table.values()]
    tables = [iam_actions._S3_ACTIONS, iam_actions._S3_VERSIONED_ACTIONS, S3_BUCKET, S3_OBJECT, *rows]
    return {name for table in tables for name in table.values()}
