"""A job and its result, as a histogram for people and as JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator

from qcontract.model.job import Job
from qcontract.model.result import CircuitResult, Result, bit_string
from qcontract.reports.printable import printable

__all__ = ["as_json", "as_text"]

_WIDTH = 40
_ROWS = 32


def as_json(job: Job, result: Result) -> str:
    """Return a job's result as JSON, schema ``qcontract.run/1``; it is ASCII, so that it fits every stream."""
    document = {
        "schema": "qcontract.run/1",
        "origin": result.origin,
        "contract": result.contract,
        "job": result.ref,
        "backend": job.backend,
        "status": job.status.value,
        "shots": job.shots,
        "qubit0": "right",
        "circuits": [_circuit(circuit) for circuit in result.circuits],
    }
    return json.dumps(document, indent=2)


def _circuit(circuit: CircuitResult) -> dict[str, object]:
    counts = circuit.counts
    return {
        "qubits": circuit.qubits,
        "probabilities": circuit.distribution(),
        "estimated": circuit.estimated,
        "counts": None
        if counts is None
        else {bit_string(state, circuit.qubits): counts[state] for state in sorted(counts)},
    }


def as_text(job: Job, result: Result, *, bar: str = "█") -> str:
    """Return a job's result as histograms, the most probable states of each circuit.

    Args:
        job: The job.
        result: Its result.
        bar: What bars are made of; the longest bar of a circuit is that of its most probable state.
    """
    head = (result.ref, result.contract, result.origin, printable(job.backend or ""), job.status.value)
    lines = ["  ".join(filter(None, head)), "states: qubit 0 is the rightmost bit"]
    for index, circuit in enumerate(result.circuits):
        if len(result.circuits) > 1:
            lines.append(f"circuit {index}")
        lines.extend(_rows(circuit, bar))
    return "\n".join(lines)


def _rows(circuit: CircuitResult, bar: str) -> Iterator[str]:
    p, counts = circuit.probabilities, circuit.counts
    ranked = sorted(p, key=lambda state: (-p[state], state))
    if not ranked:
        yield "  no state was measured"
        return
    highest = max(p[ranked[0]], 1e-12)
    digits = len(str(max(counts.values(), default=0))) if counts else 0
    for state in sorted(ranked[:_ROWS]):
        length = bar * round(p[state] / highest * _WIDTH)
        seen = f"  {counts.get(state, 0):>{digits}} shots" if counts else ""
        yield f"  {bit_string(state, circuit.qubits)}  {length:<{_WIDTH}}  {p[state]:.10f}{seen}"
    hidden = ranked[_ROWS:]
    if hidden:
        rest = sum(p[state] for state in hidden)
        yield f"  and {len(hidden)} more states with {rest:.10f} together (--format json shows all)"
    if circuit.estimated:
        yield "  probabilities are frequencies of the shots"
