"""The emulator as one object: started, asked, stopped."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self, overload

from qcontract import errors
from qcontract.clock import Clock, SystemClock

from .control.clock import EmulatorClock
from .control.control import Control, Violation
from .control.counters import Counts
from .control.faults import FaultRule, Faults
from .control.limits import LimitsChoice
from .control.timing import Lifecycle, Mode, Timing
from .core import Core
from .http import Request, Response
from .jobs import Status
from .mounts import Mounts
from .service import Service

if TYPE_CHECKING:
    from qcontract.transport.delivery import Delivery
    from qcontract.transport.inprocess import AsgiApp, AsyncTransport, Transport

__all__ = ["Emulator"]


def _require(*packages: str) -> None:
    """Say now what would else stop the first job: a worker process could only die."""
    if not all(find_spec(package) for package in packages):
        raise errors.MissingExtra("emulator", "the emulator")


class Emulator:
    """IonQ v0.3, IonQ v0.4 and qBraid v2 on this machine, over one store of jobs.

    Args:
        db: File of the store; None for a temporary one that ends with the emulator.
        snapshots: Contracts that ``/v0.3``, ``/v0.4`` and ``/api/v1`` show; by default the current ones.
        seed: From which ids and samples follow.
        keys: Accepted keys, kept as salted hashes, each with a project of its own, or by the name of the project that
            several share; None accepts every key that is not empty.
        limits: How often a key may ask: limits by API, or ``documented`` for those that vendors publish; without, as
            often as it likes.
        dialect: How qBraid answers at ``/api/v1``: as documented, or as the live gateway was observed.
        lifecycle: Jobs run as soon as a worker is free (``immediate``), in the times of ``timing`` (``timed``), or only
            when :meth:`step` moves them (``stepped``).
        timing: Seconds in each state for a timed lifecycle, for all backends or by name (``*``: all others).
        clock: Time that jobs show; ``virtual`` stands still until :meth:`advance` moves it, which is the default of a
            stepped lifecycle. Time limits follow the machine's own clock.
        self_check: Validate every answer against the effective contract; a violation becomes a 500.
        workers: Number of simulating processes.
        memory: Bytes that one simulation may use; None for half of the machine's memory.
        time_limit: Seconds that one job may take.
        control_token: What requests to the control API have to bring; without, they have to come from this machine.

    Raises:
        ConfigurationError: The file cannot be used, or a contract is not served.
        MissingExtra: A package of the extra ``emulator`` is missing.

    Example:
        >>> with Emulator(seed=1) as emulator:
        ...     emulator.handle(Request("GET", "/v0.4/backends")).status
        200
    """

    def __init__(
        self,
        *,
        db: Path | None = None,
        snapshots: Sequence[str] = (),
        seed: int = 0,
        keys: Sequence[str] | Mapping[str, str | None] | None = None,
        limits: LimitsChoice = None,
        dialect: Literal["documented", "observed"] = "documented",
        lifecycle: Mode = "immediate",
        timing: Timing | Mapping[str, Timing] | None = None,
        clock: Clock | Literal["virtual"] | None = None,
        self_check: bool = False,
        workers: int = 1,
        memory: int | None = None,
        time_limit: float = 300.0,
        control_token: str | None = None,
    ) -> None:
        _require("numpy", "jsonschema_rs")
        observed = ["qbraid-v2@observed-2026-09"] if dialect == "observed" else []
        self._mounts = Mounts([*observed, *snapshots])
        self._core = Core(
            db=db,
            seed=seed,
            keys=keys,
            clock=SystemClock() if clock is None or clock == "virtual" else clock,
            frozen=lifecycle == "stepped" if clock is None else clock == "virtual",
            lifecycle=Lifecycle(lifecycle, timing),
            workers=workers,
            memory=memory,
            seconds=time_limit,
        )
        self.control = Control(self._core, self._mounts, seed=seed, limits=limits, token=control_token)
        self._service = Service(self._core, self._mounts, self.control, self_check=self_check)
        self._lock = threading.Lock()
        self._state: Literal["new", "running", "stopped"] = "new"

    def start(self) -> Self:
        """Begin to run jobs; the first request does this as well."""
        with self._lock:
            if self._state == "stopped":
                raise errors.ConfigurationError("this emulator was stopped", hint="make a new one")
            if self._state == "new":
                self._core.start()
                self._state = "running"
        return self

    def stop(self) -> None:
        """End the emulator's own worker processes and close its store; jobs in a file stay there."""
        with self._lock:
            if self._state != "stopped":
                self._state = "stopped"
                self._core.stop()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def handle(self, request: Request) -> Response:
        """Answer one request; safe from several threads."""
        if self._state != "running":
            self.start()
        return self._service.handle(request)

    def transport(self) -> Transport:
        """Return a transport for ``httpx.Client`` and ``httpx.AsyncClient`` that asks this emulator."""
        from qcontract.transport.inprocess import mock_transport

        def answer(
            method: str, url: str, headers: Mapping[str, str], body: bytes
        ) -> tuple[int, Mapping[str, str], bytes, Delivery]:
            response = self.handle(Request.of(method, url, headers, body))
            return response.status, response.headers, response.body, response.delivery

        return mock_transport(answer)

    def async_transport(self) -> AsyncTransport:
        """Return an asynchronous transport that asks this emulator through its ASGI application."""
        from qcontract.transport.inprocess import asgi_transport

        return asgi_transport(self.app)

    @cached_property
    def app(self) -> AsgiApp:
        """The emulator as an ASGI application."""
        from .app import application

        return application(self)

    def base_url(self, api: str, origin: str = "http://emulator.invalid") -> str:
        """Return the address under which a contract is served.

        Args:
            api: ``ionq-v0.4``, or a contract such as ``ionq-v0.4@2026-05-15``.
            origin: Scheme and host; the default is never resolved, it goes with :meth:`transport`.

        Example:
            >>> with Emulator() as emulator:
            ...     emulator.base_url("ionq-v0.4"), emulator.base_url("ionq-v0.4@2026-05-15")
            ('http://emulator.invalid/v0.4', 'http://emulator.invalid/@2026-05-15/v0.4')
        """
        return origin.rstrip("/") + self._mounts.path(api)

    @overload
    def step(self, job: str, to: str | None = None) -> Status: ...

    @overload
    def step(self, job: None = None, to: str | None = None) -> dict[str, Status]: ...

    def step(self, job: str | None = None, to: str | None = None) -> Status | dict[str, Status]:
        """Move a job one state on, or on to a named state, and wait for the simulation where that is needed.

        Args:
            job: Its id; without it, every job that has not ended.
            to: ``ready``, ``running`` or an end.

        Returns:
            The state that was reached, by job if there was no id.

        Raises:
            ConfigurationError: There is no such job or state, or the job is beyond it.

        Example:
            >>> with Emulator(lifecycle="stepped") as emulator:
            ...     emulator.step()
            {}
        """
        reached = self.control.step(job, to)
        return reached if job is None else reached[job]

    def fail(self, job: str, code: str = "InternalError", message: str = "a failure was asked for") -> None:
        """End a job as failed, with a failure code of its vendor."""
        self.control.fail(job, code, message)

    def hold(self, job: str | None = None) -> None:
        """Keep a job where it is, or all jobs and those to come."""
        self._core.conductor.hold(job)

    def release(self, job: str | None = None) -> None:
        """Let a job go on, or all jobs."""
        self._core.conductor.release(job)

    def advance(self, seconds: float) -> None:
        """Move the emulator's clock; what becomes due has happened when this returns, each at its own time."""
        self._core.conductor.pass_time(seconds)

    @property
    def clock(self) -> EmulatorClock:
        """The time that jobs show."""
        return self._core.clock

    def set_lifecycle(self, mode: Mode, timing: Timing | Mapping[str, Timing] | None = None) -> None:
        """Let jobs move in another way from now on."""
        self.control.set_lifecycle(mode, timing)

    def show(self, contract: str) -> None:
        """Let the plain mount of an API show another contract from now on, as on the day when a service changes.

        Args:
            contract: One that is served, such as ``ionq-v0.4@2026-05-15``.

        Raises:
            ContractError: There is no such contract.
            ConfigurationError: It is not served.

        Example:
            >>> with Emulator() as emulator:
            ...     emulator.show("ionq-v0.4@2026-05-15")
            ...     emulator.base_url("ionq-v0.4@2026-05-15")
            'http://emulator.invalid/v0.4'
        """
        self.control.show(contract)

    def fault(self, kind: str, **settings: object) -> FaultRule:
        """Disturb requests until the rule is removed; it is a context manager that removes itself.

        Args:
            kind: What goes wrong; ``qcontract.emulator.KINDS`` lists it with the settings of each kind.
            settings: Those of the kind, and which requests are meant: ``api``, ``operation``, ``method``, ``path``,
                ``key``, ``project``, ``nth``, ``times``, ``probability``.

        Raises:
            ConfigurationError: A name is not known or a value cannot be used; the hint has the close names.

        Example:
            >>> with Emulator() as emulator, emulator.fault("rate-limit", operation="getBackends", retry_after=3):
            ...     emulator.handle(Request("GET", "/v0.4/backends")).headers["retry-after"]
            '3'
        """
        return self.control.faults.add(kind, **settings)

    @property
    def faults(self) -> Faults:
        """The rules that disturb requests."""
        return self.control.faults

    def jobs(self) -> list[dict[str, object]]:
        """Return all jobs of all projects, oldest first."""
        return self.control.jobs()

    def add_key(self, key: str, project: str | None = None) -> None:
        """Accept a key, for a project of its own or for the project of a name."""
        self._core.callers.add(key, project)

    def revoke_key(self, key: str) -> None:
        """Accept a key no longer."""
        self._core.callers.revoke(key)

    def project(self, key: str) -> str | None:
        """Return the id of a key's project, None when the key is not accepted."""
        return self.control.project(key)

    def basis(self, key: str | None = None) -> Counts:
        """Return how many answers rested on what, by contract and operation, since the start or the last reset.

        Args:
            key: Count only answers to the project of this key.
        """
        return self.control.bases.counts(None if key is None else self.project(key) or "")

    def reset(self, seed: int | None = None, key: str | None = None) -> None:
        """Be as at the beginning: no jobs, sessions, faults, counts or added keys, and all else as it was given.

        Args:
            seed: Another seed than that of the beginning.
            key: Forget only what the project of this key has, and leave everything else as it is.
        """
        self.control.reset(seed, key)

    def settle(self, timeout: float = 60.0) -> None:
        """Return when no job moves by itself any more, so that a test need not poll.

        Jobs that only :meth:`step`, :meth:`advance` or :meth:`release` can move are not waited for.

        Args:
            timeout: Seconds to wait at most.

        Raises:
            WaitTimeout: A job has not ended in time.
        """
        if not self._core.settle(timeout):
            raise errors.WaitTimeout(f"the emulator still works after {timeout} s", job=None, resume="settle()")

    def unserved(self, contract: str) -> list[str]:
        """Return the ids of the contract's operations that answer 501."""
        return self._service.unserved(contract)

    @property
    def violations(self) -> tuple[Violation, ...]:
        """Answers that broke their contract, found by the self-check."""
        return tuple(self.control.violations)

    @property
    def db(self) -> Path:
        """File of the store."""
        return self._core.path

    @property
    def worker_pids(self) -> tuple[int, ...]:
        """Ids of the simulating processes that exist now."""
        return tuple(self._core.runner.pids)
