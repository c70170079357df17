"""What people see on stderr while a job is submitted and waited for."""

from __future__ import annotations

import logging
import sys
from contextlib import suppress
from types import TracebackType
from typing import Self

import click

from qcontract.cli.terminal import StatusLine, is_terminal
from qcontract.flow.effects import Drift, Event, Pause, Progress
from qcontract.model.job import Job
from qcontract.reports.printable import printable

__all__ = ["Narrator"]

logger = logging.getLogger("qcontract")


class Narrator:
    """Tells each change of a job once; on a terminal also, in a line of its own, how long it has taken.

    Args:
        emulated: Whether the job lives on an emulator that ends with this command.
        token: What the job carries, for a submission that is interrupted.
    """

    def __init__(self, *, emulated: bool, token: str) -> None:
        self._emulated = emulated
        self._token = token
        self._job: Job | None = None
        self._status = ""
        self._sending = False
        self._told: set[str] = set()
        self._line: StatusLine | None = None
        self._level = logger.level

    def __enter__(self) -> Self:
        logger.setLevel(logging.ERROR)  # what is logged below that is told here
        if is_terminal(sys.stderr):
            self._line = StatusLine(sys.stderr)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None
        logger.setLevel(self._level)
        if kind is not None and issubclass(kind, KeyboardInterrupt):
            self._interrupted()

    def submitting(self) -> None:
        """Remember that the job may exist from now on."""
        self._sending = True
        self._show("submitting")

    def submitted(self, job: Job) -> None:
        """Tell that a job was accepted, with the reference that finds it again."""
        self._job, self._status = job, job.status.value
        self._say(f"{job.ref}: {job.status.value} to {job.backend} ({job.origin})")
        self._show(f"{job.ref}: {job.status.value}")

    def tell(self, event: Event) -> None:
        """Tell an event, if it is news."""
        if isinstance(event, Drift):
            self._drift(event)
        elif isinstance(event, Progress):
            self._progress(event)
        elif self._job is None:  # before the job exists, a pause comes between two attempts
            self._retry(event)

    def _drift(self, drift: Drift) -> None:
        text = f"drift: {drift.text}"
        if text not in self._told:
            self._told.add(text)
            self._say(text)

    def _progress(self, event: Progress) -> None:
        self._show(f"{event.job}: {event.status}")
        if event.status != self._status:
            self._status = event.status
            self._say(f"{event.job}: {event.status} after {event.elapsed:.1f} s")

    def _retry(self, pause: Pause) -> None:
        self._say(f"{pause.why} did not succeed, trying again in {pause.seconds:.1f} s")

    def _interrupted(self) -> None:
        if self._job is not None and not self._emulated:
            self._say(f"{self._job.ref} goes on at the service: wait for it or cancel it there")
        elif self._job is not None:
            self._say(f"{self._job.ref} has ended with its emulator")
        elif self._sending and not self._emulated:
            self._say(f"the job may have been submitted: look for one that carries the token {self._token}")

    def _show(self, text: str) -> None:
        if self._line is not None:
            self._line.show(printable(text))

    def _say(self, text: str) -> None:
        if self._line is not None:
            self._line.say(printable(text))
            return
        with suppress(OSError):  # a reader of stderr that has gone must not end the wait
            click.echo(printable(text), err=True)
