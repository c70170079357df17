"""qBraid v2, as documented and as the live gateway was seen to answer; the label of the contract decides.

Bit strings have qubit 0 last. That is the convention of qBraid's open-source SDK and not documented for the answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from qcontract.contract import Operation

from ..http import Answer, Basis, Fault
from ..jobs import Draft
from . import devices
from .base import Call, Handler
from .qbraid_jobs import QBraidJobs

__all__ = ["QBraidV2"]

_CODES: Final = {400: "BAD_REQUEST", 403: "FORBIDDEN", 404: "NOT_FOUND", 409: "CONFLICT", 429: "RATE_LIMITED"}


class QBraidV2:
    """Operations of one contract.

    Args:
        label: A date for the documented answers, ``observed-...`` for those of the live gateway.
    """

    def __init__(self, label: str) -> None:
        self.contract = f"qbraid-v2@{label}"
        self._live = label.startswith("observed")
        self._basis: Basis = "observed" if self._live else "documented"
        jobs = QBraidJobs(live=self._live)
        self.handlers: Mapping[tuple[str, str], Handler] = {
            ("POST", "/jobs"): self.create,
            ("GET", "/jobs"): jobs.find,
            ("DELETE", "/jobs"): jobs.delete_many,
            ("GET", "/jobs/statuses"): jobs.statuses,
            ("GET", "/jobs/cost-estimate"): estimate,
            ("GET", "/jobs/{}"): jobs.get,
            ("DELETE", "/jobs/{}"): jobs.delete,
            ("POST", "/jobs/{}/cancel"): jobs.cancel,
            ("GET", "/jobs/{}/result"): jobs.result,
            ("GET", "/jobs/{}/program"): jobs.program,
            ("GET", "/jobs/{}/compiled-program"): jobs.compiled,
            ("GET", "/devices"): self.devices,
            ("GET", "/devices/{}"): self.device,
            ("GET", "/providers"): providers,
        }
        self._jobs = jobs

    def key(self, headers: Mapping[str, str]) -> str | None:
        """Return the key of the header ``X-API-KEY``."""
        return headers.get("x-api-key")

    def refuse(self, fault: Fault, operation: Operation | None = None) -> Answer:
        """Return ``{detail}``, or the live gateway's envelope."""
        if self._live:
            code = fault.code or (
                "NO_VALID_AUTHENTICATION" if fault.status == 401 else _CODES.get(fault.status, "ERROR")
            )
            error = {"message": fault.message, "code": code}
            content = {"success": False, "message": fault.message, "error": error}
            return Answer(fault.status, content, fault.basis, fault.headers)
        invalid = fault.status == 400 and fault.source in ("body", "query")
        if invalid and (operation is None or "422" in operation.responses):
            detail = [_detail(fault, key) for key in fault.keys or ("",)]
            return Answer(422, {"detail": detail}, fault.basis, fault.headers)
        return Answer(fault.status, {"detail": fault.message}, fault.basis, fault.headers)

    def create(self, call: Call) -> Answer:
        """Accept a job of one program, or of several where the live gateway takes them."""
        body = call.body
        device = devices.device(body["deviceQrn"])
        programs: list[Any] = body["program"] if isinstance(body["program"], list) else [body["program"]]
        for program in programs:
            _check_program(device, program)
        if not 1 <= body["shots"] <= device.max_shots:
            raise Fault(400, f"the device takes 1 to {device.max_shots} shots", source="body", keys=["shots"])
        job = self._submit(call, device, programs)
        if self._live:
            stored = call.job("qbraid", job.id)
            return Answer(201, {"success": True, "data": self._jobs.document(stored)}, "observed")
        return Answer(201, {"success": True, "data": {"jobQrn": job.id, "status": "INITIALIZING"}})

    def _submit(self, call: Call, device: devices.Device, programs: list[Any]) -> Draft:
        body, project = call.body, call.owner.project
        several = len(programs) if isinstance(body["program"], list) else 0
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
            details={"runtimeOptions": body.get("runtimeOptions", {})},
            program=body["program"],
        )
        # Circuits of one job have no names of their own at qBraid; these are never shown.
        children = [
            Draft(
                id=f"{qrn}/{i}", vendor="qbraid", project=project, type=job.type, backend=job.backend, shots=job.shots
            )
            for i in range(several)
        ]
        circuits = [{"format": _format(one), "program": one["data"]} for one in programs]
        order = {"circuits": circuits, "mode": "counts", "shots": job.shots, "max_qubits": device.qubits}
        call.core.submit(job, children, order)
        return job

    def devices(self, call: Call) -> Answer:
        """Return the devices that the filters leave."""
        query = call.query
        found = [one for one in devices.DEVICES if all(_matches(one, name, query[name]) for name in query)]
        found.sort(key=lambda one: one.name.lower(), reverse=query.get("sortOrder") == "desc")
        start = (query["page"] - 1) * query["limit"]
        shown = found[start : start + query["limit"]]
        return Answer(200, {"success": True, "data": [one.document() for one in shown]}, self._basis)

    def device(self, call: Call) -> Answer:
        """Return one device."""
        return Answer(200, {"success": True, "data": devices.device(call.path[0]).document()}, self._basis)


def _detail(fault: Fault, key: str) -> dict[str, Any]:
    return {"loc": [fault.source, *(key.split(".") if key else ())], "msg": fault.message, "type": "value_error"}


def _check_program(device: devices.Device, program: Mapping[str, Any]) -> None:
    if program["format"] not in device.formats:
        message = f"{device.qrn} takes programs in {', '.join(device.formats)}"
        raise Fault(400, message, source="body", keys=["program.format"], basis="assumed")
    if program["data"] is None:
        raise Fault(400, "the program has no data", source="body", keys=["program.data"], basis="assumed")


def _format(program: Mapping[str, Any]) -> str:
    return "qasm" if program["format"] in ("qasm2", "qasm3") else "ionq"


def _matches(one: devices.Device, name: str, value: Any) -> bool:
    """Tell whether a device passes one filter of the list; what no device has excludes all."""
    known: dict[str, bool] = {
        "qrn": one.qrn == value,
        "vendor": one.vendor == value,
        "providerId": one.provider == value,
        "deviceType": ("SIMULATOR" if one.simulator else "QPU") == value,
        "status": value == "ONLINE",
        "retired": value is False,
        "private": value is False,
        "directAccess": value is True,
        "search": str(value).lower() in f"{one.qrn} {one.name}".lower(),
    }
    return known.get(name, True)


def estimate(call: Call) -> Answer:
    """Price a job that is not submitted."""
    one = devices.device(call.query["deviceQrn"])
    shots = call.query.get("shots", 1000)
    data = {"pricingAvailable": True, "estimatedCost": one.price(shots), "deviceQrn": one.qrn, "shots": shots}
    return Answer(200, {"success": True, "data": data}, "assumed")


def providers(_: Call) -> Answer:
    """Return who offers the devices."""
    names = sorted({one.provider for one in devices.DEVICES})
    return Answer(
        200,
        {"success": True, "data": {"providers": [{"provider": one} for one in names], "count": len(names)}},
        "observed",
    )
