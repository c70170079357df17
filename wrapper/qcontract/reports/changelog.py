"""The history of an API as text, JSON and markdown: what each snapshot changed, the oldest first."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from qcontract.findings import LEVELS, Finding, Report
from qcontract.reports.markdown import code, plain
from qcontract.reports.printable import printable
from qcontract.reports.words import location_of, reach, spot, tally

__all__ = ["LAYOUTS", "Steps"]


class Steps(Protocol):
    """A changelog: the names of both snapshots of each step, and what was found."""

    @property
    def api(self) -> str:
        """The API."""
        ...

    def __iter__(self) -> Iterator[tuple[str, str, Report]]:
        """Each step."""
        ...

    def to_json(self) -> dict[str, Any]:
        """The changelog as JSON."""
        ...


def _as_text(steps: Steps) -> str:
    lines: list[str] = []
    for old, new, report in steps:
        lines += [f"{old} -> {new}: {report.verdict} ({tally(report)}; version advice: {report.semver})"]
        lines += [f"  {_line(finding)}" for finding in report.findings]
        lines += [f"  not compared: {each.side} {printable(each.pointer)}" for each in report.problems]
        lines += [""]
    return "\n".join(lines or [f"{steps.api} has one documented snapshot: nothing to compare", ""])


def _line(finding: Finding) -> str:
    place = location_of(finding)
    besides = ", ".join(filter(None, (reach(finding.operations, 2), spot(place) if place else "")))
    return f"{finding.level}[{finding.rule}] {printable(finding.message)}" + (f" ({besides})" if besides else "")


def _as_markdown(steps: Steps) -> str:
    lines = [f"# Changes of {plain(steps.api)}", ""]
    for old, new, report in steps:
        label = new.partition("@")[2] or new
        lines += [f"## {plain(label)}: {report.verdict}", "", f"Since {code(old)}: {tally(report)}.", ""]
        for level in LEVELS:
            found = [finding for finding in report.findings if finding.level == level]
            lines += [f"- **{level}** {code(each.rule)} {plain(each.message)}{_reached(each)}" for each in found]
        lines += [""] if report.findings else []
    return "\n".join(lines)


def _reached(finding: Finding) -> str:
    return f" ({code(reach(finding.operations, 3))})" if finding.operations else ""


def _as_json(steps: Steps) -> str:
    return json.dumps(steps.to_json(), indent=2, sort_keys=True) + "\n"


LAYOUTS: dict[str, Callable[[Steps], str]] = {"text": _as_text, "json": _as_json, "markdown": _as_markdown}
