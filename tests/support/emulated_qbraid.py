"""Jobs of qBraid on an emulator, for tests that look at what surrounds them."""

from __future__ import annotations

from typing import Any

import pytest

DOCUMENTED, LIVE = "/api/v1", "/@observed-2026-09/api/v1"
both = pytest.mark.parametrize("mount", [DOCUMENTED, LIVE])

SIMULATOR, BATCHES, GARNET, FEZ = (
    "qbraid:qbraid:sim:qir-sv",
    "qbraid:equal1:sim:bell-1",
    "aws:iqm:qpu:garnet",
    "ibm:ibm:qpu:fez",
)
QASM3 = 'OPENQASM 3.0; include "stdgates.inc"; qubit[3] q; bit[3] c; x q[0]; ry(pi/3) q[2]; c = measure q;'
NONSENSE = {"format": "qasm3", "data": "OPENQASM 3.0; nonsense"}
SLOW = {"format": "qasm3", "data": 'OPENQASM 3.0; include "stdgates.inc"; qubit[22] q;' + "h q;" * 300}


def submission(program: object = None, **members: object) -> dict[str, Any]:
    sent = {"format": "qasm3", "data": QASM3} if program is None else program
    return {"deviceQrn": SIMULATOR, "shots": 2000, "program": sent, **members}


def submit(client: Any, mount: str, body: dict[str, Any]) -> str:
    """Return the QRN of a new job."""
    created = client("POST", f"{mount}/jobs", body)
    assert created.status == 201, created.body
    return created.json()["data"]["jobQrn"]


def run(client: Any, mount: str, body: dict[str, Any]) -> Any:
    """Return the ended job."""
    return client.wait(f"{mount}/jobs/{submit(client, mount, body)}")


def data(client: Any, target: str) -> Any:
    """Return what an envelope holds."""
    answer = client("GET", target)
    assert answer.status == 200, answer.body
    return answer.json()["data"]
