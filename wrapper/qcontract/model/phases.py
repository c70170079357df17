"""A phase that several qubits decide on together, written with the phase gate and controlled NOTs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

__all__ = ["phase"]


def phase(angle: float, qubits: Sequence[int]) -> Iterator[str]:
    """Write the phase ``angle`` of the states in which all ``qubits`` are 1, in OpenQASM.

    The product of k bits is a sum over the parities of their subsets, with alternating signs and the weight 2^(1-k).
    Subsets with the same last qubit follow each other in Gray code, so that one controlled NOT leads to the next.

    Args:
        angle: In radians.
        qubits: At least one qubit; none means a global phase, and nothing is written.

    Example:
        >>> list(phase(3.0, [4]))
        ['p(3.0) q[4];']
        >>> len(list(phase(3.0, [0, 1, 2])))
        13
    """
    if len(qubits) == 1:
        yield f"p({angle!r}) q[{qubits[0]}];"
    elif len(qubits) == 2:
        yield f"cp({angle!r}) q[{qubits[0]}], q[{qubits[1]}];"
    elif qubits:
        share = angle / 2 ** (len(qubits) - 1)
        for place, last in enumerate(qubits):
            yield from _parities(share, qubits[:place], last)


def _parities(share: float, others: Sequence[int], last: int) -> Iterator[str]:
    """Write the phases of all subsets that have ``last`` as their last qubit, and leave the qubits as they were."""
    for step in range(2 ** len(others)):
        subset = step ^ (step >> 1)
        sign = -1 if subset.bit_count() % 2 else 1
        yield f"p({sign * share!r}) q[{last}];"
        following = (step + 1) % 2 ** len(others)
        changed = (subset ^ following ^ (following >> 1)).bit_length() - 1
        if others:
            yield f"cx q[{others[changed]}], q[{last}];"
