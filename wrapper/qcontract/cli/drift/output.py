"""Where a report goes: to a file, whole or not at all, or to stdout in an encoding that it understands."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click

from qcontract.cli.files import write_text

__all__ = ["emit", "may_colour", "width"]

_NARROWEST, _WIDEST = 40, 120
"""Columns between which lines can be read well."""


def emit(text: str, output: Path | None = None, *, machine: bool = False) -> None:
    """Write a report.

    Args:
        text: The report.
        output: The file to write; stdout when None.
        machine: Whether programs read it, which expect UTF-8 wherever they are.
    """
    if output is not None:
        write_text(output, text)
        click.echo(f"written to {output}", err=True)
        return
    encoding = "utf-8" if machine else sys.stdout.encoding or "utf-8"
    click.echo(text.encode(encoding, "backslashreplace"), nl=False)


def may_colour(output: Path | None) -> bool:
    """Whether a terminal reads the report, and nobody has asked for no colours."""
    return (
        output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def width(output: Path | None) -> int | None:
    """The columns of the terminal that reads the report; None where a file or another program does."""
    if output is not None or not sys.stdout.isatty():
        return None
    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))
