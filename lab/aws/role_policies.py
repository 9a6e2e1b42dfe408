"""What the two roles of a repository may do: the one that plans reads, the one that applies writes what stacks hold.

A stack that holds another service's resources needs a line in READS and one in WRITES. Neither role reads secrets,
parameters or data, and neither can change its own powers: the role that applies lives within a boundary.
"""

import json
from typing import Any

from .requests_seen import ACCOUNT_ID

# Terraform's refresh. Listed by name where a service's Get* would hand out data.
READS: dict[str, tuple[str, ...]] = {
    "dynamodb": ("Describe*", "ListTagsOfResource"),
    "ec2": ("Describe*", "GetManagedPrefixListEntries", "GetSecurityGroupsForVpc"),
    "ecs": ("Describe*", "List*"),
    "iam": (
        "GetInstanceProfile",
        "GetOpenIDConnectProvider",
        "GetPolicy",
        "GetPolicyVersion",
        "GetRole",
        "GetRolePolicy",
        "ListAttachedRolePolicies",
        "ListInstanceProfilesForRole",
        "ListPolicyVersions",
        "ListRolePolicies",
        "ListRoleTags",
    ),
    "kms": ("DescribeKey", "GetKeyPolicy", "GetKeyRotationStatus", "ListAliases", "ListResourceTags"),
    "logs": ("DescribeLogGroups", "ListTagsForResource", "ListTagsLogGroup"),
    "secretsmanager": ("DescribeSecret", "GetResourcePolicy"),
}
WRITES: dict[str, tuple[str, ...]] = {
    "dynamodb": (
        "CreateTable",
        "DeleteTable",
        "TagResource",
        "UntagResource",
        "UpdateContinuousBackups",
        "UpdateTable",
    ),
    "ec2": (
        "AllocateAddress",
        "AssociateRouteTable",
        "AttachInternetGateway",
        "AuthorizeSecurityGroup*",
        "CreateFlowLogs",
        "CreateInternetGateway",
        "CreateNatGateway",
        "CreateRoute",
        "CreateRouteTable",
        "CreateSecurityGroup",
        "CreateSubnet",
        "CreateTags",
        "CreateVpc",
        "CreateVpcEndpoint",
        "DeleteFlowLogs",
        "DeleteInternetGateway",
        "DeleteNatGateway",
        "DeleteRoute",
        "DeleteRouteTable",
        "DeleteSecurityGroup",
        "DeleteSubnet",
        "DeleteTags",
        "DeleteVpc",
        "DeleteVpcEndpoints",
        "DetachInternetGateway",
        "DisassociateAddress",
        "DisassociateRouteTable",
        "ModifySecurityGroupRules",
        "ModifySubnetAttribute",
        "ModifyVpcAttribute",
        "ModifyVpcEndpoint",
        "ReleaseAddress",
        "ReplaceRoute",
        "ReplaceRouteTableAssociation",
        "RevokeSecurityGroup*",
        "UpdateSecurityGroupRuleDescriptions*",
    ),
    "ecs": (
        "CreateCluster",
        "CreateService",
        "DeleteCluster",
        "DeleteService",
        "DeregisterTaskDefinition",
        "PutClusterCapacityProviders",
        "RegisterTaskDefinition",
        "TagResource",
        "UntagResource",
        "UpdateCluster",
        "UpdateClusterSettings",
        "UpdateService",
    ),
    "iam": (
        "CreateRole",
        "CreateServiceLinkedRole",
        "DeleteRole",
        "DeleteRolePolicy",
        "PutRolePolicy",
        "TagRole",
        "UntagRole",
        "UpdateAssumeRolePolicy",
        "UpdateRole",
        "UpdateRoleDescription",
    ),
    "kms": (
        "CreateAlias",
        "CreateKey",
        "Decrypt",
        "DeleteAlias",
        "EnableKeyRotation",
        "GenerateDataKey",
        "PutKeyPolicy",
        "ScheduleKeyDeletion",
        "TagResource",
        "UntagResource",
        "UpdateAlias",
        "UpdateKeyDescription",
    ),
    "logs": (
        "AssociateKmsKey",
        "CreateLogGroup",
        "DeleteLogGroup",
        "DeleteRetentionPolicy",
        "DisassociateKmsKey",
        "PutRetentionPolicy",
        "TagResource",
        "UntagResource",
    ),
    "secretsmanager": (
        "CreateSecret",
        "DeleteResourcePolicy",
        "DeleteSecret",
        "PutResourcePolicy",
        "RestoreSecret",
        "TagResource",
        "UntagResource",
        "UpdateSecret",
        "ValidateResourcePolicy",
    ),
}
# Principals that a stack's roles are for.
PASSED_TO = ("ecs-tasks.amazonaws.com", "vpc-flow-logs.amazonaws.com")


def document(*statements: dict[str, Any]) -> str:
    """A policy document."""
    return json.dumps({"Version": "2012-10-17", "Statement": statements})


def allow(sid: str, actions: list[str], resources: Any = "*", **more: Any) -> dict[str, Any]:
    """A statement that allows."""
    return {"Sid": sid, "Effect": "Allow", "Action": actions, "Resource": resources, **more}


def named(table: dict[str, tuple[str, ...]]) -> list[str]:
    """`service:Action` of a table."""
    return [f"{service}:{action}" for service, actions in table.items() for action in actions]


def plan_policy(bucket: str) -> str:
    """Reading what stacks hold, reading the state, holding its lock; a plan never writes the state itself."""
    return document(allow("ReadStacks", named(READS)), *reading_state(bucket), *holding_lock(bucket))


def apply_policy(bucket: str) -> str:
    """Everything that a plan may, writing what stacks hold and their state, and passing roles to tasks and flow logs.

    The state can be written and never deleted.
    """
    condition = {"StringEquals": {"iam:PassedToService": list(PASSED_TO)}}
    return document(
        allow("ReadStacks", named(READS)),
        allow("WriteStacks", named(WRITES)),
        allow(
            "PassRolesToTasksAndFlowLogs", ["iam:PassRole"], f"arn:aws:iam::{ACCOUNT_ID}:role/*", Condition=condition
        ),
        *reading_state(bucket),
        *holding_lock(bucket),
        allow("WriteState", ["s3:PutObject"], f"arn:aws:s3:::{bucket}/*.tfstate"),
    )


def reading_state(bucket: str) -> list[dict[str, Any]]:
    """States and workspaces, and nothing else that may lie in the bucket."""
    prefixes = {"StringLike": {"s3:prefix": ["env:/*", "*.tfstate", "*.tfstate.tflock"]}}
    return [
        allow("ListStates", ["s3:ListBucket"], f"arn:aws:s3:::{bucket}", Condition=prefixes),
        allow("ReadStates", ["s3:GetObject"], f"arn:aws:s3:::{bucket}/*.tfstate"),
    ]


def holding_lock(bucket: str) -> list[dict[str, Any]]:
    """Terraform's lock is an object beside the state."""
    actions = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
    return [allow("HoldLocks", actions, f"arn:aws:s3:::{bucket}/*.tflock")]


def boundary_policy(bucket: str, roles: list[str], boundary: str) -> str:
    """The boundary of the role that applies: whatever its policy may come to say, not these."""
    provider = f"arn:aws:iam::{ACCOUNT_ID}:oidc-provider/*"
    return document(
        allow("WithinTheAccount", ["*"]),
        deny("OwnPowers", ["iam:*"], [*roles, boundary, provider]),
        deny("People", ["iam:*User*", "iam:*AccessKey*", "iam:*Group*", "iam:*LoginProfile*", "organizations:*"]),
        deny("OtherRoles", ["sts:AssumeRole"]),
        deny("Values", ["secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue"]),
        deny("StateBucket", ["s3:DeleteBucket*", "s3:PutBucket*", "s3:DeleteObjectVersion"], f"arn:aws:s3:::{bucket}*"),
    )


def deny(sid: str, actions: list[str], resources: Any = "*") -> dict[str, Any]:
    """A statement that denies."""
    return {"Sid": sid, "Effect": "Deny", "Action": actions, "Resource": resources}
