"""The service scheduler: between two looks it starts, drains, replaces and gives up, until the service is steady.

"Deploy Amazon ECS services by replacing tasks" (ECS Developer Guide): minimumHealthyPercent is rounded up,
maximumPercent down; only healthy tasks count for the former. It looks whenever a task of it changes, and whenever
somebody describes the service.
"""

from math import ceil, floor
from typing import Any

from moto.core.utils import utcnow

from ..dataplane.engine import engine
from . import circuit_breaker, events, service_deployments
from .capacity import placement_failure
from .deployments import alive_tasks, count, fall_back, launch, tasks_of
from .patron import wake
from .task_health import is_healthy, reason_to_replace
from .tasks import advance, finish

THROTTLED_AFTER = 4  # failures in a row, after which starts become rarer
THROTTLED_SECONDS = 30.0


def look(backend: Any, service: Any) -> None:
    """Somebody describes the service: tasks that idle go on by a step, and the scheduler looks."""
    for deployment in service.deployments:
        for task in alive_tasks(service, deployment):
            advance(task)
    step(backend, service)


def step(backend: Any, service: Any) -> None:
    """One look."""
    for deployment in list(service.deployments):
        account(service, deployment)
        replace_unhealthy(service, deployment)
    primary = service.deployments[0]
    if circuit_breaker.is_open(service, primary):
        break_circuit(service, primary)
    scale(backend, service)
    settle(service)
    count(backend, service)
    if any(task.life is not None for one in service.deployments for task in alive_tasks(service, one)):
        keep_looking(service)


def keep_looking(service: Any) -> None:
    """While anything is under way; tasks that change wake it otherwise."""
    if service.deployments[0]["rolloutState"] == "IN_PROGRESS" or len(service.deployments) > 1:
        wake(service)


def account(service: Any, deployment: dict[str, Any]) -> None:
    """Count the tasks that have ended by themselves, and those that became healthy, once each."""
    for task in tasks_of(service, deployment):
        if not getattr(task, "lab_is_proven", False) and is_healthy(service, task):
            task.lab_is_proven = True
            if circuit_breaker.forgives(service):
                deployment["failedTasks"] = 0
        if task.desired_status == "STOPPED" and not getattr(task, "lab_is_counted", False):
            task.lab_is_counted = True
            if is_failure(task):
                note_failure(service, deployment, task)


def is_failure(task: Any) -> bool:
    """Whether nobody wanted it to end."""
    wanted = ("Scaling activity", "Service was deleted")
    return task.stop_code != "UserInitiated" and not task.stopped_reason.startswith(wanted)


def note_failure(service: Any, deployment: dict[str, Any], task: Any) -> None:
    """A failed task, in the deployment's count and in the events."""
    if deployment["rolloutState"] == "IN_PROGRESS":
        deployment["failedTasks"] += 1
        deployment["updatedAt"] = utcnow()
    if task.stop_code == "TaskFailedToStart":
        events.not_placed(service, task.stopped_reason)
    if deployment["failedTasks"] == THROTTLED_AFTER:
        events.say(service, events.CONSISTENTLY)


def replace_unhealthy(service: Any, deployment: dict[str, Any]) -> None:
    """A task that fails its checks is stopped; another takes its place."""
    for task in alive_tasks(service, deployment):
        reason = reason_to_replace(service, task)
        if reason is not None:
            finish(task, "ServiceSchedulerInitiated", reason)
            account(service, deployment)


def scale(backend: Any, service: Any) -> None:
    """Start what is missing within the maximum; stop what is too much, or old, above the minimum."""
    primary, *others = service.deployments
    desired = service.desired_count
    configuration = service.deployment_configuration
    most = max(floor(desired * configuration["maximumPercent"] / 100), min(desired, 1))
    new = alive_tasks(service, primary)
    old = [task for other in others for task in alive_tasks(service, other)]
    if primary["rolloutState"] != "FAILED":
        room = most - len(new) - len(old)
        start(backend, service, min(desired - len(new), room))
        new = alive_tasks(service, primary)
        retire(service, old, spare(service, [*new, *old]))
    retire(service, sorted(new, key=lambda task: is_healthy(service, task)), len(new) - desired)


def spare(service: Any, tasks: list[Any]) -> int:
    """How many tasks may be stopped: healthy ones above the minimum."""
    least = ceil(service.desired_count * service.deployment_configuration["minimumHealthyPercent"] / 100)
    return sum(is_healthy(service, task) for task in tasks) - least


def start(backend: Any, service: Any, number: int) -> None:
    """Start tasks of the newest deployment, unless it is throttled or there is no capacity."""
    primary = service.deployments[0]
    if number <= 0 or is_throttled(service, primary):
        return
    started = []
    for _ in range(number):
        failure = placement_failure(primary["taskDefinition"].rpartition("/")[2].partition(":")[0])
        if failure is not None:
            events.not_placed(service, failure.get("detail") or failure["reason"])
            wake(service)
            break
        started.append(launch(backend, service, primary))
    if started:
        events.started(service, started)


def is_throttled(service: Any, primary: dict[str, Any]) -> bool:
    """Tasks that fail one after the other are started less often."""
    if primary["failedTasks"] < THROTTLED_AFTER:
        return False
    failed = primary["failedTasks"]
    if primary.get("lab_throttled_at") == failed:
        return bool(primary["lab_throttle"])
    primary.update(lab_throttled_at=failed, lab_throttle=True)

    def release() -> None:
        primary["lab_throttle"] = False
        wake(service, 0.0)

    engine.after(THROTTLED_SECONDS, release)
    return True


def retire(service: Any, tasks: list[Any], number: int) -> None:
    """Stop so many tasks; those that are not healthy serve nobody and go anyway, if they are old."""
    primary = service.deployments[0]
    idle = [task for task in tasks if task.started_by != primary["id"] and not is_healthy(service, task)]
    leaving = [*idle, *[task for task in tasks if task not in idle][: max(0, number)]]
    if leaving:
        events.stopped(service, leaving)
    for task in leaving:
        finish(task, "ServiceSchedulerInitiated", f"Scaling activity initiated by (deployment {primary['id']})")


def settle(service: Any) -> None:
    """Deployments whose tasks are gone are forgotten; the newest is complete when all of its tasks are healthy."""
    primary, *others = service.deployments
    service.deployments = [primary, *[one for one in others if is_still_there(service, one)]]
    entry = service_deployments.current(service)
    if entry is not None and entry.status == "PENDING":
        entry.be("IN_PROGRESS")
    alive = alive_tasks(service, primary)
    healthy = sum(is_healthy(service, task) for task in alive)
    is_steady = len(service.deployments) == 1 and healthy == len(alive) == service.desired_count
    if primary["rolloutState"] == "IN_PROGRESS" and is_steady:
        complete(service, primary)
    elif is_steady and not service.lab_is_steady:
        events.say(service, "has reached a steady state.")
    service.lab_is_steady = is_steady


def is_still_there(service: Any, deployment: dict[str, Any]) -> bool:
    """Whether a deployment has tasks that are not over; the last good one stays while the newest has failed."""
    if any(task._status != "STOPPED" for task in tasks_of(service, deployment)):
        return True
    return bool(service.deployments[0]["rolloutState"] == "FAILED" and deployment["rolloutState"] == "COMPLETED")


def complete(service: Any, deployment: dict[str, Any]) -> None:
    """The deployment is what runs now."""
    deployment.update(rolloutState="COMPLETED", rolloutStateReason=f"ECS deployment {deployment['id']} completed.")
    entry = service_deployments.current(service)
    if entry is not None:
        is_rollback = entry.status == "ROLLBACK_IN_PROGRESS"
        entry.breaker = "MONITORING_COMPLETE" if entry.breaker == "MONITORING" else entry.breaker
        entry.be("ROLLBACK_SUCCESSFUL" if is_rollback else "SUCCESSFUL")
    events.say(service, f"(deployment {deployment['id']}) deployment completed.")
    events.say(service, "has reached a steady state.")


def break_circuit(service: Any, deployment: dict[str, Any]) -> None:
    """The deployment has failed; the service goes back to what was good, if it may and there is any."""
    deployment["rolloutState"] = "FAILED"
    deployment["rolloutStateReason"] = "ECS deployment circuit breaker: tasks failed to start."
    deployment["updatedAt"] = utcnow()
    events.say(service, f"(deployment {deployment['id']}) deployment failed: tasks failed to start.")
    entry = service_deployments.current(service)
    if entry is None:
        return
    entry.breaker, entry.failures = "TRIGGERED", deployment["failedTasks"]
    if entry.status == "ROLLBACK_IN_PROGRESS":
        entry.be("ROLLBACK_FAILED")
    elif not circuit_breaker.settings(service)["rollback"]:
        entry.be("STOPPED")
    else:
        fall_back(service, entry, service_deployments.BY_BREAKER)
