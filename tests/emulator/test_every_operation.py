"""Every operation of every contract in force has a handler, and those of IonQ v0.4 answer as their contract says."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from qcontract.contract import ContractRef, Operation, packaged
from qcontract.emulator import Emulator

SERVED = ("ionq-v0.3", "ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01", "qbraid-v2", "qbraid-v2@observed-2026-09")
V04 = SERVED[1:3]

CIRCUIT = {"gateset": "qis", "qubits": 2, "circuit": [{"gate": "x", "target": 0}]}
JOB = {"type": "ionq.circuit.v1", "backend": "qpu.forte-1", "shots": 500, "input": CIRCUIT}
QUERIES = {
    "EstimateJobCost": {"backend": "qpu.forte-1"},
    "get-usages": {"start_date": "2026-01-01", "end_date": "2026-12-31", "group_by": "project", "modality": "monthly"},
}


@pytest.mark.parametrize("contract", SERVED)
def test_every_operation_has_a_handler(emulator: Emulator, contract: str) -> None:
    assert emulator.unserved(contract) == []


def _operations() -> list[Any]:
    return [
        pytest.param(contract, operation, id=f"{contract.partition('@')[2]}-{operation.operation_id}")
        for contract in V04
        for operation in packaged(ContractRef.parse(contract)).operations
    ]


class Account:
    """A client with a debiased job, a job of two circuits and a session, whose ids fill the placeholders of a path."""

    def __init__(self, emulator: Emulator, contract: str) -> None:
        headers = {"authorization": "apiKey test-key"}
        base_url = emulator.base_url(contract)
        self.http = httpx.Client(transport=emulator.transport(), base_url=base_url, headers=headers)
        single, several = self.http.post("/jobs", json=JOB), self.http.post("/jobs", json=_several())
        session = self.http.post("/sessions", json={"backend": "simulator"}).json()
        emulator.settle()
        self.several = several.json()["id"]
        self.job = self.http.get(f"/jobs/{single.json()['id']}").json()
        self.places = {
            "UUID": self.job["id"],
            "backend": "qpu.forte-1",
            "lang": "qasm3",
            "artifactId": "probabilities",
            "variantId": self.job["output"]["error_mitigation"]["debiasing"]["variants"][0]["variant_id"],
            "session_id": session["id"],
            "organization_id": session["organization_id"],
            "format": "ionq.native.v1",
        }

    def ask(self, operation: Operation, key: str | None = "test-key") -> httpx.Response:
        """Send a request that the operation answers with success, at least to this account's own key."""
        bulk = {"ids": [self.job["id"], self.several]}
        bodies = {"CreateJob": JOB, "CreateSession": {"backend": "qpu.forte-1"}, "CancelJobs": bulk, "DeleteJobs": bulk}
        body = bodies.get(operation.operation_id, {} if operation.request_body else None)
        headers = {"authorization": "" if key is None else f"apiKey {key}"}
        query = QUERIES.get(operation.operation_id)
        return self.http.request(operation.method, self._path(operation), json=body, params=query, headers=headers)

    def _path(self, operation: Operation) -> str:
        places = dict(self.places)
        if operation.operation_id == "GetJobAggregatedProbabilities":
            places["UUID"] = self.several
        if operation.operation_id == "getCharacterization":
            places["UUID"] = self.http.get("/backends/qpu.forte-1").json()["characterization_id"]
        return operation.path.format(**places)


def _several() -> dict[str, Any]:
    circuits = [{"circuit": CIRCUIT["circuit"], "name": name} for name in ("first", "second")]
    input_ = {"gateset": "qis", "qubits": 2, "circuits": circuits}
    return {"type": "ionq.multi-circuit.v1", "backend": "simulator", "input": input_}


every = pytest.mark.parametrize(("contract", "operation"), _operations())


@every
def test_every_operation_answers_as_its_contract_says(emulator: Emulator, contract: str, operation: Operation) -> None:
    answer = Account(emulator, contract).ask(operation)
    made = operation.method == "POST" and operation.operation_id != "EndSession"
    assert answer.status_code == (201 if made else 200), answer.text
    assert answer.headers["x-qcontract-basis"] in ("documented", "observed", "assumed")
    assert emulator.violations == ()


@every
def test_other_keys_and_no_key_see_nothing_of_an_account(
    emulator: Emulator, contract: str, operation: Operation
) -> None:
    account = Account(emulator, contract)
    nobody, foreign = account.ask(operation, key=None), account.ask(operation, key="other-key")
    assert nobody.status_code == (401 if operation.security else account.ask(operation).status_code)
    names_jobs = "{UUID}" in operation.path and operation.operation_id != "getCharacterization"
    if names_jobs or "{session_id}" in operation.path or operation.operation_id in ("CancelJobs", "DeleteJobs"):
        assert foreign.status_code == 404
    for own in (account.job["id"], account.places["session_id"]):
        assert own not in foreign.text.replace(f"job {own}", "").replace(f"session {own}", "")
