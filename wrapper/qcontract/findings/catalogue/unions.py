"""Rules about alternatives, and about schemas that must all be met."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import ERRATIC, NARROWS, WIDENS, Example, define
from qcontract.findings.catalogue.fragments import CAT, DOG

__all__ = ["RULES"]

_rule = partial(define, "schema")
_INT = {"type": "integer"}
_NAMED: dict[str, Any] = {"anyOf": [{"required": ["name"]}, {"required": ["title"]}]}


RULES = (
    _rule(
        "union-branch-added",
        "union",
        "One more alternative",
        "the alternative {value} is new",
        (
            "A value may have a form that it could not have.",
            "Programs that read answers and know the old forms only.",
            "Keep a branch for forms of {it} that you do not know, then {value} cannot stop you; handle it where you "
            "need what it says.",
        ),
        WIDENS,
        Example("schema", {"anyOf": [CAT]}, {"anyOf": [CAT, DOG]}, "response"),
        many="the alternatives {values} are new",
    ),
    _rule(
        "union-branch-removed",
        "union",
        "One alternative fewer",
        "the alternative {value} was removed",
        (
            "A value may not have a form any more that it could have.",
            "Programs that send this form.",
            "Send another of the forms that are left for {it} where your code sends {value}.",
        ),
        NARROWS,
        Example("schema", {"anyOf": [CAT, DOG]}, {"anyOf": [CAT]}),
        many="the alternatives {values} were removed",
    ),
    _rule(
        "union-kind-changed",
        "union",
        "Alternatives exclude each other, or no longer do",
        "the alternatives went from {old} to {new}",
        (
            "`anyOf` became `oneOf` or the other way round: values that fit two alternatives are the difference.",
            "Programs that send values which fit two alternatives.",
            "Check values of {it} that fit two alternatives at once: {new} judges them in another way than {old}.",
        ),
        ERRATIC,
        Example(
            "schema",
            {"anyOf": [{"type": "integer"}, {"type": "number", "maximum": 9}]},
            {"oneOf": [{"type": "integer"}, {"type": "number", "maximum": 9}]},
        ),
    ),
    _rule(
        "all-of-added",
        "allOf",
        "One more schema to fit",
        "values must also fit {value} now",
        (
            "Values must fit a further schema.",
            "Programs that send values which do not.",
            "Check what you send as {it} against {value} as well.",
        ),
        NARROWS,
        Example("schema", {"allOf": [{"anyOf": [CAT, DOG]}]}, {"allOf": [{"anyOf": [CAT, DOG]}, _NAMED]}),
    ),
    _rule(
        "all-of-removed",
        "allOf",
        "One schema fewer to fit",
        "values need not fit {value} any more",
        (
            "Values need not fit a further schema any more.",
            "Programs that read and rely on it.",
            "Do not take what {value} said of {it} for granted when you read.",
        ),
        WIDENS,
        Example(
            "schema",
            {"allOf": [{"anyOf": [CAT, DOG]}, _NAMED]},
            {"allOf": [{"anyOf": [CAT, DOG]}]},
            "response",
        ),
    ),
)
