"""qBraid v2 with documented and with observed answers, each checked against its contract while these run."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest

DOCUMENTED, LIVE = "/api/v1", "/@observed-2026-09/api/v1"
both = pytest.mark.parametrize("mount", [DOCUMENTED, LIVE])
SIMULATOR = "qbraid:qbraid:sim:qir-sv"
QASM3 = 'OPENQASM 3.0; include "stdgates.inc"; qubit[3] q; bit[3] c; x q[0]; ry(pi/3) q[2]; c = measure q;'
QASM2 = 'OPENQASM 2.0; include "qelib1.inc"; qreg q[3]; creg c[3]; x q[0]; ry(pi/3) q[2]; measure q -> c;'


def submission(program: object = None, **members: object) -> dict[str, Any]:
    sent = {"format": "qasm3", "data": QASM3} if program is None else program
    return {"deviceQrn": SIMULATOR, "shots": 2000, "program": sent, **members}


def run(client: Any, mount: str, body: dict[str, Any]) -> Any:
    created = client("POST", f"{mount}/jobs", body)
    assert created.status == 201, created.body
    return client.wait(f"{mount}/jobs/{created.json()['data']['jobQrn']}")


def counts(client: Any, mount: str, job: Any) -> Any:
    return client("GET", f"{mount}/jobs/{job['jobQrn']}/result").json()["data"]["resultData"]["measurementCounts"]


@both
@pytest.mark.parametrize("program", [{"format": "qasm3", "data": QASM3}, {"format": "qasm2", "data": QASM2}])
def test_an_asymmetric_circuit_has_qubit_0_last(client: Any, mount: str, program: Any) -> None:
    job = run(client, mount, submission(program, tags={"token": "abc"}, name="asymmetric"))
    assert (job["status"], job["tags"], job["name"]) == ("COMPLETED", {"token": "abc"}, "asymmetric")
    found = counts(client, mount, job)
    assert set(found) == {"001", "101"}
    assert sum(found.values()) == 2000
    assert abs(found["001"] - 1500) < 5 * (2000 * 0.75 * 0.25) ** 0.5
    assert client("GET", f"{mount}/jobs/{job['jobQrn']}/program").json()["data"] == program


def test_an_ionq_circuit_is_an_object(client: Any, asymmetric: Any) -> None:
    program = {"format": "ionq.circuit.v0", "data": {"qubits": 3, "circuit": asymmetric}}
    job = run(client, DOCUMENTED, submission(program, deviceQrn="ionq:ionq:sim:simulator"))
    assert set(counts(client, DOCUMENTED, job)) == {"001", "101"}


def test_documented_and_live_answers_differ_as_they_were_seen_to(client: Any) -> None:
    created = [client("POST", f"{mount}/jobs", submission()).json()["data"] for mount in (DOCUMENTED, LIVE)]
    assert set(created[0]) == {"jobQrn", "status"}
    assert created[1]["numCircuits"] == 1
    jobs = [
        client.wait(f"{mount}/jobs/{one['jobQrn']}") for mount, one in zip((DOCUMENTED, LIVE), created, strict=True)
    ]
    assert jobs[0]["batchJobQrn"] is None
    assert None not in jobs[1].values()
    results = [
        client("GET", f"{m}/jobs/{j['jobQrn']}/result").json()["data"]
        for m, j in zip((DOCUMENTED, LIVE), jobs, strict=True)
    ]
    assert (results[0]["cost"], results[1]["cost"]) == (0.0, "0")
    missing = [client("GET", f"{mount}/jobs/nothing") for mount in (DOCUMENTED, LIVE)]
    assert [set(one.json()) for one in missing] == [{"detail"}, {"success", "message", "error"}]
    assert [one.headers["x-qcontract-basis"] for one in missing] == ["documented", "documented"]
    invalid = [client("POST", f"{mount}/jobs", {"shots": 1}) for mount in (DOCUMENTED, LIVE)]
    assert [one.status for one in invalid] == [422, 400]
    assert ["body", "deviceQrn"] in [one["loc"] for one in invalid[0].json()["detail"]]


@both
def test_several_programs_make_one_job(client: Any, mount: str) -> None:
    flip = 'OPENQASM 3.0; include "stdgates.inc"; qubit[2] q; x q[1];'
    programs = [{"format": "qasm3", "data": QASM3}, {"format": "qasm3", "data": flip}]
    job = run(client, mount, submission(programs, shots=100))
    assert mount == DOCUMENTED or job["numCircuits"] == 2
    results = client("GET", f"{mount}/jobs/{job['jobQrn']}/result").json()["data"]["results"]
    assert results[1]["resultData"]["measurementCounts"] == {"10": 100}
    assert client("GET", f"{mount}/jobs/{job['jobQrn']}/program").json()["data"] == programs


@both
def test_names_are_taken_raw_and_encoded(client: Any, mount: str) -> None:
    job = run(client, mount, submission())
    assert client("GET", f"{mount}/jobs/{quote(job['jobQrn'], safe='')}").status == 200
    assert client("GET", f"{mount}/devices/{quote(SIMULATOR, safe='')}").json()["data"]["qrn"] == SIMULATOR


@both
def test_devices_and_prices(client: Any, mount: str) -> None:
    assert len(client("GET", f"{mount}/devices").json()["data"]) == 3
    assert [one["name"] for one in client("GET", f"{mount}/devices?deviceType=QPU").json()["data"]] == ["Garnet"]
    assert client("GET", f"{mount}/devices/nothing").status == 404
    assert client("GET", f"{mount}/jobs/cost-estimate").status == 400
    priced = client("GET", f"{mount}/jobs/cost-estimate?deviceQrn=aws:iqm:qpu:garnet&shots=100").json()["data"]
    assert priced["estimatedCost"] == pytest.approx(30 + 14.5)
    job = run(client, mount, submission(deviceQrn="aws:iqm:qpu:garnet", shots=100))
    assert float(job["cost"]) == job["estimatedCost"] == pytest.approx(44.5)
    failed = run(
        client, mount, submission({"format": "qasm3", "data": "OPENQASM 3.0;"}, deviceQrn="aws:iqm:qpu:garnet")
    )
    assert (failed["status"], failed["cost"]) == ("FAILED", 0)
    assert failed["statusMsg"]


@both
def test_a_job_without_result_answers_409(client: Any, mount: str) -> None:
    job = run(client, mount, submission({"format": "qasm3", "data": "OPENQASM 3.0; nonsense"}))
    assert client("GET", f"{mount}/jobs/{job['jobQrn']}/result").status == 409
    assert client("POST", f"{mount}/jobs/{job['jobQrn']}/cancel").status == (409 if mount == LIVE else 400)
    assert client("GET", f"{mount}/jobs/{job['jobQrn']}/compiled-program").status == 404


def test_cancel_is_accepted_and_stops_the_job(client: Any) -> None:
    slow = 'OPENQASM 3.0; include "stdgates.inc"; qubit[22] q;' + "h q;" * 300
    qrn = client("POST", f"{DOCUMENTED}/jobs", submission({"format": "qasm3", "data": slow})).json()["data"]["jobQrn"]
    answer = client("POST", f"{DOCUMENTED}/jobs/{qrn}/cancel")
    assert (answer.status, answer.json()["data"]["status"]) == (202, "CANCELLING")
    assert client.wait(f"{DOCUMENTED}/jobs/{qrn}")["status"] == "CANCELLED"


@both
def test_pages_filters_and_deletion(client_of: Any, emulator: Any, mount: str) -> None:
    client = client_of(emulator, key=f"own-{mount}")
    jobs = [run(client, mount, submission(shots=10, tags={"n": n}, name=f"job {n}"))["jobQrn"] for n in range(3)]
    page = client("GET", f"{mount}/jobs?limit=2&page=2").json()
    assert [job["jobQrn"] for job in page["data"]] == jobs[:1]
    assert page["pagination"] == {"page": 2, "limit": 2, "total": 3, "totalPages": 2, "hasNext": False, "hasPrev": True}

    def found(query: str) -> list[str]:
        return [job["jobQrn"] for job in client("GET", f"{mount}/jobs?{query}").json()["data"]]

    assert found("tags=" + quote(json.dumps({"n": 1}))) == [jobs[1]]
    assert found("search=job%202") == [jobs[2]]
    assert found("statusGroup=pending") == found("vendor=aws") == found("status=FAILED") == []
    assert client("GET", f"{mount}/jobs/statuses").json()["data"] == {"COMPLETED": 3}
    gone = client("DELETE", f"{mount}/jobs?qrns=" + quote(json.dumps([jobs[0], "nothing"]))).json()["data"]
    assert (gone["successfulIds"], list(gone["failedIds"])) == ([jobs[0]], ["nothing"])
    assert client("DELETE", f"{mount}/jobs/{jobs[1]}").status == 200
    assert found("") == [jobs[2]]


@pytest.mark.parametrize(
    "body",
    [
        submission(shots=0),
        submission(shots=10**9),
        submission(deviceQrn="nothing"),
        submission({"format": "qir.bc", "data": "QkM="}),
        submission({"format": "qasm3", "data": None}),
        submission("text"),
        [],
    ],
)
@both
def test_what_cannot_run_is_refused(client: Any, mount: str, body: Any) -> None:
    assert client("POST", f"{mount}/jobs", body).status in (400, 404, 422)
