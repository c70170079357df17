"""The devices of qBraid that the emulator offers; prices are the emulator's own, in credits (100 for a US dollar)."""

from __future__ import annotations

from typing import Any, Final

from attrs import frozen

from ..http import Fault

__all__ = ["DEVICES", "Device", "device"]


@frozen
class Device:
    """A device, whose program formats all run on the same kernel."""

    qrn: str
    name: str
    qubits: int
    formats: tuple[str, ...]
    max_shots: int
    per_task: float = 0.0
    per_shot: float = 0.0

    @property
    def vendor(self) -> str:
        """First part of the QRN."""
        return self.qrn.split(":")[0]

    @property
    def provider(self) -> str:
        """Second part of the QRN."""
        return self.qrn.split(":")[1]

    @property
    def simulator(self) -> bool:
        """Whether it is a simulator."""
        return self.qrn.split(":")[2] == "sim"

    def price(self, shots: int) -> float:
        """Return the price of a job in credits."""
        return round(self.per_task + shots * self.per_shot, 6)

    def document(self) -> dict[str, Any]:
        """Return what the API says about the device."""
        content: dict[str, Any] = {
            "name": self.name,
            "qrn": self.qrn,
            "vendor": self.vendor,
            "deviceType": "SIMULATOR" if self.simulator else "QPU",
            "runInputTypes": list(self.formats),
            "status": "ONLINE",
            "statusMsg": None,
            "nextAvailable": None,
            "queueDepth": 0,
            "avgQueueTime": 0,
            "numberQubits": self.qubits,
            "paradigm": "gate_model",
            "modality": None if self.simulator else "superconducting",
            "noiseModels": None,
            "pricingModel": "fixed",
            "pricing": {"perTask": self.per_task, "perShot": self.per_shot, "perMinute": 0.0},
            "directAccess": True,
        }
        return content


_QASM: Final = ("qasm2", "qasm3")

DEVICES: Final = (
    Device("qbraid:qbraid:sim:qir-sv", "QIR state-vector simulator", 29, _QASM, 2_000),
    Device("ionq:ionq:sim:simulator", "IonQ simulator", 29, (*_QASM, "ionq.circuit.v0"), 1_000_000),
    Device("aws:iqm:qpu:garnet", "Garnet", 20, _QASM, 20_000, 30.0, 0.145),
)


def device(qrn: str) -> Device:
    """Return a device.

    Raises:
        Fault: 404 when there is none of that name.
    """
    for one in DEVICES:
        if one.qrn == qrn:
            return one
    raise Fault(404, f"there is no device {qrn[:100]}", source="path", code="NOT_FOUND", basis="assumed")
