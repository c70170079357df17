"""Addresses that a client takes from nowhere but its own module, which may be imported during the test."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, Final

__all__ = ["LatePatch"]

_MODULE: Final = "pennylane_ionq.api_client"
"""Source: released code of pennylane-ionq 0.45; ``APIClient.BASE_URL`` ends in the version."""


class LatePatch(AbstractContextManager["LatePatch"], MetaPathFinder):
    """Sets the address of pennylane-ionq when it is imported, or at once when it is; it is never imported for that.

    Args:
        set_address: Called with the class whose ``BASE_URL`` is to be set.
    """

    def __init__(self, set_address: Callable[[Any], None]) -> None:
        self._set_address = set_address

    def __enter__(self) -> LatePatch:
        self.renew()
        sys.meta_path.insert(0, self)
        return self

    def __exit__(self, *_: object) -> None:
        sys.meta_path.remove(self)

    def renew(self) -> None:
        """Set the address again, after it has changed."""
        if _MODULE in sys.modules:
            self._patch(sys.modules[_MODULE])

    def _patch(self, module: ModuleType) -> None:
        client = getattr(module, "APIClient", None)
        if client is not None:
            self._set_address(client)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find the module as the others would, and be told when it has been executed."""
        if fullname != _MODULE:
            return None
        others = (finder.find_spec(fullname, path, target) for finder in sys.meta_path if finder is not self)
        spec = next((found for found in others if found is not None), None)
        if spec is not None and spec.loader is not None:
            # The loader stays what it is, since tracebacks ask it for the source.
            vars(spec.loader)["exec_module"] = self._executing(spec.loader.exec_module)
        return spec

    def _executing(self, original: Callable[[ModuleType], None]) -> Callable[[ModuleType], None]:
        def exec_module(module: ModuleType) -> None:
            original(module)
            self._patch(module)

        return exec_module
