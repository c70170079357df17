"""One finding as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qcontract.findings import Finding
from qcontract.reports.html.markup import code, excerpt, items, pretty, text
from qcontract.reports.words import proof, usage

__all__ = ["article"]

_MOST_OPERATIONS = 8
_WAYS = {"request": "request", "response": "response", "both": "operation"}


def article(finding: Finding, numbers: Mapping[str, int]) -> str:
    """Return one finding.

    Args:
        finding: The finding.
        numbers: The number of each operation in the page's filter.
    """
    reached = " ".join(str(numbers[name]) for name in finding.operations)
    mark = finding.fingerprint
    opening = (
        f'<article class="{finding.level}" id="f-{mark}" data-level="{finding.level}" data-operations="{reached}">'
    )
    link = f'<a class="mark" href="#f-{mark}" aria-label="Link to finding {mark}">{mark}</a>'
    head = f"<header>{items('tags', _tags(finding))}{link}</header><h3>{text(finding.message)}</h3>"
    return f"{opening}{head}{''.join(_parts(finding))}</article>"


def _tags(finding: Finding) -> Iterator[str]:
    yield f'<b class="level">{finding.level}</b>'
    yield code(finding.rule)
    yield _WAYS[finding.subject.direction]
    if finding.basis == "inferred":
        yield '<span title="Nobody has seen this part of the contract">inferred</span>'
    if usage(finding):
        yield f"<strong>{usage(finding)}</strong>" if finding.used else usage(finding)


def _parts(finding: Finding) -> Iterator[str]:
    if finding.advice:
        yield f'<p class="advice">{text(finding.advice)}</p>'
    yield items("impact", map(text, finding.impact))
    yield from _evidence(finding)
    places = (("old", finding.old_location), ("new", finding.new_location))
    lines = "".join(excerpt(place, side) for side, place in places if place is not None)
    yield f'<div class="places">{lines}</div>' if lines else ""
    yield _operations(finding)


def _evidence(finding: Finding) -> Iterator[str]:
    evidence = finding.evidence
    if evidence.kind != "none":
        caption = f"<figcaption>This {evidence.kind} {text(proof(evidence))}</figcaption>"
        yield f'<figure class="witness">{caption}<pre>{pretty(evidence.witness)}</pre></figure>'


def _operations(finding: Finding) -> str:
    named = [code(name) for name in finding.operations]
    if len(named) <= _MOST_OPERATIONS:
        return items("operations", named)
    count = f"<summary>reaches {len(named)} operations</summary>"
    return f"<details>{count}{items('operations', named)}</details>"
