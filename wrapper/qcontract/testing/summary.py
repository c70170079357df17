"""What the plugin prints at the end of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from .tomorrow import CHANGES

__all__ = ["assumed", "survival"]

Found: TypeAlias = Sequence[tuple[str, Mapping[str, Any]]]
"""Ids of tests with what is remembered of them."""

_LISTED: Final = 20
_WORDS: Final = {
    "survived": "survived",
    "raised": "failed loudly",
    "wrong": "WRONG, and only an assert noticed",
    "not reached": "not reached: no answer that the test read has a place for it",
    "skipped": "skipped",
}


def assumed(found: Found) -> Iterator[str]:
    """Yield lines on how far today's tests rest on what nobody has seen at a real service."""
    asked = [record for _, record in found if record["asked"] and record["change"] is None]
    operations = Counter(name for record in asked for name in record["assumed"])
    relying = sum(bool(record["assumed"]) for record in asked)
    if not asked:
        return
    what = "assumed behaviour (neither documented nor observed)"
    yield f"{relying} of {_many(len(asked), 'test')} that asked the emulator relied on {what}"
    rows = sorted(operations.items(), key=lambda row: (-row[1], row[0]))
    width = max((len(name) for name, _ in rows[:_LISTED]), default=0)
    for name, number in rows[:_LISTED]:
        yield f"  {name:<{width}}  {_many(number, 'test')}"
    if len(rows) > _LISTED:
        yield f"  and {len(rows) - _LISTED} more operations"


def survival(found: Found) -> Iterator[str]:
    """Yield a table of the tests that ran under changes: which of them survived which change."""
    today = {test: record["verdict"] for test, record in found if record["compared"] and record["change"] is None}
    verdicts: Counter[str] = Counter()
    for test, records in _by_test(found).items():
        yield test + _doubt(today.get(test))
        width = max(len(record["change"]) for record in records)
        for record in records:
            verdicts[record["verdict"] or "skipped"] += 1
            yield f"  {record['change']:<{width}}  {_verdict(record)}"
    if verdicts:
        yield ", ".join(f"{verdicts[one]} {_short(one)}" for one in _WORDS if verdicts[one])


def _by_test(found: Found) -> dict[str, list[Mapping[str, Any]]]:
    """Gather the runs of each test under changes, by the id that the test has without them."""
    tests: dict[str, list[Mapping[str, Any]]] = {}
    for test, record in found:
        if record["change"] is not None:
            tests.setdefault(test, []).append(record)
    order = list(CHANGES)  # and not that in which several processes came to an end
    return {test: sorted(runs, key=lambda run: order.index(run["change"])) for test, runs in tests.items()}


def _verdict(record: Mapping[str, Any]) -> str:
    words = _WORDS[record["verdict"] or "skipped"]
    return f"{words}: {record['error']}" if record["error"] else words


def _doubt(today: str | None) -> str:
    return "" if today in (None, "survived") else "  (does not pass today either)"


def _short(verdict: str) -> str:
    return _WORDS[verdict].partition(":")[0].partition(",")[0].lower()


def _many(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
