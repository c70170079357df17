"""The list of deviations is true: each entry happens, nothing else does, and all who show it show the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import support.deviating_choices
import support.deviating_requests  # noqa: F401 - both fill SCENES
from attrs import evolve
from qcontract.cli.emulator import emulator as command
from qcontract.contract import ContractRef, effective
from qcontract.emulator import Emulator, Request
from qcontract.emulator.checks import checks
from qcontract.emulator.control.counters import Counts
from qcontract.emulator.deviations import deviation, deviations, table
from qcontract.emulator.http import Answer
from qcontract.emulator.mounts import Mounts
from qcontract.emulator.selfcheck import broken
from support.command import invoked
from support.deviating import SCENES, World, unlisted

ROOT = Path(__file__).parents[2]
CONTRACTS = Mounts([]).contracts


def operations(contract: str) -> list[str]:
    return [one.operation_id for one in effective(contract).operations]


def covered() -> list[Any]:
    """Every deviation at every contract where it can happen."""
    return [
        pytest.param(entry.name, contract, id=f"{entry.name}-{contract}")
        for entry in deviations()
        for contract in CONTRACTS
        if any(entry.covers(contract, operation) for operation in operations(contract))
    ]


def test_every_entry_has_a_scene() -> None:
    assert sorted(SCENES) == sorted(entry.name for entry in deviations())


@pytest.mark.parametrize(("name", "contract"), covered())
def test_it_happens_and_nothing_that_is_not_listed(emulator: Emulator, name: str, contract: str) -> None:
    """What recorded answers do is held to the effective contract by the gate of tests/cassette."""
    world = World(emulator, contract, key=f"{name}-{contract}")
    SCENES[name](world)
    assert emulator.violations == ()
    assert list(unlisted(emulator.basis(world.key))) == []


def test_entries_name_operations_that_there_are() -> None:
    for entry in deviations():
        for place, names in entry.where.items():
            known = {
                one
                for contract in CONTRACTS
                if contract.startswith(place.replace("*", ""))
                for one in operations(contract)
            }
            assert {*names} <= known | {"*"}, entry.name


class TestTheSelfCheck:
    @pytest.fixture(params=CONTRACTS)
    def contract(self, request: pytest.FixtureRequest) -> str:
        return str(request.param)

    def test_excuses_a_status_only_where_it_is_listed(self, contract: str) -> None:
        for operation in checks(contract).contract.operations:
            for status in (202, 302, 402, 405, 406, 409, 410, 415, 418, 422, 501, 502):
                answer = Answer(status, {"error": "", "message": "", "statusCode": status})
                listed = any(status in e.statuses and e.covers(contract, operation.operation_id) for e in deviations())
                told = broken(checks(contract), operation, answer)
                if not checks(contract).declares(operation, status):
                    assert told is None if listed else told == f"the status {status} is not declared"

    def test_excuses_missing_members_only_where_that_is_listed(self, emulator: Emulator) -> None:
        for contract, name in (("ionq-v0.3@2026-05-06", "getJob"), ("ionq-v0.4@2026-10-01", "GetJob")):
            world = World(emulator, contract, key="missing")
            job = world.run(world.submission())
            operation = world.operation(name)
            answer = Answer(200, {"id": job["id"]})
            assert "required" in str(broken(world.checks, operation, answer))
            chosen = evolve(answer, deviations=("chosen-members",))
            wrong = evolve(chosen, content={"id": 5})
            if deviation("chosen-members").covers(contract, name):
                assert broken(world.checks, operation, chosen) is None
                assert "not of type" in str(broken(world.checks, operation, wrong))
            else:
                assert "is not listed for it" in str(broken(world.checks, operation, chosen))

    def test_looks_at_files_of_other_kinds(self) -> None:
        contract = checks("ionq-v0.4@2026-10-01")
        operation = contract.operations["GET", "/jobs/{}/artifacts/{}"]
        text = Answer(200, "OPENQASM 3.0;", headers={"content-type": "text/plain; charset=utf-8"}, encoded=True)
        assert broken(contract, operation, text) is None
        page = evolve(text, headers={"content-type": "text/html"})
        assert broken(contract, operation, page) == "the media type text/html is not declared"


BASELINES = sorted((ROOT / "tests/contract/tcp/baseline").glob("*.json"))


@pytest.mark.parametrize("path", BASELINES, ids=lambda path: path.stem)
def test_what_schemathesis_is_told_to_accept_is_listed(path: Path) -> None:
    """A reason is the names of deviations, each of which is about the operation."""
    contract = path.stem
    names = {f"{one.method} {one.path}": one.operation_id for one in effective(ContractRef.parse(contract)).operations}
    for entry in json.loads(path.read_text())["entries"]:
        for name in entry["reason"].split(", "):
            assert deviation(name).covers(contract, names[entry["operation"]]), (entry, name)


def test_the_guide_the_command_and_the_control_show_the_list(emulator: Emulator) -> None:
    guide = (ROOT / "wrapper/docs/emulator.md").read_text(encoding="utf-8")
    assert f"\n\n{table()}\n" in guide, "write what `qcontract emulator --deviations` prints"
    told = invoked(command, ["--deviations"])
    assert (told.exit_code, told.stdout) == (0, table() + "\n")
    shown = emulator.handle(Request("GET", "/_qcontract/deviations")).json()
    assert shown["deviations"] == [entry.to_json() for entry in deviations()]


def test_an_assumption_that_is_not_listed_is_noticed() -> None:
    counts: Counts = {"ionq-v0.4@2026-10-01": {"getWhoami": {"assumed": 1}, "GetJobs": {"assumed": 2}}}
    assert list(unlisted(counts)) == ["ionq-v0.4@2026-10-01 getWhoami"]
