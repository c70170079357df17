"""What a flow may ask its driver to do, and what it gets back.

A flow is a generator. It yields an effect and receives the reply, or what went wrong is thrown into it: ``NotSent``
when the service certainly saw nothing, ``MaybeSent`` when it may have, ``Unheard`` when the caller's own callback
failed, and whatever interrupts the exchange, such as a cancellation. Nothing here performs IO.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Mapping
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from attrs import field, frozen

__all__ = [
    "Call",
    "Drift",
    "Effect",
    "Event",
    "Flow",
    "MaybeSent",
    "NotSent",
    "Page",
    "Parsed",
    "Pause",
    "Progress",
    "Reply",
    "Request",
    "Unheard",
]

T = TypeVar("T")


class NotSent(Exception):
    """The request did not reach the service: repeating it cannot do anything twice."""


class MaybeSent(Exception):
    """The request may have reached the service, and no whole answer came back."""

    def __init__(self, message: str, *, timeout: bool = False) -> None:
        super().__init__(message)
        self.timeout = timeout


class Unheard(Exception):
    """The caller's callback raised ``error`` over an event; a driver raises that error where a flow lets this pass."""

    def __init__(self, error: Exception) -> None:
        super().__init__(str(error))
        self.error = error


@frozen
class Request:
    """One HTTP request, relative to the base URL; the driver adds the key."""

    method: str
    path: str
    query: Mapping[str, Any] = field(factory=dict[str, Any])
    body: object | None = None
    headers: Mapping[str, str] = field(factory=dict[str, str])


@frozen
class Reply:
    """One HTTP answer. It has the members of an ``httpx.Response`` that generated code reads."""

    status_code: int
    headers: Mapping[str, str]
    content: bytes = field(repr=False)
    _decoded: list[Any] = field(factory=list[Any], init=False, repr=False, eq=False)

    @property
    def is_success(self) -> bool:
        """Whether the status is 2xx."""
        return 200 <= self.status_code < 300

    @property
    def text(self) -> str:
        """The body as UTF-8 text."""
        return self.content.decode("utf-8", errors="replace")

    @property
    def origin(self) -> Literal["emulator", "service"]:
        """Who answered: only the emulator says what its answers rest on."""
        return "emulator" if "x-qcontract-basis" in self.headers else "service"

    def json(self) -> Any:
        """Return the body as parsed JSON; it is parsed once, and not to be changed.

        Raises:
            ValueError: The body is not JSON.
        """
        if not self._decoded:
            self._decoded.append(json.loads(self.content))
        return self._decoded[0]


@frozen
class Drift:
    """Something in an answer that the contract does not know; it was kept and is readable.

    Args:
        operation: The API operation, as ``<contract> <operationId>``.
        kind: ``enum`` for an unknown value, ``field`` for an undeclared member, ``variant`` for an unknown kind of
            object, ``type`` for a value of another JSON type, ``status`` for an undocumented success status, ``media``
            for JSON that is not called JSON, ``result`` for probabilities or counts that no circuit gives.
        path: Where it stands in the body, as a JSON Pointer.
        value: What stood there; of a ``result``, what is wrong with it.
    """

    operation: str
    kind: Literal["enum", "field", "variant", "type", "status", "media", "result"]
    path: str
    value: object

    @property
    def text(self) -> str:
        """The event in one line."""
        found = f"unknown {self.kind}"
        if self.kind == "enum":
            found = f"{found} {self.value!r:.60}"
        elif self.kind == "result":
            found = f"a result that cannot be: {self.value}"
        return f"{self.operation}: {found} at {self.path or 'the body'}"


@frozen
class Parsed(Generic[T]):
    """A parsed answer, and what in it the contract does not know."""

    value: T
    drift: tuple[Drift, ...] = ()


@frozen
class Call(Generic[T]):
    """One exchange, described and not performed.

    Args:
        operation: The API operation, as ``<contract> <operationId>``.
        request: What to send.
        parse: Turns a successful reply into a value.
        safe: Whether repeating the request has no further effect.
        already: The value when an earlier attempt may have been carried out and the service now says that the thing is
            gone or no longer in that state: a cancellation or deletion that is done.
        patience: Seconds that each phase of the exchange may take at most, when that is less than the client's limits.
    """

    operation: str
    request: Request = field(repr=False)
    parse: Callable[[Reply], Parsed[T]] = field(repr=False)
    safe: bool = True
    already: T | None = None
    patience: float | None = None


@frozen
class Pause:
    """Wait before going on."""

    seconds: float
    why: str


@frozen
class Page(Generic[T]):
    """One page of a list; ``cursor`` asks for the next one, and is None on the last."""

    items: tuple[T, ...]
    cursor: str | None


@frozen
class Progress:
    """How far a wait has come.

    Args:
        job: Reference of the job.
        status: The job's status in the common vocabulary, or ``unreachable`` during an outage.
        elapsed: Seconds since the wait began.
        looks: How many times the service was asked.
    """

    job: str
    status: str
    elapsed: float
    looks: int


Event: TypeAlias = "Progress | Drift | Pause"
Effect: TypeAlias = "Call[Any] | Page[Any] | Event"
Flow: TypeAlias = Generator[Effect, "Reply | None", T]
