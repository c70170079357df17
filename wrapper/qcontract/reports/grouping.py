"""Findings that say the same of several values at one place, to be read as one."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable

from attrs import frozen

from qcontract.errors import ConfigurationError
from qcontract.findings import Finding, Location, Place, Rule, rule
from qcontract.reports.words import cut, listed, location_of

__all__ = ["Group", "grouped", "value_of"]

_OF_MEMBERS = frozenset({"property", "required"})
"""Aspects whose findings stand at a member: together they are about the object that it belongs to."""
_LONGEST = 60


@frozen
class Group:
    """Findings that differ in their value, and what they say together.

    Args:
        findings: At least one; in all else that is shown they are alike.
        message: Their sentence.
        advice: Their advice.
    """

    findings: tuple[Finding, ...]
    message: str
    advice: str

    @property
    def first(self) -> Finding:
        """The one that speaks for all."""
        return self.findings[0]

    @property
    def impact(self) -> tuple[str, ...]:
        """What they do to the generated client."""
        return tuple(dict.fromkeys(said for finding in self.findings for said in finding.impact))

    @property
    def locations(self) -> tuple[Location, ...]:
        """Where to look, each line once."""
        return _distinct(location_of(finding) for finding in self.findings)

    @property
    def before(self) -> tuple[Location, ...]:
        """Where they stood in the old contract, as far as that is elsewhere."""
        known = self.locations
        return tuple(place for place in _distinct(each.old_location for each in self.findings) if place not in known)

    @property
    def names(self) -> tuple[str, ...]:
        """The fingerprint of each, with its value where there are several."""
        if len(self.findings) == 1:
            return (self.first.fingerprint,)
        return tuple(f"{finding.fingerprint} {value_of(finding)}" for finding in self.findings)


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """Put findings together, each group where its first one stands."""
    groups: dict[Hashable, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_key(finding), []).append(finding)
    return [_group(tuple(found)) for found in groups.values()]


def value_of(finding: Finding) -> str:
    """The value that a finding is about, as it stands in a sentence."""
    value = finding.subject.value
    return cut(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), _LONGEST)


def _key(finding: Finding) -> Hashable:
    known = _known(finding)
    if finding.place is None or known is None or not known.many:
        return finding.fingerprint
    alike = (finding.level, finding.verdict, finding.basis, finding.used, finding.ignored, finding.evidence.kind)
    return (known.id, finding.subject.direction, _place(finding), finding.operations, *alike)


def _known(finding: Finding) -> Rule | None:
    """The rule in the catalogue; reports of other kinds bring rules that it does not have."""
    try:
        return rule(finding.rule)
    except ConfigurationError:
        return None


def _place(finding: Finding) -> Place:
    place = finding.place or Place()
    is_member = finding.subject.aspect in _OF_MEMBERS and place.members[-1:] == (finding.subject.value,)
    return place.owner if is_member else place


def _group(findings: tuple[Finding, ...]) -> Group:
    first, known = findings[0], _known(findings[0])
    if len(findings) == 1 or known is None:
        return Group(findings, first.message, first.advice)
    findings = tuple(sorted(findings, key=lambda finding: (value_of(finding), finding.fingerprint)))
    place, values = _place(first), listed(map(value_of, findings))
    message = f"{place}: {known.many.format(values=values)}"
    return Group(findings, message, known.advises.format(value=values, it=place.short))


def _distinct(places: Iterable[Location | None]) -> tuple[Location, ...]:
    return tuple(dict.fromkeys(place for place in places if place is not None))
