"""What IonQ's API versions share: the form of one circuit, of noise, of a failure and of backends."""

from __future__ import annotations

from typing import Any

from qcontract.apis.binding import Answer
from qcontract.apis.reading import Members
from qcontract.model.circuit import Circuit
from qcontract.model.job import Backend, Failure
from qcontract.model.submission import Submission
from qcontract.model.untyped import is_list

__all__ = ["backend", "backends", "circuit_input", "failure", "noise"]


def circuit_input(circuit: Circuit) -> dict[str, Any]:
    """Return one circuit in IonQ's form, without its name: the input of a single circuit has none of its own."""
    body = circuit.to_json()
    body.pop("name", None)
    return body


def noise(submission: Submission) -> dict[str, Any] | None:
    """Return the noise model of a submission in IonQ's form."""
    model = submission.noise
    if model is None:
        return None
    return {"model": model.model} if model.seed is None else {"model": model.model, "seed": model.seed}


def failure(members: Members) -> Failure | None:
    """Read the failure of a job; v0.3 calls its message ``error``, and so do older answers of v0.4."""
    found = members.object("failure")
    message = found.text("message") or found.text("error")
    code = found.text("code")
    return Failure(code, message or "") if message or code else None


def backends(answer: Answer) -> tuple[Backend, ...]:
    """Read a list of backends."""
    raw = answer.raw if is_list(answer.raw) else []
    return tuple(backend(answer, item, generated) for item, generated in zip(raw, answer.generated, strict=True))


def backend(answer: Answer, raw: object, generated: object) -> Backend:
    """Read one backend.

    Raises:
        ResponseShapeError: It has no name or no status.
    """
    members = Members.of(answer, raw)
    name = members.required("backend")
    return Backend(
        name=name,
        status=members.required("status"),
        qubits=members.integer("qubits"),
        simulator=name == "simulator",
        queue_time=members.milliseconds("average_queue_time"),
        generated=generated,
        raw=members.raw,
    )
