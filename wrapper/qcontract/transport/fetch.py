"""Documents from the network, read only when the caller allows it: nothing is sent but the request for them."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx

from qcontract.errors import ConnectionFailed, ContractError, RequestTimeout
from qcontract.transport.guards import is_loopback
from qcontract.transport.wire import Timeouts, set_up

__all__ = ["fetch"]

_MOST_REDIRECTS = 5
_MOST_BYTES = 64 * 1024 * 1024
_MOST_SECONDS = 60.0
_HEADERS = {"accept": "application/yaml, application/json, */*;q=0.5", "user-agent": "qcontract/0.1"}


def fetch(address: str, *, transport: Any = None, seconds: float = _MOST_SECONDS) -> bytes:
    """Read a document by GET.

    No key and no cookie is sent. Redirects are followed, at most five, and never from https to something weaker or from
    elsewhere to this machine.

    Args:
        address: An https address, or an http one on this machine.
        transport: An ``httpx.BaseTransport`` instead of the network.
        seconds: How long the whole may take.

    Raises:
        ContractError: The address cannot be used, there is no such document, or it is too large.
        ConnectionFailed: The host cannot be reached, or the connection broke.
        RequestTimeout: The answer took too long.
    """
    deadline = time.monotonic() + seconds
    _check(address, came_from=None)
    with _client(address, transport, seconds) as client:
        for _ in range(_MOST_REDIRECTS + 1):
            onward, content = _exchange(client, address, deadline)
            if onward is None:
                return content
            _check(onward, came_from=address)
            address = onward
    raise ContractError(f"{address!r:.200} redirects more than {_MOST_REDIRECTS} times")


def _check(address: str, came_from: str | None) -> None:
    shown = f"{address!r:.200}"
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise ContractError(f"{shown} is not an address") from None
    if not address.isprintable() or " " in address or parts.scheme not in ("http", "https") or not host:
        raise ContractError(f"{shown} is not an http(s) address")
    if parts.username is not None or parts.password is not None:
        raise ContractError("the address of a document must have no user and password")
    if parts.scheme == "http" and not is_loopback(host):
        raise ContractError(f"plain http is only allowed to this machine, not to {host}", hint="use https")
    if came_from is not None and is_loopback(host) and not is_loopback(urlsplit(came_from).hostname or ""):
        raise ContractError(f"{came_from!r:.200} redirects to this machine, which a document must not do")


@contextmanager
def _client(address: str, transport: Any, seconds: float) -> Generator[httpx.Client]:
    parts = urlsplit(address)
    proxied = parts.scheme == "https" and not is_loopback(parts.hostname or "")
    with set_up():
        client = httpx.Client(
            timeout=Timeouts().within(seconds).to_httpx(), transport=transport, trust_env=proxied, headers=_HEADERS
        )
    with client:
        yield client


def _exchange(client: httpx.Client, address: str, deadline: float) -> tuple[str | None, bytes]:
    """Where the answer sends us on, or its body."""
    try:
        with client.stream("GET", address) as response:
            if response.is_redirect:
                return urljoin(address, response.headers.get("location", "")), b""
            if response.status_code != 200:
                raise ContractError(f"{address!r:.200} is not a document: the answer is HTTP {response.status_code}")
            return None, _body(response, address, deadline)
    except httpx.TimeoutException:
        raise RequestTimeout(f"no answer in time from {address!r:.200}") from None
    except (httpx.InvalidURL, httpx.DecodingError) as error:
        raise ContractError(f"{address!r:.200} cannot be read: {error}") from None
    except httpx.HTTPError as error:
        raise ConnectionFailed(f"{address!r:.200} could not be reached: {type(error).__name__}: {error}") from None


def _body(response: httpx.Response, address: str, deadline: float) -> bytes:
    pieces: list[bytes] = []
    size = 0
    for piece in response.iter_bytes():
        size += len(piece)
        if time.monotonic() > deadline:
            raise RequestTimeout(f"{address!r:.200} took too long to arrive")
        if size > _MOST_BYTES:
            raise ContractError(f"{address!r:.200} is larger than {_MOST_BYTES // 1024 // 1024} MiB; no contract is")
        pieces.append(piece)
    return b"".join(pieces)
