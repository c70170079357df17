"""One order from the queue to its outcomes: what the worker process does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from . import compiled, debiasing, engines, ideal, ionq_json, noise, qasm
from .failures import CircuitFailure
from .operations import Circuit

__all__ = ["outcomes"]

_SEEDS: Final = 1 << 63


def outcomes(order: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Run every circuit of an order.

    Args:
        order: ``circuits``, each ``{format: ionq | qasm, program, gateset?}``; ``mode``: exact, counts, noisy, or
            machine, which is noisy as far as rates are published; ``shots``; ``seed``; ``max_qubits``; ``memory`` in
            bytes; ``model``: the noise model or machine; ``debias``: whether a machine runs variants of the circuits;
            ``native``: ms or zz, for the compiled circuits to be kept; ``dry_run``.

    Returns:
        For every circuit ``{qubits, gate_counts}`` with the results by their kind: ``probabilities``; ``counts`` after
        sampling; ``compiled.native`` and ``compiled.qasm3``; after debiasing ``variants``, ``aggregated`` and
        ``sharpened``. Or ``{failure: {code, message}}``.
    """
    if not order["circuits"]:
        return [{"failure": {"code": "InvalidInput", "message": "the job has no circuit"}}]
    return [_outcome(circuit, order, number) for number, circuit in enumerate(order["circuits"])]


def _outcome(source: Mapping[str, Any], order: Mapping[str, Any], number: int) -> dict[str, Any]:
    # Circuits of one job get different streams of random numbers.
    order = {**order, "seed": (order["seed"] + number) % _SEEDS}
    try:
        circuit = _parse(source)
        _admit(circuit.qubits, order)
        found = {"qubits": circuit.qubits, "gate_counts": circuit.gate_counts()}
        if order.get("native"):
            found |= compiled.documents(circuit, order["native"])
        return found if order.get("dry_run") else found | _result(circuit, order)
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
    needed = engines.estimated_bytes(qubits)
    if needed > order["memory"]:
        raise CircuitFailure(
            "SimulationError",
            f"the circuit needs about {needed >> 20} MiB, the emulator allows {order['memory'] >> 20}",
        )


def _result(circuit: Circuit, order: Mapping[str, Any]) -> dict[str, Any]:
    engine = engines.choose(circuit.qubits, order["memory"])
    if order["mode"] == "exact":
        return {"probabilities": ideal.distribution(ideal.probabilities(ideal.run(circuit, engine)))}
    if order["mode"] == "machine":
        return _machine(circuit, order, engine)
    if order["mode"] == "noisy":
        rates = noise.model(order["model"])
        _admit(circuit.qubits, {**order, "max_qubits": rates.qubits})
        return _sampled(noise.sample(circuit, rates, order["shots"], order["seed"], engine), circuit.qubits)
    return _measured(circuit, order, engine)


def _machine(circuit: Circuit, order: Mapping[str, Any], engine: engines.Engine) -> dict[str, Any]:
    """Run on an emulated machine; one whose rates are not published is taken to have no noise."""
    shots, seed, rates = order["shots"], order["seed"], noise.MODELS.get(order["model"])
    if order.get("debias"):
        runs = debiasing.variants(circuit, rates or noise.NOISELESS, shots, seed, engine)
        found = _sampled(debiasing.averaged(runs), circuit.qubits)
        return {
            **found,
            "variants": [{"qubit_map": [*run.qubit_map], **_histogram(run.counts)} for run in runs],
            "aggregated": found["probabilities"],
            "sharpened": {str(state): weight for state, weight in debiasing.sharpened(runs, seed).items()},
        }
    if rates is None:
        return _measured(circuit, order, engine)
    return _sampled(noise.sample(circuit, rates, shots, seed, engine), circuit.qubits)


def _measured(circuit: Circuit, order: Mapping[str, Any], engine: engines.Engine) -> dict[str, Any]:
    weights = ideal.probabilities(ideal.run(circuit, engine))
    counts = ideal.draw(weights, order["shots"], np.random.default_rng(order["seed"]))
    if circuit.measured is None or order.get("all_qubits"):
        return _sampled(counts, circuit.qubits)
    return _sampled(_classical(counts, circuit.measured), len(circuit.measured))


def _sampled(counts: Mapping[int, int], width: int) -> dict[str, Any]:
    return {"width": width, **_histogram(counts)}


def _histogram(counts: Mapping[int, int]) -> dict[str, dict[str, Any]]:
    ordered, shots = sorted(counts.items()), sum(counts.values())
    return {
        "counts": {str(state): count for state, count in ordered},
        "probabilities": {str(state): count / shots for state, count in ordered},
    }


def _classical(counts: dict[int, int], measured: tuple[int | None, ...]) -> dict[int, int]:
    """Rewrite states of the qubits as values of the classical bits; a bit that nothing was measured into is 0."""
    result: dict[int, int] = {}
    for state, count in counts.items():
        value = sum(((state >> qubit) & 1) << bit for bit, qubit in enumerate(measured) if qubit is not None)
        result[value] = result.get(value, 0) + count
    return result
