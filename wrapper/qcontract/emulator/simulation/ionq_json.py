"""IonQ's JSON circuits: the QIS and native gate sets in every spelling that clients send.

Source: docs.ionq.com, quantum circuits and native gates; ionq-v0.4 CreateJob. What a circuit object gets wrong ends
the job as failed, with the code that the service uses, rather than refusing the submission.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from . import gates
from .failures import CircuitFailure
from .fields import Fields
from .operations import Circuit, Gate, PauliExponential, Step

__all__ = ["MAX_CONTROLS", "MAX_EVOLUTION", "ORDER_VARIABLE", "parse"]

MAX_CONTROLS = 7
"""The service compiles gates with at most this many controls."""

MAX_EVOLUTION = 10_000.0
"""Largest |time| * sum |coefficient| of an exponential whose terms do not commute."""


ORDER_VARIABLE = "QCONTRACT_PAULIEXP_ORDER"
"""Environment variable of the emulator: which letter of a ``pauliexp`` term acts on the first target.

``last``, the default, is how qiskit-ionq and cirq-ionq write terms, ``first`` how pennylane-ionq does.
"""


def parse(program: object, gateset: str | None = None) -> Circuit:
    """Read one circuit.

    Args:
        program: ``{circuit, qubits?, gateset?}``; a missing qubit count is the highest qubit plus one.
        gateset: ``qis`` or ``native``, for a circuit that does not say so itself.

    Raises:
        CircuitFailure: The circuit cannot be run.
    """
    fields = Fields(program, "the circuit")
    chosen = fields.text("gateset", gateset or "qis")
    if chosen not in ("qis", "native"):
        raise CircuitFailure("InvalidInput", f"the gateset must be qis or native, not {chosen!r}")
    read = _qis if chosen == "qis" else _native
    operations = tuple(op for i, gate in enumerate(fields.items("circuit")) for op in read(Fields(gate, f"gate {i}")))
    used = 1 + max((max((*op.targets, *op.controls)) for op in operations), default=0)
    declared = fields.count("qubits")
    if declared is not None and used > declared:
        raise CircuitFailure("PreflightError", f"a gate uses qubit {used - 1} of a circuit with {declared} qubits")
    return Circuit(declared or used, operations)


def _qis(fields: Fields) -> Iterable[Step]:
    name = fields.text("gate")
    targets, controls = _places(fields)
    if name == "pauliexp":
        return [_pauli_exponential(fields, targets, controls)]
    matrix = _qis_matrix(name, fields)
    if name == "cnot" and not controls:
        raise fields.malformed("'cnot' needs a control")
    return _spread(name, matrix, targets, controls, fields)


def _qis_matrix(name: str, fields: Fields) -> gates.Matrix:
    if name in gates.ROTATIONS:
        return gates.ROTATIONS[name](fields.number("rotation"))
    if name == "z" and "rotation" in fields:
        return gates.phase(fields.number("rotation"))
    if name not in gates.FIXED:
        raise CircuitFailure("UnsupportedGate", f"{fields.where}: there is no gate {name[:40]!r} in the set qis")
    if "rotation" in fields:
        raise fields.malformed(f"'{name}' takes no rotation")
    return gates.FIXED[name]


def _spread(
    name: str, matrix: gates.Matrix, targets: tuple[int, ...], controls: tuple[int, ...], fields: Fields
) -> Iterable[Step]:
    """A gate on one qubit with several targets means the gate on each; one on two qubits needs exactly two."""
    if len(matrix) == 2:
        return [Gate(name, matrix, (target,), controls) for target in targets]
    if len(targets) != 2:
        raise fields.malformed(f"'{name}' needs two targets")
    return [Gate(name, matrix, targets, controls)]


def _places(fields: Fields) -> tuple[tuple[int, ...], tuple[int, ...]]:
    targets, controls = fields.qubits("target", "targets"), fields.qubits("control", "controls")
    if not targets:
        raise fields.malformed("a gate needs a target")
    if len(controls) > MAX_CONTROLS:
        raise CircuitFailure("TooManyControls", f"{fields.where}: at most {MAX_CONTROLS} controls can be compiled")
    if len({*targets, *controls}) != len(targets) + len(controls):
        raise fields.malformed("targets and controls must be different qubits")
    return targets, controls


def _pauli_exponential(fields: Fields, targets: tuple[int, ...], controls: tuple[int, ...]) -> PauliExponential:
    terms, coefficients, time = fields.items("terms"), fields.numbers("coefficients"), fields.number("time")
    if len(terms) != len(coefficients) or not terms:
        raise fields.malformed("'pauliexp' needs as many coefficients as terms, at least one")
    if not all(isinstance(term, str) and len(term) == len(targets) and set(term) <= set("IXYZ") for term in terms):
        raise fields.malformed("each term needs one letter of I, X, Y, Z for each target")
    first = os.environ.get(ORDER_VARIABLE) == "first"
    letters = tuple(str(term) if first else str(term)[::-1] for term in terms)
    operation = PauliExponential(letters, tuple(coefficients), time, targets, controls)
    if not operation.commuting and abs(time) * sum(map(abs, coefficients)) > MAX_EVOLUTION:
        raise CircuitFailure("QuantumCircuitComplexityError", f"{fields.where}: the evolution time is too long")
    return operation


def _native(fields: Fields) -> Iterable[Step]:
    name = fields.text("gate")
    if name == "nop":
        return []
    if name not in _NATIVE:
        raise CircuitFailure("UnsupportedGate", f"{fields.where}: there is no gate {name[:40]!r} in the set native")
    targets, controls = _places(fields)
    if controls:
        raise fields.malformed("native gates take no controls")
    return _spread(name, _NATIVE[name](fields), targets, (), fields)


def _ms(fields: Fields) -> gates.Matrix:
    phases = fields.numbers("phases")
    if len(phases) != 2:
        raise fields.malformed("'ms' needs two phases")
    return gates.ms(phases[0], phases[1], fields.number("angle", 0.25))


def _zz(fields: Fields) -> gates.Matrix:
    # cirq-ionq 1.7.0 sends the angle of ZZ as "phase".
    return gates.zz(fields.number("angle" if "angle" in fields else "phase"))


_NATIVE: dict[str, Callable[[Fields], gates.Matrix]] = {
    "gpi": lambda fields: gates.gpi(fields.number("phase")),
    "gpi2": lambda fields: gates.gpi2(fields.number("phase")),
    "ms": _ms,
    "zz": _zz,
}
