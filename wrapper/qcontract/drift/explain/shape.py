"""A schema as one flat description, however it was composed."""

from __future__ import annotations

from typing import Any

from attrs import define, field, frozen

from qcontract.contract.jsonvalue import is_array, is_object, is_true
from qcontract.contract.unread import INVALID, unread
from qcontract.drift.nodes import Node

__all__ = ["Held", "Shape", "shape_of"]


@frozen
class Held:
    """The value of a keyword, and the schema that says it."""

    value: Any
    owner: Node


@define(eq=False)
class Shape:
    """What a schema says, with references followed, `allOf` merged and unions of one branch taken apart.

    Args:
        node: The schema.
        keywords: What is said by every other keyword.
        properties: Members by name.
        required: Who says that a member is required, by name.
        types: JSON types without null; None if any.
        null: Whether null was named as a value.
        values: The values of an enumeration or constant.
        branches: The alternatives of the first union with more than one branch beside null.
        union: The keyword of that union.
        further: Schemas that must fit as well and could not be merged.
    """

    node: Node
    keywords: dict[str, Held] = field(factory=dict[str, Held])
    properties: dict[str, Node] = field(factory=dict[str, Node])
    required: dict[str, Node] = field(factory=dict[str, Node])
    types: frozenset[str] | None = None
    null: bool = False
    values: Held | None = None
    branches: list[Node] = field(factory=list[Node])
    union: str = ""
    further: list[Node] = field(factory=list[Node])

    def value(self, keyword: str, default: Any = None) -> Any:
        """What a keyword says; ``default`` if it is not there."""
        held = self.keywords.get(keyword)
        return held.value if held else default

    def owner(self, keyword: str) -> Node:
        """The schema that says a keyword; the whole one if none does."""
        held = self.keywords.get(keyword)
        return held.owner if held else self.node

    @property
    def unread(self) -> frozenset[str]:
        """The keywords that nobody can read; the empty name stands for all of them."""
        held = self.keywords.get(INVALID)
        return unread(held.owner.value) if held else frozenset()

    @property
    def takes_null(self) -> bool:
        """Whether null is a value, as far as types tell."""
        return self.null or (self.types is None and not self.branches)


def shape_of(node: Node) -> Shape:
    """Describe a schema flatly; what cannot be merged stands under ``further``."""
    shape = Shape(node)
    _absorb(shape, node, set())
    return shape


def _absorb(shape: Shape, node: Node, seen: set[str]) -> None:
    if node.value is False:
        shape.types = frozenset()
    if not is_object(node.value) or node.pointer in seen:
        return
    seen.add(node.pointer)
    if "$ref" in node.value:
        _absorb(shape, node.target(), seen)
    for keyword in sorted(node.value, key="allOf".__eq__):  # what stands here itself is not to be missed for a part
        _READERS.get(keyword, _keep)(shape, node, keyword, seen)


def _keep(shape: Shape, node: Node, keyword: str, _: set[str]) -> None:
    shape.keywords.setdefault(keyword, Held(node.value[keyword], node))


def _type(shape: Shape, node: Node, keyword: str, _: set[str]) -> None:
    said = node.value[keyword]
    names = frozenset(str(name) for name in (said if is_array(said) else [said]))
    shape.null = shape.null or "null" in names
    types = names - {"null"}
    shape.types = types if shape.types is None else shape.types & types


def _nullable(shape: Shape, node: Node, keyword: str, _: set[str]) -> None:
    shape.null = shape.null or (is_true(node.value[keyword]) and str(node.document.get("openapi")).startswith("3.0"))


def _enumeration(shape: Shape, node: Node, keyword: str, _: set[str]) -> None:
    values = node.value[keyword] if keyword == "enum" else [node.value[keyword]]
    if shape.values is None and is_array(values):
        shape.values = Held(values, node)
        shape.keywords.setdefault(keyword, Held(node.value[keyword], node))


def _members(shape: Shape, node: Node, keyword: str, _: set[str]) -> None:
    for name in node.members(keyword):
        shape.properties.setdefault(name, node.child(keyword, name, path=_step(name)))


def _step(name: str) -> str:
    return "/" + name.replace("~", "~0").replace("/", "~1")


def _needed(shape: Shape, node: Node, keyword: str, _: set[str]) -> None:
    for name in node.entries(keyword):
        shape.required.setdefault(str(name), node)


def _all_of(shape: Shape, node: Node, keyword: str, seen: set[str]) -> None:
    for index, _ in enumerate(node.entries(keyword)):
        member = node.child(keyword, index, path="")
        if _can_merge(shape, member):
            _absorb(shape, member, seen)
        else:
            shape.further.append(member)


def _can_merge(shape: Shape, member: Node) -> bool:
    """Members whose keywords are not taken yet; sets of members and types merge anyway."""
    taken = shape.keywords.keys() & (member.value.keys() if is_object(member.value) else set())
    if any(shape.keywords[keyword].value != member.value[keyword] for keyword in taken - _ANNOTATIONS):
        return False
    is_union = is_object(member.value) and bool(member.value.keys() & {"anyOf", "oneOf"})
    return not (is_union and shape.branches)


def _one_of_many(shape: Shape, node: Node, keyword: str, seen: set[str]) -> None:
    branches = [node.child(keyword, index, path="") for index, _ in enumerate(node.entries(keyword))]
    solid = [branch for branch in branches if not _is_null(branch)]
    shape.null = shape.null or len(solid) < len(branches)
    if len(solid) == 1 and len(branches) <= 2:
        _absorb(shape, solid[0], seen)
    elif not shape.branches:
        shape.branches, shape.union = solid, keyword
    else:
        said = {word: node.value[word] for word in (keyword, "discriminator") if word in node.value}
        shape.further.append(node.without(said))  # not all of it, which would lead back here


def _is_null(branch: Node) -> bool:
    value = branch.value
    return is_object(value) and (value.get("type") == "null" or value.get("enum") == [None] or value == {"const": None})


def _nothing(shape: Shape, node: Node, keyword: str, seen: set[str]) -> None:
    """Read elsewhere, or says nothing about values."""


_ANNOTATIONS = frozenset(
    {"$comment", "$id", "default", "deprecated", "description", "discriminator", "example", "examples", "externalDocs"}
    | {"readOnly", "title", "writeOnly", "xml"}
)
_READERS = {
    "$ref": _nothing,
    "allOf": _all_of,
    "anyOf": _one_of_many,
    "const": _enumeration,
    "enum": _enumeration,
    "nullable": _nullable,
    "oneOf": _one_of_many,
    "properties": _members,
    "required": _needed,
    "type": _type,
}
