"""The list of faults follows the code, and a verdict on one is not given lightly."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest
from mutation.faults import ROOT, TEMPLATES, Fault, read, table
from mutation.judging import BROKEN, CAUGHT, SURVIVED, flaw, verdict

FAULTS = read()
ROOMS = ("flow", "apis", "transport", "clients", "model")


@cache
def named_in(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_there_are_faults_in_every_room() -> None:
    places = [*(f"wrapper/qcontract/{room}/" for room in ROOMS), "wrapper/qcontract/secret.py", TEMPLATES]
    assert len(FAULTS) >= 30
    assert len({fault.id for fault in FAULTS}) == len(FAULTS)
    assert [place for place in places if not any(fault.file.startswith(place) for fault in FAULTS)] == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id)
def test_a_fault_can_be_planted_and_its_tests_exist(fault: Fault) -> None:
    sound = (ROOT / fault.file).read_text("utf-8")
    faulty = fault.planted(sound)
    assert faulty != sound
    if fault.file.endswith(".py"):
        compile(faulty, fault.file, "exec")
    for test in fault.tests:
        file, _, name = test.partition("::")
        assert name in named_in(file), test


def test_the_table_in_the_readme_is_the_list() -> None:
    assert table(FAULTS) in Path(__file__).with_name("README.md").read_text("utf-8")


def case(name: str, outcome: str = "") -> str:
    return f'<testcase classname="tests.room.test_a" name="{name}">{outcome}</testcase>'


FAILED = '<failure message="AssertionError: assert 1 == 2">...</failure>'


@pytest.mark.parametrize(
    ("cases", "word"),
    [
        ([case("test_x", FAILED), case("test_y", FAILED)], CAUGHT),
        ([case("test_x[a]"), case("test_x[b]", FAILED), case("test_y", FAILED)], CAUGHT),
        ([case("test_x", FAILED), case("test_y")], SURVIVED),
        ([case("test_x", FAILED)], SURVIVED),
        ([case("test_x"), case("test_y"), case("test_other", FAILED)], SURVIVED),
        ([case("test_x", FAILED), case("test_y", '<skipped message="no generator" />')], SURVIVED),
        ([case("test_x", FAILED), case("test_y", '<error message="failed on setup" />')], BROKEN),
        ([case("test_x", FAILED), case("test_y", '<failure message="ImportError: no" />')], BROKEN),
        ([], SURVIVED),
    ],
)
def test_every_named_test_must_fail_by_itself(cases: list[str], word: str, tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(f"<testsuites><testsuite>{''.join(cases)}</testsuite></testsuites>")
    assert verdict(report, ["tests/room/test_a.py::test_x", "tests/room/test_a.py::test_y"])[0] == word


@pytest.mark.parametrize(
    ("cases", "said"),
    [
        ([case("test_x[a]"), case("test_x[b]")], ""),
        ([case("test_x"), case("test_y", FAILED)], "assert 1 == 2"),
        ([case("test_x", '<skipped message="no generator" />')], "no generator"),
        ([case("test_y")], "did not run: tests/room/test_a.py::test_x"),
    ],
)
def test_the_tests_must_pass_before(cases: list[str], said: str, tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(f"<testsuites><testsuite>{''.join(cases)}</testsuite></testsuites>")
    found = flaw(report, ["tests/room/test_a.py::test_x"])
    assert found.endswith(said)
    assert bool(found) == bool(said)


def test_a_run_that_did_not_begin_proves_nothing(tmp_path: Path) -> None:
    assert verdict(tmp_path / "absent.xml", ["tests/room/test_a.py::test_x"])[0] == BROKEN
    assert flaw(tmp_path / "absent.xml", []) == "pytest did not begin"
