"""Where a program runs is always said, and what is said has to make sense."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.command import ASYMMETRIC, Command
from support.loopback import closed_origin, loopback
from support.services import V04

RUN = ("run", ASYMMETRIC)


def configure(qcontract: Command, content: str | bytes) -> None:
    folder = qcontract.home / ".config/qcontract"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_bytes(content.encode() if isinstance(content, str) else content)


@pytest.mark.parametrize("more", [(), ("--live",)])
@pytest.mark.parametrize(
    ("api", "variable"), [("ionq-v0.3", "IONQ_API_KEY"), ("ionq-v0.4", "IONQ_API_KEY"), ("qbraid-v2", "QBRAID_API_KEY")]
)
def test_without_a_key_both_ways_are_named(qcontract: Command, api: str, variable: str, more: tuple[str, ...]) -> None:
    qcontract(*RUN, "--api", api, *more).refused(4, "no key", variable, "--emulator")


def test_a_key_alone_is_no_destination(qcontract: Command) -> None:
    qcontract(*RUN, IONQ_API_KEY="test-key").refused(2, "where should it run?", "--emulator", "--live")


def test_two_destinations(qcontract: Command) -> None:
    qcontract(*RUN, "--emulator", "--live", IONQ_API_KEY="test-key").refused(2, "exclude each other")


@pytest.mark.parametrize("where", ["--emulator", "--live"])
@pytest.mark.parametrize(
    ("api", "words"),
    [
        ("ionq-v0.5", ["there is no contract 'ionq-v0.5'", "close names: ionq-v0.4"]),
        ("ionq-v0.4@2026-10-02", ["no contract", "ionq-v0.4@2026-10-01"]),
        ("ionq-v0.4@", ["no contract", "close names"]),
        ("v0.4", ["no contract", "ionq-v0.4"]),
        ("rigetti-v1", ["there is no contract 'rigetti-v1'", "hint: "]),
        ("", ["there is no contract ''"]),
        ("\udcff", ["not valid UTF-8"]),
    ],
)
def test_an_unknown_contract(qcontract: Command, api: str, words: list[str], where: str) -> None:
    qcontract(*RUN, where, "--api", api, IONQ_API_KEY="test-key").refused(2, *words)


@pytest.mark.parametrize("api", ["ionq-v0.4@2026-04-30.get-jobs", "qbraid-v2@documented.get-job"])
def test_a_contract_of_one_operation(qcontract: Command, api: str) -> None:
    qcontract(*RUN, "--emulator", "--api", api).refused(2, api)
    qcontract(*RUN, "--live", "--api", api, IONQ_API_KEY="k", QBRAID_API_KEY="k").refused(2, api, "has no client")


@pytest.mark.parametrize("url", ["https://example.invalid/v0.3", "https://example.invalid/v0.3/"])
def test_an_address_of_another_version(qcontract: Command, url: str) -> None:
    ended = qcontract(*RUN, "--live", IONQ_API_KEY="test-key", IONQ_API_URL=url)
    ended.refused(2, "environment IONQ_API_URL", "/v0.3", "ionq-v0.4")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://example.invalid.test", ["plain http"]),
        ("ftp://127.0.0.1", ["not an http(s) address"]),
        ("127.0.0.1:80", ["not an http(s) address"]),
        ("http://[", ["not an address"]),
        ("https://user:pass@127.0.0.1", ["no user, password"]),
        ("http://127.0.0.1:99999", ["not an address"]),
    ],
)
def test_an_address_that_is_none(qcontract: Command, url: str, words: list[str]) -> None:
    ended = qcontract(*RUN, "--live", IONQ_API_KEY="test-key", IONQ_API_URL=url)
    ended.refused(2, *words)
    assert "user:pass" not in ended.err


@pytest.mark.parametrize("key", ["two words", "line\nbreak", "schlüssel"])
def test_a_key_that_is_none_is_not_shown(qcontract: Command, key: str) -> None:
    ended = qcontract(*RUN, "--live", IONQ_API_KEY=key)
    ended.refused(2, "the key for IonQ has a space, line break")
    assert key not in ended.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[default", ["config.toml is not valid TOML"]),
        (b"\xff", ["cannot read the configuration file"]),
        ("[default.ionq]\nkey = 5", ["[default.ionq]", "must hold the texts"]),
        ("[default]\nionq = 5", ["[default.ionq]"]),
    ],
)
def test_a_malformed_configuration(qcontract: Command, content: str | bytes, words: list[str]) -> None:
    configure(qcontract, content)
    qcontract(*RUN, "--live").refused(2, *words)


def test_an_unknown_profile(qcontract: Command) -> None:
    configure(qcontract, '[default.ionq]\nkey = "test-key"\n[work.ionq]\nkey = "test-key"')
    qcontract(*RUN, "--live", QCONTRACT_PROFILE="wrok").refused(2, "no profile 'wrok'", "default, work")


def test_the_emulator_needs_no_setting_and_reads_none(qcontract: Command) -> None:
    """No key, no profile and no proxy that is meant for the real service reaches what stays on this machine."""
    configure(qcontract, "[default")
    ended = qcontract(
        *RUN,
        "--emulator",
        IONQ_API_KEY="canary-key",
        IONQ_API_URL="https://example.invalid/v0.3",
        QCONTRACT_PROFILE="nowhere",
        HTTP_PROXY=closed_origin(),
        ALL_PROXY=closed_origin(),
    )
    assert (ended.code, "emulator" in ended.out, "canary-key" in ended.out + ended.err) == (0, True, False), ended


def test_a_loopback_address_is_asked_without_a_proxy(qcontract: Command, tmp_path: Path) -> None:
    with loopback(lambda _: V04.shown("failed")) as server, loopback(lambda _: V04.shown("failed")) as proxy:
        qcontract(*RUN, "--live", IONQ_API_KEY="k", IONQ_API_URL=server.origin, HTTP_PROXY=proxy.origin)
    assert (len(server.requests) > 0, proxy.requests) == (True, [])
