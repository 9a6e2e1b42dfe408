"""Restores of databases and snapshots: whom they are allowed, what is refused, and what becomes of them."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from kit import Lab, allow, arn, main

TAGS = [{"Key": "Env", "Value": "stg"}]
MASTER = {"MasterUsername": "app", "ManageMasterUserPassword": True}
POSTGRES = {"DBInstanceClass": "db.t4g.micro", "Engine": "postgres", "EngineVersion": "17", "AllocatedStorage": 20}
LATEST = {"UseLatestRestorableTime": True}


def cases(lab: Lab) -> None:
    """Clusters, then instances."""
    # Four seconds of ours: a busy machine looks before anything is ready, too.
    lab.takes(restoring=240, snapshotting=240)
    groups(lab)
    clusters(lab)
    instances(lab)
    permissions(lab)


def groups(lab: Lab) -> None:
    """Subnets for all."""
    ec2 = lab.client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    ids = [
        ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{n}.0/24", AvailabilityZone=f"us-east-1{zone}")["Subnet"][
            "SubnetId"
        ]
        for n, zone in enumerate("ab")
    ]
    lab.client("rds").create_db_subnet_group(DBSubnetGroupName="app", DBSubnetGroupDescription="d", SubnetIds=ids)


def settled(describe: Callable[[], str]) -> bool:
    """Whether it is being made at first, and available in the end."""
    first = describe()
    for _ in range(300):
        if describe() == "available":
            return first == "creating"
        time.sleep(0.1)
    return False


def clusters(lab: Lab) -> None:
    """DocumentDB: to a time, and from a snapshot."""
    root = lab.client("docdb")
    key = lab.client("kms").create_key()["KeyMetadata"]["Arn"]
    own = {"StorageEncrypted": True, "KmsKeyId": key, "DBSubnetGroupName": "app", "DeletionProtection": True}
    root.create_db_cluster(DBClusterIdentifier="doc", Engine="docdb", Tags=TAGS, **MASTER, **own)
    describe = root.describe_db_clusters
    describe(DBClusterIdentifier="doc")

    def restore(name: str, source: str = "doc", **asked: Any) -> Callable[[], Any]:
        to = {"DBClusterIdentifier": name, "SourceDBClusterIdentifier": source}
        return lambda: root.restore_db_cluster_to_point_in_time(**to, **({"DBSubnetGroupName": "app"} | asked))

    def at(name: str) -> dict[str, Any]:
        found: dict[str, Any] = describe(DBClusterIdentifier=name)["DBClusters"][0]
        return found

    far = datetime.now(UTC) + timedelta(hours=1)
    lab.case("a time to come", "InvalidParameterValue", restore("doc-2", RestoreToTime=far))
    lab.case("a time and the latest", "InvalidParameterCombination", restore("doc-2", RestoreToTime=far, **LATEST))
    lab.case("neither", "InvalidParameterCombination", restore("doc-2"))
    lab.case("of a cluster that there is not", "DBClusterNotFoundFault", restore("doc-2", "gone", **LATEST))
    absent = {"DBSubnetGroupName": "gone", **LATEST}
    lab.case("into subnets that there are not", "DBSubnetGroupNotFoundFault", restore("doc-2", **absent))
    lab.case("a cluster to its latest time", "allow", restore("doc-2", **LATEST, Tags=TAGS))
    lab.case("a name that is taken", "DBClusterAlreadyExistsFault", restore("doc-2", **LATEST))
    lab.expect("it is available after a while", lambda: settled(lambda: str(at("doc-2")["Status"])))
    lab.expect("it is under the other one's key", lambda: at("doc-2")["KmsKeyId"] == key)
    lab.expect("nobody keeps its password", lambda: "MasterUserSecret" not in at("doc-2"))
    keep = {"DBClusterIdentifier": "doc-2", "ManageMasterUserPassword": True, "ApplyImmediately": True}

    def secret() -> str:
        root.modify_db_cluster(**keep)
        return str(at("doc-2")["MasterUserSecret"]["SecretArn"])

    lab.expect("its password can be kept, by one secret", lambda: secret() == secret())
    lab.expect(
        "it has no instances, and is not protected",
        lambda: not at("doc-2")["DBClusterMembers"] and not at("doc-2")["DeletionProtection"],
    )
    lab.expect("it has another endpoint", lambda: at("doc-2")["Endpoint"] != at("doc")["Endpoint"])
    taken = {"DBClusterSnapshotIdentifier": "doc-s", "DBClusterIdentifier": "doc"}
    lab.case("a snapshot", "allow", lambda: root.create_db_cluster_snapshot(**taken, Tags=TAGS))
    again = {"SnapshotIdentifier": "doc-s", "Engine": "docdb", "DBSubnetGroupName": "app"}

    def revive(name: str, **asked: Any) -> Callable[[], Any]:
        return lambda: root.restore_db_cluster_from_snapshot(DBClusterIdentifier=name, **(again | asked))

    lab.case("… that is not ready", "InvalidDBClusterSnapshotStateFault", revive("doc-3"))

    def status() -> str:
        snapshots = root.describe_db_cluster_snapshots(DBClusterSnapshotIdentifier="doc-s")["DBClusterSnapshots"]
        return str(snapshots[0]["Status"])

    lab.expect("… is ready after a while", lambda: settled(status))
    lab.case("… for another engine", "InvalidRestoreFault", revive("doc-3", Engine="aurora-postgresql"))
    lab.case("… that there is not", "DBClusterSnapshotNotFoundFault", revive("doc-3", SnapshotIdentifier="gone"))
    lab.case("a cluster from it", "allow", revive("doc-3"))


def instances(lab: Lab) -> None:
    """PostgreSQL: from a snapshot, and to a time."""
    root = lab.client("rds")
    root.create_db_instance(DBInstanceIdentifier="pg", DBSubnetGroupName="app", Tags=TAGS, **POSTGRES, **MASTER)
    ready = {"DBSnapshotIdentifier": "pg-s", "DBInstanceIdentifier": "pg"}
    lab.case("a snapshot of an instance", "allow", lambda: root.create_db_snapshot(**ready))

    def revive(name: str, **asked: Any) -> Callable[[], Any]:
        what = {"DBInstanceIdentifier": name, "DBSnapshotIdentifier": "pg-s", "DBSubnetGroupName": "app"}
        return lambda: root.restore_db_instance_from_db_snapshot(**(what | asked))

    def at(name: str) -> dict[str, Any]:
        found: dict[str, Any] = root.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]
        return found

    def status() -> str:
        return str(root.describe_db_snapshots(DBSnapshotIdentifier="pg-s")["DBSnapshots"][0]["Status"])

    lab.case("… that is not ready", "InvalidDBSnapshotState", revive("pg-2"))
    lab.expect("… is ready after a while", lambda: settled(status))
    lab.case("an instance from it", "allow", revive("pg-2", Tags=TAGS))
    lab.case("a name that an instance has", "DBInstanceAlreadyExists", revive("pg-2"))
    lab.expect("it is available after a while", lambda: settled(lambda: str(at("pg-2")["DBInstanceStatus"])))
    lab.expect("nobody keeps its password", lambda: "MasterUserSecret" not in at("pg-2"))
    keep = {"DBInstanceIdentifier": "pg-2", "ManageMasterUserPassword": True, "ApplyImmediately": True}

    def secret() -> str:
        root.modify_db_instance(**keep)
        return str(at("pg-2")["MasterUserSecret"]["SecretArn"])

    lab.expect("its password can be kept, by one secret", lambda: secret() == secret())
    lab.expect("it is in the subnets", lambda: at("pg-2")["DBSubnetGroup"]["DBSubnetGroupName"] == "app")
    backups = root.describe_db_instance_automated_backups
    kept = lambda: backups(DBInstanceIdentifier="pg")["DBInstanceAutomatedBackups"][0]["RestoreWindow"]  # noqa: E731
    lab.expect("its backups tell the window", lambda: kept()["EarliestTime"] <= kept()["LatestTime"])
    to = {"SourceDBInstanceIdentifier": "pg", "TargetDBInstanceIdentifier": "pg-3", "DBSubnetGroupName": "app"}
    early = datetime.now(UTC) - timedelta(days=30)
    back = root.restore_db_instance_to_point_in_time
    lab.case("a time long ago", "InvalidParameterValue", lambda: back(**to, RestoreTime=early))
    lab.case("an instance to its latest time", "allow", lambda: back(**to, **LATEST))


def permissions(lab: Lab) -> None:
    """A restore is about what it makes, what it is made from, its groups, its tags and the key."""
    to = {"DBClusterIdentifier": "app-1", "SourceDBClusterIdentifier": "doc", "DBSubnetGroupName": "app", **LATEST}
    point = "rds:RestoreDBClusterToPointInTime"
    own = [arn("rds", kind) for kind in ("cluster:app-*", "subgrp:app", "cluster:doc")]
    via = {"kms:ViaService": "rds.us-east-1.amazonaws.com"}
    key = allow(["kms:CreateGrant", "kms:DescribeKey"], arn("kms", "key/*"), StringEquals=via)

    def attempt(*statements: dict[str, Any], **asked: Any) -> Callable[[], Any]:
        client = lab.someone("docdb", *statements)
        return lambda: client.restore_db_cluster_to_point_in_time(**(to | asked))

    lab.case("a restore of a cluster of others", "deny", attempt(allow(point, own[:2]), key))
    lab.case("… under a name of others", "deny", attempt(allow(point, own), key, DBClusterIdentifier="x-1"))
    lab.case("… with a key that may not be used", "deny", attempt(allow(point, own)))
    lab.case("… with tags that may not be set", "deny", attempt(allow(point, own), key, Tags=TAGS))
    tagging = allow("rds:AddTagsToResource", own[:1])
    lab.case("… with all that it needs", "allow", attempt(allow(point, own), tagging, key, Tags=TAGS))
    from_snapshot = "rds:RestoreDBInstanceFromDBSnapshot"
    parts = [arn("rds", kind) for kind in ("db:app-*", "subgrp:app", "snapshot:pg-s", "og:default:postgres-17")]
    what = {"DBSnapshotIdentifier": "pg-s", "DBSubnetGroupName": "app", "Tags": TAGS}

    def revive(number: int, *statements: dict[str, Any]) -> Callable[[], Any]:
        client = lab.someone("rds", *statements, allow("rds:AddTagsToResource", parts[:1]))
        return lambda: client.restore_db_instance_from_db_snapshot(DBInstanceIdentifier=f"app-{number}", **what)

    lab.case("an instance from a snapshot of others", "deny", revive(1, allow(from_snapshot, [*parts[:2], parts[3]])))
    lab.case("… with another option group", "deny", revive(2, allow(from_snapshot, parts[:3])))
    lab.case("… with all that it needs, too", "allow", revive(3, allow(from_snapshot, parts)))
    reads = [arn("rds", kind) for kind in ("db:app-*", "snapshot:app-*")]
    taking = lab.someone("rds", allow("rds:CreateDBSnapshot", reads))
    lab.case(
        "a snapshot of others",
        "deny",
        lambda: taking.create_db_snapshot(DBSnapshotIdentifier="app-s", DBInstanceIdentifier="pg"),
    )
    seeing = lab.someone("rds", allow("rds:DescribeEvents"))
    lab.case("events", "allow", lambda: seeing.describe_events(SourceIdentifier="pg", SourceType="db-instance"))


if __name__ == "__main__":
    main(cases)
