"""JSON values as Python holds them, with the guards that a type checker needs to look into them."""

from __future__ import annotations

import json
from typing import Any, TypeGuard

from qcontract.model.untyped import is_list as is_array
from qcontract.model.untyped import is_number, is_object

__all__ = ["JsonObject", "canonical", "is_array", "is_number", "is_object", "is_true"]

JsonObject = dict[str, Any]


def is_true(value: object) -> TypeGuard[bool]:
    """Whether ``value`` is the JSON word ``true``; the number 1 is not."""
    return value is True


def canonical(value: object) -> str:
    """One text per JSON value, whatever the order of its members.

    Python says that ``True == 1``; two values are the same JSON only when this text is.
    """
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
