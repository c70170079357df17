"""What is remembered of a test that used the emulator, and how a test of tomorrow is judged."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import pytest
from attrs import define

if TYPE_CHECKING:
    from qcontract.emulator import FaultRule

__all__ = ["RECORD", "Record", "Verdict", "remember"]

Verdict: TypeAlias = Literal["survived", "raised", "wrong", "not reached", "skipped"]


@define
class Record:
    """What one run of a test did.

    Args:
        change: The change that was planted, None today.
        compared: Whether runs with changes belong to this one.
        must_survive: The changes that are not allowed to break the test.
        rules: What was planted.
        answers: Number of answers by contract, operation and basis.
        verdict: How the test took the change.
        error: What it raised.
    """

    change: str | None
    compared: bool
    must_survive: Collection[str]
    rules: Sequence[FaultRule] = ()
    answers: Mapping[str, Mapping[str, Mapping[Any, int]]] = {}
    verdict: Verdict | None = None
    error: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return it as it travels from the process of a test to the one that prints the summary."""
        answered = [
            (contract, operation, basis)
            for contract, operations in self.answers.items()
            for operation, bases in operations.items()
            for basis in bases
        ]
        return {
            "change": self.change,
            "compared": self.compared,
            "verdict": self.verdict,
            "error": self.error,
            "asked": bool(answered),
            "assumed": [f"{contract} {operation}" for contract, operation, basis in answered if basis == "assumed"],
        }


_SHOWN: Final = 100
"""Characters of an error's message."""

RECORD: Final = pytest.StashKey[Record]()


def remember(item: pytest.Item, call: pytest.CallInfo[None], report: pytest.TestReport) -> None:
    """Judge a run when it was made, and send what is remembered of it with the last report."""
    record = item.stash.get(RECORD, None)
    if record is None:
        return
    _judge(record, report, call.excinfo.value if call.excinfo else None)
    if report.when == "teardown":
        test = _without(item.nodeid, record.change or "today") if record.compared else item.nodeid
        report.qcontract = {"test": test, **record.to_json()}  # type: ignore[attr-defined]


def _judge(record: Record, report: pytest.TestReport, error: BaseException | None) -> None:
    """Judge how a test took a change; a break is reported as an expected failure unless it must survive."""
    if report.failed and isinstance(error, Exception | pytest.fail.Exception):
        noticed = isinstance(error, AssertionError | pytest.fail.Exception)
        record.verdict = "wrong" if noticed else "raised"
        record.error = _told(error)
        if record.change is not None and record.change not in record.must_survive:
            report.outcome = "skipped"
            report.wasxfail = f"tomorrow ({record.change}): {record.error}"
    elif report.skipped:
        record.verdict = "skipped"
    elif report.when == "call":
        reached = record.change is None or any(rule.changed for rule in record.rules)
        record.verdict = "survived" if reached else "not reached"


def _told(error: BaseException) -> str:
    first = next(iter(str(error).splitlines()), "")
    return f"{type(error).__name__}: {first[:_SHOWN]}" if first else type(error).__name__


def _without(test: str, change: str) -> str:
    """Return the id that a test would have without changes."""
    name, _, parameters = test.partition("[")
    left = parameters.removesuffix("]").removesuffix(change).removesuffix("-")
    return f"{name}[{left}]" if left else name
