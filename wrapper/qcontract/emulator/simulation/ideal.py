"""Exact distributions of a circuit and samples of them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .engines import Engine, NumpyEngine
from .failures import CircuitFailure
from .fusion import fused
from .kernel import State
from .operations import Circuit

__all__ = ["MAX_OUTCOMES", "distribution", "draw", "probabilities", "run"]

MAX_OUTCOMES = 1 << 20
"""A result with more states than this is refused: its JSON would not fit into an answer."""


def run(circuit: Circuit, engine: Engine | None = None) -> State:
    """Return the amplitudes at the end of the circuit; without an engine the numpy kernel computes them."""
    return (engine or NumpyEngine())(circuit.qubits, fused(circuit.operations))


def probabilities(state: State) -> NDArray[Any]:
    """Return the probability of every state's number."""
    result: NDArray[Any] = np.square(state.real)
    result += np.square(state.imag)
    return result


def distribution(weights: NDArray[Any]) -> dict[str, float]:
    """Return the states that can be observed as ``{decimal number: probability}``, their sum being 1.

    Probabilities that rounding alone explains are left out, as the service leaves out those that are 0.
    """
    threshold = 1e-15 if weights.dtype == np.float64 else 1e-12
    kept = np.flatnonzero(weights > threshold)
    if len(kept) > MAX_OUTCOMES:
        raise CircuitFailure(
            "SimulationError", f"the result has {len(kept)} states; the emulator returns at most {MAX_OUTCOMES}"
        )
    values = weights[kept].astype(np.float64)
    values /= values.sum()
    return {str(number): value for number, value in zip(kept.tolist(), values.tolist(), strict=True)}


def draw(weights: NDArray[Any], shots: int, random: np.random.Generator) -> dict[int, int]:
    """Return how often each state was seen in ``shots`` measurements."""
    cumulative = np.cumsum(weights, dtype=np.float64)
    points: NDArray[np.float64] = random.random(shots) * cumulative[-1]
    picks: NDArray[np.intp] = np.searchsorted(cumulative, points, side="right")
    numbers, counts = np.unique(np.minimum(picks, len(weights) - 1), return_counts=True)
    return dict(zip(numbers.tolist(), counts.tolist(), strict=True))
