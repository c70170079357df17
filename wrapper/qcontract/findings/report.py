"""What a comparison found, as one value with one spelling."""

from __future__ import annotations

import json
from collections import Counter
from functools import cached_property
from typing import Any, Literal

from attrs import asdict, evolve, field, frozen

from qcontract.findings.finding import LEVELS, Finding, Level

__all__ = ["Outcome", "Report", "Unread", "Worth"]

Outcome = Literal["breaking", "risky", "compatible", "equal"]
Worth = Literal["major", "minor", "patch"]

_WORTH: dict[Outcome, Worth] = {"breaking": "major", "risky": "minor", "compatible": "minor", "equal": "patch"}


@frozen
class Unread:
    """A part that is not as OpenAPI wants it, why, and whether it was ``compared`` by what it plainly means.

    One that was not is a finding, too, since any change may hide there.
    """

    side: Literal["old", "new"]
    pointer: str
    message: str
    compared: bool = False


@frozen(kw_only=True)
class Report:
    """Findings in their order, and what they come to.

    Args:
        kind: What was compared with what: ``drift`` for two documents.
        old: Name of the contract that clients were built for.
        new: Name of the contract that they meet.
        client: The view: ``wire``, ``sdk`` or ``strict``.
        findings: What counts, the worst first.
        ignored: What an ignore file or a baseline took out; each says why.
        problems: Parts that are not as OpenAPI wants them; most of them were not compared.
        notes: What the reader should know besides, such as an entry of the ignore file that has expired.
    """

    kind: str
    old: str
    new: str
    client: str
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    ignored: tuple[Finding, ...] = field(default=(), repr=False)
    problems: tuple[Unread, ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = ()

    @cached_property
    def verdict(self) -> Outcome:
        """The worst that counts; ``equal`` when nothing was found at all, and nothing ignored."""
        if not self.findings:
            return "compatible" if self.ignored else "equal"
        worst = min(self.findings, key=lambda finding: LEVELS.index(finding.level)).level
        return "compatible" if worst == "info" else worst

    @property
    def semver(self) -> Worth:
        """Which part of a version number such a change deserves."""
        only_for_the_record = not self.ignored and all(finding.level == "info" for finding in self.findings)
        return "patch" if only_for_the_record else _WORTH[self.verdict]

    @cached_property
    def counts(self) -> dict[Level, int]:
        """How many findings there are of each level, the worst first."""
        found = Counter(finding.level for finding in self.findings)
        return {level: found[level] for level in LEVELS}

    def at_least(self, level: Level) -> tuple[Finding, ...]:
        """The findings of this level and of worse ones."""
        return tuple(finding for finding in self.findings if LEVELS.index(finding.level) <= LEVELS.index(level))

    def with_findings(self, findings: tuple[Finding, ...]) -> Report:
        """The same report about other findings, in the order of reports."""
        return evolve(self, findings=tuple(sorted(findings, key=lambda finding: finding.order)))

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON values; ``report_schema()`` describes them."""
        return {
            "schema": f"qcontract.{self.kind}/1",
            "old": self.old,
            "new": self.new,
            "client": self.client,
            "verdict": self.verdict,
            "semver": self.semver,
            "counts": dict(self.counts),
            "findings": [_as_json(finding) for finding in self.findings],
            "ignored": [_as_json(finding) for finding in self.ignored],
            "problems": [asdict(problem) for problem in self.problems],
            "notes": list(self.notes),
        }

    def to_json(self) -> bytes:
        """The report as UTF-8 text: the same bytes for the same report, every time."""
        text = json.dumps(self.to_dict(), ensure_ascii=False, indent=2, sort_keys=True)
        return text.encode("utf-8", "backslashreplace") + b"\n"


def _as_json(finding: Finding) -> dict[str, Any]:
    value = asdict(finding)
    value |= {"fingerprint": finding.fingerprint, "subject_id": finding.subject.id}
    value |= {"place": "" if finding.place is None else str(finding.place)}
    return {**value, "operations": list(finding.operations), "impact": list(finding.impact)}
