"""RDS: attributes that AWS reports back and moto drops, parameter resets."""

import uuid
from typing import Any

import moto.rds.models as rds
from moto.core.responses import ActionResult
from moto.moto_api._internal import mock_random
from moto.rds.responses import RDSResponse

from ..patching import Method, adds, replaces


def keep_monitoring(resource: Any, asked: dict[str, Any]) -> None:
    """AWS reports enhanced monitoring and performance insights back; moto drops them (a diff in every plan)."""
    resource.monitoring_interval = asked.get("monitoring_interval") or 0
    resource.monitoring_role_arn = asked.get("monitoring_role_arn")
    insights = bool(asked.get("enable_performance_insights"))
    resource.performance_insights_enabled = insights
    if insights:
        key = f"arn:aws:kms:{resource.region}:{resource.account_id}:key/{uuid.uuid4()}"
        resource.performance_insights_retention_period = asked.get("performance_insights_retention_period") or 7
        resource.performance_insights_kms_key_id = asked.get("performance_insights_kms_key_id") or key
    resource.database_insights_mode = asked.get("database_insights_mode") or "standard"


@replaces(rds.DBCluster, "__init__")
def create_cluster(original: Method, self: Any, backend: Any, **kwargs: Any) -> None:
    """Keep IAM authentication, the HTTP endpoint and the serverless pause, which moto ignores or limits."""
    iam_authentication = kwargs.get("enable_iam_database_authentication")
    original(self, backend, **kwargs)
    self.iam_auth = iam_authentication
    keep_monitoring(self, kwargs)
    if kwargs.get("enable_http_endpoint") and self.engine.startswith("aurora-"):
        self._enable_http_endpoint = True  # AWS: also on provisioned and serverless v2 clusters
    scaling = self.serverless_v2_scaling_configuration
    pauses = scaling is not None and scaling.get("min_capacity", scaling.get("MinCapacity")) == 0
    if pauses and not scaling.get("SecondsUntilAutoPause"):
        self.serverless_v2_scaling_configuration = {**scaling, "SecondsUntilAutoPause": 300}


@replaces(rds.DBInstance, "__init__")
def create_instance(original: Method, self: Any, backend: Any, *args: Any, **kwargs: Any) -> None:
    """moto gives every instance the same resource id, by which the provider looks instances up."""
    kwargs.setdefault("ca_certificate_identifier", "rds-ca-rsa2048-g1")  # AWS's default
    original(self, backend, *args, **kwargs)
    self.dbi_resource_id = "db-" + mock_random.get_random_string(length=26).upper()
    keep_monitoring(self, kwargs)


def leave_kept_password(resource: Any, asked: dict[str, Any]) -> None:
    """ManageMasterUserPassword turns the keeping on: where it is on, the secret stays what it is."""
    if asked.get("manage_master_user_password") and getattr(resource, "master_user_secret", None) is not None:
        del asked["manage_master_user_password"]


@replaces(rds.DBInstance, "update")
def update_instance(original: Method, self: Any, **kwargs: Any) -> None:
    """moto has no attribute for a change of performance insights, and makes a second secret for a kept password."""
    leave_kept_password(self, kwargs)
    insights = kwargs.pop("enable_performance_insights", None)
    original(self, **kwargs)
    if insights is not None:
        self.performance_insights_enabled = insights


@replaces(rds.RDSBackend, "modify_db_cluster")
def modify_db_cluster(original: Method, self: Any, kwargs: dict[str, Any]) -> Any:
    """moto reads log exports from the wrong key and knows no change of these attributes."""
    cluster = self.clusters[kwargs["db_cluster_identifier"]]
    leave_kept_password(cluster, kwargs)
    exports = kwargs.pop("cloudwatch_logs_export_configuration", None)
    if exports:
        kwargs["enable_cloudwatch_logs_exports"] = exports
    for argument, attribute in (
        ("enable_performance_insights", "performance_insights_enabled"),
        ("enable_iam_database_authentication", "iam_auth"),
        ("enable_http_endpoint", "_enable_http_endpoint"),
    ):
        value = kwargs.pop(argument, None)
        if value is not None:
            setattr(cluster, attribute, value)
    return original(self, kwargs)


def set_http_endpoint(value: bool) -> Method:
    """EnableHttpEndpoint and DisableHttpEndpoint, which moto lacks."""

    def operation(self: Any) -> ActionResult:
        arn = self.params.get("ResourceArn")
        cluster = next(cluster for cluster in self.backend.clusters.values() if cluster.db_cluster_arn == arn)
        cluster._enable_http_endpoint = value
        return ActionResult({"ResourceArn": arn, "HttpEndpointEnabled": value})

    return operation


adds(RDSResponse, "enable_http_endpoint")(set_http_endpoint(True))
adds(RDSResponse, "disable_http_endpoint")(set_http_endpoint(False))


def from_user(parameters: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without Source=user, which moto leaves out, the provider takes a changed parameter for unset."""
    return [{"Source": "user", **parameter} for parameter in parameters]


@replaces(rds.DBParameterGroup, "update_parameters")
def update_parameters(original: Method, self: Any, new_parameters: list[dict[str, Any]]) -> None:
    """See from_user."""
    original(self, from_user(new_parameters))


@replaces(rds.DBClusterParameterGroup, "update_cluster_parameters")
def update_cluster_parameters(original: Method, self: Any, new_parameters: list[dict[str, Any]]) -> None:
    """See from_user."""
    original(self, from_user(new_parameters))


def reset_parameters(groups: str, name: str) -> Method:
    """ResetDBParameterGroup and ResetDBClusterParameterGroup, which moto lacks."""

    def operation(self: Any) -> ActionResult:
        group = getattr(self.backend, groups)[self.params[name]]
        if self.params.get("ResetAllParameters"):
            group.parameters.clear()
        for parameter in self.params.get("Parameters") or []:
            group.parameters.pop(parameter["ParameterName"], None)
        return ActionResult({name: group.name})

    return operation


adds(RDSResponse, "reset_db_parameter_group")(reset_parameters("db_parameter_groups", "DBParameterGroupName"))
adds(RDSResponse, "reset_db_cluster_parameter_group")(
    reset_parameters("db_cluster_parameter_groups", "DBClusterParameterGroupName")
)

# Only Aurora Serverless v1 has a ScalingConfigurationInfo; moto reports one for every cluster.
_scaling_info = rds.DBCluster.scaling_configuration_info.fget
rds.DBCluster.scaling_configuration_info = property(
    lambda self: _scaling_info(self) if self.engine_mode == "serverless" else None
)
