"""What a report is shown with: the bar that findings are held to, and the way from one API to its successor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from attrs import field, frozen

from qcontract.findings import LEVELS, Finding, Level, Report

__all__ = ["Dossier", "MigrationRow", "MigrationTable"]


class MigrationRow(Protocol):
    """One line of a migration table."""

    @property
    def kind(self) -> str:
        """What is spoken of."""
        ...

    @property
    def change(self) -> str:
        """What happened to it."""
        ...

    @property
    def old(self) -> str | None:
        """Its old name; None for what is new."""
        ...

    @property
    def new(self) -> str | None:
        """Its new name; None for what is gone."""
        ...

    @property
    def operations(self) -> tuple[str, ...]:
        """The operations that it concerns."""
        ...

    @property
    def types(self) -> tuple[str, str] | None:
        """Its old and its new type, when they differ."""
        ...


class MigrationTable(Protocol):
    """A migration table."""

    @property
    def rows(self) -> Sequence[MigrationRow]:
        """Its lines."""
        ...

    def to_json(self) -> dict[str, Any]:
        """The table as JSON."""
        ...


@frozen
class Dossier:
    """A report with what goes along.

    Args:
        report: What was found.
        bar: The mildest level that fails; None when nothing does.
        migration: How to move on, when the report compares two different APIs.
        colour: Whether text may have colours.
        width: Columns of the terminal that text is for; None when it goes elsewhere, where a line is a line.
        about: What else there is to know about the old and the new contract, such as their dates.
    """

    report: Report
    bar: Level | None = "breaking"
    migration: MigrationTable | None = field(default=None, repr=False)
    colour: bool = False
    width: int | None = None
    about: tuple[str, str] = ("", "")

    @property
    def rows(self) -> Sequence[MigrationRow]:
        """The lines of the migration table, if there is one."""
        return () if self.migration is None else self.migration.rows

    def fails(self, finding: Finding) -> bool:
        """Whether a finding is at least as bad as the bar."""
        return self.bar is not None and LEVELS.index(finding.level) <= LEVELS.index(self.bar)

    @property
    def failed(self) -> bool:
        """Whether any finding is."""
        return any(map(self.fails, self.report.findings))
