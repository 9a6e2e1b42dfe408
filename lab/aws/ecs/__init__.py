"""ECS on Fargate: tasks that live, services that deploy, fail, fall back and reach a steady state.

moto's Fargate task is born RUNNING, a service has no tasks and its deployment stays IN_PROGRESS for ever,
UpdateService never starts a deployment, and half of CreateService's arguments are dropped, so that a second plan
replaces the service.

A task whose image this account's registry holds runs (../dataplane). Of other images time passes by looking: every
DescribeTasks and DescribeServices moves their tasks on by one step.

    tasks, lives, containers    one task: as it is shown, its life, its containers
    definitions                 what AWS adds to a task definition, and what Fargate refuses
    initialization              what must hold before containers run, else AWS's reason
    scheduler, deployments      what a service does towards its desired count
    service_deployments         the history of it, as AWS's newer calls tell it
    *_operations                the API calls
"""

from . import definitions, history_operations, operations, task_operations, tasks

__all__ = ["definitions", "history_operations", "operations", "task_operations", "tasks"]
