"""Backends, characterizations and the usage report of IonQ v0.3."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract.emulator import Emulator

ARIA = "/v0.3/characterizations/backends/qpu.aria-1"
UNKNOWN = "00000000-0000-4000-8000-000000000000"


@pytest.fixture(scope="module")
def reader(emulator: Emulator, client_of: Any) -> Any:
    return client_of(emulator)


def test_backends_are_an_array_and_public(client: Any) -> None:
    found = client("GET", "/v0.3/backends?status=verbose", authorization="").json()
    assert {"simulator", "qpu.forte-1"} <= {one["backend"] for one in found}
    assert client("GET", "/v0.3/backends?status=all").status == 400


def test_a_backend_points_to_its_newest_characterization(client: Any) -> None:
    backends = {one["backend"]: one for one in client("GET", "/v0.3/backends").json()}
    assert "characterization_url" not in backends["simulator"]
    for name, backend in backends.items():
        if name != "simulator":
            # The path has no version: it is joined with the address of the API.
            found = client("GET", f"/v0.3{backend['characterization_url']}").json()
            assert found == client("GET", f"/v0.3/characterizations/backends/{name}/current").json()
            assert (found["backend"], found["qubits"]) == (name, backend["qubits"])
            assert len(found["connectivity"]) == backend["qubits"] * (backend["qubits"] - 1) // 2


def test_fidelities_are_those_of_the_noise_model(client: Any) -> None:
    found = client("GET", f"{ARIA}/current").json()
    assert 1 - found["fidelity"]["1q"]["mean"] == pytest.approx(0.0005 / 2, rel=0.05)
    assert 1 - found["fidelity"]["2q"]["mean"] == pytest.approx(0.0133 * 3 / 4, rel=0.05)
    assert set(found["timing"]) == {"readout", "reset", "1q", "2q", "t1", "t2"}


def test_both_versions_know_the_same_characterization(client: Any) -> None:
    older = client("GET", f"{ARIA}/current").json()
    newer = client("GET", f"/v0.4/backends/qpu.aria-1/characterizations/{older['id']}").json()
    assert newer["timing"] == older["timing"]


@given(limit=st.integers(1, 10), window=st.tuples(st.integers(-1, 13), st.integers(-1, 13)))
@settings(max_examples=25, derandomize=True, deadline=None)
def test_pages_hold_every_characterization_of_a_period_once(reader: Any, limit: int, window: tuple[int, int]) -> None:
    dates = [one["date"] for page in (1, 2) for one in reader("GET", f"{ARIA}?page={page}").json()["characterizations"]]
    assert dates == sorted(dates, reverse=True)
    assert len(dates) == 12
    first, last = (min(dates) + week * 604_800 for week in window)
    query = f"start={first * 1000}&end={last * 1000}&limit={limit}"
    wanted = [date for date in dates if first <= date <= last]
    answer = reader("GET", f"{ARIA}?{query}").json()
    if last < first:
        assert answer["validation"] == {"source": "params", "keys": ["end"]}
        return
    pages = [reader("GET", f"{ARIA}?{query}&page={page}").json() for page in range(1, answer["pages"] + 2)]
    assert [one["date"] for page in pages for one in page["characterizations"]] == wanted
    assert pages[-1]["characterizations"] == []


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=11", "page=0", "limit=%D9%A1", "start=soon", "end=1.5", "start=2&end=1"]
)
def test_wrong_periods_and_pages_are_refused(client: Any, query: str) -> None:
    assert client("GET", f"{ARIA}?{query}").status == 400


@pytest.mark.parametrize(
    "path", ["backends/simulator", "backends/simulator/current", "backends/qpu.x/current", UNKNOWN]
)
def test_what_was_not_characterized_answers_404(client: Any, path: str) -> None:
    assert client("GET", f"/v0.3/characterizations/{path}").status == 404


@pytest.fixture
def organization(client: Any) -> str:
    """Read the organization's id where a client finds one."""
    usage = client("GET", "/v0.4/jobs/estimate?backend=qpu.aria-1&1q_gates=1&2q_gates=1").json()
    return usage["estimate_context"]["organization"]


def report(client: Any, organization: str, query: str = "") -> Any:
    answer = client("GET", f"/v0.3/report/organizations/{organization}{query}")
    assert (answer.status, answer.headers["x-qcontract-basis"]) == (200, "assumed"), answer.body
    return answer.json()


def test_the_report_adds_up_the_jobs_of_the_key(client_of: Any, emulator: Emulator, organization: str) -> None:
    client = client_of(emulator, key="reporting-key")
    empty = report(client, organization)
    assert (empty["qpus"], empty["members"][0]["jobs"], empty["balance"]) == ([], 0, empty["budget"])
    circuit = {"input": {"qubits": 1, "circuit": [{"gate": "x", "target": 0}]}}
    jobs = [client.run("/v0.3", {**circuit, "target": target}) for target in ("simulator", "qpu.aria-1", "qpu.aria-1")]
    bases = [client("GET", f"/v0.3/jobs/{job['id']}").headers["x-qcontract-basis"] for job in jobs]
    assert bases == ["documented", "assumed", "assumed"], "prices are ours"
    found = report(client, organization)
    assert found["qpus"] == [{"qpu_name": "qpu.aria-1", "usage": sum(job["execution_time"] for job in jobs[1:])}]
    member = found["members"][0]
    assert (member["id"], member["jobs"]) == (jobs[0]["submitted_by"], 3)
    assert member["execution_time"] == sum(job["execution_time"] for job in jobs)
    assert member["quota_consumed"] == pytest.approx(sum(job["cost_usd"] for job in jobs))
    assert found["balance"] == pytest.approx(found["budget"] - member["quota_consumed"])
    assert report(client_of(emulator, key="another"), organization)["members"][0]["jobs"] == 0


def test_a_report_covers_its_period_and_by_default_thirty_days(client_of: Any, organization: str) -> None:
    with Emulator(seed=7, clock="virtual", self_check=True) as emulator:
        client = client_of(emulator)
        client.run("/v0.3", {"input": {"qubits": 1, "circuit": [{"gate": "x", "target": 0}]}})
        today = report(client, organization)["end_date"][:10]

        def jobs(query: str = "") -> int:
            return report(client, organization, query)["members"][0]["jobs"]

        emulator.advance(29 * 86_400)
        assert jobs() == 1
        emulator.advance(2 * 86_400)
        assert jobs() == 0
        assert jobs("?start_date=1970-01-01") == jobs(f"?start_date={today}&end_date={today}") == 1
        assert jobs(f"?start_date={today}T23:59:59.999Z&end_date=9999-12-31") == 0
        assert emulator.violations == ()


@pytest.mark.parametrize(
    "query", ["start_date=soon", "end_date=1969-12-31", "start_date=2026-02-01&end_date=2026-01-01"]
)
def test_wrong_periods_of_a_report_are_refused(client: Any, organization: str, query: str) -> None:
    assert client("GET", f"/v0.3/report/organizations/{organization}?{query}").status == 400


def test_other_organizations_are_not_there(client: Any) -> None:
    assert client("GET", f"/v0.3/report/organizations/{UNKNOWN}").status == 404
    assert client("GET", f"/v0.3/report/organizations/{UNKNOWN}", authorization="").status == 401
