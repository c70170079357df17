"""Money is spent only with permission; whatever is refused is not sent."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcontract import Circuit, ConfigurationError, Job, Money, Qasm, QContractError, SpendingRefused
from support.client import Bench, bench
from support.scripted import Answer, Asked, answer
from support.services import DIALECTS, QBRAID, V03, V04, V04_MAY, Dialect

CIRCUIT = Circuit(2).h(0).cnot(0, 1)
PRICED = {V03: "qpu.aria-1", V04_MAY: "qpu.aria-1", V04: "qpu.forte-1", QBRAID: "aws:ionq:qpu:forte-1"}
ASKABLE = (V04_MAY, V04, QBRAID)


def estimate(dialect: Dialect, price: object) -> Answer:
    """The answer to a question for the price."""
    if dialect is QBRAID:
        known = {"pricingAvailable": price is not None, "estimatedCost": price}
        return answer(200, dialect.wrap({"deviceQrn": "d", "shots": 1, "currency": "credits", **known}))
    times = {"estimated_at": "2026-10-01T12:00:00Z", "estimated_execution_time": 1, "current_predicted_queue_time": 1}
    if dialect is V04_MAY:
        return answer(200, {**times, "cost_unit": "usd", **({} if price is None else {"estimated_cost": price})})
    context = {"backend": "qpu.forte-1", "organization": "o", "project": "p"}
    card = {"id": "r", "rates": []}
    more = {"estimate_context": context, "estimated_unit": "usd", "rate_card": card, "estimated_total_cost": price}
    return answer(200, times | more)


def shop(dialect: Dialect, price: object = 5, **given: Any) -> Bench:
    """A service that estimates one price and accepts every job."""

    def serve(asked: Asked) -> Answer:
        is_job = asked.method == "POST" and asked.path.endswith("/jobs")
        return dialect.accepted() if is_job else estimate(dialect, price)

    return bench(then=serve, dialect=dialect, **given)


def jobs_sent(b: Bench) -> int:
    return len([asked for asked in b.server.sent("POST") if asked.path.endswith("/jobs")])


@pytest.mark.parametrize("dialect", DIALECTS, ids=str)
def test_the_free_simulator_is_not_even_priced(dialect: Dialect) -> None:
    b = shop(dialect)
    b.run("jobs.submit", CIRCUIT)
    assert len(b.server.requests) == jobs_sent(b) == 1


@pytest.mark.parametrize("dialect", DIALECTS, ids=str)
def test_a_priced_backend_needs_permission(dialect: Dialect) -> None:
    b = shop(dialect)
    with pytest.raises(SpendingRefused, match="no spending was allowed") as caught:
        b.run("jobs.submit", CIRCUIT, backend=PRICED[dialect])
    assert "nothing was submitted" in str(caught.value)
    assert PRICED[dialect] in str(caught.value)
    assert ("not known" if dialect is V03 else "5") in str(caught.value)
    assert jobs_sent(b) == 0


@pytest.mark.parametrize("dialect", ASKABLE, ids=str)
@pytest.mark.parametrize("allowed", [5, 5.0, "5", "5.00", Decimal(5), math.inf, "inf", "Infinity", 10**6])
def test_a_price_within_the_limit_is_paid(dialect: Dialect, allowed: Any) -> None:
    b = shop(dialect)
    b.run("jobs.submit", CIRCUIT, backend=PRICED[dialect], max_cost=allowed)
    assert jobs_sent(b) == 1


@pytest.mark.parametrize("dialect", ASKABLE, ids=str)
@pytest.mark.parametrize("allowed", [0, 4, 4.99, "4.999999", Decimal("4.9999999999999999999")])
def test_a_price_over_the_limit_is_refused(dialect: Dialect, allowed: Any) -> None:
    b = shop(dialect)
    with pytest.raises(SpendingRefused, match=r"estimated to cost 5 .* at most"):
        b.run("jobs.submit", CIRCUIT, backend=PRICED[dialect], max_cost=allowed)
    assert jobs_sent(b) == 0


@pytest.mark.parametrize("dialect", ASKABLE, ids=str)
@pytest.mark.parametrize("price", [None, -1, float("nan")])
@pytest.mark.parametrize("allowed", [None, 10**9])
def test_a_price_that_is_not_known_is_over_every_limit(dialect: Dialect, price: object, allowed: Any) -> None:
    b = shop(dialect, price)
    with pytest.raises(QContractError):
        b.run("jobs.submit", CIRCUIT, backend=PRICED[dialect], max_cost=allowed)
    assert jobs_sent(b) == 0


@pytest.mark.parametrize("dialect", ASKABLE, ids=str)
def test_a_priced_backend_that_costs_nothing_is_free(dialect: Dialect) -> None:
    b = shop(dialect, 0)
    b.run("jobs.submit", CIRCUIT, backend=PRICED[dialect])
    assert jobs_sent(b) == 1


def test_what_cannot_be_priced_needs_an_infinite_limit() -> None:
    for dialect, program in ((V03, CIRCUIT), (V04, Qasm("OPENQASM 3.0;\nqubit q;\n", 3))):
        b = shop(dialect)
        with pytest.raises(SpendingRefused, match="not known"):
            b.run("jobs.submit", program, backend=PRICED[dialect], max_cost=10**9)
        assert b.server.requests == []
        b.run("jobs.submit", program, backend=PRICED[dialect], max_cost=math.inf)
        assert jobs_sent(b) == 1


@pytest.mark.parametrize(
    "allowed", [-1, "-0.01", float("nan"), "nan", Decimal("sNaN"), "much", True, "5 usd", [5], "-inf"]
)
@pytest.mark.parametrize("backend", [None, "qpu.forte-1"])
def test_a_senseless_limit_is_refused_also_on_a_free_backend(allowed: Any, backend: str | None) -> None:
    b = shop(V04)
    with pytest.raises(ConfigurationError, match="max_cost"):
        b.run("jobs.submit", CIRCUIT, backend=backend, max_cost=allowed)
    assert b.server.requests == []


@pytest.mark.parametrize(("allowed", "sent"), [("5", 1), ("4", 0)])
def test_money_is_a_limit_in_its_own_currency(allowed: str, sent: int) -> None:
    for limit, expected in ((Money(allowed, "usd"), sent), (Money("500", "credits"), 0)):
        b = shop(V04)
        found = b.attempt("jobs.submit", CIRCUIT, backend="qpu.forte-1", max_cost=limit)
        assert jobs_sent(b) == expected
        assert expected or f"at most {limit} was allowed" in str(found)


def test_a_call_overrules_its_client() -> None:
    for of_client, of_call, sent in ((10, None, 1), (10, 1, 0), (1, 10, 1)):
        b = shop(V04, options={"max_cost": of_client})
        found = b.attempt("jobs.submit", CIRCUIT, backend="qpu.forte-1", max_cost=of_call)
        assert isinstance(found, Job if sent else SpendingRefused)
        assert jobs_sent(b) == sent


@pytest.mark.parametrize("failure", [answer(400, {"message": "no"}), httpx.ConnectError("refused")], ids=repr)
def test_an_estimate_that_fails_stops_the_submission(failure: Any) -> None:
    b = bench(then=failure)
    with pytest.raises(QContractError):
        b.run("jobs.submit", CIRCUIT, backend="qpu.forte-1", max_cost=10)
    assert jobs_sent(b) == 0


@given(st.decimals(0, 10**6, places=4), st.decimals(0, 10**6, places=4))
def test_amounts_are_compared_exactly(price: Decimal, allowed: Decimal) -> None:
    b = shop(QBRAID, str(price))
    found = b.attempt("jobs.submit", CIRCUIT, backend=PRICED[QBRAID], max_cost=allowed)
    assert isinstance(found, SpendingRefused) == (price > allowed)
    assert jobs_sent(b) == (price <= allowed)


@pytest.mark.parametrize(("dialect", "unit"), [(V04_MAY, "EUR"), (V04, "EUR"), (V04, "credit")], ids=str)
def test_a_limit_is_in_the_unit_of_the_documentation(dialect: Dialect, unit: str) -> None:
    """A bare 10 allows 10 usd at IonQ, and nothing in any other unit."""
    status, headers, body = estimate(dialect, 5)
    foreign = body.replace(b'"usd"', f'"{unit}"'.encode())
    assert foreign != body

    def serve(asked: Asked) -> Answer:
        return dialect.accepted() if asked.method == "POST" else (status, headers, foreign)

    b = bench(then=serve, dialect=dialect)
    with pytest.raises(SpendingRefused) as caught:
        b.run("jobs.submit", CIRCUIT, backend=PRICED[dialect], max_cost=10)
    assert f"estimated to cost 5 {unit.lower()}, and at most 10 usd was allowed" in caught.value.message
    assert f"max_cost=Money('5', '{unit.lower()}')" in str(caught.value)
    assert jobs_sent(b) == 0
    b.run("jobs.submit", CIRCUIT, backend=PRICED[dialect], max_cost=Money(10, unit))
    assert jobs_sent(b) == 1
