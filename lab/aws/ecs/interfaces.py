"""The network interfaces of tasks."""

from typing import Any

from moto.ec2 import ec2_backends


def free_interfaces(task: Any) -> None:
    """A stopped task gives its network interface back."""
    interfaces = ec2_backends[task._account_id][task.region_name].enis
    for attachment in task.attachments:
        attachment["status"] = "DELETED"
        for detail in attachment["details"]:
            if detail["name"] == "networkInterfaceId":
                interfaces.pop(detail["value"], None)
