"""What two documents say, their prose aside: texts, examples and vendors' extensions explain and do not bind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, canonical, is_array, is_number, is_object, is_same
from qcontract.contract.keywords import words

__all__ = ["ABSENT", "Difference", "differences", "is_prose"]

_PROSE = words("contact description example examples externalDocs license logo summary termsOfService title")
_NAMES = words(
    "$defs callbacks content definitions dependentRequired dependentSchemas encoding examples headers links mapping",
    "parameters pathItems paths patternProperties properties requestBodies responses schemas scopes securitySchemes",
    "variables webhooks",
)
"""Keys whose members are named by the vendor: a property may be called ``description``."""
_DATA = frozenset({"const", "default"})
_SETS = frozenset({"enum", "required", "tags"})


class _Absent:
    def __repr__(self) -> str:
        return "(absent)"


ABSENT = _Absent()
"""Stands for a member that one of two documents does not have."""


@frozen
class Difference:
    """A place at which two documents differ, and what stands there in each; ``ABSENT`` where nothing does."""

    pointer: str
    left: Any
    right: Any


def is_prose(key: str) -> bool:
    """Whether a keyword of OpenAPI or JSON Schema only explains."""
    return key in _PROSE or key.startswith("x-")


def differences(left: Any, right: Any, at: str = "", *, names: bool = False) -> Iterator[Difference]:
    """Compare two values of OpenAPI documents, without their prose, in the order of the left one.

    The order of members never matters, nor that of the entries of ``required``, ``enum`` and ``tags``.

    Args:
        left: One value, or ``ABSENT``.
        right: The other.
        at: JSON Pointer of both.
        names: The keys of the values are the vendor's names, not keywords.
    """
    if is_object(left) and is_object(right):
        for key in [*left, *(key for key in right if key not in left)]:
            if names or not is_prose(key):
                yield from _member(key, left, right, at + pointer.join(key), names=names)
    elif is_array(left) and is_array(right):
        for index in range(max(len(left), len(right))):
            yield from differences(_entry(left, index), _entry(right, index), f"{at}/{index}")
    elif not _same(left, right):
        yield Difference(at, left, right)


def _member(key: str, left: JsonObject, right: JsonObject, at: str, *, names: bool) -> Iterator[Difference]:
    one, other = left.get(key, ABSENT), right.get(key, ABSENT)
    if not names and key in _SETS and is_array(one) and is_array(other):
        if sorted(map(canonical, one)) != sorted(map(canonical, other)):
            yield Difference(at, one, other)
    elif not names and key in _DATA:
        if not _same(one, other):
            yield Difference(at, one, other)
    else:
        yield from differences(one, other, at, names=not names and key in _NAMES)


def _entry(values: list[Any], index: int) -> Any:
    return values[index] if index < len(values) else ABSENT


def _same(left: Any, right: Any) -> bool:
    if left is ABSENT or right is ABSENT:
        return left is right
    if is_number(left) and is_number(right):
        return left == right
    return is_same(left, right)
