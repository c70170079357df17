"""How `make contract` judges: what stands in a baseline must happen, and nothing that is told may pass as good."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from contract.tcp import run

GOOD = run.Outcome("ionq-v0.4@2026-10-01", 9, [], [], [], [], "", 0)


@pytest.mark.parametrize(
    "found",
    [
        {"unreached": ["GetJob"]},
        {"violations": ["a body breaks the contract"]},
        {"stale": ["GET /jobs RejectedPositiveData"]},
        {"unexplained": ["GET /jobs"]},
        {"code": 1},
        {"code": -9},
    ],
    ids=str,
)
def test_whatever_is_found_fails(
    found: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for outcome, code, word in ((GOOD, 0, "ok"), (evolve(GOOD, **found), 1, "FAILED")):
        monkeypatch.setattr(run, "check", lambda *_, told=outcome: told)
        assert run.main([GOOD.contract]) == code
        assert re.search(rf"(?m)^{GOOD.contract} +{word} ", capsys.readouterr().out)


def test_an_accepted_failure_that_did_not_happen_is_stale(tmp_path: Path) -> None:
    def baseline(name: str, *operations: str) -> Path:
        entries = [{"id": one, "operation": one, "failure": "RejectedPositiveData"} for one in operations]
        (tmp_path / name).write_text(json.dumps({"entries": entries}))
        return tmp_path / name

    listed = baseline("listed.json", "GET /jobs", "DELETE /jobs")
    assert run.stale(listed, baseline("all.json", "DELETE /jobs", "GET /jobs")) == []
    assert run.stale(listed, baseline("pruned.json", "GET /jobs")) == ["DELETE /jobs RejectedPositiveData"]
    assert run.stale(tmp_path / "none.json", listed) == []
