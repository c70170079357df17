"""Circuits of qiskit and what qiskit-ionq does with them, the same in all its releases."""

from __future__ import annotations

import math
from typing import Any

import pytest
from qiskit import QuantumCircuit
from qiskit.quantum_info import Statevector
from qiskit_ionq import IonQProvider


@pytest.fixture
def simulator(emulator: Any) -> Any:
    return IonQProvider().get_backend("ionq_simulator")


@pytest.fixture
def machine(emulator: Any) -> Any:
    name = "aria-1" if emulator.contract.startswith("ionq-v0.3") else "forte-1"
    return IonQProvider().get_backend(f"ionq_qpu.{name}")


def asymmetric(name: str = "asymmetric") -> QuantumCircuit:
    """Return a circuit whose qubit 0 is 1, and whose qubit 2 is 1 with probability 1/4."""
    circuit = QuantumCircuit(3, 3, name=name)
    circuit.x(0)
    circuit.ry(math.pi / 3, 2)
    circuit.measure(range(3), range(3))
    return circuit


def crossed() -> QuantumCircuit:
    """Return a circuit that measures qubits into other bits."""
    circuit = QuantumCircuit(3, 2, name="crossed")
    circuit.x(2)
    circuit.measure([2, 0], [0, 1])
    return circuit


def finished(job: Any) -> Any:
    job.wait_for_final_state(wait=0.1, timeout=60)
    return job


def probabilities(job: Any) -> dict[str, float]:
    found: dict[str, float] = finished(job).get_probabilities()
    return found


def agree(backend: Any, circuit: QuantumCircuit) -> None:
    """Compare with qiskit's own simulation; qiskit-ionq leaves out states that its own sampling missed."""
    expected = Statevector(circuit).probabilities_dict()
    circuit.measure_all()
    found = probabilities(backend.run(circuit, shots=100_000))
    assert found == pytest.approx({state: expected.get(state, 0.0) for state in found}, abs=1e-9)
    assert sum(found.values()) == pytest.approx(1, abs=1e-3)
