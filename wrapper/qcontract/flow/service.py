"""What an API binding must offer, so that every behaviour can be written once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from qcontract.flow.effects import Call, Page
from qcontract.model.job import Acknowledgement, Backend, Job
from qcontract.model.money import Money
from qcontract.model.result import Result
from qcontract.model.submission import JobFilter, Submission

__all__ = ["ResultNotReady", "Service"]


class ResultNotReady(Exception):
    """The service says that the job has ended, and not yet what came out."""


class Service(Protocol):
    """One dated contract as a set of calls. Implemented in ``qcontract.apis``, one module per snapshot line."""

    @property
    def contract(self) -> str:
        """Name of the contract, e.g. ``ionq-v0.4@2026-10-01``."""
        ...

    @property
    def free_backends(self) -> frozenset[str]:
        """Backends that never cost anything, by the vendor's documentation."""
        ...

    @property
    def currency(self) -> str:
        """What prices are in, by the vendor's documentation, e.g. ``usd``; a limit without a unit is in it."""
        ...

    @property
    def default_backend(self) -> str:
        """The free simulator that jobs go to when the caller names no backend."""
        ...

    def submit(self, submission: Submission) -> Call[Job]:
        """Submit a job.

        Raises:
            NotInThisSnapshot: The contract cannot express what is asked for.
        """
        ...

    def get(self, job_id: str) -> Call[Job]:
        """Read one job."""
        ...

    def page(self, query: JobFilter, cursor: str | None) -> Call[Page[Job]]:
        """Read one page of the job list; ``cursor`` is None for the first."""
        ...

    def describes_result(self, job: Job) -> bool:
        """Whether the job, as it was read, says all that its result needs: above all, the order of its circuits."""
        ...

    def result(self, job: Job) -> Call[Result]:
        """Read the result of a completed job; parsing raises ``ResultNotReady`` when it is not there yet."""
        ...

    def cancel(self, job_ids: Sequence[str]) -> Sequence[Call[tuple[Acknowledgement, ...]]]:
        """Cancel jobs: one call for all where the bulk form is sure, else one call each."""
        ...

    def delete(self, job_ids: Sequence[str]) -> Sequence[Call[tuple[Acknowledgement, ...]]]:
        """Delete jobs: one call for all where the bulk form is sure, else one call each."""
        ...

    def backends(self) -> Call[tuple[Backend, ...]]:
        """Read what takes jobs."""
        ...

    def backend(self, name: str) -> Call[Backend]:
        """Read one backend."""
        ...

    def estimate(self, submission: Submission) -> Call[Money | None] | None:
        """Ask what a submission will cost; the call is None where the contract has no such operation."""
        ...
