"""A sign of life on stderr for work that takes longer than a moment."""

from __future__ import annotations

import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress

import click

from qcontract.cli.terminal import StatusLine, is_terminal
from qcontract.reports.printable import printable

__all__ = ["Work", "working"]

_PATIENCE = 1.0
"""Seconds after which silence begins to look like a fault."""


class Work:
    """What is being done right now."""

    def __init__(self) -> None:
        self._text = ""
        self._line = StatusLine(sys.stderr) if is_terminal(sys.stderr) else None
        self._timer: threading.Timer | None = None

    def on(self, text: str) -> None:
        """Say what is being done from now on: at once on a terminal, and elsewhere if it takes long."""
        self._text = printable(text)
        if self._line is not None:
            self._line.show(self._text)
        else:
            self._stop()
            self._timer = threading.Timer(_PATIENCE, self._tell, [self._text])
            self._timer.daemon = True
            self._timer.start()

    def over(self) -> None:
        """End the sign of life."""
        self._stop()
        if self._line is not None:
            self._line.close()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _tell(self, text: str) -> None:
        with suppress(OSError, ValueError):  # a reader of stderr that has gone must not end the work
            click.echo(f"{text} ...", err=True)


@contextmanager
def working() -> Generator[Work]:
    """Show what is being done until the block ends."""
    work = Work()
    try:
        yield work
    finally:
        work.over()
