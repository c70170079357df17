"""Rules about what no client can notice; reports tell of it only when somebody asks."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import RECORD, Example, define

__all__ = ["AREA", "RULES"]

AREA = "metadata"
_rule = partial(define, AREA)
_ON_REQUEST = "Nobody; reports tell of it with `--metadata` only."


def _info(**said: str) -> dict[str, Any]:
    return {"info": {"title": "Things", "version": "1", **said}}


RULES = (
    _rule(
        "version-changed",
        "version",
        "The contract has another version",
        "the version went from {old} to {new}",
        (
            "`info.version` is another one.",
            _ON_REQUEST,
            "Compare the step from {old} to {new} with the version advice of the report: a vendor may promise less than"
            " it breaks.",
        ),
        RECORD,
        Example("document", _info(version="1"), _info(version="2")),
    ),
    _rule(
        "title-changed",
        "title",
        "The contract has another title",
        "the title went from {old} to {new}",
        ("`info.title` is another one.", _ON_REQUEST, "Check that both contracts are of the API that you mean."),
        RECORD,
        Example("document", _info(title="Things"), _info(title="Items")),
    ),
    _rule(
        "extension-changed",
        "extension",
        "An extension says something else",
        "{value} went from {old} to {new}",
        (
            "An `x-` member of the document, an operation, a parameter or a schema was added, removed or changed."
            " Sunset dates, stability levels and extensible enumerations have rules of their own.",
            _ON_REQUEST,
            "Look up what {value} means to the tools that you use.",
        ),
        RECORD,
        Example("operation", {"x-cost": 1}, {"x-cost": 2}),
    ),
)
