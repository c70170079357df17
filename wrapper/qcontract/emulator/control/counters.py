"""What answers rested on, counted."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Final, TypeAlias

from ..http import Basis

__all__ = ["Bases", "Counts"]

Counts: TypeAlias = "dict[str, dict[str, dict[Basis, int]]]"
"""Number of answers by contract, operation and basis."""

_PROJECTS: Final = 4096


class Bases:
    """Counts answers by what they rest on, for all callers together and for each project."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._all: dict[tuple[str, str, Basis], int] = {}
        self._of: dict[str, dict[tuple[str, str, Basis], int]] = {}

    def count(self, project: str | None, contract: str, operation: str, basis: Basis) -> None:
        """Count one answer."""
        what = (contract, operation, basis)
        with self._lock:
            self._all[what] = self._all.get(what, 0) + 1
            if project is None:
                return
            own = self._of.get(project)
            if own is None:
                if len(self._of) >= _PROJECTS:
                    self._of.pop(next(iter(self._of)))
                own = self._of[project] = {}
            own[what] = own.get(what, 0) + 1

    def clear(self, project: str | None = None) -> None:
        """Forget everything, or what one project asked."""
        with self._lock:
            if project is None:
                self._all.clear()
                self._of.clear()
            else:
                self._of.pop(project, None)

    def counts(self, project: str | None = None) -> Counts:
        """Return the counts of all answers, or of those to one project."""
        with self._lock:
            chosen = dict(self._all if project is None else self._of.get(project, {}))
        return _nested(chosen)


def _nested(flat: Mapping[tuple[str, str, Basis], int]) -> Counts:
    found: Counts = {}
    for contract, operation, basis in sorted(flat):
        found.setdefault(contract, {}).setdefault(operation, {})[basis] = flat[contract, operation, basis]
    return found
