"""The keywords that speak about one JSON type: its shape, as a schema object gives it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from qcontract.contract.jsonvalue import JsonObject, is_array, is_number, is_object, is_true
from qcontract.drift.schemas import formats
from qcontract.drift.schemas.arrays import Arrays, Count
from qcontract.drift.schemas.basics import KINDS, Basics
from qcontract.drift.schemas.cells import Cell
from qcontract.drift.schemas.declared import Declared
from qcontract.drift.schemas.documents import Document
from qcontract.drift.schemas.numbers import Numbers, exact
from qcontract.drift.schemas.objects import Layer, Objects
from qcontract.drift.schemas.patterns import parse
from qcontract.drift.schemas.strings import Texts
from qcontract.drift.schemas.terms import Term
from qcontract.drift.schemas.views import Context

__all__ = ["Read", "typed"]

Read = Callable[[Any, Context], Term]

_NUMBER = frozenset(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"])
_STRING = frozenset(["minLength", "maxLength", "pattern", "format", "contentEncoding"])
_ARRAY = frozenset(["items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains"])
_OBJECT = frozenset(
    [
        "properties",
        "required",
        "additionalProperties",
        "patternProperties",
        "propertyNames",
        "minProperties",
        "maxProperties",
    ]
)
_NUMERIC_FORMATS = frozenset({"int32", "int64", "float", "double"})


def typed(words: JsonObject, context: Context, document: Document, basics: Basics, read: Read) -> Iterator[Term]:
    """The terms of everything in a schema object that depends on the JSON type of the value."""
    said = words.keys()
    if "type" not in said and not said & (_NUMBER | _STRING | _ARRAY | _OBJECT):
        return
    types = _types(words)
    if types - {*KINDS, "integer"}:
        yield basics.unknown(f"type {words['type']!r:.60}", words["type"])
        return
    shapes: dict[str, Any] = {}
    if said & _NUMBER:
        shapes["number"] = _numbers(words)
    if said & _STRING:
        shapes["string"] = texts = _texts(words, types)
        basics.vague = basics.vague or not all(map(formats.is_checked, texts.formats))
        yield from _undecided_texts(words, basics)
    if said & _ARRAY:
        shapes["array"] = _arrays(words, context.alone(), read)
    if said & _OBJECT:
        shapes["object"] = _objects(words, context, document, basics, read)
        yield from _undecided_names(words, basics)
    if shapes:
        yield basics.terms.leaf(_cells(types, shapes, context, basics), local=False)
    else:
        yield basics.of_kinds(types, discreet=context.discreet)


def _cells(types: set[str], shapes: dict[str, Any], context: Context, basics: Basics) -> Iterator[Cell]:
    integers = "integer" in types and "number" not in types
    for kind in KINDS:
        if kind in types or (kind == "number" and integers):
            shape = shapes[kind] if kind in shapes else basics.shape(kind, discreet=context.discreet)
            if kind == "number" and integers and shape is not None:
                shape = shape.meet(Numbers(step=Fraction(1)))
            if shape is not None:
                yield Cell(shape)


def _types(words: JsonObject) -> set[str]:
    types = words.get("type", list(KINDS))
    return {str(name) for name in types} if is_array(types) else {str(types)}


def _number(words: JsonObject, word: str) -> Fraction | None:
    value = words.get(word)
    return exact(value) if is_number(value) and abs(value) < float("inf") else None


def _count(words: JsonObject, word: str) -> int | None:
    value = _number(words, word)
    return int(value) if value is not None and value.denominator == 1 else None


def _numbers(words: JsonObject) -> Numbers | None:
    step = _number(words, "multipleOf")
    bounds = Numbers(
        lowest=_number(words, "minimum"),
        highest=_number(words, "maximum"),
        step=step if step and step > 0 else None,
    )
    strict = Numbers(
        lowest=_number(words, "exclusiveMinimum"),
        highest=_number(words, "exclusiveMaximum"),
        above=True,
        below=True,
    )
    return bounds.meet(strict)


def _texts(words: JsonObject, types: set[str]) -> Texts:
    pattern = words.get("pattern")
    parsed = parse(pattern) if isinstance(pattern, str) else None
    return Texts(
        shortest=max(_count(words, "minLength") or 0, 0),
        longest=_count(words, "maxLength"),
        patterns=frozenset([parsed]) if parsed else frozenset(),
        formats=frozenset(_formats(words, types)),
    )


def _formats(words: JsonObject, types: set[str]) -> Iterator[str]:
    name = words.get("format")
    numeric = isinstance(name, str) and name in _NUMERIC_FORMATS and types & {"integer", "number"}
    if isinstance(name, str) and not formats.is_annotation(name) and not numeric:
        yield name
    if words.get("contentEncoding") == "base64":
        yield "byte"  # as OpenAPI 3.0 spells it


def _undecided_texts(words: JsonObject, basics: Basics) -> Iterator[Term]:
    pattern = words.get("pattern")
    if isinstance(pattern, str) and parse(pattern) is None:
        others = [kind for kind in KINDS if kind != "string"]
        yield basics.terms.union((basics.of_kinds(others), basics.unknown("pattern", pattern)))


def _arrays(words: JsonObject, context: Context, read: Read) -> Arrays:
    first = words.get("prefixItems")
    return Arrays(
        first=tuple(read(item, context) for item in first) if is_array(first) else (),
        rest=read(words.get("items", True), context),
        fewest=max(_count(words, "minItems") or 0, 0),
        most=_count(words, "maxItems"),
        unique=is_true(words.get("uniqueItems")),
        counts=tuple(_counts(words, context, read)),
    )


def _counts(words: JsonObject, context: Context, read: Read) -> Iterator[Count]:
    if "contains" in words:
        least, most = _count(words, "minContains"), _count(words, "maxContains")
        reading = context if most is None else context.negated()
        yield Count(read(words["contains"], reading), 1 if least is None else least, most)


def _objects(words: JsonObject, context: Context, document: Document, basics: Basics, read: Read) -> Objects:
    properties, marked = _properties(words, context, document, basics, read)
    required = words.get("required")
    additional = words.get("additionalProperties", True)
    unread = any(parse(pattern) is None for pattern in _pattern_properties(words))
    layer = Layer(
        properties,
        tuple(_patterns(words, context, read)) if not unread else (),
        read(True if unread or (context.tolerant and additional is False) else additional, context.alone()),
    )
    names = read(words.get("propertyNames", True), context.alone())
    return Objects(
        layers=(layer,),
        required=frozenset(name for name in required if isinstance(name, str) and name not in marked)
        if is_array(required)
        else frozenset(),
        fewest=max(_count(words, "minProperties") or 0, 0),
        most=_count(words, "maxProperties"),
        names=() if names is basics.terms.everything else (names,),
        sent=context.discreet,
    )


def _properties(
    words: JsonObject, context: Context, document: Document, basics: Basics, read: Read
) -> tuple[Declared, frozenset[str]]:
    """What each declared name may hold, and the names that do not travel in this direction.

    A sender leaves those out; a receiver that gets one anyway has no opinion on it.
    """
    listed = words.get("properties")
    schemas = listed if is_object(listed) else {}
    marked = context.marked | document.marked_of(schemas, context.unsent)
    absent = basics.terms.nothing if context.role == "sender" else basics.terms.everything
    return Declared(schemas, marked, absent, context.alone(), read), marked


def _pattern_properties(words: JsonObject) -> JsonObject:
    value = words.get("patternProperties")
    return value if is_object(value) else {}


def _patterns(words: JsonObject, context: Context, read: Read) -> Iterator[tuple[Any, Term]]:
    for pattern, schema in sorted(_pattern_properties(words).items()):
        yield parse(pattern), read(schema, context.alone())


def _undecided_names(words: JsonObject, basics: Basics) -> Iterator[Term]:
    listed = _pattern_properties(words)
    if any(parse(pattern) is None for pattern in listed):
        yield basics.unknown("patternProperties", [listed, words.get("additionalProperties", True)])
