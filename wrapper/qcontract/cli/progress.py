"""What people see on stderr while something takes long."""

from __future__ import annotations

import click

from qcontract.flow.effects import Drift, Event, Progress
from qcontract.model.job import Job

__all__ = ["Narrator"]


class Narrator:
    """Tells each change of a job once, and whatever the contract did not know."""

    def __init__(self) -> None:
        self._last = ""

    def submitted(self, job: Job) -> None:
        """Tell that a job was accepted, with the reference that finds it again."""
        self._last = job.status.value
        click.echo(f"{job.ref}: {job.status.value} to {job.backend} ({job.origin})", err=True)

    def tell(self, event: Event) -> None:
        """Tell an event, if it is news."""
        if isinstance(event, Drift):
            click.echo(f"drift: {event.operation}: unknown {event.kind} at {event.path}", err=True)
        elif isinstance(event, Progress) and event.status != self._last:
            self._last = event.status
            click.echo(f"{event.job}: {event.status} after {event.elapsed:.1f} s", err=True)
