"""The common vocabulary of job states."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["JobStatus"]


class JobStatus(StrEnum):
    """Where a job stands, in words that mean the same on every API.

    The service's own word is kept beside it in ``Job.service_status``.
    """

    SUBMITTED = "submitted"
    """Accepted, being checked and compiled."""
    QUEUED = "queued"
    """Waiting for its turn."""
    RUNNING = "running"
    """Running, or partly finished."""
    CANCELING = "canceling"
    """A cancellation is under way."""
    COMPLETED = "completed"
    """Ended with a result."""
    FAILED = "failed"
    """Ended with a failure."""
    CANCELED = "canceled"
    """Ended by a cancellation."""
    HELD = "held"
    """Ended; the service withholds the result for account reasons."""
    DELETED = "deleted"
    """Gone; occurs only in the answer to a deletion."""
    UNKNOWN = "unknown"
    """A word that the contract does not know: treated as not ended."""

    @property
    def is_terminal(self) -> bool:
        """Whether the job will not change any more."""
        return self in _TERMINAL


_TERMINAL = frozenset(
    {JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.CANCELED, JobStatus.HELD, JobStatus.DELETED},
)
