"""Rules about sets of values that differ in a way for which there is no rule of its own."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import ERRATIC, NARROWS, RECORD, WIDENS, Example, define

__all__ = ["RULES"]

_rule = partial(define, "schema")
_TEXT: dict[str, Any] = {"type": "string"}
_NAMED: dict[str, Any] = {"properties": {"name": _TEXT}, "required": ["name"]}
_FORMS: list[Any] = [{"type": "integer"}, {"type": "string"}, {"type": "integer", "minimum": 5}]


RULES = (
    _rule(
        "body-narrowed",
        "values",
        "Fewer values in a way that no other rule names",
        "values are refused that were possible before",
        (
            "The decision found a value that was possible and is not, and no single keyword accounts for it.",
            "Programs that send such a value.",
            "Look at the value in the report: it was possible as {it} and is refused now. Check whether your code "
            "sends values of that kind.",
        ),
        NARROWS,
        Example("schema", {"oneOf": _FORMS[:2]}, {"oneOf": _FORMS}),
    ),
    _rule(
        "body-widened",
        "values",
        "More values in a way that no other rule names",
        "values are possible that were not before",
        (
            "The decision found a value that is possible now and was not, and no single keyword accounts for it.",
            "Programs that read answers and do not expect such a value.",
            "Look at the value in the report: it can come as {it} now and could not before. Check what your code does"
            " with values of that kind.",
        ),
        WIDENS,
        Example("schema", {"oneOf": _FORMS}, {"oneOf": _FORMS[:2]}, "response"),
    ),
    _rule(
        "body-changed",
        "values",
        "Other values in a way that no other rule names",
        "the schema is written in another way, and nothing proves that it means the same",
        (
            "Two schemas differ, no single keyword accounts for it, and the decision could not tell.",
            "Nobody for sure.",
            "Compare the two schemas of {it} by hand: they are written in different ways, and nothing proves that "
            "they mean the same.",
        ),
        ERRATIC,
        Example(
            "schema",
            {"unevaluatedProperties": False, "anyOf": [{"properties": {"a": _TEXT}}, _NAMED]},
            {"unevaluatedProperties": False, "anyOf": [{"properties": {"a": {"allOf": [_TEXT]}}}, _NAMED]},
        ),
    ),
    _rule(
        "schema-admits-nothing",
        "emptiness",
        "No value at all",
        "by the letter of {old} no value can stand here",
        (
            "Several schemas must be met, and no value meets them all: mostly `additionalProperties: false` stands "
            "beside a reference, where it refuses the very members that the reference asks for.",
            "Nobody by the letter. Who reads the contract as it was meant may be broken by a change in this place that "
            "the report calls compatible.",
            "Read the other findings about {it} as if its values existed, and ask the vendor to say it in another way: "
            "`unevaluatedProperties` knows the members of a reference, `additionalProperties` does not.",
        ),
        RECORD,
        Example(
            "schema",
            {"allOf": [{**_NAMED, "type": "object"}], "additionalProperties": False},
            {"allOf": [{"type": "object", "required": ["title"]}], "additionalProperties": False},
            "response",
        ),
    ),
)
