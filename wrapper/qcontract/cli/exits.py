"""Exit codes, as scripts rely on them."""

from __future__ import annotations

from enum import IntEnum

from qcontract import errors

__all__ = ["Exit", "exit_of"]


class Exit(IntEnum):
    """What an exit code of ``qcontract`` means."""

    OK = 0
    FINDINGS = 1
    """Findings, or a job that failed, was canceled or is held."""
    USAGE = 2
    """Option, file, circuit, contract, configuration, missing extra, or not in this snapshot."""
    CONNECTION = 3
    AUTHENTICATION = 4
    API = 5
    """Any other answer of the API, or one of another shape."""
    WAIT_TIMEOUT = 6
    SUBMISSION_UNKNOWN = 7
    BUG = 70
    INTERRUPTED = 130


_CODES: tuple[tuple[type[errors.QContractError], Exit], ...] = (
    (errors.SubmissionUnknown, Exit.SUBMISSION_UNKNOWN),
    (errors.WaitTimeout, Exit.WAIT_TIMEOUT),
    (errors.JobOutcomeError, Exit.FINDINGS),
    (errors.AuthenticationError, Exit.AUTHENTICATION),
    (errors.PermissionDeniedError, Exit.AUTHENTICATION),
    (errors.ConnectionFailed, Exit.CONNECTION),
    (errors.ConfigurationError, Exit.USAGE),
    (errors.QContractError, Exit.API),
)


def exit_of(error: errors.QContractError) -> Exit:
    """Return the exit code for an error."""
    return next(code for kind, code in _CODES if isinstance(error, kind))
