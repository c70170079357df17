"""Depolarizing noise by trajectories: one simulation for each distinct pattern of errors.

After every gate the state of its qubits is replaced by the maximally mixed one with probability r, which is the same as
a Pauli operator drawn evenly from all of them, the identity included.

Source: docs.ionq.com, simulation with noise models, for the channel and the rates; read in November 2026. The rates are
approximate for real machines, and nothing is known there about preparation and readout errors.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

import numpy as np
from attrs import frozen

from .engines import Engine, NumpyEngine
from .failures import CircuitFailure
from .ideal import draw, probabilities
from .lowering import lower
from .operations import Circuit, Gate
from .trajectories import Errors, trajectories, width

__all__ = ["MAX_LOCATIONS", "MODELS", "NOISELESS", "UNPUBLISHED", "Model", "model", "sample"]

MAX_LOCATIONS = 200_000_000
"""Largest product of noisy gates and shots."""


@frozen
class Model:
    """Error rates of gates on one and on two qubits, and the number of qubits of the machine."""

    one: float
    two: float
    qubits: int


MODELS: Final = {
    "aria-1": Model(0.0005, 0.0133, 25),
    "aria-2": Model(0.0006573333333333332, 0.01856, 25),
    "forte-1": Model(0.0002666666666666667, 0.004949333333333333, 29),
}
NOISELESS: Final = Model(0.0, 0.0, 29)
UNPUBLISHED: Final = ("harmony", "harmony-1", "harmony-2", "forte-enterprise-1")


def model(name: str) -> Model:
    """Return the published rates of a noise model.

    Raises:
        CircuitFailure: There is none of that name, or its rates are not published.
    """
    if name in MODELS:
        return MODELS[name]
    if name in UNPUBLISHED:
        computed = f"those of {', '.join(MODELS)} are"
        raise CircuitFailure(
            "SimulationError", f"the error rates of the noise model {name} are not published; {computed}"
        )
    known = ", ".join(("ideal", *MODELS, *UNPUBLISHED))
    raise CircuitFailure("InvalidInput", f"there is no noise model {name[:40]!r}; known are {known}")


def sample(circuit: Circuit, rates: Model, shots: int, seed: int, engine: Engine | None = None) -> dict[int, int]:
    """Return how often each state was measured in ``shots`` noisy runs."""
    gates = lower(circuit.operations, MAX_LOCATIONS // shots)
    if gates is None:
        raise CircuitFailure("SimulationError", "too many gates times shots for a noisy simulation")
    random = np.random.default_rng(seed)
    counts: Counter[int] = Counter()
    patterns = Counter(_patterns(gates, rates, shots, random))
    for pattern, state in trajectories(circuit.qubits, gates, patterns, engine or NumpyEngine()):
        counts.update(draw(probabilities(state), patterns[pattern], random))
    return dict(counts)


def _patterns(gates: list[Gate], rates: Model, shots: int, random: np.random.Generator) -> Iterator[Errors]:
    """Draw the errors of every shot."""
    strings = np.array([4 ** width(gate) for gate in gates])
    chance = np.array([rates.one if width(gate) == 1 else rates.two for gate in gates]) * (1 - 1 / strings)
    block = max(1, 2_000_000 // max(1, len(gates)))
    for start in range(0, shots, block):
        size = min(block, shots - start)
        rows, columns = np.nonzero(random.random((size, len(gates))) < chance)
        letters = random.integers(1, strings[columns]) if len(columns) else columns
        errors: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for row, column, letter in zip(rows.tolist(), columns.tolist(), letters.tolist(), strict=True):
            errors[row].append((column, letter))
        yield from (tuple(errors.get(row, ())) for row in range(size))
