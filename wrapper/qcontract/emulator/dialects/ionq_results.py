"""Results of IonQ v0.4: where a job says they are, and the artifacts themselves.

Newer snapshots describe results by format; real answers carry the older addresses beside that, and so do these.
The order of characters in bit strings of the second formats is not documented: here qubit 0 is the last one.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from ..http import Answer, Fault
from ..jobs import Job
from . import ionq
from .base import Call

__all__ = ["artifact", "entries"]

AGGREGATE: Final = "ionq.result.probabilities-aggregate.json.v1"
REGISTER: Final = "output_all"


def entries(call: Call, job: Job, *, by_format: bool) -> dict[str, Any]:
    """Return the member ``results`` of a finished job."""
    below = "results/probabilities/aggregated" if job.children else "results/probabilities"
    links: dict[str, Any] = {"probabilities": {"url": f"{call.mount}/jobs/{job.id}/{below}"}}
    if by_format:
        for name in _formats(job):
            links[name] = {"id": _artifact_id(call, job, name), "format": name, "media_type": "application/json"}
    return links


def artifact(call: Call) -> Answer:
    """Return a result in one format, by the id that the job's descriptor gives."""
    job, wanted = call.job("ionq", call.path[0]), call.path[1]
    for name, read in _formats(job).items() if job.finished else ():
        if wanted in (_artifact_id(call, job, name), _LITERAL.get(name)):
            return Answer(200, read(call, job), "documented" if name.endswith(".v1") else "assumed", encoded=True)
    raise Fault(404, f"the job {job.id} has no artifact {wanted[:60]}", source="path")


_LITERAL: Final = {"ionq.result.probabilities.json.v1": "probabilities", AGGREGATE: "probabilities-aggregate"}
"""Ids in the vendor's examples, which stand beside the generated ones."""


def _artifact_id(call: Call, job: Job, name: str) -> str:
    return call.core.ids.uuid("artifact", f"{job.id}/{name}")


def _formats(job: Job) -> dict[str, Callable[[Call, Job], str]]:
    if job.children:
        return {AGGREGATE: ionq.aggregate}
    found: dict[str, Callable[[Call, Job], str]] = {
        "ionq.result.probabilities.json.v1": ionq.probabilities,
        "ionq.result.probabilities.json.v2": _probabilities_v2,
    }
    if not ionq.exact(job):
        found["ionq.result.histogram.json.v1"] = _histogram
        found["ionq.result.histogram.json.v2"] = _histogram_v2
    return found


def _histogram(call: Call, job: Job) -> str:
    return call.core.store.result(job.id, "counts") or "{}"


def _probabilities_v2(call: Call, job: Job) -> str:
    return _registers("probabilities", json.loads(ionq.probabilities(call, job)), job)


def _histogram_v2(call: Call, job: Job) -> str:
    return _registers("histogram", json.loads(_histogram(call, job)), job)


def _registers(kind: str, values: dict[str, Any], job: Job) -> str:
    width = job.stats["qubits"]
    by_bits = {format(int(state), f"0{width}b"): value for state, value in values.items()}
    return json.dumps({kind: {"registers": {REGISTER: by_bits}}}, separators=(",", ":"))
