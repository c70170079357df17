"""The emulator as one object: started, asked, stopped."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Never, Self

from qcontract import errors
from qcontract.clock import Clock, SystemClock

from .control.api import PREFIX
from .control.control import Control
from .control.controlled import Controlled
from .control.limits import LimitsChoice
from .control.timing import Lifecycle, Mode, Timing
from .core import Core
from .http import Request, Response
from .mounts import Mounts
from .service import Service
from .settings import refuse_misspelt, refuse_unusable

if TYPE_CHECKING:
    from qcontract.transport.delivery import Delivery
    from qcontract.transport.inprocess import AsgiApp, AsyncTransport, Transport

__all__ = ["Emulator"]


def _require(*packages: str) -> None:
    """Say now what would else stop the first job: a worker process could only die."""
    if not all(find_spec(package) for package in packages):
        raise errors.MissingExtra("emulator", "the emulator")


class Emulator(Controlled):
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
        ConfigurationError: There is no such option, a value or the file cannot be used, or a contract is not served.
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
        **misspelt: Never,
    ) -> None:
        refuse_misspelt(misspelt, Emulator.__init__.__kwdefaults__ or ())
        refuse_unusable(
            db=db,
            snapshots=snapshots,
            seed=seed,
            keys=keys,
            dialect=dialect,
            clock=clock,
            workers=workers,
            memory=memory,
            time_limit=time_limit,
        )
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
        try:
            super().__init__(Control(self._core, self._mounts, seed=seed, limits=limits, token=control_token))
        except BaseException:
            self._core.stop()
            raise
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

    def takes_long(self, request: Request) -> bool:
        """Tell whether it may take a while to answer, although that only reads: controls tell of all jobs at once."""
        return request.path.startswith(f"/{PREFIX}") or self._core.takes_long(request)

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

    def unserved(self, contract: str) -> list[str]:
        """Return the ids of the contract's operations that answer 501."""
        return self._service.unserved(contract)

    @property
    def db(self) -> Path:
        """File of the store."""
        return self._core.path

    @property
    def worker_pids(self) -> tuple[int, ...]:
        """Ids of the simulating processes that exist now."""
        return tuple(self._core.runner.pids)
