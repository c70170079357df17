"""Which error an answer becomes, and what it says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcontract import (
    APIError,
    AuthenticationError,
    ConflictError,
    InvalidRequestError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
)
from qcontract.flow.answers import error_from, message_of
from qcontract.flow.effects import Reply

KINDS: dict[int, type[APIError]] = {
    400: InvalidRequestError,
    401: AuthenticationError,
    402: InvalidRequestError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    410: NotFoundError,
    413: InvalidRequestError,
    422: InvalidRequestError,
    429: RateLimitError,
    499: InvalidRequestError,
    500: ServerError,
    503: ServerError,
    520: ServerError,
    599: ServerError,
}


def reply(status: int, body: bytes, **headers: str) -> Reply:
    return Reply(status, {name.replace("_", "-"): value for name, value in headers.items()}, body)


@pytest.mark.parametrize(("status", "kind"), KINDS.items())
def test_every_status_has_its_error(status: int, kind: type[APIError]) -> None:
    error = error_from(reply(status, b'{"message": "no"}', x_request_id="req-1"), "c op", 3.0)
    assert type(error) is kind
    assert (error.status, error.request_id, error.retry_after, error.operation) == (status, "req-1", 3.0, "c op")
    assert str(error).startswith(f"c op: HTTP {status}: no (request id req-1)")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"error": "Bad Request", "message": "qubits missing", "statusCode": 400}, "qubits missing"),
        ({"code": "x", "message": "old form"}, "old form"),
        ({"error": {"message": "nested"}}, "nested"),
        ({"error": "plain"}, "plain"),
        ({"detail": "Not Found"}, "Not Found"),
        ({"detail": [{"loc": ["body", "shots"], "msg": "too many", "type": "t"}]}, "body.shots: too many"),
        ({"detail": [5, "x"]}, '5; "x"'),
        ({"success": False, "message": "broken", "error": {"message": "why", "code": "E"}}, "broken"),
        ({"message": {"message": {"message": "deep"}}}, "deep"),
        ({"message": ""}, '{"message": ""}'),
        ([1], "[1]"),
        ("text", '"text"'),
    ],
    ids=repr,
)
def test_the_message_is_found_in_every_form(body: Any, said: str) -> None:
    assert message_of(reply(400, json.dumps(body).encode())) == said


@pytest.mark.parametrize(
    ("content", "kind", "said"),
    [
        (b"", "", "no body"),
        (b"  \n", "", "no body"),
        (b"upstream  connect\nerror", "text/plain", "upstream connect error"),
        (b"<!doctype html>", "", "HTML page"),
        (b"anything", "text/html; charset=utf-8", "HTML page"),
        (b"\xff\xfe", "", "\ufffd\ufffd"),
        (b"[" * 100_000, "application/json", "[" * 300 + "..."),
    ],
)
def test_a_body_that_is_no_json_is_told_in_one_line(content: bytes, kind: str, said: str) -> None:
    message = message_of(reply(502, content, content_type=kind))
    assert said in message
    assert "\n" not in message
    assert len(message) < 320


@given(st.integers(100, 999), st.binary(max_size=60))
def test_any_answer_becomes_an_error_of_one_line(status: int, body: bytes) -> None:
    error = error_from(reply(status, body), "c op")
    assert len(error.message.splitlines()) == 1
    assert error.body == body


@pytest.mark.parametrize("depth", [100, *range(700, 1_000, 4), 5_000, 100_000])
@pytest.mark.parametrize(("opening", "closing"), [(b'{"message":', b"}"), (b"[", b"]"), (b'{"a":[', b"]}")])
def test_no_depth_is_too_deep(depth: int, opening: bytes, closing: bytes) -> None:
    body = b'{"detail": [' + opening * depth + b"1" + closing * depth + b"]}"
    assert message_of(reply(500, body, content_type="application/json"))
