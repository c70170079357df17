"""What qBraid says about a caller's jobs and credits follows from the jobs that are stored."""

from __future__ import annotations

from typing import Any

import pytest
from qcontract.emulator import Emulator
from support.emulated_qbraid import BATCHES, DOCUMENTED, FEZ, GARNET, NONSENSE, both, data, run, submission, submit


@pytest.fixture
def account(emulator: Emulator, client_of: Any, request: pytest.FixtureRequest) -> Any:
    """A key of the test's own."""
    return client_of(emulator, key=request.node.name)


@both
def test_a_new_key_has_a_grant_and_no_jobs(account: Any, mount: str) -> None:
    assert data(account, f"{mount}/jobs/statuses") == {}
    summary = account("GET", f"{mount}/jobs/summary")
    assert summary.json()["data"] == {"totalJobs": 0, "jobsByStatus": {}, "jobsByDevice": {}, "totalCost": 0}
    balance = account("GET", f"{mount}/billing/credits/balance")
    assert balance.json()["data"] == {"qbraidCredits": 100_000.0, "heldCredits": 0.0, "awsCredits": 0.0}
    assert {one.headers["x-qcontract-basis"] for one in (summary, balance)} == {"assumed"}


@both
def test_completed_jobs_are_charged_and_failed_ones_are_not(account: Any, mount: str) -> None:
    paid = run(account, mount, submission(deviceQrn=GARNET, shots=100))
    assert float(paid["cost"]) == paid["estimatedCost"] == pytest.approx(30 + 14.5)
    failed = run(account, mount, submission(NONSENSE, deviceQrn=GARNET, shots=100))
    assert (failed["status"], failed["cost"]) == ("FAILED", 0)
    run(account, mount, submission(shots=1))
    assert data(account, f"{mount}/jobs/statuses") == {"COMPLETED": 2, "FAILED": 1}
    summary = data(account, f"{mount}/jobs/summary")
    assert (summary["totalJobs"], summary["totalCost"], summary["jobsByDevice"][GARNET]) == (3, 44.5, 2)
    assert data(account, f"{mount}/billing/credits/balance")["qbraidCredits"] == 100_000 - 44.5
    account("DELETE", f"{mount}/jobs/{paid['jobQrn']}")
    assert data(account, f"{mount}/billing/credits/balance")["qbraidCredits"] == 100_000, "only stored jobs count"


def test_every_circuit_of_a_batch_is_a_task(account: Any) -> None:
    programs = [submission()["program"]] * 3
    job = run(account, DOCUMENTED, submission(programs, shots=100, deviceQrn=BATCHES))
    assert job["cost"] == job["estimatedCost"] == pytest.approx(3 * 1.1)
    assert data(account, f"{DOCUMENTED}/jobs/{job['jobQrn']}/result")["cost"] == job["cost"]
    assert data(account, f"{DOCUMENTED}/jobs/summary")["totalCost"] == job["cost"]


def test_the_price_of_a_dynamic_device_is_known_afterwards(account: Any) -> None:
    job = run(account, DOCUMENTED, submission(deviceQrn=FEZ, shots=10))
    assert job["estimatedCost"] is None
    assert job["cost"] == pytest.approx(job["timeStamps"]["executionDuration"] / 60_000 * 9_600)
    assert data(account, f"{DOCUMENTED}/billing/credits/balance")["qbraidCredits"] == pytest.approx(
        100_000 - job["cost"]
    )


def test_credits_are_held_while_a_job_waits_and_given_back_when_it_is_cancelled(client_of: Any) -> None:
    with Emulator(lifecycle="stepped", self_check=True) as emulator:
        client = client_of(emulator)
        qrn = submit(client, DOCUMENTED, submission(deviceQrn=GARNET, shots=100))
        held = data(client, f"{DOCUMENTED}/billing/credits/balance")
        assert (held["qbraidCredits"], held["heldCredits"]) == (100_000 - 44.5, 44.5)
        assert client("POST", f"{DOCUMENTED}/jobs/{qrn}/cancel").status == 202
        back = data(client, f"{DOCUMENTED}/billing/credits/balance")
        assert (back["qbraidCredits"], back["heldCredits"]) == (100_000, 0)
        assert emulator.violations == ()


def test_keys_do_not_share_credits(account: Any, client_of: Any, emulator: Emulator) -> None:
    run(account, DOCUMENTED, submission(deviceQrn=GARNET, shots=1))
    assert data(client_of(emulator, key="untouched"), f"{DOCUMENTED}/billing/credits/balance")["heldCredits"] == 0
    assert data(client_of(emulator, key="untouched"), f"{DOCUMENTED}/jobs/summary")["totalJobs"] == 0


@both
def test_whatever_shows_a_price_of_ours_says_so(account: Any, mount: str) -> None:
    paid, free = (run(account, mount, submission(shots=1, **to)) for to in ({"deviceQrn": GARNET}, {}))
    recorded = "documented" if mount == DOCUMENTED else "observed"
    for job, basis in ((paid, "assumed"), (free, recorded)):
        paths = (f"jobs/{job['jobQrn']}", f"jobs/{job['jobQrn']}/result", f"devices/{job['deviceQrn']}")
        assert {account("GET", f"{mount}/{path}").headers["x-qcontract-basis"] for path in paths} == {basis}
