"""Forms: their parts are texts and files, which OpenAPI 3.0 and 3.1 describe in different words."""

from __future__ import annotations

from typing import Any

from qcontract.contract.jsonvalue import is_object
from qcontract.drift.comparing import Comparing
from qcontract.drift.nodes import Node
from qcontract.drift.schemas import Direction
from qcontract.drift.texts import as_text, with_taken

__all__ = ["as_form", "is_bytes"]

_WORDS = frozenset({"description", "example", "examples", "externalDocs", "title"})


def is_bytes(schema: Any) -> bool:
    """Whether a schema says no more of a value outside of JSON than that it is bytes, as OpenAPI 3.0 or 3.1 does."""
    if not is_object(schema):
        return schema is True
    said = {key: value for key, value in schema.items() if key not in _WORDS}
    named = said.keys() - {"type"} == {"contentMediaType"} and said.get("type", "string") == "string"
    return named or said in ({}, {"type": "string", "format": "binary"})


def as_form(comparing: Comparing, old: Node, new: Node, direction: Direction) -> tuple[Node, Node]:
    """Describe a form, whose parts are texts and files, as JSON, part by part: each of them is a text or a file.

    Args:
        comparing: The comparison.
        old: The schema before.
        new: The same after.
        direction: Which way values travel.

    Returns:
        Both schemas, of which the one that receives takes more in parts whose texts it takes.
    """
    is_request = direction is Direction.REQUEST
    sent, taken = (old, new) if is_request else (new, old)
    parts: dict[str, Any] = {}
    for name in sorted(sent.members("properties").keys() & taken.members("properties").keys()):
        one, other = (node.child("properties", name) for node in (sent, taken))
        read = as_text(comparing, *((one, other) if is_request else (other, one)), direction)
        wider = _file(one.value, other.value) if _is_file(one.value) else read[1 if is_request else 0].value
        parts |= {name: wider} if wider != other.value else {}
    if not parts:
        return old, new
    wider = taken.without({**taken.value, "properties": {**taken.members("properties"), **parts}})
    return with_taken(old, new, wider, direction)


def _is_file(schema: Any) -> bool:
    return is_bytes(schema) or (is_object(schema) and is_bytes(schema.get("items", False)))


def _file(sent: Any, taken: Any) -> Any:
    """A part of a form that takes a file, or a list of them, in the words of who sends it."""
    if is_bytes(sent):
        return sent if is_bytes(taken) else taken
    is_list = is_object(taken) and is_bytes(taken.get("items", False))
    return {**taken, "items": sent["items"]} if is_list else taken
