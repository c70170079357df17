"""Cancel and delete: what was answered about which job."""

from __future__ import annotations

import pytest
from apis.asking import ask, said
from apis.cases import CHILD_1, IONQ_V04, JOB, OCTOBER, QBRAID, QRN, V03, Case
from qcontract.errors import ConflictError
from qcontract.model.job import Acknowledgement
from qcontract.model.status import JobStatus

SERVER_ERROR = said({"message": "try again"}, 503)


def test_one_job_is_canceled(case: Case):
    outcome = ask(case, lambda client: client.jobs.cancel(case.job_id), said(case.canceled, case.cancel_status))
    status = JobStatus.CANCELING if case is QBRAID else JobStatus.CANCELED
    word = "CANCELLING" if case is QBRAID else "canceled"
    assert outcome.value == (Acknowledgement(case.job_id, status, word),)


def test_one_job_is_deleted(case: Case):
    outcome = ask(case, lambda client: client.jobs.delete(case.job_id), said(case.deleted))
    word = None if case is QBRAID else "deleted"
    assert outcome.value == (Acknowledgement(case.job_id, JobStatus.DELETED, word),)
    assert outcome.requests[0].method == "DELETE"


@pytest.mark.parametrize("case", IONQ_V04, ids=str)
def test_v0_4_ends_several_jobs_with_one_request(case: Case):
    both = [JOB, CHILD_1]
    for door, word, calls in (
        ("cancel", "canceled", [("PUT", "/v0.4/jobs/status/cancel")]),
        ("delete", "deleted", [("DELETE", "/v0.4/jobs")]),
    ):
        answer = said({"ids": both, "status": word})
        outcome = ask(case, lambda client, door=door: getattr(client.jobs, door)(*both), answer)
        assert [(asked.method, asked.path) for asked in outcome.requests] == calls
        assert outcome.requests[0].json == {"ids": both}
        assert outcome.value == tuple(Acknowledgement(job, JobStatus(word), word) for job in both)


def test_a_job_that_the_answer_does_not_name_is_not_acknowledged():
    answer = said({"ids": [CHILD_1], "status": "canceled"})
    first, second = ask(OCTOBER, lambda client: client.jobs.cancel(JOB, CHILD_1), answer).value
    assert second == Acknowledgement(CHILD_1, JobStatus.CANCELED, "canceled")
    assert (first.id, first.status, first.service_status) == (JOB, JobStatus.UNKNOWN, None)
    assert first.refused


@pytest.mark.parametrize("case", [V03, QBRAID], ids=str)
def test_other_apis_end_jobs_one_by_one(case: Case):
    other = case.job_id[:-1] + "9"
    answer = said(case.deleted)
    outcome = ask(case, lambda client: client.jobs.delete(case.job_id, other), answer, answer)
    assert [ack.id for ack in outcome.value] == [case.job_id, other]
    assert [asked.path.rpartition("/")[2].replace("%3A", ":") for asked in outcome.requests] == [case.job_id, other]


def test_a_conflict_is_an_error():
    live = {"success": False, "message": "not now", "error": {"code": "JOB_CANCEL_CONFLICT", "message": "not now"}}
    outcome = ask(QBRAID, lambda client: client.jobs.cancel(QRN), said(live, 409))
    assert "not now" in str(outcome.expect(ConflictError))
    assert len(outcome.requests) == 1


@pytest.mark.parametrize("status", [404, 409])
def test_what_a_lost_attempt_may_have_done_counts_as_done(case: Case, status):
    gone = said({"message": "no such job"}, status)
    for door, done in (("delete", JobStatus.DELETED), ("cancel", None)):
        outcome = ask(case, lambda client, door=door: getattr(client.jobs, door)(case.job_id), SERVER_ERROR, gone)
        expected = done or (JobStatus.CANCELING if case is QBRAID else JobStatus.CANCELED)
        assert outcome.value == (Acknowledgement(case.job_id, expected),)


def test_a_deletion_that_answers_a_failed_envelope_is_an_error():
    outcome = ask(QBRAID, lambda client: client.jobs.delete(QRN), said({"success": False, "message": "not yours"}))
    assert "not yours" in str(outcome.error)
