"""Bodies in the spelling of the last released clients of v0.3; the clients themselves run elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

FLIP = [{"gate": "x", "targets": [0]}]
AS_CIRQ = {
    "target": "simulator",
    "lang": "json",
    "body": {"gateset": "qis", "qubits": 2, "circuit": FLIP},
    "metadata": {"shots": "200", "measurement0": "m\x1f0,1"},
    "shots": "200",
}
AS_QISKIT = {
    "target": "simulator",
    "shots": 1024,
    "name": "circuit-1",
    "input": {"format": "ionq.circuit.v0", "gateset": "qis", "qubits": 2, "circuit": FLIP},
    "metadata": {"shots": "1024", "sampler_seed": "None", "qiskit_header": "H4sI"},
    "registers": {"meas_mapped": [0, 1]},
    "noise": {"model": "ideal", "seed": None},
}


@pytest.mark.parametrize(("body", "shots"), [(AS_CIRQ, 200), (AS_QISKIT, 1024)])
def test_both_are_taken_and_marked_as_seen(client: Any, body: Any, shots: int) -> None:
    created = client("POST", "/v0.3/jobs", body)
    assert (created.status, created.headers["x-qcontract-basis"]) == (200, "observed")
    job = client.wait(f"/v0.3/jobs/{created.json()['id']}")
    assert (job["status"], job["metadata"], job["shots"]) == ("completed", body["metadata"], shots)
    assert client("GET", job["results_url"]).json() == {"1": 1.0}


def test_a_machine_without_a_name_is_one_of_ours(client: Any) -> None:
    created = client("POST", "/v0.3/jobs", {**AS_CIRQ, "target": "qpu"})
    assert (created.status, created.headers["x-qcontract-basis"]) == (200, "assumed")
    assert client.wait(f"/v0.3/jobs/{created.json()['id']}")["target"] == "qpu.aria-1"


def test_cirq_sends_a_limit_in_the_body_of_a_get(client: Any) -> None:
    client.run("/v0.3", AS_CIRQ)
    assert client("GET", "/v0.3/jobs", {"limit": 1000}).json()["jobs"]


@pytest.mark.parametrize("shots", ["", "1.5", "-1", "0", "٣", "9" * 40, None, True])
def test_no_other_text_is_a_number_of_shots(client: Any, shots: Any) -> None:
    assert client("POST", "/v0.3/jobs", {**AS_CIRQ, "shots": shots}).status == 400


def test_the_body_of_v0_2_does_not_hide_an_input(client: Any) -> None:
    both = {**AS_CIRQ, "input": {"qubits": 1, "circuit": FLIP}}
    assert client.run("/v0.3", both)["qubits"] == 1


def test_zz_gates_are_read_in_both_spellings(client: Any) -> None:
    results = []
    for spelling in ("phase", "angle"):
        gates = [
            {"gate": "gpi2", "target": 0, "phase": 0.5},
            {"gate": "gpi2", "target": 1, "phase": 0.5},
            {"gate": "zz", "targets": [0, 1], spelling: 0.1},
            {"gate": "gpi2", "target": 0, "phase": 0.1},
        ]
        job = client.run("/v0.3", {"input": {"gateset": "native", "qubits": 2, "circuit": gates}})
        results.append(client("GET", job["results_url"]).json())
    assert results[0] == results[1]
    assert len(results[0]) > 1
