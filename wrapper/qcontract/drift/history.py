"""The documented line of an API, step by step: a changelog that nobody had to write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

from attrs import field, frozen

from qcontract.contract import Entry
from qcontract.contract.jsonvalue import JsonObject
from qcontract.contract.registry import Registry, vendored
from qcontract.errors import ContractError
from qcontract.findings.report import Outcome, Report

__all__ = ["Changelog", "Step", "documented_line", "history", "stretch"]

Compare = Callable[[str, str], Report]


@frozen
class Step:
    """What changed between two neighbouring snapshots."""

    old: Entry
    new: Entry
    report: Report = field(repr=False)


@frozen
class Changelog:
    """The steps of an API, the oldest first."""

    api: str
    steps: tuple[Step, ...]

    def __iter__(self) -> Iterator[tuple[str, str, Report]]:
        """The names of both snapshots of each step, and what was found."""
        return ((str(step.old.ref), str(step.new.ref), step.report) for step in self.steps)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The verdict of each step."""
        return tuple(step.report.verdict for step in self.steps)

    def to_json(self) -> JsonObject:
        """The changelog as JSON, schema ``qcontract.history/1``; each step holds a whole report."""
        steps = [
            {
                "old": str(step.old.ref),
                "new": str(step.new.ref),
                "date": step.new.observed_at.isoformat() if step.new.observed_at else None,
                "report": step.report.to_dict(),
            }
            for step in self.steps
        ]
        return {"schema": "qcontract.history/1", "api": self.api, "steps": steps}


def documented_line(api: str, *, among: Registry | None = None) -> tuple[Entry, ...]:
    """The whole contracts that the vendor has documented, the oldest first.

    Args:
        api: Name of the API, such as ``ionq-v0.4``.
        among: The registry to look in; the vendored one by default.

    Raises:
        ContractError: There is no such API.
    """
    entries = (among or vendored()).entries
    of_api = [entry for entry in entries if entry.api == api]
    if not of_api:
        known = ", ".join(dict.fromkeys(entry.api for entry in entries))
        raise ContractError(f"there is no API {api!r}", hint=f"there are {known}")
    line = [entry for entry in of_api if entry.line == "documented" and entry.scope == "full"]
    return tuple(sorted(line, key=lambda entry: entry.observed_at or date.min))


def stretch(api: str, first: str | None = None, last: str | None = None) -> Registry:
    """The vendored registry with a part of the documented line of an API, for ``history``.

    Args:
        api: Name of the API, such as ``ionq-v0.4``.
        first: Where to begin, as a label or ``API@LABEL``; with the oldest snapshot, unless given.
        last: Where to end; with the newest one, unless given.

    Raises:
        ContractError: There is no such API, a name is not on its line, or the end comes before the beginning.
    """
    line = documented_line(api)
    begin = 0 if first is None else _index(line, api, first)
    end = len(line) - 1 if last is None else _index(line, api, last)
    if end < begin:
        raise ContractError(f"{last} comes before {first}", hint="name the older snapshot first")
    return Registry(vendored().root, line[begin : end + 1])


def _index(line: tuple[Entry, ...], api: str, name: str) -> int:
    label = name.removeprefix(f"{api}@")
    for index, entry in enumerate(line):
        if entry.label == label:
            return index
    known = ", ".join(entry.label for entry in line)
    raise ContractError(f"{name!r:.200} is not on the documented line of {api}", hint=f"there are {known}")


def history(
    api: str,
    compare: Compare,
    *,
    among: Registry | None = None,
    progress: Callable[[Entry, Entry], None] | None = None,
) -> Changelog:
    """Compare every documented snapshot of an API with the next one.

    Args:
        api: Name of the API, such as ``ionq-v0.4``.
        compare: What compares two contracts by their names, in the view of a client.
        among: The registry to look in; the vendored one by default.
        progress: Told before each step which two are compared.

    Raises:
        ContractError: There is no such API.
    """
    steps: list[Step] = []
    for old, new in pairwise(documented_line(api, among=among)):
        if progress is not None:
            progress(old, new)
        steps.append(Step(old, new, compare(str(old.ref), str(new.ref))))
    return Changelog(api, tuple(steps))
