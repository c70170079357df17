"""Clients survive cancellation, early exits, and several event loops."""

from __future__ import annotations

import asyncio
import gc
import math
from collections.abc import AsyncIterator, Iterator
from typing import Any

import anyio
import httpx
import pytest
from qcontract import AsyncIonQ, Backoff, IonQ
from qcontract.flow.effects import Call, Flow, MaybeSent, NotSent, Page, Pause, Request
from support.client import KEY, bench
from support.listener import Listener
from support.scripted import ScriptedServer
from support.services import JOB, V04, job_ids

BACKENDS = ("asyncio", "trio")


class Watched:
    """A flow of pages that notes its end."""

    def __init__(self) -> None:
        self.closed = False

    def pages(self) -> Flow[None]:
        try:
            for number in range(3):
                yield Page((number,), str(number))
        finally:
            self.closed = True

    def waits(self) -> Flow[None]:
        try:
            yield Pause(3600, "for ever")
        finally:
            self.closed = True


def test_leaving_a_sync_loop_closes_its_flow() -> None:
    watched = Watched()
    with bench().client() as client:
        for page in client.driver.pages(watched.pages()):
            assert page.items == (0,)
            break
    gc.collect()
    assert watched.closed


@pytest.mark.parametrize("backend", BACKENDS)
def test_leaving_an_async_loop_closes_its_flow(backend: str) -> None:
    watched = Watched()

    async def main() -> None:
        async with bench(driver=backend).client() as client:
            async for page in client.driver.pages(watched.pages()):
                assert page.items == (0,)
                break
            gc.collect()
            assert watched.closed

    anyio.run(main, backend=backend)


@pytest.mark.parametrize("backend", BACKENDS)
def test_leaving_an_async_list_asks_no_more(backend: str) -> None:
    b = bench(V04.listed(job_ids(2), "more"), V04.shown(), driver=backend)

    async def main() -> None:
        async with b.client() as client:
            async for job in client.jobs.list():
                assert job.id == JOB
                break
            assert (await client.jobs.get(JOB)).id == JOB

    anyio.run(main, backend=backend)
    gc.collect()
    assert len(b.server.requests) == 2


@pytest.mark.parametrize("backend", BACKENDS)
def test_an_abandoned_wait_closes_its_flow_and_leaves_the_client_usable(backend: str) -> None:
    watched = Watched()
    b = bench(V04.shown("running"), V04.shown(), driver=backend, changes={"sleep": None})

    async def main() -> None:
        async with b.client() as client:
            with anyio.move_on_after(0.01) as scope:
                await client.driver.run(watched.waits())
            assert scope.cancelled_caught
            assert watched.closed
            with anyio.move_on_after(0.01) as scope:
                await client.jobs.wait(JOB)
            assert scope.cancelled_caught
            assert (await client.jobs.get(JOB)).status == "completed"

    anyio.run(main, backend=backend)


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_wait_on_a_virtual_clock_can_be_cancelled(backend: str) -> None:
    b = bench(then=V04.shown("running"), driver=backend)

    async def main() -> None:
        async with b.client() as client, anyio.create_task_group() as group:

            async def watch() -> None:
                while len(b.server.requests) < 5:
                    await anyio.lowlevel.checkpoint()
                group.cancel_scope.cancel()

            group.start_soon(watch)
            await client.jobs.wait(JOB, timeout=None)

    anyio.run(main, backend=backend)
    assert 5 <= len(b.server.requests) < 20


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_request_under_way_can_be_cancelled(backend: str) -> None:
    class Silent(httpx.AsyncBaseTransport):
        async def handle_async_request(self, _: httpx.Request) -> httpx.Response:
            await anyio.sleep(math.inf)
            raise AssertionError

    async def main() -> None:
        async with AsyncIonQ(key=KEY, transport=Silent()) as client:
            with anyio.move_on_after(0.01) as scope:
                await client.jobs.get(JOB)
            assert scope.cancelled_caught

    anyio.run(main, backend=backend)


@pytest.mark.parametrize("backend", BACKENDS)
def test_many_calls_at_once_share_one_client(backend: str) -> None:
    ids = job_ids(20)
    b = bench(then=lambda asked: V04.shown(job_id=asked.path.rpartition("/")[2]), driver=backend)
    found: list[Any] = []

    async def main() -> None:
        async with b.client() as client, anyio.create_task_group() as group:

            async def get(name: str) -> None:
                found.append((name, (await client.jobs.get(name)).id))

            for name in ids:
                group.start_soon(get, name)

    anyio.run(main, backend=backend)
    assert sorted(found) == [(name, name) for name in ids]


def test_one_client_serves_two_event_loops() -> None:
    server = ScriptedServer((), then=V04.shown())
    client = AsyncIonQ(key=KEY, transport=server.transport)

    async def main() -> str:
        return (await client.jobs.get(JOB)).id

    assert asyncio.run(main()) == asyncio.run(main()) == anyio.run(main, backend="trio") == JOB

    async def close() -> None:
        await client.aclose()
        await client.aclose()

    asyncio.run(close())
    assert asyncio.run(main()) == JOB


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # the first loop ends with a connection that nobody closed
def test_connections_of_a_loop_that_ended_are_not_used_again() -> None:
    with Listener(200, V04.shown()[2]) as service:
        client = AsyncIonQ(key=KEY, base_url=service.url, retry=Backoff(attempts=1))

        async def main(*, last: bool) -> str:
            found = (await client.jobs.get(JOB)).id
            if last:
                await client.aclose()
            return found

        assert asyncio.run(main(last=False)) == asyncio.run(main(last=True)) == JOB
        gc.collect()


def test_a_closed_client_opens_again() -> None:
    server = ScriptedServer((), then=V04.shown())
    client = IonQ(key=KEY, transport=server.transport)
    client.close()
    assert client.jobs.get(JOB).id == JOB
    client.close()
    client.close()
    assert client.jobs.get(JOB).id == JOB


def test_pages_are_iterators() -> None:
    b = bench(V04.listed(job_ids(1), None))
    with b.client() as client:
        assert isinstance(client.jobs.pages(), Iterator)
        assert isinstance(client.jobs.list(), Iterator)
    assert isinstance(AsyncIonQ(key=KEY).jobs.list(), AsyncIterator)


def test_a_flow_sees_the_failure_of_its_call() -> None:
    seen: list[object] = []

    def flow() -> Flow[str]:
        for _ in range(2):
            try:
                yield Call("op", Request("GET", "/jobs/x"), parse=lambda reply: reply)  # type: ignore[arg-type,return-value]
            except (NotSent, MaybeSent) as error:
                seen.append((type(error).__name__, getattr(error, "timeout", None)))
        return "done"

    with bench(httpx.ConnectError("no"), httpx.ReadTimeout("late")).client() as client:
        assert client.driver.run(flow()) == "done"
    assert seen == [("NotSent", None), ("MaybeSent", True)]
