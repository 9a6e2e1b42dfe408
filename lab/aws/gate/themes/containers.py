"""ECS: services, tasks and task definitions by their own ARNs, and the cluster as a condition key.

"Actions, resources, and condition keys for Amazon Elastic Container Service" (Service Authorization Reference):
UpdateService is judged on the service, RunTask on the task definition's revision, RegisterTaskDefinition on the
revisions of the family (deregistering and describing take no resource); and `ecs:cluster` is present wherever a cluster
is named (`default` when the request leaves it out).
"""

from typing import Any

from moto.ecs.models import ecs_backends

from ..call import Call

SERVICES = (
    "CreateService UpdateService DeleteService DescribeServices ListServiceDeployments UpdateServicePrimaryTaskSet"
).split()
# Calls on the history of a service, and where they name what they are about.
HISTORY = {
    "DescribeServiceDeployments": "serviceDeploymentArns",
    "DescribeServiceRevisions": "serviceRevisionArns",
    "StopServiceDeployment": "serviceDeploymentArn",
}
TASKS = "StopTask DescribeTasks ExecuteCommand UpdateTaskProtection GetTaskProtection".split()
CLUSTERS = "DescribeClusters DeleteCluster UpdateCluster PutClusterCapacityProviders UpdateClusterSettings".split()
STARTS = "RunTask StartTask".split()


def each(value: Any) -> list[str]:
    """A member's only value, or all of them."""
    return [str(one) for one in (value if isinstance(value, list) else [value]) if one]


def first(value: Any) -> str:
    """A member's only or first value."""
    return next(iter(each(value)), "")


def tail(text: str) -> str:
    """The last part of an ARN or a name."""
    return text.rpartition("/")[2]


def named(call: Call) -> list[str]:
    """ARNs of every service, task or cluster that a request names; none for calls about something else."""
    data, cluster = call.data, tail(first(call.data.get("cluster")) or "default")
    if call.operation in SERVICES:
        names = each(data.get("service") or data.get("serviceName") or data.get("services"))
        return [call.arn(f"service/{cluster}/{tail(name)}") for name in names]
    if call.operation in TASKS:
        names = each(data.get("task") or data.get("tasks"))
        return [call.arn(f"task/{cluster}/{tail(name)}") for name in names]
    if call.operation in CLUSTERS:
        names = each(data.get("cluster") or data.get("clusters")) or ["default"]
        return [call.arn(f"cluster/{tail(name)}") for name in names]
    return each(data.get(HISTORY.get(call.operation, "")))


def resource(call: Call) -> str:
    """The first service, task, definition or cluster of a request."""
    if call.operation in STARTS:
        return definition_arn(call, first(call.data.get("taskDefinition")))
    return next(iter(named(call)), "") or first(call.data.get("resourceArn")) or created(call)


def created(call: Call) -> str:
    """What a request makes is judged by the name that it gives."""
    if call.operation == "CreateCluster":
        return call.arn(f"cluster/{call.data.get('clusterName') or 'default'}")
    if call.operation == "RegisterTaskDefinition":
        return call.arn(f"task-definition/{call.data.get('family')}:*")
    return "*"


def find_definition(call: Call, name: str) -> Any | None:
    """moto's task definition; None for one that does not exist."""
    backend = ecs_backends[call.account][call.region]
    try:
        return backend.describe_task_definition(name) if name else None
    except Exception:
        return None


def definition_arn(call: Call, name: str) -> str:
    """ARN of the revision that would run; an unknown one by the name it was asked for."""
    found = find_definition(call, name)
    if found is not None:
        return str(found.arn)
    return name if name.startswith("arn:") else call.arn(f"task-definition/{name}")


def keys(call: Call) -> dict[str, Any]:
    """`ecs:cluster`, and `ecs:task-definition` where a service is given one."""
    found: dict[str, Any] = {}
    cluster = first(call.data.get("cluster"))
    if cluster or call.operation in (*SERVICES, *TASKS, "RunTask", "StartTask"):
        found["ecs:cluster"] = cluster if cluster.startswith("arn:") else call.arn(f"cluster/{cluster or 'default'}")
    if call.operation in ("CreateService", "UpdateService") and call.data.get("taskDefinition"):
        found["ecs:task-definition"] = definition_arn(call, first(call.data["taskDefinition"]))
    if call.operation in HISTORY:
        found |= keys_in(resource(call))
    return found


def keys_in(arn: str) -> dict[str, Any]:
    """Cluster and service of a deployment or revision, as its ARN names them."""
    parts = arn.split("/")
    if len(parts) < len(("kind", "cluster", "service", "id")):
        return {}
    base = parts[0].rpartition(":")[0]
    return {"ecs:cluster": f"{base}:cluster/{parts[1]}", "ecs:service": f"{base}:service/{parts[1]}/{parts[2]}"}


def further(call: Call) -> list[tuple[str, str, dict[str, Any]]]:
    """Each of a list by itself; the history of a service is judged on the service, too, a command on its cluster."""
    found = [(call.action, arn, keys_in(arn)) for arn in named(call)[1:]]
    if call.operation == "ExecuteCommand":
        found.append((call.action, call.arn(f"cluster/{tail(first(call.data.get('cluster')) or 'default')}"), {}))
    if call.operation not in HISTORY:
        return found
    services = dict.fromkeys(keys_in(arn).get("ecs:service") for arn in named(call))
    return [*found, *((call.action, str(arn), {}) for arn in services if arn)]
