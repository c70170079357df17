"""Every error that qcontract raises.

QContractError
├── ConfigurationError          a file, option, circuit, contract or setting that cannot be used
│   ├── InvalidCircuit
│   ├── ContractError           a vendored contract is missing, altered or unknown
│   ├── MissingExtra            an optional dependency is not installed
│   ├── NotInThisSnapshot       the chosen contract has no such operation or input
│   └── SpendingRefused         a priced submission without permission
├── ConnectionFailed            the request never reached the service
│   └── RequestTimeout          no answer in time
├── APIError                    the service answered, and not with success
│   ├── AuthenticationError  PermissionDeniedError  NotFoundError  ConflictError
│   ├── InvalidRequestError  RateLimitError  ServerError
│   └── ResponseShapeError      success, but the body does not fit the contract
├── JobFailed  JobCanceled  JobHeld
├── WaitTimeout
├── PaginationError             pages that repeat or lead nowhere
├── ConnectionBlocked           a test's fixture keeps connections on this machine
└── SubmissionUnknown           a job may exist, and its id did not arrive
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = [
    "APIError",
    "AuthenticationError",
    "ConfigurationError",
    "ConflictError",
    "ConnectionBlocked",
    "ConnectionFailed",
    "ContractError",
    "InvalidCircuit",
    "InvalidRequestError",
    "JobCanceled",
    "JobFailed",
    "JobHeld",
    "JobOutcomeError",
    "MissingExtra",
    "NotFoundError",
    "NotInThisSnapshot",
    "PaginationError",
    "PermissionDeniedError",
    "QContractError",
    "RateLimitError",
    "RequestTimeout",
    "ResponseShapeError",
    "ServerError",
    "SpendingRefused",
    "SubmissionUnknown",
    "WaitTimeout",
]


class QContractError(Exception):
    """What happened, why, and what to do next.

    Args:
        message: What happened, in one sentence.
        hint: What the reader can do next, if anything.
        operation: The API operation that was under way, as ``<contract> <operationId>``.
    """

    def __init__(self, message: str, *, hint: str | None = None, operation: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.operation = operation

    def __str__(self) -> str:
        where = f"{self.operation}: " if self.operation else ""
        hint = f"\nhint: {self.hint}" if self.hint else ""
        return f"{where}{self.message}{hint}"


class ConfigurationError(QContractError):
    """A file, option, circuit, contract or setting cannot be used as it is."""


class InvalidCircuit(ConfigurationError):
    """A circuit is malformed, and was refused before it was sent."""


class ContractError(ConfigurationError):
    """A vendored contract is missing, altered, unknown or not readable."""


class MissingExtra(ConfigurationError):
    """An optional dependency is needed and not installed."""

    def __init__(self, extra: str, what: str) -> None:
        super().__init__(
            f"{what} needs the extra '{extra}', which is not installed",
            hint=f"pip install 'qcontract[{extra}]'",
        )
        self.extra = extra


class NotInThisSnapshot(ConfigurationError):
    """The chosen contract has no such operation, option or program format."""


class SpendingRefused(ConfigurationError):
    """A submission may cost money, and no permission covers its price."""


class ConnectionFailed(QContractError):
    """The service could not be reached, or the connection broke."""


class RequestTimeout(ConnectionFailed):
    """No answer arrived within the time limit of one request."""


class APIError(QContractError):
    """The service answered, and the answer is not a success.

    Args:
        message: What happened.
        operation: The API operation, as ``<contract> <operationId>``.
        status: HTTP status code of the answer.
        headers: Headers of the answer, names in lower case.
        body: The answer's body, unchanged.
        hint: What the reader can do next.

    ``retry_after`` is how long the service asked to wait, in seconds, if it did.
    """

    retry_after: float | None = None

    def __init__(
        self,
        message: str,
        *,
        operation: str | None = None,
        status: int,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        hint: str | None = None,
    ) -> None:
        super().__init__(message, hint=hint, operation=operation)
        self.status = status
        self.headers = dict(headers or {})
        self.body = body

    @property
    def request_id(self) -> str | None:
        """The service's own id of the request, from the header ``x-request-id``."""
        return self.headers.get("x-request-id")

    def __str__(self) -> str:
        known = f" (request id {self.request_id})" if self.request_id else ""
        hint = f"\nhint: {self.hint}" if self.hint else ""
        where = f"{self.operation}: " if self.operation else ""
        return f"{where}HTTP {self.status}: {self.message}{known}{hint}"


class AuthenticationError(APIError):
    """The key is missing or not accepted (401); ``status`` is 0 when nothing was sent."""

    def __str__(self) -> str:
        return super().__str__() if self.status else QContractError.__str__(self)


class PermissionDeniedError(APIError):
    """The key is valid and not allowed to do this (403)."""


class NotFoundError(APIError):
    """The service knows no such thing, or does not show it to this key (404, 410)."""


class ConflictError(APIError):
    """The thing is not in a state in which this can be done (409)."""


class InvalidRequestError(APIError):
    """The service refused the request as malformed (400, 413, 415, 422 and other 4xx)."""


class RateLimitError(APIError):
    """Too many requests (429); see ``retry_after``."""


class ServerError(APIError):
    """The service or a proxy before it failed (5xx)."""


class ResponseShapeError(APIError):
    """A success whose body does not fit the contract; ``body`` is kept unchanged.

    ``field`` is the JSON name of the member that is missing or wrong, when it is known; ``is_json`` is False when the
    body is no JSON at all, as that of a proxy's page.
    """

    field: str | None = None
    is_json: bool = True


class JobOutcomeError(QContractError):
    """A job ended without a result; ``job`` is its last state."""

    def __init__(self, message: str, *, job: object, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.job = job


class JobFailed(JobOutcomeError):
    """The service ended the job with a failure."""


class JobCanceled(JobOutcomeError):
    """The job was canceled before it had a result."""


class JobHeld(JobOutcomeError):
    """The job has finished, and the service withholds its result for account reasons."""


class WaitTimeout(QContractError):
    """A job had not ended when the time to wait was over; it goes on at the service.

    ``job`` is its last known state and ``resume`` the reference to wait on again.
    """

    def __init__(self, message: str, *, job: object, resume: str) -> None:
        super().__init__(message, hint=f"nothing was canceled: wait again with {resume}")
        self.job = job
        self.resume = resume


class PaginationError(QContractError):
    """The pages of a list repeat themselves or lead nowhere."""


class ConnectionBlocked(QContractError):
    """A test wanted to reach another machine while a fixture stands for the service; nothing was sent."""


class SubmissionUnknown(QContractError):
    """A submission was sent and its fate is not known: the job may exist, and may be charged.

    Args:
        message: What happened.
        token: The token that was sent in the job's metadata or tags; the job, if it exists, carries it.
        operation: The API operation.
        status: HTTP status code, when an answer arrived.
    """

    def __init__(self, message: str, *, token: str, operation: str, status: int | None = None) -> None:
        super().__init__(
            message,
            hint=f"do not submit again before you have looked for a job that carries the token {token}",
            operation=operation,
        )
        self.token = token
        self.status = status
