"""The marks: which contracts and changes a test runs at, what is refused, and what is told at the end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from qcontract import errors
from qcontract.contract import registry
from qcontract.emulator import Emulator
from qcontract.testing.selection import chosen
from qcontract.testing.tomorrow import CHANGES, names, plant

Run = Callable[..., pytest.RunResult]

CONTRACTS = """
import urllib.request, json, os
import pytest

@pytest.mark.qcontract_contracts("ionq-v0.4@*")
def test_ionq(ionq_server):
    assert ionq_server.contract in ("ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01")
    assert ionq_server.url.endswith("/v0.4") and "@" not in ionq_server.url
    assert ionq_server.client().contract == ionq_server.contract
    ionq_server.client().backends.list()
    assert list(ionq_server.basis) == [ionq_server.contract]

@pytest.mark.qcontract_contracts("*")
def test_of_the_vendor(qbraid):
    assert qbraid.contract == "qbraid-v2@2026-02-08"

@pytest.mark.qcontract_contracts("ionq-v0.3", "*-v2@*")
@pytest.mark.parametrize("letter", "ab")
def test_both(ionq_server, qbraid_server, letter):
    assert (ionq_server.contract, qbraid_server.contract) in (
        ("ionq-v0.3@2026-05-06", "qbraid-v2"), ("ionq-v0.4", "qbraid-v2@2026-02-08"))

@pytest.mark.qcontract_contracts("qbraid-v2@observed-2026-09")
def test_observed(qbraid_server):
    assert qbraid_server.client().contract == "qbraid-v2@2026-02-08"
    qbraid_server.client().backends.list()
    assert list(qbraid_server.basis) == ["qbraid-v2@observed-2026-09"]

@pytest.mark.qcontract_contracts("*")
def test_in_process(emulator):
    assert [emulator.base_url(api, "") for api in ("ionq-v0.3", "ionq-v0.4", "qbraid-v2")] == [
        "/v0.3", "/v0.4", "/api/v1"]
"""


def test_a_test_runs_once_at_each_contract(run: Run) -> None:
    result = run(CONTRACTS, "-v")
    result.assert_outcomes(passed=2 + 1 + 4 + 1 + 4)
    result.stdout.fnmatch_lines(
        [
            "*::test_ionq?ionq-v0.4@2026-05-15? PASSED*",
            "*::test_ionq?ionq-v0.4@2026-10-01? PASSED*",
            "*::test_both?a-ionq-v0.3@2026-05-06? PASSED*",
        ]
    )


def test_contracts_by_pattern() -> None:
    in_force = [str(entry.ref) for entry in registry() if entry.package]
    assert chosen(["*"]) == in_force
    assert chosen(["qbraid-v2", "ionq-*"]) == in_force
    assert chosen(["ionq-v0.4@2026-1?-*", "*"], ["ionq"]) == in_force[:3]


@pytest.mark.parametrize(
    ("patterns", "vendors", "message", "hint"),
    [
        ([], [], "no contract is named", "ionq-v0.4@"),
        (["ionq-v0.5@*"], [], "no contract in force fits 'ionq-v0.5@*'", "ionq-v0.4@2026-10-01"),
        (["ionq-v0.4@2026-10-02"], [], "there is no contract 'ionq-v0.4@2026-10-02'", "ionq-v0.4@2026-10-01"),
        (["ionq-v0.4@2026-04-08"], [], "the emulator does not serve ionq-v0.4@2026-04-08", "in force"),
        (["ionq-v0.3@2026-05-06.get-job"], [], "does not serve", "whole"),
        (["qbraid-v2@*"], ["ionq"], "none of them is a contract of ionq", ""),
        ([7], [], "'7' is no name of a contract", "texts"),
    ],
)
def test_a_pattern_that_names_nothing(patterns: list[str], vendors: list[str], message: str, hint: str) -> None:
    with pytest.raises(errors.ContractError) as caught:
        chosen(patterns, vendors)
    assert message in caught.value.message
    assert hint in (caught.value.hint or "")


MISUSED = {
    "qcontract_contracts('ionq-v9@*')": "*no contract in force fits 'ionq-v9@?'*known are ionq-*",
    "qcontract_contracts": "*no contract is named*",
    "qcontract_tomorrow('new-feild')": "*there is no change 'new-feild'*did you mean new-field*known are*rate-limit*",
    "qcontract_tomorrow(must_survive='remove')": "*there is no change 'remove'*did you mean removed*",
    "qcontract_tomorrow(must_survive=True)": "*there is no change 'True'*",
    "qcontract_tomorrow('xyz')": "*there is no change 'xyz'*known are new-status, new-value, *, rate-limit*",
    "qcontract_tomorrow(survive=['removed'])": "*it has no argument 'survive'*known are operation, must_survive*",
    "qcontract_tomorrow('removed', operation='getBackend5')": "*no operation 'getBackend5'*did you mean *getBackends*",
    "qcontract_tomorrow(operation='nosuch')": "*no operation 'nosuch'*known are getWhoami, *EstimateJobCost*",
    "qcontract_tomorrow(operation=['GetJob'])": "*no operation *'GetJob'*",
    "qcontract_contracts('*', api='x')": "*it has no argument 'api'*known are none*",
}


@pytest.mark.parametrize("mark", MISUSED)
def test_a_mark_that_cannot_be_used(run: Run, mark: str) -> None:
    result = run(f"import pytest\n@pytest.mark.{mark}\ndef test_it(ionq_server): pass\n")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    text = " ".join(result.stdout.lines)
    pytest.LineMatcher([text]).fnmatch_lines([MISUSED[mark]])
    assert "Traceback" not in text
    assert "test_it: a mark of qcontract cannot be used" in text


def test_a_mark_without_a_fixture(run: Run) -> None:
    result = run("import pytest\n@pytest.mark.qcontract_tomorrow\ndef test_it(): pass\n")
    result.stdout.fnmatch_lines(["*the test uses none of the fixtures ionq_server*"])
    assert result.ret == pytest.ExitCode.INTERRUPTED


def test_marks_are_known(run: Run) -> None:
    result = run("def test_it(): pass", "--markers")
    result.stdout.fnmatch_lines(
        ["@pytest.mark.qcontract_contracts(*", "@pytest.mark.qcontract_tomorrow(*", "@pytest.mark.qcontract_network:*"]
    )


TOMORROW = """
import json, urllib.error, urllib.request
import pytest

CIRCUIT = {"type": "ionq.circuit.v1", "backend": "simulator",
           "input": {"gateset": "qis", "qubits": 1, "circuit": [{"gate": "x", "target": 0}]}}

def ask(server, path, body=None):
    request = urllib.request.Request(server.url + path, json.dumps(body).encode() if body else None,
                                     {"authorization": f"apiKey {server.key}", "content-type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)

def careless(server):
    "What a program looks like that trusts every answer."
    job = ask(server, "/jobs", CIRCUIT)["id"]
    server.emulator.settle()
    state = ask(server, f"/jobs/{job}").get("status", "completed")
    return state, ask(server, f"/jobs/{job}/results/probabilities")

@pytest.mark.qcontract_tomorrow
def test_careless(ionq_server):
    assert careless(ionq_server) == ("completed", {"1": 1.0})

@pytest.mark.qcontract_tomorrow("new-field", "removed", must_survive=["new-field"])
def test_must_survive(ionq_server):
    careless(ionq_server)

@pytest.mark.qcontract_tomorrow("removed", must_survive=["removed"])
def test_must_not_break(ionq_server):
    careless(ionq_server)

@pytest.mark.qcontract_tomorrow("missing-field", operation="getBackends")
def test_elsewhere(ionq_server):
    assert [backend["backend"] for backend in ask(ionq_server, "/backends")]

@pytest.mark.qcontract_tomorrow("removed")
def test_reads_no_result(ionq_server):
    ask(ionq_server, "/backends")

@pytest.mark.qcontract_tomorrow("removed")
@pytest.mark.parametrize("reason", ["x"])
def test_broken_today(ionq_server, reason):
    raise KeyError(reason)

@pytest.fixture
def prepared(ionq_server):
    return careless(ionq_server)

@pytest.mark.qcontract_tomorrow("removed")
def test_fixture_breaks(prepared):
    pass
"""

TABLE = """
*test_careless
  new-status     WRONG, and only an assert noticed: AssertionError: assert*
  new-value      survived
  new-field      survived
  missing-field  survived
  wrong-type     WRONG, and only an assert noticed: AssertionError: assert*
  null           WRONG, and only an assert noticed: AssertionError: assert*
  renamed        survived
  removed        failed loudly: HTTPError: HTTP Error 410: Gone
  rate-limit     failed loudly: HTTPError: HTTP Error 429: Too Many Requests
*test_must_survive
  new-field  survived
  removed    failed loudly: HTTPError*
*test_must_not_break
  removed  failed loudly: HTTPError*
*test_elsewhere
  missing-field  *
*test_reads_no_result
  removed  not reached: no answer that the test read has a place for it
*test_broken_today[[]x]  (does not pass today either)
  removed  failed loudly: KeyError: 'x'
*test_fixture_breaks
  removed  failed loudly: HTTPError: HTTP Error 410: Gone
"""


def test_a_table_tells_who_survives_tomorrow(run: Run) -> None:
    result = run(TOMORROW, "-rN")
    result.stdout.fnmatch_lines(["*would the code survive tomorrow*", *TABLE.strip().splitlines()], consecutive=True)
    outcomes = result.parseoutcomes()
    assert outcomes["failed"] == 2, "what has to survive and does not, and what fails today"
    assert outcomes["passed"] + outcomes["xfailed"] + 2 == 7 + 9 + 2 + 5


def test_the_option_asks_every_test_about_tomorrow(run: Run) -> None:
    source = """
        def test_it(ionq):
            assert ionq.backends.list()
        def test_other():
            pass
    """
    run(source).assert_outcomes(passed=2)
    result = run("", "--qcontract-tomorrow")
    result.assert_outcomes(passed=2 + len(CHANGES))
    result.stdout.fnmatch_lines(["1 of 1 test that asked*"])


ELSEWHERE = """
import pytest
@pytest.mark.qcontract_contracts("ionq-v0.3", "qbraid-v2")
@pytest.mark.qcontract_tomorrow("removed", operation="{operation}")
def test_it(emulator): pass
"""


def test_an_operation_is_one_of_the_contracts_that_the_test_chose(run: Run) -> None:
    run(ELSEWHERE.format(operation="getOrgReport"), "--collect-only").stdout.fnmatch_lines(["*4 tests collected*"])
    result = run(ELSEWHERE.format(operation="getWhoami"))
    result.stdout.fnmatch_lines(["*there is no operation 'getWhoami'*"])
    assert result.ret == pytest.ExitCode.INTERRUPTED


def test_changes_are_called_like_the_faults_that_they_plant() -> None:
    for name, change in CHANGES.items():
        planted = {fault.settings.get("change", fault.kind) for faults in change.faults.values() for fault in faults}
        assert planted == {"new-value" if name == "new-status" else name}


def test_changes_by_name() -> None:
    assert names([]) == list(CHANGES)
    assert names(["removed", "new-field"]) == ["new-field", "removed"]
    with pytest.raises(errors.ConfigurationError, match="no change 'tomorrow'"):
        names(["tomorrow"])


@pytest.mark.parametrize("contract", [str(entry.ref) for entry in registry() if entry.package])
def test_every_change_is_planted_somewhere(contract: str) -> None:
    with Emulator() as emulator:
        planted = {name: plant(emulator, name, [contract]) for name in CHANGES}
        nowhere = {"renamed"} if contract.startswith("ionq-v0.3") else set()
        assert {name for name, rules in planted.items() if not rules} == nowhere


ASSUMED = """
import pytest
from qcontract import Circuit
def test_assumed(ionq):
    ionq.backends.list()
def test_documented(ionq):
    ionq.jobs.submit(Circuit(1).x(0))
def test_no_question(ionq):
    pass
def test_other():
    pass
"""


def test_the_end_tells_what_was_assumed(run: Run) -> None:
    result = run(ASSUMED)
    result.stdout.fnmatch_lines(
        ["*what the tests rest on*", "1 of 2 tests that asked*assumed*", "  ionq-v0.4@2026-10-01 getBackends  1 test"]
    )


@pytest.mark.parametrize("arguments", [(), ("-p", "no:qcontract")])
def test_a_run_without_the_emulator_is_not_bothered(run: Run, arguments: tuple[str, ...]) -> None:
    result = run("def test_it(): pass", *arguments)
    result.assert_outcomes(passed=1)
    assert "qcontract:" not in str(result.stdout)


def test_switched_off(run: Run) -> None:
    result = run("def test_it(ionq_server): pass", "-p", "no:qcontract")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*fixture 'ionq_server' not found*"])
