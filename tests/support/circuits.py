"""Random circuits of every gate, and a plain reference that runs them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray
from qcontract import Circuit, Gate
from qcontract.model.gates import NATIVE, QIS

Matrix = NDArray[np.complex128]

_X = np.array([[0, 1], [1, 0]], complex)
_Y = np.array([[0, -1j], [1j, 0]])
_Z = np.diag([1, -1]).astype(complex)
_PAULI = {"I": np.eye(2, dtype=complex), "X": _X, "Y": _Y, "Z": _Z}
_V = np.array([[1 + 1j, 1 - 1j], [1 - 1j, 1 + 1j]]) / 2
_FIXED = {
    "x": _X,
    "not": _X,
    "cnot": _X,
    "y": _Y,
    "z": _Z,
    "h": np.array([[1, 1], [1, -1]], complex) / math.sqrt(2),
    "s": np.diag([1, 1j]),
    "si": np.diag([1, -1j]),
    "t": np.diag([1, np.exp(0.25j * math.pi)]),
    "ti": np.diag([1, np.exp(-0.25j * math.pi)]),
    "v": _V,
    "vi": _V.conj().T,
    "swap": np.eye(4, dtype=complex)[[0, 2, 1, 3]],
}


def _rotation(generator: Matrix, angle: float) -> Matrix:
    found: Matrix = math.cos(angle / 2) * np.eye(len(generator)) - 1j * math.sin(angle / 2) * generator
    return found


def matrix_of(gate: Gate) -> Matrix:
    """The matrix of a QIS gate on its own targets, without controls."""
    angle = gate.parameter("rotation")
    if gate.name == "z" and angle is not None:
        return np.diag([1, np.exp(1j * angle)])
    if gate.name in _FIXED:
        return _FIXED[gate.name]
    axes = gate.name.removeprefix("r").upper()
    generator = _PAULI[axes[0]] if len(axes) == 1 else np.kron(_PAULI[axes[0]], _PAULI[axes[1]])
    return _rotation(generator, angle)


def state_of(circuit: Circuit) -> Matrix:
    """The amplitudes at the end, by explicit sums over all states; qubit 0 is the least significant bit."""
    state = np.zeros(2**circuit.qubits, complex)
    state[0] = 1
    for gate in circuit.gates:
        groups = [gate.targets] if len(matrix_of(gate)) == 4 else [(target,) for target in gate.targets]
        for targets in groups:
            state = _applied(matrix_of(gate), targets, gate.controls, state)
    return state


def _applied(matrix: Matrix, targets: tuple[int, ...], controls: tuple[int, ...], state: Matrix) -> Matrix:
    after = np.zeros_like(state)
    for index, amplitude in enumerate(state):
        if not all(index >> control & 1 for control in controls):
            after[index] += amplitude
            continue
        column = sum((index >> target & 1) << place for place, target in enumerate(targets))
        for row in range(len(matrix)):
            changed = index
            for place, target in enumerate(targets):
                changed = changed & ~(1 << target) | (row >> place & 1) << target
            after[changed] += matrix[row, column] * amplitude
    return after


_ANGLES = st.floats(-7, 7) | st.sampled_from([0.0, math.pi, -math.pi / 2, 1e-5, 3])
_TURNS = st.floats(-1, 1)


@st.composite
def gates(draw: st.DrawFn, qubits: int, gateset: str = "qis", most_controls: int = 2, pauliexp: bool = True) -> Gate:
    """Any gate that fits on so many qubits."""
    kinds = QIS if gateset == "qis" else NATIVE
    names = [name for name, kind in kinds.items() if max(kind.targets, 1) + (name == "cnot") <= qubits]
    name = draw(st.sampled_from([name for name in names if pauliexp or name != "pauliexp"]))
    kind, order = kinds[name], draw(st.permutations(range(qubits)))
    most = qubits - (name == "cnot") if kind.broadcast or not kind.targets else kind.targets
    width = draw(st.integers(kind.targets or 1, most))
    spare = min(qubits - width, most_controls) if kind.controllable else 0
    controls = draw(st.integers(1 if name == "cnot" else 0, spare))
    wanted = (*kind.required, *(member for member in kind.optional if draw(st.booleans())))
    parameters = tuple((member, draw(_parameter(member))) for member in wanted)
    if name == "pauliexp":
        terms = draw(st.lists(st.text("IXYZ", min_size=width, max_size=width), min_size=1, max_size=3))
        coefficients = tuple(draw(_ANGLES) for _ in terms)
        parameters = (("terms", tuple(terms)), ("coefficients", coefficients), ("time", draw(st.floats(0, 5))))
    return Gate(name, tuple(order[:width]), tuple(order[width : width + controls]), parameters)


def _parameter(name: str) -> st.SearchStrategy[Any]:
    if name == "phases":
        return st.tuples(_TURNS, _TURNS)
    return {"phase": _TURNS, "angle": st.floats(0, 0.25)}.get(name, _ANGLES)


@st.composite
def circuits(draw: st.DrawFn, gateset: str = "qis", most_qubits: int = 5, **options: Any) -> Circuit:
    """Any circuit."""
    qubits = draw(st.integers(1, most_qubits))
    circuit = Circuit(qubits, "qis" if gateset == "qis" else "native", name=draw(st.none() | st.text(max_size=5)))
    for gate in draw(st.lists(gates(qubits, gateset, **options), max_size=8)):
        circuit.add(gate)
    return circuit
