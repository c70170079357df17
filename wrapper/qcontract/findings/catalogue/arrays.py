"""Rules about the entries of arrays."""

from __future__ import annotations

from functools import partial

from qcontract.findings.catalogue.definition import ERRATIC, NARROWS, WIDENS, Example, define

__all__ = ["RULES"]

_rule = partial(define, "schema")
_INT, _TEXT = {"type": "integer"}, {"type": "string"}


RULES = (
    _rule(
        "items-added",
        "items",
        "Entries have a schema now",
        "entries must fit a schema now",
        (
            "Entries of an array could be anything, and must fit a schema now.",
            "Programs that send other entries.",
            "Check the entries of {it} that you send: they must fit a schema now.",
        ),
        NARROWS,
        Example("schema", {"type": "array"}, {"type": "array", "items": _INT}),
    ),
    _rule(
        "items-removed",
        "items",
        "Entries have no schema any more",
        "entries may be anything now",
        (
            "Entries of an array had to fit a schema, and may be anything now.",
            "Programs that read the entries.",
            "Check the type of entries of {it} when you read them: they may be anything now.",
        ),
        WIDENS,
        Example("schema", {"type": "array", "items": _INT}, {"type": "array"}, "response"),
    ),
    _rule(
        "prefix-item-added",
        "prefixItems",
        "One more leading entry has a schema of its own",
        "entry {value} has a schema of its own now",
        (
            "The entry at this index is described on its own now.",
            "Whoever sends or reads another value at this index.",
            "Check entry {value} of {it} against its new schema where you send it, and your reader where you read it.",
        ),
        ERRATIC,
        Example(
            "schema",
            {"type": "array", "prefixItems": [_INT]},
            {"type": "array", "prefixItems": [_INT, _TEXT]},
        ),
    ),
    _rule(
        "prefix-item-removed",
        "prefixItems",
        "One leading entry has no schema of its own any more",
        "entry {value} has no schema of its own any more",
        (
            "The entry at this index is described by the rule for all others now.",
            "Whoever sends or reads another value at this index.",
            "Check entry {value} of {it}: the rule for all other entries holds for it now.",
        ),
        ERRATIC,
        Example(
            "schema",
            {"type": "array", "prefixItems": [_INT, _TEXT]},
            {"type": "array", "prefixItems": [_INT]},
            "response",
        ),
    ),
    _rule(
        "unique-items-added",
        "uniqueItems",
        "Entries must differ",
        "entries must differ from each other now",
        (
            "An entry may not come twice any more.",
            "Programs that send duplicates.",
            "Remove duplicates from {it} before you send it.",
        ),
        NARROWS,
        Example("schema", {"type": "array"}, {"type": "array", "uniqueItems": True}),
    ),
    _rule(
        "unique-items-removed",
        "uniqueItems",
        "Entries may be equal",
        "entries may come twice now",
        (
            "An entry may come twice.",
            "Programs that read and rely on unique entries.",
            "Expect duplicates in {it}, such as keys that collide when you build a mapping of it.",
        ),
        WIDENS,
        Example("schema", {"type": "array", "uniqueItems": True}, {"type": "array"}, "response"),
    ),
)
