"""Groups of qBraid's jobs: opening, joining, closing, ending, and whose they are."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract.emulator import Emulator
from support.emulated_qbraid import BATCHES, DOCUMENTED, LIVE, NONSENSE, SLOW, both, data, run, submission, submit


def open_group(client: Any, mount: str, **members: object) -> Any:
    created = client("POST", f"{mount}/jobs/group", members)
    assert (created.status, created.headers["x-qcontract-basis"]) == (201, "assumed"), created.body
    return created.json()["data"]


def status(client: Any, mount: str, group: Any) -> str:
    return data(client, f"{mount}/jobs/group/{group['groupJobQrn']}")["status"]


@both
def test_a_group_takes_jobs_until_it_is_closed_and_ends_with_them(client: Any, mount: str) -> None:
    group = open_group(client, mount, name="sweep", tags={"n": 1}, metadata={"a": [1]}, maxTTL=60)
    assert (group["name"], group["tags"], group["metadata"], group["maxTTL"]) == ("sweep", {"n": 1}, {"a": [1]}, 60)
    name = group["groupJobQrn"]
    jobs = [run(client, mount, submission(shots=1, groupJobQrn=name))["jobQrn"] for _ in range(2)]
    run(client, mount, submission(shots=1))
    listed = data(client, f"{mount}/jobs/group/{name}/jobs")
    assert [job["jobQrn"] for job in listed] == jobs[::-1]
    assert {job["groupJobQrn"] for job in listed} == {name}
    assert status(client, mount, group) == "OPEN"
    closed = client("POST", f"{mount}/jobs/group/{name}/close")
    assert (closed.status, closed.json()["data"]["status"]) == (200, "COMPLETED")
    assert client("POST", f"{mount}/jobs/group/{name}/close").status == 409
    assert client("POST", f"{mount}/jobs", submission(groupJobQrn=name)).status in (400, 422)


@both
def test_how_a_group_ends_follows_from_its_jobs(client: Any, mount: str) -> None:
    ends = {}
    for what in ("empty", "failed", "running"):
        group = open_group(client, mount)
        name = group["groupJobQrn"]
        if what == "failed":
            run(client, mount, submission(shots=1, groupJobQrn=name))
            run(client, mount, submission(NONSENSE, shots=1, groupJobQrn=name))
        slow = submit(client, mount, submission(SLOW, groupJobQrn=name)) if what == "running" else None
        ends[what] = client("POST", f"{mount}/jobs/group/{name}/close").json()["data"]["status"]
        if slow is not None:
            assert client("POST", f"{mount}/jobs/group/{name}/close").status == 200, "closing twice changes nothing"
            client("POST", f"{DOCUMENTED}/jobs/{slow}/cancel")
            ends["cancelled"] = status(client, mount, group)
    assert ends == {"empty": "CLOSED", "failed": "FAILED", "running": "CLOSED", "cancelled": "CANCELLED"}


@both
def test_a_batch_is_one_job_of_its_group(client: Any, mount: str) -> None:
    name = open_group(client, mount)["groupJobQrn"]
    programs = [submission()["program"]] * 3
    qrn = run(client, mount, submission(programs, shots=1, deviceQrn=BATCHES, groupJobQrn=name))["jobQrn"]
    assert [job["jobQrn"] for job in data(client, f"{mount}/jobs/group/{name}/jobs")] == [qrn]


def test_a_group_closes_when_its_time_is_over(client_of: Any) -> None:
    with Emulator(clock="virtual", self_check=True) as emulator:
        client = client_of(emulator)
        group = open_group(client, DOCUMENTED, maxTTL=10)
        emulator.advance(9.9)
        assert status(client, DOCUMENTED, group) == "OPEN"
        emulator.advance(0.1)
        assert status(client, DOCUMENTED, group) == "CLOSED"
        refused = client("POST", f"{DOCUMENTED}/jobs", submission(groupJobQrn=group["groupJobQrn"]))
        assert refused.status == 422
        assert emulator.violations == ()


@both
def test_a_key_sees_its_own_groups_only(client: Any, client_of: Any, emulator: Emulator, mount: str) -> None:
    name = open_group(client, mount)["groupJobQrn"]
    stranger = client_of(emulator, key=f"other-{mount}")
    assert data(stranger, f"{mount}/jobs/group") == []
    assert [stranger("GET", f"{mount}/jobs/group/{name}{rest}").status for rest in ("", "/jobs")] == [404, 404]
    assert stranger("POST", f"{mount}/jobs/group/{name}/close").status == 404
    assert stranger("POST", f"{mount}/jobs", submission(groupJobQrn=name)).status == 404
    assert status(client, mount, {"groupJobQrn": name}) == "OPEN"


@both
@pytest.mark.parametrize("body", [{"maxTTL": 0}, {"maxTTL": 86_401}, {"maxTTL": "1"}, {"name": 1}, {"tags": []}, []])
def test_what_is_no_group_is_refused(client: Any, mount: str, body: Any) -> None:
    assert client("POST", f"{mount}/jobs/group", body).status == (422 if mount == DOCUMENTED else 400)


def test_groups_outlive_the_emulator(client_of: Any, tmp_path: Any) -> None:
    with Emulator(db=tmp_path / "store") as first:
        group = open_group(client_of(first), DOCUMENTED, name="kept")
    with Emulator(db=tmp_path / "store") as second:
        assert data(client_of(second), f"{DOCUMENTED}/jobs/group/{group['groupJobQrn']}") == group


@pytest.fixture(scope="module")
def grouped(emulator: Emulator, client_of: Any) -> Any:
    """A key with groups, every third of them closed."""
    client = client_of(emulator, key="grouping-key")
    for number in range(7):
        group = open_group(client, DOCUMENTED, name=f"group {number}")
        if number % 3 == 0:
            client("POST", f"{DOCUMENTED}/jobs/group/{group['groupJobQrn']}/close")
    return client


@given(limit=st.integers(1, 9), wanted=st.sampled_from(["", "&status=OPEN", "&status=CLOSED", "&status=FAILED"]))
@settings(max_examples=15, derandomize=True, deadline=None)
def test_pages_hold_every_group_once_newest_first(grouped: Any, limit: int, wanted: str) -> None:
    whole = [group["name"] for group in data(grouped, f"{LIVE}/jobs/group?limit=1000{wanted}")]
    assert whole == sorted(whole, reverse=True)
    assert len(whole) == {"": 7, "&status=OPEN": 4, "&status=CLOSED": 3, "&status=FAILED": 0}[wanted]
    pages = [data(grouped, f"{LIVE}/jobs/group?limit={limit}&page={page}{wanted}") for page in range(1, 9)]
    assert [group["name"] for page in pages for group in page] == whole[: 8 * limit]
