"""The file of drift events that QCONTRACT_DRIFT_LOG names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from qcontract import ConfigurationError
from support.client import DRIVERS, bench
from support.services import JOB, V04


@pytest.mark.parametrize("driver", DRIVERS)
def test_every_drift_is_one_line_and_the_callback_still_hears_it(
    driver: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "drift.ndjson"
    monkeypatch.setenv("QCONTRACT_DRIFT_LOG", str(log))
    b = bench(*(V04.shown("completed", **news) for news in ({"brand_new": 5}, {}, {"brand_new": 6})), driver=driver)
    for _ in range(3):
        b.run("jobs.get", JOB)
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    assert lines == [
        {
            "schema": "qcontract.drift-event/1",
            "operation": "ionq-v0.4@2026-10-01 GetJob",
            "kind": "field",
            "path": "/brand_new",
            "value": value,
        }
        for value in (5, 6)
    ]
    assert len(b.events) == 2


def test_a_log_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QCONTRACT_DRIFT_LOG", str(tmp_path))
    error = bench(V04.shown("completed", brand_new=5)).attempt("jobs.get", JOB)
    assert isinstance(error, ConfigurationError)
    assert "drift log" in error.message
