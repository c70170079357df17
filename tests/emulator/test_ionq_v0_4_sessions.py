"""Sessions of IonQ v0.4: their life, their limits, their jobs."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from qcontract import Circuit, IonQ
from qcontract.emulator import Emulator
from support.virtual import VirtualClock

CONTRACTS = ("ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01")
both = pytest.mark.parametrize("contract", CONTRACTS)


def _open(http: httpx.Client, backend: str = "simulator", **limits: Any) -> Any:
    answer = http.post("/sessions", json={"backend": backend, **({"settings": limits} if limits else {})})
    assert (answer.status_code, answer.headers["x-qcontract-basis"]) == (201, "assumed")
    return answer.json()


@both
def test_a_session_is_open_until_somebody_ends_it(http_of: Callable[..., httpx.Client], contract: str) -> None:
    http = http_of(contract, key=f"life-{contract}")
    session = _open(http)
    assert (session["status"], session["active"], session["ended_at"], session["settings"]) == (
        "started",
        True,
        None,
        {},
    )
    assert http.get(f"/sessions/{session['id']}").json() == session
    ended = http.post(f"/sessions/{session['id']}/end").json()
    assert (ended["status"], ended["active"], ended["ender_id"]) == ("ended", False, session["creator_id"])
    assert http.post(f"/sessions/{session['id']}/end").json() == ended, "ending twice changes nothing"
    second = _open(http)
    listed = {flag: http.get("/sessions", params=flag).json() for flag in ("", "active=true", "active=false")}
    ids = {flag: [one["id"] for one in found["sessions"]] for flag, found in listed.items()}
    assert ids == {"": [second["id"], session["id"]], "active=true": [second["id"]], "active=false": [session["id"]]}
    assert http.get("/sessions/nothing").status_code == http.post("/sessions/nothing/end").status_code == 404


@both
def test_jobs_of_a_session_are_listed_with_every_filter(
    http_of: Callable[..., httpx.Client], circuit_job: Any, emulator: Emulator, contract: str
) -> None:
    http = http_of(contract, key=f"jobs-{contract}")
    session, other = _open(http)["id"], _open(http)["id"]
    inside = [http.post("/jobs", json=circuit_job(session_id=session)).json() for _ in range(3)]
    assert [job["session_id"] for job in inside] == [session] * 3
    http.post("/jobs", json=circuit_job(session_id=other))
    http.post("/jobs", json=circuit_job())
    emulator.settle()
    newest_first = [job["id"] for job in reversed(inside)]

    def listed(path: str, **query: Any) -> list[str]:
        return [job["id"] for job in http.get(path, params=query).json()["jobs"]]

    assert listed("/jobs", session_id=session) == listed(f"/sessions/{session}/jobs") == newest_first
    assert listed(f"/sessions/{session}/jobs", session_id=other) == newest_first, "the path wins over the query"
    assert listed(f"/sessions/{session}/jobs", limit=2) == newest_first[:2]
    assert listed(f"/sessions/{session}/jobs", status="failed") == []
    assert listed(f"/sessions/{session}/jobs", target="qpu.forte-1,simulator", ids=newest_first[0]) == newest_first[:1]


@both
@pytest.mark.parametrize("end", ["asked", "time", "jobs", "cost"])
def test_a_session_that_has_ended_takes_no_jobs(
    http_of: Callable[..., httpx.Client], circuit_job: Any, contract: str, end: str
) -> None:
    clock = VirtualClock()
    limits = {"time": {"duration_limit_min": 5}, "jobs": {"job_count_limit": 2}, "cost": {"cost_limit": {"value": 20}}}
    with Emulator(clock=clock, self_check=True) as emulator:
        http = http_of(contract, of=emulator)
        session = _open(http, "qpu.forte-1", **limits.get(end, {}))
        job = circuit_job(backend="qpu.forte-1", session_id=session["id"])

        def submit() -> httpx.Response:
            answer = http.post("/jobs", json=job)
            emulator.settle()
            return answer

        assert [submit().status_code for _ in range(2)] == [201, 201]
        if end == "asked":
            http.post(f"/sessions/{session['id']}/end")
        clock.sleep(299)
        late = submit() if end == "time" else None
        clock.sleep(1)
        refused = submit()
        assert late is None or late.status_code == 201
        assert (refused.status_code, refused.json()["validation"]["keys"]) == (400, ["session_id"])
        assert refused.headers["x-qcontract-basis"] == "assumed"
        after = http.get(f"/sessions/{session['id']}").json()
        assert (after["status"], after["active"]) == ("ended", False)
        assert (after["ender_id"] is None) == (end != "asked"), "a limit is nobody"
        if end == "time":
            assert after["ended_at"] == after["settings"]["expires_at"]
        jobs = http.get(f"/sessions/{session['id']}/jobs").json()["jobs"]
        assert {one["status"] for one in jobs} == {"completed"}, "accepted jobs run to their end"
        assert emulator.violations == ()


@both
def test_a_job_names_a_session_of_its_own_project_and_backend(
    http_of: Callable[..., httpx.Client], circuit_job: Any, contract: str
) -> None:
    http, stranger = http_of(contract), http_of(contract, key="stranger")
    session = _open(http)["id"]
    for client, job in (
        (http, circuit_job(session_id="nothing")),
        (http, circuit_job(session_id=session, backend="qpu.forte-1")),
        (stranger, circuit_job(session_id=session)),
    ):
        assert client.post("/jobs", json=job).status_code == 400
    assert http.post("/sessions", json={"backend": "qpu.nothing"}).status_code == 400
    assert http.post("/sessions", json={"backend": "simulator", "settings": {"unknown": 1}}).status_code == 400


def test_two_submissions_cannot_both_be_the_last_of_a_session(
    http_of: Callable[..., httpx.Client], circuit_job: Any
) -> None:
    http = http_of(CONTRACTS[1])
    session = _open(http, job_count_limit=5)["id"]
    with ThreadPoolExecutor(8) as pool:
        codes = list(
            pool.map(lambda _: http.post("/jobs", json=circuit_job(session_id=session)).status_code, range(24))
        )
    assert codes.count(201) == 5
    assert len(http.get(f"/sessions/{session}/jobs").json()["jobs"]) == 5


@both
def test_our_client_submits_into_a_session(
    http_of: Callable[..., httpx.Client], emulator: Emulator, contract: str
) -> None:
    session = _open(http_of(contract))["id"]
    options: Any = {"transport": emulator.transport(), "base_url": emulator.base_url(contract)}
    with IonQ(api=contract.removeprefix("ionq-"), key="test-key", **options) as client:
        job = client.jobs.wait(client.jobs.submit(Circuit(1).x(0), session=session))
        assert client.jobs.result(job).probabilities == {1: 1.0}
        assert job.raw["session_id"] == session
