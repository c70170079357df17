"""Every documented answer of every operation, and what brings the emulator to it: a request, or a fault."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path
from typing import Any

import httpx
from attrs import evolve, field, frozen
from cassette.accounts import Account, account, emulator_of
from cassette.speaking import CONTRACTS, Asked, ask
from qcontract.contract import Operation, packaged
from qcontract.emulator import Emulator
from qcontract_api.runtime import ShapeError
from support.exchanges import Exchange
from support.gate import violations

UNREACHED = Path(__file__).with_name("unreached.toml")
_NOBODY = "00000000-0000-4000-8000-000000000000"
_NAMED = {"device_qrn": "qbraid:qbraid:sim:nothing", "backend": "qpu.nothing"}


@frozen
class Pair:
    """A documented answer of an operation; a rate limit is told in seconds, and in another cassette as a date."""

    contract: str
    operation: Operation = field(repr=False)
    word: str
    form: str = ""

    @property
    def name(self) -> str:
        return f"{self.operation.operation_id}.{self.word}{self.form and '-' + self.form}"

    @property
    def status(self) -> int:
        """The status that stands for it; any error is a `default`."""
        return 500 if self.word == "default" else int(self.word)

    def __str__(self) -> str:
        return f"{self.contract} {self.name}"


@frozen
class Way:
    """A request, and the fault that is asked for beside it, if any."""

    asked: Asked
    fault: tuple[str, dict[str, Any]] | None = None

    def disturb(self, emulator: Emulator) -> AbstractContextManager[Any]:
        return nullcontext() if self.fault is None else emulator.fault(self.fault[0], **self.fault[1])


@cache
def unreached() -> dict[str, str]:
    """The pairs that no way leads to, each with the reason."""
    listed = tomllib.loads(UNREACHED.read_text())
    return {f"{contract} {name}": reason for contract, pairs in listed.items() for name, reason in pairs.items()}


def pairs() -> Iterator[Pair]:
    """Every documented answer of every contract in force."""
    for contract in CONTRACTS:
        for operation in packaged(contract).operations:
            for word in operation.responses:
                yield Pair(contract, operation, word)
                if word == "429":
                    yield Pair(contract, operation, word, "date")


def way(pair: Pair) -> Way | None:
    """Find what brings the emulator to this answer, in the contract's own shape; a request before a fault."""
    with emulator_of(pair.contract) as emulator:
        found = account(emulator, pair.contract)
        for candidate in ways(pair, found):
            with candidate.disturb(emulator):
                if _leads(pair, candidate, emulator):
                    return candidate
    return None


def _leads(pair: Pair, candidate: Way, emulator: Emulator) -> bool:
    sent: list[httpx.Request] = []

    class Watching(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            sent.append(request)
            return emulator.transport().handle_request(request)

    try:
        told = ask(pair.contract, candidate.asked, emulator.base_url(pair.contract), Watching())
    except ShapeError:  # a success, and a part of a job where its status was to be provoked
        return False
    request = sent[0]
    exchange = Exchange(
        request.method, str(request.url), {}, request.read(), told.status, dict(told.headers), told.content
    )
    return told.status == pair.status and not violations([exchange], packaged(pair.contract))


def ways(pair: Pair, found: Account) -> Iterator[Way]:
    """What may lead to an answer, the most natural first."""
    operation, status = pair.operation, pair.status
    right = Asked(operation, *found.succeeding[operation.operation_id])
    if status < 300:
        yield Way(right)
    if (operation.operation_id, status) in found.refused:
        yield Way(Asked(operation, *found.refused[operation.operation_id, status]))
    if status == 401:
        yield Way(evolve(right, key="another-key"))
    elif status in (400, 422):
        yield from map(Way, _nonsense(right))
    elif status == 404:
        yield from map(Way, _elsewhere(right))
    if status == 429:
        yield Way(right, ("rate-limit", {"retry_after": 2, "form": pair.form or "seconds"}))
    elif status >= 400:
        yield Way(right, ("status", {"status": status}))


def _nonsense(right: Asked) -> Iterator[Asked]:
    for parameter in right.operation.parameters:
        name, schema = parameter["name"], parameter.get("schema", {})
        if parameter["in"] == "query" and schema.get("format") != "date":
            yield evolve(right, query={**right.query, name: "no such value"})
    if isinstance(right.body, dict) and "ids" in right.body:
        yield evolve(right, body={"ids": []})


def _elsewhere(right: Asked) -> Iterator[Asked]:
    for name in right.places:
        yield evolve(right, places={**right.places, name: _NAMED.get(name, _NOBODY)})
    if isinstance(right.body, dict) and "ids" in right.body:
        yield evolve(right, body={"ids": [_NOBODY]})
    if "ids" in right.query:
        yield evolve(right, query={"ids": [_NOBODY]})
