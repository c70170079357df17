"""The rule about parts of a contract that say nothing that could be compared."""

from __future__ import annotations

from functools import partial

from qcontract.findings.catalogue.definition import ERRATIC, Example, define

__all__ = ["RULES"]

_rule = partial(define, "validity")


RULES = (
    _rule(
        "part-unreadable",
        "validity",
        "A part that could not be compared",
        "it could not be compared: {value}",
        (
            "A reference leads nowhere, or something stands in a place where OpenAPI wants something else, so that "
            "nobody knows which messages are meant. Everything around it is compared. What is written alike in both "
            "contracts and leads nowhere else is said for the record.",
            "Nobody for sure: any change may hide there. A client that takes contracts at their word cannot be built.",
            "Correct {it} in the contract, or ask the vendor to; until then compare it by hand.",
        ),
        ERRATIC,
        Example("schema", {"type": "string"}, {"type": "text"}),
    ),
)
