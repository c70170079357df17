"""From an answer that is not a success to the error that says so."""

from __future__ import annotations

import json

from qcontract.errors import (
    APIError,
    AuthenticationError,
    ConflictError,
    InvalidRequestError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
)
from qcontract.flow.effects import Reply
from qcontract.model.untyped import is_list, is_object

__all__ = ["error_from", "message_of"]

_BY_STATUS: dict[int, tuple[type[APIError], str | None]] = {
    401: (AuthenticationError, "check the key: argument, then environment, then configuration file"),
    403: (PermissionDeniedError, "the key is known, and not allowed to do this"),
    404: (NotFoundError, "check the id or name, the address, that a job has completed, and that the key may see it"),
    409: (ConflictError, "read the job's status: it is not in a state in which this can be done"),
    410: (NotFoundError, "the service has removed this; see the newer contract with: qcontract specs list"),
    413: (InvalidRequestError, "send a smaller program: IonQ takes bodies of up to 10 MB"),
    429: (RateLimitError, "wait, and send less often"),
}
_LONGEST = 300


def error_from(reply: Reply, operation: str, wait: float | None = None) -> APIError:
    """Return the error for an answer whose status is not 2xx.

    Args:
        reply: The answer.
        operation: The API operation, as ``<contract> <operationId>``.
        wait: Seconds that the service asked to wait, if it did.
    """
    kind, hint = _BY_STATUS.get(reply.status_code, (_kind_of(reply.status_code), None))
    error = kind(
        message_of(reply),
        operation=operation,
        status=reply.status_code,
        headers=reply.headers,
        body=reply.content,
        hint=hint,
    )
    error.retry_after = wait
    return error


def _kind_of(status: int) -> type[APIError]:
    if status >= 500:
        return ServerError
    return InvalidRequestError if status >= 400 else APIError


def message_of(reply: Reply) -> str:
    """Return what the service says went wrong, in one line, whatever the form of the body.

    The forms: IonQ's ``{error, message, statusCode}``, its older ``{code, message}`` and ``{error: {message}}``,
    qBraid's ``{detail}`` and ``{success, message, error: {message, code}}``, plain text, and a proxy's HTML.
    """
    try:
        found = _message_in(reply.json())
    except (ValueError, RecursionError):  # no JSON, or nested too deep for any reader
        found = ""
    return _shorten(found) or _text_of(reply)


def _message_in(body: object) -> str:
    if not is_object(body):
        return ""
    for name in ("message", "error", "detail"):
        found = _readable(body.get(name))
        if found:
            return found
    return ""


def _readable(value: object) -> str:
    if isinstance(value, str):
        return value
    if is_object(value):
        return _readable(value.get("message"))
    return "; ".join(_validation_entry(entry) for entry in value) if is_list(value) else ""


def _validation_entry(entry: object) -> str:
    """Return one entry of the list that FastAPI answers with 422."""
    if is_object(entry) and is_list(entry.get("loc")):
        return f"{'.'.join(map(str, entry['loc']))}: {entry.get('msg')}"
    return json.dumps(entry, default=str)


def _text_of(reply: Reply) -> str:
    kind = reply.headers.get("content-type", "").partition(";")[0]
    if "html" in kind or reply.content.lstrip()[:1] == b"<":
        return "the answer is an HTML page, not the API's JSON: it probably comes from a proxy or a wrong address"
    return _shorten(reply.text) or "the answer has no body"


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}..."
