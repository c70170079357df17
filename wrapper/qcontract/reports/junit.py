"""A report as JUnit XML: a test case per finding, which fails when the finding does."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from qcontract.findings import Finding
from qcontract.reports.dossier import Dossier
from qcontract.reports.printable import printable
from qcontract.reports.words import compact, fate, location_of, proof, reach, spot, where

__all__ = ["render"]


def render(dossier: Dossier) -> str:
    """Return the report as XML; what an ignore file or a baseline took out is skipped."""
    report = dossier.report
    name = f"{report.old} to {report.new}, client {report.client}"
    cases = [_case(finding, failed=dossier.fails(finding)) for finding in report.findings]
    cases += [_skipped(finding) for finding in report.ignored]
    if not cases:
        cases.append('    <testcase classname="qcontract.drift" name="no differences" time="0"/>')
    failures = sum(map(dossier.fails, report.findings))
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="{len(report.ignored)}" time="0"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="qcontract drift" {counts}>',
        f"  <testsuite name={_attribute(name)} {counts}>",
        *cases,
        *_unread(dossier),
        "  </testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _case(finding: Finding, *, failed: bool) -> str:
    body = escape("\n".join(_paragraphs(finding)))
    if not failed:
        return f"    {_opening(finding)}><system-out>{body}</system-out></testcase>"
    message = f"type={_attribute(finding.level)} message={_attribute(finding.message)}"
    return f"    {_opening(finding)}><failure {message}>{body}</failure></testcase>"


def _skipped(finding: Finding) -> str:
    return f"    {_opening(finding)}><skipped message={_attribute(finding.ignored)}/></testcase>"


def _opening(finding: Finding) -> str:
    name = f"{finding.message} [{finding.fingerprint}]"
    place = location_of(finding)
    where = f' file={_attribute(place.file)} line="{place.line}"' if place else ""
    return f'<testcase classname="qcontract.drift.{finding.rule}" name={_attribute(name)}{where} time="0"'


def _paragraphs(finding: Finding) -> Iterator[str]:
    place = location_of(finding)
    yield f"{finding.level}: {printable(finding.message)}"
    if place is not None:
        yield f"at {spot(place)}"
    if finding.evidence.kind != "none":
        yield f"{finding.evidence.kind}: {compact(finding.evidence.witness)} {proof(finding.evidence)}"
    if finding.operations:
        yield f"reaches {reach(finding.operations, len(finding.operations))}"
    yield from map(printable, finding.impact)
    yield printable(finding.advice)


def _unread(dossier: Dossier) -> Iterator[str]:
    problems = dossier.report.problems
    if problems:
        said = "\n".join(f"{fate(each)}: {each.side} {where(each.pointer)}: {each.message}" for each in problems)
        yield f"    <system-err>{escape(_printable_lines(said))}</system-err>"


def _printable_lines(text: str) -> str:
    return "\n".join(map(printable, text.split("\n")))


def _attribute(text: str) -> str:
    return quoteattr(printable(text))
