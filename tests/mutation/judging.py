"""From the report of a test run to a word on the fault that was planted in it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path

CAUGHT = "caught"
SURVIVED = "SURVIVED"
BROKEN = "BROKEN"
"""The fault did not let the tests begin: that proves nothing about them."""

_NOT_A_FINDING = ("ImportError", "ModuleNotFoundError", "SyntaxError", "IndentationError", "NameError")


def verdict(report: Path, tests: Iterable[str]) -> tuple[str, str]:
    """Return a verdict, and what it rests on: the first test that failed, or what kept the tests from it.

    Args:
        report: What ``pytest --junitxml`` wrote; absent when pytest could not begin at all.
        tests: The tests that must fail, each ``file::test``; a parametrised one fails with one of its cases.
    """
    if not report.is_file():
        return BROKEN, "pytest did not begin"
    cases = list(ET.parse(report).iter("testcase"))
    for case in cases:
        if case.find("error") is not None:
            return BROKEN, f"{_test_of(case)}: {_reason(case, 'error')}"
    failed = {_test_of(case): reason for case in cases for reason in _failures(case)}
    for test, reason in failed.items():
        if reason.startswith(_NOT_A_FINDING):
            return BROKEN, f"{test}: {reason}"
    if unmoved := [test for test in tests if test not in failed]:
        return SURVIVED, f"not noticed by {', '.join(unmoved)}"
    return CAUGHT, "; ".join(f"{test}: {failed[test]}" for test in tests)


def flaw(report: Path, tests: Iterable[str]) -> str:
    """Return what keeps the tests from telling anything: one that does not pass without a fault, or did not run."""
    if not report.is_file():
        return "pytest did not begin"
    cases = list(ET.parse(report).iter("testcase"))
    for case in cases:
        for kind in ("error", "failure", "skipped"):
            if case.find(kind) is not None:
                return f"{_test_of(case)}: {_reason(case, kind)}"
    absent = sorted(set(tests) - {_test_of(case) for case in cases})
    return f"did not run: {', '.join(absent)}" if absent else ""


def _failures(case: ET.Element) -> Iterator[str]:
    if case.find("failure") is not None:
        yield _reason(case, "failure")


def _reason(case: ET.Element, kind: str) -> str:
    found = case.find(kind)
    text = "" if found is None else found.get("message") or found.text or ""
    return next(iter(text.splitlines()), "")[:100]


def _test_of(case: ET.Element) -> str:
    name = case.get("name", "").partition("[")[0]
    return f"{case.get('classname', '').replace('.', '/')}.py::{name}"
