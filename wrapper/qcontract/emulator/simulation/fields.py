"""Reading members of a gate or circuit object, with the failures of a job that has a malformed circuit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeGuard, cast

from .failures import CircuitFailure

__all__ = ["Fields"]

_LARGEST = 1e300
_LARGEST_QUBIT = 1_000_000


def _is_array(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


class Fields:
    """Members of one JSON object; ``where`` names it in messages."""

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, Mapping):
            raise CircuitFailure("InvalidInput", f"{where} must be an object")
        self._members = cast("Mapping[str, Any]", value)
        self.where = where

    def __contains__(self, name: str) -> bool:
        return self._members.get(name) is not None

    def malformed(self, text: str) -> CircuitFailure:
        """Return the failure of a gate that breaks the format."""
        return CircuitFailure("PreflightError", f"{self.where}: {text}")

    def text(self, name: str, default: str | None = None) -> str:
        """Return a string."""
        value = self._members.get(name, default)
        if not isinstance(value, str):
            raise CircuitFailure("InvalidInput", f"{self.where}: '{name}' must be a string")
        return value

    def items(self, name: str) -> list[Any]:
        """Return an array."""
        value = self._members.get(name)
        if not _is_array(value):
            raise CircuitFailure("InvalidInput", f"{self.where}: '{name}' must be an array")
        return value

    def number(self, name: str, default: float | None = None) -> float:
        """Return a finite number; ``default`` stands for an absent member."""
        return self._number(self._members.get(name, default), name)

    def numbers(self, name: str) -> list[float]:
        """Return an array of finite numbers."""
        return [self._number(value, name) for value in self.items(name)]

    def _number(self, value: object, name: str) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.malformed(f"'{name}' must be a number")
        if not -_LARGEST < value < _LARGEST:
            raise self.malformed(f"'{name}' must be finite")
        return float(value)

    def count(self, name: str) -> int | None:
        """Return a positive whole number, or None when it is absent."""
        if name not in self:
            return None
        value = self._members[name]
        if isinstance(value, bool) or not isinstance(value, int | float) or value != value // 1:
            raise CircuitFailure("InvalidInput", f"{self.where}: '{name}' must be a whole number")
        if not 1 <= value < _LARGEST_QUBIT:
            raise CircuitFailure("NotEnoughQubits", f"{self.where}: no backend offers this number of qubits")
        return int(value)

    def qubits(self, single: str, several: str) -> tuple[int, ...]:
        """Return qubit numbers, which are given either alone or as an array."""
        if single in self and several in self:
            raise self.malformed(f"give '{single}' or '{several}', not both")
        values = [self._members[single]] if single in self else self.items(several) if several in self else []
        return tuple(self._qubit(value) for value in values)

    def _qubit(self, value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int | float) or value != value // 1:
            raise self.malformed("a qubit must be a whole number")
        if not 0 <= value < _LARGEST_QUBIT:
            raise self.malformed("qubits are numbered from 0 to one less than the number of qubits")
        return int(value)
