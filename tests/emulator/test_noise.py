"""Trajectories against the exact channel on a density matrix, which shares no code with them."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest
from qcontract.emulator.simulation import ionq_json, noise
from qcontract.emulator.simulation.gates import PAULIS
from qcontract.emulator.simulation.noise import Model
from qcontract.emulator.simulation.run import outcomes

CIRCUIT = [
    {"gate": "h", "target": 0},
    {"gate": "cnot", "control": 0, "target": 1},
    {"gate": "ry", "rotation": 0.7, "target": 1},
    {"gate": "zz", "targets": [1, 0], "rotation": 0.9},
    {"gate": "rx", "rotation": 1.1, "target": 0},
]


def full(factors: dict[int, Any]) -> Any:
    return np.kron(factors.get(1, np.eye(2)), factors.get(0, np.eye(2)))


def exact_channel(rates: Model) -> Any:
    """rho -> U rho U*, then (1-r) rho + r * (mean over all Pauli operators of the gate's qubits)."""
    x, z, h = PAULIS["X"], PAULIS["Z"], np.array([[1, 1], [1, -1]]) / np.sqrt(2)
    zero, one = np.diag([1, 0]), np.diag([0, 1])
    ry = np.array([[np.cos(0.35), -np.sin(0.35)], [np.sin(0.35), np.cos(0.35)]])
    rx = np.cos(0.55) * np.eye(2) - 1j * np.sin(0.55) * x
    zz = np.cos(0.45) * np.eye(4) - 1j * np.sin(0.45) * np.kron(z, z)
    steps = [
        (full({0: h}), [0]),
        (full({0: zero}) + full({0: one, 1: x}), [0, 1]),
        (full({1: ry}), [1]),
        (zz, [0, 1]),
        (full({0: rx}), [0]),
    ]
    rho = np.zeros((4, 4), dtype=complex)
    rho[0, 0] = 1
    for unitary, qubits in steps:
        rho = unitary @ rho @ unitary.conj().T
        rate = rates.one if len(qubits) == 1 else rates.two
        errors = [
            full(dict(zip(qubits, paulis, strict=True))) for paulis in product(PAULIS.values(), repeat=len(qubits))
        ]
        rho = (1 - rate) * rho + rate * sum(e @ rho @ e.conj().T for e in errors) / len(errors)
    return np.diag(rho).real


def test_trajectories_follow_the_exact_channel() -> None:
    rates, shots = Model(0.05, 0.2, 29), 40_000
    counts = noise.sample(ionq_json.parse({"circuit": CIRCUIT}), rates, shots, seed=3)
    found = np.array([counts.get(state, 0) / shots for state in range(4)])
    assert np.abs(found - exact_channel(rates)).sum() / 2 < 0.012
    assert np.abs(exact_channel(rates) - exact_channel(Model(0, 0, 29))).sum() / 2 > 0.05


def test_the_same_seed_gives_the_same_counts_and_another_seed_others() -> None:
    parsed = ionq_json.parse({"circuit": CIRCUIT})
    first, again, other = (noise.sample(parsed, noise.MODELS["aria-1"], 2000, seed) for seed in (1, 1, 2))
    assert first == again
    assert first != other
    assert sum(first.values()) == 2000


@pytest.mark.parametrize("name", sorted(noise.MODELS))
def test_the_published_models_are_served(name: str) -> None:
    assert 0 < noise.model(name).one < noise.model(name).two < 0.02


def test_multi_controlled_gates_are_noisy_through_their_parts() -> None:
    circuit = [{"gate": "x", "targets": [0, 1]}, {"gate": "x", "controls": [0, 1], "target": 2}]
    counts = noise.sample(ionq_json.parse({"circuit": circuit}), Model(0.0, 0.1, 29), 4000, seed=5)
    assert counts[7] == max(counts.values())
    assert 4000 * 0.5 < counts[7] < 4000 * 0.9


def test_circuits_of_one_job_have_streams_of_their_own() -> None:
    order = {"mode": "noisy", "model": "aria-1", "shots": 500, "seed": 3, "max_qubits": 29, "memory": 1 << 30}
    source = {"format": "ionq", "program": {"circuit": CIRCUIT}}
    first, second = outcomes({**order, "circuits": [source, source]})
    assert first["counts"] != second["counts"]
    assert outcomes({**order, "circuits": [source]}) == [first]
