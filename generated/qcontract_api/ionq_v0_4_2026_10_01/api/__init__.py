"""The operations of the contract, one package per tag and one module per operation, imported on first use."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import backends, characterizations, default, schemas, usage, whoami

__all__ = (
    "backends",
    "characterizations",
    "default",
    "schemas",
    "usage",
    "whoami",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return importlib.import_module(f".{name}", __name__)
