"""KMS: keys that services make for themselves are AWS's (`KeyManager: AWS`); moto calls all keys the customer's."""

from typing import Any

from moto.kms.models import KmsBackend

from ..patching import Method, replaces

# How moto describes the keys it makes on first use by a service; a person's key would hardly be called so.
DESCRIBED = ("Default key", "Default master key that protects my ")


@replaces(KmsBackend, "create_key")
def create_key(original: Method, self: Any, *args: Any, **kwargs: Any) -> Any:
    """Mark a service's own key."""
    key = original(self, *args, **kwargs)
    if (key.description or "").startswith(DESCRIBED):
        key.key_manager = "AWS"
    return key
