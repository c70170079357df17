"""Rules about the members of objects that have no name in the contract, and about those that demand others."""

from __future__ import annotations

from functools import partial

from qcontract.findings.catalogue.definition import COMPATIBLE, NARROWS, WIDENS, Example, define
from qcontract.findings.catalogue.fragments import object_with

__all__ = ["RULES"]

_rule = partial(define, "schema")
_INT = {"type": "integer"}


RULES = (
    _rule(
        "additional-properties-closed",
        "additionalProperties",
        "Members beyond the listed ones are not possible any more",
        "further members are no longer possible",
        (
            "Objects could have members that the contract does not list, and cannot any more.",
            "Programs that send such members.",
            "Send only members that the contract lists for {it}: one more, such as a misspelt or a private one, and "
            "the whole message is refused.",
        ),
        NARROWS,
        Example("schema", object_with(a=_INT), {**object_with(a=_INT), "additionalProperties": False}),
    ),
    _rule(
        "additional-properties-opened",
        "additionalProperties",
        "Members beyond the listed ones are possible",
        "further members are possible now",
        (
            "Objects had the listed members only, and may have others now.",
            "Programs that refuse unknown members; a tolerant client keeps them.",
            "Pass over members of {it} that you do not know instead of refusing them.",
        ),
        COMPATIBLE,
        Example("schema", {**object_with(a=_INT), "additionalProperties": False}, object_with(a=_INT)),
    ),
    _rule(
        "pattern-property-added",
        "patternProperties",
        "Members whose name fits a pattern have a schema now",
        "members named like {value} have a schema now",
        (
            "Members of certain names could have any value, and must fit a schema now.",
            "Programs that send other values under such names.",
            "Check the members that you send under names like {value} against their new schema.",
        ),
        NARROWS,
        Example("schema", {"type": "object"}, {"type": "object", "patternProperties": {"^x": _INT}}),
    ),
    _rule(
        "pattern-property-removed",
        "patternProperties",
        "Members whose name fits a pattern have no schema any more",
        "members named like {value} have no schema any more",
        (
            "Members of certain names had to fit a schema, and may have any value now.",
            "Programs that read such members.",
            "Check the type of members under names like {value} when you read them: they may hold anything now.",
        ),
        WIDENS,
        Example("schema", {"type": "object", "patternProperties": {"^x": _INT}}, {"type": "object"}, "response"),
    ),
    _rule(
        "dependent-required-added",
        "dependentRequired",
        "A member demands others",
        "with {value} there must be {new}",
        (
            "Where one member is, others must be now.",
            "Programs that send the one without the others.",
            "Send {new} wherever you send {value}.",
        ),
        NARROWS,
        Example("schema", {"type": "object"}, {"type": "object", "dependentRequired": {"a": ["b"]}}),
    ),
    _rule(
        "dependent-required-removed",
        "dependentRequired",
        "A member no longer demands others",
        "with {value} there need not be {old} any more",
        (
            "Where one member is, others may be missing now.",
            "Programs that read the others without asking.",
            "Ask whether {old} is there before you read it, even where {value} is.",
        ),
        WIDENS,
        Example("schema", {"type": "object", "dependentRequired": {"a": ["b"]}}, {"type": "object"}, "response"),
    ),
    _rule(
        "dependent-schema-added",
        "dependentSchemas",
        "A member puts a condition on the whole object",
        "with {value} the object must fit a schema now",
        (
            "Objects with a certain member must fit a further schema.",
            "Programs that send such objects.",
            "Check the objects that you send with {value} against the new condition.",
        ),
        NARROWS,
        Example("schema", {"type": "object"}, {"type": "object", "dependentSchemas": {"a": {"required": ["b"]}}}),
    ),
    _rule(
        "dependent-schema-removed",
        "dependentSchemas",
        "A member puts no condition on the object any more",
        "with {value} the object need not fit a schema any more",
        (
            "Objects with a certain member had to fit a further schema, and need not now.",
            "Programs that read such objects.",
            "Do not take the old condition for granted when you read an object with {value}.",
        ),
        WIDENS,
        Example(
            "schema",
            {"type": "object", "dependentSchemas": {"a": {"required": ["b"]}}},
            {"type": "object"},
            "response",
        ),
    ),
)
