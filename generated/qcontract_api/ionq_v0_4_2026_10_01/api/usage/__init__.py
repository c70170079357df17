"""The operations under one tag, imported on first use."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import get_usages

__all__ = ("get_usages",)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return importlib.import_module(f".{name}", __name__)
