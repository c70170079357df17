"""Circuits as dense matrices, element by element from exponentials and written-out tables: no code of the emulator."""

from __future__ import annotations

from cmath import exp
from math import cos, pi, sin, sqrt
from typing import Any

import numpy as np
from hypothesis import strategies as st

PAULI = {
    "I": [[1, 0], [0, 1]],
    "X": [[0, 1], [1, 0]],
    "Y": [[0, -1j], [1j, 0]],
    "Z": [[1, 0], [0, -1]],
}


def series(matrix: Any) -> Any:
    """exp(matrix) by its Taylor series, after halving until the norm is small."""
    halvings = max(0, int(np.ceil(np.log2(max(np.abs(matrix).sum(), 1e-9)))) + 3)
    small = np.array(matrix, dtype=complex) / 2**halvings
    total = summand = np.eye(len(small), dtype=complex)
    for order in range(1, 30):
        summand = summand @ small / order
        total = total + summand
    for _ in range(halvings):
        total = total @ total
    return total


def strings(letters: str) -> Any:
    """Product of Pauli operators; the first letter is the most significant bit."""
    size = 2 ** len(letters)
    result = np.zeros((size, size), dtype=complex)
    for row in range(size):
        for column in range(size):
            value: complex = 1
            for place, letter in enumerate(letters):
                bit = len(letters) - 1 - place
                value *= PAULI[letter][(row >> bit) & 1][(column >> bit) & 1]
            result[row, column] = value
    return result


def small_matrix(gate: dict[str, Any]) -> Any:
    name, angle = gate["gate"], gate.get("rotation", 0.0)
    if name in ("x", "y", "z", "not", "cnot") and "rotation" not in gate:
        return strings({"not": "X", "cnot": "X"}.get(name, name.upper()))
    if name == "z":
        return np.array([[1, 0], [0, cos(angle) + 1j * sin(angle)]])
    if name in ("rx", "ry", "rz"):
        return series(-0.5j * angle * strings(name[1].upper()))
    if name in ("xx", "yy", "zz"):
        return series(-0.5j * angle * strings(name.upper()))
    if name in ("s", "si", "t", "ti"):
        power = {"s": 0.5, "si": -0.5, "t": 0.25, "ti": -0.25}[name]
        return np.array([[1, 0], [0, cos(pi * power) + 1j * sin(pi * power)]])
    if name in ("v", "vi"):  # the root of X whose eigenvalues are 1 and i (or -i)
        sign = 1 if name == "v" else -1
        return series(sign * 0.25j * pi * (strings("I") - strings("X")))
    if name == "h":
        return np.array([[1, 1], [1, -1]]) / sqrt(2)
    if name == "swap":
        return (strings("II") + strings("XX") + strings("YY") + strings("ZZ")) / 2
    raise AssertionError(name)


def native_matrix(gate: dict[str, Any]) -> Any:
    name = gate["gate"]
    if name == "gpi":
        p = 2j * pi * gate["phase"]
        return np.array([[0, exp(-p)], [exp(p), 0]])
    if name == "gpi2":
        p = 2j * pi * gate["phase"]
        return np.array([[1, -1j * exp(-p)], [-1j * exp(p), 1]]) / sqrt(2)
    if name == "zz":
        a = 1j * pi * gate["angle"]
        return np.diag([exp(-a), exp(a), exp(a), exp(-a)])
    p0, p1 = gate["phases"]
    a = pi * gate.get("angle", 0.25)
    plus, minus, s = 2j * pi * (p0 + p1), 2j * pi * (p0 - p1), -1j * sin(a)
    return np.array(
        [
            [cos(a), 0, 0, s * exp(-plus)],
            [0, cos(a), s * exp(-minus), 0],
            [0, s * exp(minus), cos(a), 0],
            [s * exp(plus), 0, 0, cos(a)],
        ]
    )


def embed(matrix: Any, targets: list[int], controls: list[int], qubits: int) -> Any:
    """The matrix on all qubits; the first target is the more significant bit of the small one's index."""
    size = 2**qubits
    result = np.zeros((size, size), dtype=complex)
    for column in range(size):
        if not all((column >> control) & 1 for control in controls):
            result[column, column] = 1
            continue
        index = 0
        for target in targets:
            index = 2 * index + ((column >> target) & 1)
        for other in range(len(matrix)):
            row = column
            for place, target in enumerate(reversed(targets)):
                row = row & ~(1 << target) | ((other >> place) & 1) << target
            result[row, column] = matrix[other][index]
    return result


def dense(gate: dict[str, Any], qubits: int, *, native: bool = False) -> Any:
    targets = gate.get("targets") or [gate["target"]]
    controls = gate.get("controls") or ([gate["control"]] if "control" in gate else [])
    if gate["gate"] == "pauliexp":
        total = sum(c * strings(term) for c, term in zip(gate["coefficients"], gate["terms"], strict=True))
        # The last letter belongs to the first target, so that the first letter's is the last.
        return embed(series(-1j * gate["time"] * total), targets[::-1], controls, qubits)
    matrix = native_matrix(gate) if native else small_matrix(gate)
    groups = [[target] for target in targets] if len(matrix) == 2 else [targets]
    result = np.eye(2**qubits, dtype=complex)
    for group in groups:
        result = embed(matrix, group, controls, qubits) @ result
    return result


def unitary(circuit: list[dict[str, Any]], qubits: int, *, native: bool = False) -> Any:
    """The matrix of a whole circuit."""
    total = np.eye(2**qubits, dtype=complex)
    for gate in circuit:
        total = dense(gate, qubits, native=native) @ total
    return total


def expected(circuit: list[dict[str, Any]], qubits: int, *, native: bool = False) -> Any:
    """The amplitudes at the end of a circuit."""
    return unitary(circuit, qubits, native=native)[:, 0]


def distance(found: Any, wanted: Any) -> float:
    """Largest difference of two unitary matrices or two states, up to a phase of the whole."""
    place = np.unravel_index(np.argmax(np.abs(wanted)), wanted.shape)
    phase = found[place] / wanted[place]
    return float(np.abs(found - phase / abs(phase) * wanted).max()) if abs(phase) > 0 else float("inf")


QUBITS = 4
ANGLES = st.floats(-7, 7, allow_nan=False)
SINGLE = ("x", "y", "z", "h", "s", "si", "v", "vi", "t", "ti", "not")


@st.composite
def qis_gates(draw: st.DrawFn) -> dict[str, Any]:
    order = list(draw(st.permutations(range(QUBITS))))
    name = draw(st.sampled_from((*SINGLE, "rx", "ry", "rz", "xx", "yy", "zz", "swap", "cnot", "pauliexp", "phase")))
    width = 2 if name in ("xx", "yy", "zz", "swap") else draw(st.integers(1, 2))
    controls = order[width : width + draw(st.integers(1 if name == "cnot" else 0, QUBITS - width))]
    gate: dict[str, Any] = {"gate": "z" if name == "phase" else name}
    gate |= {"target": order[0]} if width == 1 and draw(st.booleans()) else {"targets": order[:width]}
    if controls:
        gate |= {"control": controls[0]} if len(controls) == 1 and draw(st.booleans()) else {"controls": controls}
    if name in ("rx", "ry", "rz", "xx", "yy", "zz", "phase"):
        gate["rotation"] = draw(ANGLES)
    if name == "pauliexp":
        gate["targets"] = order[:width]
        gate.pop("target", None)
        terms = draw(st.lists(st.text("IXYZ", min_size=width, max_size=width), min_size=1, max_size=3))
        gate |= {"terms": terms, "coefficients": [draw(st.floats(-2, 2)) for _ in terms], "time": draw(st.floats(0, 2))}
    return gate


@st.composite
def native_gates(draw: st.DrawFn) -> dict[str, Any]:
    a, b, *_ = draw(st.permutations(range(QUBITS)))
    turns = st.floats(-1, 1)
    name = draw(st.sampled_from(("gpi", "gpi2", "ms", "zz")))
    if name in ("gpi", "gpi2"):
        return {"gate": name, "target": a, "phase": draw(turns)}
    if name == "zz":
        return {"gate": name, "targets": [a, b], "angle": draw(turns)}
    gate = {"gate": name, "targets": [a, b], "phases": [draw(turns), draw(turns)]}
    return {**gate, "angle": draw(st.floats(0, 0.25))} if draw(st.booleans()) else gate
