"""Levels, ignore files and baselines: what is taken out stays readable, and nothing is lost."""

from __future__ import annotations

import datetime

import pytest
from qcontract.errors import ConfigurationError
from qcontract.findings import (
    Finding,
    Level,
    Policy,
    Report,
    Subject,
    join,
    read_baseline,
    read_ignore_file,
    read_levels,
)

TODAY = datetime.date(2026, 11, 21)


def finding(name: str, level: Level = "breaking", rule: str = "operation-removed") -> Finding:
    return Finding(
        rule=rule, level=level, subject=Subject("", "both", name, "", "operation"), message=f"{name} is gone"
    )


def report(*findings: Finding) -> Report:
    return Report(kind="drift", old="old", new="new", client="wire").with_findings(findings)


def entry(mark: str, extra: str = "") -> str:
    return f'[[ignore]]\nfingerprint = "{mark}"\nrule = "operation-removed"\nreason = "never used"\n{extra}\n'


def test_an_accepted_finding_does_not_count_and_says_why() -> None:
    gone, other = finding("/a"), finding("/b", "compatible")
    policy = Policy(ignored=read_ignore_file(entry(gone.fingerprint)))
    after = policy.apply(report(gone, other), TODAY)
    assert (after.verdict, after.findings) == ("compatible", (other,))
    assert [taken.ignored for taken in after.ignored] == ["never used"]


@pytest.mark.parametrize(("date", "verdict"), [("2026-11-21", "compatible"), ("2026-11-20", "breaking")])
def test_an_entry_counts_until_the_end_of_its_last_day(date: str, verdict: str) -> None:
    gone = finding("/a")
    policy = Policy(ignored=read_ignore_file(entry(gone.fingerprint, f"expires = {date}")))
    after = policy.apply(report(gone), TODAY)
    assert after.verdict == verdict
    assert bool(after.notes) is (verdict == "breaking")


def test_an_entry_that_matches_nothing_is_told() -> None:
    after = Policy(ignored=read_ignore_file(entry("0123456789ab"))).apply(report(), TODAY)
    assert "0123456789ab" in after.notes[0]


def test_a_report_is_a_baseline() -> None:
    gone, new = finding("/a"), finding("/b")
    baseline = read_baseline(report(gone).to_json().decode())
    after = Policy(baseline=baseline).apply(report(gone, new), TODAY)
    assert after.findings == (new,)
    assert after.ignored[0].fingerprint == gone.fingerprint


def test_levels_can_be_replaced() -> None:
    after = Policy(levels=read_levels({"operation-removed": "info"})).apply(report(finding("/a")), TODAY)
    assert (after.verdict, after.semver) == ("compatible", "patch")


@pytest.mark.parametrize(
    "text",
    [
        "ignore = 1",
        "[[ignore]",
        "[[other]]",
        entry("0123456789ab", "why = 1"),
        entry("XYZ"),
        entry("0123456789ab").replace("never used", " "),
        entry("0123456789ab", 'expires = "2026-01-01"'),
        entry("0123456789ab", "expires = 2026-01-01T00:00:00"),
        entry("0123456789ab").replace("operation-removed", "operation-remove"),
        "[[ignore]]\nfingerprint = '0123456789ab'",
    ],
)
def test_a_broken_ignore_file_is_refused(text: str) -> None:
    with pytest.raises(ConfigurationError):
        read_ignore_file(text)


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("[[ignore]]\nfingerprint = '0123456789ab'", "entry 2 lacks rule and reason"),
        (entry("0123456789ab").replace('reason = "never used"', ""), "entry 2 lacks reason"),
        (entry("0123456789ab").replace("reason", "reson"), "entry 2 has no member 'reson'\nhint: did you mean reason"),
        (entry("0123456789ab", "until = 2026-01-01"), "entry 2 has no member 'until'\nhint: known are fingerprint, "),
        (entry("0123456789ab").replace("operation-removed", "operation-remove"), "entry 2: there is no rule"),
    ],
    ids=range(5),
)
def test_a_broken_entry_is_named_with_its_member(second: str, told: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read_ignore_file(entry("0123456789ab") + second, "accepted.toml")
    assert f"accepted.toml, {told}" in str(caught.value)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"findings": [1]}', '{"findings": [{"fingerprint": "x"}]}', "[" * 9999]
)
def test_a_broken_baseline_is_refused(text: str) -> None:
    with pytest.raises(ConfigurationError):
        read_baseline(text)


@pytest.mark.parametrize("choices", [{"no-such-rule": "info"}, {"operation-removed": "fatal"}])
def test_a_wrong_level_is_refused(choices: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError):
        read_levels(choices)


def test_declared_and_observed_are_joined_by_subject() -> None:
    declared, both = finding("/a"), finding("/b")
    observed, seen = finding("/c"), finding("/b", rule="operation-moved")
    joined = join([declared, both], [observed, seen])
    assert joined.both == ((both, seen),)
    assert (joined.declared_only, joined.observed_only) == ((declared,), (observed,))
