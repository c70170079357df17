"""Wait until a job has ended: cheap for the service, and late by a bounded amount."""

from __future__ import annotations

from attrs import evolve, field, frozen, validators

from qcontract.errors import (
    APIError,
    ConfigurationError,
    ConnectionFailed,
    JobCanceled,
    JobFailed,
    JobHeld,
    RateLimitError,
    ResponseShapeError,
    ServerError,
    WaitTimeout,
)
from qcontract.flow.context import Context
from qcontract.flow.effects import Call, Flow, Pause, Progress
from qcontract.flow.send import send
from qcontract.flow.service import Service
from qcontract.model.job import Job
from qcontract.model.status import JobStatus
from qcontract.model.untyped import is_number

__all__ = ["Pace", "wait"]

_SHORTEST_LOOK = 1.0
"""Seconds that the last look may take, which begins on the deadline itself."""


@frozen
class Pace:
    """How often a waiting flow looks.

    After t seconds it looks again in ``first + growth * t`` seconds, at most ``ceiling``: the end of a job that runs
    for t seconds is seen at most that much late. A service that predicts a later end is believed: until then it is
    asked every ``trust`` seconds only, and a job that ends before its prediction is seen at most that much late.

    Args:
        first: Seconds before the second look.
        growth: Part of the time waited so far that is added to the gap.
        ceiling: Longest gap without a prediction, in seconds.
        trust: Longest gap with a prediction, in seconds.
    """

    first: float = field(default=0.2, validator=validators.gt(0))
    growth: float = field(default=0.1, validator=validators.ge(0))
    ceiling: float = field(default=30.0, validator=validators.gt(0))
    trust: float = field(default=60.0, validator=validators.ge(0))

    def gap(self, elapsed: float, expected: float | None) -> float:
        """Return the seconds until the next look.

        Args:
            elapsed: Seconds since the wait began.
            expected: Seconds until the end, by the service's prediction.
        """
        steady = min(self.first + self.growth * elapsed, self.ceiling)
        return steady if expected is None else max(steady, min(expected, self.trust))


def wait(
    service: Service, job_id: str, context: Context, *, timeout: float | None, pace: Pace, known: Job | None = None
) -> Flow[Job]:
    """Look at a job until it is completed, and return it.

    An outage of the service does not end the wait: it lasts until the deadline. A service that asks for a pause with
    ``Retry-After`` gets it, up to the policy's cap. A look is given up with the deadline, or a second later; of an
    answer that trickles, with the first piece after that.

    Args:
        service: The API binding.
        job_id: Id of the job.
        context: Policy, time and randomness.
        timeout: Seconds to wait at most; None waits for ever.
        pace: How often to look.
        known: The job as it was last seen, for the error of a wait that never reached the service.

    Raises:
        JobFailed, JobCanceled, JobHeld: The job ended without a result.
        WaitTimeout: The time is over and the job has not ended.
        APIError: The service does not know the job, or does not accept the key.
        ConfigurationError: ``timeout`` is negative or not a number.
    """
    if timeout is not None and not (is_number(timeout) and timeout >= 0):
        raise ConfigurationError(f"timeout must be a number of seconds and not negative, got {timeout!r}")
    if not isinstance(pace, Pace):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ConfigurationError(f"pace must be a Pace, got {pace!r}")
    start = context.clock.monotonic()
    ref = f"{service.contract.partition('@')[0]}:{job_id}"
    looks, job, last, elapsed = 0, known, False, 0.0
    reached = False  # whether the service has shown the job
    due: float | None = None  # when the job will have ended, by the prediction of the first answer
    while True:
        looks += 1
        seen = yield from _look(service.get(job_id), None if timeout is None else timeout - elapsed, context)
        elapsed = context.clock.monotonic() - start
        outage = None if isinstance(seen, Job) else seen
        if isinstance(seen, Job):
            due = due if reached else _due(seen, elapsed)
            job, reached = seen, True
        status = "unreachable" if outage or job is None else job.status.value
        yield Progress(ref, status, elapsed, looks)
        if job is not None and outage is None and job.status.is_terminal:
            return _outcome(job)
        if outage is None:
            gap = pace.gap(elapsed, None if due is None else due - elapsed)
        else:
            gap = max(pace.gap(elapsed, None), min(_asked(outage), context.backoff.retry_after_cap))
        if timeout is not None:
            if last or elapsed >= timeout:
                raise _overdue(job, ref, f"{status} after {elapsed:.1f} s", outage) from outage
            last = elapsed + gap >= timeout  # the last look falls on the deadline itself
            gap = min(gap, timeout - elapsed)
        yield Pause(gap, f"{ref} is {status}")


def _look(call: Call[Job], remaining: float | None, context: Context) -> Flow[Job | ConnectionFailed | APIError]:
    """Read the job once; an outage is returned, for the loop around it is the repetition."""
    once = evolve(context, backoff=evolve(context.backoff, attempts=1))
    patience = None if remaining is None else max(remaining, _SHORTEST_LOOK)
    try:
        return (yield from send(evolve(call, patience=patience), once))
    except (ConnectionFailed, APIError) as error:
        if not _passes(error):
            raise
        return error


def _passes(error: ConnectionFailed | APIError) -> bool:
    """Whether the error is an outage, after which the service may answer as if nothing had been.

    A redirection and a page that is no JSON are one as well: they come from what stands before the service.
    """
    if isinstance(error, ConnectionFailed | ServerError | RateLimitError):
        return True
    if isinstance(error, ResponseShapeError):
        return not error.is_json
    return 300 <= error.status < 400 or error.status == 408


def _asked(outage: ConnectionFailed | APIError) -> float:
    """Return the seconds that the service asked to be left alone; 0 when it did not."""
    return (outage.retry_after or 0.0) if isinstance(outage, APIError) else 0.0


def _due(job: Job, elapsed: float) -> float | None:
    return None if job.expected is None else elapsed + job.expected.total_seconds()


def _outcome(job: Job) -> Job:
    match job.status:
        case JobStatus.FAILED:
            reason = f": {job.failure.code or 'failure'}: {job.failure.message}" if job.failure else ""
            raise JobFailed(f"{job.ref} failed{reason}", job=job)
        case JobStatus.CANCELED | JobStatus.DELETED:
            raise JobCanceled(f"{job.ref} was {job.status.value} before it had a result", job=job)
        case JobStatus.HELD:
            raise JobHeld(
                f"{job.ref} has finished, and the service withholds its result",
                job=job,
                hint="see the account's balance and permissions at the service",
            )
        case _:
            return job


def _overdue(job: Job | None, ref: str, state: str, outage: ConnectionFailed | APIError | None) -> WaitTimeout:
    why = f": {outage.message}" if outage else ""
    return WaitTimeout(f"{ref} is still {state}{why}", job=job, resume=ref)
