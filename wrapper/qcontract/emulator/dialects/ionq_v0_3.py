"""IonQ v0.3, as its pages described it in May 2026."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qcontract.contract import Operation
from qcontract.contract.jsonvalue import is_object

from ..http import Answer, Fault
from . import ionq, ionq_endings
from . import ionq_v0_3_jobs as jobs
from . import ionq_v0_3_machines as machines
from .base import Handler
from .ionq_v0_3_report import report
from .ionq_v0_3_spellings import read_submission

__all__ = ["IonQv03"]

_ERRORS: Final = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    413: "Payload Too Large",
    415: "Unsupported Media Type",
    429: "Too Many Requests",
    500: "Internal Server Error",
    501: "Not Implemented",
}


class IonQv03:
    """Operations of the snapshot."""

    def __init__(self, label: str) -> None:
        self.contract = f"ionq-v0.3@{label}"
        self.handlers: Mapping[tuple[str, str], Handler] = {
            ("GET", "/backends"): machines.backends,
            ("GET", "/characterizations/backends/{}"): machines.by_backend,
            ("GET", "/characterizations/backends/{}/current"): machines.current,
            ("GET", "/characterizations/{}"): machines.by_id,
            ("POST", "/jobs"): jobs.create,
            ("GET", "/jobs"): jobs.find,
            ("DELETE", "/jobs"): jobs.delete_many,
            ("PUT", "/jobs/status/cancel"): jobs.cancel_many,
            ("GET", "/jobs/{}"): jobs.get,
            ("DELETE", "/jobs/{}"): ionq_endings.delete,
            ("GET", "/jobs/{}/results"): jobs.results,
            ("PUT", "/jobs/{}/status/cancel"): ionq_endings.cancel,
            ("GET", "/report/organizations/{}"): report,
        }

    def key(self, headers: Mapping[str, str]) -> str | None:
        """Return the key of a request."""
        return ionq.key(headers)

    def read(self, operation: Operation, body: object) -> tuple[object, tuple[str, ...]]:
        """Return a submission as the contract spells it; released clients spell some members otherwise."""
        if operation.operation_id == "createJob" and is_object(body):
            return read_submission(body)
        return body, ()

    def refuse(self, fault: Fault, operation: Operation | None = None) -> Answer:  # noqa: ARG002
        """Return an error in IonQ's form."""
        return ionq.refusal(fault, _ERRORS)
