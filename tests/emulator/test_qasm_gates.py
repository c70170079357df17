"""Every gate of OpenQASM under every modifier, against dense matrices that are written down in the test."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin
from typing import Any

import numpy as np
import pytest
from attrs import evolve
from pyqasm.maps import gates as theirs
from qcontract.emulator.simulation import ideal, qasm, qasm_gates, qasm_library
from qcontract.emulator.simulation.failures import CircuitFailure
from qcontract.emulator.simulation.lowering import lower
from support.gate_matrices import PAULI as P
from support.gate_matrices import Dense, apart, applied, euler, phased, raised, swapping, turn, under

H = np.array([[1, 1], [1, -1]], dtype=complex) / np.sqrt(2)
V = raised(P["x"], 0.5)
S, T = phased(pi / 2), phased(pi / 4)
SWAP = swapping(0, 1)


def product(*factors: Dense) -> Dense:
    """Factors in the order in which they act."""
    return np.linalg.multi_dot([*reversed(factors), np.eye(len(factors[0]))])


def on(matrix: Dense, qubits: list[int], width: int) -> Dense:
    """A gate among ``width`` qubits, of which 0 is the most significant."""
    places = [width - 1 - qubit for qubit in qubits]
    return np.stack([applied(column, matrix, places) for column in np.eye(1 << width, dtype=complex)], axis=1)


def relative_toffoli() -> Dense:
    ends, turned = [H, T], [T.conj().T, H]
    first = [on(m, [2], 3) for m in ends] + [on(under(P["x"]), [1, 2], 3), on(T.conj().T, [2], 3)]
    last = [on(T, [2], 3), on(under(P["x"]), [1, 2], 3)] + [on(m, [2], 3) for m in turned]
    return product(*first, on(under(P["x"]), [0, 2], 3), *last)


def relative_toffoli_of_three() -> Dense:
    """Source: qelib1.inc; a capital is an inverse, c0 a cx from the first qubit."""
    steps = "h t c2 T h c0 t c1 T c0 t c1 T h t c2 T h".split()  # noqa: SIM905 - read as a line
    kinds = {"h": H, "t": T, "T": T.conj().T}
    return product(
        *(on(kinds[step], [3], 4) if step in kinds else on(under(P["x"]), [int(step[1]), 3], 4) for step in steps)
    )


def across(theta: float, beta: float) -> Dense:
    """Source: Qiskit's XXPlusYYGate; index 1 of its matrix is the first qubit."""
    matrix = swapping(cos(theta / 2), 0)
    matrix[2, 1], matrix[1, 2] = (-1j * sin(theta / 2) * np.exp(sign * 1j * beta) for sign in (-1, 1))
    return matrix


def corner(place: int) -> Callable[[float], Dense]:
    return lambda angle: np.diag([np.exp(1j * angle) if i == place else 1 for i in range(4)])


def constant(matrix: Dense) -> Callable[[], Dense]:
    return lambda: matrix


def controlled(matrix: Callable[..., Dense], count: int = 1) -> Callable[..., Dense]:
    return lambda *numbers: under(matrix(*numbers), count)


SINGLE = {"id": P["i"], "x": P["x"], "y": P["y"], "z": P["z"], "h": H, "s": S, "t": T, "sx": V}
ONE: dict[str, Callable[..., Dense]] = {
    **{name: constant(matrix) for name, matrix in SINGLE.items()},
    **{name: constant(matrix.conj().T) for name, matrix in {"sdg": S, "si": S, "tdg": T, "ti": T}.items()},
    "sxdg": constant(V.conj().T),
    "vi": constant(V.conj().T),
    "v": constant(V),
    "not": constant(P["x"]),
}
TURNS: dict[str, Callable[..., Dense]] = {
    **{f"r{axis}": turn(axis) for axis in "xyz"},
    **dict.fromkeys(("p", "u1", "U1", "phase", "phaseshift"), phased),
}
GATES: dict[str, tuple[int, Callable[..., Dense]]] = {
    **{name: (0, matrix) for name, matrix in ONE.items()},
    **{name: (1, matrix) for name, matrix in TURNS.items()},
    **dict.fromkeys(("U", "u", "u3", "U3"), (3, euler)),
    **{name: (2, lambda phi, lam: euler(pi / 2, phi, lam)) for name in ("u2", "U2")},
    "prx": (2, lambda theta, phi: product(turn("z")(-phi), turn("x")(theta), turn("z")(phi))),
    **{name: (0, constant(under(P["x"]))) for name in ("cx", "CX", "cnot")},
    **{f"c{name}": (0, controlled(ONE[name])) for name in ("y", "z", "h", "s", "sdg", "sx", "v")},
    **{f"c{name}": (1, controlled(TURNS[name])) for name in ("rx", "ry", "rz", "p", "phase", "phaseshift")},
    "cu1": (1, controlled(phased)),
    "cu3": (3, controlled(euler)),
    "cu": (4, lambda theta, phi, lam, gamma: under(np.exp(1j * gamma) * euler(theta, phi, lam))),
    **{name: (0, constant(under(P["x"], 2))) for name in ("ccx", "toffoli", "ccnot")},
    "ccz": (0, constant(under(P["z"], 2))),
    "c3x": (0, constant(under(P["x"], 3))),
    "c4x": (0, constant(under(P["x"], 4))),
    **{name: (0, constant(under(V, 3))) for name in ("c3sx", "c3sqrtx")},
    **{name: (1, turn(name[-2:])) for name in ("xx", "yy", "rxx", "ryy", "rzz")},
    "swap": (0, constant(SWAP)),
    "cswap": (0, constant(under(SWAP))),
    "iswap": (0, constant(swapping(0, 1j))),
    "pswap": (1, lambda angle: swapping(0, np.exp(1j * angle))),
    # exp(i pi/4 ZX) X: Qiskit's ECRGate
    "ecr": (0, constant(product(np.kron(P["x"], P["i"]), turn("zx")(-pi / 2)))),
    "xy": (1, lambda angle: swapping(cos(angle / 2), 1j * sin(angle / 2))),
    "xx_plus_yy": (2, across),
    **{f"c{stem}{bits}": (1, corner(int(bits, 2))) for stem in ("p", "phaseshift") for bits in ("00", "01", "10")},
    "rccx": (0, relative_toffoli),
    "rc3x": (0, relative_toffoli_of_three),
    "rcccx": (0, relative_toffoli_of_three),
}
Change = Callable[[Dense], Dense]
FORMS: dict[str, tuple[int, Change]] = {
    "": (0, lambda m: m),
    "inv @ ": (0, lambda m: m.conj().T),
    "pow(2) @ ": (0, lambda m: raised(m, 2)),
    "pow(-1) @ ": (0, lambda m: raised(m, -1)),
    "pow(-2) @ ": (0, lambda m: raised(m, -2)),
    "pow(3.0) @ inv @ ": (0, lambda m: raised(m, -3)),
    "pow(0) @ ": (0, lambda m: raised(m, 0)),
    "ctrl @ ": (1, under),
    "negctrl @ ": (1, lambda m: under(m, one=False)),
    "ctrl(2) @ ": (2, lambda m: under(m, 2)),
    "negctrl @ ctrl @ ": (2, lambda m: under(under(m), one=False)),
    "ctrl @ inv @ ": (1, lambda m: under(m.conj().T)),
    "inv @ ctrl @ pow(2) @ ": (1, lambda m: raised(under(m), -2)),
    "pow(0.5) @ ": (0, lambda m: raised(m, 0.5)),
    "inv @ ctrl @ pow(1.5) @ ": (1, lambda m: under(raised(m, -1.5))),
}
PLAIN = 7
"""How many of them neither control nor break."""

NUMBERS = (0.7, 1.1, -0.4, 2.3)


def refused(name: str) -> list[str]:
    """The forms of a gate that are refused: a phase that versions of the language dispute, a root of several qubits."""
    forms = list(FORMS)
    if name in ("U", "u", "u2", "u3", "U2", "U3"):
        return forms[PLAIN:]
    several = name in ("xx", "yy", "rxx", "ryy", "rzz", "swap", "cswap") or name in qasm_library.definitions()
    return forms[-2:] if several else []


class Program:
    """A program that grows together with the state it makes from one without any symmetry."""

    def __init__(self, qubits: int) -> None:
        self.text = f'OPENQASM 3.0; include "stdgates.inc"; qubit[{qubits}] q;\n'
        self.state = np.zeros(1 << qubits, dtype=complex)
        self.state[0] = 1
        for qubit in range(qubits):
            self.add(f"ry({0.4 + 0.35 * qubit})", turn("y")(0.4 + 0.35 * qubit), [qubit])
            self.add(f"rz({0.9 - 0.55 * qubit})", turn("z")(0.9 - 0.55 * qubit), [qubit])

    def add(self, words: str, matrix: Dense, qubits: list[int]) -> None:
        self.text += f"{words} {', '.join(f'q[{qubit}]' for qubit in qubits)};\n"
        self.state = applied(self.state, matrix, qubits)

    def error(self) -> float:
        """The largest error of an amplitude, as it is and after the compiler that circuits for machines go through."""
        circuit = qasm.parse(self.text)
        lowered = lower(circuit.operations, 10_000)
        assert lowered is not None
        circuits = (circuit, evolve(circuit, operations=tuple(lowered)))
        return max(apart(np.asarray(ideal.run(one), dtype=complex), self.state) for one in circuits)


def called(name: str) -> tuple[str, Dense, int]:
    count, matrix = GATES[name]
    numbers = NUMBERS[:count]
    found = matrix(*numbers)
    words = f"{name}({', '.join(map(str, numbers))})" if numbers else name
    return words, found, int(np.log2(len(found)))


@pytest.mark.parametrize("name", GATES)
def test_a_gate_under_every_modifier_is_its_matrix(name: str) -> None:
    words, matrix, width = called(name)
    program = Program(width + 2)
    for number, (form, (controls, change)) in enumerate(FORMS.items()):
        if form not in refused(name):
            qubits = [(number + 2 * place) % (width + 2) for place in range(width + 2)]
            if len(set(qubits)) < len(qubits):
                qubits = [(number + place) % (width + 2) for place in range(width + 2)]
            program.add(form + words, change(matrix), qubits[: width + controls])
    assert program.error() < 1e-9


@pytest.mark.parametrize("name", GATES)
def test_a_gate_inside_definitions_is_its_matrix(name: str) -> None:
    words, matrix, width = called(name)
    names = [f"a{i}" for i in range(width)]
    places = ", ".join(names)
    program = Program(width + 2)
    program.text = program.text.replace(
        "qubit[",
        f"gate inner(t) {places} {{ inv @ {words} {places}; ry(t) a0; gphase(t/3); }}\n"
        f"gate outer(t) b, {places} {{ inv @ inner(t) {places}; cry(t) b, a0; inner(2*t) {places}; s b; }}\nqubit[",
        1,
    )

    def inner(angle: float) -> Dense:
        return product(matrix.conj().T, on(turn("y")(angle), [0], width)) * np.exp(1j * angle / 3)

    def outer(angle: float) -> Dense:
        parts = (inner(angle).conj().T, inner(2 * angle))
        first, last = (np.kron(P["i"], part) for part in parts)
        crossed = on(under(turn("y")(angle)), [0, 1], width + 1)
        return product(first, crossed, last, on(S, [0], width + 1))

    order = list(range(width + 1, -1, -1))
    program.add("outer(0.8)", outer(0.8), order[:-1])
    program.add("inv @ outer(0.3)", outer(0.3).conj().T, order[1:])
    program.add("pow(-2) @ outer(0.5)", raised(outer(0.5), -2), order[:-1])
    if name not in ("U", "u", "u2", "u3", "U2", "U3"):
        program.add("negctrl @ outer(0.9)", under(outer(0.9), one=False), order)
        program.add("ctrl @ pow(-1) @ outer(0.2)", under(outer(0.2).conj().T), order)
    assert program.error() < 1e-9


def test_what_is_refused_says_which_gate_and_where() -> None:
    count = 0
    for name in GATES:
        words, _, width = called(name)
        for form in refused(name):
            qubits = ", ".join(f"q[{i}]" for i in range(width + FORMS[form][0]))
            with pytest.raises(CircuitFailure, match=rf"{name!r}.*\(line 2\)") as caught:
                qasm.parse(f"OPENQASM 3.0; qubit[7] q;\n{form}{words} {qubits};")
            assert caught.value.code == "PreflightError"
            count += 1
    # Of 15 forms of each gate; it falls when more is computed, and must not grow.
    assert (len(GATES) * len(FORMS), count) == (1185, 90)


def test_every_gate_of_pyqasm_is_known_here_or_left_out_on_purpose() -> None:
    maps: tuple[Any, ...] = (
        *(theirs.ONE_QUBIT_OP_MAP, theirs.ONE_QUBIT_ROTATION_MAP, theirs.TWO_QUBIT_OP_MAP),
        *(theirs.THREE_QUBIT_OP_MAP, theirs.FOUR_QUBIT_OP_MAP, theirs.FIVE_QUBIT_OP_MAP),
    )
    found = {*qasm_gates.GATES, *qasm_library.definitions()}
    assert {name for gates in maps for name in gates} - found == {*qasm_gates.AMBIGUOUS, "nop"}
    assert found - {"gphase"} == {*GATES}


@pytest.mark.parametrize("name", sorted(qasm_gates.AMBIGUOUS))
def test_native_gates_must_be_defined_by_the_program(name: str) -> None:
    with pytest.raises(CircuitFailure, match="unit"):
        qasm.parse(f"OPENQASM 3.0; qubit[2] q; {name}(0.5) q[0];")
    assert qasm.parse(f"OPENQASM 3.0; gate {name}(t) a {{ x a; }} qubit q; {name}(0.5) q;").qubits == 1
