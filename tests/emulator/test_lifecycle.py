"""Jobs that move by time or by hand, on a clock that tests hold."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from qcontract import Circuit, IonQ, errors
from qcontract.emulator import Emulator, Timing
from qcontract.emulator.checks import failure_codes

QASM = "OPENQASM 3.0; include 'stdgates.inc'; qubit[2] q; bit[2] c; x q[0]; c = measure q;"


def seconds(stamp: str) -> float:
    return datetime.fromisoformat(stamp).timestamp()


@pytest.fixture
def stepped() -> Iterator[Emulator]:
    with Emulator(lifecycle="stepped", seed=3, self_check=True) as emulator:
        yield emulator
        assert emulator.violations == ()


def submit(client: Any, job: Any, mount: str = "/v0.4") -> str:
    answer = client("POST", f"{mount}/jobs", job)
    assert answer.status in (200, 201), answer.body
    return str(answer.json()["id"])


def test_a_job_is_stepped_through_its_states(
    stepped: Emulator, client_of: Callable[..., Any], circuit_job: Any
) -> None:
    client = client_of(stepped)
    job = submit(client, circuit_job())
    seen = [client("GET", f"/v0.4/jobs/{job}").json()["status"]]
    started = stepped.clock.now()
    for _ in range(3):
        stepped.advance(60)
        stepped.step(job)
        seen.append(client("GET", f"/v0.4/jobs/{job}").json()["status"])
    assert seen == ["submitted", "ready", "started", "completed"]
    ended = client("GET", f"/v0.4/jobs/{job}").json()
    times = [seconds(ended[name]) - started for name in ("submitted_at", "started_at", "completed_at")]
    assert times == pytest.approx([0, 120, 180], abs=0.002)
    assert ended["execution_duration_ms"] == 60_000
    assert client("GET", f"/v0.4/jobs/{job}/results/probabilities").json() == pytest.approx({"1": 0.75, "5": 0.25})
    with pytest.raises(errors.ConfigurationError, match="completed"):
        stepped.step(job)


def test_nothing_is_computed_before_the_job_runs(
    stepped: Emulator, client_of: Callable[..., Any], circuit_job: Any
) -> None:
    client = client_of(stepped)
    job = submit(client, circuit_job())
    stepped.step(job)
    stepped.settle(5)
    assert client("GET", f"/v0.4/jobs/{job}/results/probabilities").status == 404
    assert stepped.worker_pids == ()


def test_a_step_may_name_the_state_to_reach(stepped: Emulator, client_of: Callable[..., Any], circuit_job: Any) -> None:
    client = client_of(stepped)
    first, second = (submit(client, circuit_job()) for _ in range(2))
    assert stepped.step(first, "running") == "running"
    assert stepped.step() == {first: "completed", second: "ready"}
    assert stepped.step(second, to="completed") == "completed"
    bad = submit(client, circuit_job([{"gate": "nothing", "target": 0}]))
    assert stepped.step(bad, to="completed") == "failed"
    third = submit(client, circuit_job())
    assert stepped.step(third, to="running") == "running"
    for target, match in (("ready", "running"), ("redy", "no state 'redy'")):
        with pytest.raises(errors.ConfigurationError, match=match):
            stepped.step(third, to=target)
    with pytest.raises(errors.ConfigurationError, match="no job"):
        stepped.step("nothing")


@pytest.mark.parametrize("state", ["submitted", "ready", "running"])
def test_a_job_is_stepped_to_an_end_that_its_simulation_would_not_have(
    stepped: Emulator, client_of: Callable[..., Any], circuit_job: Any, state: str
) -> None:
    client = client_of(stepped)
    failed, canceled = (submit(client, circuit_job()) for _ in range(2))
    if state != "submitted":
        stepped.step(to=state)
    assert (stepped.step(failed, to="failed"), stepped.step(canceled, to="canceled")) == ("failed", "canceled")
    shown = [client("GET", f"/v0.4/jobs/{job}").json() for job in (failed, canceled)]
    assert [(job["status"], job["results"], job["stats"]) for job in shown] == [
        ("failed", None, {}),
        ("canceled", None, {}),
    ]
    assert shown[0]["failure"]["code"] == "InternalError"
    assert stepped.step() == {}
    for job, to in ((failed, "failed"), (failed, "canceled"), (canceled, "completed")):
        with pytest.raises(errors.ConfigurationError, match=r"ended already|canceled"):
            stepped.step(job, to=to)


def test_an_end_is_the_end_of_all_circuits(stepped: Emulator, client_of: Callable[..., Any], circuit_job: Any) -> None:
    client = client_of(stepped)
    input_ = {"gateset": "qis", "qubits": 1, "circuits": [{"circuit": [{"gate": "x", "target": 0}]}] * 2}
    for end in ("failed", "canceled"):
        job = submit(client, {"type": "ionq.multi-circuit.v1", "backend": "simulator", "input": input_})
        children = client("GET", f"/v0.4/jobs/{job}").json()["child_job_ids"]
        assert stepped.step(children[1], to=end) == end
        assert [client("GET", f"/v0.4/jobs/{one}").json()["status"] for one in (job, *children)] == [end] * 3


def test_all_jobs_are_stepped_to_an_end(stepped: Emulator, client_of: Callable[..., Any], circuit_job: Any) -> None:
    client = client_of(stepped)
    jobs = [submit(client, circuit_job()) for _ in range(2)]
    assert stepped.step(to="canceled") == dict.fromkeys(jobs, "canceled")


def test_a_misspelt_state_is_refused_whether_there_are_jobs_or_not(stepped: Emulator) -> None:
    with pytest.raises(errors.ConfigurationError, match=r"no state 'complete'(.|\n)*did you mean completed"):
        stepped.step(to="complete")


def test_jobs_are_named_by_id_or_by_anything_that_has_one(stepped: Emulator) -> None:
    with IonQ(key="test-key", base_url=stepped.base_url("ionq-v0.4"), transport=stepped.transport()) as ionq:
        job, other = (ionq.jobs.submit(Circuit(1).x(0)) for _ in range(2))
        assert stepped.step(job) == "ready"
        stepped.hold(job)
        stepped.release(job)
        assert stepped.step(job, to="completed") == "completed"
        stepped.fail(other)
        assert [ionq.jobs.get(one).status for one in (job, other)] == ["completed", "failed"]


@pytest.mark.parametrize("what", ["step", "hold", "release", "fail"])
@pytest.mark.parametrize(
    ("job", "told"), [(7, "names no job"), (object(), "names no job"), ("nothing", "no job 'noth")]
)
def test_what_names_no_job_is_refused(stepped: Emulator, what: str, job: Any, told: str) -> None:
    with pytest.raises(errors.ConfigurationError, match=told):
        getattr(stepped, what)(job)


def test_a_step_moves_what_is_held(stepped: Emulator, client_of: Callable[..., Any], circuit_job: Any) -> None:
    """Holding stops what moves by itself; whoever steps a job means it."""
    job = submit(client_of(stepped), circuit_job())
    stepped.hold(job)
    stepped.hold()
    assert stepped.step(job, to="completed") == "completed"


def test_every_vendor_sees_its_own_words(stepped: Emulator, client_of: Callable[..., Any], circuit_job: Any) -> None:
    client = client_of(stepped)
    v03 = submit(client, {"target": "simulator", "input": circuit_job()["input"]}, "/v0.3")
    program = {"format": "qasm3", "data": QASM}
    body = {"deviceQrn": "qbraid:qbraid:sim:qir-sv", "shots": 10, "program": program}
    qrn = client("POST", "/api/v1/jobs", body).json()["data"]["jobQrn"]
    seen = []
    for _ in range(4):
        seen.append(
            (
                client("GET", f"/v0.3/jobs/{v03}").json()["status"],
                client("GET", f"/api/v1/jobs/{qrn}").json()["data"]["status"],
            )
        )
        stepped.step()
    assert [one for one, _ in seen] == ["submitted", "ready", "running", "completed"] or seen[0][0] == "ready"
    assert [other for _, other in seen] == ["INITIALIZING", "QUEUED", "RUNNING", "COMPLETED"]


def test_circuits_of_one_job_move_together(stepped: Emulator, client_of: Callable[..., Any], circuit_job: Any) -> None:
    client = client_of(stepped)
    input_ = {"gateset": "qis", "qubits": 1, "circuits": [{"circuit": [{"gate": "x", "target": 0}]}] * 2}
    job = submit(client, {"type": "ionq.multi-circuit.v1", "backend": "simulator", "input": input_})
    child = client("GET", f"/v0.4/jobs/{job}").json()["child_job_ids"][1]
    stepped.step(child, to="running")
    assert [client("GET", f"/v0.4/jobs/{one}").json()["status"] for one in (job, child)] == ["started", "started"]
    stepped.step(job)
    assert [client("GET", f"/v0.4/jobs/{one}").json()["status"] for one in (job, child)] == ["completed", "completed"]


def test_a_job_is_failed_with_any_code(stepped: Emulator, client_of: Callable[..., Any], circuit_job: Any) -> None:
    client = client_of(stepped)
    job = submit(client, circuit_job())
    stepped.step(job)
    stepped.fail(job, "QuotaExhaustedError", "the budget is too small")
    failed = client("GET", f"/v0.4/jobs/{job}").json()
    assert failed["failure"] == {"code": "QuotaExhaustedError", "message": "the budget is too small"}
    with pytest.raises(errors.ConfigurationError, match="ended"):
        stepped.fail(job)


def test_a_failure_code_that_the_vendor_does_not_have_is_refused(
    stepped: Emulator, client_of: Callable[..., Any], circuit_job: Any
) -> None:
    client = client_of(stepped)
    v0_3 = {"target": "simulator", "input": circuit_job()["input"]}
    for job in (submit(client, circuit_job()), submit(client, v0_3, "/v0.3")):
        with pytest.raises(errors.ConfigurationError, match=r"SimulationEror(.|\n)*did you mean SimulationError"):
            stepped.fail(job, "SimulationEror")
        assert client("GET", f"/v0.4/jobs/{job}").json()["status"] == "submitted"
    program = {"format": "qasm3", "data": QASM}
    body = {"deviceQrn": "qbraid:qbraid:sim:qir-sv", "shots": 5, "program": program}
    job = client("POST", "/api/v1/jobs", body).json()["data"]["jobQrn"]
    stepped.fail(job, "OUT_OF_IONS", "qBraid publishes no list of codes")
    assert client("GET", f"/api/v1/jobs/{job}").json()["data"]["statusMsg"][:11] == "OUT_OF_IONS"


def test_all_snapshots_have_the_same_failure_codes(stepped: Emulator) -> None:
    """Each shows the jobs of all, so that a job may only fail with what each of them knows."""
    assert len({failure_codes(f"ionq-v0.4@{label}") for label in ("2026-05-15", "2026-10-01")}) == 1


def test_a_canceled_job_is_stepped_no_further(
    stepped: Emulator, client_of: Callable[..., Any], circuit_job: Any
) -> None:
    client = client_of(stepped)
    job = submit(client, circuit_job())
    stepped.step(job, "running")
    assert client("PUT", f"/v0.4/jobs/{job}/status/cancel").status == 200
    with pytest.raises(errors.ConfigurationError, match="canceled"):
        stepped.step(job)
    assert stepped.step() == {}


TIMING = {"simulator": Timing(1, 2, 4), "*": Timing(10, 20, 40)}


@pytest.fixture
def timed() -> Iterator[Emulator]:
    with Emulator(lifecycle="timed", timing=TIMING, clock="virtual", self_check=True) as emulator:
        yield emulator
        assert emulator.violations == ()


def test_time_moves_jobs_at_their_moments(timed: Emulator, client_of: Callable[..., Any], circuit_job: Any) -> None:
    client = client_of(timed)
    job, other = submit(client, circuit_job()), submit(client, circuit_job(backend="qpu.aria-1"))
    begun = timed.clock.now()

    def statuses() -> list[str]:
        return [client("GET", f"/v0.4/jobs/{one}").json()["status"] for one in (job, other)]

    seen = {0.0: statuses()}
    for moment in (0.9, 1.0, 2.9, 3.0, 6.9, 7.0, 30.0, 69.9, 71.0):
        timed.advance(begun + moment - timed.clock.now())
        seen[moment] = statuses()
    assert [pair[0] for pair in seen.values()] == (
        ["submitted"] * 2 + ["ready"] * 2 + ["started"] * 2 + ["completed"] * 4
    )
    assert [seen[moment][1] for moment in (7.0, 30.0, 69.9, 71.0)] == ["submitted", "started", "started", "completed"]
    ended = client("GET", f"/v0.4/jobs/{other}").json()
    moments = [seconds(ended[name]) - begun for name in ("started_at", "completed_at")]
    assert moments == pytest.approx([30, 70], abs=0.002), "not when it was looked at, but when it was due"


def test_one_leap_of_time_ends_all(timed: Emulator, client_of: Callable[..., Any], circuit_job: Any) -> None:
    client = client_of(timed)
    jobs = [submit(client, circuit_job()) for _ in range(20)]
    timed.advance(3600)
    assert {client("GET", f"/v0.4/jobs/{job}").json()["status"] for job in jobs} == {"completed"}
    assert {client("GET", f"/v0.4/jobs/{job}").json()["execution_duration_ms"] for job in jobs} == {4000}


def test_predictions_are_kept(timed: Emulator, client_of: Callable[..., Any], circuit_job: Any) -> None:
    client = client_of(timed)
    job = submit(client, circuit_job())
    shown = client("GET", f"/v0.4/jobs/{job}").json()
    assert (shown["predicted_wait_time_ms"], shown["predicted_execution_duration_ms"]) == (3000, 4000)
    timed.advance(1.5)
    assert client("GET", f"/v0.4/jobs/{job}").json()["predicted_wait_time_ms"] == 1500
    timed.advance(2)
    assert client("GET", f"/v0.4/jobs/{job}").json()["predicted_wait_time_ms"] == 0


def test_held_jobs_stay_and_go_on_when_released(
    timed: Emulator, client_of: Callable[..., Any], circuit_job: Any
) -> None:
    client = client_of(timed)
    held, free = submit(client, circuit_job()), submit(client, circuit_job())
    begun = timed.clock.now()
    timed.hold(held)
    timed.advance(100)
    assert [client("GET", f"/v0.4/jobs/{one}").json()["status"] for one in (held, free)] == ["submitted", "completed"]
    timed.release(held)
    assert client("GET", f"/v0.4/jobs/{held}").json()["status"] == "ready"
    timed.advance(100)
    assert seconds(client("GET", f"/v0.4/jobs/{held}").json()["completed_at"]) - begun == pytest.approx(106, abs=0.01)


def test_what_became_due_while_all_were_held_happens_when_they_are_released(
    timed: Emulator, client_of: Callable[..., Any], circuit_job: Any
) -> None:
    client = client_of(timed)
    job = submit(client, circuit_job())
    begun = timed.clock.now()
    timed.hold()
    timed.advance(100)
    assert client("GET", f"/v0.4/jobs/{job}").json()["status"] == "submitted"
    timed.release()
    timed.advance(100)
    ended = client("GET", f"/v0.4/jobs/{job}").json()
    moments = [seconds(ended[name]) - begun for name in ("started_at", "completed_at")]
    assert moments == pytest.approx([102, 106], abs=0.01)


def test_all_jobs_can_be_held(client_of: Callable[..., Any], circuit_job: Any) -> None:
    with Emulator(self_check=True) as emulator:
        client = client_of(emulator)
        emulator.hold()
        job = submit(client, circuit_job())
        emulator.settle(1)
        assert client("GET", f"/v0.4/jobs/{job}").json()["status"] == "submitted"
        emulator.release()
        assert client.wait(f"/v0.4/jobs/{job}")["status"] == "completed"


def test_one_held_job_lets_the_others_pass(client_of: Callable[..., Any], circuit_job: Any) -> None:
    with Emulator(self_check=True) as emulator:
        client = client_of(emulator)
        emulator.hold()
        first, second = (submit(client, circuit_job()) for _ in range(2))
        emulator.hold(first)
        emulator.release(second)
        assert client("GET", f"/v0.4/jobs/{second}").json()["status"] == "submitted", "all are held still"
        emulator.control.core.conductor.lifecycle.paused = False
        emulator.release(second)
        assert client.wait(f"/v0.4/jobs/{second}")["status"] == "completed"
        emulator.settle(1)
        assert client("GET", f"/v0.4/jobs/{first}").json()["status"] == "submitted"
        assert emulator.step(first, "completed") == "completed"


def test_a_timed_lifecycle_runs_on_the_machines_clock(client_of: Callable[..., Any], circuit_job: Any) -> None:
    with Emulator(lifecycle="timed", timing=Timing(0.1, 0.1, 0.2), self_check=True) as emulator:
        client = client_of(emulator)
        begun = time.monotonic()
        job = client.run("/v0.4", circuit_job())
        assert time.monotonic() - begun > 0.39
        assert job["execution_duration_ms"] >= 200
        assert seconds(job["started_at"]) - seconds(job["submitted_at"]) == pytest.approx(0.2, abs=0.002)
        submit(client, circuit_job())
        emulator.settle(20)
        assert emulator.jobs()[-1]["status"] == "completed"


def test_the_lifecycle_changes_while_jobs_wait(
    stepped: Emulator, client_of: Callable[..., Any], circuit_job: Any
) -> None:
    client = client_of(stepped)
    job = submit(client, circuit_job())
    stepped.step(job)
    stepped.set_lifecycle("timed", Timing(1, 1, 1))
    stepped.advance(2)
    assert client("GET", f"/v0.4/jobs/{job}").json()["status"] == "completed"
    other = submit(client, circuit_job())
    stepped.set_lifecycle("immediate")
    assert client.wait(f"/v0.4/jobs/{other}")["status"] == "completed"


@pytest.mark.parametrize("given", [{"lifecycle": "steped"}, {"lifecycle": "timed", "timing": "x"}])
def test_a_lifecycle_that_does_not_exist_is_refused(given: Any) -> None:
    with pytest.raises(errors.ConfigurationError):
        Emulator(**given)


def test_times_are_refused_that_no_clock_can_show(stepped: Emulator) -> None:
    for wrong in (-1, float("nan"), float("inf")):
        with pytest.raises(errors.ConfigurationError):
            Timing(submitted=wrong)
        with pytest.raises(errors.ConfigurationError):
            stepped.advance(wrong)


def test_time_limits_follow_the_real_clock(client_of: Callable[..., Any], circuit_job: Any) -> None:
    """A virtual hour is not an hour of computing, and a frozen clock does not let a simulation run for ever."""
    layer = [{"gate": "x", "target": q, "control": (q + 7) % 22} for q in range(22)]
    long = [gate for n in range(200) for gate in [*layer, {"gate": "ry", "rotation": 0.1 + n, "target": n % 22}]]
    with Emulator(lifecycle="stepped", time_limit=0.8, self_check=True) as emulator:
        client = client_of(emulator)
        short, endless = submit(client, circuit_job()), submit(client, circuit_job(long, qubits=22))
        emulator.step(short, "running")
        emulator.advance(100_000)
        assert emulator.step(short) == "completed"
        assert emulator.step(endless, "completed") == "failed"
        assert client("GET", f"/v0.4/jobs/{endless}").json()["failure"]["code"] == "SimulationTimeout"
