"""What a team decided about findings, from the options of a command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qcontract.cli.files import read_text

if TYPE_CHECKING:
    from qcontract.findings import Policy

__all__ = ["assignments", "policy"]


def assignments(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Split options of the form RULE=LEVEL."""
    pairs = [value.partition("=") for value in values]
    for name, sign, level in pairs:
        if not (name and sign and level):
            raise click.BadParameter("write RULE=LEVEL, such as server-removed=risky")
    return {name: level for name, _, level in pairs}


def policy(levels: dict[str, str], ignore: Path | None, baseline: Path | None) -> Policy:
    """Read what the options name.

    Args:
        levels: Other levels, by rule.
        ignore: The ignore file.
        baseline: An earlier report as JSON.
    """
    from qcontract.findings import Policy, read_baseline, read_ignore_file, read_levels

    return Policy(
        read_levels(levels),
        () if ignore is None else read_ignore_file(read_text(ignore), str(ignore)),
        frozenset() if baseline is None else read_baseline(read_text(baseline), str(baseline)),
    )
