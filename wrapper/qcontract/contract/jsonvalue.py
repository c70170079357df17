"""JSON values as Python holds them, with the guards that a type checker needs to look into them."""

from __future__ import annotations

import json
from typing import Any, TypeGuard

__all__ = ["JsonObject", "canonical", "is_array", "is_number", "is_object", "is_true"]

JsonObject = dict[str, Any]


def is_object(value: object) -> TypeGuard[JsonObject]:
    """Whether ``value`` is a JSON object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether ``value`` is a JSON array."""
    return isinstance(value, list)


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether ``value`` is a JSON number; ``True`` is not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_true(value: object) -> TypeGuard[bool]:
    """Whether ``value`` is the JSON word ``true``; the number 1 is not."""
    return value is True


def canonical(value: object) -> str:
    """One text per JSON value, whatever the order of its members.

    Python says that ``True == 1``; two values are the same JSON only when this text is.
    """
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
