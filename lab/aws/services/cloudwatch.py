"""CloudWatch: PutCompositeAlarm, which moto lacks although it keeps and describes such alarms."""

from typing import Any

from moto.cloudwatch.responses import CloudWatchResponse

from ..patching import adds


@adds(CloudWatchResponse)
def put_composite_alarm(self: Any) -> Any:
    """PutCompositeAlarm."""
    return self.put_metric_alarm()
