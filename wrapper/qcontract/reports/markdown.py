"""A report as markdown, for the comment of a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from qcontract.findings import LEVELS, Level
from qcontract.reports.dossier import Dossier, MigrationRow
from qcontract.reports.grouping import Group, grouped
from qcontract.reports.printable import printable
from qcontract.reports.words import cut, fate, lack, proof, reach, spot, tally, usage, way, where, witness

__all__ = ["code", "plain", "render", "table"]

_MOST = 60_000
"""Most characters: GitHub refuses comments from 65,536 on, and a few are needed to say what was left out."""
_MOST_OPERATIONS = 8
_ACTIVE = re.compile(r"([\\`*_\[\]<>|~&$])")
_PINGING = re.compile(r"([@#]|:(?=//)|(?<=www)(?=\.))", re.IGNORECASE)
_TITLES: dict[Level, str] = {
    "breaking": "Breaking",
    "risky": "Risky",
    "compatible": "Compatible",
    "info": "For the record",
}


def plain(text: str) -> str:
    r"""A text that came from elsewhere, without effect: no markup, no mention, no reference, no link.

    Example:
        >>> plain("a*b by @me")
        'a\\*b by @<!-- -->me'
    """
    return _PINGING.sub(r"\1<!-- -->", _ACTIVE.sub(r"\\\1", printable(text)))


def code(text: str) -> str:
    """A text in a code span, fenced by more backticks than it has."""
    shown = printable(text)
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    space = " " if shown[:1] == "`" or shown[-1:] == "`" or not shown.strip() else ""
    return f"{fence}{space}{shown or ' '}{space}{fence}"


def render(dossier: Dossier) -> str:
    """Return the report as markdown that fits a comment; what did not fit is counted at the end."""
    report = dossier.report
    head = [
        f"## API drift: {_named(report.old, dossier.about[0])} → {_named(report.new, dossier.about[1])}",
        "",
        f"**{report.verdict}** for the {code(report.client)} client: {tally(report)}.",
        f"Version advice: **{report.semver}**.",
        *_besides(dossier),
    ]
    return "\n".join([*head, *_fitting(_chapters(dossier), _MOST - sum(len(line) + 1 for line in head))]) + "\n"


def _named(contract: str, about: str) -> str:
    return code(contract) + (f" ({plain(about)})" if about else "")


def _besides(dossier: Dossier) -> Iterator[str]:
    report = dossier.report
    said = [
        f"{fate(e).capitalize()}: {e.side} {code(where(e.pointer))}: {plain(cut(e.message))}" for e in report.problems
    ]
    said += [f"Note: {plain(cut(note))}" for note in report.notes]
    if said:
        yield from ("", *(f"- {line}" for line in said[:20]))


def _fitting(blocks: Iterable[tuple[str, Sequence[str]]], room: int) -> Iterator[str]:
    """The blocks that there is room for, each under the heading of its chapter."""
    left_out, current = 0, ""
    for chapter, block in blocks:
        heading = ["", f"### {chapter}", ""] if chapter != current else []
        size = sum(len(line) + 1 for line in (*heading, *block))
        if left_out or size > room:
            left_out += 1
            continue
        room, current = room - size, chapter
        yield from (*heading, *block)
    if left_out:
        yield from ("", f"{left_out} more did not fit into a comment; {code('--format html')} shows them.")


def _chapters(dossier: Dossier) -> Iterator[tuple[str, Sequence[str]]]:
    """Blocks of lines, each with the chapter it belongs to."""
    counts = dossier.report.counts
    for group in grouped(dossier.report.findings):
        level = group.first.level
        yield f"{_TITLES[level]} ({counts[level]})", list(_finding(group, whole=level in LEVELS[:2]))
    if dossier.rows:
        yield "What moves where", table(_HEAD, map(_cells, dossier.rows))
    for finding in dossier.report.ignored:
        line = f"- {code(finding.fingerprint)} {code(finding.rule)}: {plain(finding.ignored)}"
        yield f"Ignored ({len(dossier.report.ignored)})", [line]


def _finding(group: Group, *, whole: bool) -> Iterator[str]:
    place = "".join(f" {code(spot(each))}" for each in group.locations[:1])
    marks = " ".join(code(finding.fingerprint) for finding in group.findings)
    yield f"- **{group.first.rule}** {plain(cut(group.message))}{place} {marks}"
    if whole:
        yield from (f"  - {line}" for line in _details(group))


def _details(group: Group) -> Iterator[str]:
    finding = group.first
    evidence = finding.evidence
    if evidence.kind != "none":
        yield f"{evidence.kind} {code(witness(evidence))} {plain(proof(evidence))}"
    elif lack(evidence):
        yield f"no witness, {plain(lack(evidence))}"
    if finding.operations:
        yield f"reaches {code(reach(finding.operations, _MOST_OPERATIONS))}"
    yield from map(plain, group.impact)
    if usage(finding):
        yield usage(finding)
    if finding.basis == "inferred":
        yield "inferred: nobody has seen this part of the contract"
    if group.advice:
        yield plain(group.advice)


_HEAD = ("what", "change", "old", "new", "operations")


def _cells(row: MigrationRow) -> tuple[str, ...]:
    kind, change, *_ = way(row)
    names = [_in_cell(code(name)) if name else "" for name in (row.old, row.new)]
    return (kind, plain(change), *names, _in_cell(code(reach(row.operations, 2))))


def _in_cell(text: str) -> str:
    return text.replace("|", "\\|")


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    """A table of cells that are markdown already."""
    lines = [head, ("---",) * len(head), *rows]
    return [f"| {' | '.join(line)} |" for line in lines]
