"""Programs in the forms that services take, and probabilities in the form that IonQ sends."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from typing import Any

from qcontract.apis.binding import Answer
from qcontract.errors import ConfigurationError
from qcontract.model.circuit import Circuit
from qcontract.model.job import Job
from qcontract.model.program import Batch, Program
from qcontract.model.result import CircuitResult
from qcontract.model.submission import Submission
from qcontract.model.untyped import is_number, is_object

__all__ = [
    "TOKEN",
    "attached",
    "batch_input",
    "by_child",
    "circuit_result",
    "doubt_sum",
    "far_apart",
    "gate_counts",
    "is_probability",
    "qubits_of",
]

TOKEN = "qcontract_token"  # noqa: S105 - the name of a member, not a secret
"""Name under which a submission's token travels in the job's metadata or tags."""


def attached(submission: Submission) -> dict[str, str]:
    """Return the caller's metadata and the token.

    Raises:
        ConfigurationError: The caller uses the token's name.
    """
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


def gate_counts(circuit: Circuit) -> tuple[int, int] | None:
    """Return the numbers of gates on one qubit and on two; a gate on a list of targets counts once for each.

    None when a gate acts on more than two qubits together: it is compiled into a number of gates that only the service
    knows, and a count that is too low would let a job pass a spending limit.
    """
    single = several = 0
    for gate in circuit.gates:
        if len(gate.controls) > 1 or gate.name == "pauliexp" or (gate.controls and gate.name in _JOINT):
            return None
        number = 1 if gate.name in _JOINT else len(gate.targets)
        if gate.controls or gate.name in _JOINT:
            several += number
        else:
            single += number
    return single, several


_JOINT = frozenset({"swap", "xx", "yy", "zz", "ms", "pauliexp"})
"""Gates that act on all their targets together."""


def by_child(answer: Answer, results: Mapping[str, Any], job: Job) -> list[tuple[str, object]]:
    """Return the results of a multi-circuit job in the order of its circuits.

    Of a job that does not name its children the answer's own order is all there is, and that is told.

    Raises:
        ResponseShapeError: A circuit has no result: going on would shift those after it.
    """
    if not job.children:
        if len(results) > 1:
            answer.doubt("", "the job does not name its circuits, so that their order is not known")
        return list(results.items())
    for child in job.children:
        if child not in results:
            raise answer.misfit(child, "the result of this circuit is missing")
    for stranger in results.keys() - set(job.children):
        answer.doubt(f"/{stranger}", "it belongs to none of the job's circuits")
    return [(child, results[child]) for child in job.children]


def circuit_result(answer: Answer, states: object, qubits: int | None, job_id: str | None) -> CircuitResult:
    """Return a result from IonQ's map of decimal state to probability; qubit 0 is the least significant bit.

    The map does not say how wide its circuit is. What the job says is given as ``qubits``, and of a job of several
    circuits that is the width of its widest: a narrower circuit's result then has qubits that it never had, all 0.
    Probabilities that no circuit gives are told and returned: what they were computed from may have been paid for.

    Args:
        answer: The answer that the map stands in.
        states: The map.
        qubits: Number of qubits of the job; None when it is not known. The states count when they need more.
        job_id: Id of the circuit's own job.

    Raises:
        ResponseShapeError: A key is no state, or a value no probability.
    """
    if not is_object(states):
        raise answer.misfit("probabilities", "expected an object")
    found = _probabilities(answer, states)
    probabilities = dict(found)
    if len(probabilities) != len(found):
        raise answer.misfit("probabilities", "two keys mean the same state")
    widest = max(probabilities, default=0).bit_length()
    place = "" if states is answer.raw else f"/{job_id}"
    doubt_sum(answer, place, probabilities.values())
    if qubits is not None and widest > qubits:
        answer.doubt(place, f"it has a state of {widest} qubits, and the job has {qubits}")
    return CircuitResult(max(qubits or 1, widest), probabilities, job_id=job_id)


_ROUNDING = 5e-5
"""Most by which a probability is rounded: published answers have four decimals and more."""
_LARGEST_GAP = 0.01
"""Most by which the sum of many rounded ones may miss 1: one shot of IonQ's default of 100."""


def doubt_sum(answer: Answer, place: str, probabilities: Collection[float]) -> None:
    """Tell with the answer when probabilities do not add up to 1, give or take what rounding makes of it."""
    total = math.fsum(probabilities)
    if abs(total - 1) > min(_ROUNDING * max(len(probabilities), 2), _LARGEST_GAP):
        answer.doubt(place, f"its probabilities add up to {total:g}")


def far_apart(one: Mapping[int, float], other: Mapping[int, float]) -> bool:
    """Whether two distributions differ by more than rounding."""
    return any(abs(one.get(state, 0.0) - other.get(state, 0.0)) > _LARGEST_GAP for state in {*one, *other})


def is_probability(value: object) -> bool:
    """Whether the value is a number from 0 to 1, give or take a rounding error."""
    return is_number(value) and -1e-9 <= value <= 1 + 1e-9


_LONGEST_STATE = 309
"""More decimal digits than the states of a thousand qubits have, and fewer than Python refuses to read."""


def _probabilities(answer: Answer, states: Mapping[str, Any]) -> list[tuple[int, float]]:
    found: list[tuple[int, float]] = []
    for state, p in states.items():
        if not (state.isascii() and state.isdigit() and len(state) <= _LONGEST_STATE):
            raise answer.misfit(state, "a state must be a decimal number")
        if not is_probability(p):
            raise answer.misfit(state, f"a probability lies between 0 and 1, got {p!r:.40}")
        found.append((int(state), float(p)))
    return found
