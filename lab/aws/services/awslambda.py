"""Lambda: parts of a function's configuration that AWS reports back and moto drops; invocations are refused."""

from typing import Any

from moto.awslambda.models import LambdaBackend, LambdaFunction

from ..fail_fast import Unsupported
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


@replaces(LambdaBackend, "invoke")
def invoke(_original: Method, _self: Any, function_name: str, *_args: Any, **_kwargs: Any) -> None:
    """moto runs functions in Docker containers, which this lab does without: refused, never pretended."""
    raise Unsupported(f"functions do not run here (invocation of {function_name})")
