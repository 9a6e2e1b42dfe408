"""Lambda: parts of a function's configuration that AWS reports back and moto drops."""

from typing import Any

from moto.awslambda.models import LambdaFunction

from ..patching import Method, replaces

KEPT = ("DeadLetterConfig", "EphemeralStorage", "FileSystemConfigs", "KMSKeyArn", "LoggingConfig", "TracingConfig")


@replaces(LambdaFunction, "__init__")
def create(original: Method, self: Any, account_id: str, spec: dict[str, Any], *args: Any, **kwargs: Any) -> None:
    """Remember what was sent."""
    original(self, account_id, spec, *args, **kwargs)
    self.kept = {name: spec[name] for name in KEPT if spec.get(name)}


@replaces(LambdaFunction, "update_configuration")
def update_configuration(original: Method, self: Any, config_updates: dict[str, Any]) -> Any:
    """Remember what was changed."""
    self.kept.update({name: config_updates[name] for name in KEPT if name in config_updates})
    return original(self, config_updates)


@replaces(LambdaFunction, "get_configuration")
def get_configuration(original: Method, self: Any, on_create: bool = False) -> dict[str, Any]:
    """Give it back."""
    return {**original(self, on_create), **{name: value for name, value in getattr(self, "kept", {}).items() if value}}
