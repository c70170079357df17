"""Rules about the types that a value may have, and null."""

from __future__ import annotations

from functools import partial

from qcontract.findings.catalogue.definition import NARROWS, WIDENS, Example, by_direction, define

__all__ = ["RULES"]

_rule = partial(define, "schema")
_TEXT = {"type": "string"}


RULES = (
    _rule(
        "type-changed",
        "type",
        "The type is another one",
        "the type changed from {old} to {new}",
        (
            "Values have another JSON type, and neither type holds all values of the other.",
            "Everybody: what was sent is refused, what is received cannot be read as before.",
            "Change the type of {it} in your code from {old} to {new}, together with the contract; values that are "
            "stored or cached need converting as well.",
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
            "Send {it} as {new} only, and convert where your code sends something else; it was {old}.",
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
            "Check the type of {it} before you use it: it may be {new}, where it was {old}.",
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
            "Leave {it} out, or send a value, where your code sends null.",
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
            "Check {it} for null before you use it.",
        ),
        WIDENS,
        Example("schema", _TEXT, {"type": ["string", "null"]}, "response"),
    ),
)
