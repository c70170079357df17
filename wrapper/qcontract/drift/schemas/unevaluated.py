"""``unevaluatedProperties`` and ``unevaluatedItems``: decided where the same members count whatever the value is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qcontract.contract.jsonvalue import JsonObject, is_array, is_object
from qcontract.drift.schemas.basics import Basics
from qcontract.drift.schemas.cells import Cell
from qcontract.drift.schemas.documents import Document
from qcontract.drift.schemas.objects import Layer, Objects
from qcontract.drift.schemas.terms import Term
from qcontract.drift.schemas.typed import Read
from qcontract.drift.schemas.views import Context

__all__ = ["unevaluated"]

_DEPENDS_ON_VALUE = frozenset(["anyOf", "oneOf", "if", "dependentSchemas", "patternProperties"])
_EVALUATES_ALL = frozenset(["additionalProperties", "unevaluatedProperties"])
_ITEMS = frozenset(["items", "prefixItems", "contains", "allOf", "anyOf", "oneOf", "if", "$ref"])


def unevaluated(
    words: JsonObject, context: Context, document: Document, basics: Basics, read: Read, text: bytes
) -> Iterator[Term]:
    """The terms of both keywords; an unknown one where what is evaluated depends on the value."""
    detail = [text.hex(), context.side if b"$ref" in text else ""]
    if _matters(words, "unevaluatedProperties", context):
        names = _evaluated_names(words, document)
        if names is None:
            yield basics.unknown("unevaluatedProperties", detail)
        elif "*" not in names:
            properties = dict.fromkeys(sorted(name[1:] for name in names), basics.terms.everything)
            rest = read(words["unevaluatedProperties"], context.alone())
            shape = Objects(layers=(Layer(properties, (), rest),))
            others = basics.of_kinds(["null", "boolean", "number", "string", "array"])
            yield basics.terms.union((others, basics.terms.leaf([Cell(shape)], local=False)))
    if _matters(words, "unevaluatedItems", context):
        if words.keys() & _ITEMS:
            yield basics.unknown("unevaluatedItems", detail)
        else:
            rest = read(words["unevaluatedItems"], context.alone())
            others = basics.of_kinds(["null", "boolean", "number", "string", "object"])
            arrays = Cell(type(basics.shape("array"))(rest=rest))
            yield basics.terms.union((others, basics.terms.leaf([arrays], local=False)))


def _matters(words: JsonObject, word: str, context: Context) -> bool:
    value = words.get(word, True)
    return value is not True and value != {} and not (value is False and context.tolerant)


def _evaluated_names(words: JsonObject, document: Document) -> set[str] | None:
    """Each name after a dot, ``*`` for all of them, or None when that depends on the value."""
    names: set[str] = set()
    waiting: list[Any] = [{word: value for word, value in words.items() if word != "unevaluatedProperties"}]
    seen: set[int] = set()
    while waiting:
        part = waiting.pop()
        if not is_object(part) or id(part) in seen:
            continue
        seen.add(id(part))
        if part.keys() & _DEPENDS_ON_VALUE:
            return None
        if part.keys() & _EVALUATES_ALL:
            names.add("*")
        properties = part.get("properties")
        names.update(f".{name}" for name in properties) if is_object(properties) else None
        composed = part.get("allOf")
        waiting.extend(composed if is_array(composed) else [])
        if "$ref" in part:
            found = document.target(part["$ref"])
            if found is None:
                return None
            waiting.append(found[1])
    return names
