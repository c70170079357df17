"""IonQ v0.3; every answer is checked against its contract while these run."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract.emulator import Emulator


def test_an_asymmetric_circuit(client: Any, asymmetric: Any) -> None:
    created = client("POST", "/v0.3/jobs", {"input": {"qubits": 3, "circuit": asymmetric}, "metadata": {"n": 1}})
    assert (created.status, created.json()["status"]) == (200, "ready")
    job = client.wait(f"/v0.3/jobs/{created.json()['id']}")
    assert (job["target"], job["qubits"], job["gate_counts"]) == ("simulator", 3, {"1q": 2, "2q": 0})
    assert job["metadata"] == {"n": 1}
    assert isinstance(job["request"], int)
    assert not {name for name, value in job.items() if value is None}, "members without a value are absent"
    assert job["results_url"] == f"/v0.3/jobs/{job['id']}/results"
    assert client("GET", job["results_url"]).json() == pytest.approx({"1": 0.75, "5": 0.25}, abs=1e-12)


def test_results_of_several_circuits_are_nested_in_their_order(client: Any, asymmetric: Any) -> None:
    native = {"gateset": "native", "circuit": [{"gate": "gpi", "phase": 0, "target": 1}]}
    job = client.run("/v0.3", {"input": {"qubits": 3, "circuits": [native, {"circuit": asymmetric}]}})
    results = client("GET", job["results_url"]).json()
    assert list(results) == job["children"]
    assert list(results.values()) == [{"2": 1.0}, {"1": pytest.approx(0.75), "5": pytest.approx(0.25)}]
    assert job["circuits"] == 2


def test_the_same_store_is_seen_through_both_versions(client: Any, asymmetric: Any, circuit_job: Any) -> None:
    older = client.run("/v0.3", {"input": {"qubits": 3, "circuit": asymmetric}})
    newer = client.run("/v0.4", circuit_job())
    assert client("GET", f"/v0.4/jobs/{older['id']}").json()["type"] == "ionq.circuit.v1"
    assert client("GET", f"/v0.3/jobs/{newer['id']}").json()["status"] == "completed"


def test_failures_have_an_error_and_a_code(client: Any) -> None:
    job = client.run("/v0.3", {"input": {"qubits": 1, "circuit": [{"gate": "foo", "target": 0}]}})
    assert (job["status"], job["failure"]["code"]) == ("failed", "UnsupportedGate")
    assert job["failure"]["error"]
    qir = client.run("/v0.3", {"input": {"format": "qir", "data": "QkM="}})
    assert qir["failure"]["code"] == "PreflightError"


def test_a_list_of_one_circuit_has_flat_results(client: Any, asymmetric: Any) -> None:
    job = client.run("/v0.3", {"input": {"qubits": 3, "circuits": [{"circuit": asymmetric}]}})
    assert (job["circuits"], len(job["children"])) == (1, 1)
    answer = client("GET", job["results_url"])
    assert answer.json() == pytest.approx({"1": 0.75, "5": 0.25}, abs=1e-12)
    assert answer.headers["x-qcontract-basis"] == "assumed"


def test_a_job_shows_what_was_sent_with_it(client: Any, asymmetric: Any) -> None:
    sent = {
        "name": "all",
        "metadata": {"a": "b"},
        "shots": 17,
        "registers": {"meas_mapped": [2, None, 0]},
        "settings": {"compilation": {"opt": 1}},
        "error_mitigation": {"debias": False},
        "noise": {"model": "aria-1", "seed": 3},
    }
    job = client.run("/v0.3", {"input": {"qubits": 3, "circuit": asymmetric}, **sent})
    assert {name: job[name] for name in sent} == sent
    assert (job["type"], job["status"], job["children"]) == ("circuit", "completed", [])
    assert job["start"] <= job["response"]


def test_each_circuit_keeps_its_registers(client: Any) -> None:
    circuits = [{"circuit": [{"gate": "x", "target": n}], "registers": {"m": [n]}, "name": f"c{n}"} for n in (0, 1)]
    job = client.run("/v0.3", {"input": {"qubits": 2, "circuits": circuits}})
    children = [client("GET", f"/v0.3/jobs/{child}").json() for child in job["children"]]
    assert [(child["name"], child["registers"]) for child in children] == [("c0", {"m": [0]}), ("c1", {"m": [1]})]
    assert "registers" not in job


def test_a_seed_that_was_drawn_is_reported_and_repeats_the_run(client: Any, asymmetric: Any) -> None:
    body = {"input": {"qubits": 3, "circuit": asymmetric}, "shots": 400}
    first = client.run("/v0.3", {**body, "noise": {"model": "aria-1"}})
    assert 1 <= first["noise"]["seed"] <= 2**31
    second = client.run("/v0.3", {**body, "noise": first["noise"]})
    results = [client("GET", job["results_url"]).json() for job in (first, second)]
    assert results[0] == results[1]
    assert client.run("/v0.3", {**body, "noise": {"model": "ideal"}})["noise"] == {"model": "ideal"}


def test_sharpened_results_are_those_of_a_debiased_job(client: Any, asymmetric: Any) -> None:
    body = {"target": "qpu.aria-1", "shots": 1000, "input": {"qubits": 3, "circuit": asymmetric}}
    debiased = client.run("/v0.3", {**body, "error_mitigation": {"debias": True}})
    plain = client.run("/v0.3", {**body, "error_mitigation": {"debias": False}})
    averaged, sharpened = (client("GET", f"{debiased['results_url']}{query}") for query in ("", "?sharpen=true"))
    assert sum(sharpened.json().values()) == pytest.approx(1)
    assert sharpened.json() != averaged.json()
    assert [one.headers["x-qcontract-basis"] for one in (averaged, sharpened)] == ["documented", "assumed"]
    assert client("GET", f"{plain['results_url']}?sharpen=true").json() == client("GET", plain["results_url"]).json()
    assert client("GET", f"{plain['results_url']}?sharpen=maybe").status == 400


def test_a_job_without_results_answers_404(client: Any) -> None:
    broken = {"circuit": [{"gate": "foo", "target": 0}]}
    for input_ in ({"qubits": 1, **broken}, {"qubits": 1, "circuits": [broken, broken]}):
        job = client.run("/v0.3", {"input": input_})
        assert "results_url" not in job
        assert client("GET", f"/v0.3/jobs/{job['id']}/results").status == 404


def test_members_can_be_included_and_excluded(client: Any, asymmetric: Any) -> None:
    job = client.run("/v0.3", {"input": {"qubits": 3, "circuit": asymmetric}})
    assert set(client("GET", f"/v0.3/jobs/{job['id']}?include=id,status").json()) == {"id", "status"}
    for excluded in ("exclude=status&exclude=id", "exclude=status,id"):
        assert client("GET", f"/v0.3/jobs/{job['id']}?{excluded}").json().keys() == job.keys() - {"status", "id"}
    both = client("GET", f"/v0.3/jobs/{job['id']}?include=id,status&exclude=status").json()
    assert both == {"id": job["id"]}
    assert client("GET", f"/v0.3/jobs/{job['id']}?include=device_id").json() == {}


def test_list_cancel_and_delete(client: Any, asymmetric: Any) -> None:
    jobs = [client.run("/v0.3", {"input": {"qubits": 3, "circuit": asymmetric}})["id"] for _ in range(3)]
    page = client("GET", "/v0.3/jobs?limit=2").json()
    assert [job["id"] for job in page["jobs"]] == jobs[:0:-1]
    assert client("GET", f"/v0.3/jobs?limit=2&next={page['next']}").json()["jobs"][0]["id"] == jobs[0]
    assert "next" not in client("GET", f"/v0.3/jobs?id={jobs[0]}").json()
    assert client("PUT", f"/v0.3/jobs/{jobs[0]}/status/cancel").json() == {"id": jobs[0], "status": "canceled"}
    assert client("PUT", "/v0.3/jobs/status/cancel", {"ids": jobs[:1]}).json()["ids"] == jobs[:1]
    assert client("DELETE", f"/v0.3/jobs/{jobs[0]}").json() == {"id": jobs[0], "status": "deleted"}
    assert client("DELETE", f"/v0.3/jobs?ids={jobs[1]}").json()["ids"] == [jobs[1]]
    assert client("DELETE", "/v0.3/jobs", {"ids": [jobs[2]]}).json()["ids"] == [jobs[2]]
    assert [client("GET", f"/v0.3/jobs/{job}").status for job in jobs] == [404] * 3


@pytest.mark.parametrize(("method", "path"), [("DELETE", "/v0.3/jobs"), ("PUT", "/v0.3/jobs/status/cancel")])
@pytest.mark.parametrize("body", [None, {}, {"ids": []}])
def test_a_bulk_request_without_ids_touches_nothing(client: Any, method: str, path: str, body: Any) -> None:
    assert client(method, path, body).status == 400


def test_a_new_job_is_ready_and_found_as_that(client_of: Any, asymmetric: Any) -> None:
    with Emulator(lifecycle="stepped", self_check=True) as emulator:
        client = client_of(emulator)
        new = client("POST", "/v0.3/jobs", {"input": {"qubits": 3, "circuit": asymmetric}}).json()
        assert client("GET", f"/v0.3/jobs/{new['id']}").json()["status"] == "ready"
        found = {
            status: [job["id"] for job in client("GET", f"/v0.3/jobs?status={status}").json()["jobs"]]
            for status in ("submitted", "ready", "running")
        }
        assert found == {"submitted": [], "ready": [new["id"]], "running": []}
        assert client("PUT", f"/v0.3/jobs/{new['id']}/status/cancel").status == 200
        assert client("GET", f"/v0.3/jobs/{new['id']}").json()["status"] == "canceled"
        assert emulator.violations == ()


def test_a_bulk_request_does_all_or_nothing(client: Any, asymmetric: Any) -> None:
    job = client.run("/v0.3", {"input": {"qubits": 3, "circuit": asymmetric}})["id"]
    missing = "00000000-0000-4000-8000-000000000000"
    assert client("DELETE", f"/v0.3/jobs?ids={job}&ids={missing}").status == 404
    assert client("PUT", "/v0.3/jobs/status/cancel", {"ids": [job, missing]}).status == 404
    assert client("GET", f"/v0.3/jobs/{job}").status == 200


def test_a_key_sees_its_own_jobs_only(client: Any, client_of: Any, emulator: Emulator, asymmetric: Any) -> None:
    job = client.run("/v0.3", {"input": {"qubits": 3, "circuit": asymmetric}})
    stranger = client_of(emulator, key="stranger")
    paths = [("GET", ""), ("DELETE", ""), ("GET", "/results"), ("PUT", "/status/cancel")]
    assert {stranger(method, f"/v0.3/jobs/{job['id']}{rest}").status for method, rest in paths} == {404}
    assert stranger("DELETE", f"/v0.3/jobs?ids={job['id']}").status == 404
    assert stranger("GET", f"/v0.3/jobs?id={job['id']}").json()["jobs"] == []
    assert client("GET", f"/v0.3/jobs?project_id={job['project_id']}&limit=1").json()["jobs"]
    assert client("GET", f"/v0.3/jobs?submitter_id={job['submitted_by']}&limit=1").json()["jobs"]
    assert client("GET", "/v0.3/jobs?submitter_id=nobody").json() == {"jobs": []}
    assert client("GET", "/v0.3/jobs?project_id=nothing").json() == {"jobs": []}


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"input": []},
        {"input": None},
        {"input": {"qubits": 1, "circuit": [], "circuits": [{"circuit": []}]}},
        {"input": {"circuits": [1]}},
        {"input": {"circuit": []}, "target": "qpu.nothing"},
        {"input": {"circuit": []}, "target": "qpu.harmony"},
        {"input": {"circuit": []}, "shots": 0},
        {"input": {"circuit": []}, "shots": 1.5},
        {"input": {"circuit": []}, "shots": "many"},
        {"input": {"circuit": []}, "noise": {"model": "nothing"}},
        {"input": {"circuit": []}, "registers": {"m": "01"}},
        {"input": {"circuit": []}, "registers": {"m": [True]}},
        {"input": {"circuit": []}, "settings": 1},
        {"input": {"circuit": []}, "error_mitigation": {"debias": "yes"}},
        {"lang": "json", "body": []},
    ],
)
def test_what_cannot_run_is_refused(client: Any, body: Any) -> None:
    answer = client("POST", "/v0.3/jobs", body)
    assert (answer.status, answer.json()["error"], answer.json()["statusCode"]) == (400, "Bad Request", 400)


@pytest.fixture(scope="module")
def listed(emulator: Emulator, client_of: Any) -> Any:
    """A key with jobs, some of which failed."""
    client = client_of(emulator, key="paging-key")
    for number in range(11):
        gate = "x" if number % 3 else "foo"
        client("POST", "/v0.3/jobs", {"input": {"qubits": 1, "circuit": [{"gate": gate, "target": 0}]}})
    emulator.settle()
    return client


@given(limit=st.integers(1, 13), wanted=st.sampled_from(["", "&status=failed", "&status=completed", "&status=running"]))
@settings(max_examples=25, derandomize=True, deadline=None)
def test_cursors_lead_through_every_job_once(listed: Any, limit: int, wanted: str) -> None:
    whole = [job["id"] for job in listed("GET", f"/v0.3/jobs?limit=1000{wanted}").json()["jobs"]]
    assert len(whole) == {"": 11, "&status=failed": 4, "&status=completed": 7, "&status=running": 0}[wanted]
    found, cursor = [], ""
    while True:
        page = listed("GET", f"/v0.3/jobs?limit={limit}{wanted}{cursor}").json()
        assert len(page["jobs"]) == limit or "next" not in page
        found += [job["id"] for job in page["jobs"]]
        if "next" not in page:
            break
        cursor = f"&next={page['next']}"
    assert found == whole


@pytest.mark.parametrize("query", ["limit=0", "limit=-1", "limit=x", "next=x", "status=started", "id=x"])
def test_wrong_filters_are_refused(client: Any, query: str) -> None:
    assert client("GET", f"/v0.3/jobs?{query}").status == 400
