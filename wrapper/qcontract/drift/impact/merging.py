"""One attribute from two descriptions, as `allOf` gives them."""

from __future__ import annotations

from attrs import evolve

from qcontract.drift.impact.surface import Slot, Types

__all__ = ["merged"]

_ORDER = ("Any", "float", "str")
"""Annotations that give way to any other, the first before the next."""


def merged(first: Slot | None, second: Slot) -> Slot:
    """What the generator makes of two descriptions of one attribute; the more special annotation stays."""
    if first is None:
        return second
    default = first.default if second.default is None else second.default
    return evolve(
        second, types=_narrower(first.types, second.types), required=first.required or second.required, default=default
    )


def _narrower(first: Types, second: Types) -> Types:
    for general in _ORDER:
        alone = frozenset({general})
        if alone in (first, second):
            return second if first == alone else first
    return second
