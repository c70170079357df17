"""What a circuit consists of: operations that know how to change a state."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, sin
from typing import Protocol, TypeAlias

import numpy as np
from attrs import evolve, frozen

from . import kernel
from .gates import Matrix
from .kernel import State

__all__ = ["Circuit", "Gate", "Operation", "PauliExponential", "Step", "relabelled"]

_TERMS_AT_ONCE = 256


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
        return _commute(self.terms)

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


Step: TypeAlias = Gate | PauliExponential
"""What programs are made of; :class:`Operation` is what engines need to know of it."""


def relabelled(operation: Step, places: Sequence[int]) -> Step:
    """Return the same operation on other qubits: ``places[q]`` instead of q."""
    targets, controls = (tuple(places[q] for q in qubits) for qubits in (operation.targets, operation.controls))
    return evolve(operation, targets=targets, controls=controls)


def _commute(terms: Sequence[str]) -> bool:
    """Tell whether all terms commute: two do if the places where their letters differ, none being I, are even."""
    letters = np.array([[*term] for term in terms])
    flips, signs = (np.isin(letters, [*kinds]).astype(np.float32) for kinds in ("XY", "YZ"))
    blocks = range(0, len(terms), _TERMS_AT_ONCE)
    rows = (slice(start, start + _TERMS_AT_ONCE) for start in blocks)
    return not any(((flips[row] @ signs.T + signs[row] @ flips.T) % 2).any() for row in rows)


@frozen
class Circuit:
    """Qubits and operations, checked: every index is in range and no qubit is used twice in one operation.

    ``measured`` names the qubit behind each classical bit, or is None when every qubit is measured at the end.
    """

    qubits: int
    operations: tuple[Step, ...]
    measured: tuple[int | None, ...] | None = None

    def gate_counts(self) -> dict[str, int]:
        """Count operations on one qubit and on more, controls included."""
        singles = sum(len(op.targets) + len(op.controls) == 1 for op in self.operations)
        return {"1q": singles, "2q": len(self.operations) - singles}
