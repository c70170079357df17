"""The numpy kernel and qulacs: the same operations, the same states, and dense matrices as the judge of both."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract.emulator.simulation import engines, ideal, ionq_json, noise
from qcontract.emulator.simulation.failures import CircuitFailure
from qcontract.emulator.simulation.fusion import fused
from qcontract.emulator.simulation.run import outcomes
from support.dense import QUBITS, expected, native_gates, qis_gates

NAMES = ("numpy", "qulacs")
ORDER = {"mode": "exact", "shots": 1, "seed": 1, "max_qubits": 29, "memory": 1 << 30}


@pytest.fixture(params=NAMES, scope="module")
def engine(request: pytest.FixtureRequest) -> engines.Engine:
    if request.param == "numpy":
        return engines.NumpyEngine()
    pytest.importorskip("qulacs", reason="qulacs is not installed: pip install 'qcontract[sim]'")
    from qcontract.emulator.simulation.qulacs_engine import QulacsEngine

    return QulacsEngine()


@settings(max_examples=120, deadline=None, derandomize=True)
@given(circuit=st.lists(qis_gates(), max_size=8))
def test_an_engine_has_the_amplitudes_of_dense_matrices(engine: engines.Engine, circuit: list[dict[str, Any]]) -> None:
    found = ideal.run(ionq_json.parse({"qubits": QUBITS, "circuit": circuit}), engine)
    np.testing.assert_allclose(found, expected(circuit, QUBITS), atol=1e-9)


@settings(max_examples=30, deadline=None, derandomize=True)
@given(circuit=st.lists(native_gates(), max_size=8))
def test_an_engine_knows_native_gates(engine: engines.Engine, circuit: list[dict[str, Any]]) -> None:
    found = ideal.run(ionq_json.parse({"qubits": QUBITS, "circuit": circuit, "gateset": "native"}), engine)
    np.testing.assert_allclose(found, expected(circuit, QUBITS, native=True), atol=1e-9)


def wide(qubits: int) -> list[dict[str, Any]]:
    """A circuit on many qubits that has every kind of gate."""
    gates: list[dict[str, Any]] = [{"gate": "h", "targets": [*range(qubits)]}]
    for q in range(qubits):
        a, b, c = ((q + step) % qubits for step in (1, 3, 5))
        gates += [
            {"gate": "rx", "rotation": 0.1 + q, "target": q},
            {"gate": "t", "target": a},
            {"gate": "cnot", "control": q, "target": b},
            {"gate": "yy", "targets": [q, c], "rotation": 0.2 * q},
            {"gate": "z", "rotation": 0.3, "controls": [a, b], "target": c},
            {"gate": "pauliexp", "targets": [a, q, b], "terms": ["XYZ", "IYZ"], "coefficients": [1, 2], "time": 0.2},
        ]
    return gates


def test_engines_agree_on_many_qubits(engine: engines.Engine) -> None:
    turns = {"gate": "pauliexp", "targets": [1, 4], "terms": ["XY", "ZI"], "coefficients": [0.3, 0.4], "time": 0.5}
    circuit = ionq_json.parse({"circuit": [*wide(12), turns, {**turns, "controls": [7]}]})
    plain = engines.NumpyEngine()(12, circuit.operations)
    np.testing.assert_allclose(ideal.run(circuit, engine), plain, atol=1e-9)


def test_noisy_samples_are_the_same_with_every_engine_and_however_many_runs_share_a_state(
    engine: engines.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    circuit = ionq_json.parse({"circuit": wide(6)[:25]})
    rates = noise.Model(0.01, 0.05, 29)
    found = noise.sample(circuit, rates, 100, 3, engine)
    for lanes in (1, 64 * 3):
        monkeypatch.setattr(engines.NumpyEngine, "lanes", lanes)
        assert noise.sample(circuit, rates, 100, 3) == found
    assert len(found) > 10


def test_runs_of_gates_on_one_qubit_become_one_gate_each() -> None:
    circuit = [
        {"gate": "h", "targets": [0, 1]},
        {"gate": "t", "target": 0},
        {"gate": "cnot", "control": 0, "target": 1},
    ]
    joined = list(fused(ionq_json.parse({"circuit": [*circuit, *circuit]}).operations))
    assert [len(one.targets) + len(one.controls) for one in joined] == [1, 1, 2, 1, 1, 2]


def test_an_engine_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(engines.ENGINE_VARIABLE, "numpy")
    assert isinstance(engines.choose(20, 1 << 40), engines.NumpyEngine)
    monkeypatch.delenv(engines.ENGINE_VARIABLE)
    monkeypatch.setattr(engines, "find_spec", lambda _: None)
    assert isinstance(engines.choose(20, 1 << 40), engines.NumpyEngine)
    monkeypatch.setenv(engines.ENGINE_VARIABLE, "qulacs")
    with pytest.raises(CircuitFailure, match=r"qcontract\[sim\]"):
        engines.choose(20, 1 << 40)


def test_qulacs_is_chosen_where_it_is_installed_fits_and_pays(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("qulacs", reason="qulacs is not installed: pip install 'qcontract[sim]'")
    monkeypatch.delenv(engines.ENGINE_VARIABLE, raising=False)
    chosen = {(q, m): type(engines.choose(q, m)).__name__ for q, m in ((4, 1 << 30), (20, 1 << 30), (27, 2 << 30))}
    assert list(chosen.values()) == ["NumpyEngine", "QulacsEngine", "NumpyEngine"]


@pytest.mark.parametrize(("gib", "admitted"), [(8, False), (11, True)])
def test_29_qubits_are_admitted_by_their_bytes(gib: int, admitted: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that large is run here: a result that the run would give stands in its place."""
    monkeypatch.setattr("qcontract.emulator.simulation.run._result", lambda *_: {"probabilities": {}})
    source = {"format": "ionq", "program": {"qubits": 29, "circuit": []}}
    found = outcomes({**ORDER, "memory": gib << 30, "circuits": [source]})[0]
    assert ("failure" not in found) is admitted
    assert admitted or found["failure"]["code"] == "SimulationError"
