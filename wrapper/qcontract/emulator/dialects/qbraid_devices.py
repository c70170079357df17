"""Devices of qBraid, their calibrations and prices, and who offers them."""

from __future__ import annotations

from typing import Any, Final

from ..http import Answer, Basis, Fault
from . import devices
from .base import Call
from .devices import Device
from .qbraid_style import Style

__all__ = ["QBraidDevices"]

_CALIBRATED: Final = "2026-09-01T00:00:00.000Z"
_GATE_ERRORS: Final = {"rx": 0.001, "ry": 0.001, "rz": 0.0}
_PAIR_ERROR: Final = {"cz": 0.01}


class QBraidDevices:
    """Operations on devices in one style."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def find(self, call: Call) -> Answer:
        """Return a page of the devices that the filters leave; retired ones only when they are asked for."""
        query: dict[str, Any] = {"retired": False, **call.query}
        found = [one for one in devices.DEVICES if all(_matches(one, name, query[name]) for name in query)]
        found.sort(key=lambda one: one.qrn)
        found.sort(key=lambda one: _sort_key(one, query["sortBy"]), reverse=query.get("sortOrder") == "desc")
        start = (query["page"] - 1) * query["limit"]
        shown = found[start : start + query["limit"]]
        return self._style.ok([one.document(live=self._style.live) for one in shown], self._basis(*shown))

    def get(self, call: Call) -> Answer:
        """Return one device."""
        one = devices.device(call.path[0])
        return self._style.ok(one.document(live=self._style.live), self._basis(one))

    def _basis(self, *shown: Device) -> Basis:
        """Return what devices rest on; their prices are the emulator's own."""
        return "assumed" if any(one.estimate(1) for one in shown) else self._style.recorded

    def calibrations(self, call: Call) -> Answer:
        """Return errors of a machine's gates, which are the emulator's own."""
        one = devices.device(call.path[0])
        if one.simulator or one.paradigm != "gate_model":
            basis: Basis = "documented" if one.simulator else "assumed"
            raise Fault(404, f"{one.qrn} has no calibrations", source="path", code="NOT_FOUND", basis=basis)
        if not self._style.live:
            return self._style.ok(_calibration(one), "assumed")
        return self._style.ok(_calibration(one), "assumed", meta=self._style.meta(call))

    def estimate(self, call: Call) -> Answer:
        """Price a job that is not submitted."""
        one = devices.device(call.query["deviceQrn"])
        if one.retired:
            raise Fault(410, f"{one.qrn} is retired", source="query", code="GONE")
        cost = one.estimate(call.query["shots"])
        if cost is None:
            data = {"pricingAvailable": False, "reason": "dynamic_pricing_unavailable", "pricingModel": "dynamic"}
            return self._style.ok({**data, "deviceQrn": one.qrn}, "documented")
        data = {"pricingAvailable": True, "estimatedCost": cost, "shots": call.query["shots"]}
        return self._style.ok({**data, "deviceQrn": one.qrn}, "assumed")

    def providers(self, _: Call) -> Answer:
        """Return who offers the devices."""
        names = sorted({one.provider for one in devices.DEVICES})
        return self._style.ok({"providers": [{"provider": one} for one in names], "count": len(names)}, "observed")


def _sort_key(one: Device, member: str) -> Any:
    value = one.document(live=True)[member]
    return value.lower() if isinstance(value, str) else value


def _matches(one: Device, name: str, value: Any) -> bool:
    """Tell whether a device passes one filter of the list; all are public, verified and directly accessible."""
    known: dict[str, bool] = {
        "qrn": one.qrn == value,
        "vendor": one.vendor == value,
        "providerId": one.provider == value,
        "deviceType": ("SIMULATOR" if one.simulator else "QPU") == value,
        "status": one.status == value,
        "retired": one.retired == value,
        "private": value is False,
        "verified": value is True,
        "directAccess": value is True,
        "search": str(value).lower() in f"{one.qrn} {one.name}".lower(),
    }
    return known.get(name, True)


def _calibration(one: Device) -> dict[str, Any]:
    pairs = [(qubit, qubit + 1) for qubit in range(one.qubits - 1)]
    return {
        "deviceQRNs": [one.qrn],
        "provider": one.provider,
        "lastCalibrated": _CALIBRATED,
        "fetchedAt": _CALIBRATED,
        "qubits": {str(qubit): {"gateError": _GATE_ERRORS} for qubit in range(one.qubits)},
        "edges": {f"{first}-{second}": {"gateError": _PAIR_ERROR} for first, second in pairs},
    }
