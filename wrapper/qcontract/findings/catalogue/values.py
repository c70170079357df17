"""Rules about what a value may be: its type, its enumeration, null, and what is said about it."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import (
    COMPATIBLE,
    ERRATIC,
    NARROWS,
    RECORD,
    WIDENS,
    Example,
    by_direction,
    define,
)

__all__ = ["RULES"]

_rule = partial(define, "schema")
_TEXT: dict[str, Any] = {"type": "string"}
_CODE: dict[str, Any] = {"type": "string", "enum": ["a", "b"]}
_DEFAULTED: dict[str, Any] = {"type": "object", "properties": {"n": {"type": "integer"}}}
_NAMED: dict[str, Any] = {"properties": {"name": _TEXT}, "required": ["name"]}
_FORMS: list[Any] = [{"type": "integer"}, {"type": "string"}, {"type": "integer", "minimum": 5}]
_CHANGES_MEANING = by_direction("breaking", "info")
_UNSAID = by_direction("risky", "info")


def _member(**said: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"n": {"type": "integer", **said}}}


_TYPES = (
    _rule(
        "type-changed",
        "type",
        "The type is another one",
        "the type changed from {old} to {new}",
        (
            "Values have another JSON type, and neither type holds all values of the other.",
            "Everybody: what was sent is refused, what is received cannot be read as before.",
            "Change the type in your code together with the contract.",
        ),
        by_direction("breaking", "breaking"),
        Example("schema", {"type": "string"}, {"type": "integer"}),
    ),
    _rule(
        "type-narrowed",
        "type",
        "Fewer types",
        "the type went from {old} to {new}",
        (
            "Some JSON types that were possible are not any more.",
            "Programs that send a type that is gone.",
            "Send only the types that are left.",
        ),
        NARROWS,
        Example("schema", {"type": ["string", "integer"]}, {"type": "string"}),
    ),
    _rule(
        "type-widened",
        "type",
        "More types",
        "the type went from {old} to {new}",
        (
            "Values may now have JSON types that were not possible.",
            "Programs that read answers and expect the old types only.",
            "Handle the new types when you read.",
        ),
        WIDENS,
        Example("schema", {"type": "string"}, {"type": ["string", "integer"]}, "response"),
    ),
    _rule(
        "null-removed",
        "null",
        "Null is not a value any more",
        "null is no longer possible",
        (
            "The value could be null, and cannot be any more.",
            "Programs that send null.",
            "Leave the member out, or send a value.",
        ),
        NARROWS,
        Example("schema", {"type": ["string", "null"]}, _TEXT),
    ),
    _rule(
        "null-added",
        "null",
        "Null is a value now",
        "null became possible",
        (
            "The value can now be null.",
            "Programs that read answers and do not expect null.",
            "Handle null when you read.",
        ),
        WIDENS,
        Example("schema", _TEXT, {"type": ["string", "null"]}, "response"),
    ),
)

_ENUMS = (
    _rule(
        "enum-added",
        "enum",
        "Free values became an enumeration",
        "only {new} are possible now",
        (
            "Any value of the type was possible, and only listed ones are now.",
            "Programs that send another value.",
            "Send only values of the list.",
        ),
        NARROWS,
        Example("schema", _TEXT, _CODE),
    ),
    _rule(
        "enum-removed",
        "enum",
        "An enumeration became free values",
        "values other than {old} are possible now",
        (
            "Only listed values were possible, and any value of the type is now.",
            "Programs that read answers and know the listed values only.",
            "Keep a branch for values that you do not know.",
        ),
        WIDENS,
        Example("schema", _CODE, _TEXT, "response"),
    ),
    _rule(
        "enum-value-removed",
        "enum",
        "A value is gone from an enumeration",
        "the value {value} is no longer possible",
        ("A listed value is not listed any more.", "Programs that send it.", "Send another value of the list."),
        NARROWS,
        Example("schema", _CODE, {"type": "string", "enum": ["a"]}),
    ),
    _rule(
        "enum-value-added",
        "enum",
        "An enumeration has a new value",
        "the value {value} became possible",
        (
            "A value is listed that was not.",
            "Programs that read answers and know the old values only; a tolerant client keeps what it does not know.",
            "Keep a branch for values that you do not know.",
        ),
        WIDENS,
        Example("schema", {"type": "string", "enum": ["a"]}, _CODE, "response"),
    ),
    _rule(
        "const-changed",
        "enum",
        "The only possible value is another one",
        "the only value went from {old} to {new}",
        (
            "One value was possible, and another one is now.",
            "Programs that send the old value, and programs that wait for it.",
            "Change the value together with the contract.",
        ),
        by_direction("breaking", "breaking"),
        Example("schema", {"const": "a"}, {"const": "b"}),
    ),
    _rule(
        "extensible-enum-value-removed",
        "x-extensible-enum",
        "A value is gone from an extensible enumeration",
        "the value {value} is no longer documented",
        (
            "`x-extensible-enum` lists a value no more. Other values remain possible in form.",
            "Programs that send the value, which the service may not know any more.",
            "Send another value of the list.",
        ),
        by_direction("breaking", "info"),
        Example("schema", {**_TEXT, "x-extensible-enum": ["a", "b"]}, {**_TEXT, "x-extensible-enum": ["a"]}),
    ),
    _rule(
        "extensible-enum-value-added",
        "x-extensible-enum",
        "An extensible enumeration has a new value",
        "the value {value} is documented now",
        (
            "`x-extensible-enum` lists a new value, as it promised it might.",
            "Nobody who reads with a branch for unknown values.",
            "Keep a branch for values that you do not know.",
        ),
        COMPATIBLE,
        Example("schema", {**_TEXT, "x-extensible-enum": ["a"]}, {**_TEXT, "x-extensible-enum": ["a", "b"]}),
    ),
)

_SAID = (
    _rule(
        "default-changed",
        "default",
        "The default is another one",
        "the default went from {old} to {new}",
        (
            "What the server assumes when the value is left out is something else.",
            "Programs that leave the value out: the same request means something else.",
            "Send the value that you mean.",
        ),
        _CHANGES_MEANING,
        Example("schema", _member(default=1), _member(default=2)),
    ),
    _rule(
        "default-removed",
        "default",
        "The default is gone",
        "the default {old} was removed",
        (
            "The contract no longer says what is assumed when the value is left out.",
            "Programs that leave the value out and rely on the old default.",
            "Send the value that you mean.",
        ),
        _UNSAID,
        Example("schema", _member(default=1), _member()),
    ),
    _rule(
        "default-added",
        "default",
        "There is a default",
        "the default {new} was added",
        (
            "The contract now says what is assumed when the value is left out.",
            "Programs that leave the value out, if the server assumed something else before.",
            "Send the value if the default is not what you mean.",
        ),
        _UNSAID,
        Example("schema", _member(), _member(default=1)),
    ),
    _rule(
        "read-only-added",
        "readOnly",
        "The member is read-only now",
        "it became read-only",
        (
            "Only answers have the member; in requests it has no place.",
            "Programs that send it: the server may ignore it.",
            "Stop sending it.",
        ),
        by_direction("risky", "info"),
        Example("schema", _member(), _member(readOnly=True)),
    ),
    _rule(
        "read-only-removed",
        "readOnly",
        "The member is not read-only any more",
        "it is no longer read-only",
        ("Requests may have the member, too.", "Nobody, unless it is required.", "Nothing needs to be done."),
        by_direction("compatible", "info"),
        Example("schema", _member(readOnly=True), _member()),
    ),
    _rule(
        "write-only-added",
        "writeOnly",
        "The member is write-only now",
        "it became write-only",
        (
            "Only requests have the member; answers leave it out.",
            "Programs that read it.",
            "Stop reading it from answers.",
        ),
        by_direction("info", "risky"),
        Example("schema", _member(), _member(writeOnly=True), "response"),
    ),
    _rule(
        "write-only-removed",
        "writeOnly",
        "The member is not write-only any more",
        "it is no longer write-only",
        ("Answers may have the member, too.", "Nobody.", "Nothing needs to be done."),
        by_direction("info", "compatible"),
        Example("schema", _member(writeOnly=True), _member(), "response"),
    ),
    _rule(
        "property-deprecated",
        "deprecated",
        "The member is deprecated",
        "it is deprecated{value}",
        (
            "The contract announces that the member will go.",
            "Nobody yet.",
            "Plan to do without it before its sunset date, if it has one.",
        ),
        RECORD,
        Example("schema", _member(), _member(deprecated=True)),
    ),
    _rule(
        "property-reactivated",
        "deprecated",
        "The member is not deprecated any more",
        "it is no longer deprecated",
        ("An announcement was taken back.", "Nobody.", "Nothing needs to be done."),
        RECORD,
        Example("schema", _member(deprecated=True), _member()),
    ),
)

_WHOLE = (
    _rule(
        "body-narrowed",
        "values",
        "Fewer values in a way that no other rule names",
        "values are refused that were possible before",
        (
            "The decision found a value that was possible and is not, and no single keyword accounts for it.",
            "Programs that send such a value.",
            "Look at the value in the report: it is one of those that are refused now.",
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
            "Look at the value in the report: it is one of those that are new.",
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
            "Compare the two schemas by hand.",
        ),
        ERRATIC,
        Example(
            "schema",
            {"unevaluatedProperties": False, "anyOf": [{"properties": {"a": _TEXT}}, _NAMED]},
            {"unevaluatedProperties": False, "anyOf": [{"properties": {"a": {"allOf": [_TEXT]}}}, _NAMED]},
        ),
    ),
)

RULES = (*_TYPES, *_ENUMS, *_SAID, *_WHOLE)
