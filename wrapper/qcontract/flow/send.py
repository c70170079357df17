"""Send one request: repeat it when that is safe, and name what went wrong when it is not."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from qcontract.errors import APIError, ConnectionFailed, RequestTimeout
from qcontract.flow.answers import error_from
from qcontract.flow.backoff import RETRIED_STATUSES, retry_after
from qcontract.flow.context import Context
from qcontract.flow.effects import Call, Flow, MaybeSent, NotSent, Pause, Reply

__all__ = ["exchange", "send", "unreachable"]

T = TypeVar("T")

_GONE = frozenset({404, 409, 410})


def send(call: Call[T], context: Context) -> Flow[T]:
    """Perform ``call`` and return its parsed answer.

    Raises:
        APIError: The service answered without success, and repeating did not help or was not allowed.
        ConnectionFailed: The service could not be reached.
        ResponseShapeError: The answer does not fit the contract.
    """
    try:
        reply = yield from exchange(call, context)
    except (NotSent, MaybeSent) as error:
        raise unreachable(call, error) from error
    if reply is None:
        return cast("T", call.already)
    parsed = call.parse(reply)
    yield from parsed.drift
    return parsed.value


def unreachable(call: Call[Any], error: NotSent | MaybeSent) -> ConnectionFailed:
    """Return the public error for a request that ended in the transport."""
    if isinstance(error, NotSent):
        hint = "check the address, the network and any proxy; the request was not sent"
        return ConnectionFailed(str(error), operation=call.operation, hint=hint)
    kind = RequestTimeout if error.timeout else ConnectionFailed
    return kind(str(error), operation=call.operation, hint="the request may have reached the service")


def exchange(call: Call[Any], context: Context) -> Flow[Reply | None]:
    """Perform ``call`` until it succeeds or must not be repeated, and return the successful reply.

    A request with side effects (``safe`` is false) is repeated only when it was certainly not carried out: it was not
    sent, or the service refused it with 429. None stands for "an earlier attempt has already done it".

    Raises:
        NotSent, MaybeSent: The last attempt ended in the transport.
        APIError: The last attempt was answered without success.
    """
    deadline = context.clock.monotonic() + context.backoff.budget
    doubtful = False  # whether an earlier attempt may have been carried out
    for attempt in range(1, context.backoff.attempts + 1):
        asked: float | None = None
        failure: NotSent | MaybeSent | APIError
        try:
            reply = yield call
        except NotSent as error:
            failure, repeatable = error, True
        except MaybeSent as error:
            failure, repeatable, doubtful = error, call.safe, True
        else:
            assert reply is not None, "a driver answers every call"
            if reply.is_success:
                return reply
            if doubtful and call.already is not None and reply.status_code in _GONE:
                return None
            asked = retry_after(reply.headers, context.clock.now())
            failure = error_from(reply, call.operation, asked)
            repeatable = _may_repeat(reply.status_code, safe=call.safe)
            doubtful = doubtful or reply.status_code >= 500
        seconds = context.backoff.delay(attempt, asked, context.rng)
        last = attempt == context.backoff.attempts or not repeatable
        if last or seconds is None or context.clock.monotonic() + seconds > deadline:
            raise failure
        yield Pause(seconds, f"{call.operation}: {type(failure).__name__}, attempt {attempt}")
    raise AssertionError("a policy has at least one attempt")


def _may_repeat(status: int, *, safe: bool) -> bool:
    return status == 429 or (safe and status in RETRIED_STATUSES)
