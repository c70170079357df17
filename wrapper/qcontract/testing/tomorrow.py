"""Changes that an API may make tomorrow, planted while a test of today runs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from qcontract.model.names import choose

if TYPE_CHECKING:
    from qcontract.emulator import Emulator, FaultRule

__all__ = ["CHANGES", "Change", "check_operation", "names", "plant"]

_ROLES: Final = {
    "job": re.compile(r"/jobs/\{[^}]+\}"),
    "result": re.compile(r"/jobs/\{[^}]+\}/(results?|artifacts|variants)\b.*"),
}
"""Which paths read a job, and which read its result."""


@frozen
class _Fault:
    """One fault of a change: what it hits, and how."""

    role: str
    kind: str
    settings: Mapping[str, Any] = field(factory=dict[str, Any])


@frozen
class Change:
    """One way in which an API may change.

    Args:
        meaning: What a client sees.
        faults: What is planted, by API; an API without any cannot change in this way.
    """

    meaning: str
    faults: Mapping[str, Sequence[_Fault]]


def _drift(change: str, role: str, places: Mapping[str, str | None], times: int | None = None) -> dict[str, Any]:
    settings: dict[str, Any] = {"change": change, "times": times}
    return {api: [_Fault(role, "drift", {**settings, "at": place})] for api, place in places.items()}


def _everywhere(*faults: _Fault) -> dict[str, Sequence[_Fault]]:
    return dict.fromkeys(_STATUS, faults)


_TWICE: Final = 2
"""A status that never becomes a known one would let every client wait for ever; so it passes."""
_STATUS: Final = {"ionq-v0.3": "/status", "ionq-v0.4": "/status", "qbraid-v2": "/data/status"}
_VALUE: Final = {"ionq-v0.3": "/target", "ionq-v0.4": "/type", "qbraid-v2": "/data/experimentType"}
_ANYWHERE: Final = dict.fromkeys(_STATUS)
_RESULT: Final = {**_ANYWHERE, "qbraid-v2": "/data/resultData"}

CHANGES: Final[Mapping[str, Change]] = {
    "new-status": Change(
        "a job is for two answers in a status that the contract does not know",
        _drift("new-value", "job", _STATUS, _TWICE),
    ),
    "new-value": Change(
        "a job's type (IonQ v0.3: target) is one that the contract does not know", _drift("new-value", "job", _VALUE)
    ),
    "new-field": Change("a job has a member that the contract does not know", _drift("new-field", "job", _ANYWHERE)),
    "missing-field": Change("a job has no status for two answers", _drift("missing-field", "job", _STATUS, _TWICE)),
    "wrong-type": Change("a value in the result is of another type", _drift("wrong-type", "result", _RESULT)),
    "null": Change("a value in the result is null", _drift("null", "result", _RESULT)),
    "renamed": Change(
        "the member that holds or leads to the result has another name",
        {
            **_drift("renamed", "job", {"ionq-v0.4": "/results"}),
            **_drift("renamed", "result", {"qbraid-v2": "/data/resultData"}),
        },
    ),
    "removed": Change(
        "reading the result answers 410 Gone", _everywhere(_Fault("result", "drift", {"change": "removed"}))
    ),
    "rate-limit": Change(
        "the first request for a job is answered 429, with one second in Retry-After",
        _everywhere(_Fault("job", "rate-limit", {"retry_after": 1, "times": 1})),
    ),
}
"""All changes by name, in the order in which tests meet them.

Each is called like the fault that it plants: the ``change`` of a ``drift``, or the kind. Only ``new-status`` is not,
which is a ``new-value`` where every client looks first.
"""


def names(asked: Sequence[object]) -> list[str]:
    """Return the changes that a mark asks for, all without any.

    Raises:
        ConfigurationError: There is no such change; the hint has all.
    """
    for name in asked:
        choose("change", name, CHANGES)
    return [name for name in CHANGES if not asked or name in asked]


def check_operation(operation: object, contracts: Sequence[str]) -> None:
    """Refuse an operation whose answers could not change.

    Args:
        operation: What a mark asks for.
        contracts: At which contracts the test runs.

    Raises:
        ConfigurationError: None of the contracts has it; the hint has the close ones, or all.
    """
    choose("operation", operation, dict.fromkeys(one for contract in contracts for one in _operations(contract)))


def plant(emulator: Emulator, name: str, contracts: Sequence[str], operation: str | None = None) -> list[FaultRule]:
    """Plant a change.

    Args:
        emulator: Where.
        name: Which change.
        contracts: At which contracts.
        operation: Change the answers of this operation instead of those for jobs and results, at a place that follows
            from the emulator's seed.

    Raises:
        ConfigurationError: None of the contracts has the operation.
    """
    known = [contract for contract in contracts if operation in (None, *_operations(contract))]
    return [
        emulator.fault(fault.kind, api=contract, operation=one, **_settings(fault, operation))
        for contract in known or contracts
        for fault in CHANGES[name].faults.get(contract.partition("@")[0], ())
        for one in ([operation] if operation else _operations(contract, fault.role))
    ]


def _settings(fault: _Fault, operation: str | None) -> dict[str, Any]:
    """Return what is set for a fault; its place is one in answers about jobs, and in no other operation's."""
    return {name: value for name, value in fault.settings.items() if operation is None or name != "at"}


def _operations(contract: str, role: str | None = None) -> list[str]:
    from qcontract.emulator.checks import checks

    found = checks(contract).contract.operations
    return [one.operation_id for one in found if role is None or _reads(one.method, one.path, role)]


def _reads(method: str, path: str, role: str) -> bool:
    return method == "GET" and _ROLES[role].fullmatch(path) is not None
