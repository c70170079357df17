"""The async clients: the sync ones with ``await``, under asyncio and trio."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
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
    from qcontract.transport.asynchronous import AsyncDriver

__all__ = ["AsyncBackends", "AsyncClient", "AsyncIonQ", "AsyncJobs", "AsyncQBraid"]


class AsyncClient(Client):
    """A client for one API; see ``SyncClient``."""

    @cached_property
    def jobs(self) -> AsyncJobs:
        """Everything around jobs."""
        return AsyncJobs(self)

    @cached_property
    def backends(self) -> AsyncBackends:
        """What takes jobs."""
        return AsyncBackends(self)

    @cached_property
    def driver(self) -> AsyncDriver:
        """What performs requests; made at the first one."""
        driver: AsyncDriver = self._plan.driver("async")
        return driver

    async def aclose(self) -> None:
        """Close the connections; the client can be used again and opens new ones."""
        if "driver" in self.__dict__:
            await self.__dict__.pop("driver").aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


class AsyncJobs:
    """Submit, watch and end jobs; see ``Jobs``."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self._flows = client.plan.flows

    async def submit(self, program: Program, *, max_cost: MaxCost = None, **options: Unpack[SubmitOptions]) -> Job:
        """Submit a program once; see ``Jobs.submit``."""
        return await self._client.driver.run(self._flows.submit(submission(program, options), max_cost))

    async def get(self, job: Job | str) -> Job:
        """Read a job; see ``Jobs.get``."""
        return await self._client.driver.run(self._flows.get(job))

    async def wait(self, job: Job | str, *, timeout: float | None = 900.0, pace: Pace | None = None) -> Job:
        """Wait until a job is completed; see ``Jobs.wait``."""
        return await self._client.driver.run(self._flows.wait(job, timeout, pace or Pace()))

    async def result(self, job: Job | str) -> Result:
        """Read the result of a completed job; see ``Jobs.result``."""
        return await self._client.driver.run(self._flows.result(job))

    def list(self, **options: Unpack[FilterOptions]) -> AsyncIterator[Job]:
        """Iterate over the jobs; see ``Jobs.list``."""
        return _Items(self.pages(**options))

    def pages(self, cursor: str | None = None, **options: Unpack[FilterOptions]) -> AsyncIterator[Page[Job]]:
        """Iterate over the pages of the job list; see ``Jobs.pages``."""
        return self._client.driver.pages(self._flows.pages(job_filter(options), cursor))

    async def cancel(self, *jobs: Job | str) -> tuple[Acknowledgement, ...]:
        """Cancel at least one job."""
        return await self._client.driver.run(self._flows.cancel(jobs))

    async def delete(self, *jobs: Job | str) -> tuple[Acknowledgement, ...]:
        """Delete at least one job, with its results."""
        return await self._client.driver.run(self._flows.delete(jobs))


class _Items:
    """The jobs on pages; no async generator, so that a loop may be left early: see ``AsyncDriver.pages``."""

    def __init__(self, pages: AsyncIterator[Page[Job]]) -> None:
        self._pages = pages
        self._items: Iterator[Job] = iter(())

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Job:
        while True:
            for job in self._items:
                return job
            self._items = iter((await anext(self._pages)).items)


class AsyncBackends:
    """What takes jobs."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self._flows = client.plan.flows

    async def list(self) -> tuple[Backend, ...]:
        """Read all backends."""
        return await self._client.driver.run(self._flows.backends())

    async def get(self, name: str) -> Backend:
        """Read one backend; see ``Backends.get``."""
        return await self._client.driver.run(self._flows.backend(name))


class AsyncIonQ(AsyncClient):
    """IonQ's Quantum Cloud, v0.3 and v0.4."""

    vendor = IONQ
    default_api = "v0.4"


class AsyncQBraid(AsyncClient):
    """qBraid's Runtime, v2."""

    vendor = QBRAID
    default_api = "v2"
