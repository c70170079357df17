"""Circuits that leave a job of several before it ends: the others keep their own results, and it shows theirs only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract.emulator import Emulator, Timing

STAYING = {"submitted": 10, "ready": 10, "running": 10}


@pytest.fixture(scope="module", params=["immediate", "timed", "stepped"])
def started(request: pytest.FixtureRequest) -> Iterator[Emulator]:
    timing = Timing(**STAYING) if request.param == "timed" else None
    clock = "virtual" if request.param == "timed" else None
    with Emulator(lifecycle=request.param, timing=timing, clock=clock, seed=5, self_check=True) as one:
        yield one
        assert one.violations == ()


@pytest.fixture
def emulator(started: Emulator) -> Emulator:
    assert started.violations == ()
    started.reset()
    return started


@pytest.fixture
def client(emulator: Emulator, client_of: Callable[..., Any]) -> Any:
    return client_of(emulator)


def circuits(number: int = 3) -> list[dict[str, Any]]:
    """Return circuits that differ in result and in size: the first has one gate, the next two."""
    return [
        {"name": f"c{i}", "circuit": [{"gate": "x", "target": i}, *[{"gate": "z", "target": 0}] * i]}
        for i in range(number)
    ]


@pytest.fixture
def waiting(emulator: Emulator, client: Any) -> Callable[..., tuple[str, list[str]]]:
    """Submit a job of several circuits that does not move yet, and return its id and those of its circuits."""

    def submit(mount: str = "/v0.4", backend: str = "simulator", **more: Any) -> tuple[str, list[str]]:
        emulator.hold()
        input_ = {"gateset": "qis", "qubits": 3, "circuits": circuits()}
        named = {"target": backend} if "0.3" in mount else {"type": "ionq.multi-circuit.v1", "backend": backend}
        created = client("POST", f"{mount}/jobs", {**named, "shots": 100, "input": input_, **more})
        assert created.status in (200, 201), created.body
        job = created.json()["id"]
        shown = client("GET", f"{mount}/jobs/{job}").json()
        return job, shown["children" if "0.3" in mount else "child_job_ids"]

    return submit


def run(emulator: Emulator, job: str, state: str = "completed") -> None:
    """Bring a job that was held into a state, in the way of the lifecycle."""
    mode = emulator.control.state()["lifecycle"]["mode"]
    if mode == "stepped":
        emulator.step(job, to=state)
        return
    emulator.release()
    if mode == "timed":
        emulator.advance(25 if state == "running" else 40)
    emulator.settle()


def start(emulator: Emulator, job: str) -> None:
    """Bring a job to run, where the lifecycle lets that be seen."""
    if emulator.control.state()["lifecycle"]["mode"] != "immediate":
        run(emulator, job, "running")


def aggregate(client: Any, job: str) -> dict[str, Any]:
    url = client("GET", f"/v0.4/jobs/{job}").json()["results"]["probabilities"]["url"]
    found: dict[str, Any] = client("GET", url).json()
    return found


def status(client: Any, *jobs: str) -> list[str]:
    return [client("GET", f"/v0.4/jobs/{job}").json()["status"] for job in jobs]


@pytest.mark.parametrize("running", [False, True])
@pytest.mark.parametrize("gone", [0, 1, 2])
def test_deleting_a_circuit_leaves_the_others_their_own_results(
    emulator: Emulator, client: Any, waiting: Callable[..., Any], gone: int, running: bool
) -> None:
    job, children = waiting()
    if running:
        start(emulator, job)
    assert client("DELETE", f"/v0.4/jobs/{children[gone]}").status == 200
    run(emulator, job)
    left = {child: number for number, child in enumerate(children) if number != gone}
    for child, number in left.items():
        assert client("GET", f"/v0.4/jobs/{child}/results/probabilities").json() == {str(1 << number): 1}
        assert client("GET", f"/v0.4/jobs/{child}").json()["stats"]["gate_counts"] == {"1q": number + 1, "2q": 0}
    whole = client("GET", f"/v0.4/jobs/{job}").json()
    assert whole["child_job_ids"] == [*left]
    assert aggregate(client, job) == {child: {str(1 << number): 1} for child, number in left.items()}
    gates = {"1q": sum(number + 1 for number in left.values()), "2q": 0}
    assert whole["stats"] == {"qubits": 3, "circuits": 2, "gate_counts": gates}


def test_compiled_circuits_stay_with_their_jobs(emulator: Emulator, client: Any, waiting: Callable[..., Any]) -> None:
    job, children = waiting(backend="qpu.forte-enterprise-1")
    client("DELETE", f"/v0.4/jobs/{children[0]}")
    run(emulator, job)
    for number in (1, 2):
        shown = client("GET", f"/v0.4/jobs/{children[number]}").json()
        file = shown["output"]["compilation"]["compiled_circuits"]["ionq.native.v1"]["id"]
        native = client("GET", f"/v0.4/jobs/{children[number]}/artifacts/{file}").json()
        turned = {gate["target"] for gate in native["circuit"] if gate["gate"] in ("gpi", "gpi2")}
        assert number in turned
        assert client("GET", f"/v0.4/jobs/{children[number]}/results/probabilities").json() == {str(1 << number): 1}


@pytest.mark.parametrize("how", ["cancel", "bulk", "move"])
@pytest.mark.parametrize("running", [False, True])
def test_a_cancelled_circuit_stays_cancelled(
    emulator: Emulator, client: Any, waiting: Callable[..., Any], how: str, running: bool
) -> None:
    job, children = waiting()
    if running:
        start(emulator, job)
    answer = {
        "cancel": lambda: client("PUT", f"/v0.4/jobs/{children[1]}/status/cancel"),
        "bulk": lambda: client("PUT", "/v0.4/jobs/status/cancel", {"ids": [children[1]]}),
        "move": lambda: client("POST", f"/v0.4/jobs/{children[1]}/move", {}),
    }[how]()
    assert answer.status in (200, 201)
    run(emulator, job)
    assert status(client, job, *children) == ["completed", "completed", "canceled", "completed"]
    canceled = client("GET", f"/v0.4/jobs/{children[1]}").json()
    assert (canceled["results"], canceled["stats"]) == (None, {})
    assert client("GET", f"/v0.4/jobs/{children[1]}/results/probabilities").status == 404
    assert aggregate(client, job) == {children[0]: {"1": 1}, children[2]: {"4": 1}}
    whole = client("GET", f"/v0.4/jobs/{job}").json()
    assert whole["child_job_ids"] == children
    assert whole["stats"] == {"qubits": 3, "circuits": 2, "gate_counts": {"1q": 4, "2q": 0}}


@pytest.mark.parametrize("how", ["cancel", "bulk", "delete"])
def test_a_job_without_a_circuit_that_is_left_to_run_is_cancelled(
    emulator: Emulator, client: Any, waiting: Callable[..., Any], how: str
) -> None:
    job, children = waiting()
    if how == "bulk":
        client("PUT", "/v0.4/jobs/status/cancel", {"ids": children})
    for child in children if how != "bulk" else ():
        assert status(client, job) == ["submitted"]
        target = f"/v0.4/jobs/{child}"
        (client("PUT", f"{target}/status/cancel") if how == "cancel" else client("DELETE", target))
    assert status(client, job) == ["canceled"]
    emulator.release()
    emulator.settle()
    whole = client("GET", f"/v0.4/jobs/{job}").json()
    assert (whole["status"], whole["results"], whole["stats"]) == ("canceled", None, {})
    assert whole["child_job_ids"] == (None if how == "delete" else children)
    assert client("GET", f"/v0.4/jobs/{job}/results/probabilities").status == 404


def test_circuits_deleted_after_the_end_are_in_no_result(
    emulator: Emulator, client: Any, waiting: Callable[..., Any]
) -> None:
    job, children = waiting()
    run(emulator, job)
    for number, child in enumerate(children):
        client("DELETE", f"/v0.4/jobs/{child}")
        assert [*aggregate(client, job)] == children[number + 1 :]
    whole = client("GET", f"/v0.4/jobs/{job}").json()
    assert (whole["status"], whole["stats"]["circuits"], whole["stats"]["gate_counts"]["1q"]) == ("completed", 3, 6)


def test_a_circuit_that_fails_does_not_fail_the_job_it_left(
    emulator: Emulator, client: Any, waiting: Callable[..., Any]
) -> None:
    bad = [*circuits(2), {"circuit": [{"gate": "nothing", "target": 0}]}]
    wrong = {"gateset": "qis", "qubits": 3, "circuits": [bad[2], *bad[:2]]}
    job, children = waiting(input=wrong)
    client("DELETE", f"/v0.4/jobs/{children[0]}")
    run(emulator, job)
    assert status(client, job, *children[1:]) == ["completed"] * 3
    job, children = waiting(input={**wrong, "circuits": bad})
    client("DELETE", f"/v0.4/jobs/{children[0]}")
    run(emulator, job)
    failed = client("GET", f"/v0.4/jobs/{job}").json()["failure"]
    assert (failed["code"], failed["message"][:9]) == ("UnsupportedGate", "circuit 2")


def test_v0_3_shows_the_circuits_that_are_left(emulator: Emulator, client: Any, waiting: Callable[..., Any]) -> None:
    job, children = waiting("/v0.3")
    client("DELETE", f"/v0.3/jobs/{children[0]}")
    client("PUT", f"/v0.3/jobs/{children[2]}/status/cancel")
    run(emulator, job)
    assert client("GET", f"/v0.3/jobs/{job}/results").json() == {children[1]: {"2": 1}}
    shown = client("GET", f"/v0.3/jobs/{job}").json()
    assert (shown["status"], shown["circuits"], shown["children"]) == ("completed", 1, children[1:])
    assert client("GET", f"/v0.3/jobs/{children[2]}").json()["status"] == "canceled"
    client("DELETE", f"/v0.3/jobs/{children[1]}")
    assert client("GET", f"/v0.3/jobs/{job}/results").status == 404


def test_a_circuit_cancelled_in_a_job_that_is_killed_stays_so(tmp_path: Any, client_of: Callable[..., Any]) -> None:
    with Emulator(db=tmp_path / "jobs.sqlite", lifecycle="stepped") as first:
        input_ = {"gateset": "qis", "qubits": 3, "circuits": circuits()}
        body = {"type": "ionq.multi-circuit.v1", "backend": "simulator", "input": input_}
        job = client_of(first)("POST", "/v0.4/jobs", body).json()["id"]
        children = client_of(first)("GET", f"/v0.4/jobs/{job}").json()["child_job_ids"]
        client_of(first)("PUT", f"/v0.4/jobs/{children[0]}/status/cancel")
        client_of(first)("DELETE", f"/v0.4/jobs/{children[1]}")
    with Emulator(db=tmp_path / "jobs.sqlite", lifecycle="stepped") as second:
        second.step(job, to="completed")
        assert status(client_of(second), job, children[0], children[2]) == ["completed", "canceled", "completed"]
        assert aggregate(client_of(second), job) == {children[2]: {"4": 1}}


@pytest.fixture(scope="module")
def stepped() -> Iterator[Emulator]:
    with Emulator(lifecycle="stepped", self_check=True) as one:
        yield one
        assert one.violations == ()


EVENTS = st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["cancel", "delete", "step"])), max_size=8)


@given(EVENTS)
@settings(max_examples=30, derandomize=True, deadline=None)
def test_whoever_leaves_in_whatever_order_the_others_end_as_if_alone(
    stepped: Emulator, client_of: Callable[..., Any], events: list[tuple[int, str]]
) -> None:
    client = client_of(stepped)
    four = {"gateset": "qis", "qubits": 4, "circuits": circuits(4)}
    sent = {"type": "ionq.multi-circuit.v1", "backend": "simulator", "input": four}
    job = client("POST", "/v0.4/jobs", sent).json()["id"]
    children = client("GET", f"/v0.4/jobs/{job}").json()["child_job_ids"]
    canceled, gone = set[int](), set[int]()
    for number, event in events:
        if event == "step":
            if status(client, job) in (["submitted"], ["ready"]):
                stepped.step(job)
        elif event == "cancel" and number not in gone:
            client("PUT", f"/v0.4/jobs/{children[number]}/status/cancel")
            canceled.add(number)
        elif event == "delete":
            client("DELETE", f"/v0.4/jobs/{children[number]}")
            gone.add(number)
    left = [number for number in range(4) if number not in canceled | gone]
    if left:
        assert stepped.step(job, to="completed") == "completed"
        assert aggregate(client, job) == {children[number]: {str(1 << number): 1} for number in left}
    assert status(client, job) == ["completed" if left else "canceled"]
    for number in range(4):
        shown = client("GET", f"/v0.4/jobs/{children[number]}")
        if number in gone:
            assert shown.status == 404
        else:
            assert shown.json()["status"] == ("canceled" if number in canceled else "completed")
            assert (shown.json()["results"] is None) == (number in canceled)
