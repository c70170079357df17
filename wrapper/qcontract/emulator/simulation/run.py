"""One order from the queue to its outcomes: what the worker process does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from . import ideal, ionq_json, noise, qasm
from .failures import CircuitFailure
from .operations import Circuit

__all__ = ["outcomes"]


def outcomes(order: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Run every circuit of an order.

    Args:
        order: ``circuits``, each ``{format: ionq | qasm, program, gateset?}``; ``mode``: exact, counts or noisy;
            ``shots``; ``seed``; ``max_qubits``; ``memory`` in bytes; ``model``: the noise model; ``dry_run``.

    Returns:
        For every circuit ``{qubits, gate_counts}`` with ``probabilities`` (and, after sampling, ``counts``), or
        ``{failure: {code, message}}``.
    """
    if not order["circuits"]:
        return [{"failure": {"code": "InvalidInput", "message": "the job has no circuit"}}]
    return [_outcome(circuit, order, number) for number, circuit in enumerate(order["circuits"])]


def _outcome(source: Mapping[str, Any], order: Mapping[str, Any], number: int) -> dict[str, Any]:
    try:
        circuit = _parse(source)
        _admit(circuit.qubits, order)
        about = {"qubits": circuit.qubits, "gate_counts": circuit.gate_counts()}
        return about if order.get("dry_run") else about | _result(circuit, order, number)
    except CircuitFailure as failure:
        return {"failure": {"code": failure.code, "message": failure.message}}
    except MemoryError:
        return {"failure": {"code": "SimulationError", "message": "the simulation ran out of memory"}}


def _parse(source: Mapping[str, Any]) -> Circuit:
    if source["format"] == "qasm":
        return qasm.parse(source["program"])
    if source["format"] == "ionq":
        return ionq_json.parse(source["program"], source.get("gateset"))
    raise CircuitFailure(
        "PreflightError", f"the emulator does not run programs in the format {source['format'][:40]!r}"
    )


def _admit(qubits: int, order: Mapping[str, Any]) -> None:
    if qubits > order["max_qubits"]:
        raise CircuitFailure("NotEnoughQubits", f"the circuit has {qubits} qubits, the backend {order['max_qubits']}")
    needed = ideal.estimated_bytes(qubits)
    if needed > order["memory"]:
        raise CircuitFailure(
            "SimulationError",
            f"the circuit needs about {needed >> 20} MiB, the emulator allows {order['memory'] >> 20}",
        )


def _result(circuit: Circuit, order: Mapping[str, Any], number: int) -> dict[str, Any]:
    if order["mode"] == "exact":
        return {"probabilities": ideal.distribution(ideal.probabilities(ideal.run(circuit)))}
    counts, width = _counts(circuit, order, number)
    shots = order["shots"]
    ordered = dict(sorted(counts.items()))
    return {
        "width": width,
        "counts": {str(state): count for state, count in ordered.items()},
        "probabilities": {str(state): count / shots for state, count in ordered.items()},
    }


def _counts(circuit: Circuit, order: Mapping[str, Any], number: int) -> tuple[dict[int, int], int]:
    """Return counts and how many bits a state has; circuits of one job get different streams of random numbers."""
    shots = order["shots"]
    seed = (order["seed"] + number) % (1 << 63)
    if order["mode"] == "noisy":
        rates = noise.model(order["model"])
        _admit(circuit.qubits, {**order, "max_qubits": rates.qubits})
        return noise.sample(circuit, rates, shots, seed), circuit.qubits
    weights = ideal.probabilities(ideal.run(circuit))
    counts = ideal.draw(weights, shots, np.random.default_rng(seed))
    if circuit.measured is None or order.get("all_qubits"):
        return counts, circuit.qubits
    return _classical(counts, circuit.measured), len(circuit.measured)


def _classical(counts: dict[int, int], measured: tuple[int | None, ...]) -> dict[int, int]:
    """Rewrite states of the qubits as values of the classical bits; a bit that nothing was measured into is 0."""
    result: dict[int, int] = {}
    for state, count in counts.items():
        value = sum(((state >> qubit) & 1) << bit for bit, qubit in enumerate(measured) if qubit is not None)
        result[value] = result.get(value, 0) + count
    return result
