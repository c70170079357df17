"""Which operations the methods of the wrapper's clients perform.

The tables are proven by tests: scripted calls of every method, whose requests are recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

__all__ = ["performed"]

_DEFAULT = {"ionq": "ionq-v0.4", "qbraid": "qbraid-v2"}

_PARTS: Mapping[str, tuple[str, ...]] = {
    "jobs.submit": ("estimate", "submit"),
    "jobs.get": ("get",),
    "jobs.wait": ("get",),
    "jobs.result": ("get", "result"),
    "jobs.list": ("page",),
    "jobs.pages": ("page",),
    "jobs.cancel": ("cancel",),
    "jobs.delete": ("delete",),
    "backends.list": ("backends",),
    "backends.get": ("backend",),
}
"""What a method asks of the binding of its API; not what a refusal asks for its hint, on which no program depends."""

_OPERATIONS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "ionq-v0.3": {
        "submit": ("createJob",),
        "get": ("getJob",),
        "page": ("getJobs",),
        "result": ("getJobResults",),
        "cancel": ("cancelJob",),
        "delete": ("deleteJob",),
        "backends": ("getBackends",),
        "backend": ("getBackends",),
    },
    "ionq-v0.4": {
        "estimate": ("EstimateJobCost",),
        "submit": ("CreateJob",),
        "get": ("GetJob",),
        "page": ("GetJobs",),
        "result": ("GetJobProbabilities", "GetJobAggregatedProbabilities"),
        "cancel": ("CancelJob", "CancelJobs"),
        "delete": ("DeleteJob", "DeleteJobs"),
        "backends": ("getBackends",),
        "backend": ("getBackend",),
    },
    "qbraid-v2": {
        "estimate": ("estimateJobCost",),
        "submit": ("create_job_jobs_post",),
        "get": ("get_job_jobs__job_qrn__get",),
        "page": ("get_all_jobs_jobs_get",),
        "result": ("get_job_result_jobs__job_qrn__result_get",),
        "cancel": ("cancel_job_jobs__job_qrn__cancel_post",),
        "delete": ("delete_job_jobs__job_qrn__delete",),
        "backends": ("get_all_devices_devices_get",),
        "backend": ("get_device_devices__device_qrn__get",),
    },
}
"""The operations of each part, by their ids."""


def performed(clients: Iterable[tuple[str, str]], methods: Iterable[str], api: str) -> set[str]:
    """The ids of the operations that methods perform on an API.

    Args:
        clients: Vendor and API of every client, as code makes them.
        methods: The methods that are called; a ``?`` stands for any of their group.
        api: Name of the API, such as ``ionq-v0.4``; empty for any.
    """
    apis = {name for vendor, said in clients for name in _apis(vendor, said) if not api or name == api}
    parts = {part for method in methods for part in _parts(method)}
    return {operation for name in apis for part in parts for operation in _OPERATIONS[name].get(part, ())}


def _apis(vendor: str, said: str) -> Iterator[str]:
    if said == "*":
        yield from (name for name in _OPERATIONS if name.startswith(f"{vendor}-"))
        return
    name = said.partition("@")[0] or _DEFAULT[vendor]
    name = name if name.startswith(f"{vendor}-") else f"{vendor}-{name}"
    if name in _OPERATIONS:
        yield name


def _parts(method: str) -> Iterator[str]:
    group, _, name = method.partition(".")
    for known, parts in _PARTS.items():
        if known == method or (name == "?" and known.startswith(f"{group}.")):
            yield from parts
