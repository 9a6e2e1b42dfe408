"""One module a service, each with only what moto lacks or does otherwise than AWS; importing them changes moto."""

import importlib
import pkgutil

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")
