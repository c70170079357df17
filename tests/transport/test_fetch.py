"""Documents from the network: what is asked for, where redirects may lead, and what is too much."""

from __future__ import annotations

import httpx
import pytest
from qcontract.errors import ConnectionFailed, ContractError, RequestTimeout
from qcontract.transport.fetch import fetch

SPEC = b"openapi: 3.0.3\n"


def served(**answers: httpx.Response) -> tuple[httpx.MockTransport, list[httpx.Request]]:
    """Answers by the last segment of the path, and the requests that arrived."""
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return answers[request.url.path.rpartition("/")[2]]

    return httpx.MockTransport(answer), asked


def redirect(location: str) -> httpx.Response:
    return httpx.Response(302, headers={"location": location, "set-cookie": "a=b"})


def test_a_document_is_read_over_redirects() -> None:
    transport, asked = served(old=redirect("/v1/new"), new=httpx.Response(200, content=SPEC))
    assert fetch("https://specs.example/v1/old", transport=transport) == SPEC
    assert [str(request.url) for request in asked] == ["https://specs.example/v1/old", "https://specs.example/v1/new"]
    assert not {"authorization", "cookie"} & asked[0].headers.keys()


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://specs.example/a", "plain http"),
        ("file:///etc/passwd", "not an http"),
        ("https://user:secret@specs.example/a", "no user and password"),
        ("https:///a", "not an http"),
        ("https://specs.example:x/a", "not an address"),
        ("https://specs.example/a\nb", "not an http"),
    ],
)
def test_addresses_that_are_not_asked(address: str, why: str) -> None:
    transport, asked = served()
    with pytest.raises(ContractError, match=why) as caught:
        fetch(address, transport=transport)
    assert not asked
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("http://specs.example/b", "plain http"),
        ("https://127.0.0.1/b", "redirects to this machine"),
        ("http://localhost/b", "redirects to this machine"),
        ("file:///etc/passwd", "not an http"),
        ("/v1/a", "redirects more than 5 times"),
    ],
)
def test_redirects_that_are_not_followed(location: str, why: str) -> None:
    transport, asked = served(a=redirect(location))
    with pytest.raises(ContractError, match=why):
        fetch("https://specs.example/v1/a", transport=transport)
    assert {request.url.path for request in asked} == {"/v1/a"}


def test_plain_http_is_fine_on_this_machine() -> None:
    transport, _ = served(a=httpx.Response(200, content=SPEC))
    assert fetch("http://127.0.0.1:8000/a", transport=transport) == SPEC


def test_answers_that_are_no_document() -> None:
    transport, _ = served(gone=httpx.Response(404), large=httpx.Response(200, content=b" " * (64 * 1024 * 1024 + 1)))
    with pytest.raises(ContractError, match="HTTP 404"):
        fetch("https://specs.example/gone", transport=transport)
    with pytest.raises(ContractError, match="larger than 64 MiB"):
        fetch("https://specs.example/large", transport=transport)
    with pytest.raises(RequestTimeout):
        fetch("https://specs.example/large", transport=transport, seconds=-1)


@pytest.mark.parametrize(
    ("failure", "error"),
    [(httpx.ConnectError("no"), ConnectionFailed), (httpx.ReadTimeout("no"), RequestTimeout)],
)
def test_connections_that_fail(failure: Exception, error: type[Exception]) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise failure

    with pytest.raises(error, match=r"specs\.example"):
        fetch("https://specs.example/a", transport=httpx.MockTransport(answer))
