"""How a submission to any version of IonQ's API becomes a job, jobs of its circuits, and an order for a worker."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from attrs import evolve

from qcontract.contract.jsonvalue import is_array, is_object

from ..http import Fault
from ..jobs import Draft
from .base import Call
from .ionq import CIRCUIT, MULTI_CIRCUIT, QASM3, backend, debiased, entangler, exact

__all__ = ["submit"]

MAX_GATES: Final = 150_000
"""Largest number of gates in all circuits of one job."""

DEBIASED_FROM: Final = 500
"""Least number of shots of a debiased job."""

_EMULATED_QUBITS: Final = 29


def submit(call: Call, draft: Mapping[str, Any], program: Mapping[str, Any], *, debiasing: object = None) -> Draft:
    """Keep a job, with a job for each of its circuits if it has several, and return it.

    Args:
        call: The submission.
        draft: Members of the job's :class:`Draft` beside its id and owner.
        program: IonQ's ``input`` object.
        debiasing: What the submission says about it; None leaves it to the rules.
    """
    several = _circuits(program) if draft["type"] == MULTI_CIRCUIT else None
    first = call.core.store.reserve(1 + len(several or ()))
    about: dict[str, Any] = {**draft, "details": _details(draft, program, debiasing), "program": dict(program)}
    job = Draft(id=call.core.ids.job(first), vendor="ionq", project=call.owner.project, **about)
    children = [_child(job, call.core.ids.job(first + place), one) for place, one in enumerate(several or (), 1)]
    sources = several if several is not None else [dict(program)]
    call.core.submit(job, children, {"circuits": [_source(job, one) for one in sources], **_mode(job)})
    return job


def _child(parent: Draft, identifier: str, circuit: Mapping[str, Any]) -> Draft:
    # qiskit-ionq for v0.3 remaps the results of each circuit by the registers that it finds in the circuit's job.
    registers = {"registers": circuit["registers"]} if "registers" in circuit else {}
    return evolve(
        parent,
        id=identifier,
        type=CIRCUIT,
        name=circuit.get("name"),
        metadata=None,
        details={**parent.details, **registers},
        program=circuit,
    )


def _source(job: Draft, circuit: Mapping[str, Any]) -> dict[str, Any]:
    """Return one circuit as a worker reads it."""
    if job.type not in (CIRCUIT, QASM3, MULTI_CIRCUIT):
        return {"format": job.type, "program": None}
    if job.type == QASM3 or circuit.get("format") in ("qasm", "qasm2", "qasm3"):
        return {"format": "qasm", "program": circuit.get("data")}
    declared = str(circuit.get("format", "ionq.circuit.v0"))
    return {"format": "ionq" if declared.startswith("ionq.circuit") else declared, "program": circuit}


def _mode(job: Draft) -> dict[str, Any]:
    """Return how a job is run: exactly, with a noise model, or on an emulated machine."""
    qubits = min(backend(job.backend).qubits, _EMULATED_QUBITS)
    common = {"max_qubits": qubits, "shots": job.shots or 100, "all_qubits": True}
    if job.backend != "simulator":
        machine = job.backend.removeprefix("qpu.")
        return {**common, "mode": "machine", "model": machine, "native": entangler(machine), "debias": debiased(job)}
    if exact(job):
        return {**common, "mode": "exact"}
    noise = job.noise or {}
    model = str(noise.get("model"))
    seeded = {"seed": noise["seed"] % (1 << 32)} if isinstance(noise.get("seed"), int) else {}
    return {**common, "mode": "noisy", "model": model, "native": entangler(model), **seeded}


def _circuits(input_: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Return the circuits of a multi-circuit input, each with what it inherits; None if there is no array of them.

    Raises:
        Fault: 400 when both forms are given, or there are too many gates.
    """
    found = input_.get("circuits")
    if not is_array(found):
        return None
    if "circuit" in input_:
        raise Fault(400, "give 'circuit' or 'circuits', not both", source="body", keys=["input.circuit"])
    if not all(is_object(one) for one in found):
        raise Fault(400, "each of 'circuits' must be an object", source="body", keys=["input.circuits"])
    inherited = {name: input_[name] for name in ("gateset", "qubits") if name in input_}
    gates = sum(len(one["circuit"]) for one in found if is_array(one.get("circuit")))
    if gates > MAX_GATES:
        raise Fault(400, f"a job has at most {MAX_GATES} gates", source="body", keys=["input.circuits"])
    return [{**inherited, **one} for one in found]


def _details(job: Mapping[str, Any], program: Mapping[str, Any], wanted: object) -> dict[str, Any]:
    """Return what is kept with a job, and whether it is debiased.

    Machines debias, from 500 shots; a submission that says nothing about it wants it unless its gates are native.
    """
    possible = not backend(job["backend"]).simulator and (job["shots"] or 0) >= DEBIASED_FROM
    chosen = wanted is True or (wanted is None and program.get("gateset") != "native")
    return {**job["details"], **({"debiased": True} if possible and chosen else {})}
