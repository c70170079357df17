"""Results and amounts: exact, and the same whichever way they are read."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcontract import CircuitResult, JobStatus, Money, Result
from qcontract.model.result import bit_string


@st.composite
def results(draw: st.DrawFn) -> CircuitResult:
    qubits = draw(st.integers(1, 12))
    weights = draw(st.dictionaries(st.integers(0, 2**qubits - 1), st.floats(1e-9, 1), min_size=1, max_size=12))
    total = sum(weights.values())
    return CircuitResult(qubits, {state: weight / total for state, weight in weights.items()})


@given(st.integers(1, 70), st.data())
def test_bits_are_read_back_from_both_ends(qubits: int, data: st.DataObject) -> None:
    state = data.draw(st.integers(0, 2**qubits - 1))
    right, left = bit_string(state, qubits), bit_string(state, qubits, "left")
    assert int(right, 2) == state == sum(int(bit) << place for place, bit in enumerate(left))
    assert len(right) == len(left) == qubits
    assert right == left[::-1]


@given(results())
def test_a_distribution_is_the_probabilities_by_bits(result: CircuitResult) -> None:
    right, left = result.distribution(), result.distribution("left")
    assert {int(bits, 2): p for bits, p in right.items()} == result.probabilities
    assert {bits[::-1]: p for bits, p in left.items()} == right
    assert list(right) == sorted(right)


@given(results(), st.integers(0, 10**9))
def test_expected_counts_share_out_every_shot(result: CircuitResult, shots: int) -> None:
    counts = result.expected_counts(shots)
    assert sum(counts.values()) == shots
    assert all(number > 0 for number in counts.values())
    for state, p in result.probabilities.items():
        assert abs(counts.get(state, 0) - p * shots) < 1 + 1e-6 * shots**0.5


@given(st.dictionaries(st.integers(0, 7), st.integers(0, 10**6), max_size=8))
def test_frequencies_come_from_counts(counts: dict[int, int]) -> None:
    result = CircuitResult.from_counts(3, counts, "job")
    assert (result.counts, result.estimated, result.job_id) == (counts, True, "job")
    shots = sum(counts.values())
    if shots:
        assert sum(result.probabilities.values()) == pytest.approx(1)
        assert result.expected_counts(shots) == {state: number for state, number in counts.items() if number}
    else:
        assert result.probabilities == {}
        assert result.expected_counts(100) == {}


def test_counts_that_were_not_measured_are_absent() -> None:
    result = CircuitResult(1, {0: 1.0})
    assert result.counts is None
    assert not result.estimated
    with pytest.raises(ValueError, match="negative"):
        result.expected_counts(-1)


def result_of(*circuits: CircuitResult) -> Result:
    return Result("ionq-v0.4:x", "ionq-v0.4@2026-10-01", "emulator", circuits)


def test_a_result_of_one_circuit_reads_like_it() -> None:
    one = CircuitResult.from_counts(2, {0: 3, 3: 1})
    result = result_of(one)
    assert (result.probabilities, result.counts, result.estimated) == (one.probabilities, one.counts, True)
    assert result.distribution("left") == one.distribution("left")
    assert result.expected_counts(8) == {0: 6, 3: 2}


@pytest.mark.parametrize("number", [0, 2])
def test_a_result_of_several_circuits_wants_to_be_asked_for_one(number: int) -> None:
    result = result_of(*[CircuitResult(1, {0: 1.0})] * number)
    for read in (lambda: result.probabilities, lambda: result.counts, lambda: result.distribution()):
        with pytest.raises(ValueError, match=f"has {number} circuits"):
            read()


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_money_is_exact(amount: Decimal) -> None:
    assert Money(amount, "usd").amount == Money(str(amount), "usd").amount == amount


@pytest.mark.parametrize(("written", "exact"), [(0.1, "0.1"), (0.30000000000000004, "0.30000000000000004"), (3, "3")])
def test_a_float_is_the_number_that_is_written(written: Any, exact: str) -> None:
    assert Money(written, "usd") == Money(exact, "usd")
    assert str(Money(exact, "credits")) == f"{exact} credits"


@pytest.mark.parametrize("amount", ["", "much", "1,5", None, [], True])
def test_what_is_no_amount_is_refused(amount: Any) -> None:
    with pytest.raises(ValueError, match="not an amount"):
        Money(amount, "usd")


def test_a_job_that_ends_is_terminal() -> None:
    words = {status for status in JobStatus if status.is_terminal}
    assert words == {"completed", "failed", "canceled", "held", "deleted"}


@given(results(), st.integers(10**15, 10**30))
def test_expected_counts_are_exact_however_many_shots_there_are(result: CircuitResult, shots: int) -> None:
    counts = result.expected_counts(shots)
    assert sum(counts.values()) == shots


def test_a_third_is_shared_out_to_the_last_shot() -> None:
    counts = CircuitResult(1, {0: 1 / 3, 1: 2 / 3}).expected_counts(10**17 + 1)
    assert sum(counts.values()) == 10**17 + 1
