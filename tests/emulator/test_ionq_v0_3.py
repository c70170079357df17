"""IonQ v0.3; every answer is checked against its contract while these run."""

from __future__ import annotations

from typing import Any

import pytest


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


def test_the_body_of_v0_2_is_taken(client: Any, asymmetric: Any) -> None:
    body = {"lang": "json", "target": "simulator", "body": {"qubits": 3, "circuit": asymmetric}}
    assert client.run("/v0.3", body)["status"] == "completed"


def test_members_can_be_included_and_excluded(client: Any, asymmetric: Any) -> None:
    job = client.run("/v0.3", {"input": {"qubits": 3, "circuit": asymmetric}})
    assert set(client("GET", f"/v0.3/jobs/{job['id']}?include=id,status").json()) == {"id", "status"}
    assert "status" not in client("GET", f"/v0.3/jobs/{job['id']}?exclude=status&exclude=id").json()


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


def test_backends_are_an_array_and_public(client: Any) -> None:
    found = client("GET", "/v0.3/backends?status=verbose", authorization="").json()
    assert {"simulator", "qpu.forte-1"} <= {one["backend"] for one in found}
