"""Whole runs on the emulator of every contract: the asymmetric circuit, native gates, several circuits, noise."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.command import ASYMMETRIC, CONTRACTS, Command

IONQ, QBRAID = CONTRACTS[:3], CONTRACTS[3]
V03, MAY, _ = IONQ
Write = Callable[[str | bytes], Path]

THIRD = math.pi / 3
QASM3 = 'OPENQASM 3.0;\ninclude "stdgates.inc";\nqubit[3] q;\nbit[3] c;\nx q[0];\nry(pi/3) q[2];\nc = measure q;\n'
QASM2 = 'OPENQASM 2.0;\ninclude "qelib1.inc";\nqreg q[3];\ncreg c[3];\nx q[0];\nry(pi/3) q[2];\nmeasure q -> c;\n'
NATIVE = {
    "gateset": "native",
    "qubits": 3,
    "circuit": [{"gate": "gpi", "target": 0, "phase": 0.0}, {"gate": "gpi2", "target": 2, "phase": 0.25}],
}
PAIR = {
    "gateset": "native",
    "qubits": 3,
    "circuit": [{"gate": "ms", "targets": [0, 2], "phases": [0.0, 0.0], "angle": 0.25}],
}
SEVERAL = {
    "gateset": "qis",
    "qubits": 3,
    "circuits": [
        {"circuit": [{"gate": "x", "target": 0}, {"gate": "ry", "target": 2, "rotation": THIRD}]},
        {"circuit": [{"gate": "x", "target": 1}], "name": "second"},
        {"gateset": "native", "circuit": [{"gate": "gpi", "target": 2, "phase": 0.0}]},
    ],
}
BELL = {"qubits": 2, "circuit": [{"gate": "h", "target": 0}, {"gate": "cnot", "control": 0, "target": 1}]}


def run(qcontract: Command, file: Path, contract: str, *more: str) -> dict[str, Any]:
    ended = qcontract("run", file, "--emulator", "--api", contract, "--format", "json", *more)
    assert ended.code == 0, ended
    result: dict[str, Any] = json.loads(ended.out)
    assert (result["schema"], result["origin"], result["contract"]) == ("qcontract.run/1", "emulator", contract)
    assert (result["status"], result["qubit0"]) == ("completed", "right")
    assert result["job"].startswith(f"{contract.partition('@')[0]}:")
    assert result["job"] in ended.err
    return result


def states(circuit: dict[str, Any]) -> dict[int, float]:
    """Probabilities by state, with qubit 0 as least significant bit."""
    return {int(bits, 2): p for bits, p in circuit["probabilities"].items()}


def exactly(wanted: dict[int, float]) -> Any:
    return pytest.approx(wanted, abs=1e-9)


def sampled(circuit: dict[str, Any], wanted: dict[int, float]) -> None:
    """Assert counts within five standard errors of what is expected."""
    counts = {int(bits, 2): number for bits, number in circuit["counts"].items()}
    shots = sum(counts.values())
    assert (circuit["estimated"], counts.keys() <= wanted.keys()) == (True, True)
    for state, p in wanted.items():
        assert abs(counts.get(state, 0) - shots * p) <= 5 * math.sqrt(shots * p * (1 - p)), counts


@pytest.mark.parametrize("contract", IONQ)
def test_the_asymmetric_circuit_is_exact_on_ionq(qcontract: Command, contract: str) -> None:
    (circuit,) = run(qcontract, ASYMMETRIC, contract)["circuits"]
    assert (circuit["qubits"], circuit["counts"], circuit["estimated"]) == (3, None, False)
    assert states(circuit) == exactly({1: 0.75, 5: 0.25})


def test_the_asymmetric_circuit_is_sampled_on_qbraid(qcontract: Command) -> None:
    result = run(qcontract, ASYMMETRIC, QBRAID, "--shots", "2000", "--seed", "7")
    (circuit,) = result["circuits"]
    sampled(circuit, {1: 0.75, 5: 0.25})
    assert result["shots"] == sum(circuit["counts"].values()) == 2000


@pytest.mark.parametrize("contract", IONQ)
def test_native_gates_on_ionq(qcontract: Command, file: Write, contract: str) -> None:
    (circuit,) = run(qcontract, file(json.dumps(NATIVE)), contract)["circuits"]
    assert states(circuit) == exactly({1: 0.5, 5: 0.5})


def test_native_gates_on_qbraid(qcontract: Command, file: Write) -> None:
    result = run(qcontract, file(json.dumps(PAIR)), QBRAID, "--backend", "ionq:ionq:sim:simulator")
    sampled(result["circuits"][0], {0: 0.5, 5: 0.5})


@pytest.mark.parametrize("contract", IONQ)
def test_several_circuits(qcontract: Command, file: Write, contract: str) -> None:
    result = run(qcontract, file(json.dumps(SEVERAL)), contract)
    assert [states(circuit) for circuit in result["circuits"]] == [
        exactly({1: 0.75, 5: 0.25}),
        exactly({2: 1.0}),
        exactly({4: 1.0}),
    ]


@pytest.mark.parametrize("contract", IONQ)
def test_noise(qcontract: Command, file: Write, contract: str) -> None:
    options = ("--noise", "aria-1", "--shots", "20000")
    (circuit,) = run(qcontract, file(json.dumps(BELL)), contract, *options)["circuits"]
    found = states(circuit)
    assert found.keys() == {0, 1, 2, 3}, "noise reaches every state"
    assert 0 < found[1] + found[2] < 0.05


@pytest.mark.parametrize(("text", "contract"), [(QASM3, IONQ[2]), (QASM3, QBRAID), (QASM2, QBRAID)])
def test_openqasm(qcontract: Command, file: Write, text: str, contract: str) -> None:
    (circuit,) = run(qcontract, file(text), contract)["circuits"]
    if contract == QBRAID:
        sampled(circuit, {1: 0.75, 5: 0.25})
    else:
        assert states(circuit) == exactly({1: 0.75, 5: 0.25})


@pytest.mark.parametrize(
    ("content", "contract", "words"),
    [
        (QASM3, IONQ[0], ["takes no OpenQASM"]),
        (QASM3, IONQ[1], ["takes no OpenQASM", "ionq-v0.4@2026-10-01"]),
        (QASM2, IONQ[2], ["takes OpenQASM 3", "OpenQASM 2"]),
        (json.dumps(SEVERAL), QBRAID, ["one circuit per job"]),
    ],
)
def test_what_a_contract_cannot_express_is_refused_before_sending(
    qcontract: Command, file: Write, content: str, contract: str, words: list[str]
) -> None:
    qcontract("run", file(content), "--emulator", "--api", contract).refused(2, contract, *words)


def test_qbraid_has_no_noise_models(qcontract: Command) -> None:
    ended = qcontract("run", ASYMMETRIC, "--emulator", "--api", QBRAID, "--noise", "aria-1")
    ended.refused(2, "has no noise models", "leave that option out")


@pytest.mark.parametrize(
    ("more", "code", "words"),
    [
        (
            ["--backend", "qpu.nowhere", "--yes"],
            5,
            ["HTTP 400", "list() has no 'qpu.nowhere': ", "simulator, "],
        ),
        (["--backend", "qpu.nowhere"], 5, ["EstimateJobCost", "HTTP 400", "list() has no 'qpu.nowhere': "]),
        (["--api", V03, "--backend", "qpu.aria1", "--yes"], 5, ["HTTP 400", "'qpu.aria1': did you mean qpu.aria-1"]),
        (["--api", "qbraid-v2", "--backend", "a:b:qpu:c", "--yes"], 5, ["HTTP 404", "a:b:qpu:c", "known are aws:"]),
        (["--shots", "9999999999"], 5, ["HTTP 400", "shots: the value is greater than the maximum of 1000000"]),
        (["--noise", "aria-9"], 1, ["failed", "no noise model 'aria-9'; known are ideal, aria-1"]),
        (["--timeout", "0.000001"], 6, ["is still", "give it a longer --timeout"]),
    ],
)
def test_what_the_emulator_refuses(qcontract: Command, more: list[str], code: int, words: list[str]) -> None:
    qcontract("run", ASYMMETRIC, "--emulator", *more).refused(code, *words)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--api", V03, "--backend", "qpu.nowhere"], ["its price is not known", "backends.list()"]),
        (["--api", V03, "--noise", "aria-9"], ["has no noise model 'aria-9'", "known are aria-1, forte-1, harmony"]),
        (["--api", MAY, "--noise", "aria-9"], ["has no noise model 'aria-9'", "did you mean aria-2 or aria-1?"]),
    ],
)
def test_what_a_contract_lists_is_known_before_sending(qcontract: Command, more: list[str], words: list[str]) -> None:
    qcontract("run", ASYMMETRIC, "--emulator", *more).refused(2, *words)


def test_a_circuit_that_is_too_wide(qcontract: Command, file: Write) -> None:
    ended = qcontract("run", file(json.dumps({"qubits": 10**30, "circuit": []})), "--emulator")
    assert ended.code in {1, 5}
    ended.refused(ended.code, "error: ")
