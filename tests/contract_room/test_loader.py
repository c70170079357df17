from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from qcontract.contract import effective, load, loader, packaged
from qcontract.errors import ContractError

THING = "/things/{id}"


def test_bare_and_effective(shelf: Any) -> None:
    among = shelf.fill(overlay=shelf.OVERLAY)
    bare, changed = load("toy-v1", among=among), effective("toy-v1@2026-01-01", among=among)
    assert str(bare.ref) == str(changed.ref) == "toy-v1@2026-01-01"
    assert list(bare.operations[0].responses) == ["200"]
    assert list(changed.operations[0].responses) == ["200", "404"]


def test_without_an_overlay_both_are_the_same(shelf: Any) -> None:
    among = shelf.fill()
    assert effective("toy-v1", among=among).document == load("toy-v1", among=among).document


def test_an_altered_file_is_refused(shelf: Any) -> None:
    among = shelf.fill(overlay=shelf.OVERLAY)
    shelf.overlay.write_text(shelf.OVERLAY.replace("seen", "dreamt"))
    load("toy-v1", among=among)
    with pytest.raises(ContractError, match=r"toy-v1/2026-01-01\.overlay\.yaml has changed") as caught:
        effective("toy-v1", among=among)
    assert "python -m qcontract.contract.seal" in str(caught.value.hint)
    shelf.spec.write_text(shelf.SPEC + "\n")
    with pytest.raises(ContractError, match=r"toy-v1/2026-01-01\.yaml has changed"):
        load("toy-v1", among=among)


def test_a_missing_file_is_named(shelf: Any) -> None:
    among = shelf.fill()
    shelf.spec.unlink()
    with pytest.raises(ContractError, match=r"toy-v1/2026-01-01\.yaml is missing"):
        load("toy-v1", among=among)


@pytest.mark.parametrize(
    ("spec", "why"),
    [
        ("a: [1", r"2026-01-01\.yaml, line \d, column"),
        ("- a", "no object at its top level"),
        ("", "is empty"),
    ],
)
def test_a_broken_file_is_named(shelf: Any, spec: str, why: str) -> None:
    with pytest.raises(ContractError, match=why):
        load("toy-v1", among=shelf.fill(spec=spec))


def test_an_overlay_in_the_wrong_place(shelf: Any) -> None:
    among = shelf.fill(overlay=shelf.OVERLAY.replace("toy-v1@2026-01-01", "toy-v1@2025-01-01"))
    with pytest.raises(ContractError, match="is an overlay for toy-v1@2025-01-01, and stands beside toy-v1@2026-01-01"):
        effective("toy-v1", among=among)


def test_an_overlay_without_effect(shelf: Any) -> None:
    among = shelf.fill(overlay=shelf.OVERLAY.replace("404", "200").replace("No such thing", "The thing"))
    with pytest.raises(ContractError, match=r"overlay\.yaml, action 0 at /paths/.*changes nothing"):
        effective("toy-v1", among=among)


def test_files_outside_the_registry(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('\ufeff{"openapi": "3.1.0"}')
    (tmp_path / "a.yml").write_text("openapi: 3.1.0")
    assert loader.read_file(tmp_path / "a.json") == loader.read_file(tmp_path / "a.yml") == {"openapi": "3.1.0"}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b'{"a": 1, "a": 2}', "'a' appears twice"),
        (b'{"a": NaN}', "NaN is not a JSON number"),
        (b'{"a":\n 1,}', "line 2, column"),
        (b"[]", "no object"),
        (b"\xff", "not UTF-8 text: bad byte at offset 0"),
        (b"[" * 100_000, "nested more than 200 levels deep"),
        (b'{"a": ' + b"9" * 5000 + b"}", "not readable as JSON"),
    ],
)
def test_broken_json_is_named(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "a.json").write_bytes(content)
    with pytest.raises(ContractError, match=why) as caught:
        loader.read_file(tmp_path / "a.json")
    assert "a.json" in caught.value.message


def test_unreadable_paths_are_named(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.yaml"):
        with pytest.raises(ContractError, match="cannot be read"):
            loader.read_file(path)


def test_a_contract_without_a_client() -> None:
    with pytest.raises(ContractError, match="no client is generated for qbraid-v2@observed-2026-09"):
        packaged("qbraid-v2@observed-2026-09")


def test_a_client_that_lost_its_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "files", lambda _package: tmp_path)
    with pytest.raises(ContractError, match=r"ionq_v0_4_2026_10_01 or its openapi\.json is missing"):
        packaged("ionq-v0.4@2026-10-01")
