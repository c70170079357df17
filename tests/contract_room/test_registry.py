from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from qcontract.contract import ContractRef, registry
from qcontract.contract.registry import Registry
from qcontract.errors import ContractError

GOOD = """\
[[contract]]
api = "toy-v1"
label = "2026-01-01"
observed_at = 2026-01-01
line = "documented"
scope = "full"
provenance = "assembled"
source = "made up"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
"""


def read(folder: Path, text: str) -> Registry:
    (folder / "registry.toml").write_text(text)
    return Registry.read(folder)


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("ionq-v0.3", "ionq-v0.3@2026-05-06"),
        ("ionq-v0.4", "ionq-v0.4@2026-10-01"),
        ("qbraid-v2", "qbraid-v2@2026-02-08"),
        ("ionq-v0.4@2026-05-15", "ionq-v0.4@2026-05-15"),
        ("qbraid-v2@documented.get-job", "qbraid-v2@documented.get-job"),
    ],
)
def test_names(text: str, ref: str) -> None:
    assert str(ContractRef.parse(text)) == ref
    assert ContractRef.parse(ref) == ContractRef(*ref.split("@"))


@pytest.mark.parametrize(
    ("text", "close"),
    [
        ("ionq-v0.5", "ionq-v0.4"),
        ("IonQ-v0.4", "ionq-v0.4"),
        ("qbraid", "qbraid-v2"),
        ("ionq-v0.4@2026-10-02", "ionq-v0.4@2026-10-01"),
        ("ionq-v0.4@", "ionq-v0.4@2026-05-15"),
        ("", "qcontract specs list"),
        ("xyz", "qcontract specs list"),
    ],
)
def test_unknown_names_get_the_close_ones(text: str, close: str) -> None:
    with pytest.raises(ContractError) as caught:
        ContractRef.parse(text)
    assert repr(text) in caught.value.message
    assert close in str(caught.value.hint)


def test_every_entry_is_found_by_its_name() -> None:
    assert len(registry()) >= 8
    assert registry() is registry()
    assert [ContractRef.parse(str(entry.ref)) for entry in registry()] == [entry.ref for entry in registry()]


def test_an_api_without_a_current_contract_names_its_contracts(tmp_path: Path) -> None:
    with pytest.raises(ContractError) as caught:
        read(tmp_path, GOOD).resolve("toy-v1")
    assert "toy-v1@2026-01-01" in str(caught.value.hint)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('"documented"', '"rumoured"', r"contract 1 \(toy-v1@2026-01-01\).*line"),
        ('"assembled"', '"heard"', "provenance"),
        ('"full"', '"half"', "scope"),
        ("0000", "xyz", "sha256"),
        ('source = "made up"\n', "", "lacks the key 'source'"),
        ('source = "made up"', "source = 3", "source"),
        ('"toy-v1"', '"../toy"', "api"),
        ("observed_at = 2026-01-01", 'observed_at = "soon"', "observed_at"),
        ('line = "', 'lines = 1\nline = "', "unknown key 'lines'"),
        ('line = "', 'inferred = "/a"\nline = "', "list of JSON Pointers"),
        ('line = "', 'inferred = [1]\nline = "', "list of JSON Pointers"),
        ('line = "', 'defects = "/a"\nline = "', "list of JSON Pointers"),
        ("[[contract]]", "[contract]", r"write one \[\[contract\]\]"),
        ('"toy-v1"', '"toy', "not readable as TOML"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, old: str, new: str, why: str) -> None:
    assert len(read(tmp_path, GOOD).entries) == 1
    with pytest.raises(ContractError, match=why):
        read(tmp_path, GOOD.replace(old, new, 1))


def test_names_and_defaults_are_unique(tmp_path: Path) -> None:
    with pytest.raises(ContractError, match="toy-v1@2026-01-01 2 times"):
        read(tmp_path, GOOD * 2)
    current = GOOD + "current = true\n"
    with pytest.raises(ContractError, match="2 current contracts for toy-v1"):
        read(tmp_path, current + current.replace('"2026-01-01"', '"2026-02-02"'))


def test_no_registry(tmp_path: Path) -> None:
    with pytest.raises(ContractError, match=r"registry\.toml is missing"):
        Registry.read(tmp_path)


def test_importing_the_room_is_cheap() -> None:
    code = (
        "import sys, qcontract.contract\n"
        "print(sorted({'yaml', 'jsonschema_rs', 'httpx', 'tomllib', 'numpy'} & set(sys.modules)))\n"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"
