"""What test authors do with an emulator, as its methods; the control API offers the same over HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, overload

from qcontract import errors

from ..jobs import Status
from .clock import EmulatorClock
from .control import Control, Violation
from .counters import Counts
from .faults import FaultRule, Faults
from .timing import Mode, Timing

__all__ = ["Controlled"]


class _Named(Protocol):
    """Anything with an id, such as the job that a client's ``jobs.submit`` returns."""

    @property
    def id(self) -> str: ...


def _id(job: object) -> str:
    name = job if isinstance(job, str) else getattr(job, "id", None)
    if not isinstance(name, str):
        raise errors.ConfigurationError(f"{repr(job)[:60]} names no job", hint="give its id, or a job that has one")
    return name


class Controlled:
    """An emulator as test authors see it.

    Args:
        control: Everything that they control.
    """

    def __init__(self, control: Control) -> None:
        self.control = control

    @overload
    def step(self, job: str | _Named, to: str | None = None) -> Status: ...

    @overload
    def step(self, job: None = None, to: str | None = None) -> dict[str, Status]: ...

    def step(self, job: str | _Named | None = None, to: str | None = None) -> Status | dict[str, Status]:
        """Move a job one state on, or on to a named state, and wait for the simulation where that is needed.

        Args:
            job: Its id, or anything that has one; without it, every job that has not ended. A circuit's job stands for
                the job that it belongs to.
            to: ``ready``, ``running`` or an end: ``completed`` for the one that its simulation has, ``failed`` for a
                failure of the vendor's, or ``canceled``.

        Returns:
            The state that was reached, by job if there was no id.

        Raises:
            ConfigurationError: There is no such job or state, the job is beyond it, or it has ended.

        Example:
            >>> from qcontract.emulator import Emulator
            >>> with Emulator(lifecycle="stepped") as emulator:
            ...     emulator.step()
            {}
        """
        if job is None:
            return self.control.step(None, to)
        name = _id(job)
        return self.control.step(name, to)[name]

    def fail(self, job: str | _Named, code: str = "InternalError", message: str = "a failure was asked for") -> None:
        """End a job as failed, with all its circuits.

        Args:
            job: Its id, or anything that has one; a circuit's job stands for the job that it belongs to.
            code: A failure code of its vendor.
            message: What the failure says.

        Raises:
            ConfigurationError: There is no such job or code, or the job has ended.
        """
        self.control.fail(_id(job), code, message)

    def hold(self, job: str | _Named | None = None) -> None:
        """Keep a job where it is, or all jobs and those to come; only :meth:`step` and :meth:`fail` move them then."""
        self.control.core.conductor.hold(None if job is None else _id(job))

    def release(self, job: str | _Named | None = None) -> None:
        """Let a job go on, or all jobs."""
        self.control.core.conductor.release(None if job is None else _id(job))

    def advance(self, seconds: float) -> None:
        """Move the emulator's clock; what becomes due has happened when this returns, each at its own time."""
        self.control.core.conductor.pass_time(seconds)

    @property
    def clock(self) -> EmulatorClock:
        """The time that jobs show."""
        return self.control.core.clock

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
            >>> from qcontract.emulator import Emulator
            >>> with Emulator() as emulator:
            ...     emulator.show("ionq-v0.4@2026-05-15")
            ...     emulator.base_url("ionq-v0.4@2026-05-15")
            'http://emulator.invalid/v0.4'
        """
        self.control.show(contract)

    def fault(self, kind: str, /, **settings: object) -> FaultRule:
        """Disturb requests until the rule is removed; it is a context manager that removes itself.

        Args:
            kind: What goes wrong; ``qcontract.emulator.KINDS`` lists it with the settings of each kind.
            settings: Those of the kind, and which requests are meant: ``api``, ``operation``, ``method``, ``path``,
                ``key``, ``project``, ``nth``, ``times``, ``probability``.

        Raises:
            ConfigurationError: A name is not known or a value cannot be used; the hint has the close names.

        Example:
            >>> from qcontract.emulator import Emulator, Request
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
        self.control.core.callers.add(key, project)

    def revoke_key(self, key: str) -> None:
        """Accept a key no longer."""
        self.control.core.callers.revoke(key)

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
        if not self.control.core.settle(timeout):
            raise errors.WaitTimeout(f"the emulator still works after {timeout} s", job=None, resume="settle()")

    @property
    def violations(self) -> tuple[Violation, ...]:
        """Answers that broke their contract, found by the self-check."""
        return tuple(self.control.violations)
