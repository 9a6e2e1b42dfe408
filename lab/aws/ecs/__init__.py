"""ECS on Fargate, its control plane: tasks that start, services that deploy and reach a steady state.

moto's Fargate task is born RUNNING, a service has no tasks and its deployment stays IN_PROGRESS for ever,
UpdateService never starts a deployment, and half of CreateService's arguments are dropped, so that a second plan
replaces the service.

Time passes by looking: every DescribeTasks and DescribeServices moves things on by one step.

    tasks.py        one task's life
    deployments.py  what a service does towards its desired count
    operations.py   the API calls that create, change, describe and delete services and run tasks
"""

from . import operations, tasks

__all__ = ["operations", "tasks"]
