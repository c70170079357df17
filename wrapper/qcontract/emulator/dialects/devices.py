"""The devices of qBraid that the emulator offers, all of which run on the same kernel.

Names, kinds and limits are those of devices that were seen at the service. Prices are in credits, 100 for a US dollar:
those of Ibex are published, the others are the emulator's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from attrs import frozen

from ..http import Fault

__all__ = ["DEVICES", "EMULATED_QUBITS", "Device", "device"]

EMULATED_QUBITS: Final = 29
"""What the kernel can hold; a circuit on more qubits of a larger device fails."""

_RECORDED: Final = "2026-09-01T00:00:00.000Z"
"""When the records of all devices were made and checked, as far as the emulator tells."""


@frozen(kw_only=True)
class Device:
    """A device.

    Args:
        formats: Formats of programs that it takes.
        batches: Whether a job may hold several programs.
        dynamic: Whether the price is known only afterwards, by the minute.
    """

    qrn: str
    name: str
    qubits: int
    formats: tuple[str, ...] = ("qasm2", "qasm3")
    max_shots: int = 10_000
    paradigm: str = "gate_model"
    modality: str | None = None
    status: str = "ONLINE"
    batches: bool = False
    per_task: float = 0.0
    per_shot: float = 0.0
    per_minute: float = 0.0
    dynamic: bool = False

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

    @property
    def retired(self) -> bool:
        """Whether it will never take a job again."""
        return self.status == "RETIRED"

    def estimate(self, shots: int, circuits: int = 1) -> float | None:
        """Return what a job is expected to cost, None when nobody can tell; every circuit counts as a task."""
        return None if self.dynamic else round(circuits * (self.per_task + shots * self.per_shot), 6)

    def charge(self, shots: int, circuits: int, duration_ms: int) -> float:
        """Return what a completed job cost."""
        estimate = self.estimate(shots, circuits)
        return round(duration_ms / 60_000 * self.per_minute, 6) if estimate is None else estimate

    def document(self, *, live: bool) -> dict[str, Any]:
        """Return what the API says about the device; the live gateway says more."""
        content: dict[str, Any] = {
            "name": self.name,
            "qrn": self.qrn,
            "vendor": self.vendor,
            "deviceType": "SIMULATOR" if self.simulator else "QPU",
            "runInputTypes": list(self.formats),
            "status": self.status,
            "statusMsg": None,
            "nextAvailable": None,
            "queueDepth": 0,
            "avgQueueTime": 0,
            "numberQubits": self.qubits,
            "paradigm": self.paradigm,
            "modality": self.modality,
            "noiseModels": None,
            "pricingModel": "dynamic" if self.dynamic else "fixed",
            "pricing": None if self.dynamic else self._prices(),
            "directAccess": True,
        }
        return {**content, **self._seen_live()} if live else content

    def _prices(self) -> Mapping[str, float]:
        return {"perTask": self.per_task, "perShot": self.per_shot, "perMinute": self.per_minute}

    def _seen_live(self) -> Mapping[str, Any]:
        return {
            "vrn": self.qrn.split(":")[3],
            "visibility": "public",
            "verified": "true",
            "activeVersion": None,
            "createdAt": _RECORDED,
            "updatedAt": _RECORDED,
            "description": f"{self.name}, as the emulator runs it",
            "notes": None,
            "minShots": 1,
            "maxShots": self.max_shots,
            "statusLocked": False,
            "statusCheckedAt": _RECORDED,
            "batchJobSupport": self.batches,
            "topology": {},
        }


DEVICES: Final = (
    Device(qrn="qbraid:qbraid:sim:qir-sv", name="QIR state-vector simulator", qubits=29, max_shots=2_000),
    Device(
        qrn="qbraid:equal1:sim:bell-1",
        name="Bell-1 simulator",
        qubits=6,
        batches=True,
        per_task=1.0,
        per_shot=0.001,
    ),
    Device(
        qrn="ionq:ionq:sim:simulator",
        name="IonQ simulator",
        qubits=29,
        formats=("qasm2", "qasm3", "ionq.circuit.v0"),
        max_shots=1_000_000,
    ),
    Device(
        qrn="aws:iqm:qpu:garnet",
        name="Garnet",
        qubits=20,
        modality="superconducting",
        max_shots=20_000,
        per_task=30.0,
        per_shot=0.145,
    ),
    Device(
        qrn="aws:aqt:qpu:ibex-q1",
        name="Ibex Q1",
        qubits=12,
        modality="trapped ion",
        max_shots=2_000,
        per_task=30.0,
        per_shot=2.35,
    ),
    Device(
        qrn="aws:quera:qpu:aquila",
        name="Aquila",
        qubits=256,
        formats=("analog",),
        max_shots=1_000,
        paradigm="analog",
        modality="neutral atom",
        per_task=30.0,
        per_shot=1.0,
    ),
    Device(
        qrn="ibm:ibm:qpu:fez",
        name="Fez",
        qubits=156,
        modality="superconducting",
        max_shots=100_000,
        per_minute=9_600.0,
        dynamic=True,
    ),
    Device(qrn="aws:rigetti:qpu:aspen-m-3", name="Aspen-M-3", qubits=79, modality="superconducting", status="RETIRED"),
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
