"""The kernel against dense matrices that share no code with it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract.emulator.simulation import engines, ideal, ionq_json, kernel
from qcontract.emulator.simulation.failures import CircuitFailure
from qcontract.emulator.simulation.kernel import zero_state
from qcontract.emulator.simulation.lowering import PRECISION, lower
from support.dense import QUBITS, SINGLE, distance, expected, native_gates, qis_gates, unitary


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.lists(qis_gates(), max_size=8))
def test_random_qis_circuits_have_the_amplitudes_of_dense_matrices(circuit: list[dict[str, Any]]) -> None:
    found = ideal.run(ionq_json.parse({"qubits": QUBITS, "circuit": circuit}))
    np.testing.assert_allclose(found, expected(circuit, QUBITS), atol=1e-10)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(qis_gates(), max_size=6), st.sampled_from([1, 2, 4, 8]))
def test_work_in_blocks_changes_nothing(circuit: list[dict[str, Any]], block: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kernel, "_BLOCK", block)
        patch.setattr(kernel, "_SHORT", 4)
        found = ideal.run(ionq_json.parse({"qubits": QUBITS, "circuit": circuit}))
    np.testing.assert_allclose(found, expected(circuit, QUBITS), atol=1e-10)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(native_gates(), max_size=8))
def test_random_native_circuits_have_the_amplitudes_of_dense_matrices(circuit: list[dict[str, Any]]) -> None:
    found = ideal.run(ionq_json.parse({"qubits": QUBITS, "circuit": circuit, "gateset": "native"}))
    np.testing.assert_allclose(found, expected(circuit, QUBITS, native=True), atol=1e-10)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(qis_gates(), max_size=4))
def test_lowering_to_two_qubits_changes_only_a_phase(circuit: list[dict[str, Any]]) -> None:
    parsed = ionq_json.parse({"qubits": QUBITS, "circuit": circuit})
    exact = all(getattr(operation, "commuting", True) for operation in parsed.operations)
    state = zero_state(QUBITS)
    gates = lower(parsed.operations, 100_000)
    assert gates is not None
    for gate in gates:
        gate.apply(state)
    assert all(len(gate.targets) + len(gate.controls) <= 2 for gate in gates)
    assert distance(state, expected(circuit, QUBITS)) < (1e-7 if exact else len(circuit) * PRECISION)


def test_an_evolution_of_terms_that_do_not_commute_is_lowered_to_the_stated_precision() -> None:
    gate = {
        "gate": "pauliexp",
        "targets": [2, 0, 1],
        "terms": ["XXI", "ZIZ", "IYY"],
        "coefficients": [0.5, -0.3, 0.9],
        "time": 2.0,
    }
    gates = lower(ionq_json.parse({"circuit": [gate]}).operations, 10_000)
    assert gates is not None
    found = np.eye(8, dtype=complex)
    for one in gates:
        for column in found.T:
            one.apply(column)
    assert distance(found, unitary([gate], 3)) < PRECISION
    with pytest.raises(CircuitFailure) as caught:
        lower(ionq_json.parse({"circuit": [{**gate, "time": 300}]}).operations, 10_000)
    assert caught.value.code == "QuantumCircuitComplexityError"


@pytest.mark.parametrize("name", [*SINGLE, "rx", "ry", "rz"])
def test_several_targets_mean_the_gate_on_each(name: str) -> None:
    extra = {"rotation": 0.7} if name.startswith("r") else {}
    before = [{"gate": "h", "targets": [0, 1, 2]}, {"gate": "t", "target": 1}]
    together = [*before, {"gate": name, "targets": [0, 2], **extra}]
    apart = [*before, {"gate": name, "target": 0, **extra}, {"gate": name, "targets": [2], **extra}]
    a, b = (ideal.run(ionq_json.parse({"circuit": circuit})) for circuit in (together, apart))
    np.testing.assert_allclose(a, b, atol=1e-15)


def test_the_letters_of_an_evolution_can_be_read_from_either_end(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = {"gate": "pauliexp", "targets": [0, 1], "terms": ["XI"], "coefficients": [1.0], "time": 0.4}
    found = ideal.run(ionq_json.parse({"circuit": [gate]}))
    np.testing.assert_allclose(found, expected([gate], 2), atol=1e-12)
    monkeypatch.setenv(ionq_json.ORDER_VARIABLE, "first")
    other = ideal.run(ionq_json.parse({"circuit": [gate]}))
    np.testing.assert_allclose(other, expected([{**gate, "terms": ["IX"]}], 2), atol=1e-12)
    assert np.abs(found - other).max() > 0.1


@pytest.mark.parametrize(
    ("terms", "commute"),
    [
        (["XX", "ZZ"], True),
        (["XYI", "ZZI", "IIZ"], True),
        (["XI", "ZI"], False),
        (["ZZZ", "XXX"], False),
        (["X"], True),
    ],
)
def test_terms_that_commute_are_recognised(terms: list[str], commute: bool) -> None:
    targets = [*range(len(terms[0]))]
    gate = {"gate": "pauliexp", "targets": targets, "terms": terms, "coefficients": [0.5] * len(terms), "time": 1.0}
    (operation,) = ionq_json.parse({"circuit": [gate]}).operations
    assert getattr(operation, "commuting", None) is commute


SPELLINGS = (
    ([{"gate": "cnot", "control": 0, "target": 1}], {"gate": "x", "controls": [0], "targets": [1]}),
    ([{"gate": "x", "targets": [1], "controls": [0]}], {"gate": "x", "controls": [0], "targets": [1]}),
    ([{"gate": "not", "target": 1, "controls": [0]}], {"gate": "x", "controls": [0], "targets": [1]}),
    ([{"gate": "cnot", "controls": [0, 2], "target": 1}], {"gate": "x", "controls": [0, 2], "targets": [1]}),
    ([{"gate": "swap", "targets": [1, 2], "controls": [0]}], {"gate": "swap", "controls": [0], "targets": [1, 2]}),
    ([{"gate": "swap", "targets": [1, 2], "control": 0}], {"gate": "swap", "controls": [0], "targets": [1, 2]}),
    ([{"gate": "z", "rotation": 0.3, "targets": [1], "controls": [0]}], {"gate": "z", "rotation": 0.3, "target": 0}),
    ([{"gate": "h", "targets": [0.0, 1.0, 2.0]}], {"gate": "h", "targets": [0, 1, 2]}),
)


@pytest.mark.parametrize(("sent", "meant"), SPELLINGS)
def test_every_spelling_of_a_gate_means_the_same(sent: list[dict[str, Any]], meant: dict[str, Any]) -> None:
    if meant["gate"] == "z":  # a phase gate is symmetric in its qubits
        meant = {**meant, "target": 0, "controls": [1]}
    start = [{"gate": "ry", "rotation": 0.4 + q, "target": q} for q in range(3)]
    found = ideal.run(ionq_json.parse({"qubits": 3, "circuit": [*start, *sent]}))
    np.testing.assert_allclose(found, expected([*start, meant], 3), atol=1e-12)


def test_native_zz_takes_its_angle_under_both_names_and_nop_does_nothing() -> None:
    start = [{"gate": "gpi2", "phase": 0, "targets": [0, 1]}]
    circuits = [[*start, {"gate": "zz", "targets": [0, 1], name: 0.1}, {"gate": "nop"}] for name in ("angle", "phase")]
    a, b = (ideal.run(ionq_json.parse({"circuit": circuit, "gateset": "native"})) for circuit in circuits)
    np.testing.assert_allclose(a, b, atol=0)


def test_single_precision_agrees_with_double_precision(monkeypatch: pytest.MonkeyPatch) -> None:
    circuit = [{"gate": "h", "targets": [*range(8)]}]
    circuit += [{"gate": "xx", "targets": [i, (i + 3) % 8], "rotation": 0.3 + i} for i in range(8)]
    circuit += [{"gate": "rz", "target": i, "rotation": 0.2 * i, "control": (i + 1) % 8} for i in range(8)]
    parsed = ionq_json.parse({"circuit": [*circuit, {"gate": "h", "targets": [*range(8)]}]})
    double = ideal.distribution(ideal.probabilities(ideal.run(parsed)))
    monkeypatch.setattr(engines, "DOUBLE_PRECISION_QUBITS", 1)
    single = ideal.distribution(ideal.probabilities(ideal.run(parsed)))
    assert ideal.run(parsed).dtype == np.complex64
    assert sum(single.values()) == pytest.approx(1, abs=1e-12)
    assert max(abs(double.get(k, 0) - single.get(k, 0)) for k in {*double, *single}) < 1e-6


def test_probabilities_sum_to_one_and_impossible_states_are_left_out() -> None:
    circuit = [
        {"gate": "h", "targets": [0, 1]},
        {"gate": "h", "target": 1},
        {"gate": "cnot", "control": 0, "target": 3},
    ]
    found = ideal.distribution(ideal.probabilities(ideal.run(ionq_json.parse({"circuit": circuit}))))
    assert found == {"0": pytest.approx(0.5), "9": pytest.approx(0.5)}
    assert sum(found.values()) == pytest.approx(1, abs=1e-15)
