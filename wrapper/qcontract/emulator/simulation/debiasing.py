"""Debiasing on an emulated machine: the circuit run on permuted qubits, and the ways to combine what was measured.

The emulated noise is the same on every qubit, so that permuting them removes no bias here: the runs are honest, and
their number, their permutations and the rule for ties are our choice.

Source: docs.ionq.com, debiasing and sharpening: average is the default, sharpening a plurality vote over the variants
that falls back to averaging where no state wins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import factorial
from typing import Final

import numpy as np
from attrs import frozen

from .engines import Engine
from .noise import Model, sample
from .operations import Circuit, relabelled

__all__ = ["VARIANTS", "Variant", "averaged", "sharpened", "variants"]

VARIANTS: Final = 20


@frozen
class Variant:
    """One run; ``qubit_map`` has for each qubit of the circuit the one it was run on."""

    qubit_map: tuple[int, ...]
    counts: Mapping[int, int]


def variants(circuit: Circuit, rates: Model, shots: int, seed: int, engine: Engine) -> list[Variant]:
    """Run a circuit on several permutations of its qubits, the first being that of the circuit itself."""
    random = np.random.default_rng(seed)
    maps = _maps(circuit.qubits, random)
    share, rest = divmod(shots, len(maps))
    return [
        _run(circuit, places, rates, share + (number < rest), int(random.integers(1 << 62)), engine)
        for number, places in enumerate(maps)
    ]


def _maps(qubits: int, random: np.random.Generator) -> list[tuple[int, ...]]:
    found = {tuple(range(qubits)): None}
    wanted = VARIANTS if qubits > VARIANTS else min(VARIANTS, factorial(qubits))
    while len(found) < wanted:
        found[tuple(random.permutation(qubits).tolist())] = None
    return list(found)


def _run(circuit: Circuit, places: tuple[int, ...], rates: Model, shots: int, seed: int, engine: Engine) -> Variant:
    permuted = Circuit(circuit.qubits, tuple(relabelled(one, places) for one in circuit.operations))
    measured = sample(permuted, rates, shots, seed, engine)
    counts = {sum(((state >> place) & 1) << q for q, place in enumerate(places)): n for state, n in measured.items()}
    return Variant(places, dict(sorted(counts.items())))


def averaged(runs: Sequence[Variant]) -> dict[int, int]:
    """Return the counts of all variants together."""
    total: Counter[int] = Counter()
    for run in runs:
        total.update(run.counts)
    return dict(sorted(total.items()))


def sharpened(runs: Sequence[Variant], seed: int) -> dict[int, float]:
    """Return probabilities by vote: in every round each variant puts in one shot, and the most frequent state wins.

    A round without a single winner counts as the average of its votes.
    """
    random = np.random.default_rng(seed)
    shots = [random.permutation(np.repeat([*run.counts], [*run.counts.values()])).tolist() for run in runs]
    total: Counter[int] = Counter()
    weights: dict[int, float] = {}
    rounds = min(map(len, shots))
    for votes in zip(*(one[:rounds] for one in shots), strict=True):
        (first, most), *others = Counter(votes).most_common(2)
        if not others or others[0][1] < most:
            total[first] += 1
        else:
            for state in votes:
                weights[state] = weights.get(state, 0.0) + 1 / len(votes)
    states = sorted({*total, *weights})
    return {state: (total[state] + weights.get(state, 0.0)) / rounds for state in states}
