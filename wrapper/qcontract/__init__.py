"""Typed clients for quantum-cloud job APIs, generated from dated OpenAPI snapshots and proven against them.

Names are imported when they are first used: ``import qcontract`` itself loads neither httpx nor a generated client.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qcontract.clients.asynchronous import AsyncIonQ, AsyncQBraid
    from qcontract.clients.options import ClientOptions, FilterOptions, SubmitOptions
    from qcontract.clients.sync import IonQ, QBraid
    from qcontract.errors import (
        APIError,
        AuthenticationError,
        ConfigurationError,
        ConflictError,
        ConnectionBlocked,
        ConnectionFailed,
        ContractError,
        InvalidCircuit,
        InvalidRequestError,
        JobCanceled,
        JobFailed,
        JobHeld,
        JobOutcomeError,
        MissingExtra,
        NotFoundError,
        NotInThisSnapshot,
        PaginationError,
        PermissionDeniedError,
        QContractError,
        RateLimitError,
        RequestTimeout,
        ResponseShapeError,
        ServerError,
        SpendingRefused,
        SubmissionUnknown,
        WaitTimeout,
    )
    from qcontract.flow.backoff import Backoff
    from qcontract.flow.effects import Drift, Page, Pause, Progress
    from qcontract.flow.wait import Pace
    from qcontract.model.circuit import Circuit, Gate
    from qcontract.model.job import Acknowledgement, Backend, Failure, Job
    from qcontract.model.money import Money
    from qcontract.model.program import Batch, Qasm, read_program
    from qcontract.model.result import CircuitResult, Result
    from qcontract.model.status import JobStatus
    from qcontract.model.submission import NoiseModel
    from qcontract.secret import Secret

__version__ = "0.1.0"

_MODULES = {
    "clients.asynchronous": ("AsyncIonQ", "AsyncQBraid"),
    "clients.options": ("ClientOptions", "FilterOptions", "SubmitOptions"),
    "clients.sync": ("IonQ", "QBraid"),
    "errors": (
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
    ),
    "flow.backoff": ("Backoff",),
    "flow.effects": ("Drift", "Page", "Pause", "Progress"),
    "flow.wait": ("Pace",),
    "model.circuit": ("Circuit", "Gate"),
    "model.job": ("Acknowledgement", "Backend", "Failure", "Job"),
    "model.money": ("Money",),
    "model.program": ("Batch", "Qasm", "read_program"),
    "model.result": ("CircuitResult", "Result"),
    "model.status": ("JobStatus",),
    "model.submission": ("NoiseModel",),
    "secret": ("Secret",),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "APIError",
    "Acknowledgement",
    "AsyncIonQ",
    "AsyncQBraid",
    "AuthenticationError",
    "Backend",
    "Backoff",
    "Batch",
    "Circuit",
    "CircuitResult",
    "ClientOptions",
    "ConfigurationError",
    "ConflictError",
    "ConnectionBlocked",
    "ConnectionFailed",
    "ContractError",
    "Drift",
    "Failure",
    "FilterOptions",
    "Gate",
    "InvalidCircuit",
    "InvalidRequestError",
    "IonQ",
    "Job",
    "JobCanceled",
    "JobFailed",
    "JobHeld",
    "JobOutcomeError",
    "JobStatus",
    "MissingExtra",
    "Money",
    "NoiseModel",
    "NotFoundError",
    "NotInThisSnapshot",
    "Pace",
    "Page",
    "PaginationError",
    "Pause",
    "PermissionDeniedError",
    "Progress",
    "QBraid",
    "QContractError",
    "Qasm",
    "RateLimitError",
    "RequestTimeout",
    "ResponseShapeError",
    "Result",
    "Secret",
    "ServerError",
    "SpendingRefused",
    "SubmissionUnknown",
    "SubmitOptions",
    "WaitTimeout",
    "read_program",
]


def __getattr__(name: str) -> object:
    try:
        home = _HOMES[name]
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    value: object = getattr(importlib.import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
