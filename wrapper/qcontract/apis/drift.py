"""Find what an answer holds and its contract does not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qcontract_api.runtime import OpenIntEnum, OpenStrEnum, UnknownVariant, fits

from qcontract.flow.effects import Drift
from qcontract.model.untyped import is_list, is_object

__all__ = ["unknowns"]


def unknowns(generated: object, raw: object, operation: str) -> tuple[Drift, ...]:
    """Return every unknown value, member, kind of object and JSON type in an answer, with its place.

    Args:
        generated: What the generated code made of the answer.
        raw: The answer's JSON.
        operation: The API operation, as ``<contract> <operationId>``.
    """
    return tuple(Drift(operation, kind, path, value) for kind, path, value in _walk(generated, raw, ""))


def _walk(value: Any, raw: Any, path: str) -> Iterator[tuple[Any, str, object]]:
    if isinstance(value, OpenStrEnum | OpenIntEnum):
        if not value.is_known:
            yield "enum", path, value.value
    elif isinstance(value, UnknownVariant):
        yield "variant", path, raw
    elif is_list(value):
        for index, item in enumerate(value):
            yield from _walk(item, raw[index] if is_list(raw) else None, f"{path}/{index}")
    elif hasattr(value, "__json_types__"):
        yield from _walk_model(value, raw if is_object(raw) else {}, path)


def _walk_model(model: Any, raw: dict[str, Any], path: str) -> Iterator[tuple[Any, str, object]]:
    for attribute, (name, types) in model.__json_types__.items():
        if name not in raw:
            continue
        sent = raw[name]
        if not fits(sent, types):
            yield "type", f"{path}/{_escaped(name)}", sent
        elif sent is not None and type(sent) not in _PLAIN:
            yield from _walk(getattr(model, attribute), sent, f"{path}/{_escaped(name)}")
    for name, value in _further(model).items():
        if model.__declares_extra__:
            yield from _walk(value, raw.get(name), f"{path}/{_escaped(name)}")
        else:
            yield "field", f"{path}/{_escaped(name)}", value


_PLAIN = frozenset({int, float, bool})
"""Types that hold nothing to find, unless they stand for a numbered enum; those are rare and not in any contract."""


def _further(model: Any) -> dict[str, Any]:
    found: dict[str, Any] = getattr(model, "unknown_fields", None) or getattr(model, "additional_properties", {})
    return found


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
