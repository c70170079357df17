"""The contracts that a command is given, opened."""

from __future__ import annotations

import sys
from typing import IO, TYPE_CHECKING

import click

from qcontract.cli.drift.working import Work

if TYPE_CHECKING:
    from qcontract.contract.source import Spec

__all__ = ["open_both"]


def open_both(work: Work, old: str, new: str, *, remote: bool) -> tuple[Spec, Spec]:
    """Open two contracts; one of them may be ``-``.

    Args:
        work: What is told about it.
        old: The name of the contract before.
        new: The name of the contract after.
        remote: Whether addresses, and references to addresses, may be read from the network.
    """
    from qcontract.contract.source import open_spec
    from qcontract.transport.fetch import fetch

    if old == new == "-":
        raise click.UsageError("standard input can be one of the two contracts, not both")
    specs: list[Spec] = []
    for name in (old, new):
        work.on(f"reading {name}")
        specs.append(open_spec(name, stdin=_standard_input() if name == "-" else None, fetch=fetch if remote else None))
    return specs[0], specs[1]


def _standard_input() -> IO[bytes] | None:
    return sys.stdin.buffer if sys.stdin is not None else None  # pyright: ignore[reportUnnecessaryComparison]
