"""A report for a terminal: what is bad with its line and its proof, what is harmless in a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from textwrap import wrap

from qcontract.findings import Level, Location
from qcontract.reports.dossier import Dossier
from qcontract.reports.grouping import Group, grouped
from qcontract.reports.printable import printable
from qcontract.reports.words import fate, lack, listed, proof, reach, spot, tally, usage, way, where, witness

__all__ = ["columns", "folded", "render"]

_WIDTH = 100
_INDENT = 12
_MOST_OPERATIONS = 6
_MOST_NAMES = 3
_COLOURS: dict[Level, str] = {"breaking": "31;1", "risky": "33;1", "compatible": "32", "info": "36"}

Paint = Callable[[str, str], str]


def render(dossier: Dossier) -> str:
    """Return the report as text: findings about several values of one place together."""
    paint = _coloured if dossier.colour else _plain
    lines = list(_opening(dossier, paint))
    for group in grouped(dossier.report.findings):
        if group.first.level in ("breaking", "risky"):
            lines += [*_whole(group, paint, dossier.width), ""]
        else:
            lines += _brief(group, paint, dossier.width)
    lines += _besides(dossier)
    lines += _conclusion(dossier, paint)
    return "\n".join(lines) + "\n"


def _plain(text: str, _: str) -> str:
    return text


def _coloured(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if text else ""


def _opening(dossier: Dossier, paint: Paint) -> Iterator[str]:
    report = dossier.report
    rows = [(name, printable(about)) for name, about in zip((report.old, report.new), dossier.about, strict=True)]
    width = max(len(printable(name)) for name, _ in rows)
    for side, (name, about) in zip(("old", "new"), rows, strict=True):
        yield f"{paint(side, '2')}  {printable(name):<{width}}  {about}".rstrip()
    yield ""


def folded(text: str, width: int | None, indent: int) -> list[str]:
    """A text in lines of a terminal, all but the first indented; one line where there is no terminal."""
    if width is None:
        return [text]
    lines = wrap(text, width - indent, break_long_words=False, break_on_hyphens=False) or [""]
    return [lines[0], *(" " * indent + line for line in lines[1:])]


def _headline(group: Group, besides: str, paint: Paint, width: int | None) -> list[str]:
    """What was found, and in brackets what else belongs into a line; on a terminal as many lines as it takes."""
    first = group.first
    label = f"{first.level}[{first.rule}]"
    lines = folded(" ".join(filter(None, (label, printable(group.message), besides))), width, 2)
    return [paint(label, _COLOURS[first.level]) + lines[0].removeprefix(label), *lines[1:]]


def _brief(group: Group, paint: Paint, width: int | None) -> list[str]:
    first, places = group.first, group.locations
    reached = "" if first.place is not None and first.place.reach else reach(first.operations, 2)
    marks = [finding.fingerprint for finding in group.findings]
    besides = [reached, *map(spot, places[:1]), *marks[:_MOST_NAMES]]
    besides += [f"{len(marks) - _MOST_NAMES} more"] if len(marks) > _MOST_NAMES else []
    return _headline(group, f"({', '.join(filter(None, besides))})", paint, width)


def _whole(group: Group, paint: Paint, width: int | None) -> Iterator[str]:
    yield from _headline(group, "", paint, width)
    for place in group.locations[:1]:
        yield from _excerpt(place, paint)
    for name, said in _details(group):
        first, *rest = wrap(said, (width or _WIDTH) - _INDENT, break_long_words=False, break_on_hyphens=False) or [""]
        yield f"  {paint(f'{name:<9}', '2')} {first}"
        yield from (" " * _INDENT + line for line in rest)


def _excerpt(place: Location, paint: Paint) -> Iterator[str]:
    number = str(place.line)
    margin = " " * len(number)
    yield f"{margin}{paint('-->', '34')} {spot(place)}"
    if place.excerpt:
        excerpt = printable(place.excerpt)
        caret = len(printable(place.excerpt[: place.caret]))
        yield f"{paint(f'{number} |', '34')} {excerpt}"
        yield f"{paint(f'{margin} |', '34')} {' ' * caret}{paint('^', '31;1')}"


def _details(group: Group) -> Iterator[tuple[str, str]]:
    finding = group.first
    if finding.evidence.kind != "none":
        others = "; likewise the others" if len(group.findings) > 1 else ""
        yield finding.evidence.kind, f"{witness(finding.evidence)} {proof(finding.evidence)}{others}"
    elif lack(finding.evidence):
        yield "proof", f"none; {lack(finding.evidence)}"
    if group.locations[1:]:
        yield "also", _spots(group.locations[1:])
    if group.before:
        yield "before", _spots(group.before)
    if finding.operations:
        yield "reaches", reach(finding.operations, _MOST_OPERATIONS)
    for said in group.impact:
        if not group.message.endswith(said):
            yield "code", printable(said)
    if usage(finding):
        yield "used", usage(finding)
    if finding.basis == "inferred":
        yield "basis", "inferred: nobody has seen this part of the contract"
    if group.advice:
        yield "advice", printable(group.advice)
    yield "name" if len(group.names) == 1 else "names", printable(", ".join(group.names))


def _spots(places: tuple[Location, ...]) -> str:
    return listed(map(spot, places), _MOST_NAMES)


def _besides(dossier: Dossier) -> Iterator[str]:
    report = dossier.report
    if dossier.rows:
        yield from ("", "what moves where:", *(f"  {line}" for line in _moves(dossier)), "")
    for finding in report.ignored:
        yield f"ignored[{finding.rule}] {finding.fingerprint}: {printable(finding.ignored)}"
    for problem in report.problems:
        yield f"{fate(problem)}: {problem.side} {where(problem.pointer)}: {printable(problem.message)}"
    for note in report.notes:
        yield f"note: {printable(note)}"


_HEAD = ("WHAT", "CHANGE", "OLD", "NEW", "OPERATIONS")


def _moves(dossier: Dossier) -> list[str]:
    """The migration table; as sentences where a terminal is too narrow for columns."""
    rows, width = [way(row) for row in dossier.rows], dossier.width
    table = columns(rows, _HEAD)
    if width is None or max(map(len, table)) <= width - 2:
        return table
    said = (f"{kind} {change}: {old} -> {new} ({operations})" for kind, change, old, new, operations in rows)
    return [line for sentence in said for line in folded(sentence, width - 2, 4)]


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
    yield f"{printable(report.old)} -> {printable(report.new)} for the {report.client} client: {paint(verdict, code)}"
    yield f"{tally(report)}; version advice: {report.semver}"
    worst = next((finding for finding in report.findings if finding.level in ("breaking", "risky")), None)
    if worst is not None:
        yield f"about a rule: qcontract drift rule {worst.rule}"
        accept = f"accept a finding: --ignore FILE, which names it as {worst.fingerprint} and says why"
        yield from folded(accept, dossier.width, 2)
