"""AWS Backup: selections and plan updates, which moto lacks; the names of deleted plans, which it keeps taken."""

import json
import uuid
from typing import Any
from urllib.parse import unquote

from moto.backup.exceptions import ResourceNotFoundException
from moto.backup.models import Plan
from moto.backup.responses import BackupResponse
from moto.core.utils import unix_time

from ..patching import Method, adds, extras, replaces


def last_part(path: str) -> str:
    """The id at the end of a path."""
    return path.rstrip("/").split("/")[-1]


def plan_id(path: str) -> str:
    """The plan in a selection's path."""
    return path.split("/plans/")[1].split("/", maxsplit=1)[0]


def selections(response: Any) -> dict[str, dict[str, Any]]:
    """Selections by id, beside moto's own state."""
    return extras(response.backup_backend, "selections")


@replaces(BackupResponse, "create_backup_plan")
def create_backup_plan(original: Method, self: Any) -> Any:
    """AWS frees the name of a deleted plan; moto does not."""
    plans = self.backup_backend.plans
    for gone in [key for key, plan in plans.items() if plan.deletion_date]:
        del plans[gone]
    return original(self)


@adds(BackupResponse)
def update_backup_plan(self: Any) -> str:
    """UpdateBackupPlan: a new version of the same plan."""
    plan = self.backup_backend.plans[last_part(self.path)]
    wanted = json.loads(self.body)["BackupPlan"]
    fresh = Plan(backup_plan=wanted, creator_request_id=None, backend=self.backup_backend)
    plan.backup_plan, plan.version_id = fresh.backup_plan, fresh.version_id
    plan.advanced_backup_settings = fresh.advanced_backup_settings
    return json.dumps(plan.to_dict())


@adds(BackupResponse)
def create_backup_selection(self: Any) -> str:
    """CreateBackupSelection."""
    body, number = json.loads(self.body), str(uuid.uuid4())
    created = {"BackupPlanId": plan_id(self.path), "SelectionId": number, "CreationDate": unix_time()}
    selections(self)[number] = {
        **created,
        "BackupSelection": body["BackupSelection"],
        "CreatorRequestId": body.get("CreatorRequestId", ""),
    }
    return json.dumps(created)


@adds(BackupResponse)
def get_backup_selection(self: Any) -> str:
    """GetBackupSelection."""
    number = last_part(self.path)
    if number not in selections(self):
        raise ResourceNotFoundException(msg=f"Cannot find Backup selection with ID {number}")
    return json.dumps(selections(self)[number])


@adds(BackupResponse)
def delete_backup_selection(self: Any) -> str:
    """DeleteBackupSelection."""
    selections(self).pop(last_part(self.path), None)
    return "{}"


@adds(BackupResponse)
def list_backup_selections(self: Any) -> str:
    """ListBackupSelections."""
    rows = [
        {**row, **{key: row["BackupSelection"][key] for key in ("SelectionName", "IamRoleArn")}}
        for row in selections(self).values()
        if row["BackupPlanId"] == plan_id(self.path)
    ]
    return json.dumps({"BackupSelectionsList": rows})


@replaces(BackupResponse, "list_tags")
def list_tags(_original: Method, self: Any) -> str:
    """moto takes the wrong part of a path without a trailing slash, and Go's SDK sends none."""
    arn = unquote(self.path.split("/tags/")[1].rstrip("/"))
    return json.dumps({"Tags": self.backup_backend.list_tags(resource_arn=arn)})
