"""Tags that a creation sets need the permission to tag, too.

"Tagging resources during creation" in each service's guide, for example "Grant permission to tag resources during
creation" (ECS, Elastic Load Balancing), CreateSecret, CreateKey and CreateTopic ("to include tags you also need …"):
the permission is asked on what is created, and `<service>:CreateAction` names the creation where the service has it.
EC2 has its own form (network.py); S3 tags buckets by a call of its own.
"""

import re
from typing import Any

from ..call import Call
from . import tags

CREATES = re.compile("^(Create|Put|Register|Request|Restore|Run|Allocate|Copy|Import)")
# Signing name → permission; IAM's depend on what is created.
PERMISSIONS = {
    "acm": "acm:AddTagsToCertificate",
    "application-autoscaling": "application-autoscaling:TagResource",
    "cloudfront": "cloudfront:TagResource",
    "ecr": "ecr:TagResource",
    "ecs": "ecs:TagResource",
    "elasticloadbalancing": "elasticloadbalancing:AddTags",
    "kms": "kms:TagResource",
    "logs": "logs:TagResource",
    "monitoring": "cloudwatch:TagResource",
    "rds": "rds:AddTagsToResource",
    "secretsmanager": "secretsmanager:TagResource",
    "sns": "sns:TagResource",
    "ssm": "ssm:AddTagsToResource",
}
OF_IAM = {
    "CreateInstanceProfile": "iam:TagInstanceProfile",
    "CreateOpenIDConnectProvider": "iam:TagOpenIDConnectProvider",
    "CreatePolicy": "iam:TagPolicy",
    "CreateRole": "iam:TagRole",
    "CreateUser": "iam:TagUser",
}
WITH_ACTION = {"ecs", "elasticloadbalancing"}
# What is created, where the call itself is judged on something else.
CREATED = {
    "CreateDistribution": "distribution/*",
    "CreateKey": "key/*",
    "RequestCertificate": "certificate/*",
    "RunTask": "task/*",
}


def further(call: Call, resource: str) -> list[tuple[str, str, dict[str, Any]]]:
    """The permission to tag, if the request sets tags."""
    permission = OF_IAM.get(call.operation) if call.service == "iam" else PERMISSIONS.get(call.service)
    if permission is None or not CREATES.match(call.operation) or not tags.requested(call):
        return []
    keys = {f"{call.service}:createaction": call.operation} if call.service in WITH_ACTION else {}
    return [(permission, created(call, resource), keys)]


def created(call: Call, resource: str) -> str:
    """ARN of what the tags are for."""
    if call.operation in CREATED:
        return call.arn(CREATED[call.operation]).replace(f":cloudfront:{call.region}:", ":cloudfront::")
    if call.operation == "CreateListener":
        return resource.replace(":loadbalancer/", ":listener/") + "/*"
    if call.operation == "CreateRule":
        return resource.replace(":listener/", ":listener-rule/") + "/*"
    return resource
