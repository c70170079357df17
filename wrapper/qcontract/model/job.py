"""A job and its neighbours, as values without IO."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal, TypeAlias

from attrs import field, frozen

from qcontract.model.money import Money
from qcontract.model.status import JobStatus

__all__ = ["Acknowledgement", "Backend", "Failure", "Job", "Origin"]

Origin: TypeAlias = Literal["emulator", "service"]


@frozen
class Failure:
    """Why a job ended without a result.

    Args:
        code: The service's code, e.g. ``NotEnoughQubits``; None where it gives none.
        message: The service's explanation.
    """

    code: str | None
    message: str


@frozen
class Job:
    """A job as the service showed it at one moment. Nothing that the service sent is lost: see ``raw``.

    Args:
        id: The service's id of the job.
        contract: The contract it was read with, e.g. ``ionq-v0.4@2026-10-01``.
        origin: ``emulator`` or ``service``.
        status: Status in the common vocabulary.
        service_status: The service's own word.
        backend: Name of the backend or device.
        name: The caller's name for the job.
        shots: Repetitions asked for.
        qubits: Number of qubits; of the widest circuit when there are several.
        metadata: What the caller attached (qBraid calls it tags).
        submitted_at: When the service accepted it, UTC.
        started_at: When it began to run, UTC.
        ended_at: When it ended, UTC.
        expected: How long it will take until it ends, by the service's own prediction.
        failure: Why it failed.
        cost: What it costs, where the job says so.
        children: Ids of the jobs of a multi-circuit job, in circuit order.
        parent: Id of the multi-circuit job that it belongs to.
        generated: The generated client's object of the answer.
        raw: The answer's JSON.
    """

    id: str
    contract: str
    origin: Origin
    status: JobStatus
    service_status: str
    backend: str | None = None
    name: str | None = None
    shots: int | None = None
    qubits: int | None = None
    metadata: Mapping[str, Any] = field(factory=dict[str, Any])
    submitted_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    expected: timedelta | None = None
    failure: Failure | None = None
    cost: Money | None = None
    children: tuple[str, ...] = ()
    parent: str | None = None
    generated: object = field(default=None, repr=False, eq=False)
    raw: Mapping[str, Any] = field(factory=dict[str, Any], repr=False, eq=False)

    @property
    def api(self) -> str:
        """The API that the job lives on, e.g. ``ionq-v0.4``."""
        return self.contract.partition("@")[0]

    @property
    def ref(self) -> str:
        """Reference that other processes and the command line take, e.g. ``ionq-v0.4:<id>``."""
        return f"{self.api}:{self.id}"


@frozen
class Acknowledgement:
    """What the service answered to a cancellation or deletion of one job.

    Args:
        id: The job's id.
        status: Status in the common vocabulary.
        service_status: The service's own word, when it gave one.
        refused: Why this one was not carried out, when others of the same request were.
    """

    id: str
    status: JobStatus
    service_status: str | None = None
    refused: str | None = None


@frozen
class Backend:
    """A machine or simulator that takes jobs.

    Args:
        name: The name to submit to.
        status: The service's own word, e.g. ``available`` or ``ONLINE``.
        qubits: Number of qubits.
        simulator: Whether it is a simulator; None when the service does not say.
        queue_time: How long a job waits now, by the service's estimate.
        generated: The generated client's object.
        raw: The JSON that the service sent.
    """

    name: str
    status: str
    qubits: int | None = None
    simulator: bool | None = None
    queue_time: timedelta | None = None
    generated: object = field(default=None, repr=False, eq=False)
    raw: Mapping[str, Any] = field(factory=dict[str, Any], repr=False, eq=False)
