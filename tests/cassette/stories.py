"""What programs do with the wrapper, as stories; each checks what it sees, and returns it to be compared."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
from attrs import frozen
from cassette.playing import Stage
from qcontract import Batch, Circuit
from qcontract.errors import (
    AuthenticationError,
    InvalidRequestError,
    JobCanceled,
    JobFailed,
    NotFoundError,
    RateLimitError,
    ServerError,
    SpendingRefused,
    WaitTimeout,
)
from qcontract.flow.wait import Pace

CIRCUIT = Circuit(3).x(0).ry(math.pi / 3, 2)
SHOTS = 400
NOBODY = "00000000-0000-4000-8000-000000000000"

Story = Callable[[Stage], Any]

PRICED = {"ionq-v0.3": "qpu.aria-1", "ionq-v0.4": "qpu.forte-1", "qbraid-v2": "aws:iqm:qpu:garnet"}


def api(stage: Stage) -> str:
    return stage.contract.partition("@")[0]


def finished(stage: Stage, program: Any = CIRCUIT, **options: Any) -> Any:
    """Submit, and let the service run it to its end."""
    job = stage.call("jobs.submit", program, shots=SHOTS, **options)
    stage.act(lambda emulator: emulator.step(job.id, "completed"))
    return job


def asymmetric(stage: Stage) -> Any:
    done = stage.call("jobs.wait", finished(stage, name="asymmetric"))
    result = stage.call("jobs.result", done)
    assert (done.origin, result.origin, result.contract) == ("emulator", "emulator", stage.contract)
    exact = stage.contract.startswith("ionq")
    tolerance = 1e-9 if exact else 5 * math.sqrt(0.75 * 0.25 / SHOTS)
    assert result.probabilities == pytest.approx({1: 0.75, 5: 0.25}, abs=tolerance)
    assert exact or sum(result.counts.values()) == SHOTS
    return done, result


def polling(stage: Stage) -> Any:
    """A job that goes through every state while somebody waits for it, who does not trust the predictions."""
    stage.act(lambda emulator: emulator.set_lifecycle("timed"))
    job = stage.call("jobs.submit", CIRCUIT, shots=SHOTS)
    done = stage.call("jobs.wait", job, pace=Pace(trust=0))
    seen = [event.status for event in stage.events if hasattr(event, "looks")]
    assert seen[-1] == "completed"
    assert {"submitted", "queued", "running"} & {*seen}
    assert len(seen) > 2
    return done, seen, stage.clock.sleeps


def pages(stage: Stage) -> Any:
    """A list of several pages, read on and resumed in its middle."""
    jobs = [stage.call("jobs.submit", CIRCUIT, shots=SHOTS, token=f"{number:032}") for number in range(5)]
    found = stage.call("jobs.pages", page_size=2)
    assert [len(page.items) for page in found] == [2, 2, 1]
    assert {job.id for page in found for job in page.items} == {job.id for job in jobs}
    rest = stage.call("jobs.pages", found[0].cursor, page_size=2)
    assert rest == found[1:]
    return found


def several_circuits(stage: Stage) -> Any:
    job = finished(stage, Batch((CIRCUIT, Circuit(3).x(1))))
    done = stage.call("jobs.wait", job)
    result = stage.call("jobs.result", done)
    first, second = (circuit.probabilities for circuit in result.circuits)
    assert first == pytest.approx({1: 0.75, 5: 0.25}, abs=1e-9)
    assert second == pytest.approx({2: 1.0}, abs=1e-9)
    children = [stage.call("jobs.get", child) for child in done.children]
    assert [child.status for child in children] == ["completed"] * 2
    return done, result, children


def failed(stage: Stage) -> Any:
    job = stage.call("jobs.submit", CIRCUIT, shots=SHOTS)
    stage.act(lambda emulator: emulator.fail(job.id, "SimulationError", "it was asked to fail"))
    error = stage.call("jobs.wait", job)
    assert isinstance(error, JobFailed)
    assert error.job.status == "failed"
    return str(error), error.job


def canceled(stage: Stage) -> Any:
    job = stage.call("jobs.submit", CIRCUIT, shots=SHOTS)
    stage.act(lambda emulator: emulator.step(job.id, "ready"))
    acknowledged = stage.call("jobs.cancel", job)
    stage.act(lambda emulator: emulator.set_lifecycle("immediate"))
    stage.act(lambda emulator: emulator.settle())
    error = stage.call("jobs.wait", job)
    assert isinstance(error, JobCanceled)
    return acknowledged, str(error), error.job


def deleted(stage: Stage) -> Any:
    job = finished(stage)
    acknowledged = stage.call("jobs.delete", job)
    error = stage.call("jobs.get", job)
    assert isinstance(error, NotFoundError)
    return acknowledged, str(error)


def waits_as_asked(stage: Stage) -> Any:
    """Refusals that name a pause, in both forms of Retry-After: the request is repeated then and not before."""
    stage.act(lambda emulator: emulator.fault("rate-limit", retry_after=7, times=1))
    job = finished(stage)
    stage.act(lambda emulator: emulator.fault("rate-limit", retry_after=11, form="date", times=1))
    seen = stage.call("jobs.get", job)
    assert seen.id == job.id
    assert stage.clock.sleeps == [7.0, 11.0]
    return job, seen


def patience_ends(stage: Stage) -> Any:
    """A service that stays busy: after so many attempts that is the answer."""
    stage.act(lambda emulator: emulator.fault("rate-limit", retry_after=2))
    error = stage.call("backends.list")
    assert isinstance(error, RateLimitError)
    assert (error.retry_after, stage.clock.sleeps) == (2.0, [2.0] * 3)
    return str(error)


def outage(stage: Stage) -> Any:
    """A service that is away for some requests, while a wait goes on."""
    job = finished(stage)
    stage.act(lambda emulator: emulator.fault("status", status=503, times=3))
    done = stage.call("jobs.wait", job)
    seen = [event.status for event in stage.events if hasattr(event, "looks")]
    assert (done.status, seen) == ("completed", ["unreachable"] * 3 + ["completed"])
    stage.act(lambda emulator: emulator.fault("html", status=502))
    error = stage.call("jobs.get", job)
    assert isinstance(error, ServerError)
    return done, str(error), stage.clock.sleeps


def overdue(stage: Stage) -> Any:
    job = stage.call("jobs.submit", CIRCUIT, shots=SHOTS)
    error = stage.call("jobs.wait", job, timeout=30)
    assert isinstance(error, WaitTimeout)
    assert stage.clock.elapsed == pytest.approx(30)
    return str(error)


def costs(stage: Stage) -> Any:
    """A priced backend: refused without a limit, estimated with one, refused above it and taken below."""
    backend = PRICED[api(stage)]
    silent = stage.call("jobs.submit", CIRCUIT, shots=SHOTS, backend=backend)
    small = stage.call("jobs.submit", CIRCUIT, shots=SHOTS, backend=backend, max_cost="0.01", token="0" * 32)
    enough = stage.call("jobs.submit", CIRCUIT, shots=SHOTS, backend=backend, max_cost=math.inf, token="1" * 32)
    assert isinstance(silent, SpendingRefused)
    assert isinstance(small, SpendingRefused)
    assert enough.backend == backend
    return str(silent), str(small), enough


def backends(stage: Stage) -> Any:
    found = stage.call("backends.list")
    one = stage.call("backends.get", PRICED[api(stage)])
    assert one.name in [backend.name for backend in found]
    return found, one


def nobody(stage: Stage) -> Any:
    error = stage.call("jobs.get", NOBODY)
    assert isinstance(error, NotFoundError)
    return str(error)


def unknown_key(stage: Stage) -> Any:
    stage.act(lambda emulator: emulator.revoke_key("cassette-key"))
    error = stage.call("jobs.pages")
    assert isinstance(error, AuthenticationError)
    return str(error)


def too_many_shots(stage: Stage) -> Any:
    error = stage.call("jobs.submit", CIRCUIT, shots=2_000_000_000)
    assert isinstance(error, InvalidRequestError)
    return str(error)


def name_of(story: Story) -> str:
    """What the cassettes of a story are called."""
    return story.__name__.replace("_", "-")


@frozen
class Tale:
    """A story and the name of its cassettes; without a contract for which it cannot be told."""

    tell: Story
    without: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return name_of(self.tell)


TALES = (
    Tale(asymmetric),
    Tale(polling),
    Tale(pages),
    Tale(several_circuits, without=("qbraid-v2",)),
    Tale(failed),
    Tale(canceled),
    Tale(deleted),
    Tale(waits_as_asked),
    Tale(patience_ends),
    Tale(outage),
    Tale(overdue),
    Tale(costs),
    Tale(backends),
    Tale(nobody),
    Tale(unknown_key),
    Tale(too_many_shots),
)
