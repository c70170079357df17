"""Jobs of IonQ v0.3: members without a value are absent, times are unix seconds, durations milliseconds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from qcontract.contract.jsonvalue import is_array, is_object

from ..http import Answer, Basis, Fault
from ..jobs import Job, Status
from ..store import Filter
from . import ionq
from .base import Call
from .ionq_orders import submit
from .ionq_variants import combined

__all__ = ["cancel_many", "create", "delete_many", "find", "get", "results"]

_TARGETS: Final = ("simulator", "qpu.aria-1", "qpu.forte-1", "qpu.forte-enterprise-1")
_ECHOED: Final = ("error_mitigation", "registers", "settings")
"""Members of a submission that the job shows again and that mean nothing to the emulator's kernel."""

_UUID: Final = re.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def create(call: Call) -> Answer:
    """Accept a job."""
    body = cast("dict[str, Any]", call.body)
    program = body.get("input")
    if not is_object(program):
        raise Fault(400, "a job needs an object 'input'", source="body", keys=["input"], basis="assumed")
    target = body.get("target", "simulator")
    if target not in _TARGETS:
        raise Fault(400, f"there is no target {str(target)[:60]!r}", source="body", keys=["target"], basis="assumed")
    draft = {
        "type": ionq.MULTI_CIRCUIT if isinstance(program.get("circuits"), list) else ionq.CIRCUIT,
        "backend": target,
        "name": body.get("name"),
        "metadata": body.get("metadata"),
        "shots": _shots(body.get("shots", 100)),
        "noise": _noise(call, body.get("noise"), target),
        "dry_run": bool(body.get("dry_run")),
        "details": _details(body),
    }
    job = submit(call, draft, program, debiasing=body.get("error_mitigation", {}).get("debias"))
    return Answer(200, {"id": job.id, "status": "ready", "request": int(call.core.clock.now())})


def _shots(value: float) -> int:
    if value != int(value) or not 1 <= value <= 1_000_000:
        raise Fault(
            400, "'shots' must be a whole number from 1 to 1000000", source="body", keys=["shots"], basis="assumed"
        )
    return int(value)


def _noise(call: Call, noise: Mapping[str, Any] | None, target: str) -> Mapping[str, Any] | None:
    """Return the noise model with its seed: one that was drawn is reported, so that a run can repeat."""
    if not noise or "seed" in noise or noise.get("model", "ideal") == "ideal" or target != "simulator":
        return noise
    return {**noise, "seed": 1 + call.core.ids.random_seed(f"noise/{call.core.store.reserve(1)}") % 2**31}


def _details(body: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the job echoes; of these only ``error_mitigation`` is in the contract of a submission."""
    details = {name: body[name] for name in _ECHOED if name in body}
    if not _are_registers(details.get("registers", {})) or not is_object(details.get("settings", {})):
        message = "'registers' must map names to arrays of qubits, and 'settings' must be an object"
        raise Fault(400, message, source="body", keys=["registers", "settings"], basis="assumed")
    return details


def _are_registers(value: object) -> bool:
    if not is_object(value):
        return False
    bits = [bit for register in value.values() for bit in (register if is_array(register) else [""])]
    return all(bit is None or type(bit) is int for bit in bits)


def get(call: Call) -> Answer:
    """Return one job, or the members of it that are asked for."""
    content = _job(call, call.job("ionq", call.path[0]))
    include, exclude = call.query.get("include"), call.query.get("exclude", ())
    kept = {name: value for name, value in content.items() if (not include or name in include) and name not in exclude}
    # Prices are the emulator's own.
    basis: Basis = "assumed" if kept.get("cost_usd") else "documented"
    return Answer(200, kept, basis, deviations=("chosen-members",) if len(kept) < len(content) else ())


def find(call: Call) -> Answer:
    """Return a page of jobs, newest first; the order is our choice."""
    query, owner = call.query, call.owner
    foreign = query.get("submitter_id", owner.submitter) != owner.submitter
    if foreign or query.get("project_id", owner.project) != owner.project:
        return Answer(200, {"jobs": []}, "assumed")
    if not all(map(_UUID.fullmatch, query.get("id", ()))):
        raise Fault(400, "each 'id' must be a UUID", source="query", keys=["id"], basis="assumed")
    jobs, cursor = ionq.page(call, Filter(ids=query.get("id"), statuses=_statuses(query.get("status"))))
    listed = {"jobs": [_job(call, job) for job in jobs]}
    return Answer(200, {**listed, "next": cursor} if cursor else listed, "assumed")


def _statuses(wanted: str | None) -> Sequence[Status] | None:
    """Return the statuses that show themselves under a word; a new job already says that it is ready."""
    if wanted is None:
        return None
    shown: dict[str, Sequence[Status]] = {"submitted": (), "ready": ("submitted", "ready")}
    return shown.get(wanted, (cast("Status", wanted),))


def _job(call: Call, job: Job) -> dict[str, Any]:
    content: dict[str, Any] = {
        "id": job.id,
        "status": "ready" if job.status == "submitted" else job.status,
        "type": None if ionq.several(job) else "circuit",
        "name": job.name,
        "target": job.backend,
        "noise": job.noise,
        "metadata": job.metadata,
        "shots": job.shots,
        **{name: job.details.get(name) for name in _ECHOED},
        "gate_counts": job.stats.get("gate_counts"),
        "qubits": job.stats.get("qubits"),
        "circuits": job.stats.get("circuits", len(job.children) or 1),
        "children": list(job.children),
        "request": int(job.submitted),
        "start": None if job.started is None else int(job.started),
        "response": None if job.ended is None else int(job.ended),
        "execution_time": job.duration_ms,
        "predicted_execution_time": call.core.predict(job).run_ms,
        "dry_run": job.dry_run,
        "project_id": job.project,
        "submitted_by": call.owner.submitter,
        "results_url": f"{call.mount}/jobs/{job.id}/results" if job.finished else None,
        "failure": {"error": job.failure[1], "code": job.failure[0]} if job.failure else None,
        "cost_usd": ionq.cost(job) if job.finished else None,
    }
    return {name: value for name, value in content.items() if value is not None}


def results(call: Call) -> Answer:
    """Return probabilities, nested by the circuit's job if there are several.

    How a list of one circuit is answered is not known. Here it is flat, since qiskit-ionq 0.5.13 can read nothing else.
    """
    job = call.job("ionq", call.path[0])
    sharpened = bool(call.query.get("sharpen"))
    basis: Basis = "assumed" if sharpened or len(job.children) == 1 else "documented"
    if not ionq.several(job):
        return Answer(200, _probabilities(call, job, sharpened=sharpened), basis, encoded=True)
    circuits = [one for one in (call.job("ionq", name) for name in job.children) if one.finished]
    if not (job.finished and circuits):
        raise Fault(404, f"the job {job.id} has no results", source="path")
    parts = {one.id: _probabilities(call, one, sharpened=sharpened) for one in circuits}
    if len(job.children) == 1:
        return Answer(200, parts[job.children[0]], basis, encoded=True)
    return Answer(200, ionq.together(parts), basis, encoded=True)


def _probabilities(call: Call, job: Job, *, sharpened: bool) -> str:
    """Return the probabilities of one circuit; sharpening means something for debiased jobs only."""
    return combined(call, job, "voting") if sharpened else ionq.probabilities(call, job)


def delete_many(call: Call) -> Answer:
    """Remove the named jobs; ids come in the query, as documented, or in a body, as the vendor's sample sends them."""
    body = call.body if is_object(call.body) else {}
    queried = call.query.get("ids")
    ids = _ids(queried or body.get("ids"))
    call.core.delete(ionq.bulk(call, ids))
    return Answer(200, {"ids": ids, "status": "deleted"}, deviations=() if queried else ("ids-in-the-body",))


def cancel_many(call: Call) -> Answer:
    """Stop the named jobs."""
    ids = _ids(call.body.get("ids"))
    call.core.cancel([job.id for job in ionq.bulk(call, ids)])
    return Answer(200, {"ids": ids, "status": "canceled"})


def _ids(value: object) -> list[str]:
    """Return ids; a request that names none must not mean all jobs."""
    if not is_array(value) or not value or not all(isinstance(one, str) for one in value):
        raise Fault(400, "name at least one job in 'ids'", source="body", keys=["ids"], basis="assumed")
    return value
