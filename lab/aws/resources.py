"""What exists in this AWS now: one row a resource, for reports and for assertions that nothing was left behind."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import moto.backends
from moto.core.base_backend import BackendDict

from .patching import extras

STATES = ("state", "status", "desired_status", "key_state")
ENDED = ("deleted", "deleting", "STOPPED", "INACTIVE", "PendingDeletion")

Rows = Callable[[Any], Iterable[Any]]
Text = Callable[[Any], Any]


@dataclass(frozen=True)
class Kind:
    """Where moto keeps one kind of resource, and how its id and name are read."""

    service: str
    type: str
    rows: Rows
    id: Text
    name: Text

    def exists(self, backend: Any, thing: Any) -> bool:
        """AWS's own keys and default VPC are nobody's work, and what ended is still described for a while."""
        if any(getattr(thing, name, None) in ENDED for name in STATES) or getattr(thing, "deleted_date", None):
            return False
        if self.type == "key":
            return getattr(thing, "key_manager", "CUSTOMER") == "CUSTOMER"
        if self.service == "ec2":
            default = [vpc.id for vpc in backend.vpcs.values() if vpc.is_default]
            return thing.id not in default if self.type == "vpc" else getattr(thing, "vpc_id", None) not in default
        return True


def attribute(path: str) -> Callable[[Any], Any]:
    """A reader of `a.b`; None where a part is missing."""

    def read(thing: Any) -> Any:
        for part in path.split("."):
            thing = getattr(thing, part, None)
        return thing

    return read


def values(path: str) -> Rows:
    """The members of a mapping or list at `path`."""
    read = attribute(path)

    def rows(backend: Any) -> Iterable[Any]:
        found = read(backend)
        return list(found.values() if isinstance(found, Mapping) else found or [])

    return rows


def nested(path: str) -> Rows:
    """The members of a dictionary of dictionaries."""
    read = attribute(path)
    return lambda backend: [item for inner in (read(backend) or {}).values() for item in inner.values()]


def tag(thing: Any) -> Any:
    """An EC2 resource's Name tag."""
    tags = thing.get_tags() if hasattr(thing, "get_tags") else []
    return next((entry["value"] for entry in tags if entry.get("key") == "Name"), "")


def ec2(kind: str, rows: str, id: str = "id") -> Kind:  # noqa: A002
    """An EC2 resource, named by its tag."""
    return Kind("ec2", kind, values(rows), attribute(id), tag)


def plain(service: str, kind: str, rows: str, id: str, name: str) -> Kind:  # noqa: A002
    """A resource whose id and name are attributes."""
    return Kind(service, kind, values(rows), attribute(id), attribute(name))


def made_by_people(policies: Any) -> Any:
    """Customer policies: AWS's own thousand are nobody's resources."""
    return [policy for policy in policies.managed_policies.values() if ":aws:policy/" not in policy.arn]


def chosen(path: str) -> Rows:
    """Parameter groups that somebody made: an engine's default ones are AWS's."""
    rows = values(path)
    return lambda backend: [group for group in rows(backend) if not group.name.startswith("default.")]


def functions(backend: Any) -> Any:
    """CloudFront functions are kept beside moto's state (services/cloudfront/functions.py)."""
    return [SimpleNamespace(arn=f"function/{name}", name=name) for name in extras(backend, "functions")]


KINDS = (
    ec2("vpc", "vpcs"),
    Kind("ec2", "subnet", nested("subnets"), attribute("id"), tag),
    ec2("internet-gateway", "internet_gateways.internet_gateways"),
    ec2("nat-gateway", "nat_gateways"),
    ec2("elastic-ip", "addresses", "allocation_id"),
    ec2("route-table", "route_tables"),
    ec2("vpc-endpoint", "vpc_end_points"),
    ec2("flow-log", "flow_logs"),
    Kind("ec2", "security-group", nested("groups"), attribute("id"), attribute("name")),
    plain("ecs", "cluster", "clusters", "arn", "name"),
    plain("ecs", "service", "services", "arn", "name"),
    Kind("ecs", "task-definition", nested("task_definitions"), attribute("arn"), attribute("family")),
    Kind("ecs", "task", nested("tasks"), attribute("task_arn"), attribute("group")),
    plain("elbv2", "load-balancer", "load_balancers", "arn", "name"),
    plain("elbv2", "target-group", "target_groups", "arn", "name"),
    plain("iam", "role", "roles", "arn", "name"),
    plain("iam", "user", "users", "arn", "name"),
    Kind("iam", "policy", made_by_people, attribute("arn"), attribute("name")),
    plain("iam", "oidc-provider", "open_id_providers", "arn", "url"),
    plain("kms", "key", "keys", "arn", "description"),
    plain("logs", "log-group", "groups", "arn", "name"),
    plain("rds", "db-cluster", "clusters", "db_cluster_arn", "db_cluster_identifier"),
    plain("rds", "db-instance", "databases", "db_instance_arn", "db_instance_identifier"),
    plain("rds", "subnet-group", "subnet_groups", "arn", "name"),
    Kind("rds", "parameter-group", chosen("db_parameter_groups"), attribute("arn"), attribute("name")),
    Kind("rds", "cluster-parameter-group", chosen("db_cluster_parameter_groups"), attribute("arn"), attribute("name")),
    plain("route53", "hosted-zone", "zones", "id", "name"),
    plain("s3", "bucket", "buckets", "arn", "name"),
    plain("secretsmanager", "secret", "secrets", "arn", "name"),
    plain("sqs", "queue", "queues", "queue_arn", "name"),
    plain("sns", "topic", "topics", "arn", "name"),
    plain("lambda", "function", "_lambdas._arns", "function_arn", "function_name"),
    plain("dynamodb", "table", "tables", "table_arn", "name"),
    plain("cloudwatch", "alarm", "alarms", "alarm_arn", "name"),
    plain("cloudfront", "distribution", "distributions", "arn", "distribution_id"),
    plain("cloudfront", "origin-access-control", "origin_access_controls", "id", "name"),
    Kind("cloudfront", "function", functions, attribute("arn"), attribute("name")),
    plain("logs", "delivery-source", "delivery_sources", "arn", "name"),
    plain("logs", "delivery-destination", "delivery_destinations", "arn", "name"),
    plain("logs", "delivery", "deliveries", "arn", "id"),
    plain("ecr", "repository", "repositories", "arn", "name"),
    plain("acm", "certificate", "_certificates", "arn", "common_name"),
    plain("servicediscovery", "namespace", "namespaces", "arn", "name"),
)


def inventory() -> list[dict[str, str]]:
    """Every known resource of every region, in the order of KINDS."""
    found: list[dict[str, str]] = []
    for kind in KINDS:
        for region, backend in used_backends(kind.service):
            for thing in kind.rows(backend):
                if kind.exists(backend, thing):
                    row = {"service": kind.service, "type": kind.type, "region": region}
                    found.append(row | {"id": str(kind.id(thing) or ""), "name": str(kind.name(thing) or "")})
    return found


def used_backends(service: str) -> list[tuple[str, Any]]:
    """Regions (or the partition) in which a service was used; asking for one must not create it."""
    backends: BackendDict[Any] = moto.backends.get_backend(service)  # type: ignore[arg-type]
    return [(region, backend) for account in list(backends.values()) for region, backend in list(account.items())]
