"""moto's work without what it does again for each request or for nobody: answers are the same, sooner."""

import contextlib
import string
from functools import cache, cached_property
from types import SimpleNamespace
from typing import Any

from botocore.exceptions import UnknownServiceError
from cryptography.hazmat.primitives.asymmetric import rsa
from flask import debughelpers
from moto import backends
from moto.acm import models as acm_models
from moto.core import responses, utils
from moto.core.base_backend import BackendDict
from moto.kms import models as kms_models
from moto.moto_api._internal import mock_random
from moto.moto_server.werkzeug_app import DomainDispatcherApplication
from moto.resourcegroupstaggingapi.models import resourcegroupstaggingapi_backends

from .requests_seen import ACCOUNT_ID

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
# Services among them whose operations moto reads from methods and paths.
BY_PATH = ("cloudfront", "route53")
REGION = "us-east-1"
_MODULES = tuple(backends.list_of_moto_modules())
_make_key = kms_models.generate_private_key
_operations_by_path = responses._get_method_urls
_backends_of_account = BackendDict.__getitem__
_cryptography = acm_models.cryptography


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


class ModelsOnly:
    """boto3 where moto makes a client for nothing but the model in it."""

    @staticmethod
    def client(name: str, **_: Any) -> Any:
        """What has a service's model, as a client does."""
        return SimpleNamespace(_service_model=utils.get_service_model(name))


class OneKey:
    """`cryptography` for ACM, whose certificates share a key: a new one takes a tenth of a second and is not shown."""

    def __init__(self) -> None:
        key = rsa.generate_private_key(65537, 2048)
        made = SimpleNamespace(generate_private_key=lambda **_: key)
        self.hazmat = SimpleNamespace(primitives=SimpleNamespace(asymmetric=SimpleNamespace(rsa=made)))

    def __getattr__(self, name: str) -> Any:
        """All the rest is as it is."""
        return getattr(_cryptography, name)


def operations_by_path(service: str, _region: str) -> Any:
    """The same in each region."""
    return _operations_by_path(service, REGION)


def backends_of_account(self: Any, account: str) -> Any:
    """An account that is known needs no lock and no list of all accounts."""
    found = self.get(account)
    return _backends_of_account(self, account) if found is None else found


def random_string(self: Any, length: int = 20, include_digits: bool = True, lower_case: bool = False) -> str:
    """In one go: the id of each answer has 52 characters."""
    made = "".join(self.choices(string.ascii_letters + (string.digits if include_digits else ""), k=length))
    return made.lower() if lower_case else made


def warm_up() -> None:
    """Read the models before the first fork."""
    for name in MODELS:
        utils.get_service_model(name)
        with contextlib.suppress(UnknownServiceError):  # no operation of it has pages
            utils.get_pagination_model(name)
    for name in BY_PATH:
        operations_by_path(name, REGION)
    # Asks fifty services, each for the first time.
    tagged = resourcegroupstaggingapi_backends[ACCOUNT_ID][REGION]
    tagged.get_resources(tag_filters=[], resource_type_filters=[])


backends.list_of_moto_modules = lambda: _MODULES  # else a look at two hundred folders for each request
# Which service a host means; else hundreds of patterns are tried for each request.
DomainDispatcherApplication.get_backend_for_host = cache(DomainDispatcherApplication.get_backend_for_host)  # type: ignore[method-assign]
utils.create_loader = cache(utils.create_loader)  # else each model begins with a list of all services
responses.method_names_from_class = cache(responses.method_names_from_class)
kms_models.generate_private_key = LateKey  # type: ignore[assignment]
responses.boto3 = ModelsOnly  # type: ignore[assignment]
responses._get_method_urls = operations_by_path  # type: ignore[assignment]
acm_models.cryptography = OneKey()  # type: ignore[assignment]
BackendDict.__getitem__ = backends_of_account  # type: ignore[method-assign]
type(mock_random).get_random_string = random_string  # type: ignore[method-assign]
debughelpers.attach_enctype_error_multidict = lambda _: None  # a class for each request, to explain forms
