"""Threads that take work from the queue and have worker processes do it."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterable

from .changes import Changes
from .control.clock import EmulatorClock
from .control.timing import Lifecycle
from .database import RETRY_SECONDS, StoreUnusable
from .process import WorkerDied, WorkerProcess, WorkerTimeout
from .queue import MAX_ATTEMPTS, Outcomes, Queue, Work, failure

__all__ = ["Runner", "default_memory"]

_log = logging.getLogger("qcontract.emulator")


def default_memory() -> int:
    """Return half of this machine's memory in bytes, at least 1 GiB."""
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        total = 0
    return max(1 << 30, total // 2)


class Runner:
    """Runs accepted jobs in the order of their submission.

    Args:
        queue: Where the work is.
        clock: Time that jobs show.
        lifecycle: Whether jobs run as soon as a worker is free.
        changes: Told of every end, and tells of new work.
        workers: Number of processes.
        memory: Bytes that one simulation may use.
        seconds: Time that one job may take, on this machine's clock.
    """

    def __init__(
        self,
        queue: Queue,
        clock: EmulatorClock,
        lifecycle: Lifecycle,
        changes: Changes,
        *,
        workers: int,
        memory: int,
        seconds: float,
    ) -> None:
        self._queue = queue
        self._clock = clock
        self._lifecycle = lifecycle
        self._changes = changes
        self._stopped = False
        self._lanes = [_Lane(WorkerProcess(memory, seconds)) for _ in range(workers)]
        self._threads = [threading.Thread(target=self._serve, args=(lane,), daemon=True) for lane in self._lanes]

    @property
    def pids(self) -> list[int]:
        """Ids of the worker processes that exist now."""
        return [lane.process.pid for lane in self._lanes if lane.process.pid is not None]

    def start(self) -> None:
        """Take up what an earlier emulator left, and wait for more."""
        self._queue.recover()
        for thread in self._threads:
            thread.start()

    def interrupt(self, jobs: Iterable[str]) -> None:
        """Stop the work on jobs that were cancelled or deleted."""
        unwanted = set(jobs)
        for lane in self._lanes:
            lane.interrupt(unwanted)

    def interrupt_all(self) -> None:
        """Stop whatever is being worked on."""
        for lane in self._lanes:
            lane.interrupt(None)

    def stop(self) -> None:
        """End the threads and their processes; unfinished work stays in the queue."""
        self._stopped = True
        self._changes.notify()
        for lane in self._lanes:
            lane.process.close()
        for thread in self._threads:
            if thread.is_alive():
                thread.join()

    def _serve(self, lane: _Lane) -> None:
        while True:
            seen = self._changes.count
            if self._stopped:  # asked after the count, so that the change which stopping is cannot be missed
                return
            try:
                work = self._queue.claim(self._clock.now(), flowing=self._lifecycle.flowing)
            except StoreUnusable:
                self._changes.wait(seen, RETRY_SECONDS)
                continue
            if work is None:
                self._changes.wait(seen)
            else:
                self._run(lane, work)
                self._changes.notify()

    def _run(self, lane: _Lane, work: Work) -> None:
        if work.failure is not None:
            self._finish(work, work.failure)
            return
        try:
            outcomes = lane.answer(work)
        except WorkerTimeout:
            self._finish(work, failure("SimulationTimeout", "the simulation took too long"))
        except WorkerDied as died:
            self._again(lane, work, begun=died.begun)
        else:
            self._finish(work, outcomes)

    def _again(self, lane: _Lane, work: Work, *, begun: bool) -> None:
        """Give work back, unless workers died over it too often, or cannot be started."""
        if self._stopped:
            return  # the next start gives it back
        if begun and work.attempts >= MAX_ATTEMPTS:
            self._finish(work, failure("SimulationError", "the simulation stopped the emulator's worker too often"))
        elif lane.unstarted >= MAX_ATTEMPTS:
            self._finish(work, failure("SimulationError", "the emulator's worker cannot be started"))
        else:
            self._insist(lambda: self._queue.give_back(work, counted=begun))

    def _finish(self, work: Work, outcomes: Outcomes) -> None:
        """Keep the outcomes; whatever is wrong with them ends this job and not the thread."""
        now = self._clock.now()

        def keep() -> None:
            if self._lifecycle.flowing:
                self._queue.finish(work, outcomes, now)
            else:
                self._queue.keep(work, outcomes, None if self._clock.frozen else now)

        try:
            self._insist(keep)
        except Exception:
            _log.exception("the outcomes of %s cannot be kept", work.job)
            lost = failure("InternalError", "the emulator failed; its log says why")
            self._insist(lambda: self._queue.end(work.job, lost, now))

    def _insist(self, write: Callable[[], object]) -> None:
        """Write as soon as the store can be written, or leave the work to the next start."""
        while True:
            try:
                write()
                return
            except StoreUnusable:
                if self._stopped:
                    return
                self._changes.wait(self._changes.count, RETRY_SECONDS)


class _Lane:
    """A worker process and the job it works on.

    Attributes:
        unstarted: How often in a row the process ended before it began with an order.
    """

    def __init__(self, process: WorkerProcess) -> None:
        self.process = process
        self.unstarted = 0
        self._lock = threading.Lock()
        self._job: str | None = None

    def answer(self, work: Work) -> Outcomes:
        with self._lock:
            self._job = work.job
        try:
            found = self.process.answer(work.body)
        except WorkerDied as died:
            self.unstarted = 0 if died.begun else self.unstarted + 1
            raise
        finally:
            with self._lock:
                self._job = None
        self.unstarted = 0
        return found

    def interrupt(self, jobs: set[str] | None) -> None:
        """Stop the process if it works on one of these jobs, or on any."""
        with self._lock:
            if self._job is not None and (jobs is None or self._job in jobs):
                self.unstarted = -1  # this end is no failure to start
                self.process.stop()
