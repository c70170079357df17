"""Small schemas that hold one aspect of a larger one, so that the aspect can be decided alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qcontract.drift.explain.shape import Shape
from qcontract.drift.nodes import Node

__all__ = ["common_types", "only", "typed"]


def only(shape: Shape, keywords: Iterable[str], types: frozenset[str] | None) -> dict[str, Any]:
    """A schema with some keywords of another one and nothing else.

    Args:
        shape: The other one.
        keywords: Those to keep, where they are.
        types: Types to which it is limited; None for any.
    """
    kept = {keyword: shape.value(keyword) for keyword in keywords if keyword in shape.keywords}
    return {**typed(shape.node, types), **kept}


def typed(node: Node, types: frozenset[str] | None, *, null: bool = False) -> dict[str, Any]:
    """A schema of some types, in the spelling of its document."""
    if types is None:
        return {}
    if str(node.document.get("openapi", "")).startswith("3.0"):
        return _without_type_arrays(sorted(types), null=null)
    names = sorted(types | {"null"}) if null else sorted(types)
    return {"type": names[0] if len(names) == 1 else names}


def _without_type_arrays(names: list[str], *, null: bool) -> dict[str, Any]:
    said: dict[str, Any] = {"nullable": True} if null else {}
    if len(names) == 1:
        return {"type": names[0], **said}
    return {"anyOf": [{"type": name, **said} for name in names]}


def common_types(old: Shape, new: Shape) -> frozenset[str] | None:
    """The types that a value may have on both sides."""
    if old.types is None or new.types is None:
        return new.types if old.types is None else old.types
    both = old.types & new.types
    return both | {"integer"} if "integer" in old.types | new.types and "number" in old.types | new.types else both
