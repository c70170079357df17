"""Requests and answers as values, without any server around them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import inf
from typing import Any, Final, Literal, TypeAlias
from urllib.parse import parse_qsl, unquote, urlsplit

from attrs import field, frozen

from qcontract.transport.delivery import AT_ONCE, Delivery

__all__ = ["JSON", "MAX_BODY", "Answer", "Basis", "Fault", "Request", "Response", "parse_json", "weaker"]

JSON: Final = "application/json"

MAX_BODY: Final = 10 * 1024 * 1024
"""Largest body in bytes, as IonQ documents it."""

Basis: TypeAlias = Literal["documented", "observed", "assumed"]
"""What an answer rests on: the vendor's documents, what the live service was seen to do, or our choice."""


def weaker(one: Basis, other: Basis) -> Basis:
    """Return the basis of what rests on both."""
    if "assumed" in (one, other):
        return "assumed"
    return "observed" if "observed" in (one, other) else "documented"


_ENCODER: Final = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def _no_headers() -> dict[str, str]:
    return {}


def _is_text(given: str) -> bool:
    """Tell whether a text can be written: one from a caller in Python may hold half characters."""
    return given.isascii() or not any("\ud800" <= one <= "\udfff" for one in given)


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
        if not _is_text(self.path):
            return None
        raw = self.path.removeprefix("/").removesuffix("/").split("/")
        decoded = [unquote(part, errors="replace") for part in raw]
        if any(part in ("", ".", "..") or "\0" in part or "\ufffd" in part for part in decoded):
            return None
        return decoded

    def queries(self) -> dict[str, list[str]]:
        """Return the values of every query parameter, in order."""
        found: dict[str, list[str]] = {}
        query = self.query if _is_text(self.query) else self.query.encode("utf-8", "replace").decode()
        for name, value in parse_qsl(query, keep_blank_values=True, errors="replace"):
            found.setdefault(name, []).append(value)
        return found


@frozen
class Response:
    """What a client receives, and how it travels."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    delivery: Delivery = AT_ONCE

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
        deviations: Names of the listed deviations that it needed.
    """

    status: int
    content: Any
    basis: Basis = "documented"
    headers: Mapping[str, str] = field(factory=_no_headers)
    encoded: bool = False
    deviations: tuple[str, ...] = ()

    def body(self) -> bytes:
        """Return the bytes of the content."""
        if self.encoded:
            return str(self.content).encode("utf-8", "replace")
        return _ENCODER.encode(self.content).encode("utf-8", "replace")


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
        Fault: It is not JSON, holds what JSON has no room for, or names a member of an object twice.
    """
    try:
        text = body.decode("utf-8")
        value = (_CAREFUL if _MAYBE_INFINITE.search(text) else _DECODER).decode(text)
        if b"\\u" in body:
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except RecursionError:
        raise Fault(400, "the JSON body is nested too deeply", source="body") from None
    except ValueError as error:
        raise Fault(400, f"the body is not valid JSON: {_short(error)}", source="body") from None
    return value


_MAYBE_INFINITE: Final = re.compile("[eE][+]?0*[0-9]{3}|[0-9]{300}")
_MAX_DIGITS: Final = 4000
"""As many as Python reads of a whole number, and some less."""


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; which of two members of one name is meant nobody can know."""
    found = dict(pairs)
    if len(found) < len(pairs):
        name = Counter(name for name, _ in pairs).most_common(1)[0][0][:60]
        raise Fault(400, f"the body has two members {name!r} in one object", source="body", keys=[name])
    return found


def _finite(digits: str) -> float:
    number = float(digits)
    if number in (inf, -inf):
        raise ValueError(f"{digits[:20]} is too large for a number")
    return number


def _bounded(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise ValueError(f"{digits[:20]}... has too many digits")
    return int(digits)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


_DECODER: Final = json.JSONDecoder(parse_constant=_refuse_constant, object_pairs_hook=_members)
_CAREFUL: Final = json.JSONDecoder(
    parse_constant=_refuse_constant, object_pairs_hook=_members, parse_float=_finite, parse_int=_bounded
)
"""For numbers such as 1e999, which would be read as infinity, and no answer could hold that."""


def _short(error: ValueError) -> str:
    return "it is no Unicode text" if isinstance(error, UnicodeError) else str(error)[:120]
