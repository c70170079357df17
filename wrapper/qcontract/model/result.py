"""Results: probabilities and counts over basis states, read the same way on every API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from attrs import field, frozen

from qcontract.model.job import Origin

__all__ = ["CircuitResult", "Result", "bit_string"]


_SCALE = 2**128
"""What makes whole numbers of probabilities, so that shares are exact however many shots there are."""


def bit_string(state: int, qubits: int, qubit0: Literal["right", "left"] = "right") -> str:
    """Write a basis state as bits.

    Args:
        state: The state as an integer in which qubit 0 is the least significant bit.
        qubits: Number of qubits, the length of the string.
        qubit0: On which end qubit 0 stands.

    Example:
        >>> bit_string(1, 3), bit_string(1, 3, qubit0="left")
        ('001', '100')
    """
    bits = format(state, f"0{qubits}b") if qubits else ""
    return bits if qubit0 == "right" else bits[::-1]


@frozen
class CircuitResult:
    """What one circuit gave.

    Args:
        qubits: Number of qubits.
        probabilities: Basis state to probability; the state is an integer with qubit 0 as least significant bit, and
            states that were not seen are absent.
        counts: Basis state to number of shots, only if the service gave counts.
        estimated: Whether the probabilities are frequencies computed from ``counts``.
        job_id: The job of this circuit: a child's id in a multi-circuit job.

    Example:
        >>> result = CircuitResult(qubits=3, probabilities={1: 0.75, 5: 0.25})
        >>> result.distribution()
        {'001': 0.75, '101': 0.25}
        >>> result.expected_counts(10)
        {1: 8, 5: 2}
    """

    qubits: int
    probabilities: Mapping[int, float]
    counts: Mapping[int, int] | None = None
    estimated: bool = False
    job_id: str | None = None

    @classmethod
    def from_counts(cls, qubits: int, counts: Mapping[int, int], job_id: str | None = None) -> CircuitResult:
        """Return a result whose probabilities are the frequencies of ``counts``."""
        shots = sum(counts.values())
        frequencies = {state: number / shots for state, number in counts.items()} if shots else {}
        return cls(qubits, frequencies, counts=dict(counts), estimated=True, job_id=job_id)

    def distribution(self, qubit0: Literal["right", "left"] = "right") -> dict[str, float]:
        """Return probabilities by bit string, in the order of the states.

        Args:
            qubit0: On which end of the string qubit 0 stands.
        """
        return {
            bit_string(state, self.qubits, qubit0): self.probabilities[state] for state in sorted(self.probabilities)
        }

    def expected_counts(self, shots: int) -> dict[int, int]:
        """Return the whole counts nearest to ``probability * shots`` that sum to ``shots``.

        This is a computation, not a measurement: what the service measured is in ``counts``.

        Args:
            shots: Number of repetitions to share out.

        Raises:
            ValueError: ``shots`` is negative.
        """
        if shots < 0:
            raise ValueError(f"shots must not be negative, got {shots}")
        weights = {state: int(p * _SCALE) for state, p in sorted(self.probabilities.items()) if p > 0}
        total = sum(weights.values())
        if not total:
            return {}
        whole = {state: shots * weight // total for state, weight in weights.items()}
        by_remainder = sorted(weights, key=lambda state: -(shots * weights[state] % total))
        for state in by_remainder[: shots - sum(whole.values())]:
            whole[state] += 1
        return {state: number for state, number in whole.items() if number}


@frozen
class Result:
    """The result of a job: one entry per circuit, in the order in which they were submitted.

    Args:
        ref: Reference of the job, e.g. ``ionq-v0.4:<id>``.
        contract: The contract it was read with.
        origin: ``emulator`` or ``service``.
        circuits: One result per circuit.
        generated: The generated client's object of the answer.
        raw: The answer's JSON.
    """

    ref: str
    contract: str
    origin: Origin
    circuits: tuple[CircuitResult, ...]
    generated: object = field(default=None, repr=False, eq=False)
    raw: object = field(default=None, repr=False, eq=False)

    @property
    def only(self) -> CircuitResult:
        """The result of the only circuit.

        Raises:
            ValueError: The job had several circuits; read ``circuits`` instead.
        """
        if len(self.circuits) != 1:
            raise ValueError(f"{self.ref} has {len(self.circuits)} circuits: read .circuits, one result each")
        return self.circuits[0]

    @property
    def probabilities(self) -> Mapping[int, float]:
        """Probabilities of the only circuit, by state with qubit 0 as least significant bit."""
        return self.only.probabilities

    @property
    def counts(self) -> Mapping[int, int] | None:
        """Counts of the only circuit, if the service gave counts."""
        return self.only.counts

    @property
    def estimated(self) -> bool:
        """Whether the only circuit's probabilities are frequencies computed from its counts."""
        return self.only.estimated

    def expected_counts(self, shots: int) -> dict[int, int]:
        """Share ``shots`` out by the only circuit's probabilities; see ``CircuitResult.expected_counts``."""
        return self.only.expected_counts(shots)

    def distribution(self, qubit0: Literal["right", "left"] = "right") -> dict[str, float]:
        """Return the only circuit's probabilities by bit string; see ``CircuitResult.distribution``."""
        return self.only.distribution(qubit0)
