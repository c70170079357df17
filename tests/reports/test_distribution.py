from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcontract.model.job import Job
from qcontract.model.result import CircuitResult, Result
from qcontract.model.status import JobStatus
from qcontract.reports.distribution import as_json, as_text
from qcontract.reports.printable import printable

JOB = Job("1", "ionq-v0.4@2026-10-01", "service", JobStatus.COMPLETED, "completed", backend="simulator", shots=8)


def result(*circuits: CircuitResult) -> Result:
    return Result(JOB.ref, JOB.contract, "service", circuits)


def rows(*circuits: CircuitResult, **options: Any) -> list[str]:
    head, legend, *rest = as_text(JOB, result(*circuits), **options).split("\n")
    assert head == "ionq-v0.4:1  ionq-v0.4@2026-10-01  service  simulator  completed"
    assert legend == "states: qubit 0 is the rightmost bit"
    return rest


def test_counts_are_shown_beside_their_frequencies() -> None:
    assert rows(CircuitResult.from_counts(2, {3: 100, 0: 5})) == [
        f"  00  {'██':<40}  0.0476190476    5 shots",
        f"  11  {'█' * 40}  0.9523809524  100 shots",
        "  probabilities are frequencies of the shots",
    ]


def test_the_most_probable_states_are_shown_in_the_order_of_the_states() -> None:
    probabilities = {state: (state + 1) / (64 * 65 / 2) for state in range(64)}
    shown = rows(CircuitResult(6, probabilities), bar="#")
    assert [line.split()[0] for line in shown[:32]] == [format(state, "06b") for state in range(32, 64)]
    assert (
        shown[32] == f"  and 32 more states with {32 * 33 / 2 / (64 * 65 / 2):.10f} together (--format json shows all)"
    )
    assert len(json.loads(as_json(JOB, result(CircuitResult(6, probabilities))))["circuits"][0]["probabilities"]) == 64


def test_several_circuits_are_numbered() -> None:
    shown = rows(CircuitResult(1, {0: 1.0}), CircuitResult(1, {1: 1.0}))
    assert [line[:12].strip() for line in shown] == ["circuit 0", "0  ███████", "circuit 1", "1  ███████"]


@pytest.mark.parametrize("empty", [CircuitResult(2, {}), CircuitResult.from_counts(2, {})])
def test_no_state(empty: CircuitResult) -> None:
    assert rows(empty) == ["  no state was measured"]


def test_a_probability_that_is_rounded_below_zero() -> None:
    assert rows(CircuitResult(1, {0: -1e-10, 1: 1.0}))[0] == f"  0  {'':<40}  -0.0000000001"
    assert rows(CircuitResult(1, {0: 0.0})) == [f"  0  {'':<40}  0.0000000000"]


@given(st.dictionaries(st.integers(0, 15), st.floats(0, 1), min_size=1), st.sampled_from("█#"))
def test_columns_stand_below_each_other(probabilities: dict[int, float], bar: str) -> None:
    shown = rows(CircuitResult(4, probabilities), bar=bar)
    assert {len(line) for line in shown} == {2 + 4 + 2 + 40 + 2 + 12}
    bars = [line.count(bar) for line in shown]
    assert max(bars) == (40 if max(probabilities.values()) > 1e-9 else max(bars))
    by_probability = sorted(zip(map(probabilities.get, sorted(probabilities)), bars, strict=True))
    assert [length for _, length in by_probability] == sorted(bars)


def test_json_says_where_it_comes_from() -> None:
    document = json.loads(as_json(JOB, result(CircuitResult.from_counts(2, {1: 3, 2: 1}))))
    assert document == {
        "schema": "qcontract.run/1",
        "origin": "service",
        "contract": "ionq-v0.4@2026-10-01",
        "job": "ionq-v0.4:1",
        "backend": "simulator",
        "status": "completed",
        "shots": 8,
        "qubit0": "right",
        "circuits": [
            {
                "qubits": 2,
                "probabilities": {"01": 0.75, "10": 0.25},
                "estimated": True,
                "counts": {"01": 3, "10": 1},
            }
        ],
    }


@given(st.text(st.characters(codec=None)))
def test_nothing_that_a_terminal_obeys_is_printed(text: str) -> None:
    assert printable(text).isprintable()
    assert printable(text) == text or not text.isprintable()
