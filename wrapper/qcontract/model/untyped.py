"""Type guards for values that came from JSON or TOML, so that the rest of the code is typed."""

from __future__ import annotations

import math
from collections.abc import Iterable
from numbers import Integral, Real
from typing import Any, TypeGuard

__all__ = [
    "is_finite",
    "is_integer",
    "is_list",
    "is_number",
    "is_object",
    "is_text",
    "is_tuple",
    "plain",
    "plain_all",
    "unique_members",
]


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether the value is a JSON object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether the value is a JSON array."""
    return isinstance(value, list)


def is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    """Whether the value is a tuple."""
    return isinstance(value, tuple)


def is_integer(value: object) -> TypeGuard[int]:
    """Whether the value is a whole number; true and false are not."""
    return isinstance(value, int) and not isinstance(value, bool)


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether the value is a number; true and false are not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_finite(value: object) -> TypeGuard[int | float]:
    """Whether the value is a number that a float can hold: neither NaN nor infinite, and no integer beyond both."""
    try:
        return is_number(value) and math.isfinite(value)
    except OverflowError:
        return False


def is_text(value: object) -> TypeGuard[str]:
    """Whether the value is a string that can be sent; JSON can hold half a character, and UTF-8 cannot."""
    return isinstance(value, str) and not any("\ud800" <= character <= "\udfff" for character in value)


def plain(value: Any) -> Any:
    """Return a number as Python's own: one of numpy is written otherwise in programs, and not at all in JSON.

    Example:
        >>> from fractions import Fraction
        >>> plain(Fraction(1, 2)), plain(True), plain("0.5")
        (0.5, True, '0.5')
    """
    if type(value) in _PLAIN:
        return value
    try:
        return int(value) if isinstance(value, Integral) else float(value) if isinstance(value, Real) else value
    except OverflowError:
        return value


_PLAIN = frozenset({int, float, bool, str})


def plain_all(values: Iterable[Any]) -> tuple[Any, ...]:
    """Return several values, the numbers among them as Python's own."""
    return tuple(plain(value) for value in values)


def unique_members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the members of a JSON object, for ``json.loads(..., object_pairs_hook=unique_members)``.

    Raises:
        ValueError: One occurs twice; all but the last would be lost.
    """
    body = dict(pairs)
    if len(body) != len(pairs):
        raise ValueError("a member occurs twice in one object")
    return body
