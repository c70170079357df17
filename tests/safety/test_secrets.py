"""A planted key is looked for wherever something is shown, logged, raised, stored or recorded."""

from __future__ import annotations

import gc
import importlib
import json
import logging
import pickle
import pkgutil
import re
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
import qcontract
import qcontract_api
from qcontract import errors
from qcontract.emulator import Emulator, Request
from qcontract.flow.context import Context
from support.command import ASYMMETRIC, REPOSITORY, Command
from support.loopback import Loopback, closed_origin, loopback
from support.scripted import Answer, Asked, answer, html
from support.services import DIALECTS, QBRAID, V04, Dialect
from support.virtual import VirtualClock

KEY = "planted-key-5e1f0c93b7aa42"
every_dialect = pytest.mark.parametrize("dialect", DIALECTS, ids=str)
CIRCUIT = qcontract.Circuit(3).x(0).ry(1.0471975511965976, 2)


def views(thing: object) -> Iterator[str]:
    """How Python shows a thing: to people, to developers, and member by member."""
    yield repr(thing)
    yield str(thing)
    yield f"{thing}"
    for members in _members(thing):
        yield repr(members)
        yield from map(repr, members.values())


def _members(thing: object) -> Iterator[dict[str, object]]:
    if hasattr(thing, "__dict__"):
        yield dict(vars(thing))
    if hasattr(thing, "__attrs_attrs__"):
        yield {field.name: getattr(thing, field.name, None) for field in type(thing).__attrs_attrs__}  # type: ignore[attr-defined]


def reachable(thing: object, depth: int = 6) -> Iterator[object]:
    """Every object of ours that can be reached from a thing."""
    seen: dict[int, object] = {}
    front = [thing]
    for _ in range(depth):
        front = [next_ for one in front for next_ in gc.get_referents(one) if id(next_) not in seen]
        seen |= {id(one): one for one in front}
    return (one for one in seen.values() if type(one).__module__.startswith(("qcontract", "httpx")))


def assert_hidden(*texts: str) -> None:
    for text in texts:
        assert KEY not in text, text[max(0, text.find(KEY) - 200) :][:500]


def assert_shows_nothing(thing: object) -> None:
    assert_hidden(*views(thing))
    for one in reachable(thing):
        assert_hidden(*(repr(one), str(one)))


def address(server: Loopback, dialect: Dialect) -> str:
    return server.origin + dialect.root


def completed(dialect: Dialect) -> Callable[[Asked], Answer]:
    states = {"0": 1.0} if dialect is not QBRAID else dialect.wrap({"resultData": {"measurementCounts": {"000": 9}}})

    def reply(asked: Asked) -> Answer:
        if asked.method == "POST":
            return dialect.accepted()
        return answer(200, states) if "/result" in asked.url else dialect.shown("completed")

    return reply


def use(client: Any) -> list[object]:
    """Everything that a sync client hands out on the way from a circuit to its result."""
    job = client.jobs.submit(CIRCUIT)
    done = client.jobs.wait(job)
    pages = client.jobs.pages()
    return [
        client,
        client.plan,
        client.jobs,
        client.backends,
        client.driver,
        pages,
        job,
        done,
        client.jobs.result(done),
    ]


async def use_async(client: Any) -> list[object]:
    async with client:
        done = await client.jobs.wait(await client.jobs.submit(CIRCUIT))
        return [client, client.plan, client.jobs, client.driver, done, await client.jobs.result(done)]


@every_dialect
def test_objects_and_logs(dialect: Dialect, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with loopback(completed(dialect)) as server:
        with dialect.sync(dialect.contract, key=KEY, base_url=address(server, dialect)) as client:
            shown = use(client)
            for thing in shown:
                assert_shows_nothing(thing)
        for backend in ("asyncio", "trio"):
            fresh = dialect.asynchronous(dialect.contract, key=KEY, base_url=address(server, dialect))
            for thing in anyio.run(use_async, fresh, backend=backend):
                assert_shows_nothing(thing)
    assert any(KEY in json.dumps(dict(asked.headers)) for asked in server.requests), "the service did get the key"
    logged = "\n".join(f"{record.name} {record.getMessage()} {record.args}" for record in caplog.records)
    assert "httpcore" in {record.name.partition(".")[0] for record in caplog.records}
    assert_hidden(caplog.text, logged)


@pytest.mark.parametrize("kind", [qcontract.IonQ, qcontract.AsyncIonQ, qcontract.QBraid, qcontract.AsyncQBraid])
def test_a_client_cannot_be_pickled_with_its_key(kind: Any) -> None:
    client = kind(key=KEY)
    assert_shows_nothing(client)
    with pytest.raises((TypeError, AttributeError, pickle.PicklingError)):
        pickle.dumps(client)


def echo(status: int) -> Callable[[Asked], Answer]:
    """A service that repeats what it was sent, key included, as debugging pages of proxies do."""

    def reply(asked: Asked) -> Answer:
        sent = dict(asked.headers)
        return answer(status, {"message": json.dumps(sent), "headers": sent}, x_request_id=f"for {KEY}")

    return reply


def ended(dialect: Dialect, status: str) -> Callable[[Asked], Answer]:
    return lambda asked: dialect.accepted() if asked.method == "POST" else dialect.shown(status)


def failing() -> dict[str, tuple[type[errors.QContractError], Callable[[Asked], Answer]]]:
    """A server for every error that an answer can end in."""
    by_status: dict[int, type[errors.QContractError]] = {
        400: errors.InvalidRequestError,
        401: errors.AuthenticationError,
        403: errors.PermissionDeniedError,
        404: errors.NotFoundError,
        409: errors.ConflictError,
        429: errors.RateLimitError,
        500: errors.SubmissionUnknown,
    }
    found: dict[str, tuple[type[errors.QContractError], Callable[[Asked], Answer]]] = {
        str(status): (kind, echo(status)) for status, kind in by_status.items()
    }
    found["accepted, but strange"] = (errors.SubmissionUnknown, echo(200))
    found["html"] = (errors.SubmissionUnknown, lambda _: html())
    found["failed"] = (errors.JobFailed, ended(V04, "failed"))
    found["canceled"] = (errors.JobCanceled, ended(V04, "canceled"))
    found["never ends"] = (errors.WaitTimeout, ended(V04, "running"))
    return found


def raised(action: Callable[[], object]) -> errors.QContractError:
    with pytest.raises(errors.QContractError) as caught:
        action()
    return caught.value


def assert_error_hides(error: BaseException) -> None:
    assert_hidden("".join(traceback.format_exception(error)))
    chain: BaseException | None = error
    while chain is not None:
        assert_hidden(*views(chain))
        chain = chain.__cause__ or chain.__context__


def assert_locals_hide(error: BaseException) -> None:
    """Look also at the local variables of our own frames, which some services that collect errors send along."""
    shown = traceback.TracebackException.from_exception(error, capture_locals=True).format()
    frames = [frame for frame in shown if "/qcontract/" in frame]
    assert frames
    assert_hidden(*frames)


def quick() -> Context:
    """Time that stands still, so that retries and waits take none."""
    return VirtualClock().context()


def wait_for_it(client: Any) -> None:
    client.jobs.result(client.jobs.wait(client.jobs.submit(CIRCUIT)))


async def wait_for_it_async(client: Any) -> None:
    async with client:
        await client.jobs.result(await client.jobs.wait(await client.jobs.submit(CIRCUIT)))


@pytest.mark.parametrize(("kind", "reply"), failing().values(), ids=failing())
def test_errors(kind: type[errors.QContractError], reply: Callable[[Asked], Answer]) -> None:
    with loopback(reply) as server:
        given: dict[str, Any] = {"key": KEY, "base_url": address(server, V04)}
        client = qcontract.IonQ(**given, context=quick())
        fresh = qcontract.AsyncIonQ(**given, context=quick())
        for action in (lambda: wait_for_it(client), lambda: anyio.run(wait_for_it_async, fresh)):
            error = raised(action)
            assert type(error) is kind
            assert_error_hides(error)
            assert_locals_hide(error)
        client.close()


@pytest.mark.parametrize(("status", "kind"), [(200, errors.ResponseShapeError), (503, errors.ServerError)])
@every_dialect
def test_errors_of_reading(dialect: Dialect, status: int, kind: type[errors.QContractError]) -> None:
    with loopback(echo(status)) as server:
        given: dict[str, Any] = {"key": KEY, "base_url": address(server, dialect), "context": quick()}
        with dialect.sync(dialect.contract, **given) as client:
            error = raised(lambda: client.backends.get("simulator"))
    assert isinstance(error, kind)
    assert_error_hides(error)


def test_errors_of_the_connection() -> None:
    with qcontract.IonQ(key=KEY, base_url=closed_origin(), context=quick()) as client:
        error = raised(lambda: wait_for_it(client))
    assert type(error) is errors.ConnectionFailed
    assert_error_hides(error)
    assert_locals_hide(error)


def test_errors_of_a_silent_service() -> None:
    def hang_up(_: Asked) -> Answer:
        raise ConnectionAbortedError

    with (
        loopback(hang_up) as server,
        qcontract.IonQ(key=KEY, base_url=address(server, V04), context=quick()) as client,
    ):
        submission, reading = raised(lambda: wait_for_it(client)), raised(lambda: client.jobs.get("job-1"))
    assert (type(submission), type(reading)) == (errors.SubmissionUnknown, errors.ConnectionFailed)
    assert_error_hides(submission)
    assert_error_hides(reading)


@pytest.mark.parametrize("key", [f"{KEY} x", f"{KEY}\n", f"{KEY}é", f"\x1b{KEY}"])
def test_a_key_that_cannot_be_one(key: str) -> None:
    assert_error_hides(raised(lambda: qcontract.IonQ(key=key)))


@pytest.mark.parametrize("url", [f"https://user:{KEY}@host", f"https://host/?key={KEY}", f"https://host/#{KEY}"])
def test_a_key_in_an_address(url: str) -> None:
    assert_error_hides(raised(lambda: qcontract.IonQ(key="k", base_url=url)))


@pytest.mark.parametrize(
    "reply", [echo(401), echo(400), echo(500), completed(V04), html()], ids=["401", "400", "500", "completed", "html"]
)
def test_the_command(reply: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("qcontract.clients.assembly.Context", VirtualClock().context)
    with loopback(reply if callable(reply) else lambda _: reply) as server:
        run = Command(monkeypatch, tmp_path)
        done = run("run", ASYMMETRIC, "--live", IONQ_API_KEY=KEY, IONQ_API_URL=server.origin)
    assert len(server.requests) > 0
    assert_hidden(done.out, done.err)


def test_the_store_and_the_answers_of_the_emulator(tmp_path: Path) -> None:
    store = tmp_path / "jobs.sqlite"
    answers: list[str] = []
    with Emulator(db=store) as emulator:
        for dialect in DIALECTS:
            given: dict[str, Any] = {"key": KEY, "transport": emulator.transport()}
            base = emulator.base_url(dialect.contract)
            with dialect.sync(dialect.contract, **given, base_url=base) as client:
                for thing in use(client):
                    assert_shows_nothing(thing)
            headers = {"authorization": f"apiKey {KEY}", "x-api-key": KEY}
            for path in ("/jobs", "/backends", "/devices", "/whoami", "/users/me", "/nowhere", "/jobs/x"):
                replied = emulator.handle(Request.of("GET", base + path, headers, b""))
                answers += [replied.body.decode(), json.dumps(dict(replied.headers))]
        assert_hidden(*answers, repr(emulator), *map(repr, vars(emulator).values()))
        assert_stored_nowhere(tmp_path)
    assert_stored_nowhere(tmp_path)


def assert_stored_nowhere(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert any(path.stat().st_size > 0 for path in files)
    for path in files:
        assert KEY.encode() not in path.read_bytes(), path


CASSETTES = sorted((REPOSITORY / "cassettes").rglob("*.yaml"))


@pytest.mark.parametrize("path", CASSETTES, ids=lambda path: str(path.relative_to(REPOSITORY / "cassettes")))
def test_cassettes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    values = re.findall(r"(?im)^\s*(?:authorization|x-api-key|cookie|set-cookie):[ \t]*(?:\n\s*- *)?(.*)$", text)
    assert set(values) <= {"REDACTED"}
    assert re.search(r"(?i)\b(apikey|bearer) +[\w-]{8}", text) is None


def test_there_are_cassettes() -> None:
    assert CASSETTES


PACKAGES = [module.name for module in pkgutil.iter_modules(qcontract_api.__path__) if module.ispkg]


@pytest.mark.parametrize("package", PACKAGES)
def test_generated_clients(package: str) -> None:
    kind = importlib.import_module(f"qcontract_api.{package}").AuthenticatedClient
    client = kind("https://example.invalid", token=KEY, headers={"x": KEY}, cookies={"y": KEY})
    again = client.with_headers({"z": KEY}).with_cookies({"z": KEY}).with_timeout(httpx.Timeout(1.0))
    for one in (client, again):
        assert_hidden(repr(one), str(one), f"{one}")
