"""Programs in the forms that services take, and probabilities in the form that IonQ sends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qcontract.apis.binding import Answer
from qcontract.errors import ConfigurationError
from qcontract.model.circuit import Circuit
from qcontract.model.program import Batch, Program
from qcontract.model.result import CircuitResult
from qcontract.model.submission import Submission
from qcontract.model.untyped import is_number, is_object

__all__ = ["TOKEN", "attached", "batch_input", "circuit_result", "gate_counts", "qubits_of"]

TOKEN = "qcontract_token"  # noqa: S105 - the name of a member, not a secret
"""Name under which a submission's token travels in the job's metadata or tags."""


def attached(submission: Submission) -> dict[str, str]:
    """Return the caller's metadata and the token.

    Raises:
        ConfigurationError: A value is no text, or the caller uses the token's name.
    """
    for name, value in submission.metadata.items():
        if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ConfigurationError(f"metadata {name!r} must be a text, got {type(value).__name__}")
    if TOKEN in submission.metadata:
        raise ConfigurationError(f"the metadata name {TOKEN!r} is taken", hint="pass your own token with token=")
    return {**submission.metadata, TOKEN: submission.token}


def qubits_of(program: Program) -> int | None:
    """Return the number of qubits, of the widest circuit; None for OpenQASM, which the service reads."""
    return program.qubits if isinstance(program, Circuit | Batch) else None


def batch_input(batch: Batch) -> dict[str, Any]:
    """Return several circuits in IonQ's form; each says its own gateset and width."""
    return {
        "gateset": batch.circuits[0].gateset,
        "qubits": batch.qubits,
        "circuits": [circuit.to_json() for circuit in batch.circuits],
    }


def gate_counts(circuit: Circuit) -> tuple[int, int]:
    """Return the numbers of gates on one qubit and on several; a gate on a list of targets counts once for each."""
    widths = [
        width
        for gate in circuit.gates
        for width in ([1] * len(gate.targets) if gate.name not in _PAIRS and not gate.controls else [2])
    ]
    return widths.count(1), widths.count(2)


_PAIRS = frozenset({"swap", "xx", "yy", "zz", "ms", "pauliexp", "cnot"})


def circuit_result(answer: Answer, states: object, qubits: int | None, job_id: str | None) -> CircuitResult:
    """Return a result from IonQ's map of decimal state to probability; qubit 0 is the least significant bit.

    Raises:
        ResponseShapeError: A key is no state, or a value no probability.
    """
    if not is_object(states):
        raise answer.misfit("probabilities", "expected an object")
    probabilities = dict(_probabilities(answer, states))
    widest = max(probabilities, default=0).bit_length()
    return CircuitResult(max(qubits or 1, widest), probabilities, job_id=job_id)


def _probabilities(answer: Answer, states: Mapping[str, Any]) -> list[tuple[int, float]]:
    found: list[tuple[int, float]] = []
    for state, p in states.items():
        if not (state.isascii() and state.isdigit()):
            raise answer.misfit(state, "a state must be a decimal number")
        if not is_number(p) or not -1e-9 <= p <= 1 + 1e-9:
            raise answer.misfit(state, f"a probability lies between 0 and 1, got {p!r:.40}")
        found.append((int(state), float(p)))
    return found
