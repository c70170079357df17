"""A report for a terminal: what is bad with its line and its proof, what is harmless in one line each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from textwrap import wrap

from qcontract.findings import Finding, Level, Location
from qcontract.reports.dossier import Dossier
from qcontract.reports.printable import printable
from qcontract.reports.words import compact, cut, location_of, proof, reach, spot, tally, usage, way

__all__ = ["columns", "render"]

_WIDTH = 100
_MOST_OPERATIONS = 6
_COLOURS: dict[Level, str] = {"breaking": "31;1", "risky": "33;1", "compatible": "32", "info": "36"}

Paint = Callable[[str, str], str]


def render(dossier: Dossier) -> str:
    """Return the report as text."""
    paint = _coloured if dossier.colour else _plain
    lines: list[str] = []
    for finding in dossier.report.findings:
        if finding.level in ("breaking", "risky"):
            lines += [*_whole(finding, paint), ""]
        else:
            lines.append(_brief(finding, paint))
    lines += _besides(dossier)
    lines += _conclusion(dossier, paint)
    return "\n".join(lines) + "\n"


def _plain(text: str, _: str) -> str:
    return text


def _coloured(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if text else ""


def _headline(finding: Finding, paint: Paint) -> str:
    label = paint(f"{finding.level}[{finding.rule}]", _COLOURS[finding.level])
    return f"{label} {printable(finding.message)}"


def _brief(finding: Finding, paint: Paint) -> str:
    place = location_of(finding)
    besides = [reach(finding.operations, 2), spot(place) if place else "", finding.fingerprint]
    return f"{_headline(finding, paint)} {paint('(' + ', '.join(filter(None, besides)) + ')', '2')}"


def _whole(finding: Finding, paint: Paint) -> Iterator[str]:
    yield _headline(finding, paint)
    place = location_of(finding)
    if place is not None:
        yield from _excerpt(place, paint)
    for name, said in _details(finding, place):
        first, *rest = wrap(said, _WIDTH - 12, break_long_words=False, break_on_hyphens=False) or [""]
        yield f"  {paint(f'{name:<9}', '2')} {first}"
        yield from (f"            {line}" for line in rest)


def _excerpt(place: Location, paint: Paint) -> Iterator[str]:
    number = str(place.line)
    margin = " " * len(number)
    yield f"{margin}{paint('-->', '34')} {spot(place)}"
    if place.excerpt:
        excerpt = printable(place.excerpt)
        caret = len(printable(place.excerpt[: place.caret]))
        yield f"{paint(f'{number} |', '34')} {excerpt}"
        yield f"{paint(f'{margin} |', '34')} {' ' * caret}{paint('^', '31;1')}"


def _details(finding: Finding, place: Location | None) -> Iterator[tuple[str, str]]:
    if finding.evidence.kind != "none":
        yield finding.evidence.kind, f"{cut(compact(finding.evidence.witness))} {proof(finding.evidence)}"
    if finding.old_location is not None and finding.old_location != place:
        yield "before", spot(finding.old_location)
    if finding.operations:
        yield "reaches", reach(finding.operations, _MOST_OPERATIONS)
    for said in finding.impact:
        yield "code", printable(said)
    if usage(finding):
        yield "used", usage(finding)
    if finding.basis == "inferred":
        yield "basis", "inferred: nobody has seen this part of the contract"
    if finding.advice:
        yield "advice", printable(finding.advice)
    yield "name", finding.fingerprint


def _besides(dossier: Dossier) -> Iterator[str]:
    report = dossier.report
    if dossier.rows:
        yield from ("", "what moves where:", *(f"  {line}" for line in columns(map(way, dossier.rows), _HEAD)), "")
    for finding in report.ignored:
        yield f"ignored[{finding.rule}] {finding.fingerprint}: {printable(finding.ignored)}"
    for problem in report.problems:
        yield f"not compared: {problem.side} {printable(problem.pointer)}: {printable(problem.message)}"
    for note in report.notes:
        yield f"note: {printable(note)}"


_HEAD = ("WHAT", "CHANGE", "OLD", "NEW", "OPERATIONS")


def columns(rows: Iterable[tuple[str, ...]], head: tuple[str, ...]) -> list[str]:
    """Rows under their heads, each column as wide as its widest cell."""
    table = [head, *rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]


def _conclusion(dossier: Dossier, paint: Paint) -> Iterator[str]:
    report = dossier.report
    verdict = report.verdict
    code = "32;1" if verdict == "equal" else _COLOURS[verdict]
    if report.findings and report.findings[-1].level in ("compatible", "info"):
        yield ""
    yield f"{printable(report.old)} -> {printable(report.new)} for a client {report.client}: {paint(verdict, code)}"
    yield f"{tally(report)}; version advice: {report.semver}"
