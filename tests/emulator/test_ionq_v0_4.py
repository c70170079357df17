"""IonQ v0.4 at both snapshots; every answer is checked against its contract while these run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from qcontract.emulator import Emulator

CURRENT, OLDER = "/v0.4", "/@2026-05-15/v0.4"
both = pytest.mark.parametrize("mount", [CURRENT, OLDER])


@both
def test_an_asymmetric_circuit_has_qubit_0_as_least_significant_bit(client: Any, circuit_job: Any, mount: str) -> None:
    created = client("POST", f"{mount}/jobs", circuit_job(metadata={"a": "b"}, name="asymmetric"))
    assert created.status == 201
    assert created.json() == {"id": created.json()["id"], "status": "submitted", "session_id": None}
    job = client.wait(f"{mount}/jobs/{created.json()['id']}")
    assert (job["status"], job["metadata"], job["name"]) == ("completed", {"a": "b"}, "asymmetric")
    assert job["stats"] == {"qubits": 3, "circuits": 1, "gate_counts": {"1q": 2, "2q": 0}}
    url = job["results"]["probabilities"]["url"]
    assert url == f"{mount}/jobs/{job['id']}/results/probabilities"
    assert client("GET", url).json() == pytest.approx({"1": 0.75, "5": 0.25}, abs=1e-12)


def test_results_have_descriptors_and_an_address_side_by_side(client: Any, circuit_job: Any) -> None:
    job = client.run(CURRENT, circuit_job())
    descriptor = job["results"]["ionq.result.probabilities.json.v1"]
    assert descriptor["media_type"] == "application/json"
    by_id = client("GET", f"{CURRENT}/jobs/{job['id']}/artifacts/{descriptor['id']}").json()
    assert by_id == client("GET", f"{CURRENT}/jobs/{job['id']}/artifacts/probabilities").json()
    assert by_id == pytest.approx({"1": 0.75, "5": 0.25})
    second = job["results"]["ionq.result.probabilities.json.v2"]["id"]
    registers = client("GET", f"{CURRENT}/jobs/{job['id']}/artifacts/{second}").json()["probabilities"]["registers"]
    assert registers["output_all"] == pytest.approx({"001": 0.75, "101": 0.25})
    assert client("GET", f"{CURRENT}/jobs/{job['id']}/artifacts/none").status == 404
    assert "histogram" not in str(job["results"]), "an exact job has no counts"


def test_the_older_snapshot_gives_addresses_only_and_no_artifacts(client: Any, circuit_job: Any) -> None:
    job = client.run(OLDER, circuit_job())
    assert set(job["results"]) == {"probabilities"}
    assert client("GET", f"{OLDER}/jobs/{job['id']}/artifacts/probabilities").status == 404


@both
def test_circuits_of_one_job_keep_their_order_and_are_jobs(client: Any, asymmetric: Any, mount: str) -> None:
    native = {"gateset": "native", "circuit": [{"gate": "gpi", "phase": 0, "target": 1}], "name": "second"}
    circuits = [{"circuit": asymmetric}, native, {"circuit": asymmetric[:1]}]
    input_ = {"gateset": "qis", "qubits": 3, "circuits": circuits}
    job = client.run(mount, {"type": "ionq.multi-circuit.v1", "backend": "simulator", "input": input_})
    children = job["child_job_ids"]
    assert job["stats"]["circuits"] == 3
    url = job["results"]["probabilities"]["url"]
    assert url.endswith("/results/probabilities/aggregated")
    aggregated = client("GET", url).json()
    assert list(aggregated) == children
    assert [aggregated[child] for child in children] == [
        {"1": pytest.approx(0.75), "5": pytest.approx(0.25)},
        {"2": 1.0},
        {"1": 1.0},
    ]
    second = client("GET", f"{mount}/jobs/{children[1]}").json()
    assert (second["parent_job_id"], second["name"], second["status"]) == (job["id"], "second", "completed")
    assert client("GET", f"{mount}/jobs/{children[1]}/results/probabilities").json() == {"2": 1.0}
    assert client("GET", f"{mount}/jobs/{job['id']}/results/probabilities").status == 404
    listed = client("GET", f"{mount}/jobs?parent_job_id={job['id']}").json()["jobs"]
    assert {one["id"] for one in listed} == set(children)


def test_the_aggregate_is_an_artifact_in_the_current_snapshot(client: Any, asymmetric: Any) -> None:
    input_ = {"gateset": "qis", "qubits": 3, "circuits": [{"circuit": asymmetric}]}
    job = client.run(CURRENT, {"type": "ionq.multi-circuit.v1", "backend": "simulator", "input": input_})
    name = "ionq.result.probabilities-aggregate.json.v1"
    for artifact in (job["results"][name]["id"], "probabilities-aggregate"):
        answer = client("GET", f"{CURRENT}/jobs/{job['id']}/artifacts/{artifact}")
        assert list(answer.json()) == job["child_job_ids"]


def test_openqasm_3_is_taken_by_the_current_snapshot_only(client: Any) -> None:
    text = 'OPENQASM 3.0; include "stdgates.inc"; qubit[3] q; x q[0]; ry(pi/3) q[2];'
    body = {"type": "ionq.qasm3.v1", "backend": "simulator", "input": {"data": text}}
    job = client.run(CURRENT, body)
    found = client("GET", job["results"]["probabilities"]["url"]).json()
    assert found == pytest.approx({"1": 0.75, "5": 0.25})
    assert client("POST", f"{OLDER}/jobs", body).status == 400


@both
def test_a_noisy_job_is_sampled_with_its_seed(client: Any, circuit_job: Any, mount: str) -> None:
    def run(seed: int) -> tuple[Any, Any]:
        job = client.run(mount, circuit_job(shots=2000, noise={"model": "aria-1", "seed": seed}))
        return job, client("GET", f"{mount}/jobs/{job['id']}/results/probabilities").json()

    (job, first), (_, again), (_, other) = run(5), run(5), run(6)
    assert first == again != other
    assert (job["shots"], job["noise"]) == (2000, {"model": "aria-1", "seed": 5})
    assert sum(first.values()) == pytest.approx(1)
    assert all(round(p * 2000, 6).is_integer() for p in first.values())
    assert first["1"] == pytest.approx(0.75, abs=0.06)


def test_an_emulated_machine_gives_counts_and_a_price(client: Any, circuit_job: Any) -> None:
    job = client.run(CURRENT, circuit_job(backend="qpu.forte-1", shots=500))
    artifact = job["results"]["ionq.result.histogram.json.v1"]["id"]
    assert sum(client("GET", f"{CURRENT}/jobs/{job['id']}/artifacts/{artifact}").json().values()) == 500
    cost = client("GET", f"{CURRENT}/jobs/{job['id']}/cost").json()
    assert cost["cost"]["value"] > 0
    assert cost["cost"]["unit"] == "usd"
    free = client.run(CURRENT, circuit_job())
    assert client("GET", f"{CURRENT}/jobs/{free['id']}/cost").json()["cost"]["value"] == 0
    assert "shots" not in free


def test_the_estimate_has_the_form_of_its_snapshot(client: Any) -> None:
    query = "backend=qpu.forte-1&shots=1000&1q_gates=10&2q_gates=20"
    now, before = (client("GET", f"{mount}/jobs/estimate?{query}").json() for mount in (CURRENT, OLDER))
    assert now["estimated_total_cost"] == before["estimated_cost"] > 0
    assert now["estimated_unit"] == before["cost_unit"] == "usd"
    assert client("GET", f"{CURRENT}/jobs/estimate?backend=simulator").json()["estimated_total_cost"] == 0
    assert client("GET", f"{CURRENT}/jobs/estimate").status == 400
    assert client("GET", f"{CURRENT}/jobs/estimate?backend=qpu.nothing").status == 400


@both
def test_error_mitigation_raises_the_least_that_a_job_costs(client: Any, mount: str) -> None:
    def price(flag: str, shots: int = 100) -> float:
        query = f"backend=qpu.forte-1&shots={shots}&1q_gates=1&2q_gates=9{flag}"
        found = client("GET", f"{mount}/jobs/estimate?{query}")
        assert found.headers["x-qcontract-basis"] == "assumed"
        content = found.json()
        return content.get("estimated_total_cost", content.get("estimated_cost"))

    assert price("") == price("&error_mitigation=false") < price("&error_mitigation=true")
    assert price("", 10**6) == price("&error_mitigation=true", 10**6)


@both
def test_backends_need_no_key(client: Any, mount: str) -> None:
    names = [one["backend"] for one in client("GET", f"{mount}/backends", authorization="").json()]
    assert "simulator" in names
    assert client("GET", f"{mount}/backends/{names[0]}", authorization="").json()["qubits"] == 29
    assert client("GET", f"{mount}/backends/qpu.nothing").status == 404


@pytest.mark.parametrize(
    ("circuit", "qubits", "code"),
    [
        ([{"gate": "foo", "target": 0}], 1, "UnsupportedGate"),
        ([{"gate": "x", "target": 7}], 2, "PreflightError"),
        ([{"gate": "x", "target": 0}], 30, "NotEnoughQubits"),
        ([{"gate": "x", "target": 8, "controls": [*range(8)]}], 9, "TooManyControls"),
    ],
)
@both
def test_a_bad_circuit_is_accepted_and_fails(
    client: Any, circuit_job: Any, mount: str, circuit: Any, qubits: int, code: str
) -> None:
    job = client.run(mount, circuit_job(circuit, qubits=qubits))
    assert (job["status"], job["failure"]["code"], job["results"]) == ("failed", code, None)
    assert client("GET", f"{mount}/jobs/{job['id']}/results/probabilities").status == 404


def test_a_failing_circuit_fails_its_parent_and_leaves_its_siblings(client: Any, asymmetric: Any) -> None:
    circuits = [{"circuit": asymmetric}, {"circuit": [{"gate": "foo", "target": 0}]}]
    input_ = {"gateset": "qis", "qubits": 3, "circuits": circuits}
    job = client.run(CURRENT, {"type": "ionq.multi-circuit.v1", "backend": "simulator", "input": input_})
    assert job["failure"]["code"] == "UnsupportedGate"
    assert job["failure"]["message"].startswith("circuit 1:")
    states = [client("GET", f"{CURRENT}/jobs/{child}").json()["status"] for child in job["child_job_ids"]]
    assert states == ["completed", "failed"]


def test_a_dry_run_completes_without_results(client: Any, circuit_job: Any) -> None:
    job = client.run(CURRENT, circuit_job(dry_run=True, backend="qpu.forte-1"))
    assert (job["status"], job["results"], job["dry_run"]) == ("completed", None, True)
    assert client("GET", f"{CURRENT}/jobs/{job['id']}/cost").json()["cost"]["value"] == 0


@both
def test_cancel_stops_running_work_and_the_worker_goes_on(client: Any, circuit_job: Any, mount: str) -> None:
    long = [{"gate": "rx", "rotation": 0.1, "target": q} for q in range(22)] * 200
    job = client("POST", f"{mount}/jobs", circuit_job(long, qubits=22)).json()["id"]
    other = client("POST", f"{mount}/jobs", circuit_job(long, qubits=22)).json()["id"]
    assert client("PUT", f"{mount}/jobs/{job}/status/cancel").json() == {"id": job, "status": "canceled"}
    many = client("PUT", f"{mount}/jobs/status/cancel", {"ids": [other]})
    assert many.json() == {"ids": [other], "status": "canceled"}
    assert [client.wait(f"{mount}/jobs/{one}")["status"] for one in (job, other)] == ["canceled"] * 2
    assert client.run(mount, circuit_job())["status"] == "completed"
    assert client("PUT", f"{mount}/jobs/nothing/status/cancel").status == 404


@both
def test_delete_deletes_a_job_and_its_circuits(client: Any, asymmetric: Any, circuit_job: Any, mount: str) -> None:
    input_ = {"gateset": "qis", "qubits": 3, "circuits": [{"circuit": asymmetric}]}
    parent = client.run(mount, {"type": "ionq.multi-circuit.v1", "backend": "simulator", "input": input_})
    single = client.run(mount, circuit_job())
    assert client("DELETE", f"{mount}/jobs/{parent['id']}").json() == {"id": parent["id"], "status": "deleted"}
    assert client("DELETE", f"{mount}/jobs", {"ids": [single["id"], "nothing"]}).status == 404
    assert client("GET", f"{mount}/jobs/{single['id']}").status == 200, "all or none"
    assert client("DELETE", f"{mount}/jobs", {"ids": [single["id"]]}).json()["status"] == "deleted"
    for gone in (parent["id"], *parent["child_job_ids"], single["id"]):
        assert client("GET", f"{mount}/jobs/{gone}").status == 404


def test_pages_are_newest_first_and_survive_deletion(client_of: Callable[..., Any], circuit_job: Any) -> None:
    with Emulator(self_check=True) as emulator:
        client = client_of(emulator)
        ids = [client("POST", "/v0.4/jobs", circuit_job()).json()["id"] for _ in range(7)]
        for one in ids:
            client.wait(f"/v0.4/jobs/{one}")
        first = client("GET", "/v0.4/jobs?limit=3").json()
        assert [job["id"] for job in first["jobs"]] == ids[:3:-1]
        client("DELETE", f"/v0.4/jobs/{ids[4]}")
        second = client("GET", f"/v0.4/jobs?limit=3&next={first['next']}").json()
        last = client("GET", f"/v0.4/jobs?limit=3&next={second['next']}").json()
        assert [job["id"] for job in (*second["jobs"], *last["jobs"])] == ids[3::-1]
        assert last["next"] is None
        assert client("GET", "/v0.4/jobs?next=00000000-0000-0000-0000-000000000000").status == 400
        chosen = client("GET", f"/v0.4/jobs?ids={ids[0]},{ids[2]}&ids={ids[1]}").json()["jobs"]
        assert {job["id"] for job in chosen} == set(ids[:3])
        assert client("GET", "/v0.4/jobs?status=failed").json()["jobs"] == []
        assert len(client("GET", "/v0.4/jobs?status=completed&target=simulator,qpu.forte-1").json()["jobs"]) == 6


@both
def test_what_the_emulator_cannot_check_ends_in_a_failure(client: Any, mount: str) -> None:
    problem = {"problem_type": "maxcut", "problem": {}}
    qaoa = {"type": "qctrl.qaoa.v1", "input": problem, "external_settings": {"api_credentials": "none"}}
    function = {"type": "quantum-function", "input": {"type": "generic", "data": {}, "params": []}}
    for body in (qaoa, function):
        job = client.run(mount, {**body, "backend": "simulator"})
        assert (job["status"], job["failure"]["code"]) == ("failed", "PreflightError")
        assert body["type"] in job["failure"]["message"]
