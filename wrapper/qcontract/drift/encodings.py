"""Encodings: how the parts of a form are written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from qcontract.contract.jsonvalue import JsonObject, canonical, is_object, is_true
from qcontract.drift.comparing import Comparing
from qcontract.drift.explain.shape import shape_of
from qcontract.drift.mediatypes import MediaType
from qcontract.drift.nodes import Node

__all__ = ["compare_encodings"]

_OF_TYPES = {
    frozenset({"object"}): "application/json",
    **{frozenset({name}): "text/plain" for name in ("boolean", "integer", "number", "string")},
}
_BYTES = "application/octet-stream"
_OF_QUERIES = ("allowReserved", "explode", "style")


def compare_encodings(comparing: Comparing, old: Node, new: Node, media: MediaType) -> None:
    """Compare how the parts of a form are written; what is said of a part that the schema does not name says nothing.

    Args:
        comparing: The comparison.
        old: The media type before.
        new: The same after.
        media: What it is called.
    """
    parts = [shape_of(node.child("schema")).properties if node.get("schema") else {} for node in (old, new)]
    for name in sorted(parts[0].keys() & parts[1].keys()):
        before, after = (
            _Encoding.of(node.members("encoding").get(name), known[name], media)
            for node, known in zip((old, new), parts, strict=True)
        )
        if before != after:
            was, will = before.told(after), after.told(before)
            comparing.add(before.rule(after), old, new, comparing.asking, value=name, before=was, after=will)


@frozen
class _Encoding:
    """How one part is written, with what is left out filled in.

    Args:
        types: The media types that it may have; none where it is written like a parameter of a query.
        rest: Everything else.
    """

    types: frozenset[MediaType]
    rest: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, said: Any, part: Node, media: MediaType) -> _Encoding:
        """Read what is said about a part."""
        said = said if is_object(said) else {}
        as_query = any(name in said for name in _OF_QUERIES)
        if media.kind == "multipart":
            as_query &= media.sub == "form-data" and not str(part.document.get("openapi")).startswith("3.0")
            rest = {"headers": said.get("headers", {}), **(_query(said) if as_query else {})}
        else:
            rest = _query(said)
        written = str(said.get("contentType") or _default(part)).split(",")
        types = frozenset(MediaType.of(each.strip()) for each in ([] if as_query else written))
        return cls(types, tuple((name, canonical(value)) for name, value in sorted(rest.items())))

    def rule(self, other: _Encoding) -> str:
        """The rule that names how this one became the other."""
        if self.rest == other.rest and self.types and other.types:
            if _covers(other.types, self.types):
                return "encoding-widened"
            if _covers(self.types, other.types):
                return "encoding-narrowed"
        return "encoding-changed"

    def told(self, other: _Encoding) -> str:
        """What this one says and the other one does not."""
        types = ", ".join(sorted(each.written for each in self.types)) if self.types != other.types else ""
        known = dict(other.rest)
        rest = (f"{name} {value}" for name, value in self.rest if known.get(name) != value)
        return ", ".join(filter(None, (types, *rest))) or "none"


def _query(said: JsonObject) -> JsonObject:
    style = said.get("style", "form")
    return {
        "allowReserved": is_true(said.get("allowReserved")),
        "explode": said.get("explode", style == "form"),
        "style": style,
    }


def _default(part: Node) -> str:
    """What a part is written as when nothing is said about it."""
    shape = shape_of(part)
    if shape.types == frozenset({"array"}) and "items" in shape.keywords and is_object(shape.value("items")):
        return _default(shape.owner("items").child("items"))
    media = shape.value("contentMediaType")
    if isinstance(media, str):
        return media
    is_coded = shape.value("format") in {"binary", "byte"} or "contentEncoding" in shape.keywords
    return _BYTES if is_coded else _OF_TYPES.get(shape.types or frozenset(), _BYTES)


def _covers(wide: Iterable[MediaType], narrow: Iterable[MediaType]) -> bool:
    wide = list(wide)
    return all(any(one.covers(other) for one in wide) for other in narrow)
