"""What one media type holds, as far as its syntax tells values apart."""

from __future__ import annotations

from qcontract.drift.comparing import Comparing
from qcontract.drift.encodings import compare_encodings
from qcontract.drift.forms import as_form, is_bytes
from qcontract.drift.mediatypes import MediaType
from qcontract.drift.nodes import Node
from qcontract.drift.schemas import Direction
from qcontract.drift.texts import as_text
from qcontract.drift.xmlnames import compare_names

__all__ = ["compare_media"]

_STRUCTURED = frozenset({"*", "json", "x-www-form-urlencoded", "xml", "yaml"})
_TEXTUAL = frozenset({"*", "message", "multipart", "text"})


def compare_media(
    comparing: Comparing, old: Node, new: Node, direction: Direction, part: str, media: MediaType
) -> None:
    """Compare what two media types hold.

    Args:
        comparing: The comparison.
        old: The media type before.
        new: The same after.
        direction: Which way it travels.
        part: What people call the body or answer.
        media: The more specific one of the two.
    """
    if comparing.sameness.same(old, new):
        return
    before, after = _schema(old), _schema(new)
    if media.is_form:
        before, after = as_form(comparing, before, after, direction)
    elif _is_text(media):
        before, after = as_text(comparing, before, after, direction)
    if not (_is_raw(media) and is_bytes(before.value) and is_bytes(after.value)):
        comparing.schema(before, after, direction, f"{part} {media.written}")
    if media.suffix == "xml":
        compare_names(comparing, before, after, direction)
    if media.is_form and direction is comparing.asking:
        compare_encodings(comparing, old, new, media)


def _schema(media: Node) -> Node:
    return media.child("schema", path="") if media.get("schema") is not None else media.without({})


def _is_text(media: MediaType) -> bool:
    return media.kind == "text" and media.suffix not in _STRUCTURED


def _is_raw(media: MediaType) -> bool:
    return media.kind not in _TEXTUAL and media.suffix not in _STRUCTURED
