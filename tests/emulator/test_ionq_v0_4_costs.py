"""Prices and usage of IonQ v0.4, computed from the jobs that are there."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from qcontract.emulator import Emulator
from support.virtual import VirtualClock

CONTRACTS = ("ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01")
both = pytest.mark.parametrize("contract", CONTRACTS)

DAY = 86_400
START = datetime(2026, 9, 28, 12, tzinfo=UTC).timestamp()  # a Monday, two days before October


def _cost(http: httpx.Client, job: str) -> Any:
    answer = http.get(f"/jobs/{job}/cost")
    assert answer.headers["x-qcontract-basis"] == "assumed"
    return answer.json()["cost"]["value"]


@both
@pytest.mark.parametrize(
    ("shots", "gateset", "asked", "debiased"),
    [
        (499, "qis", True, False),
        (500, "qis", None, True),
        (500, "qis", False, False),
        (500, "native", None, False),
        (500, "native", True, True),
    ],
)
def test_a_debiased_job_costs_at_least_the_minimum_with_mitigation(
    http_of: Callable[..., httpx.Client],
    circuit_job: Any,
    emulator: Emulator,
    contract: str,
    shots: int,
    gateset: str,
    asked: bool | None,
    debiased: bool,
) -> None:
    http = http_of(contract)
    circuit = [{"gate": "gpi", "phase": 0.0, "target": 0}] if gateset == "native" else None
    settings = {} if asked is None else {"settings": {"error_mitigation": {"debiasing": asked}}}
    job = circuit_job(circuit, gateset=gateset, backend="qpu.forte-1", shots=shots, **settings)
    identifier = http.post("/jobs", json=job).json()["id"]
    emulator.settle()
    query = {"backend": "qpu.forte-1", "shots": shots, "1q_gates": 1, "error_mitigation": str(debiased).lower()}
    estimate = http.get("/jobs/estimate", params=query).json()
    assert _cost(http, identifier) == estimate.get("estimated_total_cost", estimate.get("estimated_cost"))
    shown = http.get(f"/jobs/{identifier}").json()
    assert bool(shown["output"]["error_mitigation"]["debiasing"]) is debiased
    assert shown["settings"] == settings.get("settings", {})


@both
def test_usage_is_the_sum_of_the_jobs_in_each_period(
    http_of: Callable[..., httpx.Client], circuit_job: Any, contract: str
) -> None:
    clock = VirtualClock(START)
    with Emulator(clock=clock, self_check=True) as emulator:
        http, stranger = http_of(contract, of=emulator), http_of(contract, key="stranger", of=emulator)
        organization = http.get("/sessions").json()["organization_id"]
        costs: dict[str, float] = {}
        for number in range(9):  # one job a day, so that 3 months, 2 weeks and 9 days are touched
            stranger.post("/jobs", json=circuit_job(backend="qpu.forte-1"))
            backend = ("simulator", "qpu.forte-1")[number % 2]
            identifier = http.post("/jobs", json=circuit_job(backend=backend, name=f"job {number}")).json()["id"]
            http.post("/jobs", json=circuit_job(backend=backend, dry_run=True))
            emulator.settle()
            costs[identifier] = _cost(http, identifier)
            clock.sleep(DAY)

        def usage(group: str, modality: str, first: str = "2026-09-01", last: str = "2026-10-31") -> Any:
            query = {"start_date": first, "end_date": last, "group_by": group, "modality": modality}
            answer = http.get(f"/organizations/{organization}/usage", params=query)
            assert answer.headers["x-qcontract-basis"] == "assumed"
            return answer.json()

        for modality, starts in {
            "daily": ["2026-09-28", "2026-09-29", "2026-09-30", *(f"2026-10-0{day}" for day in range(1, 7))],
            "weekly": ["2026-09-28", "2026-10-05"],
            "monthly": ["2026-09-01", "2026-10-01"],
        }.items():
            report = usage("job", modality)
            assert [one["from"] for one in report["usage_data"]] == [f"{day}T00:00:00Z" for day in starts]
            assert report["job_count"] == sum(one["job_count"] for one in report["usage_data"]) == 9
            amounts = [one["amount"] for one in report["usage_data"]]
            assert math.isclose(report["amount_total"], sum(amounts))
            assert math.isclose(sum(amounts), sum(costs.values()))
            for one in report["usage_data"]:
                assert len(one["group_usages"]) == min(5, one["job_count"])
                assert all(costs[group["group_id"]] == group["amount"] for group in one["group_usages"])
        for group in ("project", "user"):
            (month, _) = usage(group, "monthly")["usage_data"]
            (own,) = month["group_usages"]
            assert (own["job_count"], own["amount"]) == (month["job_count"], month["amount"])
        assert usage("job", "daily", "2026-09-29", "2026-09-29")["job_count"] == 1
        assert usage("job", "daily", "2027-01-01", "2027-01-31")["usage_data"] == []
        assert emulator.violations == ()


@both
@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"start_date": None}, 400),
        ({"group_by": "nobody"}, 400),
        ({"modality": "hourly"}, 400),
        ({"start_date": "soon"}, 400),
        ({"start_date": "9999-12-31", "end_date": "9999-12-31"}, 400),
        ({"start_date": "2026-10-02"}, 400),
        ({"organization": "com.example"}, 403),
    ],
)
def test_a_usage_report_that_cannot_be_made(
    http_of: Callable[..., httpx.Client], contract: str, change: dict[str, str | None], status: int
) -> None:
    http = http_of(contract)
    own = http.get("/sessions").json()["organization_id"]
    query: dict[str, Any] = {"start_date": "2026-10-01", "end_date": "2026-10-01", "group_by": "job"}
    query = {**query, "modality": "daily", **change}
    organization = query.pop("organization", own)
    sent = {name: value for name, value in query.items() if value is not None}
    assert http.get(f"/organizations/{organization}/usage", params=sent).status_code == status
