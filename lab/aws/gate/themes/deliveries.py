"""CloudWatch Logs deliveries: sources, destinations and what connects them.

"Permissions required to set up standard logging v2" (CloudFront) and "Logging that requires additional permissions
[V2]" (CloudWatch Logs User Guide): PutDeliverySource also asks the service that is logged, for CloudFront
`cloudfront:AllowVendedLogDeliveryForResource` on the distribution; CreateDelivery is about all three.
"""

from typing import Any

from ..call import Call

KINDS = {
    "DeliverySource": "delivery-source",
    "DeliveryDestination": "delivery-destination",
    "DeliveryDestinationPolicy": "delivery-destination",
}


def resource(call: Call) -> str | None:
    """The source, destination or delivery; None for what is no delivery."""
    operation = call.operation.removeprefix("Get").removeprefix("Put").removeprefix("Delete")
    if operation in KINDS:
        name = call.data.get("name") or call.data.get("deliveryDestinationName")
        return call.arn(f"{KINDS[operation]}:{name}")
    if operation in ("Delivery", "UpdateDeliveryConfiguration"):
        return call.arn(f"delivery:{call.data.get('id')}")
    if operation == "CreateDelivery":
        return call.arn("delivery:*")
    return "*" if operation.startswith("DescribeDeliver") else None


def further(call: Call) -> list[tuple[str, str, dict[str, Any]]]:
    """The logged resource, and both ends of a delivery."""
    if call.operation == "PutDeliverySource":
        logged = str(call.data.get("resourceArn"))
        service = logged.split(":")[2] if logged.count(":") > 1 else ""
        return [(f"{service}:AllowVendedLogDeliveryForResource", logged, {})] if service else []
    if call.operation == "CreateDelivery":
        source = call.arn(f"delivery-source:{call.data.get('deliverySourceName')}")
        return [(call.action, source, {}), (call.action, str(call.data.get("deliveryDestinationArn")), {})]
    return []
