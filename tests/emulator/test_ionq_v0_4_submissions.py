"""How jobs enter IonQ v0.4: in every spelling that released clients use, as clones, and moved."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from qcontract.emulator import Emulator

OLDER, CURRENT = "ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01"
both = pytest.mark.parametrize("contract", [OLDER, CURRENT])


def _submitted(http: httpx.Client, emulator: Emulator, body: Any) -> tuple[httpx.Response, Any]:
    answer = http.post("/jobs", json=body)
    assert answer.status_code == 201, answer.text
    emulator.settle()
    return answer, http.get(f"/jobs/{answer.json()['id']}").json()


@both
@pytest.mark.parametrize(
    ("members", "basis", "shown"),
    [
        ({}, "observed", {}),
        ({"shots": "750", "backend": "qpu.aria-1"}, "observed", {"shots": 750}),
        ({"lang": "json"}, "observed", {}),
        ({"shots": "100", "lang": "json", "name": "cirq"}, "observed", {"name": "cirq"}),
        ({"noise": {"model": "ideal", "seed": None}}, "observed", {"noise": {"model": "ideal"}}),
        ({"noise": {"model": "aria-1", "seed": None}}, "observed", {"noise": {"model": "aria-1"}, "shots": 100}),
        ({"unknown": {"a": 1}}, "assumed", {}),
        ({"name": None, "metadata": None, "session_id": None}, "assumed", {"name": None, "metadata": None}),
        ({"metadata": {"cirq": "a\x1fb\x1ec", "other": "\u202e\u0000"}}, "observed", {}),
    ],
)
def test_a_spelling_of_released_clients_is_taken(
    http_of: Callable[..., httpx.Client],
    emulator: Emulator,
    circuit_job: Any,
    contract: str,
    members: dict[str, Any],
    basis: str,
    shown: dict[str, Any],
) -> None:
    answer, job = _submitted(http_of(contract), emulator, circuit_job(**members))
    assert answer.headers["x-qcontract-basis"] == basis
    assert job["status"] == "completed"
    assert job["metadata"] == members.get("metadata")
    assert {name: job[name] for name in shown} == shown


@both
@pytest.mark.parametrize("shots", ["", "-1", "1.5", "0", "many", "1000001", "٣", [], {}, True])
def test_a_number_of_shots_that_is_none_is_refused(
    http_of: Callable[..., httpx.Client], circuit_job: Any, contract: str, shots: object
) -> None:
    answer = http_of(contract).post("/jobs", json=circuit_job(shots=shots))
    assert (answer.status_code, answer.json()["validation"]["keys"]) == (400, ["shots"])


@both
def test_unknown_members_of_the_program_are_ignored(
    http_of: Callable[..., httpx.Client], emulator: Emulator, circuit_job: Any, contract: str
) -> None:
    job = circuit_job()
    job["input"]["format"] = "ionq.circuit.v0"
    answer, found = _submitted(http_of(contract), emulator, job)
    assert (answer.headers["x-qcontract-basis"], found["status"]) == ("assumed", "completed")


@both
def test_a_body_without_a_content_type_and_a_get_with_a_body(
    http_of: Callable[..., httpx.Client], emulator: Emulator, circuit_job: Any, contract: str
) -> None:
    http = http_of(contract)
    made = http.post("/jobs", content=json.dumps(circuit_job()).encode())
    assert made.status_code == 201
    emulator.settle()
    listed = http.request("GET", "/jobs", content=b'{"limit": 1000}', headers={"content-type": "application/json"})
    assert made.json()["id"] in [job["id"] for job in listed.json()["jobs"]]


@both
@pytest.mark.parametrize(
    "gates",
    [
        [{"gate": "x", "target": 0}, {"gate": "cnot", "control": 0, "target": 1}],
        [{"gate": "not", "targets": [0]}, {"gate": "x", "controls": [0], "targets": [1]}],
        [{"gate": "x", "targets": [0, 1]}],
    ],
)
def test_gates_of_every_client_mean_the_same(
    http_of: Callable[..., httpx.Client], emulator: Emulator, circuit_job: Any, contract: str, gates: Any
) -> None:
    http = http_of(contract)
    _, job = _submitted(http, emulator, circuit_job(gates, qubits=3))
    assert http.get(f"/jobs/{job['id']}/results/probabilities").json() == {"3": 1.0}


@both
def test_settings_of_the_compiler_are_shown_again(
    http_of: Callable[..., httpx.Client], emulator: Emulator, circuit_job: Any, contract: str
) -> None:
    sent = {"compilation": {"opt": 1, "precision": "1E-3"}, "error_mitigation": {"debiasing": False}, "other": {}}
    _, job = _submitted(http_of(contract), emulator, circuit_job(settings=sent))
    assert job["settings"] == {name: sent[name] for name in ("compilation", "error_mitigation")}


@pytest.mark.parametrize("kind", ["ionq.circuit.v1", "ionq.multi-circuit.v1", "ionq.qasm3.v1", "quantum-function"])
def test_a_clone_runs_the_same_program_once_more(
    http_of: Callable[..., httpx.Client], emulator: Emulator, circuit_job: Any, asymmetric: Any, kind: str
) -> None:
    http = http_of(CURRENT)
    several = {"gateset": "qis", "qubits": 3, "circuits": [{"circuit": asymmetric}, {"circuit": asymmetric[:1]}]}
    text = 'OPENQASM 3.0; include "stdgates.inc"; qubit[3] q; x q[0]; ry(pi/3) q[2];'
    function = {"type": "generic", "data": {}, "params": []}
    inputs = {"ionq.multi-circuit.v1": several, "ionq.qasm3.v1": {"data": text}, "quantum-function": function}
    body = {**circuit_job(name="first", metadata={"a": "b"}, shots=200), "type": kind}
    _, job = _submitted(http, emulator, {**body, "input": inputs.get(kind, body["input"])})
    answer = http.post(f"/jobs/{job['id']}/clone", json={"name": "second", "shots": "300"})
    assert (answer.status_code, answer.headers["x-qcontract-basis"]) == (201, "assumed")
    emulator.settle()
    clone = http.get(f"/jobs/{answer.json()['id']}").json()
    own = {"id", "name", "submitted_at", "started_at", "completed_at", "execution_duration_ms", "results"}
    own |= {"child_job_ids", "failure"}
    assert {key: value for key, value in clone.items() if key not in own} == {
        key: value for key, value in job.items() if key not in own
    }
    assert (clone["name"], job["name"]) == ("second", "first")
    assert clone["id"] != job["id"]
    if job["results"] is not None:
        answers = [http.get(f"http://emulator.invalid{one['results']['probabilities']['url']}") for one in (job, clone)]
        first, second = ([*answer.json().values()] for answer in answers)
        assert first == second


def test_a_clone_can_change_everything_but_the_program(
    http_of: Callable[..., httpx.Client], emulator: Emulator, circuit_job: Any
) -> None:
    http = http_of(CURRENT)
    _, job = _submitted(http, emulator, circuit_job(noise={"model": "aria-1", "seed": 1}, metadata={"a": "b"}))
    session = http.post("/sessions", json={"backend": "qpu.forte-1"}).json()["id"]
    changes: dict[str, Any] = {"backend": "qpu.forte-1", "shots": 600, "metadata": {"c": "d"}, "session_id": session}
    changes |= {"dry_run": True, "settings": {"error_mitigation": {"debiasing": False}}, "parent": job["id"]}
    made = http.post(f"/jobs/{job['id']}/clone", json=changes).json()
    assert made["session_id"] == session
    emulator.settle()
    clone = http.get(f"/jobs/{made['id']}").json()
    assert {name: clone[name] for name in changes if name != "parent"} == {
        name: value for name, value in changes.items() if name != "parent"
    }
    assert clone["parent_job_id"] == job["id"]
    assert http.get(f"/jobs/{job['id']}").json()["child_job_ids"] is None
    for wrong in ({"parent": "nothing"}, {"backend": "qpu.nothing"}, {"session_id": "nothing"}, {"shots": 0}):
        assert http.post(f"/jobs/{job['id']}/clone", json=wrong).status_code == 400
    assert http.post("/jobs/nothing/clone", json={}).status_code == 404


def test_a_job_that_moves_runs_elsewhere_and_no_longer_where_it_was(
    http_of: Callable[..., httpx.Client], emulator: Emulator, circuit_job: Any
) -> None:
    http = http_of(CURRENT)
    long = [{"gate": "rx", "rotation": 0.1, "target": q} for q in range(20)] * 400
    waiting = http.post("/jobs", json=circuit_job(long, qubits=20)).json()["id"]
    moved = http.post(f"/jobs/{waiting}/move", json={"backend": "qpu.forte-1", "dry_run": True})
    assert (moved.status_code, moved.headers["x-qcontract-basis"]) == (201, "assumed")
    emulator.settle()
    assert http.get(f"/jobs/{waiting}").json()["status"] == "canceled"
    there = http.get(f"/jobs/{moved.json()['id']}").json()
    assert (there["status"], there["backend"]) == ("completed", "qpu.forte-1")
    _, ended = _submitted(http, emulator, circuit_job())
    assert http.post(f"/jobs/{ended['id']}/move", json={}).status_code == 201
    assert http.get(f"/jobs/{ended['id']}").json()["status"] == "completed", "what has ended stays"


def test_cloning_is_not_in_the_older_snapshot(
    http_of: Callable[..., httpx.Client], emulator: Emulator, circuit_job: Any
) -> None:
    http = http_of(OLDER)
    _, job = _submitted(http, emulator, circuit_job())
    for path in ("clone", "move", "artifacts/probabilities"):
        assert http.post(f"/jobs/{job['id']}/{path}", json={}).status_code in (404, 405)
    assert http.get("/schemas/formats/ionq.native.v1").status_code == 404
    assert http_of(CURRENT).get(f"/jobs/{job['id']}/circuits/native").status_code == 404
