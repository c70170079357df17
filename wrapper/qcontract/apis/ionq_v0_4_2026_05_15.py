"""IonQ v0.4 as of 2026-05-15."""

from __future__ import annotations

from typing import Final

from qcontract.apis.ionq_v0_4 import service

__all__ = ["SERVICE"]

SERVICE: Final = service(
    "ionq-v0.4@2026-05-15",
    "ionq_v0_4_2026_05_15",
    payloads={
        "ionq.circuit.v1": "CircuitJobCreationPayload",
        "ionq.multi-circuit.v1": "MultiCircuitJobCreationPayload",
    },
)
