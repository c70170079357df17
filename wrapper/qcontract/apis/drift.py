"""Find what an answer holds and its contract does not know."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from types import NoneType
from typing import Any, TypeAlias
from uuid import UUID

from qcontract_api.runtime import OpenIntEnum, OpenStrEnum, UnknownVariant, Unset, fits, misfits

from qcontract.flow.effects import Drift
from qcontract.model.untyped import is_list

__all__ = ["unknowns"]

_News: TypeAlias = "Sequence[tuple[Any, str, object]]"
"""Kind, place below the value that was looked at, and what stood there. Most values have none, and must cost little."""

_LEAVES = frozenset({str, int, bool, NoneType, datetime, UUID, Unset})
"""Types that hold nothing to find."""


def unknowns(generated: object, raw: object, operation: str) -> tuple[Drift, ...]:
    """Return every unknown value, member, kind of object and JSON type in an answer, with its place.

    Args:
        generated: What the generated code made of the answer.
        raw: The answer's JSON.
        operation: The API operation, as ``<contract> <operationId>``.
    """
    return tuple(Drift(operation, kind, path, value) for kind, path, value in _in_value(generated, raw))


def _in_value(value: Any, raw: Any) -> _News:
    """Look into a value and the JSON that it was read from: the two have the same shape all the way down.

    Where generated code handed on the JSON itself, the contract says nothing of what is inside, however deep that is.
    """
    if isinstance(value, float):  # Python reads NaN and Infinity, and JSON has neither
        return () if math.isfinite(value) else [("type", "", value)]
    if value is raw:
        return ()
    if hasattr(value, "__json_types__"):
        return _in_model(value, raw)
    if is_list(value):
        return _in_items(enumerate(value), raw)
    if isinstance(value, (OpenStrEnum, OpenIntEnum)):
        return () if value.is_known else [("enum", "", value.value)]
    return [("variant", "", raw)] if isinstance(value, UnknownVariant) else ()


def _in_items(items: Iterable[tuple[Any, Any]], raw: Any) -> _News:
    return [
        news for key, item in items if type(item) not in _LEAVES for news in _placed(key, _in_value(item, raw[key]))
    ]


def _in_model(model: Any, raw: Mapping[str, Any]) -> _News:
    found: list[tuple[Any, str, object]] = []
    for attribute, (name, types) in model.__json_types__.items():
        if name not in raw:
            continue
        sent = raw[name]
        if type(sent) not in types and not fits(sent, types):
            found += _placed(name, [("type", "", sent)])
            continue
        if type(sent) is list and attribute in model.__item_types__:
            found += _placed(name, _misfits(raw[name], model.__item_types__[attribute], into=True))
        value = getattr(model, attribute)
        if type(value) not in _LEAVES and (news := _in_value(value, sent)):
            found += _placed(name, news)
    further = getattr(model, "unknown_fields", None) or getattr(model, "additional_properties", None)
    return [*found, *_in_further(model, further, raw)] if further else found


def _in_further(model: Any, further: Mapping[str, Any], raw: Mapping[str, Any]) -> _News:
    """Look at members that no attribute stands for; where the contract has a free map they are data and no news."""
    if model.__declares_extra__:
        wrong = [news for name in further for news in _placed(name, _misfits(raw[name], model.__extra_types__))]
        return wrong or _in_items(further.items(), raw)
    return [news for name, value in further.items() for news in _placed(name, [("field", "", value)])]


def _misfits(raw: object, levels: tuple[tuple[type, ...], ...], *, into: bool = False) -> _News:
    """Return what does not have the types of its level; ``into`` begins with the items of a list that fits."""
    found = misfits(raw, ((list,), *levels) if into else levels)
    return [("type", "".join(f"/{index}" for index in place), value) for place, value, _ in found]


def _placed(key: object, news: _News) -> _News:
    """Put the name of a member or the number of an item before the places of what was found in it."""
    step = str(key).replace("~", "~0").replace("/", "~1") if news else ""
    return [(kind, f"/{step}{path}", value) for kind, path, value in news]
