"""Jobs moved through their states by time, or by hand."""

from __future__ import annotations

import threading
import time
from typing import Final

from qcontract import errors
from qcontract.model.names import choose

from ..changes import Changes
from ..database import RETRY_SECONDS, Database, StoreUnusable
from ..jobs import ENDED, Status
from ..queue import COMPUTING, Queue, enter, failure
from .clock import EmulatorClock
from .timing import Lifecycle, Mode, Prediction

__all__ = ["STATES", "Conductor"]

STATES: Final[tuple[Status, ...]] = ("submitted", "ready", "running", *ENDED)
_NEXT: Final[dict[Status, Status]] = {"submitted": "ready", "ready": "running"}
_BATCH: Final = 500
_COMPUTING_SECONDS: Final = 600.0
"""How long a step waits for the simulation at most; a job's own time limit usually ends it before."""


class Conductor:
    """Moves jobs that do not run as soon as they can.

    A job's place is in the store: its state, the time at which it leaves it, whether it is held, and its outcome when
    the simulation is over and the run is not.

    Args:
        database: The store.
        queue: The work behind the jobs.
        clock: Time that jobs show.
        lifecycle: How jobs move.
        changes: Told of every move.
    """

    def __init__(
        self, database: Database, queue: Queue, clock: EmulatorClock, lifecycle: Lifecycle, changes: Changes
    ) -> None:
        self._db = database
        self._queue = queue
        self._clock = clock
        self._changes = changes
        self._moving = threading.RLock()
        self._stopped = False
        self._thread: threading.Thread | None = None
        self.lifecycle = lifecycle

    def start(self) -> None:
        """Take up what an earlier emulator left."""
        self._plan()
        self.move()
        self._conduct_by_time()

    def stop(self) -> None:
        """Move nothing any more."""
        self._stopped = True
        self._changes.notify()
        if self._thread:
            self._thread.join()

    def change(self, mode: Mode) -> None:
        """Plan every job anew after the lifecycle has changed to ``mode``."""
        with self._moving:
            with self._db.transaction() as db:
                db.execute("UPDATE work SET due = NULL")
            self._plan()
        self.move()
        if mode == "timed":
            self._conduct_by_time()

    def reset(self) -> None:
        """Let jobs move as at the beginning."""
        self.lifecycle.reset()
        self._conduct_by_time()

    def _plan(self) -> None:
        """Give a time to every job that has none and needs one."""
        if self.lifecycle.mode != "timed":
            return
        now = self._clock.now()
        with self._db.transaction() as db:
            jobs = "SELECT j.id, j.backend, j.status FROM work w JOIN jobs j ON j.id = w.job WHERE w.due IS NULL"
            for job, backend, status in db.execute(jobs).fetchall():
                due = self.lifecycle.due(backend, status, now)
                db.execute("UPDATE work SET due = ? WHERE job = ?", (due, job))

    def _conduct_by_time(self) -> None:
        if self.lifecycle.mode == "timed" and self._thread is None:
            self._thread = threading.Thread(target=self._conduct, daemon=True)
            self._thread.start()

    def _conduct(self) -> None:
        while True:
            seen = self._changes.count
            if self._stopped:
                return
            try:
                self.move()
                seconds = self._seconds_to_next()
            except StoreUnusable:
                seconds = RETRY_SECONDS
            self._changes.wait(seen, seconds)

    def _seconds_to_next(self) -> float | None:
        """Return how long nothing is due, None if only a change can make something due."""
        if self._clock.frozen or self.lifecycle.paused or self.lifecycle.mode != "timed":
            return None
        rows = self._db.rows(
            "SELECT w.due FROM work w CROSS JOIN jobs j ON j.id = w.job"
            " WHERE w.due IS NOT NULL AND w.held = 0 AND (j.status != 'running' OR w.outcome IS NOT NULL)"
            " ORDER BY w.due LIMIT 1"
        )
        return max(0.0005, rows[0][0] - self._clock.now()) if rows else None

    def move(self) -> None:
        """Move every job whose time has come; one that time alone does not move stays where it is."""
        with self._moving:
            while not self.lifecycle.paused and self._move_batch():
                self._changes.notify()

    def _move_batch(self) -> bool:
        """Move jobs one state on; return whether there were any."""
        if self.lifecycle.mode == "stepped":
            return False
        now = self._clock.now()
        come, values = ("w.due <= ?", (now,)) if self.lifecycle.mode == "timed" else ("w.outcome IS NOT NULL", ())
        rows = self._db.rows(
            "SELECT j.id, j.status, j.backend, w.due FROM work w JOIN jobs j ON j.id = w.job"  # noqa: S608
            f" WHERE {come} AND w.held = 0 AND (j.status != 'running' OR w.outcome IS NOT NULL)"
            f" ORDER BY w.due, w.rowid LIMIT {_BATCH}",
            *values,
        )
        for job, status, backend, due in rows:
            if self.lifecycle.mode == "immediate":
                self._end(job, now)
            else:
                self._advance(job, status, backend, due)
        return bool(rows)

    def _advance(self, job: str, status: Status, backend: str, at: float) -> Status:
        """Bring one job into its next state at a time."""
        if status == "running":
            return self._end(job, at)
        reached = _NEXT[status]
        with self._db.transaction() as db:
            enter(db, job, reached, at)
            db.execute("UPDATE work SET due = ? WHERE job = ?", (self.lifecycle.due(backend, reached, at), job))
        return reached

    def _end(self, job: str, at: float) -> Status:
        outcomes = self._queue.outcomes(job)
        if outcomes is not None:
            self._queue.end(job, outcomes, at)
        return self.status(job)

    def status(self, job: str) -> Status:
        """Return the state of a job, whoever owns it.

        Raises:
            ConfigurationError: There is no such job.
        """
        rows = self._db.rows("SELECT status FROM jobs WHERE id = ?", job)
        if not rows:
            raise errors.ConfigurationError(f"there is no job {job[:100]!r}", hint="emulator.jobs() lists them")
        status: Status = rows[0][0]
        return status

    def step(self, job: str, to: str | None = None) -> Status:
        """Move a job one state on, or on to a named state; a simulation that is needed for that is waited for.

        Args:
            job: Its id; a circuit's job stands for the job it belongs to.
            to: The state to reach; a job that ends in another way stops there.

        Returns:
            The state that was reached.

        Raises:
            ConfigurationError: There is no such job or state, the job has ended, or it is already beyond that state.
            WaitTimeout: The simulation does not end.
        """
        job = self.whole(job)
        target = choose("state", to, STATES) if to is not None else None
        reached = self.status(job)
        if reached in ENDED or (target is not None and STATES.index(target) < STATES.index(reached)):
            raise errors.ConfigurationError(f"the job {job} is {reached}, from which it is not stepped")
        while reached not in ENDED and reached != target:
            reached = self._step(job)
            if target is None:
                break
        return reached

    def _step(self, job: str) -> Status:
        with self._moving:
            rows = self._db.rows("SELECT status, backend FROM jobs WHERE id = ?", job)
            status, backend = rows[0]
            if status != "running":
                reached = status if status in ENDED else self._advance(job, status, backend, self._clock.now())
                self._changes.notify()
                return reached
        self._await_outcome(job)
        with self._moving:
            reached = self._end(job, self._clock.now())
        self._changes.notify()
        return reached

    def _await_outcome(self, job: str) -> None:
        if not self._changes.wait_for(lambda: self._queue.is_computed(job), _COMPUTING_SECONDS):
            raise errors.WaitTimeout(f"the simulation of {job} does not end", job=None, resume=f"step({job!r})")

    def whole(self, job: str) -> str:
        """Return the job that a circuit's job belongs to, or the job itself."""
        rows = self._db.rows("SELECT coalesce(parent, id) FROM jobs WHERE id = ?", job)
        return str(rows[0][0]) if rows else job

    def unfinished(self) -> list[str]:
        """Return the jobs that have not ended, in the order of their submission."""
        return [str(row[0]) for row in self._db.rows("SELECT job FROM work ORDER BY rowid")]

    def pass_time(self, seconds: float) -> None:
        """Advance the clock; return when every move that this makes due has happened, at the time it was due."""
        self._clock.advance(seconds)
        deadline = time.monotonic() + _COMPUTING_SECONDS
        self.move()
        while self.lifecycle.mode == "timed" and not self.lifecycle.paused and self._computing_late():
            seen = self._changes.count
            if time.monotonic() > deadline:
                raise errors.WaitTimeout("a simulation does not end", job=None, resume="advance(0)")
            if self._computing_late():
                self._changes.wait(seen, 1.0)
            self.move()
        self._changes.notify()

    def _computing_late(self) -> bool:
        """Tell whether a job should have ended by now and only its simulation is missing."""
        return bool(
            self._db.rows(
                "SELECT 1 FROM work w JOIN jobs j ON j.id = w.job"
                " WHERE w.due <= ? AND w.held = 0 AND j.status = 'running' LIMIT 1",
                self._clock.now(),
            )
        )

    def hold(self, job: str | None = None) -> None:
        """Keep a job, or all jobs and those to come, in the present state."""
        if job is None:
            self.lifecycle.paused = True
            return
        self.status(job)
        with self._db.transaction() as db:
            db.execute("UPDATE work SET held = 1 WHERE job = ?", (self.whole(job),))

    def release(self, job: str | None = None) -> None:
        """Let a job, or all jobs, go on; what became due meanwhile happens now."""
        now, free = self._clock.now(), "UPDATE work SET held = 0, due = max(due, ?)"  # of no time it makes none
        with self._db.transaction() as db:
            if job is None:
                self.lifecycle.paused = False
                db.execute(free, (now,))
            else:
                self.status(job)
                db.execute(f"{free} WHERE job = ?", (now, self.whole(job)))
        self.move()
        self._changes.notify()

    def fail(self, job: str, code: str, message: str) -> None:
        """End a job that has not ended as failed.

        Raises:
            ConfigurationError: There is no such job, or it has ended.
        """
        whole = self.whole(job)
        if self.status(whole) in ENDED or not self._queue.end(whole, failure(code, message), self._clock.now()):
            raise errors.ConfigurationError(f"the job {job} has ended already")
        self._changes.notify()

    def settled(self) -> bool:
        """Tell whether no job moves unless somebody moves it."""
        if (
            self.lifecycle.paused
            or self.lifecycle.mode == "stepped"
            or (self.lifecycle.mode == "timed" and self._clock.frozen)
        ):
            return not self._db.rows(f"SELECT 1 {COMPUTING} LIMIT 1")
        return not self._db.rows("SELECT 1 FROM work WHERE held = 0 LIMIT 1")

    def predict(self, job: str, backend: str, status: Status) -> Prediction:
        """Return what a client is told about the future of a job."""
        due: float | None = None
        if self.lifecycle.mode == "timed" and status not in ENDED:
            rows = self._db.rows("SELECT due FROM work WHERE job = ?", job)
            due = rows[0][0] if rows else None
        return self.lifecycle.predict(backend, status, due, self._clock)
