"""The two ways in which this package changes moto: replace a method, or add one that is missing."""

from collections.abc import Callable
from typing import Any

Method = Callable[..., Any]


def replaces(owner: type, name: str) -> Callable[[Method], Method]:
    """Decorator: the function stands in for `owner.name` and gets the original as its first argument."""

    def decorate(replacement: Method) -> Method:
        original = getattr(owner, name)

        def method(self: Any, *args: Any, **kwargs: Any) -> Any:
            return replacement(original, self, *args, **kwargs)

        method.__name__ = name  # moto finds operations by the name of the method
        method.__doc__ = replacement.__doc__
        setattr(owner, name, method)
        return replacement

    return decorate


def adds(owner: type, name: str | None = None) -> Callable[[Method], Method]:
    """Decorator: the function becomes a method that moto does not have (`name`, else the function's own name)."""

    def decorate(method: Method) -> Method:
        setattr(owner, name or method.__name__, method)
        return method

    return decorate


def extras(backend: Any, name: str) -> dict[str, Any]:
    """A dictionary of ours kept on a moto backend, so that it is reset and forked with it."""
    found: dict[str, Any] = backend.__dict__.setdefault(f"_lab_{name}", {})
    return found
