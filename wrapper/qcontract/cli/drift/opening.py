"""The contracts that a command is given, opened."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import IO, TYPE_CHECKING

import click

from qcontract.cli.drift.working import Work

if TYPE_CHECKING:
    from qcontract.contract.source import Spec

__all__ = ["about", "open_both"]


def open_both(work: Work, old: str, new: str, *, remote: bool) -> tuple[Spec, Spec]:
    """Open two contracts; one of them may be ``-``.

    Args:
        work: What is told about it.
        old: The name of the contract before.
        new: The name of the contract after.
        remote: Whether addresses, and references to addresses, may be read from the network.
    """
    from qcontract.contract.source import open_spec

    if old == new == "-":
        raise click.UsageError("standard input can be one of the two contracts, not both")
    fetch = _network() if remote else None
    specs: list[Spec] = []
    for name in (old, new):
        work.on(f"reading {name}")
        specs.append(open_spec(name, stdin=_standard_input() if name == "-" else None, fetch=fetch))
    return specs[0], specs[1]


def about(spec: Spec) -> str:
    """What a report says of a contract beside its name: when it was in force, and which version it says it is."""
    from qcontract.contract.jsonvalue import is_object
    from qcontract.contract.registry import vendored

    info = spec.document.get("info")
    version = info.get("version") if is_object(info) else None
    entry = next((entry for entry in vendored().entries if entry.ref == spec.ref), None)
    said = [f"{entry.line} {entry.observed_at or 'on an unknown day'}"] if entry else []
    return ", ".join([*said, f"version {version}"] if isinstance(version, str) else said)


def _network() -> Callable[[str], bytes]:
    from qcontract.transport.fetch import fetch  # an HTTP client takes as long to load as a comparison

    return fetch


def _standard_input() -> IO[bytes] | None:
    return sys.stdin.buffer if sys.stdin is not None else None  # pyright: ignore[reportUnnecessaryComparison]
