"""JSON values as Python holds them, with the guards that a type checker needs to look into them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TypeGuard

from qcontract.model.untyped import is_list as is_array
from qcontract.model.untyped import is_number, is_object

__all__ = [
    "MAX_DEPTH",
    "JsonObject",
    "canonical",
    "is_array",
    "is_number",
    "is_object",
    "is_same",
    "is_too_deep",
    "is_true",
]

JsonObject = dict[str, Any]
MAX_DEPTH = 200  # levels of nesting; far above any contract, far below Python's recursion limit


def is_true(value: object) -> TypeGuard[bool]:
    """Whether ``value`` is the JSON word ``true``; the number 1 is not."""
    return value is True


def canonical(value: object) -> str:
    """One text per JSON value, whatever the order of its members.

    Python says that ``True == 1``; two values are the same JSON only when this text is.
    """
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def is_same(one: object, other: object) -> bool:
    """Whether two values are the same JSON, whatever the order of members."""
    return one is other or canonical(one) == canonical(other)


def is_too_deep(value: object) -> bool:
    """Whether a value has more than ``MAX_DEPTH`` levels of objects and arrays."""
    level: list[Any] = [value] if isinstance(value, dict | list) else []
    for _ in range(MAX_DEPTH):
        level = [inner for outer in level for inner in _inside(outer) if type(inner) is dict or type(inner) is list]
        if not level:
            return False
    return True


def _inside(value: Any) -> Iterable[Any]:
    return value.values() if is_object(value) else value
