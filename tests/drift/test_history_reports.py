"""The history of IonQ's v0.4 as reports tell it, and what qBraid documents against what it was seen to do."""

from __future__ import annotations

from functools import cache

import pytest
from qcontract.drift import compare
from qcontract.findings import LEVELS, Client, Finding, Report, rule
from support.ionq_history import STORY, Event

ELSEWHERE = {
    "/components/schemas/QctrlQaoaJobCreationPayload": "/components/schemas/JobCreationPayload/anyOf/3",
    "/components/parameters/backend/schema/enum": "/components/parameters/backend/schema",
    "/components/schemas/GetJobCostResponse/required": (
        "/components/schemas/GetJobCostResponse/properties/estimated_cost"
    ),
}
"""Where a finding stands when not where the story says: where something is named, or at what a keyword is about."""


@cache
def report(old: str, new: str, client: Client) -> Report:
    return compare(f"ionq-v0.4@{old}", f"ionq-v0.4@{new}", client)


def told(event: Event, client: Client) -> list[Finding]:
    """The findings about messages at the places of an event, of the messages that it is about."""
    way = "request" if "request" in event.what else "response" if "answer" in event.what else "both"
    places = {
        (side, ELSEWHERE.get(pointer, pointer))
        for side, pointer in (("old", event.old_pointer), ("new", event.new_pointer))
        if pointer is not None
    }
    return [
        finding
        for finding in report(event.old, event.new, client).findings
        if places & {("old", finding.old_pointer), ("new", finding.new_pointer)}
        and (way == "both" or finding.subject.direction in {way, "both"})
        and rule(finding.rule).area != "generated"
    ]


def outcome(findings: list[Finding]) -> str:
    if not findings:
        return "nothing"
    return "breaking" if any(finding.level == "breaking" for finding in findings) else "harmless"


@pytest.mark.parametrize("event", STORY, ids=lambda event: f"{event.new} {event.new_pointer or event.old_pointer}")
def test_each_event_of_the_story_is_told(event: Event) -> None:
    assert outcome(told(event, "wire")) == event.wire
    assert outcome(told(event, "strict")) == (event.strict or event.wire)


@pytest.mark.parametrize("client", ["wire", "sdk", "strict"])
def test_a_scheme_of_another_name_and_a_date_are_nothing(client: Client) -> None:
    renamed, dated = report("2026-06-24", "2026-09-02", client), report("2026-09-02", "2026-10-01", client)
    assert not [found for found in renamed.findings if rule(found.rule).area == "security"]
    assert not [found for found in dated.findings if "/info" in found.old_pointer + found.new_pointer]


def test_the_step_with_an_invalid_part_says_so_and_compares_the_rest() -> None:
    first = report("2026-04-08", "2026-04-15", "wire")
    assert {problem.side for problem in first.problems} == {"old"}
    assert [finding.rule for finding in first.findings] == ["operation-added"]


OBSERVED = (
    ("type-changed", "/components/schemas/Result/properties/cost", "breaking"),
    ("minimum-loosened", "/components/schemas/JobRequest/properties/shots", "compatible"),
    ("property-added", "/components/schemas/JobRequest/properties/groupJobQrn", "compatible"),
    ("property-removed", "/components/schemas/RuntimeJob/properties/batchJobQrn", "compatible"),
    ("error-response-removed", "/paths/~1jobs/post/responses/422", "compatible"),
    ("error-response-added", "/paths/~1jobs/post/responses/400", "compatible"),
)


@cache
def observed() -> Report:
    return compare("qbraid-v2@2026-02-08", "qbraid-v2@observed-2026-09")


@pytest.mark.parametrize(("name", "place", "level"), OBSERVED)
def test_what_the_service_does_against_what_its_documentation_says(name: str, place: str, level: str) -> None:
    levels = [
        finding.level
        for finding in observed().findings
        if finding.rule == name and place in {finding.old_pointer, finding.new_pointer}
    ]
    assert levels
    assert min(levels, key=LEVELS.index) == level


def test_what_nobody_saw_is_marked() -> None:
    """A contract of observed answers is documented where nobody looked; such findings are guesses, and say so."""
    basis = {finding.new_pointer: finding.basis for finding in observed().findings}
    assert basis["/paths/~1jobs/post/responses/400"] == "inferred"
    assert basis["/components/schemas/Result/properties/cost"] == "documented"
