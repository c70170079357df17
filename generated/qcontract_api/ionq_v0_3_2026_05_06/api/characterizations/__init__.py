"""The operations under one tag, imported on first use."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import get_characterization, get_characterizations_current_for_backend, get_characterizations_for_backend

__all__ = (
    "get_characterization",
    "get_characterizations_current_for_backend",
    "get_characterizations_for_backend",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return importlib.import_module(f".{name}", __name__)
