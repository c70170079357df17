"""qBraid v2 with documented and with observed answers, each checked against its contract while these run."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract.emulator import Emulator
from support.emulated_qbraid import (
    BATCHES,
    DOCUMENTED,
    LIVE,
    NONSENSE,
    QASM3,
    SIMULATOR,
    SLOW,
    both,
    data,
    run,
    submission,
    submit,
)

QASM2 = 'OPENQASM 2.0; include "qelib1.inc"; qreg q[3]; creg c[3]; x q[0]; ry(pi/3) q[2]; measure q -> c;'


def counts(client: Any, mount: str, job: Any) -> Any:
    return data(client, f"{mount}/jobs/{job['jobQrn']}/result")["resultData"]["measurementCounts"]


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
    assert [one.headers["x-qcontract-basis"] for one in missing] == ["documented", "observed"]
    invalid = [client("POST", f"{mount}/jobs", {"shots": 1}) for mount in (DOCUMENTED, LIVE)]
    assert [one.status for one in invalid] == [422, 400]
    assert ["body", "deviceQrn"] in [one["loc"] for one in invalid[0].json()["detail"]]


@both
def test_several_programs_make_one_job_where_the_device_takes_them(client: Any, mount: str) -> None:
    flip = 'OPENQASM 3.0; include "stdgates.inc"; qubit[2] q; x q[1];'
    programs = [{"format": "qasm3", "data": QASM3}, {"format": "qasm3", "data": flip}]
    job = run(client, mount, submission(programs, shots=100, deviceQrn=BATCHES))
    assert mount == DOCUMENTED or job["numCircuits"] == 2
    results = data(client, f"{mount}/jobs/{job['jobQrn']}/result")["results"]
    assert set(results[0]["resultData"]["measurementCounts"]) <= {"001", "101"}
    assert results[1]["resultData"]["measurementCounts"] == {"10": 100}
    assert data(client, f"{mount}/jobs/{job['jobQrn']}/program") == programs
    inner = f"{job['jobQrn']}/0"
    quoted = inner.replace("/", "%2F")
    asked = [("GET", ""), ("GET", "/result"), ("GET", "/program"), ("POST", "/cancel"), ("DELETE", "")]
    assert {client(method, f"{mount}/jobs/{quoted}{rest}").status for method, rest in asked} == {404}
    gone = client("DELETE", f'{mount}/jobs?qrns=["{quoted}"]').json()["data"]
    assert (gone["successfulIds"], [*gone["failedIds"]]) == ([], [inner])
    assert len(data(client, f"{mount}/jobs/{job['jobQrn']}/result")["results"]) == 2
    assert [one["jobQrn"] for one in data(client, f"{mount}/jobs?limit=1")] == [job["jobQrn"]], (
        "circuits are not listed"
    )
    assert client("POST", f"{mount}/jobs", submission(programs)).status in (400, 422)


@both
def test_one_bad_program_fails_the_whole_job(client: Any, mount: str) -> None:
    programs = [{"format": "qasm3", "data": QASM3}, NONSENSE]
    job = run(client, mount, submission(programs, shots=10, deviceQrn=BATCHES))
    assert (job["status"], job["cost"]) == ("FAILED", 0)
    assert "circuit 1" in job["statusMsg"]


@both
def test_single_measurements_are_shown_when_they_are_asked_for(client: Any, mount: str) -> None:
    long, short = (run(client, mount, submission(shots=shots))["jobQrn"] for shots in (250, 60))
    plain = data(client, f"{mount}/jobs/{long}/result")["resultData"]
    assert set(plain) == {"measurementCounts"}
    shown = data(client, f"{mount}/jobs/{long}/result?includeMeasurements=true")["resultData"]
    assert (len(shown["measurements"]), shown["measurementsTruncated"], shown["totalShots"]) == (100, True, 250)
    again = data(client, f"{mount}/jobs/{long}/result?includeMeasurements=true")["resultData"]
    assert again == shown, "the same rows each time"
    every = data(client, f"{mount}/jobs/{short}/result?includeMeasurements=true")["resultData"]
    assert "measurementsTruncated" not in every
    assert Counter("".join(map(str, row)) for row in every["measurements"]) == every["measurementCounts"]


@both
def test_names_are_taken_raw_and_encoded(client: Any, mount: str) -> None:
    job = run(client, mount, submission())
    assert client("GET", f"{mount}/jobs/{quote(job['jobQrn'], safe='')}").status == 200
    assert client("GET", f"{mount}/devices/{quote(SIMULATOR, safe='')}").json()["data"]["qrn"] == SIMULATOR


@both
def test_a_job_without_result_answers_409(client: Any, mount: str) -> None:
    job = run(client, mount, submission(NONSENSE))
    assert client("GET", f"{mount}/jobs/{job['jobQrn']}/result").status == 409
    assert client("POST", f"{mount}/jobs/{job['jobQrn']}/cancel").status == (409 if mount == LIVE else 400)
    assert client("GET", f"{mount}/jobs/{job['jobQrn']}/compiled-program").status == 404


@both
def test_a_machine_shows_its_compiled_program_and_a_simulator_has_none(client: Any, mount: str) -> None:
    on_machine = run(client, mount, submission(deviceQrn="aws:iqm:qpu:garnet"))["jobQrn"]
    shown = data(client, f"{mount}/jobs/{on_machine}/compiled-program")
    assert shown["format"] == "qasm3"
    again = run(client, mount, submission(shown, deviceQrn="aws:iqm:qpu:garnet"))["jobQrn"]
    counts = [
        data(client, f"{mount}/jobs/{one}/result")["resultData"]["measurementCounts"] for one in (on_machine, again)
    ]
    assert counts[0].keys() == counts[1].keys()
    simulated = run(client, mount, submission())["jobQrn"]
    assert client("GET", f"{mount}/jobs/{simulated}/compiled-program").status == 404


def test_cancel_is_accepted_and_stops_the_job(client: Any) -> None:
    qrn = submit(client, DOCUMENTED, submission(SLOW))
    answer = client("POST", f"{DOCUMENTED}/jobs/{qrn}/cancel")
    assert (answer.status, answer.json()["data"]["status"]) == (202, "CANCELLING")
    assert client.wait(f"{DOCUMENTED}/jobs/{qrn}")["status"] == "CANCELLED"


def test_the_plain_address_answers_in_the_dialect_that_was_chosen(client_of: Any) -> None:
    for dialect, members in (("documented", {"detail"}), ("observed", {"success", "message", "error"})):
        with Emulator(dialect=dialect, self_check=True) as emulator:
            assert client_of(emulator)("GET", f"{DOCUMENTED}/jobs/nothing").json().keys() == members


def test_a_job_that_is_initializing_cannot_be_cancelled_live(client_of: Any) -> None:
    with Emulator(lifecycle="stepped", self_check=True) as emulator:
        client = client_of(emulator)
        qrn = submit(client, LIVE, submission())
        refused = client("POST", f"{LIVE}/jobs/{qrn}/cancel")
        assert (refused.status, refused.json()["error"]["code"]) == (409, "JOB_CANCEL_CONFLICT")
        assert refused.headers["x-qcontract-basis"] == "observed"
        assert client("POST", f"{DOCUMENTED}/jobs/{qrn}/cancel").status == 202
        assert emulator.violations == ()


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
        submission(deviceQrn="aws:rigetti:qpu:aspen-m-3"),
        submission(groupJobQrn="qbraid:group:nothing"),
        submission([]),
        [],
    ],
)
@both
def test_what_cannot_run_is_refused(client: Any, mount: str, body: Any) -> None:
    assert client("POST", f"{mount}/jobs", body).status in (400, 404, 422)


@both
def test_a_key_sees_its_own_jobs_only(client: Any, client_of: Any, emulator: Emulator, mount: str) -> None:
    qrn = run(client, mount, submission(shots=1, tags={"own": True}))["jobQrn"]
    stranger = client_of(emulator, key=f"stranger-{mount}")
    documented = 403 if mount == DOCUMENTED else 404
    assert [stranger(method, f"{mount}/jobs/{qrn}").status for method in ("GET", "DELETE")] == [documented] * 2
    assert [stranger("GET", f"{mount}/jobs/{qrn}/{what}").status for what in ("result", "program")] == [404, 404]
    assert stranger("POST", f"{mount}/jobs/{qrn}/cancel").status == 404
    gone = stranger("DELETE", f"{mount}/jobs?qrns=" + quote(json.dumps([qrn]))).json()["data"]
    assert list(gone["failedIds"]) == [qrn]
    assert stranger("GET", f"{mount}/jobs").json()["pagination"]["total"] == 0
    assert data(client, f"{mount}/jobs/{qrn}")["jobQrn"] == qrn


@both
@pytest.mark.parametrize(
    "query", ["tags=[]", "tags={", 'tags={"a":NaN}', "tags=" + "[" * 10_000, "status=DONE", "search="]
)
def test_wrong_filters_are_refused(client: Any, mount: str, query: str) -> None:
    assert client("GET", f"{mount}/jobs?{query}").status == (422 if mount == DOCUMENTED else 400)


@both
@pytest.mark.parametrize("names", ["", "{}", "[1]", '["\\ud800"]', "qbraid:qbraid:sim:qir-sv"])
def test_wrong_names_delete_nothing(client: Any, mount: str, names: str) -> None:
    assert client("DELETE", f"{mount}/jobs?qrns={quote(names)}").status == (422 if mount == DOCUMENTED else 400)


@both
def test_a_number_that_no_answer_could_hold_is_refused(client: Any, mount: str) -> None:
    body = json.dumps(submission(tags={"n": 0})).replace('"n": 0', '"n": 1e999').encode()
    assert client("POST", f"{mount}/jobs", body).status == (422 if mount == DOCUMENTED else 400)
    assert client("POST", f"{mount}/jobs", body.replace(b"1e999", b"1e99")).status == 201


@pytest.fixture(scope="module")
def listed(emulator: Emulator, client_of: Any) -> Any:
    """A key with jobs of which every second has a tag."""
    client = client_of(emulator, key="paging-key")
    for number in range(11):
        submit(client, DOCUMENTED, submission(shots=1, tags={"even": number % 2 == 0}, name=f"job {number}"))
    emulator.settle()
    return client


filters = st.sampled_from(["", "&search=job", "&tags=" + quote('{"even": true}'), "&vendor=qbraid", "&status=FAILED"])


@given(limit=st.integers(1, 13), chosen=filters, mount=st.sampled_from([DOCUMENTED, LIVE]))
@settings(max_examples=25, derandomize=True, deadline=None)
def test_pages_hold_every_job_once_in_one_order(listed: Any, limit: int, chosen: str, mount: str) -> None:
    def page(number: int, size: int) -> Any:
        return listed("GET", f"{mount}/jobs?page={number}&limit={size}{chosen}").json()

    whole = page(1, 100)
    names = [job["name"] for job in whole["data"]]
    assert whole["pagination"]["total"] == len(names)
    found, number = [], 1
    while True:
        one = page(number, limit)
        found += [job["name"] for job in one["data"]]
        about = one["pagination"]
        assert (about["hasPrev"], about["total"]) == (number > 1, len(names))
        if not about["hasNext"]:
            break
        number += 1
    assert found == names
    assert about["totalPages"] == -(-len(names) // limit)
    assert page(number + 1, limit)["data"] == []
