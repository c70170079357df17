"""What all dialects share: the store, the queue and the ids, and how a job enters and leaves them."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Final

from qcontract.clock import Clock

from .callers import Callers
from .changes import Changes
from .control.clock import EmulatorClock
from .control.lifecycle import Conductor
from .control.timing import Lifecycle, Prediction
from .database import Database
from .groups import Groups
from .http import Request
from .identities import Identities
from .jobs import Draft, Job, Vendor
from .page.views import Views
from .queue import Queue, failure
from .runner import Runner, default_memory
from .sessions import Sessions
from .store import Filter, Store

__all__ = ["Core"]

_DOOM: Final[ContextVar[dict[str, Any] | None]] = ContextVar("doom", default=None)
"""How a job fails that is being submitted, when somebody asked for its failure."""


class Core:
    """The parts of one emulator below its dialects.

    Args:
        db: File of the store, None for a temporary one.
        seed: From which ids and samples follow.
        keys: Accepted keys, perhaps with the names of their projects, None for all.
        clock: Time that jobs show.
        frozen: Whether that time stands still until it is advanced.
        lifecycle: How jobs move through their states.
        workers: Number of worker processes.
        memory: Bytes that one simulation may use, None for half of the machine's.
        seconds: Time limit of one job.
    """

    def __init__(
        self,
        *,
        db: Path | None,
        seed: int,
        keys: Sequence[str] | Mapping[str, str | None] | None,
        clock: Clock,
        frozen: bool,
        lifecycle: Lifecycle,
        workers: int,
        memory: int | None,
        seconds: float,
    ) -> None:
        self.ids = Identities(seed)
        self._database = Database(db)
        try:
            self.clock = EmulatorClock(clock, self._database, frozen=frozen)
            self.callers = Callers(self._database, self.ids, keys)
        except BaseException:
            self._database.close()
            raise
        self._long: set[str] = set()
        self.store = Store(self._database, self._long)
        self.views = Views(self._database, self.store)
        self.sessions = Sessions(self._database)
        self.groups = Groups(self._database)
        self._memory = memory or default_memory()
        self._changes = Changes()
        queue = Queue(self._database, self._long)
        self.conductor = Conductor(self._database, queue, self.clock, lifecycle, self._changes)
        self.runner = Runner(
            queue, self.clock, lifecycle, self._changes, workers=workers, memory=self._memory, seconds=seconds
        )

    @property
    def path(self) -> Path:
        """File of the store."""
        return self._database.path

    def takes_long(self, request: Request) -> bool:
        """Tell whether a request is about a job whose results take long to read."""
        return bool(self._long) and not self._long.isdisjoint(request.segments() or ())

    def start(self) -> None:
        """Begin to run jobs."""
        self.runner.start()
        self.conductor.start()

    def stop(self) -> None:
        """End the worker processes and close the store."""
        self.conductor.stop()
        self.runner.stop()
        self._database.close()

    def reset(self, seed: int) -> None:
        """Forget all jobs, keys and times; what workers still compute is dropped."""
        self.ids = Identities(seed)
        self._database.clear()
        self._long.clear()
        self.clock.reset()
        self.conductor.reset()
        self.callers.reset(self.ids)
        self.runner.interrupt_all()
        self._changes.notify()

    def forget(self, project: str, vendors: Sequence[Vendor]) -> None:
        """Forget what one project has."""
        for vendor in vendors:
            self.delete(list(self.store.each(project, vendor, Filter())))
        self._database.clear(project)

    def settle(self, seconds: float) -> bool:
        """Wait until no job moves by itself; return whether that was so in time."""
        return self._changes.wait_for(self.conductor.settled, seconds)

    def predict(self, job: Job) -> Prediction:
        """Return what the owner of a job is told about its future."""
        return self.conductor.predict(job.id if job.parent is None else job.parent, job.backend, job.status)

    def predict_new(self, backend: str) -> Prediction:
        """Return what somebody who has not submitted yet is told about a job's future."""
        return self.conductor.lifecycle.predict(backend, "submitted", None, self.clock)

    def submit(self, draft: Draft, children: Sequence[Draft], order: Mapping[str, Any]) -> None:
        """Keep a job and have it run; see ``simulation.run.outcomes`` for what an order holds."""
        full = {"memory": self._memory, "seed": self.ids.random_seed(draft.id), "dry_run": draft.dry_run, **order}
        full = _DOOM.get() or full
        now = self.clock.now()
        self.store.add(draft, children, full, now, self.conductor.lifecycle.due(draft.backend, "submitted", now))
        self._changes.notify()

    @contextmanager
    def doomed(self, code: str, message: str) -> Generator[None]:
        """Let jobs that are submitted within fail, without a simulation, when they have run."""
        before = _DOOM.set(failure(code, message))
        try:
            yield
        finally:
            _DOOM.reset(before)

    def cancel(self, jobs: Sequence[str]) -> None:
        """Stop jobs; one that has ended stays as it is."""
        self.runner.interrupt(self.store.cancel(jobs, self.clock.now()))
        self._changes.notify()

    def delete(self, jobs: Sequence[Job]) -> None:
        """Remove jobs, running or not."""
        self.runner.interrupt(self.store.delete([job.id for job in jobs], self.clock.now()))
        self._changes.notify()
