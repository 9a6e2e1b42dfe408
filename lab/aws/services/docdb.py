"""DocumentDB: AWS serves it by RDS's API with the engine "docdb", which moto refuses."""

from typing import Any

import moto.rds.models as rds

from ..patching import Method, replaces

ENGINE = "docdb"
VERSION = "5.0.0"
PORT = 27017

rds.ClusterEngine.list_cluster_engines = classmethod(lambda cls: sorted([e.value for e in cls] + [ENGINE]))
rds.DbInstanceEngine.valid_db_instance_engine = classmethod(lambda cls: sorted([e.value for e in cls] + [ENGINE]))
rds.DBInstance.default_engine_versions[ENGINE] = VERSION


def default_for_docdb(owner: type, name: str, value: object) -> None:
    """Give moto's table of engine defaults a line for DocumentDB."""
    original = getattr(owner, name)

    def choose(engine: str | None = None, *args: Any, **kwargs: Any) -> Any:
        return value if engine == ENGINE else original(engine, *args, **kwargs)

    setattr(owner, name, staticmethod(choose))


default_for_docdb(rds.DBCluster, "default_engine_version", VERSION)
for _owner in (rds.DBCluster, rds.DBInstance):
    default_for_docdb(_owner, "default_port", PORT)
    default_for_docdb(_owner, "default_allocated_storage", 1)


@replaces(rds.DBCluster, "__init__")
def create_cluster(original: Method, self: Any, backend: Any, **kwargs: Any) -> None:
    """DocumentDB's default parameter group; a storage type is reported for I/O-optimized clusters only."""
    if kwargs.get("engine") != ENGINE:
        original(self, backend, **kwargs)
        return
    if not kwargs.get("db_cluster_parameter_group_name"):
        version = kwargs.get("engine_version") or VERSION
        kwargs["db_cluster_parameter_group_name"] = "default.docdb" + ".".join(version.split(".")[:2])
    original(self, backend, **kwargs)
    if not kwargs.get("storage_type"):
        self.storage_type = None


def endpoint(name: str, part: str) -> None:
    """DocumentDB's endpoints end in docdb.amazonaws.com; moto gives RDS's."""
    original = getattr(rds.DBCluster, name).fget

    def address(self: Any) -> Any:
        if self.engine != ENGINE:
            return original(self)
        return f"{self.db_cluster_identifier}.{part}-{self.url_identifier}.{self.region}.docdb.amazonaws.com"

    setattr(rds.DBCluster, name, property(address))


endpoint("endpoint", "cluster")
endpoint("reader_endpoint", "cluster-ro")
