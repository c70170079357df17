"""A key is sent in one header and is seen nowhere else."""

from __future__ import annotations

import copy
import io
import logging
import pickle
import socket
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qcontract import AsyncIonQ, Circuit, IonQ, NotFoundError, QContractError, Secret
from support.client import DRIVERS, bench
from support.failures import MAYBE_SENT, NOT_SENT
from support.scripted import answer, html
from support.services import DIALECTS, JOB, QBRAID, V04, Dialect

KEY = "hunter2-hunter2-hunter2"
CIRCUIT = Circuit(1).x(0)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that any logger says."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(name)s %(message)s %(args)s"))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.setLevel(level)
    root.removeHandler(handler)


ECHO = f'{{"message": "bad header authorization: apiKey {KEY}"}}'.encode()
FAILURES: list[Any] = [
    *(answer(status, ECHO, x_echo=KEY) for status in (302, 400, 401, 403, 404, 409, 413, 422, 429, 500, 503)),
    answer(200, ECHO),
    answer(201, b"[" + ECHO),
    html(200),
    *(kind("broken") for kind in (*NOT_SENT, *MAYBE_SENT)),
]


@pytest.mark.parametrize(
    ("dialect", "driver"), [*((dialect, "sync") for dialect in DIALECTS), (V04, "asyncio"), (QBRAID, "trio")], ids=str
)
@pytest.mark.parametrize("method", ["jobs.submit", "jobs.get", "jobs.wait", "jobs.delete"])
def test_no_error_shows_the_key(dialect: Dialect, driver: str, method: str, log: io.StringIO) -> None:
    for failure in FAILURES if driver == "sync" else FAILURES[::5]:
        b = bench(then=failure, dialect=dialect, driver=driver, options={"key": KEY})
        options = {"timeout": 0.3} if method == "jobs.wait" else {}
        error = b.attempt(method, CIRCUIT if method == "jobs.submit" else JOB, **options)
        assert isinstance(error, QContractError)
        seen = "".join(traceback.format_exception(error)) + repr(error) + repr(vars(error)) + repr(b.events)
        assert KEY not in seen
        assert KEY in str(b.server.requests[0].headers)
    assert KEY not in log.getvalue()


def _url(listener: socket.socket) -> str:
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


def _answer_once(listener: socket.socket) -> None:
    connection, _ = listener.accept()
    with connection:
        connection.recv(65536)
        connection.sendall(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n")


def test_the_loggers_of_httpx_do_not_show_the_key(log: io.StringIO) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener, IonQ(key=KEY, base_url=_url(listener)) as client:
        threading.Thread(target=_answer_once, args=(listener,), daemon=True).start()
        with pytest.raises(NotFoundError):
            client.jobs.get(JOB)
    assert "httpcore" in log.getvalue()
    assert KEY not in log.getvalue()


@pytest.mark.parametrize("driver", DRIVERS)
def test_no_representation_shows_the_key(driver: str) -> None:
    for dialect in DIALECTS:
        b = bench(dialect=dialect, driver=driver, options={"key": KEY})
        client = b.client()
        things = [client, client.jobs, client.backends, client.driver, client.plan, client.plan.settings]
        things += [client.plan.flows, client.plan.flows.context, client.plan.vendor, client.driver._destination]
        for thing in things:
            assert KEY not in f"{thing!r} {thing!s} {thing}"


def test_a_secret_hides_itself() -> None:
    secret = Secret(KEY)
    assert KEY not in f"{secret} {secret!r} {[secret]} {'%s' % secret}"  # noqa: UP031 - every way to print it
    assert secret.reveal() == KEY
    assert secret == Secret(KEY) != Secret("other")
    assert len({secret, Secret(KEY)}) == 1
    assert secret.redact(f"a {KEY} b {KEY}") == "a [redacted] b [redacted]"
    assert Secret("").redact("text") == "text"
    assert not hasattr(secret, "__dict__")


def test_a_secret_leaves_its_process_only_by_name() -> None:
    for leave in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="cannot be pickled"):
            leave(Secret(KEY))


@pytest.mark.parametrize("kind", [IonQ, AsyncIonQ])
@pytest.mark.parametrize(
    ("make", "environment"),
    [
        (lambda kind: kind("v0.4", key=KEY, base_url="ftp://x"), {}),
        (lambda kind: kind("v0.4", key=KEY, base_url="https://x/v0.3"), {}),
        (lambda kind: kind("v0.4", key=f"{KEY}\n"), {}),
        (lambda kind: kind("v0.4", key=KEY, timeout=-1), {}),
        (lambda kind: kind("v0.4", key=KEY, profile="none"), {}),
        (lambda kind: kind("v0.4", key=KEY, bass_url="x"), {}),
        (lambda kind: kind("v9", key=KEY), {}),
        (lambda kind: kind("v0.4", base_url="ftp://x"), {"IONQ_API_KEY": KEY}),
        (lambda kind: kind("v0.4"), {"IONQ_API_KEY": f"{KEY} "}),
        (lambda kind: kind("v0.4", key="a b"), {"SOMEBODY_ELSES_KEY": KEY}),
        (lambda kind: kind("v0.4"), {"SOMEBODY_ELSES_KEY": KEY}),
        (lambda kind: kind("v0.4", profile="none"), {"XDG_CONFIG_HOME": "file"}),
        (lambda kind: kind("v0.4", profile="odd"), {"XDG_CONFIG_HOME": "file"}),
        (lambda kind: kind("v0.4", base_url="ftp://x"), {"XDG_CONFIG_HOME": "file"}),
        (lambda kind: kind("v0.4", profile="spaced"), {"XDG_CONFIG_HOME": "file"}),
    ],
)
def test_no_report_with_the_locals_of_every_frame_shows_the_key(
    kind: Any, make: Any, environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such reports are what error trackers send elsewhere."""
    for name in ("IONQ_API_KEY", "IONQ_API_URL", "QCONTRACT_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "qcontract").mkdir()
    (tmp_path / "qcontract" / "config.toml").write_text(
        f'[default.ionq]\nkey = "{KEY}"\n[odd.ionq]\nkey = "{KEY}"\nbase_url = 5\n[spaced.ionq]\nkey = "{KEY} "\n'
    )
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "nothing"))
    for name, value in environment.items():
        monkeypatch.setenv(name, str(tmp_path) if value == "file" else value)
    report = _report(make, kind)
    assert "in plan\n" in report
    assert KEY not in report


def _report(make: Any, kind: Any) -> str:
    try:
        make(kind)
    except QContractError as error:
        return "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    raise AssertionError("it was made")


def test_a_client_that_was_never_made_can_be_shown() -> None:
    assert repr(IonQ.__new__(IonQ)) == "IonQ(not made)"
