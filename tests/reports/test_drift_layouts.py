from __future__ import annotations

import json
import time
from xml.etree import ElementTree

import jsonschema_rs
import pytest
from attrs import evolve
from qcontract.contract.source import open_spec
from qcontract.drift.migration import migration
from qcontract.findings import NO_EVIDENCE, Finding, Report, Unread
from qcontract.reports.document import schema
from qcontract.reports.dossier import Dossier
from qcontract.reports.layouts import LAYOUTS
from support.reports import finding, report

MILD = finding("property-added", "Job/name: new", level="compatible", evidence=NO_EVIDENCE, operations=("GET /jobs",))
RISKY = finding("pattern-changed", "Job/id: another pattern", level="risky", number=1, basis="inferred", used=True)
WHOLE = report(
    MILD,
    finding(),
    RISKY,
    ignored=(finding(number=2, ignored="never used"),),
    problems=(Unread("new", "/paths/~1x", "it is a number"),),
    notes=("an entry has expired",),
)


def show(layout: str, content: Report = WHOLE, **more: object) -> str:
    return LAYOUTS[layout](Dossier(content, **more))  # type: ignore[arg-type]


def test_text_has_line_proof_reach_and_advice_of_what_is_bad() -> None:
    assert show("text", report(finding()), about=("documented 2026-05-15", "")) == (
        "old  old.yaml  documented 2026-05-15\n"
        "new  new.yaml\n"
        "\n"
        "breaking[enum-value-removed] Job/status: paused is gone\n"
        " --> new.yaml:9:5\n"
        "9 |     Job:\n"
        "  |     ^\n"
        '  value     {"status": "paused"} is valid in the old contract, not in the new one\n'
        "  before    old.yaml:7:5\n"
        "  reaches   GET|POST /jobs\n"
        "  advice    Send another value.\n"
        f"  name      {finding().fingerprint}\n"
        "\n"
        "old.yaml -> new.yaml for the wire client: breaking\n"
        "1 breaking; version advice: major\n"
        "about a rule: qcontract drift rule enum-value-removed\n"
        f"accept a finding: --ignore FILE, which names it as {finding().fingerprint} and says why\n"
    )


def test_text_is_brief_about_what_is_harmless_and_honest_about_the_rest() -> None:
    lines = show("text").splitlines()
    mild = f"compatible[property-added] Job/name: new (GET /jobs, new.yaml:9:5, {MILD.fingerprint})"
    assert lines[-9:-2] == [
        mild,
        f"ignored[enum-value-removed] {WHOLE.ignored[0].fingerprint}: never used",
        "not compared: new paths > /x: it is a number",
        "note: an entry has expired",
        "",
        "old.yaml -> new.yaml for the wire client: breaking",
        "1 breaking, 1 risky, 1 compatible, 1 ignored, 1 not compared; version advice: major",
    ]
    assert "  basis     inferred: nobody has seen this part of the contract" in lines
    assert "  used      the given code uses it" in lines


def test_what_stands_only_in_the_old_contract_is_shown_there() -> None:
    gone = finding(new_pointer="", new_location=None)
    assert "--> old.yaml:7:5" in show("text", report(gone))
    assert "before" not in show("text", report(gone))
    assert "file=old.yaml,line=7,col=5" in show("github", report(gone))


def test_a_finding_without_a_place_is_shown_without_one() -> None:
    nowhere = finding(new_location=None, old_location=None)
    for layout in LAYOUTS:
        assert nowhere.fingerprint in show(layout, report(nowhere))


def test_colours_are_the_only_difference_that_a_terminal_makes() -> None:
    import re

    coloured = show("text", colour=True)
    assert "\x1b[31;1mbreaking" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == show("text")
    assert "\x1b" not in show("text")


def test_nothing_found_is_said() -> None:
    empty = report()
    assert show("text", empty).endswith("equal\nno differences; version advice: patch\n")
    assert "no differences" in show("markdown", empty)
    assert show("github", empty).count("::notice") == 1
    [case] = ElementTree.fromstring(show("junit", empty)).iter("testcase")
    assert (case.get("name"), len(case)) == ("no differences", 0)
    assert json.loads(show("sarif", empty))["runs"][0]["results"] == []
    assert "says the same as before" in show("html", empty)
    assert "<form" not in show("html", empty)


@pytest.mark.parametrize(("bar", "failures"), [("breaking", 1), ("risky", 2), ("info", 3), (None, 0)])
def test_junit_fails_what_the_bar_fails(bar: str | None, failures: int) -> None:
    suites = ElementTree.fromstring(show("junit", bar=bar))
    suite = suites[0]
    assert (suites.get("failures"), suite.get("failures"), suite.get("tests")) == (str(failures), str(failures), "4")
    assert len(list(suite.iter("failure"))) == failures
    assert [case[0].get("message") for case in suite.iter("testcase") if case[0].tag == "skipped"] == ["never used"]
    assert suite.get("skipped") == "1"
    assert suite.findtext("system-err") == "not compared: new paths > /x: it is a number"
    assert Dossier(WHOLE, bar=bar).failed == (failures > 0)  # type: ignore[arg-type]


def test_github_annotates_lines_by_level() -> None:
    lines = show("github").splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::warning", "::notice", "::notice"]
    assert lines[0].startswith(
        "::error file=new.yaml,line=9,col=5,title=breaking%3A enum-value-removed::Job/status: paus"
    )
    assert f"%0Aname: {finding().fingerprint}" in lines[0]


def test_json_is_the_report_and_fits_its_schema() -> None:
    check = jsonschema_rs.validator_for(schema())
    content = json.loads(show("json"))
    check.validate(content)
    assert content == json.loads(WHOLE.to_json())
    moved = migration(open_spec("ionq-v0.3").document, open_spec("ionq-v0.4").document)
    content = json.loads(show("json", migration=moved))
    check.validate(content)
    assert len(content["migration"]["rows"]) == len(moved.rows) > 20
    assert not check.is_valid({**content, "schema": "qcontract.drift/2"})
    assert not check.is_valid({**content, "migration": []})


@pytest.mark.parametrize("layout", ["text", "markdown", "html"])
def test_the_migration_table_goes_along(layout: str) -> None:
    moved = migration(open_spec("ionq-v0.3").document, open_spec("ionq-v0.4").document)
    shown = show(layout, migration=moved)
    for name in ("getJobResults", "GetJobProbabilities"):
        assert name in shown


def test_a_comment_keeps_within_its_limit_and_counts_the_rest() -> None:
    many = report(*(finding(number=number, message=f"Job/p{number}: gone") for number in range(2000)))
    shown = show("markdown", many)
    assert 50_000 < len(shown) < 65_536
    left_out = int(shown.rstrip().splitlines()[-1].partition(" ")[0])
    assert shown.count("**enum-value-removed**") + left_out == 2000


def _many(count: int) -> tuple[Finding, ...]:
    levels = ("breaking", "risky", "compatible", "info")
    return tuple(
        finding(
            number=number, message=f"Job/p{number}: gone", level=levels[number % 4], operations=(f"GET /{number % 99}",)
        )
        for number in range(count)
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_ten_thousand_findings_take_seconds_and_give_the_same_bytes_in_any_order(layout: str) -> None:
    findings = _many(10_000)
    start = time.perf_counter()
    shown = show(layout, report(*findings))
    assert time.perf_counter() - start < 10
    assert show(layout, report(*findings[::-1])) == shown


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_name_of_every_finding_is_shown(layout: str) -> None:
    shown = show(layout, evolve(WHOLE, notes=()))
    for each in WHOLE.findings:
        assert each.fingerprint in shown
