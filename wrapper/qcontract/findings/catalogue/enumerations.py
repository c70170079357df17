"""Rules about lists of values: closed ones, and those that say of themselves that they may grow."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import COMPATIBLE, NARROWS, WIDENS, Example, by_direction, define

__all__ = ["RULES"]

_rule = partial(define, "schema")
_TEXT: dict[str, Any] = {"type": "string"}
_CODE: dict[str, Any] = {"type": "string", "enum": ["a", "b"]}


RULES = (
    _rule(
        "enum-added",
        "enum",
        "Free values became an enumeration",
        "only {new} are possible now",
        (
            "Any value of the type was possible, and only listed ones are now.",
            "Programs that send another value.",
            "Check every value that you send as {it} against the list in the new contract: others are refused.",
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
            "Keep a branch for values of {it} that you do not know: the old list is no longer the whole of it.",
        ),
        WIDENS,
        Example("schema", _CODE, _TEXT, "response"),
    ),
    _rule(
        "enum-value-removed",
        "enum",
        "A value is gone from an enumeration",
        "the value {value} is no longer possible",
        (
            "A listed value is not listed any more.",
            "Programs that send it.",
            "Find where your code or configuration says {value}, and choose a value that the new contract lists for "
            "{it}; do so before the switch.",
        ),
        NARROWS,
        Example("schema", _CODE, {"type": "string", "enum": ["a"]}),
        many="the values {values} are no longer possible",
    ),
    _rule(
        "enum-value-added",
        "enum",
        "An enumeration has a new value",
        "the value {value} became possible",
        (
            "A value is listed that was not.",
            "Programs that read answers and know the old values only; a tolerant client keeps what it does not know.",
            "Keep a branch for values of {it} that you do not know, then {value} cannot stop you; name it where it "
            "needs to be treated in its own way.",
        ),
        WIDENS,
        Example("schema", {"type": "string", "enum": ["a"]}, _CODE, "response"),
        many="the values {values} became possible",
    ),
    _rule(
        "const-changed",
        "enum",
        "The only possible value is another one",
        "the only value went from {old} to {new}",
        (
            "One value was possible, and another one is now.",
            "Programs that send the old value, and programs that wait for it.",
            "Write {new} where your code sends or expects {old} as {it}, together with the contract.",
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
            "Stop sending {value} as {it}: other values stay possible in form, and the service may not know this one "
            "any more.",
        ),
        by_direction("breaking", "info"),
        Example("schema", {**_TEXT, "x-extensible-enum": ["a", "b"]}, {**_TEXT, "x-extensible-enum": ["a"]}),
        many="the values {values} are no longer documented",
    ),
    _rule(
        "extensible-enum-value-added",
        "x-extensible-enum",
        "An extensible enumeration has a new value",
        "the value {value} is documented now",
        (
            "`x-extensible-enum` lists a new value, as it promised it might.",
            "Nobody who reads with a branch for unknown values.",
            "Keep a branch for values of {it} that you do not know, then {value} cannot stop you.",
        ),
        COMPATIBLE,
        Example("schema", {**_TEXT, "x-extensible-enum": ["a"]}, {**_TEXT, "x-extensible-enum": ["a", "b"]}),
        many="the values {values} are documented now",
    ),
)
