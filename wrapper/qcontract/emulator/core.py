"""What all dialects share: the store, the queue and the ids, and how a job enters and leaves them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from qcontract.clock import Clock

from .callers import Callers
from .database import Database
from .identities import Identities
from .jobs import ENDED, Draft, Job
from .queue import Queue
from .runner import Runner, default_memory
from .store import Store

__all__ = ["Core"]


class Core:
    """The parts of one emulator below its dialects.

    Args:
        db: File of the store, None for a temporary one.
        seed: From which ids and samples follow.
        keys: Accepted keys, None for all.
        clock: Time that jobs show.
        workers: Number of worker processes.
        memory: Bytes that one simulation may use, None for half of the machine's.
        seconds: Time limit of one job.
    """

    def __init__(
        self,
        *,
        db: Path | None,
        seed: int,
        keys: Sequence[str] | None,
        clock: Clock,
        workers: int,
        memory: int | None,
        seconds: float,
    ) -> None:
        self.clock = clock
        self.ids = Identities(seed)
        self._database = Database(db)
        self.store = Store(self._database)
        self.callers = Callers(self._database, self.ids, keys)
        self._memory = memory or default_memory()
        self.runner = Runner(Queue(self._database), clock, workers=workers, memory=self._memory, seconds=seconds)

    @property
    def path(self) -> Path:
        """File of the store."""
        return self._database.path

    def start(self) -> None:
        """Begin to run jobs."""
        self.runner.start()

    def stop(self) -> None:
        """End the worker processes and close the store."""
        self.runner.stop()
        self._database.close()

    def settle(self, seconds: float) -> bool:
        """Wait until every accepted job has ended; return whether that was so in time."""
        return self.runner.settle(seconds)

    def submit(self, draft: Draft, children: Sequence[Draft], order: Mapping[str, Any]) -> None:
        """Keep a job and have it run; see ``simulation.run.outcomes`` for what an order holds."""
        full = {"memory": self._memory, "seed": self.ids.random_seed(draft.id), "dry_run": draft.dry_run, **order}
        self.store.add(draft, children, full, self.clock.now())
        self.runner.wake()

    def cancel(self, jobs: Sequence[Job]) -> None:
        """Stop jobs; one that has ended stays as it is."""
        running = [job.id for job in jobs if job.status not in ENDED]
        self.store.cancel(running, self.clock.now())
        self.runner.interrupt(running)

    def delete(self, jobs: Sequence[Job]) -> None:
        """Remove jobs, running or not."""
        self.store.delete([job.id for job in jobs])
        self.runner.interrupt(job.id for job in jobs)
