"""Members of objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qcontract.contract.jsonvalue import is_object
from qcontract.drift.explain.local import typed
from qcontract.drift.explain.renames import renames
from qcontract.drift.explain.shape import Shape
from qcontract.drift.nodes import Node
from qcontract.drift.schemas import Relation

if TYPE_CHECKING:
    from qcontract.drift.explain.walk import Walk

__all__ = ["compare"]

_OBJECT = frozenset({"object"})


def compare(walk: Walk, old: Shape, new: Shape) -> None:
    """Compare properties, what is required of them, and what is said about all other members."""
    gone = [name for name in old.properties if name not in new.properties]
    come = [name for name in new.properties if name not in old.properties]
    pairs = renames(walk, old, new, gone, come)
    for before, after in pairs.items():
        _renamed(walk, old, new, before, after)
    for name in gone:
        if name not in pairs:
            _removed(walk, old, new, name)
    for name in come:
        if name not in pairs.values():
            _added(walk, old, new, name)
    for name, member in old.properties.items():
        if name in new.properties:
            needed = name in old.required and name in new.required
            walk.descend(member, new.properties[name], optional=not needed)
    _required(walk, old, new, {*gone, *come})
    _additional(walk, old, new)
    _patterns(walk, old, new)
    _dependent(walk, old, new)


def _holding(shape: Shape, properties: dict[str, Any], *required: str) -> dict[str, Any]:
    """An object with some members, open or closed as the schema that they come from."""
    rest = {"additionalProperties": shape.value("additionalProperties")} if _is_closed(shape) else {}
    needed = {"required": list(required)} if required else {}
    return {**typed(shape.node, _OBJECT), "properties": properties, **needed, **rest}


def _is_closed(shape: Shape) -> bool:
    return "additionalProperties" in shape.keywords


def _removed(walk: Walk, old: Shape, new: Shape, name: str) -> None:
    needed = name in old.required
    relation = _removal(walk, old, new, name)
    rule = "property-removed-required" if needed else "property-removed"
    member = old.properties[name]
    walk.add(rule, member, _beside(new), relation, value=name)


def _removal(walk: Walk, old: Shape, new: Shape, name: str) -> Relation:
    before = _holding(old, {name: old.properties[name].reference}, *([name] if name in old.required else []))
    return walk.decide(before, _holding(new, {}, *([name] if name in new.required else [])))


def _beside(shape: Shape) -> Node | None:
    return shape.node if shape.node.is_written else None


def _added(walk: Walk, old: Shape, new: Shape, name: str) -> None:
    needed = name in new.required
    relation = _addition(walk, old, new, name)
    member = new.properties[name]
    rule = "property-added-required" if needed else "property-added"
    walk.add(rule, None, member, relation, value=name)


def _addition(walk: Walk, old: Shape, new: Shape, name: str) -> Relation:
    after = _holding(new, {name: new.properties[name].reference}, *([name] if name in new.required else []))
    return walk.decide(_holding(old, {}, *([name] if name in old.required else [])), after)


def _renamed(walk: Walk, old: Shape, new: Shape, before: str, after: str) -> None:
    parts = (_removal(walk, old, new, before), _addition(walk, old, new, after))
    worst = next((part for part in parts if part.verdict == "breaking"), None)
    relation = worst or next((part for part in parts if part.verdict == "unknown"), parts[0])
    pair = old.properties[before], new.properties[after]
    walk.add("property-renamed", *pair, relation, value=before, before=before, after=after)
    walk.descend(*pair)


def _required(walk: Walk, old: Shape, new: Shape, told: set[str]) -> None:
    for name in sorted(old.required.keys() ^ new.required.keys()):
        if name in told:
            continue
        now = name in new.required
        member = {name: new.properties[name].reference} if name in new.properties else {}
        before = {name: old.properties[name].reference} if name in old.properties else {}
        pair = (
            {**typed(old.node, _OBJECT), "properties": before, **({} if now else {"required": [name]})},
            {**typed(new.node, _OBJECT), "properties": member, **({"required": [name]} if now else {})},
        )
        rule = "property-became-required" if now else "property-became-optional"
        walk.add(rule, _member(old, name), _member(new, name), walk.decide(*pair), value=name)


def _member(shape: Shape, name: str) -> Node:
    return shape.properties.get(name) or shape.required.get(name) or shape.node


def _additional(walk: Walk, old: Shape, new: Shape) -> None:
    before, after = (shape.value("additionalProperties", True) for shape in (old, new))
    if before is False or after is False:
        if before is not after:
            rule = "additional-properties-closed" if after is False else "additional-properties-opened"
            walk.add(rule, *_owners(old, new), _relation_of_rest(walk, old, new, before, after))
    elif is_object(before) or is_object(after):
        walk.descend(_rest(old), _rest(new))


def _owners(old: Shape, new: Shape) -> tuple[Node, Node]:
    return old.owner("additionalProperties"), new.owner("additionalProperties")


def _relation_of_rest(walk: Walk, old: Shape, new: Shape, before: Any, after: Any) -> Relation:
    known: dict[str, Any] = {name: {} for name in sorted({*old.properties, *new.properties})}
    head = {"properties": known} if known else {}
    return walk.decide(
        {**typed(old.node, _OBJECT), **head, "additionalProperties": before},
        {**typed(new.node, _OBJECT), **head, "additionalProperties": after},
    )


def _rest(shape: Shape) -> Node:
    """The schema of members without a name of their own."""
    held = shape.keywords.get("additionalProperties")
    if held is None or held.value is True:
        return shape.node.at(shape.node.path + "/{}").without({})
    return held.owner.child("additionalProperties", path="/{}")


def _patterns(walk: Walk, old: Shape, new: Shape) -> None:
    before, after = old.value("patternProperties", {}), new.value("patternProperties", {})
    for pattern in sorted({*before, *after}):
        if pattern in before and pattern in after:
            pair = (shape.owner("patternProperties") for shape in (old, new))
            walk.descend(*(owner.child("patternProperties", pattern, path="/{}") for owner in pair))
            continue
        pair_of = [
            {**typed(shape.node, _OBJECT), "patternProperties": {k: v for k, v in said.items() if k == pattern}}
            for shape, said in ((old, before), (new, after))
        ]
        rule = "pattern-property-added" if pattern in after else "pattern-property-removed"
        walk.add(rule, old.node, new.node, walk.decide(*pair_of), value=pattern)


def _dependent(walk: Walk, old: Shape, new: Shape) -> None:
    for keyword, rule in (("dependentRequired", "dependent-required"), ("dependentSchemas", "dependent-schema")):
        before, after = old.value(keyword, {}), new.value(keyword, {})
        for name in sorted({*before, *after}):
            was, will = before.get(name), after.get(name)
            if was == will:
                continue
            pair = [
                {**typed(shape.node, _OBJECT), keyword: {name: said} if said is not None else {}}
                for shape, said in ((old, was), (new, will))
            ]
            relation = walk.decide(*pair)
            ending = "removed" if will is None or (was is not None and relation.verdict == "safe") else "added"
            walk.add(f"{rule}-{ending}", old.node, new.node, relation, value=name, before=was, after=will)
