"""One asymmetric circuit on every contract in force: recorded once, replayed by the sync and the async driver."""

from __future__ import annotations

import hashlib
import math
import tomllib
from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest
from qcontract import AsyncIonQ, AsyncQBraid, Circuit, IonQ, QBraid, Result
from qcontract.emulator import Emulator
from qcontract.flow.context import Context
from support.tapes import FOLDER, KEY, Tape

CONTRACTS = ["ionq-v0.3@2026-05-06", "ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01", "qbraid-v2@2026-02-08"]
CIRCUIT = Circuit(3).x(0).ry(math.pi / 3, 2)
SHOTS = 400


def run(client: IonQ | QBraid, settle: Callable[[], None]) -> Result:
    with client:
        job = client.jobs.submit(CIRCUIT, shots=SHOTS, name="asymmetric")
        settle()
        done = client.jobs.wait(job)
        assert done.origin == "emulator"
        return client.jobs.result(done)


async def arun(client: AsyncIonQ | AsyncQBraid) -> Result:
    async with client:
        job = await client.jobs.submit(CIRCUIT, shots=SHOTS, name="asymmetric")
        return await client.jobs.result(await client.jobs.wait(job))


def judge(result: Result, contract: str) -> None:
    assert (result.contract, result.origin) == (contract, "emulator")
    if contract.startswith("ionq"):
        assert result.probabilities == pytest.approx({1: 0.75, 5: 0.25}, abs=1e-9)
    else:
        assert sum((result.counts or {}).values()) == SHOTS
        assert result.probabilities == pytest.approx({1: 0.75, 5: 0.25}, abs=5 * math.sqrt(0.75 * 0.25 / SHOTS))


@pytest.fixture
def options(context: Context) -> dict[str, Any]:
    return {"key": KEY, "context": context}


@pytest.mark.parametrize("contract", CONTRACTS)
def test_record_or_replay(contract: str, tape: Tape, options: dict[str, Any], emulator: Emulator) -> None:
    kind = IonQ if contract.startswith("ionq") else QBraid
    with tape(contract, "asymmetric") as recorded:
        if not recorded.recording:
            network = httpx.HTTPTransport()  # vcrpy answers in its place
            client = kind(contract, base_url=emulator.base_url(contract), transport=network, **options)
            judge(run(client, lambda: None), contract)
            return
        client = kind(contract, base_url=emulator.base_url(contract), transport=emulator.transport(), **options)
        judge(run(client, emulator.settle), contract)


@pytest.mark.parametrize("contract", CONTRACTS)
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_replay_async(
    contract: str, backend: str, tape: Tape, options: dict[str, Any], emulator: Emulator, recording: bool
) -> None:
    if recording:
        pytest.skip("recorded by the sync driver")
    kind = AsyncIonQ if contract.startswith("ionq") else AsyncQBraid
    with tape(contract, "asymmetric"):
        network = httpx.AsyncHTTPTransport()
        client = kind(contract, base_url=emulator.base_url(contract), transport=network, **options)
        judge(anyio.run(arun, client, backend=backend), contract)


def test_the_index_lists_every_cassette(recording: bool) -> None:
    if recording:
        pytest.skip("the index is written with the cassettes")
    for folder in FOLDER.iterdir():
        listed = tomllib.loads((folder / "index.toml").read_text())["cassette"]
        found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.yaml")}
        assert {entry["file"]: entry["sha256"] for entry in listed} == found
        assert all(entry["contract"].startswith(f"{folder.name}@") for entry in listed)


def test_no_cassette_holds_a_key() -> None:
    for path in FOLDER.rglob("*.yaml"):
        text = path.read_text()
        assert KEY not in text
        assert "authorization:\n" not in text or "REDACTED" in text
