"""A worker process, seen from the emulator."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from typing import IO, Any, Final

from .queue import Outcomes, failure
from .worker import BEGUN

__all__ = ["WorkerDied", "WorkerProcess", "WorkerTimeout"]

_KEPT: Final = (
    *("PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP"),
    *("QCONTRACT_ENGINE", "QCONTRACT_PAULIEXP_ORDER"),
)
"""A worker needs no keys, so it gets only these of the environment."""

_OVERHEAD: Final = 1 << 30
"""Address space for the interpreter and its libraries, beside what simulations may use."""


class WorkerDied(Exception):
    """The process ended before it answered.

    Args:
        begun: Whether it had begun with the order, so that the order may be to blame.
    """

    def __init__(self, *, begun: bool) -> None:
        super().__init__()
        self.begun = begun


class WorkerTimeout(Exception):
    """The process took too long and was stopped."""


class WorkerProcess:
    """One process, started when it is needed and again after it died.

    Args:
        memory: Bytes that a simulation may use.
        seconds: Time that one order may take.
    """

    def __init__(self, memory: int, seconds: float) -> None:
        self._memory = memory
        self._seconds = seconds
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The process's id while there is one."""
        process = self._process
        return process.pid if process else None

    def answer(self, order: str) -> Outcomes:
        """Send an order and wait for its outcomes.

        Raises:
            WorkerDied: The process ended, was stopped by :meth:`stop`, or could not be started or read the order.
            WorkerTimeout: The time limit passed.
        """
        process = self._running()
        timed_out = threading.Event()

        def expire() -> None:
            timed_out.set()
            process.kill()

        timer = threading.Timer(self._seconds, expire)
        timer.daemon = True
        timer.start()
        try:
            begun, outcomes = self._exchange(process, order)
        finally:
            timer.cancel()
        if outcomes is None:
            self.stop()
            raise WorkerTimeout if timed_out.is_set() else WorkerDied(begun=begun)
        return outcomes

    def _exchange(self, process: subprocess.Popen[bytes], order: str) -> tuple[bool, Outcomes | None]:
        """Return whether the process began with the order, and its answer, None where the process ended before that."""
        begun = False
        try:
            if process.stdin and process.stdout:
                process.stdin.write(order.encode() + b"\n")
                process.stdin.flush()
                begun = process.stdout.readline() == BEGUN
                return begun, _outcomes(process.stdout)
        except (OSError, ValueError):
            pass
        return begun, None

    def _running(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._closed:
                raise WorkerDied(begun=False)
            if self._process is None or self._process.poll() is not None:
                self._close()
                try:
                    self._process = self._start()
                except OSError:
                    raise WorkerDied(begun=False) from None
            return self._process

    def _start(self) -> subprocess.Popen[bytes]:
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        environment |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
        environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
        command = [sys.executable, "-P", "-m", "qcontract.emulator.worker", str(self._memory + _OVERHEAD)]
        return subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        )

    def close(self) -> None:
        """Kill the process and start no other."""
        self._closed = True
        self.stop()

    def stop(self) -> None:
        """Kill the process, whatever it does; the next order starts a new one."""
        with self._lock:
            process = self._process
            if process:
                process.kill()
                process.wait()
                self._close()

    def _close(self) -> None:
        if self._process:
            for pipe in (self._process.stdin, self._process.stdout):
                with suppress(OSError):
                    if pipe:
                        pipe.close()
        self._process = None


def _outcomes(answers: IO[bytes]) -> Outcomes | None:
    """Read an answer; results stay the texts that they are, since reading long ones would stop every thread."""
    line = answers.readline()
    if not line.endswith(b"\n"):
        return None
    answer: dict[str, Any] = json.loads(line)
    if "error" in answer:
        return failure("InternalError", answer["error"][:200])
    outcomes: list[dict[str, Any]] = answer["outcomes"]
    for outcome in outcomes:
        for kind, size in outcome["results"].items():
            text = answers.read(size)
            if len(text) < size:
                return None
            outcome["results"][kind] = text.decode()
    return outcomes
