from __future__ import annotations

import re
from typing import Any

import pytest
from qcontract.contract import effective, seal
from qcontract.errors import ContractError


def test_fresh_hashes_stay_as_they_are(shelf: Any) -> None:
    shelf.fill(overlay=shelf.OVERLAY)
    before = shelf.list.read_text()
    assert seal.seal(shelf.root) == []
    assert shelf.list.read_text() == before


def test_only_the_hashes_change(shelf: Any) -> None:
    shelf.fill(overlay=shelf.OVERLAY, more="current = true # why\n\n# the end\n")
    before = shelf.list.read_text()
    shelf.spec.write_text(shelf.SPEC + "# edited\n")
    (change,) = seal.seal(shelf.root)
    assert re.fullmatch(r"toy-v1@2026-01-01: [0-9a-f]{12} -> [0-9a-f]{12}", change)
    after = shelf.list.read_text()
    assert re.sub("[0-9a-f]{64}", "", after) == re.sub("[0-9a-f]{64}", "", before)
    assert len(effective("toy-v1", among=shelf.read()).operations) == 1


def test_an_overlay_comes_and_goes(shelf: Any) -> None:
    shelf.fill()
    before = shelf.list.read_text()
    shelf.overlay.write_text(shelf.OVERLAY)
    assert seal.seal(shelf.root)[0].startswith("toy-v1@2026-01-01 overlay: none -> ")
    assert "404" in effective("toy-v1", among=shelf.read()).operations[0].responses
    shelf.overlay.unlink()
    assert seal.seal(shelf.root)[0].endswith(" -> none")
    assert shelf.list.read_text() == before


def test_an_empty_or_absent_hash_is_filled_in(shelf: Any) -> None:
    shelf.fill()
    before = shelf.list.read_text()
    for broken in (re.sub('sha256 = ".*"', 'sha256 = ""', before), re.sub('sha256 = ".*"\n', "", before)):
        shelf.list.write_text(broken)
        assert len(seal.seal(shelf.root)) == 1
        assert shelf.list.read_text() == before


def test_check_writes_nothing(shelf: Any, capsys: pytest.CaptureFixture[str]) -> None:
    shelf.fill()
    assert seal.main(["--check", str(shelf.root)]) == 0
    shelf.spec.write_text("a: 1")
    before = shelf.list.read_text()
    assert seal.main(["--check", str(shelf.root)]) == 1
    assert shelf.list.read_text() == before
    assert seal.main([str(shelf.root)]) == 0
    assert seal.main(["--check", str(shelf.root)]) == 0
    assert capsys.readouterr().out.count("toy-v1@2026-01-01: ") == 2


def test_files_and_entries_match(shelf: Any, capsys: pytest.CaptureFixture[str]) -> None:
    shelf.fill()
    stranger = shelf.spec.with_name("2027-01-01.yaml")
    stranger.write_text("a: 1")
    with pytest.raises(ContractError, match=r"2027-01-01\.yaml belongs to no entry"):
        seal.seal(shelf.root)
    stranger.unlink()
    shelf.spec.unlink()
    assert seal.main([str(shelf.root)]) == 2
    assert "toy-v1@2026-01-01 has no file" in capsys.readouterr().err
