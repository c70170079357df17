"""Parts of a request's body, for checks that need not see all of it."""

from __future__ import annotations

from typing import Any, Final

from qcontract.contract.jsonvalue import is_array, is_object

__all__ = ["beginning", "without_gates"]

_CIRCUIT: Final = "circuit"
_EXPLAINED: Final = 6000
"""How many values are looked at for an explanation; more than a job has circuits at most."""


def without_gates(value: Any) -> Any:
    """Return a body with empty circuits: what is wrong with a gate shows when the job runs."""
    if is_object(value):
        nothing: list[Any] = []
        return {
            name: nothing if name == _CIRCUIT and is_array(inner) else without_gates(inner)
            for name, inner in value.items()
        }
    return [without_gates(item) for item in value] if is_array(value) else value


def beginning(value: Any) -> Any:
    """Return a body whose arrays and objects end where so many values were seen."""
    left = [_EXPLAINED]

    def cut(inner: Any) -> Any:
        left[0] -= 1
        if is_object(inner):
            return {name: cut(member) for name, member in inner.items() if left[0] > 0}
        return [cut(item) for item in inner if left[0] > 0] if is_array(inner) else inner

    return cut(value)
