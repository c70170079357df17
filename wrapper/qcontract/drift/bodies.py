"""Bodies: media types, their schemas, and the encoding of parts of forms."""

from __future__ import annotations

from typing import Any

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import canonical, is_object, is_true
from qcontract.drift.comparing import Comparing
from qcontract.drift.nodes import Node
from qcontract.drift.schemas import Direction

__all__ = ["compare_content", "compare_request_body"]


def compare_request_body(comparing: Comparing, old: Node, new: Node) -> None:
    """Compare the request bodies of two operations."""
    before, after = _body(old), _body(new)
    direction = comparing.asking
    if before is None and after is not None:
        name = "request-body-added-required" if is_true(after.get("required")) else "request-body-added"
        shown = comparing.request(without="body") if name.endswith("required") else None
        comparing.add(name, None, after, direction, evidence=shown)
    elif before is not None and after is None:
        comparing.add("request-body-removed", before, None, direction)
    elif before is not None and after is not None and not comparing.sameness.same(before, after):
        was, will = is_true(before.get("required")), is_true(after.get("required"))
        if was != will:
            name = "request-body-became-required" if will else "request-body-became-optional"
            shown = comparing.request(without="body") if will else None
            comparing.add(name, before, after, direction, evidence=shown)
        compare_content(comparing, before, after, direction, "request body")


def _body(operation: Node) -> Node | None:
    if not is_object(operation.get("requestBody")):
        return None
    return operation.child("requestBody")


def compare_content(comparing: Comparing, old: Node, new: Node, direction: Direction, part: str) -> None:
    """Compare the media types of a body or answer, and what each of them holds.

    Args:
        comparing: The comparison.
        old: The body or answer before.
        new: The same after.
        direction: Which way it travels.
        part: What people call it.
    """
    before, after = _types(old), _types(new)
    pairs = {name: after[_plain(name)] for name in before.values() if _plain(name) in after}
    gone = [name for name in before.values() if name not in pairs]
    come = [name for key, name in after.items() if key not in before]
    for name in gone:
        other = _partner(name, come, list(after.values()))
        if other is None:
            shown = comparing.request(body=name) if direction is comparing.asking else None
            comparing.add("media-type-removed", _media(old, name), None, direction, value=name, evidence=shown)
            continue
        rule = "media-type-widened" if _covers(other, name) else "media-type-narrowed"
        nodes = _media(old, name), _media(new, other)
        comparing.add(rule, *nodes, direction, value=name, before=name, after=other)
        pairs[name] = other
    for name in come:
        if name not in pairs.values():
            comparing.add("media-type-added", None, _media(new, name), direction, value=name)
    for name, other in pairs.items():
        _compare_media(comparing, _media(old, name), _media(new, other), direction, f"{part} {name}")


def _types(node: Node) -> dict[str, str]:
    """Media types as written, by how they compare."""
    return {_plain(name): name for name in node.members("content")}


def _plain(name: str) -> str:
    """A media type without its parameters, such as a character set, and in small letters."""
    return name.partition(";")[0].strip().lower()


def _partner(name: str, come: list[str], after: list[str]) -> str | None:
    wider = next((other for other in after if _covers(other, name)), None)
    return wider or next((other for other in come if _covers(name, other)), None)


def _covers(wide: str, narrow: str) -> bool:
    """Whether a range of media types includes another one.

    A media type with a structured suffix is one of that syntax, too: JSON that says more about itself.
    """
    (kind, _, sub), (other, _, below) = _plain(wide).partition("/"), _plain(narrow).partition("/")
    if kind == "*":
        return True
    return kind == other and (sub == "*" or below.endswith(f"+{sub}"))


def _media(node: Node, name: str) -> Node:
    return node.child("content", name, path=pointer.join(name))


def _compare_media(comparing: Comparing, old: Node, new: Node, direction: Direction, part: str) -> None:
    if comparing.sameness.same(old, new):
        return
    comparing.schema(_schema(old), _schema(new), direction, part)
    before, after = old.members("encoding"), new.members("encoding")
    for part in sorted({*before, *after}):
        was, will = (_encoding(members.get(part)) for members in (before, after))
        if was != will:
            comparing.add("encoding-changed", old, new, direction, value=part, before=was, after=will)


def _schema(media: Node) -> Node:
    return media.child("schema", path="") if media.get("schema") is not None else media.without({})


def _encoding(said: Any) -> str:
    """How a part is written, with what is left out filled in."""
    said = said if is_object(said) else {}
    style = said.get("style", "form")
    plain = {
        "contentType": ",".join(sorted(part.strip() for part in str(said.get("contentType", "")).split(","))),
        "headers": said.get("headers", {}),
        "style": style,
        "explode": said.get("explode", style == "form"),
        "allowReserved": is_true(said.get("allowReserved")),
    }
    return canonical(plain)
