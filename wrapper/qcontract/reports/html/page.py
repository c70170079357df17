"""The page around the findings: what the report comes to, filters, and what does not count."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from qcontract.findings import LEVELS, Finding, Level, Outcome, Report
from qcontract.reports.dossier import Dossier, MigrationRow
from qcontract.reports.grouping import grouped
from qcontract.reports.html.article import article
from qcontract.reports.html.markup import code, items, text
from qcontract.reports.words import fate, way, where

__all__ = ["render"]

_TITLES: dict[Level, tuple[str, str]] = {
    "breaking": ("Breaking", "a client that was built for the old contract fails"),
    "risky": ("Risky", "a client may fail"),
    "compatible": ("Compatible", "no client notices"),
    "info": ("For the record", "nothing that travels has changed"),
}
_VERDICTS: dict[Outcome, str] = {
    "breaking": "breaks clients that were built for the old contract",
    "risky": "may break clients that were built for the old contract",
    "compatible": "changes, and no client notices",
    "equal": "says the same as before",
}


def render(dossier: Dossier) -> str:
    """Return the report as a page."""
    report = dossier.report
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            *_head(report),
            "<body>",
            '<a class="skip" href="#findings">Skip to the findings</a>',
            *_summary(dossier),
            _filters(report),
            '<main id="findings">',
            *_chapters(report),
            '<p class="nothing" hidden>No finding fits these filters.</p>',
            _migration(dossier),
            *_besides(report),
            "</main>",
            f"<script>{_asset('filters.js')}</script>",
            "</body>",
            "</html>",
            "",
        ]
    )


@cache
def _asset(name: str) -> str:
    return files(__package__ or "").joinpath(name).read_text("utf-8")


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _head(report: Report) -> Iterator[str]:
    style, script = _asset("style.css"), _asset("filters.js")
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    yield '<head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{report.verdict}: {text(report.old)} to {text(report.new)}</title>"
    yield f"<style>{style}</style></head>"


def _summary(dossier: Dossier) -> Iterator[str]:
    report = dossier.report
    yield f'<header class="summary {report.verdict}">'
    dates = f": {text(dossier.about[0]) or '-'} → {text(dossier.about[1]) or '-'}" if any(dossier.about) else ""
    yield f"<p>API drift for the <strong>{text(report.client)}</strong> client{dates}</p>"
    yield f'<h1><span>{text(report.old)}</span> <span class="to">→</span> <span>{text(report.new)}</span></h1>'
    yield f'<p class="verdict"><b>{report.verdict}</b> {text(report.new)} {_VERDICTS[report.verdict]}.</p>'
    tiles = (f"<b>{count}</b> {level}" for level, count in report.counts.items())
    yield items("tally", (*tiles, f"<b>{report.semver}</b> version advice"))
    if dossier.rows:
        yield f'<p><a href="#migration">What moves where</a>: {len(dossier.rows)} lines</p>'
    yield "</header>"


def _numbers(report: Report) -> dict[str, int]:
    names = sorted({name for finding in report.findings for name in finding.operations})
    return {name: number for number, name in enumerate(names)}


def _filters(report: Report) -> str:
    """The form with which JavaScript filters; without it the form stays hidden."""
    if not report.findings:
        return ""
    levels = "".join(_level_box(level, count) for level, count in report.counts.items() if count)
    names = "".join(f'<option value="{number}">{text(name)}</option>' for name, number in _numbers(report).items())
    return (
        '<form class="filters" role="search" aria-label="Filter findings" hidden>'
        f"<fieldset><legend>Level</legend>{levels}</fieldset>"
        f'<label>Operation <select name="operation"><option value="">all operations</option>{names}</select></label>'
        '<label>Words <input type="search" name="words" autocomplete="off" spellcheck="false"></label>'
        f'<output aria-live="polite">{len(report.findings)} of {len(report.findings)} findings</output>'
        "</form>"
    )


def _level_box(level: Level, count: int) -> str:
    box = f'<input type="checkbox" name="level" value="{level}" checked>'
    return f'<label class="{level}">{box} {level} <span>{count}</span></label>'


def _chapters(report: Report) -> Iterator[str]:
    numbers = _numbers(report)
    worst = next((level for level in LEVELS if report.counts[level]), None)
    for level in LEVELS:
        found = [finding for finding in report.findings if finding.level == level]
        if found:
            yield from _chapter(level, found, numbers, is_open=level in (worst, "breaking", "risky"))


def _chapter(level: Level, found: list[Finding], numbers: Mapping[str, int], *, is_open: bool) -> Iterator[str]:
    title, meaning = _TITLES[level]
    yield f'<details class="chapter {level}"{" open" if is_open else ""}>'
    yield f"<summary><h2>{title} <span>{len(found)}</span></h2> <small>{meaning}</small></summary>"
    yield from (article(group, numbers) for group in grouped(found))
    yield "</details>"


def _migration(dossier: Dossier) -> str:
    if not dossier.rows:
        return ""
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("What", "Change", "Old", "New", "Operations"))
    lines = "".join(f"<tr>{_cells(row)}</tr>" for row in dossier.rows)
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>"
    region = '<div class="wide" tabindex="0" role="region" aria-label="Migration table">'
    return f'<section id="migration"><h2>What moves where</h2>{region}{table}</div></section>'


def _cells(row: MigrationRow) -> str:
    kind, change, _, _, operations = way(row)
    names = (code(name) if name else "" for name in (row.old, row.new))
    return "".join(f"<td>{cell}</td>" for cell in (text(kind), text(change), *names, text(operations)))


def _besides(report: Report) -> Iterator[str]:
    """What the reader should know besides: parts that were not compared, notes, and what does not count."""
    problems = [
        f"{text(fate(each))}: {each.side} {code(where(each.pointer))} {text(each.message)}" for each in report.problems
    ]
    ignored = [
        f"{code(each.fingerprint)} {code(each.rule)} {text(each.message)} <em>{text(each.ignored)}</em>"
        for each in report.ignored
    ]
    for title, entries in (
        ("Not as OpenAPI wants it", problems),
        ("Notes", map(text, report.notes)),
        ("Ignored", ignored),
    ):
        listed = items("besides", entries)
        if listed:
            yield f"<section><h2>{title}</h2>{listed}</section>"
