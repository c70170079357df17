"""The wrapper against every answer that its contract allows, and against drift planted in it, sync and async alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from apis.asking import Outcome, ask, said
from apis.cases import CASES, QBRAID, Case
from attrs import frozen
from contract.answers import Success, bounded, successes
from contract.places import allows, kinds, places
from contract.test_client_drifts import drifted
from hypothesis import assume, given
from hypothesis import strategies as st
from qcontract.errors import QContractError, ResponseShapeError

Use = Callable[[Any, str], Any]


@frozen
class Door:
    """A method of the clients that asks one operation."""

    name: str
    use: Use
    operations: tuple[str, ...]

    def success(self, case: Case) -> Success:
        return next(one for one in successes(case.contract) if one.operation in self.operations)


DOORS = (
    Door("get", lambda client, job: client.jobs.get(job), ("getJob", "GetJob", "get_job_jobs__job_qrn__get")),
    Door("list", lambda client, _: client.jobs.pages(), ("getJobs", "GetJobs", "get_all_jobs_jobs_get")),
    Door("backends", lambda client, _: client.backends.list(), ("getBackends", "get_all_devices_devices_get")),
)
PAIRS = [(case, door) for case in CASES for door in DOORS]
NAMES = [f"{case} {door.name}" for case, door in PAIRS]


def drawn(data: st.DataObject, case: Case, door: Door) -> Any:
    """A body that the contract allows, of the job that is asked for: another one would be refused for its id."""
    body = data.draw(door.success(case).strategy)
    if door.name == "get":
        job, name = (body.get("data"), "jobQrn") if case is QBRAID else (body, "id")
        if isinstance(job, dict) and name in job:
            job[name] = case.job_id
    return body


def asked(case: Case, door: Door, body: Any) -> Outcome:
    return ask(case, lambda client: first(door.use(client, case.job_id)), said(body, door.success(case).status))


def first(found: Any) -> Any:
    """The first page of several: an answer that names a next page has been read when that is asked for."""
    if hasattr(found, "__anext__"):
        return anext(found)
    return next(found) if hasattr(found, "__next__") else found


@pytest.mark.parametrize(("case", "door"), PAIRS, ids=NAMES)
def test_an_allowed_answer_is_read_or_refused_by_name(case: Case, door: Door) -> None:
    """A contract allows more than can be used, such as a job without an id; that is said and never a traceback."""

    @bounded
    @given(st.data())
    def reads(data: st.DataObject) -> None:
        outcome = asked(case, door, drawn(data, case, door))
        if outcome.error is None:
            assert {kind for kind, _, _ in outcome.drift} <= {"field"}
        else:
            named(case, outcome.error)

    reads()


@pytest.mark.parametrize(("case", "door"), PAIRS, ids=NAMES)
def test_planted_drift_is_an_event_or_an_error(case: Case, door: Door) -> None:
    success = door.success(case)

    @bounded
    @given(st.data())
    def speaks(data: st.DataObject) -> None:
        body = drawn(data, case, door)
        assume(asked(case, door, body).error is None)
        found = [(place, kind) for place in places(case.contract, success.schema, body) for kind in kinds(place)]
        assume(found)
        place, kind = data.draw(st.sampled_from(found))
        news = drifted(body, place, kind)
        assume(kind == "new field" or not allows(case.contract, success.schema, news))
        before, after = asked(case, door, body), asked(case, door, news)
        if after.error is None:
            assert len(after.drift) > len(before.drift) or {*map(repr, after.drift)} - {*map(repr, before.drift)}
        else:
            named(case, after.error)

    speaks()


def named(case: Case, error: Exception) -> None:
    """The error is ours, and says which operation, member and request it speaks of."""
    assert isinstance(error, QContractError), repr(error)
    if isinstance(error, ResponseShapeError):
        assert case.contract in str(error.operation)
        assert error.request_id == "req-7"
        assert error.body
