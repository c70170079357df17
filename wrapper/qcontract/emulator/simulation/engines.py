"""What moves a state vector: the numpy kernel, which is the reference, or qulacs when it is installed.

Both take the same operations. Up to ``DOUBLE_PRECISION_QUBITS`` both compute in double precision and agree to 1e-9 in
every probability. Above that the numpy kernel uses single precision, to halve its memory, and is right to about 1e-6.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib.util import find_spec
from typing import Any, Final, Protocol

import numpy as np

from .failures import CircuitFailure
from .kernel import State, zero_state
from .operations import Operation

__all__ = ["DOUBLE_PRECISION_QUBITS", "ENGINE_VARIABLE", "Engine", "NumpyEngine", "choose", "estimated_bytes"]

DOUBLE_PRECISION_QUBITS: Final = 22

ENGINE_VARIABLE: Final = "QCONTRACT_ENGINE"
"""Environment variable of the emulator: ``numpy`` or ``qulacs``; by default qulacs where it is installed and pays."""

_ACCELERATED_QUBITS: Final = 8
"""A state below this size is not worth the import of an accelerator."""


class Engine(Protocol):
    """Applies operations to a state.

    ``lanes`` is the number of amplitudes that it likes to have at a time: where states are smaller than this, several
    of them may be given as one larger state.
    """

    lanes: int

    def __call__(self, qubits: int, operations: Iterable[Operation], start: State | None = None) -> State:
        """Return the state after the operations.

        Args:
            qubits: Number of qubits.
            operations: What to apply, in order.
            start: The state before, which this may change; None for the one in which every qubit is 0.
        """
        ...


class NumpyEngine:
    """The kernel of this package."""

    lanes = 1 << 15

    def __call__(self, qubits: int, operations: Iterable[Operation], start: State | None = None) -> State:
        """Return the state after the operations, which is ``start`` itself when that is given."""
        state = zero_state(qubits, _precision(qubits)) if start is None else start
        for operation in operations:
            operation.apply(state)
        return state


def _precision(qubits: int) -> type[np.complexfloating[Any, Any]]:
    return np.complex128 if qubits <= DOUBLE_PRECISION_QUBITS else np.complex64


def estimated_bytes(qubits: int) -> int:
    """Return the memory that the numpy kernel needs: the state, and as much again for what is made of it."""
    amplitude = 16 if qubits <= DOUBLE_PRECISION_QUBITS else 8
    return (amplitude << qubits) * 5 // 2


def choose(qubits: int, memory: int) -> Engine:
    """Return the engine for a circuit.

    Args:
        qubits: Number of qubits.
        memory: Bytes that the run may use; the numpy kernel is chosen where only it fits in.

    Raises:
        CircuitFailure: The environment asks for qulacs, and it is not installed.
    """
    wanted = os.environ.get(ENGINE_VARIABLE, "")
    installed = find_spec("qulacs") is not None
    if wanted == "qulacs" and not installed:
        raise CircuitFailure("SimulationError", f"{ENGINE_VARIABLE}=qulacs needs qulacs: pip install 'qcontract[sim]'")
    if not installed or wanted == "numpy" or (qubits < _ACCELERATED_QUBITS and wanted != "qulacs"):
        return NumpyEngine()
    from . import qulacs_engine

    return qulacs_engine.QulacsEngine() if qulacs_engine.estimated_bytes(qubits) <= memory else NumpyEngine()
