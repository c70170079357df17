"""The lines at which findings stand, looked up once somebody wants to see them."""

from __future__ import annotations

from attrs import evolve

from qcontract.contract.source import Spec
from qcontract.findings import Finding, Location, Report

__all__ = ["located"]


def located(report: Report, old: Spec, new: Spec) -> Report:
    """The same report with file, line and column of every finding, as far as its documents were texts.

    Args:
        report: What was found between the two.
        old: The contract before.
        new: The contract after.
    """
    lookup = _Lookup(old), _Lookup(new)
    return evolve(
        report,
        findings=tuple(_located(finding, *lookup) for finding in report.findings),
        ignored=tuple(_located(finding, *lookup) for finding in report.ignored),
    )


class _Lookup:
    """The places of one document; many findings stand at the same one."""

    def __init__(self, spec: Spec) -> None:
        self._spec = spec
        self._known: dict[str, Location | None] = {"": None}

    def __call__(self, pointer: str) -> Location | None:
        if pointer not in self._known:
            place = self._spec.place(pointer)
            self._known[pointer] = (
                Location(place.file, place.line, place.column, place.excerpt, place.caret) if place else None
            )
        return self._known[pointer]


def _located(finding: Finding, old: _Lookup, new: _Lookup) -> Finding:
    return evolve(finding, old_location=old(finding.old_pointer), new_location=new(finding.new_pointer))
