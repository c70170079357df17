"""Accepting a job of qBraid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..http import Answer, Basis, Fault
from ..jobs import Draft
from . import devices, qbraid_groups
from .base import Call
from .qbraid_jobs import QBraidJobs
from .qbraid_style import Style

__all__ = ["create"]


def create(call: Call, style: Style, jobs: QBraidJobs) -> Answer:
    """Accept a job of one program, or of several where the device takes them."""
    body = call.body
    device = devices.device(body["deviceQrn"])
    several = isinstance(body["program"], list)
    programs: list[Any] = body["program"] if several else [body["program"]]
    _check(device, programs, body, several=several)
    if body.get("groupJobQrn") is not None:
        qbraid_groups.require_open(call, body["groupJobQrn"])
    job = _submit(call, device, programs, several=several)
    if style.live:
        return style.ok(jobs.document(call.job("qbraid", job.id)), "observed", 201)
    basis: Basis = "assumed" if several else "documented"
    return style.ok({"jobQrn": job.id, "status": "INITIALIZING"}, basis, 201)


def _check(device: devices.Device, programs: list[Any], body: Mapping[str, Any], *, several: bool) -> None:
    if device.retired:
        raise Fault(400, f"{device.qrn} is retired", source="body", keys=["deviceQrn"], basis="assumed")
    if several and not device.batches:
        raise Fault(400, f"{device.qrn} takes one program per job", source="body", keys=["program"], basis="assumed")
    for program in programs:
        _check_program(device, program)
    if not 1 <= body["shots"] <= device.max_shots:
        message = f"the device takes 1 to {device.max_shots} shots"
        raise Fault(400, message, source="body", keys=["shots"], basis="assumed")


def _check_program(device: devices.Device, program: Mapping[str, Any]) -> None:
    if program["format"] not in device.formats:
        message = f"{device.qrn} takes programs in {', '.join(device.formats)}"
        raise Fault(400, message, source="body", keys=["program.format"], basis="assumed")
    if program["data"] is None:
        raise Fault(400, "the program has no data", source="body", keys=["program.data"], basis="assumed")


def _submit(call: Call, device: devices.Device, programs: list[Any], *, several: bool) -> Draft:
    body, project = call.body, call.owner.project
    qrn = call.core.ids.qrn(device.qrn, project, call.core.store.reserve(1))
    job = Draft(
        id=qrn,
        vendor="qbraid",
        project=project,
        type=programs[0]["format"],
        backend=device.qrn,
        name=body.get("name"),
        metadata=body.get("tags"),
        shots=body["shots"],
        session=body.get("groupJobQrn"),
        details={"runtimeOptions": body.get("runtimeOptions", {})},
        program=body["program"],
    )
    children = [_circuit(job, number) for number in range(len(programs) if several else 0)]
    circuits = [{"format": _format(one), "program": one["data"]} for one in programs]
    qubits = min(device.qubits, devices.EMULATED_QUBITS)
    order = {"circuits": circuits, "mode": "counts", "shots": job.shots, "max_qubits": qubits}
    if not device.simulator:
        order["native"] = "zz"  # so that a compiled program exists; its gates are not those of the vendor's machine
    call.core.submit(job, children, order)
    return job


def _circuit(job: Draft, number: int) -> Draft:
    """Return one circuit of a job; it has no name of its own at qBraid, and this one is never shown."""
    return Draft(
        id=f"{job.id}/{number}",
        vendor="qbraid",
        project=job.project,
        type=job.type,
        backend=job.backend,
        shots=job.shots,
    )


def _format(program: Mapping[str, Any]) -> str:
    """Return the format as a worker names it; one that it cannot run fails there."""
    declared = str(program["format"])
    return {"qasm2": "qasm", "qasm3": "qasm", "ionq.circuit.v0": "ionq"}.get(declared, declared)
