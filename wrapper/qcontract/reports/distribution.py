"""A job and its result, as a histogram for people and as JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator

from qcontract.model.job import Job
from qcontract.model.result import CircuitResult, Result, bit_string

__all__ = ["as_json", "as_text"]

_BAR = 40
_ROWS = 32


def as_json(job: Job, result: Result) -> str:
    """Return a job's result as JSON, schema ``qcontract.run/1``."""
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
    return json.dumps(document, indent=2, ensure_ascii=False)


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


def as_text(job: Job, result: Result) -> str:
    """Return a job's result as histograms, the most probable states of each circuit."""
    head = f"{result.ref}  {result.contract}  {result.origin}  {job.backend or ''}  {job.status.value}"
    lines = [head, "states: qubit 0 is the rightmost bit"]
    for index, circuit in enumerate(result.circuits):
        if len(result.circuits) > 1:
            lines.append(f"circuit {index}")
        lines.extend(_rows(circuit))
    return "\n".join(lines)


def _rows(circuit: CircuitResult) -> Iterator[str]:
    ranked = sorted(circuit.probabilities, key=lambda state: (-circuit.probabilities[state], state))
    shown, hidden = sorted(ranked[:_ROWS]), ranked[_ROWS:]
    for state in shown:
        p = circuit.probabilities[state]
        count = f"  {circuit.counts.get(state, 0)} shots" if circuit.counts is not None else ""
        yield f"  {bit_string(state, circuit.qubits)}  {'█' * round(p * _BAR):<{_BAR}}  {p:.10f}{count}"
    if hidden:
        rest = sum(circuit.probabilities[state] for state in hidden)
        yield f"  and {len(hidden)} more states with {rest:.6f} together (--format json shows all)"
    if circuit.estimated:
        yield "  probabilities are frequencies of the shots"
