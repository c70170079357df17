"""Types, null and enumerations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qcontract.contract.jsonvalue import canonical
from qcontract.drift.explain.local import common_types, typed
from qcontract.drift.explain.shape import Shape

if TYPE_CHECKING:
    from qcontract.drift.explain.walk import Walk

__all__ = ["compare"]

_ALL = frozenset({"array", "boolean", "integer", "number", "object", "string"})


def compare(walk: Walk, old: Shape, new: Shape) -> bool:
    """Compare types, null and enumerations; whether the values still have enough in common to go on."""
    _null(walk, old, new)
    if not (old.branches or new.branches):
        _types(walk, old, new)
    if common_types(old, new) == frozenset():
        return False
    _values(walk, old, new)
    return True


def _types(walk: Walk, old: Shape, new: Shape) -> None:
    before, after = _complete(old.types), _complete(new.types)
    if before == after:
        return
    name = "type-narrowed" if after < before else "type-widened" if before < after else "type-changed"
    relation = walk.decide(typed(old.node, old.types), typed(new.node, new.types))
    walk.add(name, old.node, new.node, relation, before=_spelled(old.types), after=_spelled(new.types))


def _complete(types: frozenset[str] | None) -> frozenset[str]:
    """All types that values may have: a number may be an integer."""
    said = _ALL if types is None else types
    return said | {"integer"} if "number" in said else said


def _spelled(types: frozenset[str] | None) -> str:
    return "any" if types is None else " or ".join(sorted(types)) or "none"


def _null(walk: Walk, old: Shape, new: Shape) -> None:
    if old.takes_null == new.takes_null or (old.types is None and new.types is None and not (old.null or new.null)):
        return
    kept = common_types(old, new) or frozenset({"string"})
    pair = [typed(shape.node, kept, null=shape.takes_null) for shape in (old, new)]
    walk.add("null-removed" if old.takes_null else "null-added", old.node, new.node, walk.decide(*pair))


def _values(walk: Walk, old: Shape, new: Shape) -> None:
    if old.values is None and new.values is None:
        return
    kept = common_types(old, new)
    if old.values is None or new.values is None:
        _list_came_or_went(walk, old, new, kept)
        return
    before = {canonical(value): value for value in old.values.value}
    after = {canonical(value): value for value in new.values.value}
    if len(before) == len(after) == 1 and before.keys() != after.keys():
        relation = walk.decide(*(_listed(values) for values in _both(old, new)))
        pair = {"before": next(iter(before.values())), "after": next(iter(after.values()))}
        walk.add("const-changed", old.values.owner, new.values.owner, relation, **pair)
        return
    stay = [value for key, value in before.items() if key in after]
    for key in before.keys() - after.keys():
        relation = walk.decide(_listed([*stay, before[key]]), _listed(stay))
        walk.add("enum-value-removed", old.values.owner, new.values.owner, relation, value=before[key])
    for key in after.keys() - before.keys():
        relation = walk.decide(_listed(stay), _listed([*stay, after[key]]))
        walk.add("enum-value-added", old.values.owner, new.values.owner, relation, value=after[key])


def _both(old: Shape, new: Shape) -> list[list[Any]]:
    return [shape.values.value for shape in (old, new) if shape.values]


def _list_came_or_went(walk: Walk, old: Shape, new: Shape, kept: frozenset[str] | None) -> None:
    pair = [
        {**typed(shape.node, kept), **({"enum": shape.values.value} if shape.values else {})} for shape in (old, new)
    ]
    name = "enum-added" if old.values is None else "enum-removed"
    said = [shape.values.value if shape.values else None for shape in (old, new)]
    walk.add(name, old.node, new.node, walk.decide(*pair), before=said[0], after=said[1])


def _listed(values: list[Any]) -> dict[str, Any]:
    return {"enum": values}
