"""The history of an API as text, JSON and markdown: what each snapshot changed, the oldest first."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from qcontract.findings import Report
from qcontract.reports.grouping import Group, grouped
from qcontract.reports.markdown import code, plain
from qcontract.reports.printable import printable
from qcontract.reports.text import folded
from qcontract.reports.words import fate, reach, spot, tally, where

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


def _as_text(steps: Steps, width: int | None) -> str:
    lines: list[str] = []
    for old, new, report in steps:
        lines += [f"{old} -> {new}: {report.verdict} ({tally(report)}; version advice: {report.semver})"]
        lines += [line for group in grouped(report.findings) for line in folded(f"  {_line(group)}", width, 4)]
        lines += [f"  {fate(each)}: {each.side} {where(each.pointer)}" for each in report.problems]
        lines += [""]
    return "\n".join(lines or [f"{steps.api} has one documented snapshot: nothing to compare", ""])


def _line(group: Group) -> str:
    besides = ", ".join(filter(None, (_reached(group, 2), *map(spot, group.locations[:1]))))
    return f"{group.first.level}[{group.first.rule}] {printable(group.message)}" + (f" ({besides})" if besides else "")


def _reached(group: Group, most: int) -> str:
    """The operations that it reaches, unless the place names them."""
    place = group.first.place
    return "" if place is not None and place.reach else reach(group.first.operations, most)


def _as_markdown(steps: Steps, _: int | None) -> str:
    lines = [f"# Changes of {plain(steps.api)}", ""]
    for old, new, report in steps:
        label = new.partition("@")[2] or new
        lines += [f"## {plain(label)}: {report.verdict}", "", f"Since {code(old)}: {tally(report)}.", ""]
        lines += [f"- **{group.first.level}** {_item(group)}" for group in grouped(report.findings)]
        lines += [""] if report.findings else []
    return "\n".join(lines)


def _item(group: Group) -> str:
    reached = _reached(group, 3)
    return f"{code(group.first.rule)} {plain(group.message)}" + (f" ({code(reached)})" if reached else "")


def _as_json(steps: Steps, _: int | None) -> str:
    return json.dumps(steps.to_json(), indent=2, sort_keys=True) + "\n"


LAYOUTS: dict[str, Callable[[Steps, int | None], str]] = {
    "text": _as_text,
    "json": _as_json,
    "markdown": _as_markdown,
}
"""The layouts by name; each takes the columns of the terminal that it is for, if it is for one."""
