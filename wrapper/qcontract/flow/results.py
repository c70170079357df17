"""Read the result of a job, also when the service is a moment behind itself."""

from __future__ import annotations

from qcontract.errors import ConflictError, NotFoundError
from qcontract.flow.context import Context
from qcontract.flow.effects import Flow, Pause
from qcontract.flow.send import send
from qcontract.flow.service import ResultNotReady, Service
from qcontract.model.job import Job
from qcontract.model.result import Result
from qcontract.model.status import JobStatus

__all__ = ["result"]

_PATIENCE = 10
_GAP = 0.5


def result(service: Service, job: Job, context: Context) -> Flow[Result]:
    """Return the result of a completed job.

    qBraid may answer for some seconds after a job's end that its result is not there yet; such answers are waited out.

    Raises:
        NotFoundError, ConflictError: The service has no result for it; the hint says whether to wait for one.
        APIError: The service refused, or does not know the job.
    """
    for attempt in range(1, _PATIENCE + 1):
        call = service.result(job)
        try:
            return (yield from send(call, context))
        except (NotFoundError, ConflictError) as error:
            error.hint = _way(job) or error.hint
            raise
        except ResultNotReady as error:
            if attempt == _PATIENCE or _goes_on(job):
                seen = f"is {job.status}" if _goes_on(job) else "has ended"
                raise ConflictError(
                    f"{job.ref} {seen} and the service has no result for it: {error}",
                    operation=call.operation,
                    status=200,
                    hint=_way(job),
                ) from error
        yield Pause(_GAP, f"{job.ref}: result not ready, attempt {attempt}")
    raise AssertionError("the last attempt returns or raises")


def _goes_on(job: Job) -> bool:
    """Whether the job was certainly seen before its end."""
    return not job.status.is_terminal and job.status is not JobStatus.UNKNOWN


def _way(job: Job) -> str | None:
    """Say what leads to a result, or why nothing does; None when the job's state does not tell."""
    if _goes_on(job):
        return f"the job is {job.status}: wait for its end with jobs.wait({job.ref!r}), then read the result"
    if job.status in (JobStatus.COMPLETED, JobStatus.UNKNOWN):
        return None
    why = f" ({job.failure.code or 'failure'}: {job.failure.message})" if job.failure else ""
    return f"the job is {job.status}{why}, and only a completed one has a result"
