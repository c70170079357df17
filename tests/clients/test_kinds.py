"""Values of the wrong kind are refused by name, before anything is sent, whoever leaves the types unchecked."""

from __future__ import annotations

from typing import Any

import pytest
from qcontract import Circuit, ConfigurationError
from qcontract.clients import kinds
from qcontract.clients.options import ClientOptions, FilterOptions, SubmitOptions
from support.client import DRIVERS, bench
from support.services import DIALECTS, JOB, V04, Dialect

CIRCUIT = Circuit(1).x(0)

CASES: list[tuple[str, tuple[Any, ...], dict[str, Any], str]] = [
    ("jobs.submit", (CIRCUIT,), {"backend": 5}, "submit cannot use backend=5"),
    ("jobs.submit", (CIRCUIT,), {"name": 5}, "submit cannot use name=5"),
    ("jobs.submit", (CIRCUIT,), {"metadata": "x"}, "texts by name"),
    ("jobs.submit", (CIRCUIT,), {"metadata": [("a", "b")]}, "texts by name"),
    ("jobs.submit", (CIRCUIT,), {"noise": {"model": "aria-1"}}, "the name of a noise model, or NoiseModel("),
    ("jobs.submit", (CIRCUIT,), {"debias": "yes"}, "True or False"),
    ("jobs.submit", (CIRCUIT,), {"dry_run": 1}, "True or False"),
    ("jobs.submit", (CIRCUIT,), {"session": 3}, "the id of a session"),
    ("jobs.submit", (CIRCUIT,), {"token": 3}, "submit cannot use token=3"),
    ("jobs.submit", (CIRCUIT,), {"shot": 3}, "did you mean shots?"),
    ("jobs.list", (), {"ids": JOB}, "a tuple of ids"),
    ("jobs.list", (), {"ids": 5}, "a tuple of ids"),
    ("jobs.list", (), {"status": 5}, "list cannot use status=5"),
    ("jobs.list", (), {"backend": 5}, "list cannot use backend=5"),
    ("jobs.list", (), {"parent": 5}, "the id of a job"),
    ("jobs.wait", (JOB,), {"timeout": "10"}, "a number of seconds and not negative, got '10'"),
    ("jobs.wait", (JOB,), {"pace": 3}, "pace must be a Pace"),
    ("backends.get", (None,), {}, "not the name of a backend: None"),
    ("backends.get", (5,), {}, "backends.list() tells which there are"),
]


@pytest.mark.parametrize(("method", "arguments", "options", "told"), CASES, ids=lambda one: str(one)[:40])
@pytest.mark.parametrize("driver", DRIVERS)
def test_what_cannot_be_meant_is_not_sent(
    method: str, arguments: tuple[Any, ...], options: dict[str, Any], told: str, driver: str
) -> None:
    b = bench(driver=driver)
    with pytest.raises(ConfigurationError) as caught:
        b.run(method, *arguments, **options)
    assert told in str(caught.value)
    assert b.server.requests == []


@pytest.mark.parametrize("dialect", DIALECTS, ids=str)
@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"timeout": "10"}, "cannot use timeout='10'"),
        ({"retry": 3}, "a Backoff"),
        ({"transport": 3}, "emulator.transport()"),
        ({"on_event": 3}, "a function of one event"),
        ({"context": 3}, "a Context"),
        ({"base_url": 5}, "cannot use base_url=5"),
        ({"profile": 5}, "a section of the configuration file"),
        ({"keys": "x"}, "did you mean key?"),
    ],
    ids=str,
)
def test_a_client_is_not_made_of_it(dialect: Dialect, options: dict[str, Any], told: str) -> None:
    for kind in (dialect.sync, dialect.asynchronous):
        with pytest.raises(ConfigurationError) as caught:
            kind(dialect.contract, **{"key": "test-key", **options})
        assert told in str(caught.value)


@pytest.mark.parametrize("key", [b"a-canary-key", ["a-canary-key"]])
def test_a_key_of_another_kind_is_not_shown(key: Any) -> None:
    with pytest.raises(ConfigurationError, match="cannot use key=") as caught:
        V04.sync(key=key)
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize("api", [0.4, 4, ["v0.4"]])
def test_an_api_is_a_text(api: Any) -> None:
    with pytest.raises(ConfigurationError, match="IonQ has no API") as caught:
        V04.sync(api, key="test-key")
    assert '"v0.4"' in (caught.value.hint or "")


def test_every_option_has_a_kind_or_is_checked_where_it_is_used() -> None:
    pairs = ((ClientOptions, kinds.CLIENT), (SubmitOptions, kinds.SUBMIT), (FilterOptions, kinds.FILTER))
    elsewhere = {name for options, known in pairs for name in options.__annotations__.keys() ^ known.keys()}
    assert elsewhere == {"max_cost", "shots", "page_size"}
