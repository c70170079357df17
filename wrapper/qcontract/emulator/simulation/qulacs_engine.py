"""qulacs as an engine: the same operations, as its gates."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

import numpy as np

from . import gates
from .kernel import State
from .operations import Gate, Operation, PauliExponential

__all__ = ["QulacsEngine", "estimated_bytes"]


def estimated_bytes(qubits: int) -> int:
    """Return the memory of a run: qulacs' own state, the copy that it hands out, and the probabilities."""
    return (16 << qubits) * 5 // 2


class QulacsEngine:
    """Keeps the gates that it made: noisy runs apply the same ones thousands of times."""

    lanes = 1

    def __init__(self) -> None:
        self._qulacs: Any = import_module("qulacs")
        self._made: dict[Operation, Callable[[Any], None]] = {}

    def __call__(self, qubits: int, operations: Iterable[Operation], start: State | None = None) -> State:
        """Return the state after the operations."""
        register = self._qulacs.QuantumState(qubits)
        if start is not None:
            register.load(start)
        for operation in operations:
            step = self._made.get(operation)
            if step is None:
                step = self._made[operation] = self._step(operation)
            step(register)
        found: State = register.get_vector()
        return found

    def _step(self, operation: Operation) -> Callable[[Any], None]:
        if isinstance(operation, Gate):
            step: Callable[[Any], None] = self._gate(operation).update_quantum_state
            return step
        if isinstance(operation, PauliExponential) and operation.commuting and not operation.controls:
            return self._rotations(operation)
        return _by_kernel(operation)

    def _gate(self, gate: Gate) -> Any:
        make = self._qulacs.gate
        # qulacs numbers the qubits of a matrix from its least significant bit.
        targets, matrix = list(gate.targets[::-1]), gate.matrix
        if matrix is gates.X and len(gate.controls) < 2:
            return make.CNOT(gate.controls[0], targets[0]) if gate.controls else make.X(targets[0])
        if not gate.controls and not np.count_nonzero(matrix - np.diag(np.diagonal(matrix))):
            return make.DiagonalMatrix(targets, np.diagonal(matrix))
        made = make.DenseMatrix(targets, matrix)
        for control in gate.controls:
            made.add_control_qubit(control, 1)
        return made

    def _rotations(self, operation: PauliExponential) -> Callable[[Any], None]:
        numbers = [["IXYZ".index(letter) for letter in term] for term in operation.terms]
        # qulacs turns the other way: exp(+i angle/2 P).
        made = [
            self._qulacs.gate.PauliRotation(list(operation.targets), number, -2 * coefficient * operation.time)
            for number, coefficient in zip(numbers, operation.coefficients, strict=True)
        ]

        def rotate(register: Any) -> None:
            for rotation in made:
                rotation.update_quantum_state(register)

        return rotate


def _by_kernel(operation: Operation) -> Callable[[Any], None]:
    def apply(register: Any) -> None:
        state: State = register.get_vector()
        operation.apply(state)
        register.load(state)

    return apply
