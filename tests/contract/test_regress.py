"""The table of `make regress`: which contract a test is about, and that nothing fails silently."""

from __future__ import annotations

from pathlib import Path

import pytest
import regress
from regress import PACKAGES, Case, column, concerned, differing, table

V03, MAY, OCTOBER, QBRAID = PACKAGES


@pytest.mark.parametrize(
    ("name", "contracts"),
    [
        ("tests.contract.test_emulator_conforms::test_ionq_v0_4_2026_05_15[GET /jobs]", [MAY]),
        ("tests.cassette.test_operations::test_x[ionq-v0.4@2026-10-01 GetJob.200]", [OCTOBER]),
        ("tests.contract.test_emulator_conforms::test_qbraid_v2[GET /jobs]", [QBRAID]),
        ("tests.cassette.test_gate::test_x[emulator-ionq-v0.4]", [MAY, OCTOBER]),
        ("tests.cassette.test_gate::test_the_whole_is_small", []),
    ],
)
def test_a_test_is_about_the_contracts_in_its_name(name: str, contracts: list[str]) -> None:
    assert concerned(name) == contracts


def test_a_failure_is_that_of_its_contract_only() -> None:
    cases = [Case(contract, "passed") for contract in PACKAGES]
    assert set(column(cases, 0).values()) == {"ok 1"}
    assert column([*cases, Case(MAY, "failed")], 1)[MAY] == "FAILED 1"
    assert column([*cases, Case(MAY, "failed")], 1)[OCTOBER] == "ok 1"


def test_what_did_not_run_has_failed() -> None:
    cases = [Case(contract, "passed") for contract in (V03, MAY, OCTOBER)]
    assert column(cases, 0)[QBRAID] == "FAILED"
    assert column([*cases, Case(QBRAID, "skipped")], 0)[QBRAID] == "FAILED"
    assert set(column([*cases, Case(QBRAID, "passed")], 2).values()) == {"FAILED"}
    assert set(column([*cases, Case(QBRAID, "passed")], 1).values()) == {"FAILED"}


def test_a_test_of_no_contract_speaks_for_none_and_against_all() -> None:
    anyone = "tests.cassette.test_gate::test_the_whole_is_small"
    assert set(column([Case(anyone, "passed")], 0).values()) == {"FAILED"}
    cases = [*(Case(contract, "passed") for contract in PACKAGES), Case(anyone, "passed")]
    assert set(column(cases, 0).values()) == {"ok 1"}
    assert set(column([*cases, Case(anyone, "failed")], 1).values()) == {"FAILED 1"}


def test_the_generators_check_names_what_differs() -> None:
    assert differing("differs: ionq_v0_4_2026_10_01/models/job.py", 1) == dict.fromkeys(PACKAGES, "ok") | {
        OCTOBER: "FAILED"
    }
    assert set(differing("the generator is missing", 2).values()) == {"FAILED"}
    assert set(differing("", 0).values()) == {"ok"}


@pytest.mark.parametrize(("good", "code"), [(True, 0), (False, 1)])
def test_one_table_and_its_exit_code(
    good: bool, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    check = "\n".join(f"def test_{package}():\n    pass\n" for package in PACKAGES.values())
    wrong = "" if good else f"def test_wrong_{PACKAGES[QBRAID]}():\n    assert False\n"
    (tmp_path / "test_planted.py").write_text(f"{check}\n{wrong}")
    monkeypatch.setattr(regress, "SELECTIONS", {"client": (str(tmp_path / "test_planted.py"),)})
    assert regress.main(["client"]) == code
    printed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in printed] == ["contract", *PACKAGES]
    assert printed[-1].endswith("ok 1" if good else "FAILED 1")


def test_every_selection_is_there() -> None:
    for selection in regress.SELECTIONS.values():
        for chosen in selection:
            assert (regress.ROOT / chosen.partition("::")[0]).exists()


def test_rows_are_aligned() -> None:
    lines = table({"client": dict.fromkeys(PACKAGES, "ok")}).splitlines()
    assert {line.index(line.split()[1]) for line in lines} == {22}
