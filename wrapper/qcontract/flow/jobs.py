"""All behaviours around jobs for one API binding: what the sync and the async client both run."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import field, frozen

from qcontract.errors import APIError, ConnectionFailed
from qcontract.flow.context import Context
from qcontract.flow.effects import Call, Flow
from qcontract.flow.identifiers import backend_name, job_id, job_ids
from qcontract.flow.pages import pages
from qcontract.flow.results import result
from qcontract.flow.send import send
from qcontract.flow.service import Service
from qcontract.flow.submit import MaxCost, submit
from qcontract.flow.wait import Pace, wait
from qcontract.model.job import Acknowledgement, Backend, Job
from qcontract.model.result import Result
from qcontract.model.status import JobStatus
from qcontract.model.submission import JobFilter, Submission

__all__ = ["JobFlows"]


@frozen
class JobFlows:
    """The flows of one client.

    Args:
        load: Returns the API binding; called at the first flow, so that a client is cheap to make.
        api: The API, e.g. ``ionq-v0.4``.
        context: Policy, time and randomness.
        max_cost: What a submission may cost when the call does not say.
    """

    load: Callable[[], Service]
    api: str
    context: Context
    max_cost: MaxCost = field(default=None)

    def submit(self, submission: Submission, max_cost: MaxCost = None) -> Flow[Job]:
        """Submit once; an empty backend means the API's free simulator."""
        service = self.load()
        allowed = self.max_cost if max_cost is None else max_cost
        return (yield from submit(service, submission, allowed, self.context))

    def get(self, job: Job | str) -> Flow[Job]:
        """Read one job."""
        return (yield from send(self.load().get(job_id(job, self.api)), self.context))

    def wait(self, job: Job | str, timeout: float | None, pace: Pace) -> Flow[Job]:
        """Wait until a job is completed."""
        known = job if isinstance(job, Job) else None
        plain = job_id(job, self.api)
        return (yield from wait(self.load(), plain, self.context, timeout=timeout, pace=pace, known=known))

    def result(self, job: Job | str) -> Flow[Result]:
        """Read a result; a job that is only named, or does not name its circuits, is read first."""
        known = isinstance(job, Job) and job.status.is_terminal and self.load().describes_result(job)
        seen = job if isinstance(job, Job) and known else (yield from self.get(job))
        return (yield from result(self.load(), seen, self.context))

    def pages(self, query: JobFilter, cursor: str | None) -> Flow[None]:
        """Yield the pages of the job list."""
        return (yield from pages(self.load(), query, self.context, cursor))

    def cancel(self, jobs: tuple[Job | str, ...]) -> Flow[tuple[Acknowledgement, ...]]:
        """Cancel at least one job."""
        ids = job_ids(jobs, self.api)
        return (yield from self._end(ids, self.load().cancel(ids)))

    def delete(self, jobs: tuple[Job | str, ...]) -> Flow[tuple[Acknowledgement, ...]]:
        """Delete at least one job."""
        ids = job_ids(jobs, self.api)
        return (yield from self._end(ids, self.load().delete(ids)))

    def _end(
        self, ids: Sequence[str], calls: Sequence[Call[tuple[Acknowledgement, ...]]]
    ) -> Flow[tuple[Acknowledgement, ...]]:
        """Perform the calls; of several jobs that go one by one, the one that is refused does not hide the others."""
        if len(calls) == 1:
            return (yield from send(calls[0], self.context))
        done: list[Acknowledgement] = []
        errors: list[APIError | ConnectionFailed] = []
        for plain, call in zip(ids, calls, strict=True):
            try:
                done.extend((yield from send(call, self.context)))
            except (APIError, ConnectionFailed) as error:
                errors.append(error)
                done.append(Acknowledgement(plain, JobStatus.UNKNOWN, refused=str(error)))
        if len(errors) == len(calls):
            raise errors[0]
        return tuple(done)

    def backends(self) -> Flow[tuple[Backend, ...]]:
        """Read what takes jobs."""
        return (yield from send(self.load().backends(), self.context))

    def backend(self, name: str) -> Flow[Backend]:
        """Read one backend."""
        return (yield from send(self.load().backend(backend_name(name)), self.context))
