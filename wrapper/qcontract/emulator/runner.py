"""Threads that take work from the queue and have worker processes do it."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterable

from qcontract.clock import Clock

from .process import WorkerDied, WorkerProcess, WorkerTimeout
from .queue import MAX_ATTEMPTS, Queue, Work

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
        workers: Number of processes.
        memory: Bytes that one simulation may use.
        seconds: Time that one job may take, on this machine's clock.
    """

    def __init__(self, queue: Queue, clock: Clock, *, workers: int, memory: int, seconds: float) -> None:
        self._queue = queue
        self._clock = clock
        self._more = threading.Condition()
        self._stopped = False
        self._woken = 0
        self._lanes = [_Lane(WorkerProcess(memory, seconds)) for _ in range(workers)]
        self._threads = [threading.Thread(target=self._serve, args=(lane,), daemon=True) for lane in self._lanes]

    @property
    def pids(self) -> list[int]:
        """Ids of the worker processes that exist now."""
        return [lane.process.pid for lane in self._lanes if lane.process.pid is not None]

    def start(self) -> None:
        """Take up what an earlier emulator left, and wait for more."""
        self._queue.recover(self._clock.now())
        for thread in self._threads:
            thread.start()

    def wake(self) -> None:
        """Say that there is work."""
        with self._more:
            self._woken += 1
            self._more.notify_all()

    def settle(self, seconds: float) -> bool:
        """Wait until every accepted job has ended; return whether that was so in time."""
        with self._more:
            return self._more.wait_for(lambda: self._queue.is_empty, seconds)

    def interrupt(self, jobs: Iterable[str]) -> None:
        """Stop the work on jobs that were cancelled or deleted."""
        unwanted = set(jobs)
        for lane in self._lanes:
            lane.interrupt(unwanted)

    def stop(self) -> None:
        """End the threads and their processes; unfinished work stays in the queue."""
        with self._more:
            self._stopped = True
            self._more.notify_all()
        for lane in self._lanes:
            lane.process.close()
        for thread in self._threads:
            if thread.is_alive():
                thread.join()

    def _serve(self, lane: _Lane) -> None:
        while True:
            with self._more:
                if self._stopped:
                    return
                seen = self._woken
            work = self._queue.claim(self._clock.now())
            if work is not None:
                self._run(lane, work)
                with self._more:
                    self._more.notify_all()  # somebody may wait for the end of all work
                continue
            with self._more:
                while self._woken == seen and not self._stopped:
                    self._more.wait()

    def _run(self, lane: _Lane, work: Work) -> None:
        try:
            outcomes = lane.answer(work)
        except WorkerTimeout:
            self._queue.fail(work.job, "SimulationTimeout", "the simulation took too long", self._clock.now())
        except WorkerDied:
            if work.attempts >= MAX_ATTEMPTS and not self._stopped:
                message = "the simulation stopped the emulator's worker too often"
                self._queue.fail(work.job, "SimulationError", message, self._clock.now())
            else:
                self._queue.give_back(work.job, counted=not self._stopped)
        else:
            self._finish(work, outcomes)

    def _finish(self, work: Work, outcomes: list[dict[str, object]]) -> None:
        """Keep the outcomes; whatever is wrong with them ends this job and not the thread."""
        try:
            self._queue.finish(work.job, outcomes, self._clock.now())
        except Exception:
            _log.exception("the outcomes of %s cannot be kept", work.job)
            self._queue.fail(work.job, "InternalError", "the emulator failed; its log says why", self._clock.now())


class _Lane:
    """A worker process and the job it works on."""

    def __init__(self, process: WorkerProcess) -> None:
        self.process = process
        self._lock = threading.Lock()
        self._job: str | None = None

    def answer(self, work: Work) -> list[dict[str, object]]:
        with self._lock:
            self._job = work.job
        try:
            return self.process.answer(work.body)
        finally:
            with self._lock:
                self._job = None

    def interrupt(self, jobs: set[str]) -> None:
        with self._lock:
            if self._job in jobs:
                self.process.stop()
