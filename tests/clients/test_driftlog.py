"""The file of drift events that QCONTRACT_DRIFT_LOG names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from qcontract import Circuit, ConfigurationError
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


def test_a_log_that_cannot_be_written_is_said_before_anything_is_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QCONTRACT_DRIFT_LOG", str(tmp_path / "nowhere" / "log"))
    b = bench(V04.accepted())
    with pytest.raises(ConfigurationError, match="drift log"):
        b.run("jobs.submit", Circuit(1).x(0))
    assert b.server.requests == []


def test_a_job_is_not_lost_to_a_log_that_cannot_be_written_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    log = tmp_path / "logs" / "drift.ndjson"
    log.parent.mkdir()
    monkeypatch.setenv("QCONTRACT_DRIFT_LOG", str(log))
    status, headers, body = V04.accepted()
    b = bench((status, headers, body.replace(b"submitted", b"brand_new")))
    with b.client() as client:
        log.unlink()
        log.parent.rmdir()
        assert client.jobs.submit(Circuit(1).x(0)).id == JOB
    assert "cannot write the drift log" in caplog.text
