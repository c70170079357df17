"""What is kept of an exchange with a real service: what a list allows; people and accounts get stable pseudonyms."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from attrs import define, evolve, field
from support.exchanges import Exchange
from support.secrecy import PEOPLE, REDACTED

_REQUEST_HEADERS = ("accept", "content-type")
_KEY_HEADERS = ("authorization", "x-api-key")
_ANSWER_HEADERS = ("content-type", "retry-after", "deprecation", "sunset", "x-qcontract-basis")
_MEMBERS = (
    *("backend", "deviceQrn", "deviceType", "provider", "target", "type", "vendor"),
    *("code", "experimentType", "format", "gateset", "media_type", "model", "paradigm", "status"),
    *("cost_model", "pricingModel", "unit"),
)
"""Members whose texts say nothing about anybody; other texts are replaced."""

_PATHS = ("url", "results_url")
_TIME = re.compile(r"\d{4}-\d\d-\d\d([T ][\d:.]+(Z|[+-]\d\d:?\d\d)?)?")
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")


@define
class Redaction:
    """Pseudonyms of one recording: the same text gets the same one everywhere.

    Args:
        own: The jobs that the recording made: of a list, only these are kept.
    """

    own: set[str]
    pseudonyms: dict[str, str] = field(factory=dict)

    def exchange(self, exchange: Exchange) -> Exchange:
        """Return what may be kept."""
        body = self._body(exchange.body)
        sent = self._replaced(exchange.request_body.decode()).encode()
        keys = {name: REDACTED for name in _KEY_HEADERS if name in exchange.request_headers}
        return evolve(
            exchange,
            url=self._replaced(exchange.url),
            request_headers=keys | _chosen(exchange.request_headers, _REQUEST_HEADERS),
            request_body=sent,
            headers=_chosen(exchange.headers, _ANSWER_HEADERS),
            body=body,
        )

    def _body(self, body: bytes) -> bytes:
        try:
            value = json.loads(body)
        except ValueError:
            return b"redacted: no JSON"
        return json.dumps(self._value(value, ""), separators=(",", ":"), ensure_ascii=False).encode()

    def _value(self, value: Any, member: str) -> Any:
        if isinstance(value, dict):
            return {self._replaced(name): self._value(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [self._value(item, member) for item in value if not self._foreign(item)]
        if PEOPLE.fullmatch(member) and value is not None:
            return self._pseudonym(str(value))
        return self._text(value, member) if isinstance(value, str) else value

    def _foreign(self, item: Any) -> bool:
        """Whether an item is a job that somebody else made."""
        name = item.get("jobQrn", item.get("id")) if isinstance(item, dict) and "status" in item else None
        return name is not None and name not in self.own

    def _text(self, text: str, member: str) -> str:
        if member in _MEMBERS or _TIME.fullmatch(text) or _NUMBER.fullmatch(text) or not text:
            return text
        if member in _PATHS and text.startswith("/"):
            return self._replaced(text.partition("?")[0])
        return self._pseudonym(text)

    def _pseudonym(self, text: str) -> str:
        number = len(self.pseudonyms) + 1
        form = f"00000000-0000-4000-8000-{number:012}" if _UUID.fullmatch(text) else f"pseudonym-{number}"
        return self.pseudonyms.setdefault(text, form)

    def _replaced(self, text: str) -> str:
        """A text of paths, with every id in it replaced."""
        for name in sorted(self.own):
            other = self._pseudonym(name)
            text = text.replace(quote(name, safe=""), other).replace(name, other)
        return _UUID.sub(lambda found: self._unless(found[0]), text)

    def _unless(self, text: str) -> str:
        return text if text.startswith("00000000-0000-4000-8000-") else self._pseudonym(text)


def _chosen(headers: Mapping[str, str], names: tuple[str, ...]) -> dict[str, str]:
    return {
        name: value for name, value in headers.items() if name in names or name.startswith(("ratelimit", "x-ratelimit"))
    }
