"""Requests and answers as values, without any server around them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal, TypeAlias
from urllib.parse import parse_qsl, unquote, urlsplit

from attrs import field, frozen

__all__ = ["MAX_BODY", "Answer", "Basis", "Fault", "Request", "Response", "parse_json"]

MAX_BODY: Final = 10 * 1024 * 1024
"""Largest body in bytes, as IonQ documents it."""

Basis: TypeAlias = Literal["documented", "observed", "assumed"]
"""What an answer rests on: the vendor's documents, what the live service was seen to do, or our choice."""


def _no_headers() -> dict[str, str]:
    return {}


@frozen
class Request:
    """A request.

    Args:
        method: Upper-case method.
        path: Path as it was sent, percent-encoded and without query.
        query: Query as it was sent, without the question mark.
        headers: Header names in lower case.
        body: The body's bytes.
    """

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(factory=_no_headers)
    body: bytes = b""

    @classmethod
    def of(cls, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Request:
        """Build a request from a URL or a path with query."""
        parts = urlsplit(url)
        lower = {name.lower(): value for name, value in headers.items()}
        return cls(method.upper(), parts.path or "/", parts.query, lower, body)

    def segments(self) -> list[str] | None:
        """Return the decoded segments of the path, or None when it tries to leave its place."""
        raw = self.path.removeprefix("/").removesuffix("/").split("/")
        decoded = [unquote(part, errors="replace") for part in raw]
        if any(part in ("", ".", "..") or "\0" in part or "\ufffd" in part for part in decoded):
            return None
        return decoded

    def queries(self) -> dict[str, list[str]]:
        """Return the values of every query parameter, in order."""
        found: dict[str, list[str]] = {}
        for name, value in parse_qsl(self.query, keep_blank_values=True, errors="replace"):
            found.setdefault(name, []).append(value)
        return found


@frozen
class Response:
    """What a client receives."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """Return the body as a JSON value."""
        return json.loads(self.body)


@frozen
class Answer:
    """What an operation answers, before it becomes bytes.

    Args:
        status: HTTP status code.
        content: A JSON value, or a text that already is JSON.
        basis: What the answer rests on.
        headers: Further headers, names in lower case.
        encoded: Whether ``content`` is JSON text.
        partial: Whether members that the contract requires were left out because the caller asked for that.
    """

    status: int
    content: Any
    basis: Basis = "documented"
    headers: Mapping[str, str] = field(factory=_no_headers)
    encoded: bool = False
    partial: bool = False

    def body(self) -> bytes:
        """Return the bytes of the content."""
        if self.encoded:
            return str(self.content).encode()
        return json.dumps(self.content, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


class Fault(Exception):
    """An operation refuses a request; the dialect puts it into the vendor's words.

    Args:
        status: HTTP status code.
        message: What is wrong.
        source: ``body``, ``query``, ``path`` or ``header``, where something did not validate.
        keys: Members or parameters that did not validate.
        code: Short name of the error, where a dialect uses such names.
        basis: What the refusal rests on.
    """

    def __init__(
        self,
        status: int,
        message: str,
        *,
        source: str | None = None,
        keys: Sequence[str] = (),
        code: str | None = None,
        basis: Basis = "documented",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.source = source
        self.keys = tuple(keys)
        self.code = code
        self.basis: Basis = basis
        self.headers = dict(headers or {})


def parse_json(body: bytes) -> Any:
    """Read a JSON body.

    Raises:
        Fault: It is not JSON, or holds what JSON has no room for.
    """
    try:
        value = json.loads(body.decode("utf-8"), parse_constant=_refuse_constant)
        if b"\\u" in body:
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except RecursionError:
        raise Fault(400, "the JSON body is nested too deeply", source="body") from None
    except ValueError as error:
        raise Fault(400, f"the body is not valid JSON: {_short(error)}", source="body") from None
    return value


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


def _short(error: ValueError) -> str:
    return "it is no Unicode text" if isinstance(error, UnicodeError) else str(error)[:120]
