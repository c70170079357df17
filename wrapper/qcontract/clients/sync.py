"""The sync clients."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Self, Unpack

from qcontract.clients.base import Client
from qcontract.clients.options import FilterOptions, SubmitOptions, job_filter, submission
from qcontract.clients.vendors import IONQ, QBRAID
from qcontract.flow.effects import Page
from qcontract.flow.submit import MaxCost
from qcontract.flow.wait import Pace
from qcontract.model.job import Acknowledgement, Backend, Job
from qcontract.model.program import Program
from qcontract.model.result import Result

if TYPE_CHECKING:
    from qcontract.transport.sync import SyncDriver

__all__ = ["Backends", "IonQ", "Jobs", "QBraid", "SyncClient"]


class SyncClient(Client):
    """A client whose methods return when they are done; use it as a context manager, or call ``close``."""

    @cached_property
    def jobs(self) -> Jobs:
        """Everything around jobs."""
        return Jobs(self)

    @cached_property
    def backends(self) -> Backends:
        """What takes jobs."""
        return Backends(self)

    @cached_property
    def driver(self) -> SyncDriver:
        """What performs requests; made at the first one."""
        driver: SyncDriver = self._plan.driver("sync")
        return driver

    def close(self) -> None:
        """Close the connections; the client can be used again and opens new ones."""
        if "driver" in self.__dict__:
            self.__dict__.pop("driver").close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Jobs:
    """Submit, watch and end jobs."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client
        self._flows = client.plan.flows

    def submit(self, program: Program, *, max_cost: MaxCost = None, **options: Unpack[SubmitOptions]) -> Job:
        """Submit a program once.

        Args:
            program: ``Circuit``, ``Batch`` or ``Qasm``.
            max_cost: Most that it may cost, in the API's unit; ``math.inf`` allows any price. Free backends need none.
            options: See ``SubmitOptions``.

        Returns:
            The job as it was accepted.

        Raises:
            NotInThisSnapshot: The contract cannot express it.
            SpendingRefused: The backend costs money, and ``max_cost`` does not cover it.
            SubmissionUnknown: It was sent, and no usable answer came. What interrupts it, such as your own time limit,
                leaves its token in the log and in a note; pass one with ``token=`` to have it beforehand.
            APIError: The service refused it.
        """
        return self._client.driver.run(self._flows.submit(submission(program, options), max_cost))

    def get(self, job: Job | str) -> Job:
        """Read a job, given as ``Job``, reference or id.

        Raises:
            NotFoundError: The service knows no such job.
        """
        return self._client.driver.run(self._flows.get(job))

    def wait(self, job: Job | str, *, timeout: float | None = 900.0, pace: Pace | None = None) -> Job:
        """Wait until a job is completed.

        Args:
            job: ``Job``, reference or id.
            timeout: Seconds to wait at most; None waits for ever.
            pace: How often to look.

        Returns:
            The completed job.

        Raises:
            JobFailed, JobCanceled, JobHeld: It ended without a result.
            WaitTimeout: It has not ended in time; the error says how to go on.
        """
        return self._client.driver.run(self._flows.wait(job, timeout, pace or Pace()))

    def result(self, job: Job | str) -> Result:
        """Read the result of a completed job.

        Raises:
            NotFoundError, ConflictError: There is no result (yet).
        """
        return self._client.driver.run(self._flows.result(job))

    def list(self, **options: Unpack[FilterOptions]) -> Iterator[Job]:
        """Iterate over the jobs, page by page; see ``FilterOptions``."""
        for page in self.pages(**options):
            yield from page.items

    def pages(self, cursor: str | None = None, **options: Unpack[FilterOptions]) -> Iterator[Page[Job]]:
        """Iterate over the pages of the job list; ``page.cursor`` resumes after that page."""
        return self._client.driver.pages(self._flows.pages(job_filter(options), cursor))

    def cancel(self, *jobs: Job | str) -> tuple[Acknowledgement, ...]:
        """Cancel at least one job."""
        return self._client.driver.run(self._flows.cancel(jobs))

    def delete(self, *jobs: Job | str) -> tuple[Acknowledgement, ...]:
        """Delete at least one job, with its results."""
        return self._client.driver.run(self._flows.delete(jobs))


class Backends:
    """What takes jobs."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client
        self._flows = client.plan.flows

    def list(self) -> tuple[Backend, ...]:
        """Read all backends."""
        return self._client.driver.run(self._flows.backends())

    def get(self, name: str) -> Backend:
        """Read one backend.

        Raises:
            NotFoundError: The service knows none of that name.
        """
        return self._client.driver.run(self._flows.backend(name))


class IonQ(SyncClient):
    """IonQ's Quantum Cloud, v0.3 and v0.4."""

    vendor = IONQ
    default_api = "v0.4"


class QBraid(SyncClient):
    """qBraid's Runtime, v2."""

    vendor = QBRAID
    default_api = "v2"
