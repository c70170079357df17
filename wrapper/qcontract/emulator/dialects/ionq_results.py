"""Results of IonQ v0.4: where a job says they are, and the operations that return them.

Newer snapshots describe results by format; real answers carry the older addresses beside that, and so do these.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any

from ..http import Answer, Fault
from ..jobs import Job
from ..store import dump
from . import ionq
from .base import Call
from .ionq_artifacts import Artifact, compiled, of_job
from .ionq_variants import combined, mitigation, of_variants

__all__ = ["aggregated", "artifact", "compiled_file", "entries", "output", "probabilities"]


def entries(call: Call, job: Job, *, by_format: bool) -> dict[str, Any] | None:
    """Return the member ``results`` of a job."""
    if not job.finished:
        return None
    files = {one.format: one for one in of_job(call, job)} if by_format else {}
    return {**_links(call, job, files), **{kind: one.descriptor for kind, one in files.items()}}


def _links(call: Call, job: Job, files: Mapping[str, Artifact]) -> dict[str, dict[str, str]]:
    """Return the entries with an address.

    Contracts know operations for probabilities only; the other addresses lead where the same content is served.
    """
    base = f"{call.mount}/jobs/{job.id}"
    found = {"probabilities": f"{base}/results/probabilities{'/aggregated' if ionq.several(job) else ''}"}
    if not (ionq.several(job) or ionq.exact(job)):
        for kind in ("histogram", "shots"):
            file = files.get(f"ionq.result.{kind}.json.v1")
            found[kind] = f"{base}/artifacts/{file.id}" if file else f"{base}/variants/{job.id}/results/{kind}"
    return {kind: {"url": url} for kind, url in found.items()}


def output(call: Call, job: Job, *, by_format: bool) -> dict[str, Any]:
    """Return the member ``output`` of a job: what its compilation and its error mitigation left.

    Exact jobs are not compiled, and only machines mitigate errors; a job of several circuits leaves both to the jobs
    of its circuits.
    """
    found: dict[str, Any] = {}
    if job.status != "completed" or ionq.several(job) or ionq.exact(job):
        return found
    if job.backend != "simulator":
        found["error_mitigation"] = mitigation(call, job, by_format=by_format)
    if by_format and (files := {one.format: one.descriptor for one in compiled(call, job)}):
        found["compilation"] = {"compiled_circuits": files}
    return found


def probabilities(call: Call) -> Answer:
    """Return the probabilities of a job of one circuit; how its variants are combined shows only if it has any."""
    job = call.job("ionq", call.path[0])
    chosen = call.query.get("aggregation", "voting" if call.query.get("sharpen") else None)
    if chosen is None:
        return Answer(200, ionq.probabilities(call, job), encoded=True)
    return Answer(200, combined(call, job, chosen), "assumed", encoded=True)


def aggregated(call: Call) -> Answer:
    """Return the probabilities of all circuits of a job, by the id of the circuit's job."""
    return Answer(200, ionq.aggregate(call, call.job("ionq", call.path[0])), "observed", encoded=True)


def artifact(call: Call) -> Answer:
    """Return a file of a job, by the id that the job gives."""
    job, wanted = call.job("ionq", call.path[0]), call.path[1]
    results = chain(of_job(call, job), of_variants(call, job)) if job.finished else iter(())
    for one in chain(results, compiled(call, job)):
        if wanted in (one.id, one.literal):
            return one.answer()
    raise Fault(404, f"the job {job.id} has no artifact {wanted[:60]}", source="path")


def compiled_file(call: Call) -> Answer:
    """Return the text of a compiled circuit; the service stopped to give it in June 2026."""
    job, language = call.job("ionq", call.path[0]), call.path[1]
    wanted = {"native": "ionq.native.v1", "qasm3": "ionq.qasm3.v1"}.get(language)
    for one in compiled(call, job):
        if one.format == wanted:
            return Answer(200, dump(one.read()), encoded=True)
    raise Fault(404, f"the job {job.id} has no compiled circuit in {language[:40]!r}", source="path")
