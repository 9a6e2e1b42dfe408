"""RDS and DocumentDB: one IAM namespace, `rds:`, and an ARN for each kind of thing; every one that a call names counts.

"Actions, resources, and condition keys for Amazon RDS" (Service Authorization Reference), "Policy best practices" and
"Specifying policy elements" (RDS and DocumentDB guides): a creation needs the permission on the database, its subnet
group, its parameter group and its option group, also where that is the default one.
"""

from typing import Any

from moto.rds.models import rds_backends

from ..call import Call

# Request parameter → type in the ARN, in the order in which they say what a call is about.
KINDS = (
    ("TargetDBInstanceIdentifier", "db"),
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
# Describing without a name asks for every one of the kind.
ALL = {
    "DescribeDBInstances": "db:*",
    "DescribeDBClusters": "cluster:*",
    "DescribeDBSubnetGroups": "subgrp:*",
    "DescribeDBParameterGroups": "pg:*",
    "DescribeDBClusterParameterGroups": "cluster-pg:*",
    "DescribeDBSnapshots": "snapshot:*",
    "DescribeDBClusterSnapshots": "cluster-snapshot:*",
    "DescribeDBInstanceAutomatedBackups": "auto-backup:*",
    "DescribeGlobalClusters": "global-cluster:*",
}
MAKES = ("CreateDBInstance", "CreateDBCluster")
# A restore is about what it makes; what it is made from is another permission, where IAM has one for it.
RESTORES = {
    "RestoreDBClusterFromSnapshot": ("DBClusterIdentifier", "cluster"),
    "RestoreDBClusterToPointInTime": ("DBClusterIdentifier", "cluster"),
    "RestoreDBInstanceFromDBSnapshot": ("DBInstanceIdentifier", "db"),
    "RestoreDBInstanceToPointInTime": ("TargetDBInstanceIdentifier", "db"),
}
SOURCES = (
    ("SourceDBClusterIdentifier", "cluster"),
    ("SourceDBInstanceIdentifier", "db"),
    ("SnapshotIdentifier", "cluster-snapshot"),
)
FINAL = {"DeleteDBCluster": "cluster-snapshot"}


def arn(call: Call, kind: str, name: str) -> str:
    """ARN of a thing by name; global clusters have no region."""
    found = name if name.startswith("arn:") else call.arn(f"{kind}:{name.lower()}", "rds")
    return found.replace(f":{call.region}:", "::") if kind == "global-cluster" else found


def named(call: Call) -> list[str]:
    """Everything that a request names, what it is about first."""
    tagged = call.parameter("ResourceName")
    made = [RESTORES[call.operation]] if call.operation in RESTORES else []
    kinds = [*made, *(one for one in (*KINDS, *SOURCES) if one not in made)]
    found = [arn(call, kind, call.parameter(name)) for name, kind in kinds if call.parameter(name)]
    return ([tagged] if tagged else []) + found


def resource(call: Call) -> str:
    """The first of them; describing without a name is about every one of the kind."""
    found = named(call)
    if found:
        return found[0]
    kind, _, name = ALL.get(call.operation, "").partition(":")
    return arn(call, kind, name) if kind else "*"


def further(call: Call) -> list[tuple[str, str, dict[str, Any]]]:
    """The other things that a change names, an engine's own option group, the final snapshot."""
    if call.operation.startswith(("Describe", "List")):
        return []
    others = named(call)[1:]
    engine, version = engine_of(call)
    if engine not in ("", "docdb") and not call.parameter("OptionGroupName"):
        others.append(call.arn(f"og:default:{engine}-{version.partition('.')[0]}", "rds"))
    final = call.parameter("FinalDBSnapshotIdentifier")
    if final and call.operation in FINAL:
        others.append(arn(call, FINAL[call.operation], final))
    return [(call.action, other, {}) for other in others]


def engine_of(call: Call) -> tuple[str, str]:
    """Engine and version of what is made: named, or those of the instance that it is restored from."""
    if call.operation in MAKES:
        return call.parameter("Engine"), call.parameter("EngineVersion")
    if not call.operation.startswith("RestoreDBInstance"):
        return "", ""
    backend = rds_backends[call.account][call.region]
    source = backend.databases.get(call.parameter("SourceDBInstanceIdentifier"))
    source = source or backend.database_snapshots.get(call.parameter("DBSnapshotIdentifier"))
    return ("", "") if source is None else (source.engine, source.engine_version)


def keys(call: Call) -> dict[str, Any]:
    """`rds:DatabaseEngine`, `rds:DatabaseClass`, `rds:StorageEncrypted`: what a creation asks for."""
    wanted = {
        "rds:DatabaseEngine": call.parameter("Engine"),
        "rds:DatabaseName": call.parameter("DBName") or call.parameter("DatabaseName"),
        "rds:DatabaseClass": call.parameter("DBInstanceClass"),
        "rds:StorageSize": call.parameter("AllocatedStorage"),
        "rds:MultiAz": call.parameter("MultiAZ").lower(),
        "rds:StorageEncrypted": call.parameter("StorageEncrypted").lower(),
        "rds:ManageMasterUserPassword": call.parameter("ManageMasterUserPassword").lower(),
    }
    return {name: value for name, value in wanted.items() if value}
