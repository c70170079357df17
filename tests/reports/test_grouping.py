"""Findings about several values of one place are read as one, and none of them is lost."""

from __future__ import annotations

import re

import pytest
from attrs import evolve
from qcontract.contract.source import open_spec
from qcontract.drift import compare
from qcontract.findings import Evidence, Finding, Location, Place, Report, Subject, rule, rules
from qcontract.reports.dossier import Dossier
from qcontract.reports.grouping import grouped
from qcontract.reports.layouts import LAYOUTS
from qcontract.reports.words import witness
from support.reports import finding, report


def lost(value: str, **more: object) -> Finding:
    """A value that is gone from the enumeration of one place."""
    subject = Subject("", "request", "/components/schemas/Job", "/mode", "enum", value)
    place = Place(part="Job", members=("mode",), note="component, sent")
    return finding(message=f"{place}: the value {value} is gone", subject=subject, place=place, **more)


def dropped(member: str, line: int) -> Finding:
    """A member that is gone from an object."""
    subject = Subject("", "response", "/components/schemas/Job", f"/{member}", "property", member)
    place = Place("GET /jobs 200", members=("jobs", "*", member))
    where = Location("old.yaml", line, 5, "x", 0)
    return finding("property-removed", f"{place}: gone", subject=subject, place=place, old_location=where)


def test_values_of_one_place_are_one_block_with_all_their_names() -> None:
    values = [lost("slow"), lost("fast"), lost("best")]
    (group,) = grouped(values)
    assert group.message == "Job.mode (component, sent): the values best, fast and slow are no longer possible"
    assert "best, fast and slow" in group.advice
    shown = LAYOUTS["text"](Dossier(report(*values)))
    assert shown.count("breaking[enum-value-removed]") == 1
    assert all(f"{each.fingerprint} {each.subject.value}" in shown for each in values)
    assert "; likewise the others" in " ".join(shown.split())
    assert "3 breaking" in shown, "they are counted one by one"


def test_members_of_one_object_are_told_of_as_its_members() -> None:
    gone = [dropped("a", 3), dropped("b", 9)]
    (group,) = grouped(gone)
    assert group.message == "GET /jobs 200, .jobs[]: the members a and b were removed"
    assert "  before    old.yaml:3:5 and old.yaml:9:5\n" in LAYOUTS["text"](Dossier(report(*gone)))


@pytest.mark.parametrize(
    "other",
    [
        evolve(lost("slow"), level="risky"),
        evolve(lost("slow"), operations=("GET /jobs",)),
        evolve(lost("slow"), used=True),
        evolve(lost("slow"), basis="inferred"),
        evolve(lost("slow"), place=Place(part="Task", members=("mode",))),
        evolve(lost("slow"), place=None),
        evolve(lost("slow"), rule="enum-value-added"),
        evolve(lost("slow"), evidence=Evidence("none")),
    ],
    ids=["level", "operations", "used", "basis", "place", "no place", "rule", "evidence"],
)
def test_what_differs_in_more_than_its_value_stays_apart(other: Finding) -> None:
    assert [len(group.findings) for group in grouped([lost("fast"), other])] == [1, 1]


def test_a_rule_that_the_catalogue_does_not_have_is_shown_as_it_is() -> None:
    (group,) = grouped([lost("fast", rule="seen-elsewhere")])
    assert group.message.endswith("the value fast is gone")


@pytest.mark.parametrize("chosen", [each for each in rules() if each.many], ids=lambda each: each.id)
def test_the_sentence_about_many_can_be_filled_from_values_alone(chosen: object) -> None:
    many, advises = chosen.many, chosen.advises  # type: ignore[attr-defined]
    assert "{values}" in many
    assert not re.search(r"\{(old|new)\}", advises)


def test_nothing_is_lost_and_nothing_is_said_twice_on_the_real_pair() -> None:
    found = compare(*map(open_spec, ("ionq-v0.3", "ionq-v0.4"))).findings
    groups = grouped(found)
    assert sorted(each.fingerprint for group in groups for each in group.findings) == sorted(
        each.fingerprint for each in found
    )
    assert len(groups) < 0.8 * len(found)
    assert [group.first.level for group in groups] == sorted(
        (group.first.level for group in groups), key=["breaking", "risky", "compatible", "info"].index
    )
    assert rule("enum-value-removed").many


def test_a_terminal_folds_lines_and_says_the_same() -> None:
    found: Report = compare(*map(open_spec, ("ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01")))
    wide, narrow = (LAYOUTS["text"](Dossier(found, width=width)) for width in (None, 60))
    assert " ".join(wide.split()) == " ".join(narrow.split())
    words = [line for line in narrow.splitlines() if len(line) > 60]
    assert all(" " not in line.strip()[40:] or "->" in line for line in words), words


def test_of_a_long_value_the_part_in_question_is_shown() -> None:
    value = {"jobs": [{"id": "a" * 200}, {"id": "b", "failure": None}], "next": "x" * 200}
    assert witness(Evidence("value", value, "new", "old", "/jobs/1/failure")) == (
        '{"jobs": […, {"failure": null, …}], …}'
    )
    assert witness(Evidence("value", {"a": 1}, "new", "old", "/a")) == '{"a": 1}'
    assert len(witness(Evidence("value", value, "new", "old", "/nowhere"))) == 400
