"""Debiasing on an emulated machine: variants that really ran on other qubits, and what is made of them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from qcontract.emulator import Emulator
from qcontract.emulator.simulation import ionq_json, noise
from qcontract.emulator.simulation.debiasing import VARIANTS, Variant, averaged, sharpened, variants
from qcontract.emulator.simulation.engines import NumpyEngine
from qcontract.emulator.simulation.noise import NOISELESS, Model
from qcontract.emulator.simulation.run import outcomes

PROGRAM = {"qubits": 4, "circuit": [{"gate": "x", "target": 0}, {"gate": "ry", "rotation": 1.0, "target": 2}]}
ORDER = {"mode": "machine", "model": "aria-1", "shots": 1000, "seed": 4, "max_qubits": 25, "memory": 1 << 30}


def outcome(**order: object) -> dict[str, Any]:
    return outcomes({**ORDER, "circuits": [{"format": "ionq", "program": PROGRAM}], **order})[0]


def test_variants_run_on_different_qubits_and_answer_for_the_submitted_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the first physical qubit errs: each variant shows that on another qubit of the circuit."""
    ran: list[Any] = []
    real = noise.sample

    def spy(circuit: Any, rates: Model, shots: int, seed: int, engine: Any) -> dict[int, int]:
        ran.append((circuit, shots))
        return {state ^ 1: count for state, count in real(circuit, rates, shots, seed, engine).items()}

    monkeypatch.setattr("qcontract.emulator.simulation.debiasing.sample", spy)
    circuit = ionq_json.parse({"qubits": 4, "circuit": [{"gate": "x", "target": 1}]})
    runs = variants(circuit, NOISELESS, 1007, 7, NumpyEngine())
    assert len({run.qubit_map for run in runs}) == len(runs) == VARIANTS
    assert runs[0].qubit_map == (0, 1, 2, 3)
    assert sum(shots for _, shots in ran) == 1007
    for run, (permuted, _) in zip(runs, ran, strict=True):
        assert permuted.operations[0].targets == (run.qubit_map[1],)
        assert [*run.counts] == [0b0010 ^ 1 << run.qubit_map.index(0)]
    assert {run.qubit_map.index(0) for run in runs} == {0, 1, 2, 3}


@pytest.mark.parametrize(("qubits", "wanted"), [(1, 1), (2, 2), (3, 6), (4, VARIANTS), (25, VARIANTS)])
def test_a_circuit_has_no_more_variants_than_permutations(qubits: int, wanted: int) -> None:
    circuit = ionq_json.parse({"qubits": min(qubits, 12), "circuit": [{"gate": "x", "target": 0}]})
    assert len(variants(circuit, NOISELESS, 500, 1, NumpyEngine())) == wanted


def test_the_average_is_that_of_all_variants_and_the_vote_favours_the_likely() -> None:
    found = outcome(debias=True)
    shots = [sum(one["counts"].values()) for one in found["variants"]]
    assert (sum(shots), max(shots) - min(shots)) == (1000, 0)
    assert found["aggregated"] == found["probabilities"]
    for state, count in found["counts"].items():
        assert count == sum(one["counts"].get(state, 0) for one in found["variants"])
    assert sum(found["sharpened"].values()) == pytest.approx(1)
    assert found["sharpened"]["1"] > found["probabilities"]["1"] > 0.7


def test_a_round_without_a_winner_counts_as_its_average() -> None:
    even = [Variant((0,), {0: 10}), Variant((0,), {1: 10})]
    assert sharpened(even, 1) == {0: pytest.approx(0.5), 1: pytest.approx(0.5)}
    assert sharpened([*even, Variant((0,), {1: 10})], 1) == {1: pytest.approx(1.0)}
    assert averaged([*even, Variant((0,), {1: 10})]) == {0: 10, 1: 20}


def test_the_same_seed_gives_the_same_variants() -> None:
    assert outcome(debias=True) == outcome(debias=True) != outcome(debias=True, seed=5)


def test_a_machine_has_the_published_noise_and_one_without_rates_has_none() -> None:
    noisy, silent = (outcome(shots=50_000, model=name) for name in ("aria-1", "forte-enterprise-1"))
    assert "variants" not in noisy
    assert set(silent["counts"]) == {"1", "5"} < set(noisy["counts"])
    assert set(outcome(model="forte-enterprise-1", debias=True)["counts"]) == {"1", "5"}


@pytest.mark.parametrize(
    ("shots", "gateset", "asked", "wanted"),
    [
        (499, "qis", None, False),
        (499, "qis", True, False),
        (500, "qis", None, True),
        (500, "qis", False, False),
        (500, "native", None, False),
        (500, "native", True, True),
    ],
)
def test_which_jobs_are_debiased(
    client_of: Any, circuit_job: Any, shots: int, gateset: str, asked: bool | None, wanted: bool
) -> None:
    circuit = [{"gate": "gpi", "phase": 0, "target": 0}] if gateset == "native" else [{"gate": "x", "target": 0}]
    settings = {} if asked is None else {"settings": {"error_mitigation": {"debiasing": asked}}}
    body = circuit_job(circuit, qubits=2, gateset=gateset, backend="qpu.aria-1", shots=shots, **settings)
    with Emulator(self_check=True) as emulator:
        client = client_of(emulator)
        job = client.run("/v0.4", body)
        assert (job["status"], job["failure"]) == ("completed", None)
        found = job["output"].get("error_mitigation", {}).get("debiasing")
        assert bool(found) is wanted, json.dumps(job["output"])
