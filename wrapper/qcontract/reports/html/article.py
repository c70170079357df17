"""Findings as HTML: one, or several about values of one place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qcontract.findings import Finding
from qcontract.reports.grouping import Group, value_of
from qcontract.reports.html.markup import code, excerpt, items, pretty, text
from qcontract.reports.words import proof, usage

__all__ = ["article"]

_MOST_OPERATIONS = 8
_WAYS = {"request": "request", "response": "response", "both": "operation"}


def article(group: Group, numbers: Mapping[str, int]) -> str:
    """Return what is read as one; each finding can be linked to.

    Args:
        group: The finding, or several.
        numbers: The number of each operation in the page's filter.
    """
    finding = group.first
    reached = " ".join(str(numbers[name]) for name in finding.operations)
    mark = finding.fingerprint
    opening = (
        f'<article class="{finding.level}" id="f-{mark}" data-level="{finding.level}" data-operations="{reached}"'
        f' data-count="{len(group.findings)}">'
    )
    link = f'<a class="mark" href="#f-{mark}" aria-label="Link to finding {mark}">{mark}</a>'
    head = f"<header>{items('tags', _tags(finding))}{link}</header><h3>{text(group.message)}</h3>"
    return f"{opening}{head}{''.join(_parts(group))}</article>"


def _tags(finding: Finding) -> Iterator[str]:
    yield f'<b class="level">{finding.level}</b>'
    yield code(finding.rule)
    yield _WAYS[finding.subject.direction]
    if finding.basis == "inferred":
        yield '<span title="Nobody has seen this part of the contract">inferred</span>'
    if usage(finding):
        yield f"<strong>{usage(finding)}</strong>" if finding.used else usage(finding)


def _parts(group: Group) -> Iterator[str]:
    finding = group.first
    if group.advice:
        yield f'<p class="advice">{text(group.advice)}</p>'
    yield items("impact", map(text, group.impact))
    yield from _evidence(group)
    places = [("old", each.old_location) for each in group.findings]
    places += [("new", each.new_location) for each in group.findings]
    lines = "".join(excerpt(place, side) for side, place in dict.fromkeys(places) if place is not None)
    yield f'<div class="places">{lines}</div>' if lines else ""
    yield _operations(finding)
    if len(group.findings) > 1:
        yield items("names", (_name(each, is_own=each is not finding) for each in group.findings))


def _name(finding: Finding, *, is_own: bool) -> str:
    """A finding by its value; links to the first one lead to the whole article."""
    place = f' id="f-{finding.fingerprint}"' if is_own else ""
    return f"<span{place}>{code(finding.fingerprint)} {text(value_of(finding))}</span>"


def _evidence(group: Group) -> Iterator[str]:
    evidence = group.first.evidence
    if evidence.kind != "none":
        others = "; likewise the others" if len(group.findings) > 1 else ""
        caption = f"<figcaption>This {evidence.kind} {text(proof(evidence))}{others}</figcaption>"
        yield f'<figure class="witness">{caption}<pre>{pretty(evidence.witness)}</pre></figure>'


def _operations(finding: Finding) -> str:
    named = [code(name) for name in finding.operations]
    if len(named) <= _MOST_OPERATIONS:
        return items("operations", named)
    count = f"<summary>reaches {len(named)} operations</summary>"
    return f"<details>{count}{items('operations', named)}</details>"
