"""A priced backend runs only with permission, and the price is asked for first."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from attrs import define
from qcontract.emulator import Emulator, Request
from support.command import ASYMMETRIC, Command, Ended
from support.loopback import loopback
from support.scripted import Answer, Asked, answer
from support.services import QBRAID, V03, V04, V04_MAY, Dialect

PRICED = {"ionq-v0.3": "qpu.harmony", "ionq-v0.4": "qpu.forte-1", "qbraid-v2": "ionq:ionq:sim:simulator"}


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator() as emulator:
        yield emulator


@define
class Shop:
    """A service whose priced backends cost what the test says, estimated in the words of the emulator."""

    qcontract: Command
    emulator: Emulator
    jobs: int = 0
    estimates: int = 0

    def offer(self, dialect: Dialect, price: object, *more: str) -> Ended:
        """Run on a priced backend."""

        def reply(asked: Asked) -> Answer:
            if "estimate" in asked.url:
                self.estimates += 1
                return self._estimate(asked, price)
            if asked.method == "POST":
                self.jobs += 1
                return dialect.accepted()
            return dialect.shown("failed")

        with loopback(reply) as server:
            vendor, root = ("QBRAID", dialect.root) if dialect is QBRAID else ("IONQ", "")
            named = {f"{vendor}_API_KEY": "test-key", f"{vendor}_API_URL": server.origin + root}
            more = ("--backend", PRICED[dialect.api], *more)
            return self.qcontract("run", ASYMMETRIC, "--live", "--api", dialect.contract, *more, **named)

    def _estimate(self, asked: Asked, price: object) -> Answer:
        answered = self.emulator.handle(Request.of("GET", asked.url, asked.headers, b""))
        body = answered.json()
        body.get("data", body)["estimatedCost" if "data" in body else "estimated_total_cost"] = price
        return answer(answered.status, body)


@pytest.fixture
def shop(qcontract: Command, emulator: Emulator) -> Shop:
    return Shop(qcontract, emulator)


@pytest.mark.parametrize(
    ("dialect", "words"),
    [
        (V03, "its price is not known"),
        (V04_MAY, "estimated to cost 97.5 usd"),
        (V04, "estimated to cost 97.5 usd"),
        (QBRAID, "estimated to cost 97.5 credits"),
    ],
    ids=str,
)
def test_without_permission_nothing_is_submitted(shop: Shop, dialect: Dialect, words: str) -> None:
    ended = shop.offer(dialect, 97.5)
    ended.refused(2, "priced backend", "nothing was submitted", "--yes", words)
    assert shop.jobs == 0


@pytest.mark.parametrize(("limit", "submitted"), [("97.49", 0), ("0", 0), ("97.5", 1), ("1e3", 1)])
@pytest.mark.parametrize("dialect", [V04, QBRAID], ids=str)
def test_a_limit(shop: Shop, dialect: Dialect, limit: str, submitted: int) -> None:
    ended = shop.offer(dialect, 97.5, "--max-cost", limit)
    assert (ended.code, shop.jobs) == (1 if submitted else 2, submitted), ended


@pytest.mark.parametrize("limit", ["garbage", "", "nan", "-1", "1,5", "$5"])
def test_a_limit_that_is_none(shop: Shop, limit: str) -> None:
    shop.offer(V04, 0.01, f"--max-cost={limit}").refused(2, "max_cost must")
    assert (shop.jobs, shop.estimates) == (0, 0)


@pytest.mark.parametrize("price", [None, "NaN", "much"])
def test_an_unknown_price_is_over_every_limit(shop: Shop, price: object) -> None:
    ended = shop.offer(V04, price, "--max-cost", "1000000")
    assert (ended.code in {2, 5}, ended.out, shop.jobs) == (True, "", 0), ended


def test_yes_allows_any_price_and_does_not_ask_for_it(shop: Shop) -> None:
    ended = shop.offer(V04, None, "--yes")
    assert (ended.code, shop.jobs, shop.estimates) == (1, 1, 0)


def test_yes_and_a_limit(shop: Shop) -> None:
    shop.offer(V04, 1, "--yes", "--max-cost", "1").refused(2, "--max-cost and --yes exclude each other")
    assert (shop.jobs, shop.estimates) == (0, 0)


def test_a_free_backend_needs_no_permission(qcontract: Command) -> None:
    with loopback(lambda asked: V04.accepted() if asked.method == "POST" else V04.shown("failed")) as server:
        qcontract("run", ASYMMETRIC, "--live", IONQ_API_KEY="test-key", IONQ_API_URL=server.origin)
    assert [json.loads(asked.body)["backend"] for asked in server.sent("POST")] == ["simulator"]
