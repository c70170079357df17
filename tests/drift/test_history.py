from __future__ import annotations

import itertools

import pytest
from qcontract.contract import load, pointer
from qcontract.contract.structure import differences
from qcontract.drift.history import documented_line, history
from qcontract.errors import ContractError
from qcontract.findings.report import Report
from support.ionq_history import STORY, Event

LINE = ["2026-04-08", "2026-04-15", "2026-04-23", "2026-05-15", "2026-06-24", "2026-09-02", "2026-10-01"]


def named(label: str) -> str:
    return f"ionq-v0.4@{label}"


def nothing_found(old: str, new: str) -> Report:
    return Report(kind="drift", old=old, new=new, client="wire")


def test_the_line_is_what_the_vendor_documented_in_order() -> None:
    assert [entry.label for entry in documented_line("ionq-v0.4")] == LINE
    assert [entry.label for entry in documented_line("qbraid-v2")] == ["2026-02-08"]


def test_each_snapshot_is_compared_with_the_next() -> None:
    asked: list[tuple[str, str]] = []
    changelog = history("ionq-v0.4", nothing_found, progress=lambda old, new: asked.append((old.label, new.label)))
    assert asked == list(itertools.pairwise(LINE))
    assert [(old, new) for old, new, _ in changelog] == [(named(old), named(new)) for old, new in asked]
    assert changelog.outcomes == ("equal",) * 6


def test_json() -> None:
    written = history("ionq-v0.4", nothing_found).to_json()
    assert (written["schema"], written["api"]) == ("qcontract.history/1", "ionq-v0.4")
    assert written["steps"][-1]["date"] == "2026-10-01"
    assert written["steps"][-1]["report"]["new"] == named("2026-10-01")


def test_an_api_with_one_snapshot_has_no_steps() -> None:
    assert history("ionq-v0.3", nothing_found).steps == ()


def test_an_unknown_api() -> None:
    with pytest.raises(ContractError, match=r"no API 'ionq-v9'") as caught:
        history("ionq-v9", nothing_found)
    assert "ionq-v0.4" in str(caught.value.hint)


def test_the_story_covers_every_step() -> None:
    assert list(dict.fromkeys((event.old, event.new) for event in STORY)) == list(itertools.pairwise(LINE))


@pytest.mark.parametrize("event", STORY, ids=lambda event: f"{event.new} {event.new_pointer or event.old_pointer}")
def test_the_story_is_true_of_the_snapshots(event: Event) -> None:
    """What came was not there before, what went is not there after, and what stayed is not the same."""
    old, new = (load(named(label)).document for label in (event.old, event.new))
    for document, own, other in (
        (old, event.old_pointer, event.new_pointer),
        (new, event.new_pointer, event.old_pointer),
    ):
        assert own is None or pointer.exists(document, own)
        assert other in {None, own} or not pointer.exists(document, other)
    if event.old_pointer == event.new_pointer:
        assert pointer.find(old, event.old_pointer) != pointer.find(new, event.new_pointer)


def test_only_prose_changed_with_the_date() -> None:
    old, new = (load(named(label)).document["info"] for label in ("2026-09-02", "2026-10-01"))
    assert old != new
    assert list(differences(old, new, "/info")) == []
