"""What a circuit consists of: operations that know how to change a state."""

from __future__ import annotations

from math import cos, sin
from typing import Protocol

import numpy as np
from attrs import frozen

from . import kernel
from .gates import Matrix
from .kernel import State

__all__ = ["Circuit", "Gate", "Operation", "PauliExponential"]


class Operation(Protocol):
    """One step of a circuit."""

    @property
    def targets(self) -> tuple[int, ...]:
        """Qubits that the operation changes."""
        ...

    @property
    def controls(self) -> tuple[int, ...]:
        """Qubits that must be 1."""
        ...

    def apply(self, state: State) -> None:
        """Change the state in place."""
        ...


@frozen(eq=False)
class Gate:
    """A matrix on targets under controls; ``name`` is for messages and counts."""

    name: str
    matrix: Matrix
    targets: tuple[int, ...]
    controls: tuple[int, ...] = ()

    def apply(self, state: State) -> None:
        """Change the state in place."""
        kernel.apply(state, self.matrix, self.targets, self.controls)


@frozen
class PauliExponential:
    """exp(-i time sum c_k P_k), exactly; letter i of a string acts on target i."""

    terms: tuple[str, ...]
    coefficients: tuple[float, ...]
    time: float
    targets: tuple[int, ...]
    controls: tuple[int, ...] = ()

    @property
    def commuting(self) -> bool:
        """Whether all terms commute with each other, so that the exponential is a product."""
        return all(_commute(a, b) for i, a in enumerate(self.terms) for b in self.terms[:i])

    def apply(self, state: State) -> None:
        """Change the state in place."""
        if self.controls:
            part, copy, numbers = kernel.controlled(state, self.controls)
            self._evolve(copy, tuple(numbers[qubit] for qubit in self.targets))
            part[...] = copy.reshape(part.shape)
        else:
            self._evolve(state, self.targets)

    def _evolve(self, state: State, targets: tuple[int, ...]) -> None:
        if self.commuting:
            for term, coefficient in zip(self.terms, self.coefficients, strict=True):
                angle = coefficient * self.time
                turned = state.copy()
                kernel.pauli_string(turned, term, targets)
                state *= cos(angle)
                state += turned * np.asarray(-1j * sin(angle), dtype=state.dtype)
        else:
            self._taylor(state, targets)

    def _taylor(self, state: State, targets: tuple[int, ...]) -> None:
        """Sum the exponential series in steps whose norm is at most one, to the last digit."""
        norm = abs(self.time) * sum(abs(c) for c in self.coefficients)
        steps = max(1, int(np.ceil(norm)))
        for _ in range(steps):
            summand = state.copy()
            order = 0
            while order < 60 and np.abs(summand).max() > 1e-17:
                order += 1
                summand = self._hamiltonian(summand, targets)
                summand *= np.asarray(-1j * self.time / steps / order, dtype=state.dtype)
                state += summand

    def _hamiltonian(self, state: State, targets: tuple[int, ...]) -> State:
        total = np.zeros_like(state)
        for term, coefficient in zip(self.terms, self.coefficients, strict=True):
            turned = state.copy()
            kernel.pauli_string(turned, term, targets)
            turned *= np.asarray(coefficient, dtype=state.dtype)
            total += turned
        return total


def _commute(a: str, b: str) -> bool:
    return sum(x != y and "I" not in (x, y) for x, y in zip(a, b, strict=True)) % 2 == 0


@frozen
class Circuit:
    """Qubits and operations, checked: every index is in range and no qubit is used twice in one operation.

    ``measured`` names the qubit behind each classical bit, or is None when every qubit is measured at the end.
    """

    qubits: int
    operations: tuple[Operation, ...]
    measured: tuple[int | None, ...] | None = None

    def gate_counts(self) -> dict[str, int]:
        """Count operations on one qubit and on more, controls included."""
        singles = sum(len(op.targets) + len(op.controls) == 1 for op in self.operations)
        return {"1q": singles, "2q": len(self.operations) - singles}
