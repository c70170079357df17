"""Members of objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import is_object, is_true
from qcontract.drift.difference import Decided
from qcontract.drift.explain.local import typed
from qcontract.drift.explain.renames import renames
from qcontract.drift.explain.shape import Shape
from qcontract.drift.nodes import Node
from qcontract.drift.schemas import Direction

if TYPE_CHECKING:
    from qcontract.drift.explain.walk import Walk

__all__ = ["compare"]

_OBJECT = frozenset({"object"})
_MARKS = ("readOnly", "writeOnly")
_OTHERS = ("additionalProperties", "patternProperties")


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
            walk.descend(member, new.properties[name], name, optional=not needed)
    _required(walk, old, new, {*gone, *come})
    _additional(walk, old, new)
    _patterns(walk, old, new)
    _dependent(walk, old, new)


def _member_alone(walk: Walk, old: Shape, new: Shape, name: str) -> Decided:
    """The decision about a member that one side declares, whatever the others hold."""
    known = {*old.properties, *new.properties} - {name}
    requests = walk.direction is Direction.REQUEST
    return walk.decide(_holding(old, name, known, sends=requests), _holding(new, name, known, sends=not requests))


def _holding(shape: Shape, name: str, known: set[str], *, sends: bool) -> dict[str, Any]:
    """An object of which one member matters; one that is not declared is what the schema says of all others."""
    members: dict[str, Any] = {other: {} for other in sorted(known)}
    rest: dict[str, Any] = {}
    if name in shape.properties:
        members[name] = shape.properties[name].reference
        rest = {"additionalProperties": False} if sends else {}
    else:
        rest = {word: shape.value(word) for word in _OTHERS if word in shape.keywords}
    needed = {"required": [name]} if name in shape.required else {}
    return {**typed(shape.node, _OBJECT), "properties": members, **needed, **rest}


def _removed(walk: Walk, old: Shape, new: Shape, name: str) -> None:
    needed = name in old.required
    relation = _member_alone(walk, old, new, name)
    rule = "property-removed-required" if needed else "property-removed"
    member = old.properties[name]
    walk.add(rule, member.named, _beside(new), relation, value=name)


def _beside(shape: Shape) -> Node | None:
    return shape.node if shape.node.is_written else None


def _added(walk: Walk, old: Shape, new: Shape, name: str) -> None:
    needed = name in new.required
    relation = _member_alone(walk, old, new, name)
    member = new.properties[name]
    rule = "property-added-required" if needed else "property-added"
    walk.add(rule, None, member.named, relation, value=name)


def _renamed(walk: Walk, old: Shape, new: Shape, before: str, after: str) -> None:
    parts = [_member_alone(walk, old, new, name) for name in (before, after)]
    worst = next((part for part in parts if part.relation.verdict == "breaking"), None)
    relation = worst or next((part for part in parts if part.relation.verdict == "unknown"), parts[0])
    pair = old.properties[before], new.properties[after]
    one, other = (member.named for member in pair)
    walk.add("property-renamed", one, other, relation, value=before, before=before, after=after)
    walk.descend(*pair, before if walk.direction is Direction.REQUEST else after)


def _required(walk: Walk, old: Shape, new: Shape, told: set[str]) -> None:
    for name in sorted(old.required.keys() ^ new.required.keys()):
        if name in told:
            continue
        rule = "property-became-required" if name in new.required else "property-became-optional"
        relation = walk.decide(_needing(old, name), _needing(new, name))
        asking = new if name in new.required else old
        says_itself = asking.required[name].home == asking.node.home
        one, other = (_asked(shape, name) if says_itself else _member(shape, name) for shape in (old, new))
        walk.add(rule, one, other, relation, value=name)


def _needing(shape: Shape, name: str) -> dict[str, Any]:
    """An object that may need a member, whatever it holds; one that does not travel this way is not needed."""
    member = shape.properties.get(name)
    marks: dict[str, Any] = {word: True for word in _MARKS if member is not None and is_true(member.get(word))}
    needed = {"required": [name]} if name in shape.required else {}
    return {**typed(shape.node, _OBJECT), "properties": {name: marks}, **needed}


def _member(shape: Shape, name: str) -> Node:
    member = shape.properties.get(name)
    return member.named if member else shape.required.get(name) or shape.node


def _asked(shape: Shape, name: str) -> Node:
    """A member as a matter of the schema that asks for it, which may be another one than it is declared in."""
    return evolve(_member(shape, name), home=shape.node.home, path=shape.node.path + pointer.join(name), site=None)


def _additional(walk: Walk, old: Shape, new: Shape) -> None:
    before, after = (shape.value("additionalProperties", True) for shape in (old, new))
    if before is False or after is False:
        if before is not after:
            rule = "additional-properties-closed" if after is False else "additional-properties-opened"
            walk.add(rule, *_owners(old, new), _relation_of_rest(walk, old, new, before, after))
    elif is_object(before) or is_object(after):
        walk.descend(_rest(old), _rest(new), _undeclared(old, new))


def _owners(old: Shape, new: Shape) -> tuple[Node, Node]:
    return old.owner("additionalProperties"), new.owner("additionalProperties")


def _relation_of_rest(walk: Walk, old: Shape, new: Shape, before: Any, after: Any) -> Decided:
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


def _undeclared(old: Shape, new: Shape) -> str:
    """A name that neither side has for anything in particular."""
    name = "undeclared"
    while name in old.properties or name in new.properties:
        name += "_"
    return name


def _patterns(walk: Walk, old: Shape, new: Shape) -> None:
    before, after = old.value("patternProperties", {}), new.value("patternProperties", {})
    for pattern in sorted({*before, *after}):
        if pattern in before and pattern in after:
            pair = (shape.owner("patternProperties") for shape in (old, new))
            one, other = (owner.child("patternProperties", pattern, path="/{}") for owner in pair)
            walk.descend(one, other, walk.explainer.lifting.text(pattern))
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
            ending = "removed" if will is None or (was is not None and relation.relation.verdict == "safe") else "added"
            walk.add(f"{rule}-{ending}", old.node, new.node, relation, value=name, before=was, after=will)
