"""What every layout of a report says in the same words; all of it is safe to print."""

from __future__ import annotations

import json
from typing import Any

from qcontract.findings import Evidence, Finding, Location, Report
from qcontract.reports.dossier import MigrationRow
from qcontract.reports.printable import printable

__all__ = ["compact", "location_of", "proof", "reach", "spot", "tally", "usage", "way"]

_LONGEST = 400


def compact(value: Any) -> str:
    """A JSON value in one line.

    Example:
        >>> compact({"name": "x", "tags": []})
        '{"name": "x", "tags": []}'
    """
    return printable(json.dumps(value, ensure_ascii=False))


def tally(report: Report) -> str:
    """How many findings there are of each level, and of those that do not count."""
    said = [f"{count} {level}" for level, count in report.counts.items() if count]
    said += [f"{len(report.ignored)} ignored"] if report.ignored else []
    said += [f"{len(report.problems)} not compared"] if report.problems else []
    return ", ".join(said) or "no differences"


def location_of(finding: Finding) -> Location | None:
    """Where to look first: in the new contract, unless it stands only in the old one."""
    if finding.new_pointer or finding.old_location is None:
        return finding.new_location or finding.old_location
    return finding.old_location


def spot(location: Location) -> str:
    """A location as editors understand it."""
    return f"{printable(location.file)}:{location.line}:{location.column}"


def proof(evidence: Evidence) -> str:
    """What the witness of a finding shows, as the rest of a sentence that begins with it."""
    if evidence.kind == "request":
        return f"is answered under the {evidence.accepted_by} contract, not under the {evidence.refused_by} one"
    where = f" at {printable(evidence.path)}" if evidence.path else ""
    return f"is valid in the {evidence.accepted_by} contract, not in the {evidence.refused_by} one{where}"


def cut(text: str, longest: int = _LONGEST) -> str:
    """The text, or its beginning if it is long."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def reach(operations: tuple[str, ...], most: int) -> str:
    """The operations that a finding reaches, the first few by name."""
    named = ", ".join(map(printable, operations[:most]))
    return named if len(operations) <= most else f"{named} and {len(operations) - most} more"


def usage(finding: Finding) -> str:
    """Whether the given code uses what changed; empty when nobody asked."""
    return {True: "the given code uses it", False: "the given code does not use it", None: ""}[finding.used]


def way(row: MigrationRow) -> tuple[str, str, str, str, str]:
    """A line of a migration table: what, what happened, old name, new name, operations."""
    what = f"{row.kind} {row.change}" + (f" ({row.types[0]} to {row.types[1]})" if row.types else "")
    names = (printable(row.old or "-"), printable(row.new or "-"))
    return (row.kind, printable(what.removeprefix(f"{row.kind} ")), *names, reach(row.operations, 2))
