"""What both drivers share: building requests, reading answers, telling apart what may have been sent."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx
from attrs import frozen

from qcontract.errors import ConfigurationError
from qcontract.flow.effects import Event, MaybeSent, NotSent, Reply, Request, Unheard
from qcontract.model.untyped import is_list
from qcontract.secret import REDACTED, Secret
from qcontract.transport.guards import check_path, is_loopback

__all__ = ["Arrival", "Deadline", "Destination", "Timeouts", "set_up", "tell", "translated"]

_HEADERS = {"accept": "application/json", "accept-encoding": "gzip, deflate", "user-agent": "qcontract/0.1"}
_BLOT = REDACTED.encode()
_SHORTEST_KEY = 12
"""Fewest characters of what is blotted out in answers: a shorter key is one of a test, and may be an ordinary word."""
_SHORTEST_PHASE = 0.001
_MOST_BYTES = 256 * 1024 * 1024
"""Most that one answer may have: the probabilities of all states of 22 qubits have less."""


@frozen
class Timeouts:
    """Time limits of one request, in seconds per phase and for all of it.

    Args:
        connect: Until the connection stands.
        read: Between two pieces of the answer.
        write: Between two pieces of the request.
        pool: Until a connection of the pool is free.
        whole: Until the whole answer is there, however it trickles.
    """

    connect: float = 10.0
    read: float = 30.0
    write: float = 30.0
    pool: float = 10.0
    whole: float = 80.0

    @classmethod
    def each(cls, seconds: float) -> Timeouts:
        """Return the same limit for each phase; the whole may take as long as the four of them."""
        return cls(seconds, seconds, seconds, seconds, 4 * seconds)

    def within(self, patience: float | None) -> Timeouts:
        """Return the limits, none longer than ``patience`` seconds."""
        if patience is None:
            return self
        limits = (self.connect, self.read, self.write, self.pool, self.whole)
        return Timeouts(*(min(limit, patience) for limit in limits))

    def to_httpx(self) -> httpx.Timeout:
        """Return the limits in httpx's form."""
        return httpx.Timeout(connect=self.connect, read=self.read, write=self.write, pool=self.pool)


class Deadline(dict[str, float]):
    """Time limits of one exchange that has begun, as connections ask for them: of a phase, at most what is left."""

    def __init__(self, limits: Timeouts) -> None:
        super().__init__(connect=limits.connect, read=limits.read, write=limits.write, pool=limits.pool)
        self._end = time.monotonic() + limits.whole

    def get(self, phase: str, default: Any = None, /) -> Any:
        """Return the seconds that a phase may take from now on."""
        limit = super().get(phase, default)
        return limit if limit is None else min(limit, max(self.left, _SHORTEST_PHASE))

    @property
    def left(self) -> float:
        """The seconds that are left."""
        return self._end - time.monotonic()


class Arrival:
    """The body of one answer on its way.

    Args:
        deadline: When it must be there.
    """

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline
        self._pieces: list[bytes] = []
        self._size = 0
        self._refused = False

    def goes_on(self, piece: bytes) -> bool:
        """Take what has come, and say whether more may come: not when it takes too long or grows too large."""
        self._pieces.append(piece)
        self._size += len(piece)
        self._refused = self._size > _MOST_BYTES or self._deadline.left <= 0
        return not self._refused

    @property
    def refusal(self) -> MaybeSent:
        """Why no more may come."""
        if self._size > _MOST_BYTES:
            return MaybeSent(f"the answer is larger than {_MOST_BYTES // 2**20} MiB")
        return MaybeSent("the whole answer has not come in time", timeout=True)

    @property
    def content(self) -> bytes:
        """The whole body.

        Raises:
            MaybeSent: It has taken too long, or is larger than any answer.
        """
        if self._refused:
            raise self.refusal
        return self._pieces[0] if len(self._pieces) == 1 else b"".join(self._pieces)


@frozen
class Destination:
    """Where requests go, and the key that goes with them and nowhere else; the address has passed ``check_base_url``.

    Args:
        base_url: Address of the API, e.g. ``https://api.ionq.co/v0.4``.
        header: Name of the header that carries the key.
        key: The header's value.
    """

    base_url: str
    header: str
    key: Secret

    @property
    def proxied(self) -> bool:
        """Whether the environment's proxies may be used: none for what stays on this machine, or would show the key."""
        parts = urlsplit(self.base_url)
        return parts.scheme == "https" and not is_loopback(parts.hostname or "")

    def connections(self) -> dict[str, Any]:
        """Return the arguments of an ``httpx.HTTPTransport`` for this destination and its async twin.

        A transport and no ``httpx.Client``: one address without cookies and redirects needs none, and its bookkeeping
        takes a sixth of the time of reading one job.
        """
        return {"trust_env": self.proxied, "proxy": _proxy(self.base_url) if self.proxied else None}

    def build(self, request: Request, timeouts: Timeouts) -> tuple[httpx.Request, Deadline]:
        """Return the request in httpx's form, and its time limits, which begin now.

        Its address always lies below the base URL.

        Raises:
            ConfigurationError: The path leads elsewhere, or a value has no form in JSON.
        """
        check_path(request.path)
        headers = {**_HEADERS, **request.headers}
        body: dict[str, Any] = {} if request.body is None else {"json": request.body}
        query = _query(request.query)
        deadline = Deadline(timeouts)
        extensions = {"timeout": deadline}
        try:
            address = _url(self.base_url.rstrip("/") + request.path)
            built = httpx.Request(request.method, address, params=query, headers=headers, extensions=extensions, **body)
        except (httpx.InvalidURL, TypeError, ValueError) as error:
            raise ConfigurationError(f"the request cannot be written: {error}") from None
        built.headers[self.header] = self.key.reveal()  # only now: what fails above may end up in a report with locals
        return built, deadline

    def read(self, response: httpx.Response, content: bytes) -> Reply:
        """Return a whole answer in our own form, names of headers in lower case, the key blotted out.

        An error page may repeat the request's headers, and an error ends up in logs.

        Args:
            response: Status and headers.
            content: The body.
        """
        key = self.key.reveal().rpartition(" ")[2].encode()
        hide = len(key) >= _SHORTEST_KEY
        headers: dict[str, str] = {}
        for raw_name, raw_value in response.headers.raw:
            name = raw_name.decode("latin-1").lower()
            value = (raw_value.replace(key, _BLOT) if hide else raw_value).decode("latin-1")
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
        return Reply(response.status_code, headers, content.replace(key, _BLOT) if hide else content)


def _proxy(address: str) -> str | None:
    """Return the proxy that the environment, or the system, names for an https address."""
    proxies = getproxies()
    proxy = proxies.get("https") or proxies.get("all")
    if not proxy or proxy_bypass(urlsplit(address).hostname or ""):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


@lru_cache(maxsize=256)
def _url(address: str) -> httpx.URL:
    """Read an address once: a wait asks for the same one again and again."""
    return httpx.URL(address)


def _query(query: Mapping[str, Any]) -> httpx.QueryParams | None:
    """Return the query in the form of the contracts: arrays as repeated names, booleans as true and false."""
    pairs = [(name, _text(value)) for name, given in query.items() for value in _values(given)]
    return httpx.QueryParams(tuple(pairs)) if pairs else None


def _values(given: object) -> Iterable[object]:
    if given is None:
        return ()
    return given if is_list(given) else (given,)


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def tell(listen: Callable[[Event], None], event: Event) -> None:
    """Tell the caller an event.

    Raises:
        Unheard: The caller's callback raised an error; a flow that must not end with it goes on.
    """
    try:
        listen(event)
    except Exception as error:
        raise Unheard(error) from error


_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol, httpx.ProxyError)


@contextmanager
def set_up() -> Generator[None]:
    """Turn what httpx finds wrong in the environment when a client is made into an error that says where to look.

    Raises:
        ConfigurationError: A proxy or a file of certificates that the environment names cannot be used.
    """
    try:
        yield
    except (ImportError, OSError, ValueError, httpx.InvalidURL) as error:
        hint = "check HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, SSL_CERT_FILE and SSL_CERT_DIR"
        raise ConfigurationError(f"no connection can be set up: {error}", hint=hint) from None


@contextmanager
def translated() -> Generator[None]:
    """Turn httpx's errors into the two that flows know; messages carry no address and no header."""
    try:
        yield
    except _NEVER_SENT as error:
        raise NotSent(_describe(error)) from error
    except httpx.TimeoutException as error:
        raise MaybeSent(f"no answer in time ({type(error).__name__})", timeout=True) from error
    except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL) as error:
        raise MaybeSent(_describe(error)) from error


def _describe(error: Exception) -> str:
    text = str(error)
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
