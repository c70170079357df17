"""Answers that drift away from their contract, each kind of drift at every operation."""

from __future__ import annotations

from typing import Any

import pytest
from qcontract.emulator import Emulator
from qcontract.emulator.checks import checks
from qcontract.emulator.control.kinds import CHANGES

CONTRACTS = ["ionq-v0.3", "ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01", "qbraid-v2", "qbraid-v2@observed-2026-09"]
BODY_CHANGES = [
    change for change in CHANGES if change not in ("status", "content-type", "removed", "required-parameter")
]


@pytest.fixture
def emulator(anew: Emulator) -> Emulator:
    return anew


class Asked:
    """One request for every operation of a contract; what it answers is not always success, and always declared."""

    def __init__(self, emulator: Emulator, client: Any, many: Any, contract: str) -> None:
        self.client = client
        self.checks = checks(
            contract
            if "@" in contract
            else next(c for c in emulator.control.state()["contracts"] if c.startswith(contract))
        )
        self.mount = emulator.base_url(contract, "")
        self.job = many(self.mount if "/@" not in self.mount or "v0.4" in self.mount else "/api/v1", 1)[0]
        emulator.settle()

    def __call__(self, operation: Any, **headers: str) -> Any:
        values = {
            "backend": "qpu.forte-1",
            "device_qrn": "qbraid:qbraid:sim:qir-sv",
            "format": "ionq.result.probabilities.json.v1",
        }
        path = operation.path
        for name in [part[1:-1] for part in path.split("/") if part.startswith("{")]:
            path = path.replace("{" + name + "}", values.get(name, self.job))
        return self.client(operation.method, self.mount + path, {} if operation.request_body else None, **headers)


@pytest.mark.parametrize("contract", CONTRACTS)
@pytest.mark.parametrize("change", BODY_CHANGES)
def test_every_operation_drifts_away_from_its_contract(
    emulator: Emulator, client: Any, many: Any, contract: str, change: str
) -> None:
    ask = Asked(emulator, client, many, contract)
    drifted = 0
    for operation in ask.checks.contract.operations:
        if operation.method == "DELETE":
            continue
        answer = ask(operation, **{"x-qcontract-fault": f"drift; change={change}"})
        assert answer.status < 500, (operation.operation_id, answer.body)
        mark = answer.headers["x-qcontract-fault"]
        broken = ask.checks.answer(operation, answer.status, answer.json())
        if mark.endswith("no place") or change == "new-field":
            assert mark.endswith("no place") or "qcontractNewField" in answer.body.decode()
        else:
            assert broken is not None, (operation.operation_id, mark, answer.body)
        drifted += not mark.endswith("no place")
    share = drifted / len(ask.checks.contract.operations)
    assert share > (0.05 if change in ("new-value", "new-field") else 0.5), share


@pytest.mark.parametrize("contract", CONTRACTS)
def test_every_operation_drifts_around_its_body(emulator: Emulator, client: Any, many: Any, contract: str) -> None:
    ask = Asked(emulator, client, many, contract)
    for operation in ask.checks.contract.operations:
        if operation.method == "DELETE":
            continue
        fault = "x-qcontract-fault"
        assert str(ask(operation, **{fault: "drift; change=status"}).status) not in operation.responses
        media = ask(operation, **{fault: "drift; change=content-type"}).headers["content-type"]
        assert not any(media in response.get("content", {}) for response in operation.responses.values())
        assert ask(operation, **{fault: "drift; change=removed"}).status == 410
        assert ask(operation, **{fault: "drift; change=removed; status=404"}).status == 404
        demanded = ask(operation, **{fault: "drift; change=required-parameter; name=region"})
        assert demanded.status in (400, 422)
        assert "region" in demanded.body.decode()


def test_drift_can_be_placed_and_stays_in_its_place(emulator: Emulator, client: Any, circuit_job: Any) -> None:
    for _ in range(3):
        client.run("/v0.4", circuit_job())
    with emulator.fault("drift", change="new-value", at="/jobs/*/status", name="paused", operation="GetJobs"):
        assert {job["status"] for job in client("GET", "/v0.4/jobs").json()["jobs"]} == {"paused"}
    with emulator.fault("drift", change="renamed", at="/jobs/1/id", name="uuid"):
        shown = client("GET", "/v0.4/jobs").json()["jobs"]
        assert [("id" in job, "uuid" in job) for job in shown] == [(True, False), (False, True), (True, False)]
    with emulator.fault("drift", change="missing-field"):
        assert len({client("GET", "/v0.4/jobs").headers["x-qcontract-fault"] for _ in range(5)}) == 1
    with emulator.fault("drift", change="null", at="/nothing"):
        assert client("GET", "/v0.4/jobs").headers["x-qcontract-fault"] == "drift/null no place"
    places: set[str] = set()
    for seed in range(6):
        emulator.reset(seed)
        with emulator.fault("drift", change="wrong-type"):
            places.add(client("GET", "/v0.4/backends").headers["x-qcontract-fault"])
    assert len(places) > 1


def test_new_fields_come_in_open_and_in_closed_objects(emulator: Emulator, client: Any, circuit_job: Any) -> None:
    job = client.run("/v0.4", circuit_job())["id"]
    contract = checks("ionq-v0.4@2026-10-01")
    (operation,) = (one for one in contract.contract.operations if one.operation_id == "GetJob")
    for where, breaks in (("open", False), ("closed", True)):
        with emulator.fault("drift", change="new-field", where=where):
            answer = client("GET", f"/v0.4/jobs/{job}")
            assert "qcontractNewField" in answer.body.decode()
            assert (contract.answer(operation, 200, answer.json()) is not None) == breaks
