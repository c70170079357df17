"""Findings with what they do to the generated client."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from qcontract.contract import pointer
from qcontract.contract.source import Spec
from qcontract.drift.impact.change import TYPE_CHANGED, Change
from qcontract.drift.impact.effects import NAMES, Effects
from qcontract.drift.impact.reach import reaching
from qcontract.drift.impact.wording import sentences
from qcontract.findings import UNREADABLE, Client, Finding, Report, Subject, rules

__all__ = ["for_generated_code", "with_impact"]

_MOST = 8
"""Sentences per finding; the rest is counted."""
_GRAMMAR = frozenset({"properties", "schema", "content", "requestBody"})
"""Steps of a pointer that the path of a subject leaves out."""


def with_impact(report: Report, old: Spec, new: Spec) -> Report:
    """Say with every finding what it does to the generated client.

    Args:
        report: A comparison of the two contracts.
        old: The contract before.
        new: The contract after.

    Returns:
        The same report; the findings have their ``impact``.

    Example:
        >>> from qcontract.contract.source import open_spec
        >>> from qcontract.drift import compare
        >>> old, new = (open_spec(f"ionq-v0.4@2026-{day}") for day in ("05-15", "10-01"))
        >>> report = with_impact(compare(old, new), old, new)
        >>> next(found.impact for found in report.findings if found.rule == "operation-removed")
        ('api.default.get_compiled_file is gone', 'models.GetCompiledFileLang is gone')
    """
    effects = Effects.between(old, new, report.findings)
    found = (
        each if each.impact or each.rule == UNREADABLE else evolve(each, impact=sentences(effects, each))
        for each in report.findings
    )
    return report.with_findings(tuple(found))


def for_generated_code(
    findings: Sequence[Finding], old: Spec, new: Spec, client: Client, api: str
) -> Iterator[Finding]:
    """Judge findings by what they do to the generated client, and add what breaks in it that no finding says.

    Another name that gives the same generated name, or that of a schema without a class, breaks nothing.

    Args:
        findings: What was found in the contracts.
        old: The contract before.
        new: The contract after.
        client: The client of the report, which is not one on the wire: that has no generated code.
        api: The API that both belong to.
    """
    if old.document == new.document:
        yield from findings
        return
    effects = Effects.between(old, new, findings)
    judged = [_judged(finding, effects) for finding in findings]
    said = {id(change) for found in judged if found.level == "breaking" for change in effects.of(found)}
    unsaid = [change for change in effects.changes if change.breaks and change.rule and id(change) not in said]
    yield from judged
    told: dict[str, Finding] = {}
    for change, consequences in _roots(unsaid, effects):
        found = _finding(change, effects, client, api)
        found = told.setdefault(found.fingerprint, found)
        says = (*found.impact, *(each.says for each in (change, *consequences)))
        told[found.fingerprint] = evolve(found, impact=tuple(dict.fromkeys(says))[:_MOST])
    yield from told.values()


def _judged(finding: Finding, effects: Effects) -> Finding:
    is_harmless = finding.subject.aspect in NAMES and not any(change.breaks for change in effects.of(finding))
    return evolve(finding, level="info", verdict="safe") if is_harmless else finding


def _roots(changes: Sequence[Change], effects: Effects) -> Iterator[tuple[Change, Sequence[Change]]]:
    """The changes that are no consequence of others, each with its own.

    When a class goes, so do the classes inside of it, and every annotation that names it changes.
    """
    homes = {place: change for change in changes if change.is_of_class for place in effects.places(change)}
    consequences: dict[int, list[Change]] = {}
    roots: list[Change] = []
    for change in changes:
        cause = _cause(change, effects, homes)
        if cause is None:
            roots.append(change)
        else:
            consequences.setdefault(id(cause), []).append(change)
    for change in roots:
        yield change, _all_below(change, consequences)


def _cause(change: Change, effects: Effects, homes: dict[str, Change]) -> Change | None:
    above: Iterable[str] = ()
    if change.is_of_class:
        above = (parent for place in effects.places(change) for parent in _parents(place))
    elif change.rule == TYPE_CHANGED:
        above = effects.used_by(change)
    return next((homes[place] for place in above if place in homes and homes[place] is not change), None)


def _all_below(change: Change, consequences: dict[int, list[Change]]) -> list[Change]:
    """The consequences of a change, and theirs."""
    direct = consequences.get(id(change), [])
    return [*direct, *(each for inner in direct for each in _all_below(inner, consequences))]


def _parents(place: str) -> Iterator[str]:
    while place := place.rpartition("/")[0]:
        yield place


def _finding(change: Change, effects: Effects, client: Client, api: str) -> Finding:
    said = next(rule for rule in rules() if rule.id == change.rule)
    element = change.old or change.new
    old, new = _first(effects, evolve(change, new=None)), _first(effects, evolve(change, old=None))
    home, path = _home(old or new)
    return Finding(
        rule=said.id,
        level=said.level(client, "both"),
        subject=Subject(api, "both", home, path, said.aspect, str(element)),
        message=f"generated code: {change.says}",
        operations=(change.operation,) if change.operation else reaching(effects.old, element),
        old_pointer=old,
        new_pointer=new,
        advice=said.advice,
        impact=(change.says,),
    )


def _first(effects: Effects, change: Change) -> str:
    return min(effects.places(change), default="", key=lambda place: (len(place), place))


def _home(place: str) -> tuple[str, str]:
    """A pointer as a subject has it: the component or operation, and the way from there."""
    names = pointer.parts(re.sub(r"\{[^}]*\}", "{}", place))
    return pointer.join(*names[:3]), pointer.join(*(name for name in names[3:] if name not in _GRAMMAR))
