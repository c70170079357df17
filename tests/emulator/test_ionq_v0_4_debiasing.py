"""Debiased jobs and compiled circuits of IonQ v0.4, in the form of each snapshot."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from qcontract.emulator import Emulator

OLDER, CURRENT = "ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01"
both = pytest.mark.parametrize("contract", [OLDER, CURRENT])


@pytest.fixture
def job_of(
    http_of: Callable[..., httpx.Client], circuit_job: Any, emulator: Emulator
) -> Callable[..., tuple[httpx.Client, Any]]:
    def run(contract: str, **members: Any) -> tuple[httpx.Client, Any]:
        http = http_of(contract)
        made = http.post("/jobs", json=circuit_job(**{"backend": "qpu.forte-1", "shots": 1000, **members})).json()
        emulator.settle()
        return http, http.get(f"/jobs/{made['id']}").json()

    return run


def _average(variants: list[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for one in variants:
        total.update(one)
    return total


def test_variants_have_addresses_in_the_older_snapshot(job_of: Callable[..., Any]) -> None:
    http, job = job_of(OLDER)
    debiasing = job["output"]["error_mitigation"]["debiasing"]
    counts: list[Counter[str]] = []
    for variant in debiasing["variants"]:
        urls = {kind: link["url"] for kind, link in variant["results"].items()}
        found = {kind: http.get(f"http://emulator.invalid{url}").json() for kind, url in urls.items()}
        assert Counter(found["shots"]) == found["histogram"]
        assert sum(found["histogram"].values()) == len(found["shots"]) == variant["shots"]
        assert found["probabilities"] == {s: n / variant["shots"] for s, n in found["histogram"].items()}
        assert sorted(variant["qubit_map"]) == [0, 1, 2]
        counts.append(Counter(found["histogram"]))
    assert len(counts) > 1
    mean = http.get(f"/jobs/{job['id']}/results/probabilities").json()
    assert mean == pytest.approx({state: n / 1000 for state, n in _average(counts).items()})
    assert http.get(f"/jobs/{job['id']}/variants/nothing/results/shots").status_code == 404


@both
@pytest.mark.parametrize("backend", ["qpu.forte-1", "simulator"])
def test_histogram_and_shots_have_addresses_beside_probabilities(
    contract: str, backend: str, job_of: Callable[..., Any]
) -> None:
    http, job = job_of(contract, backend=backend, noise={"model": "aria-1", "seed": 3})
    urls = {name: one["url"] for name, one in job["results"].items() if "url" in one}
    assert set(urls) == {"probabilities", "histogram", "shots"}
    found = {name: http.get(f"http://emulator.invalid{url}").json() for name, url in urls.items()}
    assert Counter(found["shots"]) == found["histogram"]
    assert found["probabilities"] == pytest.approx({state: n / 1000 for state, n in found["histogram"].items()})


@both
def test_an_exact_job_has_neither_histogram_nor_shots(contract: str, job_of: Callable[..., Any]) -> None:
    http, job = job_of(contract, backend="simulator")
    assert [name for name, one in job["results"].items() if "url" in one] == ["probabilities"]
    assert http.get(f"/jobs/{job['id']}/variants/{job['id']}/results/shots").status_code == 404


def test_variants_are_artifacts_in_the_current_snapshot(job_of: Callable[..., Any]) -> None:
    http, job = job_of(CURRENT)
    mitigation = job["output"]["error_mitigation"]

    def read(descriptor: Any) -> Any:
        return http.get(f"/jobs/{job['id']}/artifacts/{descriptor['id']}").json()

    counts: list[Counter[str]] = []
    for variant in mitigation["debiasing"]["variants"]:
        files = {name.removeprefix("ionq.result."): read(one) for name, one in variant["results"].items()}
        counts.append(Counter(files["histogram.json.v1"]))
        assert Counter(files["shots.json.v1"]) == files["histogram.json.v1"]
        bits = [one["registers"]["output_all"] for one in files["shots.json.v2"]["shots"]]
        assert [str(sum(bit << place for place, bit in enumerate(one))) for one in bits] == files["shots.json.v1"]
        registers = files["histogram.json.v2"]["histogram"]["registers"]["output_all"]
        assert {str(int(word, 2)): n for word, n in registers.items()} == files["histogram.json.v1"]
    average = read(mitigation["aggregations"]["average"])["histogram"]["registers"]["output_all"]
    assert {str(int(word, 2)): n for word, n in average.items()} == pytest.approx(_average(counts))
    assert set(mitigation["aggregations"]) == {"average", "voting"}


@both
def test_the_variants_are_combined_as_the_query_says(job_of: Callable[..., Any], contract: str) -> None:
    http, job = job_of(contract)

    def ask(query: str) -> httpx.Response:
        return http.get(f"/jobs/{job['id']}/results/probabilities", params=query)

    plain, sharp = ask("").json(), ask("sharpen=true")
    assert ask("sharpen=false").json() == ask("aggregation=average").json() == plain
    assert ask("aggregation=voting").json() == sharp.json() != plain
    assert sharp.headers["x-qcontract-basis"] == "assumed"
    assert sum(sharp.json().values()) == pytest.approx(1)
    assert sharp.json()["1"] > plain["1"], "the most frequent state gains"
    assert (ask("aggregation=dnl").status_code, ask("sharpen=maybe").status_code) == (400, 400)
    _, exact = job_of(contract, backend="simulator")
    both_ways = [
        http.get(f"/jobs/{exact['id']}/results/probabilities", params=query).json() for query in ("", "sharpen=true")
    ]
    assert both_ways[0] == both_ways[1]


@both
def test_below_500_shots_nothing_is_debiased(job_of: Callable[..., Any], contract: str) -> None:
    http, job = job_of(contract, shots=499)
    assert job["output"]["error_mitigation"] == {"debiasing": False}
    assert http.get(f"/jobs/{job['id']}/results/probabilities", params="sharpen=true").status_code == 200


def _compiled(http: httpx.Client, job: Any, contract: str) -> tuple[Any, str]:
    """Return the compiled circuit in native gates and as OpenQASM 3."""
    if contract == OLDER:
        native, qasm = (http.get(f"/jobs/{job['id']}/circuits/{language}").json() for language in ("native", "qasm3"))
        return json.loads(native), qasm
    files = job["output"]["compilation"]["compiled_circuits"]
    native, qasm = (
        http.get(f"/jobs/{job['id']}/artifacts/{files[f'ionq.{one}.v1']['id']}") for one in ("native", "qasm3")
    )
    assert qasm.headers["content-type"] == files["ionq.qasm3.v1"]["media_type"] == "text/plain; charset=utf-8"
    return native.json(), qasm.text


@both
def test_a_compiled_circuit_does_what_the_submitted_one_does(
    job_of: Callable[..., Any], emulator: Emulator, contract: str
) -> None:
    http, job = job_of(contract, dry_run=True)
    assert job["results"] is None
    native, qasm = _compiled(http, job, contract)
    again = {"type": "ionq.circuit.v1", "backend": "simulator", "input": {"gateset": "native", **native}}
    made = http.post("/jobs", json=again).json()
    emulator.settle()
    expected = pytest.approx({"1": 0.75, "5": 0.25}, abs=1e-6)
    found = http.get(f"/jobs/{made['id']}/results/probabilities").json()
    assert {state: p for state, p in found.items() if p > 1e-9} == expected
    assert qasm.startswith("OPENQASM 3")
    if contract == CURRENT:
        text = http.post(
            "/jobs", json={"type": "ionq.qasm3.v1", "backend": "simulator", "input": {"data": qasm}}
        ).json()
        emulator.settle()
        found = http.get(f"/jobs/{text['id']}/results/probabilities").json()
        assert {state: p for state, p in found.items() if p > 1e-9} == expected


def test_an_exact_job_was_not_compiled(job_of: Callable[..., Any]) -> None:
    http, job = job_of(OLDER, backend="simulator")
    assert job["output"] == {}
    for language in ("native", "qasm3", "cobol"):
        assert http.get(f"/jobs/{job['id']}/circuits/{language}").status_code == 404
