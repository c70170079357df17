"""Argument, then environment, then file; and errors that say what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qcontract import (
    AsyncQBraid,
    AuthenticationError,
    ConfigurationError,
    ContractError,
    IonQ,
    NotInThisSnapshot,
    QBraid,
    Secret,
)
from qcontract.clients.settings import Settings, resolve
from qcontract.clients.vendors import IONQ, QBRAID, Vendor, vendor_of
from support.client import KEY
from support.scripted import ScriptedServer
from support.services import JOB, V04

Resolve = Callable[..., Settings]


@pytest.fixture
def settings(tmp_path: Path) -> Resolve:
    """`resolve` without the environment and the files of this machine."""

    def found(text: str | None = None, *, vendor: Vendor = IONQ, api: str = "ionq-v0.4", **given: Any) -> Settings:
        file = tmp_path / "config.toml"
        if text is not None:
            file.write_text(text, encoding="utf-8")
        return resolve(vendor, api, **{"environment": {}, "file": file} | given)

    return found


FILE = """
[default.ionq]
key = "of-file"
base_url = "https://file.example"
[work.ionq]
key = "of-work"
[odd]
ionq = 3
"""
ENVIRONMENT = {"IONQ_API_KEY": "of-environment", "IONQ_API_URL": "https://environment.example"}


def test_the_argument_wins_over_the_environment_over_the_file(settings: Resolve) -> None:
    first = settings(FILE, environment=ENVIRONMENT, key="of-argument", base_url="https://argument.example")
    second = settings(FILE, environment=ENVIRONMENT)
    third = settings(FILE)
    fourth = settings("", key=Secret("of-argument"))
    assert [s.key.reveal() for s in (first, second, third, fourth)] == [
        "of-argument",
        "of-environment",
        "of-file",
        "of-argument",
    ]
    assert [s.base_url for s in (first, second, third, fourth)] == [
        "https://argument.example/v0.4",
        "https://environment.example/v0.4",
        "https://file.example/v0.4",
        "https://api.ionq.co/v0.4",
    ]
    assert [s.sources["key"] for s in (first, second, third)] == [
        "argument",
        "environment IONQ_API_KEY",
        "configuration file",
    ]
    assert fourth.sources["base_url"] == "vendor"


def test_each_setting_is_found_on_its_own(settings: Resolve) -> None:
    found = settings(FILE, key="of-argument")
    assert (found.key.reveal(), found.base_url) == ("of-argument", "https://file.example/v0.4")
    found = settings(FILE, environment={"IONQ_API_URL": "https://environment.example"})
    assert (found.key.reveal(), found.base_url) == ("of-file", "https://environment.example/v0.4")


def test_a_key_of_the_environment_does_not_go_to_an_address_of_the_file(settings: Resolve) -> None:
    with pytest.raises(ConfigurationError, match="a key goes only where it belongs"):
        settings(FILE, environment={"IONQ_API_KEY": "of-environment"})


def test_an_empty_variable_counts_as_absent(settings: Resolve) -> None:
    assert settings(FILE, environment={"IONQ_API_KEY": "", "IONQ_API_URL": ""}).key.reveal() == "of-file"


def test_profiles_are_chosen_by_argument_then_environment(settings: Resolve) -> None:
    assert settings(FILE, profile="work").key.reveal() == "of-work"
    assert settings(FILE, environment={"QCONTRACT_PROFILE": "work"}).key.reveal() == "of-work"
    assert settings(FILE, environment={"QCONTRACT_PROFILE": "work"}, profile="default").key.reveal() == "of-file"


@pytest.mark.parametrize(
    ("text", "profile", "said"),
    [
        (FILE, "play", "no profile 'play'"),
        (None, "play", "no profile 'play'"),
        (FILE, "odd", r"\[odd.ionq\]"),
        ("[default.ionq]\nkey = 5\n", None, "must hold the texts"),
        ("default = 3\n", None, "no key for IonQ"),
        ("[default\n", None, "not valid TOML"),
        ("[default.ionq]\nkey = 'a'\nkey = 'b'\n", None, "not valid TOML"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(
    settings: Resolve, text: str | None, profile: str | None, said: str
) -> None:
    with pytest.raises((ConfigurationError, AuthenticationError), match=said):
        settings(text, profile=profile)


def test_a_file_that_is_no_text_says_so(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b"\xff\xfe\x00")
    for path in (file, tmp_path):
        with pytest.raises(ConfigurationError, match="cannot read the configuration file"):
            resolve(IONQ, "ionq-v0.4", environment={}, file=path)


@pytest.mark.parametrize(("vendor", "variable"), [(IONQ, "IONQ_API_KEY"), (QBRAID, "QBRAID_API_KEY")])
def test_a_missing_key_names_the_ways_to_give_one(settings: Resolve, vendor: Vendor, variable: str) -> None:
    with pytest.raises(AuthenticationError) as caught:
        settings(vendor=vendor)
    assert variable in str(caught.value)
    assert "key=" in str(caught.value)
    assert vendor.title in str(caught.value)
    assert "HTTP" not in str(caught.value)


@pytest.mark.parametrize("key", ["a b", "a\nb", "abc\n", "\tabc", "a\x00b", "schl\u00fcssel", "a\x7f", " "])
@pytest.mark.parametrize("source", ["argument", "secret", "environment", "file"])
def test_a_key_that_no_header_takes_is_refused_and_not_shown(settings: Resolve, key: str, source: str) -> None:
    given: dict[str, Any] = {
        "argument": {"key": key},
        "secret": {"key": Secret(key)},
        "environment": {"environment": {"IONQ_API_KEY": key}},
        "file": {"text": f"[default.ionq]\nkey = {_toml(key)}\n"},
    }[source]
    with pytest.raises(ConfigurationError, match="not shown here") as caught:
        settings(**given)
    assert key.strip() == "" or key not in str(caught.value)


def _toml(text: str) -> str:
    return '"' + "".join(f"\\u{ord(character):04x}" for character in text) + '"'


@pytest.mark.parametrize("suffix", ["", "/", "/v0.4", "/v0.4/"])
def test_the_version_is_added_once(settings: Resolve, suffix: str) -> None:
    found = settings(environment={"IONQ_API_KEY": "k", "IONQ_API_URL": f"https://example.com/base{suffix}"})
    assert found.base_url == "https://example.com/base/v0.4"


@pytest.mark.parametrize("source", ["argument", "environment"])
def test_an_address_of_another_version_is_refused(settings: Resolve, source: str) -> None:
    url = "https://example.com/v0.3"
    given: dict[str, Any] = {"base_url": url} if source == "argument" else {"environment": {"IONQ_API_URL": url}}
    with pytest.raises(ConfigurationError, match=r"ends in /v0\.3.*ionq-v0\.4") as caught:
        settings(**{"key": "k"} | given)
    assert source in str(caught.value)


def test_qbraid_has_no_version_in_its_address(settings: Resolve) -> None:
    found = settings(vendor=QBRAID, api="qbraid-v2", key="k", base_url="https://example.com/api/v1/")
    assert found.base_url == "https://example.com/api/v1"


def test_clients_read_the_real_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    server = ScriptedServer((), then=V04.shown())
    monkeypatch.setenv("IONQ_API_KEY", KEY)
    monkeypatch.setenv("IONQ_API_URL", "http://127.0.0.1:9/v0.4")
    with IonQ(transport=server.transport) as client:
        client.jobs.get(JOB)
    assert server.requests[0].url == f"http://127.0.0.1:9/v0.4/jobs/{JOB}"
    assert server.requests[0].headers["authorization"] == f"apiKey {KEY}"
    monkeypatch.setenv("IONQ_API_URL", "http://127.0.0.1:9/v0.3")
    with pytest.raises(ConfigurationError, match="environment IONQ_API_URL"):
        IonQ()


@pytest.mark.parametrize(
    ("api", "contract"),
    [
        (None, "ionq-v0.4@2026-10-01"),
        ("v0.4", "ionq-v0.4@2026-10-01"),
        ("ionq-v0.4", "ionq-v0.4@2026-10-01"),
        ("ionq-v0.4@2026-05-15", "ionq-v0.4@2026-05-15"),
        ("v0.4@2026-05-15", "ionq-v0.4@2026-05-15"),
        ("v0.3", "ionq-v0.3@2026-05-06"),
    ],
)
def test_a_client_speaks_the_contract_it_is_asked_for(api: str | None, contract: str) -> None:
    client = IonQ(api, key=KEY)
    assert client.contract == contract
    assert contract in repr(client)


@pytest.mark.parametrize("api", ["v9", "ionq-v0.4@1999-01-01", "qbraid-v2", "", "ionq-", "../v0.4"])
def test_an_unknown_contract_is_named(api: str) -> None:
    if api == "":
        assert IonQ(api, key=KEY).contract == "ionq-v0.4@2026-10-01"
        return
    with pytest.raises(ContractError):
        IonQ(api, key=KEY)


@pytest.mark.parametrize(("kind", "api"), [(IonQ, "ionq-v0.4@2026-04-30.get-jobs"), (QBraid, "v2@observed-2026-09")])
def test_a_contract_without_a_client_says_so(kind: Any, api: str) -> None:
    with pytest.raises(NotInThisSnapshot, match="no client"):
        kind(api, key=KEY)


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), float("inf")])
def test_a_senseless_timeout_is_refused(timeout: float) -> None:
    for kind in (IonQ, AsyncQBraid):
        with pytest.raises(ConfigurationError, match="timeout"):
            kind(key=KEY, timeout=timeout)


def test_vendors_are_found_by_the_name_of_their_apis() -> None:
    assert vendor_of("ionq-v0.3") is IONQ
    assert vendor_of("qbraid-v2@2026-02-08") is QBRAID
    with pytest.raises(ConfigurationError, match="unknown API 'acme-v1'"):
        vendor_of("acme-v1")


@pytest.mark.parametrize("given", [{"key": ""}, {"base_url": ""}, {"key": Secret("")}])
@pytest.mark.parametrize("kind", [IonQ, AsyncQBraid])
def test_an_empty_argument_does_not_lead_to_another_source(
    kind: Any, given: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`base_url=os.environ.get("X", "")` must not send a job to the real service."""
    monkeypatch.setenv("IONQ_API_KEY", "of-environment")
    monkeypatch.setenv("QBRAID_API_KEY", "of-environment")
    with pytest.raises(ConfigurationError, match="is empty"):
        kind(**given)


def test_a_home_that_is_no_folder_holds_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/dev/null")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("IONQ_API_KEY", "of-environment")
    assert IonQ().plan.settings.key.reveal() == "of-environment"
