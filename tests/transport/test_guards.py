"""Where a key may travel, and where not."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcontract import (
    APIError,
    AsyncIonQ,
    Backoff,
    Circuit,
    ConfigurationError,
    ConnectionFailed,
    InvalidCircuit,
    IonQ,
    NotFoundError,
    QContractError,
)
from qcontract.flow.effects import Call, Flow, Parsed, Request
from qcontract.transport.guards import check_path, is_loopback
from support.client import DRIVERS, KEY, bench
from support.listener import Listener
from support.scripted import answer
from support.services import JOB, V04

ONCE = Backoff(attempts=1)


@pytest.mark.parametrize(
    "url",
    [
        "http://api.ionq.co",
        "http://10.0.0.1",
        "http://192.168.1.1:8080",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://0.0.0.0",
        "http://[2001:db8::1]",
        "http://localhosts",
        "HTTP://example.com",
    ],
)
@pytest.mark.parametrize("kind", [IonQ, AsyncIonQ])
def test_plain_http_to_elsewhere_is_refused(kind: type[IonQ | AsyncIonQ], url: str) -> None:
    with pytest.raises(ConfigurationError, match="plain http"):
        kind(key=KEY, base_url=url)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com",
        "https://example.com/prefix/",
        "https://example.com:8443",
        "http://localhost:8080",
        "http://127.0.0.1",
        "http://127.9.9.9:1",
        "http://[::1]:8080",
        "HTTPS://EXAMPLE.COM",
    ],
)
def test_https_and_this_machine_are_taken(url: str) -> None:
    b = bench(V04.shown(), options={"base_url": url})
    b.run("jobs.get", JOB)
    assert b.server.requests[0].url.lower() == f"{url.rstrip('/').lower()}/v0.4/jobs/{JOB}"


@pytest.mark.parametrize(
    "url",
    [
        "https://me:hunter2@example.com",
        "https://hunter2@example.com",
        "me:hunter2@example.com",
        "ftp://me:hunter2@example.com",
        "http://me:hunter2@[bad",
        "https://example.com?key=hunter2",
        "https://example.com#hunter2",
    ],
)
def test_an_address_with_a_secret_is_refused_without_showing_it(url: str) -> None:
    with pytest.raises(ConfigurationError, match="no user, password, query or fragment") as caught:
        IonQ(key=KEY, base_url=url)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "example.com",
        "//example.com",
        "ftp://example.com",
        "file:///etc/passwd",
        "https://",
        "https:///v0.4",
        "https://[::1",
        "https://host:notaport",
        "https://host:99999",
        "https://exa mple.com",
        "https://example.com\n",
        "https://exam\tple.com",
        "https://example.com/\x00",
        "javascript:alert(1)",
    ],
    ids=ascii,
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(ConfigurationError):
        IonQ(key=KEY, base_url=url)


@given(st.text(max_size=30) | st.text("htps:/.@?#[]1a%\\", max_size=25).map(lambda text: f"https://{text}"))
def test_any_text_as_address_is_refused_or_asked(url: str) -> None:
    b = bench(V04.shown(), options={"base_url": url} if url else {})
    if not isinstance(b.attempt("jobs.get", JOB), QContractError):
        assert b.server.requests[0].url.endswith(f"/v0.4/jobs/{JOB}")


@given(st.ip_addresses())
def test_loopback_is_what_the_standard_says(address: Any) -> None:
    assert is_loopback(str(address)) == address.is_loopback


@pytest.mark.parametrize("path", ["jobs", "/jobs/", "/jobs//x", "/jobs/..", "/./jobs", "/jobs/%2e%2e", "/jobs/a%2F.."])
def test_a_path_that_leads_elsewhere_is_refused(path: str) -> None:
    with pytest.raises(ConfigurationError, match="refusing"):
        check_path(path)


def test_a_driver_sends_no_path_that_leads_elsewhere() -> None:
    def flow() -> Flow[object]:
        return (yield Call("op", Request("DELETE", "/jobs/.."), parse=lambda _: Parsed(None)))

    b = bench(V04.shown())
    with b.client() as client, pytest.raises(ConfigurationError, match="refusing"):
        client.driver.run(flow())
    assert b.server.requests == []


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("place", ["https://evil.example/v0.4/jobs/x", "/v0.4/elsewhere", "http://api.ionq.co/v0.4/x"])
def test_a_redirect_is_not_followed(driver: str, status: int, place: str) -> None:
    b = bench(answer(status, location=place), driver=driver)
    with pytest.raises(APIError, match=str(status)):
        b.run("jobs.get", JOB)
    assert [asked.url for asked in b.server.requests] == [f"https://api.ionq.co/v0.4/jobs/{JOB}"]


@pytest.fixture
def elsewhere() -> Iterator[Listener]:
    with Listener(200, V04.shown()[2]) as listener:
        yield listener


def test_no_key_reaches_the_target_of_a_redirect(elsewhere: Listener) -> None:
    with (
        Listener(302, b"", {"location": f"{elsewhere.url}/v0.4/jobs/x"}) as service,
        IonQ(key=KEY, base_url=service.url) as client,
        pytest.raises(APIError, match="302"),
    ):
        client.jobs.get(JOB)
    assert service.heard[0][1]["authorization"] == f"apiKey {KEY}"
    assert elsewhere.heard == []


def test_what_stays_on_this_machine_goes_through_no_proxy(elsewhere: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, elsewhere.url)
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with Listener(200, V04.shown()[2]) as service, IonQ(key=KEY, base_url=service.url) as client:
        assert client.jobs.get(JOB).id == JOB
    assert elsewhere.heard == []


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize(
    ("environment", "asked"),
    [
        ({"HTTPS_PROXY": "http://{proxy}"}, True),
        ({"ALL_PROXY": "http://{proxy}"}, True),
        ({"HTTPS_PROXY": "{proxy}"}, True),
        ({"HTTPS_PROXY": "http://{proxy}", "NO_PROXY": "elsewhere.invalid,service.invalid"}, False),
        ({"HTTPS_PROXY": "http://{proxy}", "NO_PROXY": "*"}, False),
        ({"HTTP_PROXY": "http://{proxy}"}, False),
    ],
    ids=str,
)
def test_a_proxy_of_the_environment_is_asked_for_a_way_and_gets_no_key(
    driver: str, environment: dict[str, str], asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    with Listener(502, b"") as proxy:
        for name, value in environment.items():
            monkeypatch.setenv(name, value.format(proxy=proxy.url.removeprefix("http://")))
        b = bench(driver=driver, options={"transport": None, "base_url": "https://service.invalid"})
        with pytest.raises(ConnectionFailed, match="was not sent"):
            b.run("jobs.get", JOB)
    assert {path for path, _ in proxy.heard} == ({"service.invalid:443"} if asked else set())
    assert all(KEY not in str(headers) for _, headers in proxy.heard)


def test_a_host_that_never_exists_is_only_for_a_transport_of_the_callers() -> None:
    """Whoever answers for `.invalid` on a network would be sent the key."""
    with pytest.raises(ConfigurationError, match="plain http"):
        IonQ(key=KEY, base_url="http://emulator.invalid")
    IonQ(key=KEY, base_url="http://emulator.invalid", transport=bench(V04.accepted()).server.transport).close()


def test_a_misspelt_option_is_refused_before_anything_is_sent() -> None:
    with pytest.raises(ConfigurationError, match="did you mean base_url"):
        IonQ(key=KEY, base_ulr="http://127.0.0.1:1")  # type: ignore[call-arg]
    b = bench(V04.accepted())
    for wrong in ({"shot": 3}, {"nosie": "aria-1"}, {"bakend": "qpu.forte-1"}):
        error = b.attempt("jobs.submit", Circuit(1).x(0), **wrong)
        assert isinstance(error, ConfigurationError)
        assert "did you mean" in str(error)
    assert isinstance(b.attempt("jobs.list", stat="x"), ConfigurationError)
    assert isinstance(b.attempt("jobs.submit", "h 0"), InvalidCircuit)
    assert b.server.requests == []


def test_what_cannot_be_written_shows_no_key_among_its_locals() -> None:
    b = bench(V04.accepted())
    error = b.attempt("jobs.submit", Circuit(1).x(0), metadata={"a": "\ud800"})
    assert isinstance(error, ConfigurationError)
    shown = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    assert f"apiKey {KEY}" not in shown


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ALL_PROXY", "socks5://127.0.0.1:9"),
        ("HTTPS_PROXY", "gopher://me:hunter2@x"),
        ("SSL_CERT_FILE", "/nowhere.pem"),
    ],
)
def test_an_environment_that_cannot_be_used_says_so(
    driver: str, name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for other in ("ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"):
        monkeypatch.delenv(other, raising=False)
        monkeypatch.delenv(other.lower(), raising=False)
    monkeypatch.setenv(name, value)
    b = bench(driver=driver, options={"transport": None})
    with pytest.raises(ConfigurationError, match=f"(?s)no connection can be set up.*{name}") as caught:
        b.run("jobs.get", JOB)
    assert "hunter2" not in str(caught.value)


def test_a_real_connection_that_is_refused_was_not_sent() -> None:
    with Listener(200, b"") as gone:
        url = gone.url
    with IonQ(key=KEY, base_url=url, retry=ONCE) as client, pytest.raises(ConnectionFailed, match="was not sent"):
        client.jobs.get(JOB)


def test_a_real_answer_is_read() -> None:
    with Listener(404, b'{"message": "unknown"}') as service, IonQ(key=KEY, base_url=service.url) as client:
        with pytest.raises(NotFoundError, match="unknown"):
            client.jobs.get(JOB)
        assert service.heard[0][0] == f"/v0.4/jobs/{JOB}"


@pytest.mark.parametrize("host", ["a..b", ".a", "a" * 64, f"{'a' * 70}.com", "..", "a.b.."])
def test_a_host_that_no_resolver_takes_is_refused(host: str) -> None:
    with pytest.raises(ConfigurationError):
        IonQ(key=KEY, base_url=f"https://{host}")


@pytest.mark.parametrize("host", ["a.b", "a.b.", "a" * 63, "xn--bcher-kva.example", "[2001:db8::1]", "10.0.0.1"])
def test_a_host_that_a_resolver_takes_is_not(host: str) -> None:
    IonQ(key=KEY, base_url=f"https://{host}")
