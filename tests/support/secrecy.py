"""What must not stand in a cassette: keys, people, and a false origin."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal
from urllib.parse import urlsplit

from qcontract.clients.vendors import VENDORS
from support.canaries import CANARIES
from support.exchanges import Exchange

Origin = Literal["emulator", "published", "live"]

REDACTED = "REDACTED"
KEY = "cassette-key"
"""The key with which cassettes are recorded."""

SERVICES = {urlsplit(vendor.host).netloc for vendor in VENDORS.values()}
"""Where the vendors answer; everything else is an emulator."""

_SECRET_HEADERS = ("authorization", "x-api-key", "api-key", "cookie", "set-cookie", "proxy-authorization")
_SECRETS = (
    ("a key that is known", "|".join(map(re.escape, (KEY, *CANARIES.values())))),
    ("a key of qBraid", r"\bqbr_[0-9A-Za-z]{8,}"),
    ("a key of IonQ", r"(?i)\bapikey +(?!REDACTED)[0-9A-Za-z_-]{8,}"),
    ("a bearer token", r"(?i)\bbearer +(?!REDACTED)[0-9A-Za-z._~+/=-]{8,}"),
    ("a signed address", r"(?i)[?&](x-amz-signature|x-goog-signature|sig|token)=[^&\"]+"),
    ("a private key", r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
PEOPLE = re.compile(
    r"(?i)(submitter|creator|ender|user|owner|account|organization|organisation|org)_?(id|name|userid)?|submitted_by|email"
)
"""Names of members that tell who somebody is."""

_OBJECT_ID = re.compile(r"(?!0{24})[0-9a-f]{24}")
_PSEUDONYM = re.compile(r"pseudonym-\d+|0{8}-0000-4000-8000-\d{12}|0{24}")


def secrets(text: str) -> Iterator[str]:
    """Say what in a file beside cassettes, or in one, must stand nowhere."""
    for what, pattern in _SECRETS:
        if re.search(pattern, text):
            yield f"it holds {what}"
    if found := [mail for mail in _MAIL.findall(text) if not mail.endswith((".invalid", "@example.com"))]:
        yield f"it holds the address of a person: {len(found)} times"


def faults(recorded: Iterable[Exchange], text: str, origin: Origin) -> Iterator[str]:
    """Say what in a cassette must not be there."""
    yield from secrets(text)
    for number, exchange in enumerate(recorded, start=1):
        for where, problem in _of_exchange(exchange, origin):
            yield f"exchange {number}, {where}: {problem}"


def _of_exchange(exchange: Exchange, origin: Origin) -> Iterator[tuple[str, str]]:
    for headers in (exchange.request_headers, exchange.headers):
        for name in _SECRET_HEADERS:
            if headers.get(name, REDACTED) != REDACTED:
                yield f"header {name}", "it is not redacted"
    if ("x-qcontract-basis" in exchange.headers) != (origin == "emulator"):
        yield "origin", f"the answer is {'not ' if origin == 'emulator' else ''}that of an emulator"
    if (urlsplit(exchange.url).netloc in SERVICES) == (origin == "emulator"):
        yield "origin", f"the address is {'not ' if origin == 'emulator' else ''}that of an emulator"
    for body in (exchange.request_body, exchange.body):
        for name, value in _people(body):
            if _OBJECT_ID.fullmatch(value):
                yield name, "it holds the id of an account"
            elif origin == "live" and not _PSEUDONYM.fullmatch(value):
                yield name, "it names somebody"


def _people(body: bytes) -> Iterator[tuple[str, str]]:
    """Every member of a JSON body that tells who somebody is."""
    try:
        waiting: list[Any] = [json.loads(body)]
    except ValueError:
        return
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            yield from ((name, one) for name, one in node.items() if isinstance(one, str) and PEOPLE.fullmatch(name))
        if isinstance(node, dict | list):
            waiting += node.values() if isinstance(node, dict) else node
