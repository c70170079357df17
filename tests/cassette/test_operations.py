"""Every documented answer of every operation: recorded once, and read by the generated functions, sync and async."""

from __future__ import annotations

import json

import httpx
import pytest
from cassette.accounts import account, emulator_of
from cassette.reaching import Pair, pairs, unreached, way
from cassette.speaking import CONTRACTS, ask, ask_async, parsing, recalled
from contract.test_client_reads import plain, same
from qcontract.contract import packaged
from qcontract.flow.effects import Reply
from support.exchanges import exchanges
from support.gate import base_of
from support.tapes import EMULATOR, Tape, path_of, play

REACHED = [pair for pair in pairs() if str(pair) not in unreached()]
NETWORK, ASYNC_NETWORK = httpx.HTTPTransport(verify=False), httpx.AsyncHTTPTransport(verify=False)
"""What a program would use; vcrpy answers in its place."""


@pytest.fixture(params=REACHED, ids=str)
def pair(request: pytest.FixtureRequest) -> Pair:
    return request.param


def test_recorded_once_and_read_three_times(pair: Pair, tape: Tape, recording: bool) -> None:
    if recording:
        record(pair, tape)
    path = path_of(pair.contract, pair.name)
    [exchange] = exchanges(path)
    assert exchange.status == pair.status
    asked = recalled(exchange, packaged(pair.contract))
    assert asked.operation.operation_id == pair.operation.operation_id
    base_url = base_of(exchange, packaged(pair.contract))
    told = []
    with play(path):
        told.append(ask(pair.contract, asked, base_url, NETWORK))
    for backend in ("asyncio", "trio"):
        with play(path):
            told.append(ask_async(pair.contract, asked, base_url, lambda: ASYNC_NETWORK, backend))
    for one in told:
        assert (one.status, one.content) == (exchange.status, exchange.body)
        assert one.headers.get("retry-after") == exchange.headers.get("retry-after")
        if one.status < 300:
            assert same(plain(one.parsed), json.loads(exchange.body))
    if pair.word in pair.operation.responses and pair.operation.responses[pair.word].get("content"):
        reply = Reply(exchange.status, exchange.headers, exchange.body)
        assert pair.word == "default" or parsing(pair.contract, asked, reply) is not None


def record(pair: Pair, tape: Tape) -> None:
    found = way(pair)
    assert found is not None, f"{pair}: nothing leads there; give the reason in unreached.toml"
    source = f"{EMULATOR}; {'it was asked' if found.fault is None else 'a fault was asked for'}"
    with emulator_of(pair.contract) as emulator:
        account(emulator, pair.contract)
        with found.disturb(emulator), tape(pair.contract, pair.name, source=source):
            ask(pair.contract, found.asked, emulator.base_url(pair.contract), emulator.transport())


def test_nothing_listed_as_unreached_is_reached(recording: bool) -> None:
    documented = {str(pair): pair for pair in pairs()}
    assert unreached().keys() <= documented.keys()
    assert all(len(reason) > 20 for reason in unreached().values())
    if recording:
        assert [name for name in unreached() if way(documented[name])] == []


@pytest.mark.parametrize("contract", CONTRACTS)
def test_every_documented_answer_is_recorded_or_listed(contract: str) -> None:
    documented = [pair for pair in pairs() if pair.contract == contract]
    there = {path.stem for path in path_of(contract, "any").parent.glob("*.*.yaml")}
    listed = {pair.name for pair in documented if str(pair) in unreached()}
    assert there | listed == {pair.name for pair in documented}
    assert not there & listed
