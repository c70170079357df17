"""Debiased jobs of IonQ v0.4: a circuit ran as several variants on permuted qubits, whose results are combined.

A debiased job's own results are the average of its variants; sharpened, they are what most variants agree on. Which
variants the emulator makes is its own choice.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import frozen

from ..http import Answer, Fault
from ..jobs import Job
from ..store import dump
from . import ionq
from .base import Call
from .ionq_artifacts import Artifact, aggregation, counted, probable, shots

__all__ = ["combined", "mitigation", "of_variants", "variant_histogram", "variant_probabilities", "variant_shots"]

_COMBINED: Final = {"average": "aggregated", "voting": "sharpened"}
"""Aggregations by the vendor's name, and where their probabilities are kept."""


@frozen
class _Variant:
    """One variant of a job's circuit, as a worker left it."""

    id: str
    qubit_map: list[int] | None
    counts: Mapping[str, int]
    probabilities: Mapping[str, float]


def _variants(call: Call, job: Job) -> list[_Variant]:
    if not job.finished or not ionq.debiased(job):
        return []
    kept: list[dict[str, Any]] = json.loads(call.core.store.result(job.id, "variants") or "[]")
    names = [call.core.ids.uuid("variant", f"{job.id}/{number}") for number in range(len(kept))]
    return [
        _Variant(name, one.get("qubit_map"), one["counts"], one["probabilities"])
        for name, one in zip(names, kept, strict=True)
    ]


def of_variants(call: Call, job: Job) -> Iterator[Artifact]:
    """Yield the files of a job's variants, and its combined results."""
    for variant in _variants(call, job):
        yield from _files(call, job, variant)
    yield from _combinations(call, job).values()


def _files(call: Call, job: Job, variant: _Variant) -> Iterator[Artifact]:
    width = job.stats["qubits"]
    yield from probable(call, variant.id, lambda: dump(variant.probabilities), width)
    yield from counted(call, variant.id, lambda: dump(variant.counts), width)


def _combinations(call: Call, job: Job) -> dict[str, Artifact]:
    found: dict[str, Artifact] = {}
    for name, kind in _COMBINED.items():
        text = call.core.store.result(job.id, kind)
        if text is not None:
            found[name] = aggregation(call, f"{job.id}/{name}", json.loads(text), job)
    return found


def mitigation(call: Call, job: Job, *, by_format: bool) -> dict[str, Any]:
    """Return the member ``error_mitigation`` of a completed job's output.

    Args:
        call: The request.
        job: The job.
        by_format: Whether results are described by format, or by address as in older snapshots.
    """
    variants = _variants(call, job)
    if not variants:
        return {"debiasing": False}
    about = [_about(call, job, variant, by_format=by_format) for variant in variants]
    found: dict[str, Any] = {"debiasing": {"variants": about, "aggregation_method": "average"}}
    if by_format:
        found["aggregations"] = {name: one.descriptor for name, one in _combinations(call, job).items()}
    return found


def _about(call: Call, job: Job, variant: _Variant, *, by_format: bool) -> dict[str, Any]:
    below = f"{call.mount}/jobs/{job.id}/variants/{variant.id}/results"
    links = {kind: {"url": f"{below}/{kind}"} for kind in ("probabilities", "histogram", "shots")}
    files = {one.format: one.descriptor for one in _files(call, job, variant)}
    return {
        "variant_id": variant.id,
        "qubit_map": variant.qubit_map,
        "shots": sum(variant.counts.values()),
        "results": files if by_format else links,
    }


def combined(call: Call, job: Job, aggregation: str) -> str:
    """Return the probabilities of a job, its variants combined in a way that the caller chose.

    Raises:
        Fault: 400 for a way that the emulator does not compute, 404 while there are no results.
    """
    if aggregation not in _COMBINED:
        names = " and ".join(_COMBINED)
        raise Fault(
            400,
            f"the emulator computes the aggregations {names}, not {aggregation[:40]!r}",
            source="query",
            keys=["aggregation"],
            basis="assumed",
        )
    plain = ionq.probabilities(call, job)
    return call.core.store.result(job.id, _COMBINED[aggregation]) or plain


def variant_probabilities(call: Call) -> Answer:
    """Return the probabilities of one variant."""
    return Answer(200, _variant(call).probabilities, "assumed")


def variant_histogram(call: Call) -> Answer:
    """Return the counts of one variant."""
    return Answer(200, _variant(call).counts, "assumed")


def variant_shots(call: Call) -> Answer:
    """Return the single shots of one variant as decimal states, the form that the service was seen to use."""
    variant = _variant(call)
    return Answer(200, dump(shots(call, variant.id, variant.counts)), "assumed", encoded=True)


def _variant(call: Call) -> _Variant:
    """Return a variant of a job; a job's own id stands for all of its shots."""
    job, wanted = call.job("ionq", call.path[0]), call.path[1]
    if wanted == job.id and job.finished and not (ionq.several(job) or ionq.exact(job)):
        counts, probabilities = ionq.counts(call, job), ionq.probabilities(call, job)
        return _Variant(job.id, None, json.loads(counts), json.loads(probabilities))
    for variant in _variants(call, job):
        if variant.id == wanted:
            return variant
    raise Fault(404, f"the job {job.id} has no variant {wanted[:60]}", source="path")
