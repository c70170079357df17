"""Submit a job once, and never for more money than was allowed."""

from __future__ import annotations

import logging
from contextlib import suppress
from decimal import Decimal
from typing import TypeAlias

from attrs import evolve

from qcontract.errors import (
    APIError,
    ConfigurationError,
    InvalidRequestError,
    NotFoundError,
    NotInThisSnapshot,
    QContractError,
    ResponseShapeError,
    SpendingRefused,
    SubmissionUnknown,
)
from qcontract.flow.backends import absence
from qcontract.flow.context import Context
from qcontract.flow.effects import Call, Drift, Flow, MaybeSent, NotSent, Parsed, Reply, Unheard
from qcontract.flow.identifiers import job_id
from qcontract.flow.send import exchange, send, unreachable
from qcontract.flow.service import Service
from qcontract.model.job import Job
from qcontract.model.money import Money
from qcontract.model.submission import Submission

__all__ = ["MaxCost", "submit"]

MaxCost: TypeAlias = "Decimal | int | float | str | Money | None"
"""Most that one job may cost, in the API's own unit unless it is ``Money``; ``math.inf`` allows any price, known or
not; None allows none."""

logger = logging.getLogger("qcontract")

_MAY_MEAN_THE_BACKEND = frozenset({400, 404, 422})


def submit(service: Service, submission: Submission, max_cost: MaxCost, context: Context) -> Flow[Job]:
    """Submit a job exactly once and return it.

    Raises:
        SpendingRefused: The backend costs money and ``max_cost`` does not cover it; nothing was submitted.
        SubmissionUnknown: The request was sent and no usable answer came: the job may exist.
        APIError: The service refused the job.
    """
    prepared = evolve(
        submission,
        token=submission.token or context.token(),
        backend=submission.backend or service.default_backend,
    )
    call = service.submit(prepared)
    try:
        yield from _permit(service, prepared, _limit(max_cost), context)
        return (yield from _submit_once(call, prepared.token, context))
    except (InvalidRequestError, NotFoundError) as error:
        if error.status in _MAY_MEAN_THE_BACKEND and prepared.backend not in service.free_backends:
            error.hint = (yield from absence(service, prepared.backend, context)) or error.hint
        raise


def _submit_once(call: Call[Job], token: str, context: Context) -> Flow[Job]:
    """Send the job; whatever leaves its fate open becomes ``SubmissionUnknown``, or tells the token."""
    try:
        reply = yield from exchange(call, context)
    except NotSent as error:
        raise unreachable(call, error) from error
    except MaybeSent as error:
        raise _unknown(call, token, str(error)) from error
    except APIError as error:
        if _is_refusal(error.status):
            raise
        raise _unknown(call, token, f"HTTP {error.status}: {error.message}", error.status) from error
    except (QContractError, Unheard):  # nothing was sent, or it was not taken and is not sent again
        raise
    except BaseException as error:
        _leave_token(error, token)
        raise
    assert reply is not None, "a submission has no value to fall back to"
    accepted = _accepted(call, reply, token)
    for drift in accepted.drift:
        yield from _mention(drift, accepted.value)
    return accepted.value


def _is_refusal(status: int) -> bool:
    """Whether the service has certainly not taken the job: after a redirection, a 408 or a 5xx it may have."""
    return 400 <= status < 500 and status != 408


def _accepted(call: Call[Job], reply: Reply, token: str) -> Parsed[Job]:
    """Read the answer to a submission; one that names no job leaves open whether there is one."""
    try:
        parsed = call.parse(reply)
    except ResponseShapeError as error:
        raise _unknown(call, token, f"the answer cannot be read: {error.message}", error.status) from error
    except RecursionError as error:
        raise _unknown(call, token, "the answer is nested too deep to be read", reply.status_code) from error
    try:
        job_id(parsed.value, parsed.value.api)
    except ConfigurationError as error:
        raise _unknown(call, token, f"the answer does not name a job: {error.message}", reply.status_code) from error
    return parsed


def _mention(drift: Drift, job: Job) -> Flow[None]:
    """Tell a drift; the job is accepted, and must not be lost to a callback that fails."""
    try:
        yield drift
    except Unheard as error:
        logger.error("%s was accepted, and could not be told: %s", job.ref, drift.text, exc_info=error.error)


def _leave_token(error: BaseException, token: str) -> None:
    """Leave the token with what interrupts a submission, and in the log: those who time out see no error of ours."""
    found = f"the submission was interrupted: if the job exists, it carries the token {token}"
    logger.warning(found)
    with suppress(AttributeError):  # an exception may be frozen
        error.add_note(found)


def _unknown(call: Call[Job], token: str, reason: str, status: int | None = None) -> SubmissionUnknown:
    message = f"the job was sent and it is not known whether the service took it: {reason}"
    return SubmissionUnknown(message, token=token, operation=call.operation, status=status)


def _limit(max_cost: MaxCost) -> Money | None:
    """Return the limit; one without a currency is in the unit of the API, whichever that is."""
    if max_cost is None:
        return None
    try:
        limit = max_cost if isinstance(max_cost, Money) else Money(max_cost, "")
    except ValueError:
        raise ConfigurationError(f"max_cost must be an amount, got {max_cost!r}") from None
    if limit.amount.is_nan() or limit.amount < 0:
        raise ConfigurationError(f"max_cost must not be negative, got {max_cost}")
    return limit


def _permit(service: Service, submission: Submission, limit: Money | None, context: Context) -> Flow[None]:
    """Return when the job is free or its price is allowed; an unknown price counts as over every limit but infinity."""
    if submission.backend in service.free_backends or (limit is not None and limit.amount.is_infinite()):
        return
    if limit is not None and not limit.currency:
        limit = Money(limit.amount, service.currency)
    price = yield from _price(service, submission, context)
    if price is not None and _covers(limit, price):
        return
    known = f"it is estimated to cost {price}" if price else "its price is not known"
    allowed = "no spending was allowed" if limit is None else f"at most {limit} was allowed"
    raise SpendingRefused(
        f"{submission.backend} is a priced backend: {known}, and {allowed}; nothing was submitted",
        hint=f"{_way(price, service.currency)}, or use the free backend {service.default_backend}",
    )


def _way(price: Money | None, currency: str) -> str:
    """Say what allows a price; only a ``Money`` can be in another unit than the API's own."""
    if price is None or price.currency == currency:
        return _permission(price)
    return f"allow it with max_cost=Money({str(price.amount)!r}, {price.currency!r}) (--yes)"


def _permission(price: Money | None) -> str:
    if price is None:
        return "check its name in backends.list(); only max_cost=math.inf (--yes) covers an unknown price"
    return f"allow it with max_cost={price.amount} (--max-cost {price.amount}, --yes)"


def _covers(limit: Money | None, price: Money) -> bool:
    if price.amount == 0:
        return True
    return limit is not None and limit.currency == price.currency and 0 < price.amount <= limit.amount


def _price(service: Service, submission: Submission, context: Context) -> Flow[Money | None]:
    try:
        call = service.estimate(submission)
    except NotInThisSnapshot:
        return None
    return None if call is None else (yield from send(call, context))
