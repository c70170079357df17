"""Circuits that cannot run: the codes that a failed job carries."""

from __future__ import annotations

from typing import Any

import pytest
from qcontract.emulator.simulation.run import outcomes

GATE = {"gate": "x", "target": 0}


def outcome(program: object, form: str = "ionq", **order: object) -> dict[str, Any]:
    base = {"mode": "exact", "shots": 100, "seed": 1, "max_qubits": 29, "memory": 1 << 30}
    return outcomes({**base, "circuits": [{"format": form, "program": program}], **order})[0]


def code(program: object, form: str = "ionq", **order: object) -> str:
    found = outcome(program, form, **order)
    assert set(found) == {"failure"}, found
    assert found["failure"]["message"]
    return str(found["failure"]["code"])


@pytest.mark.parametrize(
    ("circuit", "wanted"),
    [
        ([{"gate": "foo", "target": 0}], "UnsupportedGate"),
        ([{"gate": "gpi", "target": 0, "phase": 0}], "UnsupportedGate"),
        ([{"target": 0}], "InvalidInput"),
        (["x 0"], "InvalidInput"),
        ([{"gate": "x"}], "PreflightError"),
        ([{"gate": "x", "target": 0, "targets": [0]}], "PreflightError"),
        ([{"gate": "x", "target": -1}], "PreflightError"),
        ([{"gate": "x", "target": 0.5}], "PreflightError"),
        ([{"gate": "x", "target": True}], "PreflightError"),
        ([{"gate": "x", "target": 10**400}], "PreflightError"),
        ([{"gate": "x", "target": 5}], "PreflightError"),
        ([{"gate": "x", "target": 0, "control": 0}], "PreflightError"),
        ([{"gate": "x", "target": 0, "rotation": 1}], "PreflightError"),
        ([{"gate": "cnot", "target": 0}], "PreflightError"),
        ([{"gate": "swap", "targets": [0]}], "PreflightError"),
        ([{"gate": "xx", "targets": [0, 1, 2], "rotation": 1}], "PreflightError"),
        ([{"gate": "rx", "target": 0}], "PreflightError"),
        ([{"gate": "rx", "target": 0, "rotation": float("nan")}], "PreflightError"),
        ([{"gate": "rx", "target": 0, "rotation": float("inf")}], "PreflightError"),
        ([{"gate": "rx", "target": 0, "rotation": "1"}], "PreflightError"),
        ([{"gate": "x", "target": 8, "controls": [*range(8)]}], "TooManyControls"),
        ([{"gate": "pauliexp", "targets": [0], "terms": ["XX"], "coefficients": [1], "time": 1}], "PreflightError"),
        ([{"gate": "pauliexp", "targets": [0], "terms": ["X"], "coefficients": [], "time": 1}], "PreflightError"),
        (
            [{"gate": "pauliexp", "targets": [0], "terms": ["X", "Z"], "coefficients": [1, 1], "time": 1e9}],
            "QuantumCircuitComplexityError",
        ),
        ("x", "InvalidInput"),
        (None, "InvalidInput"),
    ],
)
def test_a_malformed_gate_ends_the_job(circuit: object, wanted: str) -> None:
    assert code({"qubits": 5 if "8" not in str(circuit) else 9, "circuit": circuit}) == wanted


@pytest.mark.parametrize(
    ("program", "wanted"),
    [
        ({}, "InvalidInput"),
        ([], "InvalidInput"),
        ({"circuit": [], "gateset": "other"}, "InvalidInput"),
        ({"circuit": [], "qubits": True}, "InvalidInput"),
        ({"circuit": [], "qubits": 1.5}, "InvalidInput"),
        ({"circuit": [], "qubits": 0}, "NotEnoughQubits"),
        ({"circuit": [], "qubits": 40}, "NotEnoughQubits"),
        ({"circuit": [{"gate": "x", "target": 40}]}, "NotEnoughQubits"),
        ({"circuit": [GATE], "gateset": "native"}, "UnsupportedGate"),
        ({"circuit": [{"gate": "ms", "targets": [0, 1], "phases": [0]}], "gateset": "native"}, "PreflightError"),
        ({"circuit": [{"gate": "gpi", "target": 0, "phase": 0, "control": 1}], "gateset": "native"}, "PreflightError"),
    ],
)
def test_a_malformed_circuit_ends_the_job(program: object, wanted: str) -> None:
    assert code(program) == wanted


def test_a_missing_qubit_count_is_the_highest_qubit_plus_one() -> None:
    assert outcome({"circuit": [{"gate": "x", "target": 4}]})["qubits"] == 5


def test_memory_is_admitted_by_size_and_not_by_count() -> None:
    assert code({"circuit": [], "qubits": 24}, memory=100 << 20) == "SimulationError"
    assert "probabilities" in outcome({"circuit": [], "qubits": 14}, memory=100 << 20)


def test_a_result_with_too_many_states_is_refused() -> None:
    assert code({"circuit": [{"gate": "h", "targets": [*range(21)]}], "qubits": 21}) == "SimulationError"


@pytest.mark.parametrize("model", ["harmony", "forte-enterprise-1", "harmony-2"])
def test_noise_models_without_published_rates_are_refused(model: str) -> None:
    assert code({"circuit": [GATE]}, mode="noisy", model=model) == "SimulationError"


def test_an_unknown_noise_model_and_too_many_qubits_for_a_known_one_are_refused() -> None:
    assert code({"circuit": [GATE]}, mode="noisy", model="nothing") == "InvalidInput"
    assert code({"circuit": [GATE], "qubits": 26}, mode="noisy", model="aria-1", memory=1 << 40) == "NotEnoughQubits"


def test_an_unknown_format_is_refused() -> None:
    assert code("BC", "qir") == "PreflightError"


def test_one_bad_circuit_leaves_the_others_their_results() -> None:
    order = {"mode": "exact", "shots": 1, "seed": 1, "max_qubits": 29, "memory": 1 << 30}
    circuits = [{"format": "ionq", "program": program} for program in ({"circuit": [GATE]}, {}, {"circuit": [GATE]})]
    assert ["failure" in one for one in outcomes({**order, "circuits": circuits})] == [False, True, False]


def test_a_job_without_circuits_fails_and_the_next_one_runs(client, circuit_job):
    """Found by schemathesis: it ended the thread that runs jobs."""
    empty = {"type": "ionq.multi-circuit.v1", "backend": "simulator", "input": {"gateset": "qis", "circuits": []}}
    assert client.run("/v0.4", empty)["failure"]["code"] == "InvalidInput"
    assert client.run("/v0.3", {"target": "simulator", "input": {"circuits": []}})["failure"]["code"] == "InvalidInput"
    assert client.run("/v0.4", circuit_job())["status"] == "completed"
