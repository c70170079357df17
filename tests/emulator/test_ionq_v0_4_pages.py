"""Lists of IonQ v0.4: every page size gives the same jobs, and every filter means the same on every page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract import IonQ
from qcontract.emulator import Emulator

CONTRACTS = ("ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01")
NUMBER = 23
Selection = Callable[[dict[str, Any]], bool]

FILTERS: dict[str, tuple[dict[str, Any], Selection]] = {
    "none": ({}, lambda _: True),
    "status": ({"status": "completed"}, lambda job: job["status"] == "completed"),
    "failed": ({"status": "failed"}, lambda job: job["status"] == "failed"),
    "target": ({"target": "qpu.forte-1"}, lambda job: job["backend"] == "qpu.forte-1"),
    "targets": ({"target": "simulator,qpu.aria-1"}, lambda job: job["backend"] != "qpu.forte-1"),
    "both": ({"status": "completed", "target": "simulator"}, lambda job: job["name"] in ("0", "4", "8")),
    "nobody": ({"submitter_id": "somebody"}, lambda _: False),
}


@pytest.fixture(scope="module")
def crowd() -> Iterator[tuple[Emulator, list[dict[str, Any]]]]:
    """An emulator with jobs on three backends, some of which fail, and a neighbour's."""
    good, bad = [{"gate": "x", "target": 0}], [{"gate": "foo", "target": 0}]
    with Emulator(self_check=True) as emulator:
        headers = {"authorization": "apiKey test-key"}
        options: Any = {"transport": emulator.transport(), "base_url": emulator.base_url(CONTRACTS[1])}
        with httpx.Client(headers=headers, **options) as http:
            for number in range(NUMBER):
                backend = ("simulator", "qpu.forte-1", "qpu.aria-1", "qpu.forte-1")[number % 4]
                input_ = {"gateset": "qis", "qubits": 1, "circuit": good if number < 11 else bad}
                job = {"type": "ionq.circuit.v1", "backend": backend, "input": input_, "name": str(number)}
                assert http.post("/jobs", json=job).status_code == 201
                http.post("/jobs", json=job, headers={"authorization": "apiKey neighbour"})
            emulator.settle()
            jobs = http.get("/jobs", params={"limit": 1000}).json()["jobs"]
        yield emulator, jobs
        assert emulator.violations == ()


def _pages(emulator: Emulator, contract: str, limit: int, query: dict[str, Any]) -> list[list[dict[str, Any]]]:
    base_url, headers = emulator.base_url(contract), {"authorization": "apiKey test-key"}
    pages: list[list[dict[str, Any]]] = []
    cursor: str | None = ""
    with httpx.Client(transport=emulator.transport(), base_url=base_url, headers=headers) as http:
        while cursor is not None:
            found = http.get("/jobs", params={**query, "limit": limit, **({"next": cursor} if cursor else {})}).json()
            pages.append(found["jobs"])
            assert len(pages) <= NUMBER, "a list without end"
            cursor = found["next"]
    return pages


@settings(max_examples=40, derandomize=True, deadline=None)
@given(
    contract=st.sampled_from(CONTRACTS), limit=st.integers(1, NUMBER + 3), name=st.sampled_from([*FILTERS, "session"])
)
def test_every_page_size_gives_the_same_jobs(
    crowd: tuple[Emulator, list[dict[str, Any]]], contract: str, limit: int, name: str
) -> None:
    emulator, jobs = crowd
    query, selected = FILTERS.get(name, ({"session_id": "nothing"}, lambda _: False))
    expected = [job["id"] for job in jobs if selected(job)]
    pages = _pages(emulator, contract, limit, query)
    assert [job["id"] for page in pages for job in page] == expected
    assert [len(page) for page in pages[:-1]] == [limit] * (len(pages) - 1), "only the last page may be short"
    assert pages[-1] or len(pages) == 1, "no page after the last job"


@settings(max_examples=30, derandomize=True, deadline=None)
@given(contract=st.sampled_from(CONTRACTS), chosen=st.sets(st.integers(0, NUMBER - 1)), repeat=st.booleans())
def test_ids_choose_jobs_in_both_spellings(
    crowd: tuple[Emulator, list[dict[str, Any]]], contract: str, chosen: set[int], repeat: bool
) -> None:
    emulator, jobs = crowd
    ids = [jobs[number]["id"] for number in sorted(chosen)] or ["nothing"]
    pages = _pages(emulator, contract, 7, {"ids": ids if repeat else ",".join(ids)})
    assert {job["id"] for page in pages for job in page} == {jobs[number]["id"] for number in chosen}


def test_the_list_holds_what_the_job_itself_says(crowd: tuple[Emulator, list[dict[str, Any]]]) -> None:
    emulator, jobs = crowd
    base_url, headers = emulator.base_url(CONTRACTS[1]), {"authorization": "apiKey test-key"}
    with httpx.Client(transport=emulator.transport(), base_url=base_url, headers=headers) as http:
        for job in jobs:
            assert http.get(f"/jobs/{job['id']}").json() == {**job, "child_job_ids": None}


@pytest.mark.parametrize("contract", CONTRACTS)
def test_our_client_pages_cancels_and_deletes(crowd: tuple[Emulator, list[dict[str, Any]]], contract: str) -> None:
    emulator, jobs = crowd
    options: Any = {"transport": emulator.transport(), "base_url": emulator.base_url(contract)}
    with IonQ(api=contract.removeprefix("ionq-"), key="test-key", **options) as client:
        assert [job.id for job in client.jobs.list()] == [job["id"] for job in jobs]
        assert client.jobs.get(jobs[0]["id"]).backend == jobs[0]["backend"]
        assert {one.name for one in client.backends.list()} >= {"simulator", "qpu.forte-1"}
        assert client.backends.get("qpu.forte-1").qubits == 36
        gone = [job["id"] for job in jobs[-2:]]
        acknowledged = client.jobs.cancel(*gone)
        assert [one.id for one in acknowledged] == gone


def test_a_list_of_many_circuits_is_not_slow_by_the_row(http_of: Callable[..., httpx.Client]) -> None:
    """What belongs to the rows of a page is read with the page, and not row by row."""
    statements: list[str] = []
    with Emulator() as emulator:
        http = http_of(CONTRACTS[1], of=emulator)
        circuits = [{"circuit": [{"gate": "x", "target": 0}]}] * 3
        input_ = {"gateset": "qis", "qubits": 1, "circuits": circuits}
        for _ in range(30):
            http.post("/jobs", json={"type": "ionq.multi-circuit.v1", "backend": "simulator", "input": input_})
        emulator.settle()
        emulator._core._database._reader.set_trace_callback(statements.append)
        found = http.get("/jobs", params={"limit": 30}).json()["jobs"]
        emulator._core._database._reader.set_trace_callback(None)
    assert [job["stats"]["circuits"] for job in found] == [3] * 30
    assert len([one for one in statements if one.startswith("SELECT")]) <= 4
