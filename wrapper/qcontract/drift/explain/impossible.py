"""Schemas that must all be met and cannot be: no value passes, so that no change below them breaks by the letter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import is_object
from qcontract.drift.difference import Difference
from qcontract.drift.nodes import Node
from qcontract.findings import rule

if TYPE_CHECKING:
    from qcontract.drift.explain.explainer import Explainer
    from qcontract.drift.explain.walk import Unit

__all__ = ["tell"]

_DEMANDS = frozenset({"$ref", "allOf"})
"""Beside a reference only stands what must be met as well: a reference alone is followed."""
_LISTS = ("allOf", "anyOf", "oneOf")
_ENTRIES = (("items", "/*"), ("additionalProperties", "/{}"))


def tell(explainer: Explainer, unit: Unit) -> None:
    """Add the places of a unit that changed, where no value passes before or after."""
    if not any(explainer.sameness.mentions(node).joint for node in (unit.old, unit.new)):
        return
    before, after = (
        {node.pointer.removeprefix(root.pointer): node for node in _joint(root)} for root in (unit.old, unit.new)
    )
    for below in dict.fromkeys((*before, *after)):
        old, new = before.get(below), after.get(below)
        if old and new and explainer.sameness.same(old, new):
            continue
        nothing = [side for side in (old, new) if side and _admits_nothing(explainer, unit, side)]
        if nothing:
            where = "both contracts" if len(nothing) == 2 else f"the {nothing[0].side} contract"
            unit.differences.append(
                Difference.between(
                    old,
                    new,
                    rule=rule("schema-admits-nothing"),
                    direction=unit.direction.value,
                    before=where,
                    unit=unit,
                )
            )


def _admits_nothing(explainer: Explainer, unit: Unit, node: Node) -> bool:
    return explainer.schemas.admits_nothing(node.side, node.schema, unit.direction)


def _joint(node: Node) -> Iterator[Node]:
    """The schemas of a unit in which several must be met, the outer ones first."""
    if is_object(node.value) and not _DEMANDS.isdisjoint(node.value):
        yield node
    for below in _below(node):
        if not below.is_referenced:
            yield from _joint(below)


def _below(node: Node) -> Iterator[Node]:
    for name in node.members("properties"):
        yield node.child("properties", name, path=pointer.join(name))
    for keyword, path in _ENTRIES:
        if node.members(keyword):
            yield node.child(keyword, path=path)
    for keyword in _LISTS:
        for index, _ in enumerate(node.entries(keyword)):
            yield node.child(keyword, index, path="")
