"""Read the result of a job, also when the service is a moment behind itself."""

from __future__ import annotations

from qcontract.errors import ConflictError
from qcontract.flow.context import Context
from qcontract.flow.effects import Flow, Pause
from qcontract.flow.send import send
from qcontract.flow.service import ResultNotReady, Service
from qcontract.model.job import Job
from qcontract.model.result import Result

__all__ = ["result"]

_PATIENCE = 10
_GAP = 0.5


def result(service: Service, job: Job, context: Context) -> Flow[Result]:
    """Return the result of a completed job.

    qBraid may answer for some seconds after a job's end that its result is not there yet; such answers are waited out.

    Raises:
        ConflictError: The service still has no result for it.
        APIError: The service refused, or does not know the job.
    """
    for attempt in range(1, _PATIENCE + 1):
        call = service.result(job)
        try:
            return (yield from send(call, context))
        except ResultNotReady as error:
            if attempt == _PATIENCE:
                raise ConflictError(
                    f"{job.ref} has ended and the service has no result for it: {error}",
                    operation=call.operation,
                    status=200,
                ) from error
        yield Pause(_GAP, f"{job.ref}: result not ready, attempt {attempt}")
    raise AssertionError("the last attempt returns or raises")
