"""What a team decided about findings: other levels, accepted differences, a baseline."""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from attrs import evolve, field, frozen

from qcontract.errors import ConfigurationError
from qcontract.findings.catalogue import rule as find_rule
from qcontract.findings.finding import LEVELS, Finding, Level
from qcontract.findings.report import Report
from qcontract.model.names import suggestion
from qcontract.model.untyped import is_list, is_object

__all__ = ["Ignored", "Policy", "read_baseline", "read_ignore_file", "read_levels"]

_FINGERPRINT = re.compile(r"[0-9a-f]{12}")
_ENTRY = "fingerprint, rule, reason and, if it should end, expires"


@frozen
class Ignored:
    """One entry of an ignore file: a finding that the team accepts, why, and until when (that day included)."""

    fingerprint: str
    rule: str
    reason: str
    expires: datetime.date | None = None


@frozen
class Policy:
    """What is done with findings before they are reported.

    Args:
        levels: Another level for all findings of a rule, by rule id.
        ignored: Findings that are accepted one by one.
        baseline: Fingerprints of what was there before.
    """

    levels: Mapping[str, Level] = field(factory=dict[str, Level])
    ignored: tuple[Ignored, ...] = ()
    baseline: frozenset[str] = frozenset()

    def apply(self, report: Report, today: datetime.date) -> Report:
        """The report as the team wants it; what is taken out stays readable under ``ignored``.

        Args:
            report: What was found.
            today: The day on which entries of the ignore file are judged.
        """
        reasons = self._reasons(today)
        findings = [evolve(finding, ignored=reasons.get(finding.fingerprint, "")) for finding in report.findings]
        counted = tuple(self._relevel(finding) for finding in findings if not finding.ignored)
        taken_out = tuple(finding for finding in findings if finding.ignored)
        notes = (*report.notes, *self._expired(today), *self._unused(report, today))
        return evolve(report, ignored=taken_out, notes=notes).with_findings(counted)

    def _reasons(self, today: datetime.date) -> dict[str, str]:
        known = dict.fromkeys(self.baseline, "in the baseline")
        return known | {entry.fingerprint: entry.reason for entry in self.ignored if not _is_over(entry, today)}

    def _relevel(self, finding: Finding) -> Finding:
        return evolve(finding, level=self.levels.get(finding.rule, finding.level))

    def _expired(self, today: datetime.date) -> list[str]:
        over = [entry for entry in self.ignored if _is_over(entry, today)]
        return [f"ignored {entry.fingerprint} ({entry.rule}) expired on {entry.expires}" for entry in over]

    def _unused(self, report: Report, today: datetime.date) -> list[str]:
        found = {finding.fingerprint for finding in report.findings}
        gone = [entry for entry in self.ignored if entry.fingerprint not in found and not _is_over(entry, today)]
        return [f"ignored {entry.fingerprint} ({entry.rule}) matches no finding any more" for entry in gone]


def read_ignore_file(text: str, origin: str = "ignore file") -> tuple[Ignored, ...]:
    r"""Read an ignore file: TOML with one ``[[ignore]]`` table per accepted finding.

    Args:
        text: The file's content.
        origin: Its name in messages.

    Raises:
        ConfigurationError: It is not TOML, an entry is incomplete, or a rule does not exist.

    Example:
        >>> entry = "[[ignore]]\nfingerprint = '0123456789ab'\nrule = 'server-removed'\nreason = 'was never used'"
        >>> read_ignore_file(entry)[0].reason
        'was never used'
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise ConfigurationError(f"{origin} is not TOML: {problem}") from None
    entries = content.get("ignore")
    if set(content) != {"ignore"} or not is_list(entries):
        raise ConfigurationError(f"{origin} needs [[ignore]] tables and nothing else", hint=f"each has {_ENTRY}")
    return tuple(_entry(entry, f"{origin}, entry {number}") for number, entry in enumerate(entries, 1))


def read_baseline(text: str, origin: str = "baseline") -> frozenset[str]:
    """Read the fingerprints of an earlier report, written by ``--format json``.

    Raises:
        ConfigurationError: It is not such a report.
    """
    try:
        findings = json.loads(text)["findings"]
        marks = frozenset(str(finding["fingerprint"]) for finding in findings)
    except (ValueError, RecursionError) as problem:
        raise _no_report(origin, f"it is not JSON ({problem})") from None
    except (TypeError, KeyError):
        raise _no_report(origin, "it has no findings with fingerprints") from None
    for mark in marks:
        _check_fingerprint(mark, origin)
    return marks


def _no_report(origin: str, why: str) -> ConfigurationError:
    hint = "write one with: qcontract drift compare OLD NEW --write-baseline FILE"
    return ConfigurationError(f"{origin} is not a report of qcontract: {why}", hint=hint)


def read_levels(choices: Mapping[str, str]) -> dict[str, Level]:
    """Check levels that replace those of rules.

    Args:
        choices: Level by rule id.

    Raises:
        ConfigurationError: A rule or a level does not exist.
    """
    return {find_rule(name).id: _level(level) for name, level in choices.items()}


def _level(text: str) -> Level:
    for level in LEVELS:
        if text == level:
            return level
    raise ConfigurationError(f"{text!r} is not a level", hint=f"levels are {', '.join(LEVELS)}")


def _entry(entry: Any, where: str) -> Ignored:
    if not is_object(entry):
        raise ConfigurationError(f"{where} is no table", hint=f"write [[ignore]], and below it {_ENTRY}")
    if unknown := next((name for name in entry if name not in _MEMBERS), None):
        raise ConfigurationError(f"{where} has no member {unknown[:60]!r}", hint=suggestion(unknown, _MEMBERS))
    if missing := [name for name in _MEMBERS if name not in entry and name != "expires"]:
        raise ConfigurationError(f"{where} lacks {' and '.join(missing)}", hint=f"it needs {_ENTRY}")
    expires = entry.get("expires")
    if expires is not None and type(expires) is not datetime.date:
        raise ConfigurationError(f"{where}: 'expires' is not a date", hint="write expires = 2027-01-31, without quotes")
    reason = str(entry["reason"]).strip()
    if not reason:
        raise ConfigurationError(f"{where} gives no reason")
    mark = _check_fingerprint(str(entry["fingerprint"]), where)
    return Ignored(mark, _rule_of(entry, where), reason, expires)


def _rule_of(entry: Mapping[str, Any], where: str) -> str:
    try:
        return find_rule(str(entry["rule"])).id
    except ConfigurationError as error:
        raise ConfigurationError(f"{where}: {error.message}", hint=error.hint) from None


_MEMBERS = ("fingerprint", "rule", "reason", "expires")


def _check_fingerprint(text: str, where: str) -> str:
    if not _FINGERPRINT.fullmatch(text):
        raise ConfigurationError(f"{where}: {text!r} is not a fingerprint", hint="they are twelve hexadecimal digits")
    return text


def _is_over(entry: Ignored, today: datetime.date) -> bool:
    return entry.expires is not None and entry.expires < today
