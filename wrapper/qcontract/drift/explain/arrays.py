"""Entries of arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qcontract.contract.jsonvalue import is_true
from qcontract.drift.explain.local import only
from qcontract.drift.explain.shape import Shape
from qcontract.drift.nodes import Node

if TYPE_CHECKING:
    from qcontract.drift.explain.walk import Walk

__all__ = ["compare"]

_ARRAY = frozenset({"array"})


def compare(walk: Walk, old: Shape, new: Shape) -> None:
    """Compare the schemas of entries, and whether they may be equal."""
    _items(walk, old, new)
    _prefix(walk, old, new)
    before, after = is_true(old.value("uniqueItems")), is_true(new.value("uniqueItems"))
    if before != after:
        relation = walk.decide(only(old, ["uniqueItems"], _ARRAY), only(new, ["uniqueItems"], _ARRAY))
        owners = old.owner("uniqueItems"), new.owner("uniqueItems")
        walk.add(f"unique-items-{'added' if after else 'removed'}", *owners, relation)


def _items(walk: Walk, old: Shape, new: Shape) -> None:
    before, after = old.keywords.get("items"), new.keywords.get("items")
    if before and after:
        entry = max(len(_leading(shape)) for shape in (old, new))
        walk.descend(before.owner.child("items", path="/*"), after.owner.child("items", path="/*"), entry)
    elif before or after:
        words = ["prefixItems", "items"]
        relation = walk.decide(only(old, words, _ARRAY), only(new, words, _ARRAY))
        walk.add("items-removed" if before else "items-added", old.owner("items"), new.owner("items"), relation)


def _prefix(walk: Walk, old: Shape, new: Shape) -> None:
    before, after = _leading(old), _leading(new)
    for index, pair in enumerate(zip(before, after, strict=False)):
        one, other = (node.at(f"{node.path}/{index}") for node in pair)
        walk.descend(one, other, index)
    longer, name = (before, "removed") if len(before) > len(after) else (after, "added")
    for index in range(min(len(before), len(after)), len(longer)):
        words = ["prefixItems", "items"]
        relation = walk.decide(only(old, words, _ARRAY), only(new, words, _ARRAY))
        walk.add(f"prefix-item-{name}", old.owner("prefixItems"), new.owner("prefixItems"), relation, value=index)


def _leading(shape: Shape) -> list[Node]:
    held = shape.keywords.get("prefixItems")
    if held is None:
        return []
    return [held.owner.child("prefixItems", index, path="") for index in range(len(held.owner.entries("prefixItems")))]
