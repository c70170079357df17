"""Names in XML: what elements and attributes are called, which schemas say beside the values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import is_object, is_true
from qcontract.drift.comparing import Comparing
from qcontract.drift.nodes import Node
from qcontract.drift.schemas import Direction

__all__ = ["compare_names"]

_COMPOSED = ("allOf", "anyOf", "oneOf")
_Said = tuple[str, str, bool, bool]


def compare_names(comparing: Comparing, old: Node, new: Node, direction: Direction) -> None:
    """Compare how values are written in XML, wherever both schemas have a value.

    Args:
        comparing: The comparison.
        old: The schema before.
        new: The same after.
        direction: Which way its values travel.
    """
    waiting, seen = [("", [old], [new])], set[frozenset[str]]()
    while waiting:
        name, *sides = waiting.pop()
        before, after = (_composed(nodes) for nodes in sides)
        met = frozenset(f"{node.side} {node.key}" for node in (*before, *after))
        if met in seen or not before or not after:
            continue
        seen.add(met)
        was, will = (_names(nodes, name) for nodes in (before, after))
        if was != will:
            comparing.add("xml-changed", sides[0][0], sides[1][0], direction, before=_told(was), after=_told(will))
        members, others = _below(before), _below(after)
        waiting.extend((step[-1], members[step], others[step]) for step in sorted(members.keys() & others.keys()))


def _composed(nodes: list[Node]) -> list[Node]:
    seen: set[str] = set()
    return sorted((part for node in nodes for part in _parts(node, seen)), key=lambda part: part.key)


def _names(nodes: list[Node], default: str) -> frozenset[_Said]:
    return frozenset(_said(node.get("xml"), default) for node in nodes if "xml" in node.value) or frozenset(
        {_said(None, default)}
    )


def _parts(node: Node, seen: set[str]) -> Iterator[Node]:
    """A schema, and those that it is composed of."""
    if not is_object(node.value) or node.key in seen:
        return
    seen.add(node.key)
    yield node
    if "$ref" in node.value:
        yield from _parts(node.target(), seen)
    for keyword in _COMPOSED:
        for index, _ in enumerate(node.entries(keyword)):
            yield from _parts(node.child(keyword, index, path=""), seen)


def _below(nodes: list[Node]) -> dict[tuple[str, ...], list[Node]]:
    """What members and entries are, by the step that leads to them."""
    found: dict[tuple[str, ...], list[Node]] = {}
    for node in nodes:
        for name in node.members("properties"):
            found.setdefault(("properties", name), []).append(node.child("properties", name, path=pointer.join(name)))
        if is_object(node.get("items")):
            found.setdefault(("items", ""), []).append(node.child("items", path="/*"))
    return found


def _said(xml: Any, default: str) -> _Said:
    """Name, namespace, whether it is an attribute, whether a list has an element of its own; prefixes say nothing."""
    said = xml if is_object(xml) else {}
    name, space = str(said.get("name", default)), str(said.get("namespace", ""))
    return name, space, is_true(said.get("attribute")), is_true(said.get("wrapped"))


def _told(said: frozenset[_Said]) -> str:
    return " or ".join(sorted(map(_spelled, said)))


def _spelled(said: _Said) -> str:
    name, space, attribute, wrapped = said
    words = (
        f"{'attribute' if attribute else 'element'} {name}".strip(),
        f"of {space}" if space else "",
        "wrapped" if wrapped else "",
    )
    return " ".join(filter(None, words))
