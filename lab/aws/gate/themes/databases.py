"""RDS and DocumentDB: one IAM namespace, `rds:`, and an ARN for each kind of thing.

"Actions, resources, and condition keys for Amazon RDS" (Service Authorization Reference) and "Specifying policy
elements" (Amazon DocumentDB Developer Guide): DocumentDB's calls are authorized as `rds:` actions on `rds` ARNs.
"""

from typing import Any

from ..call import Call

# Request parameter → type in the ARN, in the order in which they say what a call is about.
KINDS = (
    ("DBSnapshotIdentifier", "snapshot"),
    ("DBClusterSnapshotIdentifier", "cluster-snapshot"),
    ("DBInstanceIdentifier", "db"),
    ("DBClusterIdentifier", "cluster"),
    ("DBSubnetGroupName", "subgrp"),
    ("DBClusterParameterGroupName", "cluster-pg"),
    ("DBParameterGroupName", "pg"),
    ("OptionGroupName", "og"),
    ("SubscriptionName", "es"),
    ("DBProxyName", "db-proxy"),
    ("GlobalClusterIdentifier", "global-cluster"),
)


def resource(call: Call) -> str:
    """The thing that a request names; describing without a name is about every one of the kind."""
    named = call.parameter("ResourceName")
    if named:
        return named
    for parameter, kind in KINDS:
        name = call.parameter(parameter)
        if name:
            return name if name.startswith("arn:") else call.arn(f"{kind}:{name.lower()}", "rds")
    return "*"


def keys(call: Call) -> dict[str, Any]:
    """`rds:DatabaseEngine`, `rds:DatabaseClass`, `rds:StorageEncrypted`: what a creation asks for."""
    wanted = {
        "rds:DatabaseEngine": call.parameter("Engine"),
        "rds:DatabaseClass": call.parameter("DBInstanceClass"),
        "rds:StorageEncrypted": call.parameter("StorageEncrypted").lower(),
        "rds:ManageMasterUserPassword": call.parameter("ManageMasterUserPassword").lower(),
    }
    return {name: value for name, value in wanted.items() if value}
