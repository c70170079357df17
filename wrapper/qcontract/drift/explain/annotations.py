"""What a schema says about a value without refusing any: defaults, deprecation, direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qcontract.contract.jsonvalue import canonical, is_array, is_same, is_true
from qcontract.drift.explain.shape import Shape
from qcontract.drift.extensions import changed_extensions
from qcontract.drift.lifecycle import announced
from qcontract.drift.schemas import Direction

if TYPE_CHECKING:
    from qcontract.drift.explain.walk import Walk

__all__ = ["compare"]


_DIRECTIONS = {"readOnly": "read-only", "writeOnly": "write-only"}


def compare(walk: Walk, old: Shape, new: Shape) -> None:
    """Compare everything that is said beside the set of values."""
    _default(walk, old, new)
    for keyword, name in _DIRECTIONS.items():
        before, after = is_true(old.value(keyword)), is_true(new.value(keyword))
        if before != after:
            walk.add(f"{name}-{'added' if after else 'removed'}", old.owner(keyword), new.owner(keyword), None)
    _deprecation(walk, old, new)
    _extensible(walk, old, new)
    for name in changed_extensions((*old.keywords, *new.keywords), old.value, new.value):
        said = {"before": old.value(name), "after": new.value(name)}
        walk.add("extension-changed", old.owner(name), new.owner(name), None, value=name, **said)


def _default(walk: Walk, old: Shape, new: Shape) -> None:
    has, gets = "default" in old.keywords, "default" in new.keywords
    before, after = old.value("default"), new.value("default")
    if has is gets and is_same(before, after):
        return
    if walk.direction is Direction.REQUEST and not walk.optional:  # never left out, so never filled in
        return
    what = "changed" if has and gets else "removed" if has else "added"
    walk.add(f"default-{what}", old.owner("default"), new.owner("default"), None, before=before, after=after)


def _deprecation(walk: Walk, old: Shape, new: Shape) -> None:
    before, after = is_true(old.value("deprecated")), is_true(new.value("deprecated"))
    if before != after:
        name = "property-deprecated" if after else "property-reactivated"
        said = announced(new.value("x-sunset")) if after else None
        walk.add(name, old.owner("deprecated"), new.owner("deprecated"), None, value=said)
    for change in walk.explainer.lifecycle.changes(old.value, new.value):
        walk.add(change.rule, old.node, new.node, None, before=change.before, after=change.after)


def _extensible(walk: Walk, old: Shape, new: Shape) -> None:
    before, after = old.value("x-extensible-enum"), new.value("x-extensible-enum")
    if not (is_array(before) and is_array(after)):
        return
    was, will = ({canonical(value): value for value in values} for values in (before, after))
    for name, values in (("removed", was.keys() - will.keys()), ("added", will.keys() - was.keys())):
        for key in values:
            value = (was | will)[key]
            walk.add(f"extensible-enum-value-{name}", old.node, new.node, None, value=value)
