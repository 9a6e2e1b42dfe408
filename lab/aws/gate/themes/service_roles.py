"""Service-linked roles: the first resource of its kind in an account makes one, in the caller's name.

"Using service-linked roles" in the guides of Elastic Load Balancing, ECS, RDS and DocumentDB: whoever makes that first
resource needs iam:CreateServiceLinkedRole, unless the role exists. The lab's account has none until somebody calls
CreateServiceLinkedRole, so that a role which lacks the permission is found out.
"""

from typing import Any

from moto.iam.models import iam_backends

from ..call import Call

NAMES = {
    "application-autoscaling": "AWSServiceRoleForApplicationAutoScaling_ECSService",
    "ecs": "AWSServiceRoleForECS",
    "elasticloadbalancing": "AWSServiceRoleForElasticLoadBalancing",
    "rds": "AWSServiceRoleForRDS",
}
FIRSTS = {
    "application-autoscaling": ("RegisterScalableTarget",),
    "ecs": ("CreateCluster", "CreateService"),
    "elasticloadbalancing": ("CreateLoadBalancer",),
    "rds": ("CreateDBCluster", "CreateDBInstance"),
}
PRINCIPALS = {"application-autoscaling": "ecs.application-autoscaling"}


def further(call: Call) -> list[tuple[str, str, dict[str, Any]]]:
    """The permission to make the role, where it is missing."""
    if call.operation not in FIRSTS.get(call.service, ()):
        return []
    principal = f"{PRINCIPALS.get(call.service, call.service)}.amazonaws.com"
    arn = f"arn:aws:iam::{call.account}:role/aws-service-role/{principal}/{NAMES[call.service]}"
    if any(role.arn == arn for role in list(iam_backends[call.account]["aws"].roles.values())):
        return []
    return [("iam:CreateServiceLinkedRole", arn, {"iam:awsservicename": principal})]
