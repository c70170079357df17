"""A job as the emulator keeps it, in terms of no vendor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal, TypeAlias

from attrs import field, frozen

__all__ = ["ENDED", "RESULT_KINDS", "Draft", "Job", "Status", "Vendor"]

Status: TypeAlias = Literal["submitted", "ready", "running", "completed", "failed", "canceled"]
Vendor: TypeAlias = Literal["ionq", "qbraid"]

RESULT_KINDS: Final = (
    "probabilities",
    "counts",
    "variants",
    "aggregated",
    "sharpened",
    "compiled.native",
    "compiled.qasm3",
)
"""What a worker may find out about a circuit, beside how large it is; each is kept as JSON text."""

ENDED: Final[tuple[Status, ...]] = ("completed", "failed", "canceled")


def _empty() -> dict[str, Any]:
    return {}


@frozen(kw_only=True)
class Draft:
    """What a submission says about a job.

    Args:
        id: The job's name at its vendor: a UUID, or a QRN.
        type: IonQ's job type, or the program format of qBraid.
        backend: Backend or device.
        shots: Number of measurements, None when the job is exact.
        details: Members that only one dialect knows, such as runtime options, kept to be echoed.
        program: The program as it was sent.
    """

    id: str
    vendor: Vendor
    project: str
    type: str
    backend: str
    name: str | None = None
    metadata: Mapping[str, Any] | None = None
    shots: int | None = None
    noise: Mapping[str, Any] | None = None
    session: str | None = None
    dry_run: bool = False
    details: Mapping[str, Any] = field(factory=_empty)
    program: object = None


@frozen(kw_only=True)
class Job(Draft):
    """A stored job.

    Args:
        seq: Place in the order of submission.
        parent: The job of several circuits that this one belongs to.
        children: Its own circuits' jobs, in the order of the circuits.
        submitted: Seconds since 1970, as all times here; ``started`` and ``ended`` are None before their time.
        stats: ``qubits`` and ``gate_counts``, once the program was read.
        failure: Code and message of a failed job.
    """

    seq: int
    status: Status
    parent: str | None = None
    children: tuple[str, ...] = ()
    submitted: float
    started: float | None = None
    ended: float | None = None
    stats: Mapping[str, Any] = field(factory=_empty)
    failure: tuple[str, str] | None = None

    @property
    def finished(self) -> bool:
        """Whether the job has a result."""
        return self.status == "completed" and not self.dry_run

    @property
    def duration_ms(self) -> int | None:
        """Milliseconds from start to end."""
        if self.started is None or self.ended is None:
            return None
        return max(1, round((self.ended - self.started) * 1000))
