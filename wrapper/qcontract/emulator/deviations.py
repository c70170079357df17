"""The list of what the emulator deliberately does otherwise than its contracts, and of what it chose without one.

Dialects name an entry where they use it, the self-check excuses what is listed and nothing else, and the guide, the
command and the control API show the list. Tests prove that each entry happens and that nothing else does.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal, TypeAlias

from attrs import field, frozen

from .http import Basis

__all__ = ["HEADER", "Deviation", "Kind", "deviation", "deviations", "excused", "table"]

Kind: TypeAlias = Literal["takes", "refuses", "answers", "chooses"]
"""Takes what the contract refuses, refuses what it allows, answers what it lacks, chooses where it is silent."""

HEADER: Final = "x-qcontract-deviation"
"""Names the deviations that an answer needed."""

_ALL: Final = "*"


def _places(given: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return {contract: tuple(operations) for contract, operations in given.items()}


@frozen(kw_only=True)
class Deviation:
    """One entry.

    Args:
        name: Its name, which stays the same.
        kind: What is otherwise.
        where: Ids of operations by API or contract; ``*`` for all.
        what: What the emulator does.
        why: The reason.
        source: The page, client or answer that says so.
        basis: What an answer rests on that needs it.
        statuses: Statuses that the self-check lets pass although the contract does not declare them.
        missing: Whether it lets pass that an answer lacks members which the contract requires.
    """

    name: str
    kind: Kind
    where: Mapping[str, tuple[str, ...]] = field(converter=_places)
    what: str
    why: str
    source: str
    basis: Basis
    statuses: tuple[int, ...] = field(default=(), converter=tuple[int, ...])
    missing: bool = False

    def covers(self, contract: str, operation: str) -> bool:
        """Tell whether it is about an operation of a contract such as ``ionq-v0.4@2026-10-01``."""
        names = (_ALL, contract.partition("@")[0], contract)
        return any({_ALL, operation} & {*self.where.get(name, ())} for name in names)

    def to_json(self) -> dict[str, Any]:
        """Return it as the control API shows it."""
        where = {contract: list(operations) for contract, operations in self.where.items()}
        told = {"name": self.name, "kind": self.kind, "where": where, "what": self.what}
        return {**told, "why": self.why, "source": self.source, "basis": self.basis}


@cache
def deviations() -> tuple[Deviation, ...]:
    """Return the whole list."""
    text = files("qcontract.emulator").joinpath("deviations.toml").read_text(encoding="utf-8")
    return tuple(Deviation(**entry) for entry in tomllib.loads(text)["deviation"])


@cache
def deviation(name: str) -> Deviation:
    """Return an entry that code relies on; without it the code does not work."""
    return next(entry for entry in deviations() if entry.name == name)


def excused(contract: str, operation: str, status: int) -> bool:
    """Tell whether a status may be answered that the contract does not declare."""
    return any(status in entry.statuses and entry.covers(contract, operation) for entry in deviations())


def table() -> str:
    """Return the list as a table in markdown."""
    rows = [
        f"| {entry.kind} | `{entry.name}` | {_shown(entry.where)} | {entry.what} | {entry.why} | {entry.source} |"
        for entry in deviations()
    ]
    return "\n".join(["| it | name | at | what it does | why | source |", "|---|---|---|---|---|---|", *rows])


def _shown(contracts: Iterable[str]) -> str:
    return ", ".join("all" if name == _ALL else name for name in sorted(contracts))
