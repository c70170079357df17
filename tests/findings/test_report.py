"""A report: one order, one spelling, and a schema that it fits."""

from __future__ import annotations

import itertools
import json

import jsonschema_rs
import pytest
from qcontract.drift import compare
from qcontract.findings import LEVELS, Evidence, Finding, Level, Location, Report, Subject, Unread, report_schema

FINDINGS = tuple(
    Finding(
        rule="enum-value-removed", level=level, subject=Subject("", "request", name, "", "enum", name), message=name
    )
    for level in LEVELS
    for name in ("/a", "/b")
)


def report(*findings: Finding) -> Report:
    return Report(kind="drift", old="old", new="new", client="wire").with_findings(findings)


def test_the_order_of_findings_does_not_matter() -> None:
    texts = {report(*order).to_json() for order in itertools.islice(itertools.permutations(FINDINGS), 0, 5000, 499)}
    assert len(texts) == 1
    assert [finding.level for finding in report(*FINDINGS[::-1]).findings] == [level for level in LEVELS for _ in "ab"]


@pytest.mark.parametrize(
    ("levels", "verdict", "semver"),
    [
        ((), "equal", "patch"),
        (("info",), "compatible", "patch"),
        (("compatible", "info"), "compatible", "minor"),
        (("risky", "compatible"), "risky", "minor"),
        (("info", "breaking"), "breaking", "major"),
    ],
)
def test_the_worst_decides(levels: tuple[Level, ...], verdict: str, semver: str) -> None:
    chosen = [finding for finding in FINDINGS if finding.level in levels]
    assert (report(*chosen).verdict, report(*chosen).semver) == (verdict, semver)


def test_counts_and_bars() -> None:
    assert report(*FINDINGS).counts == dict.fromkeys(LEVELS, 2)
    assert len(report(*FINDINGS).at_least("risky")) == 4


def test_the_schema_describes_reports() -> None:
    full = Finding(
        rule="enum-value-removed",
        level="breaking",
        subject=Subject("", "request", "/a", "", "enum", "\ud800"),
        message="half a character: \ud800",
        evidence=Evidence("value", {"a": None}, "old", "new", "/a"),
        old_location=Location("a.yaml", 1, 2, "x"),
        used=True,
        impact=("a class is gone",),
        operations=("GET /a",),
    )
    whole = Report(
        kind="drift",
        old="a",
        new="b",
        client="sdk",
        findings=(full,),
        problems=(Unread("old", "/a", "?"),),
        notes=("n",),
    )
    validator = jsonschema_rs.validator_for(report_schema())
    for each in (whole, report(*FINDINGS), compare("ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01", "strict")):
        validator.validate(json.loads(each.to_json()))
    assert not validator.is_valid({**json.loads(whole.to_json()), "more": 1})
