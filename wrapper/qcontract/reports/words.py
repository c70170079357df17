"""What every layout of a report says in the same words; all of it is safe to print."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from qcontract.findings import Evidence, Finding, Location, Report, Unread
from qcontract.model.untyped import is_list, is_object
from qcontract.reports.dossier import MigrationRow
from qcontract.reports.printable import printable

__all__ = [
    "compact",
    "cut",
    "fate",
    "lack",
    "listed",
    "location_of",
    "proof",
    "reach",
    "spot",
    "tally",
    "usage",
    "way",
    "where",
    "witness",
]

_LONGEST = 400
_WHOLE = 120
"""Most characters of a value that is shown with all its parts."""
_NO_QUESTION = "by the rule: no question of values"


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
    left_out = sum(not problem.compared for problem in report.problems)
    said += [f"{left_out} not compared"] if left_out else []
    return ", ".join(said) or "no differences"


def fate(problem: Unread) -> str:
    """What became of a part that is not as OpenAPI wants it."""
    return "compared as it is meant" if problem.compared else "not compared"


def location_of(finding: Finding) -> Location | None:
    """Where to look first: in the new contract, unless it stands only in the old one."""
    if finding.new_pointer or finding.old_location is None:
        return finding.new_location or finding.old_location
    return finding.old_location


def spot(location: Location) -> str:
    """A location as editors understand it."""
    return f"{printable(location.file)}:{location.line}:{location.column}"


def witness(evidence: Evidence) -> str:
    """What shows that a finding is true, in a line: of a long value the part that the finding is about."""
    value = evidence.witness
    short = compact(value)
    return cut(short if len(short) <= _WHOLE else _focused(value, evidence.path.split("/")[1:]))


def _focused(value: Any, steps: list[str]) -> str:
    """A JSON value around the place that the steps lead to, as far as they lead."""
    name = steps[0].replace("~1", "/").replace("~0", "~") if steps else ""
    if steps and is_object(value) and name in value:
        rest = ", …" if len(value) > 1 else ""
        return f"{{{compact(name)}: {_focused(value[name], steps[1:])}{rest}}}"
    if steps and is_list(value) and name.isdecimal() and int(name) < len(value):
        before, after = "…, " if int(name) else "", ", …" if int(name) + 1 < len(value) else ""
        return f"[{before}{_focused(value[int(name)], steps[1:])}{after}]"
    return compact(value)


def proof(evidence: Evidence) -> str:
    """What the witness of a finding shows, as the rest of a sentence that begins with it."""
    if evidence.kind == "request":
        return f"is answered under the {evidence.accepted_by} contract, not under the {evidence.refused_by} one"
    part = printable(evidence.part.removesuffix(" application/json"))
    where = f", as {part}" + (f" of {printable(evidence.operation)}" if evidence.operation else "") if part else ""
    return f"is valid in the {evidence.accepted_by} contract, not in the {evidence.refused_by} one{where}"


def lack(evidence: Evidence) -> str:
    """Why there is no witness; empty where nobody would look for one."""
    return "" if evidence.reason == _NO_QUESTION else printable(evidence.reason)


def cut(text: str, longest: int = _LONGEST) -> str:
    """The text, or its beginning if it is long."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def reach(operations: tuple[str, ...], most: int) -> str:
    """The operations that a finding reaches: those of one path together, the first few paths by name.

    Example:
        >>> reach(("GET /jobs", "GET /jobs/{UUID}", "POST /jobs"), 6)
        'GET|POST /jobs, GET /jobs/{UUID}'
    """
    methods: dict[str, list[str]] = {}
    for name in operations:
        before, _, path = name.rpartition(" ")
        methods.setdefault(path, []).append(before)
    shown = list(methods.items())[:most]
    said = [f"{'|'.join(known)} {path}".strip() for path, known in shown]
    more = len(operations) - sum(len(known) for _, known in shown)
    return ", ".join(map(printable, said)) + (f" and {more} more" if more else "")


def listed(texts: Iterable[str], most: int = 12) -> str:
    """Texts as a list in a sentence.

    Example:
        >>> listed(["a", "b", "c"]), listed("abcd", 2)
        ('a, b and c', 'a, b and 2 more')
    """
    named = [*texts]
    if len(named) > most:
        return f"{', '.join(named[:most])} and {len(named) - most} more"
    return " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))


def where(pointer: str) -> str:
    """A place of a document as the way down to it.

    Example:
        >>> where("/paths/~1jobs/get")
        'paths > /jobs > get'
    """
    steps = (step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])
    return printable(" > ".join(steps) or "document")


def usage(finding: Finding) -> str:
    """Whether the given code uses what changed; empty when nobody asked."""
    return {True: "the given code uses it", False: "the given code does not use it", None: ""}[finding.used]


def way(row: MigrationRow) -> tuple[str, str, str, str, str]:
    """A line of a migration table: what, what happened, old name, new name, operations."""
    what = f"{row.kind} {row.change}" + (f" ({row.types[0]} to {row.types[1]})" if row.types else "")
    names = (printable(row.old or "-"), printable(row.new or "-"))
    return (row.kind, printable(what.removeprefix(f"{row.kind} ")), *names, reach(row.operations, 2))
