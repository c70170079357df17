"""qBraid answers errors in two styles, and may answer a failure with a status of success."""

from __future__ import annotations

import pytest
from apis.asking import ask, said
from apis.cases import IONQ_V04, JOB, QBRAID, QRN, V03, Case, enveloped
from qcontract.errors import (
    APIError,
    AuthenticationError,
    ConflictError,
    InvalidRequestError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
)
from qcontract.model.circuit import Circuit

CIRCUIT = Circuit(1).x(0)
KINDS = {
    400: InvalidRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    410: NotFoundError,
    422: InvalidRequestError,
    429: RateLimitError,
    500: ServerError,
}
DOCUMENTED = {"detail": "it is not there"}
LIVE = {"success": False, "message": "it is not there", "error": {"message": "it is not there", "code": "X"}}
SHORT = {"success": False, "error": "it is not there"}
NESTED = {"success": False, "error": {"message": "it is not there", "code": "X"}}
FASTAPI = {"detail": [{"loc": ["query", "shots"], "msg": "it is not there", "type": "int_parsing"}]}
IONQ = {"error": "Not Found Error", "message": "it is not there", "statusCode": 404}
OLDER = {"error": {"type": "NotFound", "message": "it is not there"}}


@pytest.mark.parametrize("status", KINDS)
@pytest.mark.parametrize(
    "body", [DOCUMENTED, LIVE, SHORT, NESTED, FASTAPI, IONQ, OLDER], ids=lambda body: str(body)[:30]
)
def test_every_style_gives_class_and_message(case: Case, body, status):
    outcome = ask(case, lambda client: client.jobs.get(case.job_id), *[said(body, status)] * 4)
    error = outcome.expect(KINDS[status])
    assert "it is not there" in error.message
    assert (error.status, error.request_id) == (status, "req-7")
    assert error.operation.startswith(case.contract)
    assert "test-key" not in f"{error} {error!r} {error.body!r} {error.headers}"


FAILED = {"success": False, "message": "no credits left"}
DOORS = {
    "get": lambda client: client.jobs.get(QRN),
    "list": lambda client: client.jobs.list(),
    "submit": lambda client: client.jobs.submit(CIRCUIT),
    "cancel": lambda client: client.jobs.cancel(QRN),
    "delete": lambda client: client.jobs.delete(QRN),
    "backends": lambda client: client.backends.list(),
    "backend": lambda client: client.backends.get("x"),
    "estimate": lambda client: client.jobs.submit(CIRCUIT, backend="aws:x", max_cost=1),
}


@pytest.mark.parametrize("status", [200, 201])
@pytest.mark.parametrize("extra", [{}, {"data": None}, {"data": {}}, {"data": [], "pagination": {}}], ids=str)
@pytest.mark.parametrize("door", DOORS)
def test_a_failed_envelope_is_an_error_whatever_its_status(door, extra, status):
    outcome = ask(QBRAID, DOORS[door], said({**FAILED, **extra}, status))
    error = outcome.expect(APIError)
    assert (error.message, error.status, error.request_id) == ("no credits left", status, "req-7")
    assert len(outcome.requests) == 1
    assert outcome.events == []


def test_only_qbraid_has_an_envelope():
    for case in (V03, *IONQ_V04):
        outcome = ask(case, lambda client: client.jobs.get(JOB), said({**case.job(), "success": False}))
        assert outcome.drift == [("field", "/success", False)]


def test_a_missing_success_is_a_missing_member():
    error = ask(QBRAID, lambda client: client.jobs.get(QRN), said({"data": QBRAID.job()})).error
    assert error.field == "success"


def test_what_success_holds_must_be_a_boolean():
    outcome = ask(QBRAID, lambda client: client.jobs.get(QRN), said({**enveloped(QBRAID.job()), "success": "yes"}))
    assert outcome.drift == [("type", "/success", "yes")]
    assert outcome.value.id == QRN
