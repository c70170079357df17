"""What a contract does not know stays readable and gives exactly one event with its place; clean answers give none."""

from __future__ import annotations

import math

import pytest
from apis.asking import ask, said
from apis.cases import CHILD_1, CHILD_2, IONQ_V04, JOB, MAY, OCTOBER, QBRAID, V03, Case
from apis.pointing import changed, found
from qcontract.model.circuit import Circuit
from qcontract.model.status import JobStatus
from qcontract_api.runtime import UnknownVariant

CIRCUIT = Circuit(3).x(0)
ENUMS = [
    (V03, "/status", "paused"),
    (V03, "/target", "qpu.tempo-1"),
    (V03, "/noise/model", "tempo-1"),
    (V03, "/cost_model", "QCT"),
    (MAY, "/status", "paused"),
    (MAY, "/noise/model", "tempo-1"),
    (MAY, "/failure/code", "LaserOff"),
    (MAY, "/cost_model", "QCT"),
    (OCTOBER, "/status", "paused"),
    (OCTOBER, "/failure/code", "LaserOff"),
    (OCTOBER, "/cost_model", "quantum_compute_time"),
    (QBRAID, "/status", "PAUSED"),
    (QBRAID, "/experimentType", "photonic"),
]
FIELDS = [
    (V03, "/priority"),
    (V03, "/failure/detail"),
    (V03, "/gate_counts/3q"),
    (V03, "/a~1b~0c"),
    (MAY, "/priority"),
    (MAY, "/stats/joules"),
    (OCTOBER, "/priority"),
    (OCTOBER, "/stats/joules"),
    (OCTOBER, "/failure/detail"),
    (OCTOBER, "/results/ionq.result.probabilities.json.v1/checksum"),
    (OCTOBER, "/a~1b~0c"),
    (QBRAID, "/priority"),
    (QBRAID, "/timeStamps/startedAt"),
    (QBRAID, "/device/region"),
]
TYPES = [
    (V03, "/qubits", "3"),
    (V03, "/cost_usd", "0.1"),
    (V03, "/execution_time", 7.5),
    (V03, "/name", None),
    (V03, "/shots", [500]),
    (MAY, "/dry_run", "false"),
    (MAY, "/stats/qubits", "3"),
    (OCTOBER, "/shots", "500"),
    (OCTOBER, "/shots", None),
    (OCTOBER, "/backend", None),
    (OCTOBER, "/dry_run", 0),
    (OCTOBER, "/predicted_wait_time_ms", "60000"),
    (OCTOBER, "/execution_duration_ms", math.inf),
    (OCTOBER, "/stats/kwh", math.nan),
    (QBRAID, "/shots", "500"),
    (QBRAID, "/cost", "0.1"),
    (QBRAID, "/cost", -math.inf),
    (QBRAID, "/numCircuits", None),
    (QBRAID, "/queuePosition", True),
]
PLACES = [
    *((case, "enum", pointer, value) for case, pointer, value in ENUMS),
    *((case, "field", pointer, {"deep": [1]}) for case, pointer in FIELDS),
    *((case, "type", pointer, value) for case, pointer, value in TYPES),
]
NAMES = [f"{case}{pointer}={value!r:.12}" for case, _, pointer, value in PLACES]


@pytest.mark.parametrize(("case", "kind", "pointer", "value"), PLACES, ids=NAMES)
def test_news_in_a_job_is_kept_and_told_once(case: Case, kind, pointer, value):
    payload = changed(case.job(), pointer, value)
    outcome = ask(case, lambda client: client.jobs.get(case.job_id), said(case.wrap(payload)))
    assert outcome.error is None
    [(got, path, news)] = outcome.drift
    assert (got, path) == (kind, case.at + pointer)
    assert news == value or value != value  # NaN differs from itself
    assert repr(found(outcome.value.raw, pointer)) == repr(value)


@pytest.mark.parametrize(("case", "kind", "pointer", "value"), PLACES, ids=NAMES)
def test_news_in_one_job_of_a_page_leaves_the_others_alone(case: Case, kind, pointer, value):
    if pointer.startswith(("/stats", "/results")) and case in IONQ_V04:
        return  # lists of v0.4 describe these as free objects
    payload = _listed(case)
    if pointer == "/cost_model" and case is OCTOBER:
        value = "by_weight"  # in lists the older vocabulary is still the documented one
    jobs = [payload, changed(payload, pointer, value), payload]
    outcome = ask(case, lambda client: client.jobs.list(), said(case.page(jobs)))
    assert len(outcome.value) == 3
    assert outcome.value[0] == outcome.value[2]
    [(got, path, _)] = outcome.drift
    assert (got, path) == (kind, f"{case.list_at}/1{pointer}")
    assert repr(found(outcome.value[1].raw, pointer)) == repr(value)


def test_an_unknown_status_is_no_end_and_keeps_the_services_word(case: Case):
    outcome = ask(case, lambda client: client.jobs.get(case.job_id), said(case.one(status="paused")))
    job = outcome.value
    assert (job.status, job.service_status) == (JobStatus.UNKNOWN, "paused")
    assert not job.status.is_terminal
    assert job.generated.status == "paused"
    assert not job.generated.status.is_known
    [event] = outcome.events
    known = {"ionq-v0.3": "getJob", "ionq-v0.4": "GetJob", "qbraid-v2": "get_job_jobs__job_qrn__get"}
    assert event.operation == f"{case.contract} {known[case.api]}"


def test_an_unknown_kind_of_job_is_kept_as_raw_json():
    payload = OCTOBER.job(type="ionq.analog.v1", status="paused")
    outcome = ask(OCTOBER, lambda client: client.jobs.get(JOB), said(payload))
    assert outcome.drift == [("variant", "", payload)]
    job = outcome.value
    assert isinstance(job.generated, UnknownVariant)
    assert job.raw == job.generated == payload
    assert (job.id, job.service_status, job.backend, job.qubits) == (JOB, "paused", "qpu.forte-1", 3)


def test_a_receipt_of_no_known_kind_is_kept_as_raw_json():
    outcome = ask(
        QBRAID, lambda client: client.jobs.submit(CIRCUIT), said(QBRAID.wrap({"jobQrn": QBRAID.job_id, "ok": 1}), 201)
    )
    assert outcome.drift == [("variant", "/data", {"jobQrn": QBRAID.job_id, "ok": 1})]
    assert outcome.value.id == QBRAID.job_id


def test_declared_free_members_are_no_news():
    for case, pointer in ((OCTOBER, "/output/brand_new"), (OCTOBER, "/metadata/k"), (QBRAID, "/runtimeOptions/k")):
        payload = changed(case.job(), pointer, "free")
        assert ask(case, lambda client: client.jobs.get(JOB), said(case.wrap(payload))).drift == []


def test_several_news_are_told_one_by_one(case: Case):
    payload = case.job(status="paused", priority=1, shots="500")
    outcome = ask(case, lambda client: client.jobs.get(case.job_id), said(case.wrap(payload)))
    assert sorted(outcome.drift) == [
        ("enum", f"{case.at}/status", "paused"),
        ("field", f"{case.at}/priority", 1),
        ("type", f"{case.at}/shots", "500"),
    ]


def test_a_page_may_have_further_members(case: Case):
    page = {**case.page([_listed(case)]), "total_pages": 7}
    outcome = ask(case, lambda client: client.jobs.list(), said(page))
    assert outcome.drift == [("field", "/total_pages", 7)]
    assert len(outcome.value) == 1


def test_every_page_tells_its_own_news():
    pages = [said(V03.page([V03.job(priority=1)], "n")), said(V03.page([V03.job(priority=2)]))]
    outcome = ask(V03, lambda client: client.jobs.list(), *pages)
    assert outcome.drift == [("field", "/jobs/0/priority", 1), ("field", "/jobs/0/priority", 2)]


def test_news_outside_jobs():
    backend = {**V03.backends[0], "status": "melted", "location": "attic"}
    outcome = ask(V03, lambda client: client.backends.list(), said([V03.backends[0], backend]))
    assert outcome.drift == [("enum", "/1/status", "melted"), ("field", "/1/location", "attic")]
    assert outcome.value[1].status == "melted"

    device = changed(QBRAID.backend, "/data/status", "MELTED")
    outcome = ask(QBRAID, lambda client: client.backends.get("x"), said(device))
    assert outcome.drift == [("enum", "/data/status", "MELTED")]

    for case in (*IONQ_V04, V03):
        outcome = ask(case, lambda client: client.jobs.delete(JOB), said({"id": JOB, "status": "buried"}))
        assert outcome.drift == [("enum", "/status", "buried")]
        assert (outcome.value[0].status, outcome.value[0].service_status) == (JobStatus.UNKNOWN, "buried")


def test_a_receipt_may_tell_news(case: Case):
    receipt = changed(case.receipt, f"{case.at}/priority", 1)
    outcome = ask(case, lambda client: client.jobs.submit(CIRCUIT), said(receipt, case.created))
    assert outcome.value.id == case.job_id
    assert outcome.drift == [("field", f"{case.at}/priority", 1)]


def test_a_clean_answer_tells_no_news(case: Case):
    single = case.job(children=[]) if case is V03 else case.job()
    doors = [
        (lambda client: client.jobs.get(case.job_id), [said(case.one())]),
        (lambda client: client.jobs.list(), [said(case.page([_listed(case)]))]),
        (lambda client: client.jobs.submit(CIRCUIT), [said(case.receipt, case.created)]),
        (lambda client: client.jobs.result(case.job_id), [said(case.wrap(single)), said(case.result)]),
        (lambda client: client.jobs.cancel(case.job_id), [said(case.canceled, case.cancel_status)]),
        (lambda client: client.jobs.delete(case.job_id), [said(case.deleted)]),
        (lambda client: client.backends.list(), [said(case.backends)]),
        (lambda client: client.backends.get("qpu.aria-1"), [said(case.backends if case is V03 else case.backend)]),
    ]
    for use, answers in doors:
        outcome = ask(case, use, *answers)
        assert outcome.error is None
        assert outcome.events == []


@pytest.mark.parametrize("case", [*IONQ_V04, QBRAID], ids=str)
def test_a_clean_price_tells_no_news(case: Case):
    outcome = ask(
        case,
        lambda client: client.jobs.submit(CIRCUIT, backend=case.priced_backend, max_cost=100),
        said(case.estimate),
        said(case.receipt, case.created),
    )
    assert (outcome.error, outcome.events) == (None, [])


def test_a_whole_job_as_receipt_is_no_news():
    outcome = ask(QBRAID, lambda client: client.jobs.submit(CIRCUIT), said(QBRAID.one(status="QUEUED"), 201))
    assert (outcome.value.service_status, outcome.drift) == ("QUEUED", [])


def test_a_multi_circuit_job_and_its_results_are_no_news():
    for case in IONQ_V04:
        parent = case.job(type="ionq.multi-circuit.v1", results=None, child_job_ids=[CHILD_2, CHILD_1])
        results = {CHILD_1: {"0": 1}, CHILD_2: {"1": 1.0}}
        outcome = ask(case, lambda client: client.jobs.result(JOB), said(parent), said(results))
        assert (outcome.error, outcome.events) == (None, [])


def _listed(case: Case) -> dict[str, object]:
    """A job as lists show it: those of v0.4 do not name children."""
    job = case.job()
    if case in IONQ_V04:
        del job["child_job_ids"]
    return job


@pytest.mark.parametrize(("named", "news"), [("text/html; charset=utf-8", "text/html"), ("", "")])
def test_json_that_is_not_called_json_is_read_and_told(case: Case, named: str, news: str):
    called = said(case.one(), **{"content-type": named})
    outcome = ask(case, lambda client: client.jobs.get(case.job_id), called)
    assert outcome.value.id == case.job_id
    assert outcome.drift == [("media", "", news)]


def test_a_charset_and_capitals_are_no_news(case: Case):
    called = said(case.one(), **{"content-type": "Application/JSON; charset=UTF-8"})
    assert ask(case, lambda client: client.jobs.get(case.job_id), called).drift == []
