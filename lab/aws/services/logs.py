"""CloudWatch Logs: saved Insights queries and changes of deliveries, which moto lacks."""

import json
import uuid
from typing import Any

from moto.core.utils import unix_time
from moto.logs.responses import LogsResponse

from ..patching import adds, extras

DELIVERY_SETTINGS = {
    "recordFields": "record_fields",
    "fieldDelimiter": "field_delimiter",
    "s3DeliveryConfiguration": "s3_delivery_configuration",
}


def queries(response: Any) -> dict[str, dict[str, Any]]:
    """Query definitions by id, beside moto's own state."""
    return extras(response.logs_backend, "query_definitions")


@adds(LogsResponse)
def put_query_definition(self: Any) -> str:
    """PutQueryDefinition."""
    number = self._get_param("queryDefinitionId") or str(uuid.uuid4())
    queries(self)[number] = {
        "queryDefinitionId": number,
        "name": self._get_param("name"),
        "queryString": self._get_param("queryString"),
        "logGroupNames": self._get_param("logGroupNames") or [],
        "lastModified": int(unix_time() * 1000),
    }
    return json.dumps({"queryDefinitionId": number})


@adds(LogsResponse)
def describe_query_definitions(self: Any) -> str:
    """DescribeQueryDefinitions."""
    prefix = self._get_param("queryDefinitionNamePrefix") or ""
    found = [query for query in queries(self).values() if query["name"].startswith(prefix)]
    return json.dumps({"queryDefinitions": found})


@adds(LogsResponse)
def delete_query_definition(self: Any) -> str:
    """DeleteQueryDefinition."""
    return json.dumps({"success": queries(self).pop(self._get_param("queryDefinitionId"), None) is not None})


@adds(LogsResponse)
def update_delivery_configuration(self: Any) -> str:
    """UpdateDeliveryConfiguration: what the request leaves out stays."""
    delivery = self.logs_backend.get_delivery(id=self._get_param("id"))
    for name, attribute in DELIVERY_SETTINGS.items():
        value = self._get_param(name)
        if value is not None:
            setattr(delivery, attribute, value)
    return "{}"
