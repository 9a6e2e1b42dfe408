"""Restores of databases, and snapshots that somebody takes: refused, made and finished as by AWS, which takes its time.

RestoreDBClusterToPointInTime, RestoreDBClusterFromSnapshot, RestoreDBInstanceToPointInTime and
RestoreDBInstanceFromDBSnapshot (RDS and DocumentDB API References): a new database under a name that is free, at a time
within the window, in a subnet group that exists. It has data, engine, user, key and backups of the other one, and what
the request says; protection, groups, logs and tags are the request's alone, and nobody keeps its password. A cluster
has no instances. moto copies everything, is done at once, and fails on a cluster whose password AWS keeps.
"""

import copy
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import moto.rds.models as rds
from moto.core.responses import ActionResult
from moto.ec2.models import ec2_backends
from moto.ecs.models import ecs_backends
from moto.rds.exceptions import DBSubnetGroupNotFoundError, InvalidParameterCombination, RDSClientError
from moto.rds.responses import RDSResponse

from ..dataplane.engine import engine
from ..patching import Method, extras, replaces
from ..requests_seen import ACCOUNT_ID
from .managed_secrets import password

# What a restored database does not take over by itself.
OF_THE_REQUEST = {
    "backend",
    "copy_tags_to_snapshot",
    "db_parameter_group_name",
    "db_subnet_group",
    "deletion_protection",
    "enable_iam_database_authentication",
    "iam_auth",
    "manage_master_user_password",
    "master_user_secret",
    "max_allocated_storage",
    "monitoring_interval",
    "monitoring_role_arn",
    "multi_az",
    "option_group_name",
    "status",
    "tags",
    "vpc_security_group_ids",
}


@replaces(rds.RDSBackend, "restore_db_cluster_to_point_in_time")
def cluster_to_point_in_time(_original: Method, self: Any, **asked: Any) -> Any:
    """A time within the window of a cluster that exists."""
    source = self.describe_db_clusters(asked.pop("source_db_cluster_identifier"))[0]
    check_time(asked, "restore_to_time", source.earliest_restorable_time)
    return restored_cluster(self, source, asked)


@replaces(rds.RDSBackend, "restore_db_cluster_from_snapshot")
def cluster_from_snapshot(_original: Method, self: Any, from_snapshot_id: str, asked: dict[str, Any]) -> Any:
    """Also of a cluster that is gone."""
    snapshot = self.get_db_cluster_snapshot(from_snapshot_id)
    check_snapshot(snapshot, "InvalidDBClusterSnapshotStateFault")
    if asked.get("engine") != snapshot.engine:
        raise RDSClientError("InvalidRestoreFault", "The snapshot is of another engine.")
    return restored_cluster(self, snapshot.cluster, {**asked, "engine": snapshot.engine})


@replaces(rds.RDSBackend, "restore_db_instance_to_point_in_time")
def instance_to_point_in_time(
    _original: Method, self: Any, source_db_identifier: str, target_db_identifier: str, asked: dict[str, Any]
) -> Any:
    """A time within the window of an instance that exists."""
    source = self.describe_db_instances(source_db_identifier)[0]
    check_time(asked, "restore_time", source.created)
    return restored_instance(self, source, {**asked, "db_instance_identifier": target_db_identifier})


@replaces(rds.RDSBackend, "restore_db_instance_from_db_snapshot")
def instance_from_snapshot(_original: Method, self: Any, from_snapshot_id: str, asked: dict[str, Any]) -> Any:
    """Also of an instance that is gone."""
    snapshot = self.get_db_snapshot(from_snapshot_id)
    check_snapshot(snapshot, "InvalidDBSnapshotState")
    made = restored_instance(self, snapshot.database, asked)
    remember(self, made, getattr(snapshot, "lab_migrations", {}))
    return made


def check_time(asked: dict[str, Any], name: str, earliest: datetime) -> None:
    """One of a time and the latest, and within the window; the words are those of RestoreDBInstanceToPointInTime."""
    wanted = asked.pop(name, None)
    is_latest = asked.pop("use_latest_restorable_time", False)
    if (wanted is None) == (not is_latest):
        raise InvalidParameterCombination(
            "Either the restore time or UseLatestRestorableTime must be specified, not both."
        )
    if wanted is None:
        return
    latest = datetime.now(UTC)
    if not aware(earliest) - timedelta(seconds=1) <= aware(wanted) <= latest:
        until, since = (f"{aware(one):%Y-%m-%dT%H:%M:%SZ}" for one in (latest, earliest))
        raise RDSClientError(
            "InvalidParameterValue",
            f"The specified instance cannot be restored to a time later than {until} or earlier than {since}.",
        )


def aware(moment: datetime) -> datetime:
    """moto's times are in UTC and do not say so."""
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def check_snapshot(snapshot: Any, code: str) -> None:
    """One that is still being made cannot be restored."""
    if snapshot.status != "available":
        raise RDSClientError(code, f"The snapshot is in {snapshot.status} state, and must be available.")


def restored_cluster(backend: Any, source: Any, asked: dict[str, Any]) -> Any:
    """A cluster without instances, in its own group of subnets."""
    name = asked["db_cluster_identifier"]
    if name in backend.clusters:
        raise RDSClientError("DBClusterAlreadyExistsFault", "DB Cluster already exists")
    made = backend.create_db_cluster(properties(backend, source, asked))
    made.lab_restoring = True
    later("restoring", lambda: setattr(made, "lab_restoring", False))
    return made


def restored_instance(backend: Any, source: Any, asked: dict[str, Any]) -> Any:
    """An instance that knows what the other one knew."""
    given = {"copy_tags_to_snapshot": False, "option_group_name": None, **properties(backend, source, asked)}
    if given["option_group_name"] is None and source.option_group_supplied:
        given["option_group_name"] = source.option_group_name
    made = backend.create_db_instance(given)
    made.status = "creating"
    later("restoring", lambda: setattr(made, "status", "available"))
    remember(backend, made, migrations_of(source))
    return made


def later(kind: str, act: Callable[[], None]) -> None:
    """When AWS is through with something of a kind; a fork's time passes from now on."""
    engine.touch()
    engine.after(engine.clock.take(kind), act)


def properties(backend: Any, source: Any, asked: dict[str, Any]) -> dict[str, Any]:
    """What the new one is made from: the other one, and above it what is asked for."""
    own = {key.removeprefix("_"): copy.copy(value) for key, value in source.__dict__.items()}
    given = {key: value for key, value in asked.items() if value is not None}
    made = {key: value for key, value in own.items() if key not in OF_THE_REQUEST} | given
    made.setdefault("master_user_password", password())
    group = backend.subnet_groups.get(made.get("db_subnet_group_name") or "")
    if group is None and made.get("db_subnet_group_name") not in (None, "default"):
        raise DBSubnetGroupNotFoundError(made["db_subnet_group_name"])
    if not made.get("vpc_security_group_ids") and group is not None:
        network = ec2_backends[ACCOUNT_ID][backend.region_name]
        made["vpc_security_group_ids"] = [network.get_default_security_group(group.vpc_id).id]
    return made


_cluster_status = rds.DBCluster.status
rds.DBCluster.status = property(
    lambda self: "creating" if getattr(self, "lab_restoring", False) else _cluster_status.fget(self),
    _cluster_status.fset,
)


def migrations_of(instance: Any) -> dict[str, dict[str, str]]:
    """What an instance knows, by what follows its host."""
    kept = extras(ecs_backends[ACCOUNT_ID][instance.region], "migrations")
    host = instance.address
    return {name.removeprefix(host): dict(known) for name, known in kept.items() if name.startswith(host)}


def remember(backend: Any, instance: Any, known: dict[str, dict[str, str]]) -> None:
    """The data is there again, under another host."""
    kept = extras(ecs_backends[ACCOUNT_ID][backend.region_name], "migrations")
    for name in [name for name in kept if name.startswith(instance.address)]:
        del kept[name]
    kept.update({f"{instance.address}{rest}": dict(states) for rest, states in known.items()})


def taking_time(name: str, member: str, source: tuple[str, str, str]) -> None:
    """A snapshot that is asked for, of a database that is available: it is being made for a while."""
    parameter, collection, code = source

    def operation(original: Method, self: Any) -> ActionResult:
        database = getattr(self.backend, collection).get(self.params.get(parameter))
        if database is not None and database.status != "available":
            raise RDSClientError(code, f"The database is in {database.status} state, and must be available.")
        answer: ActionResult = original(self)
        snapshot = answer.result[member]
        snapshot.status = "creating"
        snapshot.percent_progress = 0
        if member == "DBSnapshot":
            snapshot.lab_migrations = migrations_of(database)
        later("snapshotting", lambda: finish(snapshot))
        return answer

    replaces(RDSResponse, name)(operation)


def finish(snapshot: Any) -> None:
    """It can be restored."""
    snapshot.status = "available"
    snapshot.percent_progress = 100


taking_time("create_db_snapshot", "DBSnapshot", ("DBInstanceIdentifier", "databases", "InvalidDBInstanceState"))
taking_time(
    "create_db_cluster_snapshot",
    "DBClusterSnapshot",
    ("DBClusterIdentifier", "clusters", "InvalidDBClusterStateFault"),
)


def looked_at(name: str) -> None:
    """A fork's restores and snapshots go on when somebody looks."""

    def operation(original: Method, self: Any) -> Any:
        engine.touch()
        return original(self)

    replaces(RDSResponse, name)(operation)


for _name in (
    "describe_db_clusters",
    "describe_db_instances",
    "describe_db_snapshots",
    "describe_db_cluster_snapshots",
):
    looked_at(_name)


def window(self: Any) -> dict[str, Any]:
    """RestoreWindow of an instance's automated backups, which moto leaves out."""
    instance = self.backend.databases.get(self.db_instance_identifier)
    return {} if instance is None else {"EarliestTime": instance.created, "LatestTime": instance.latest_restorable_time}


rds.DBInstanceAutomatedBackup.restore_window = property(window)
