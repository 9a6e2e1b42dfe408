"""moto's work without what it does again for each request or for nobody: answers are the same, sooner."""

from functools import cache, cached_property
from typing import Any

from moto import backends
from moto.core import responses, utils
from moto.kms import models as kms_models
from moto.moto_server.werkzeug_app import DomainDispatcherApplication

# Services of this repository's stacks: their models are read once, before the first fork, and not in each.
MODELS = (
    "acm",
    "application-autoscaling",
    "cloudfront",
    "cloudwatch",
    "ec2",
    "ecr",
    "ecs",
    "elbv2",
    "iam",
    "kms",
    "logs",
    "rds",
    "resourcegroupstaggingapi",
    "route53",
    "s3",
    "secretsmanager",
    "sns",
    "ssm",
    "sts",
)
_MODULES = tuple(backends.list_of_moto_modules())
_make_key = kms_models.generate_private_key


class LateKey:
    """A KMS key's asymmetric part, made when it is first asked for: encryption, which most keys are for, has none."""

    def __init__(self, spec: str) -> None:
        self._spec = spec

    @cached_property
    def _made(self) -> Any:
        return _make_key(self._spec)

    def __getattr__(self, name: str) -> Any:
        """Whatever moto wants of the key."""
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._made, name)


def warm_up() -> None:
    """Read the models before the first fork."""
    for name in MODELS:
        utils.get_service_model(name)


backends.list_of_moto_modules = lambda: _MODULES  # else a look at two hundred folders for each request
# Which service a host means; else hundreds of patterns are tried for each request.
DomainDispatcherApplication.get_backend_for_host = cache(DomainDispatcherApplication.get_backend_for_host)  # type: ignore[method-assign]
utils.create_loader = cache(utils.create_loader)  # else each model begins with a list of all services
responses.method_names_from_class = cache(responses.method_names_from_class)
kms_models.generate_private_key = LateKey  # type: ignore[assignment]
