"""What a typed test suite sees of the fixtures; read by type checkers, never run."""

from __future__ import annotations

from typing import assert_type

from qcontract import AsyncIonQ, AsyncQBraid, IonQ, QBraid
from qcontract.emulator import Emulator, FaultRule
from qcontract.testing import IonQServer, QBraidServer


def servers(ionq_server: IonQServer, qbraid_server: QBraidServer) -> None:
    assert_type(ionq_server.client(), IonQ)
    assert_type(ionq_server.async_client(timeout=3), AsyncIonQ)
    assert_type(qbraid_server.client(), QBraid)
    assert_type(qbraid_server.async_client(), AsyncQBraid)
    assert_type(ionq_server.url, str)
    assert_type(ionq_server.url_for("ionq-v0.3"), str)
    assert_type(ionq_server.emulator, Emulator)
    assert_type(ionq_server.emulator.fault("rate-limit"), FaultRule)
    assert_type(qbraid_server.basis, dict[str, dict[str, dict[str, int]]])
    ionq_server.client(base_ur="http://127.0.0.1")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
