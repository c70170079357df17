"""What vendors publish as examples, read by the generated functions and by the wrapper, sync and async."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest
from cassette.playing import DRIVERS, Stage
from cassette.seal import source_of
from cassette.speaking import ask, ask_async, recalled
from contract.test_client_reads import plain, same
from qcontract.apis.drift import unknowns
from qcontract.contract import packaged
from qcontract.errors import JobFailed
from support.exchanges import exchanges
from support.gate import base_of
from support.tape_index import contract_of
from support.tapes import FOLDER, path_of, play

PUBLISHED = sorted((FOLDER / "published").rglob("*.yaml"))
DOCUMENTS = Path(__file__).resolve().parents[3] / "shared" / "documents"
GIVEN = {path: found[1] for path in PUBLISHED if (found := re.search(r"the user's document (\d+)", source_of(path)))}
"""Examples that a document of the user holds, and its number."""

BLANKED = "0" * 24
NETWORK, ASYNC_NETWORK = httpx.HTTPTransport(verify=False), httpx.AsyncHTTPTransport(verify=False)


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: f"{contract_of(path)} {path.stem}")
def test_generated_functions_read_it_without_loss_or_news(path: Path) -> None:
    contract = contract_of(path)
    for driver in DRIVERS:
        with play(path):
            for exchange in exchanges(path):
                asked, base_url = recalled(exchange, packaged(contract)), base_of(exchange, packaged(contract))
                told = (
                    ask(contract, asked, base_url, NETWORK)
                    if driver == "sync"
                    else ask_async(contract, asked, base_url, lambda: ASYNC_NETWORK, driver)
                )
                sent = json.loads(exchange.body)
                assert same(plain(told.parsed), sent)
                assert [*unknowns(told.parsed, sent, "read")] == []


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the user's documents are not here (../shared/documents)")
@pytest.mark.parametrize("path", GIVEN, ids=lambda path: f"{contract_of(path)} {path.stem}")
def test_every_value_stands_in_the_document_that_is_its_source(path: Path) -> None:
    [document] = DOCUMENTS.glob(f"{GIVEN[path]}_*.txt")
    text = document.read_text("utf-8")
    for exchange in exchanges(path):
        for value in {*leaves(json.loads(exchange.body))} - {BLANKED}:
            assert re.search(rf"(?<![\w.-]){re.escape(value)}(?!\w)", text), value


def leaves(node: Any) -> Iterator[str]:
    """Every text and number of a JSON value, as text."""
    if isinstance(node, dict | list):
        for inner in node.values() if isinstance(node, dict) else node:
            yield from leaves(inner)
    elif node is not None and not isinstance(node, bool):
        yield str(node)


def stage(contract: str, name: str, driver: str) -> tuple[Stage, Path]:
    path = path_of(contract, name, "published")
    return Stage(contract, base_of(exchanges(path)[0], packaged(contract)), driver), path


every = pytest.mark.parametrize("driver", DRIVERS)
JOB = "e1a09d90-b2ba-4ea5-9fd7-4bfc14eac524"


@every
def test_a_job_of_ionq_v0_3(driver: str) -> None:
    told, path = stage("ionq-v0.3@2026-05-06", "getJob.200", driver)
    with play(path):
        job = told.call("jobs.get", "aa54e783-0a9b-4f73-ad2f-63983b6aa4a8")
    assert (job.status, job.name, job.qubits, job.origin) == ("completed", "My Awesome Job", 4, "service")
    assert (job.cost.amount, job.cost.currency) == (Decimal("12.41"), "usd")
    assert (job.ended_at - job.submitted_at).total_seconds() == 14
    assert told.events == []


@every
def test_a_failed_job_of_ionq_v0_3(driver: str) -> None:
    told, path = stage("ionq-v0.3@2026-05-06", "getJob.failed", driver)
    with play(path):
        error = told.call("jobs.wait", "aa54e783-0a9b-4f73-ad2f-63983b6aa4a8")
    assert isinstance(error, JobFailed)
    assert error.job.failure.code == "internal_error"


@every
@pytest.mark.parametrize("name", ["GetJob.200", "GetJobs.200", "GetJobs.april"])
def test_a_job_of_ionq_v0_4(driver: str, name: str) -> None:
    told, path = stage("ionq-v0.4@2026-05-15", name, driver)
    with play(path):
        found = told.call("jobs.get", JOB) if name == "GetJob.200" else told.call("jobs.list")[0]
    assert (found.id, found.status, found.shots, found.qubits) == (JOB, "completed", 1000, 20)
    assert found.ended_at is None
    assert told.events == [] or name == "GetJob.200"


@every
def test_a_job_of_qbraid(driver: str) -> None:
    told, path = stage("qbraid-v2@2026-02-08", "get_job_jobs__job_qrn__get.200", driver)
    with play(path):
        job = told.call("jobs.get", "qbraid:job:abc123xyz")
    assert (job.status, job.shots, job.cost.amount, job.cost.currency) == (
        "completed",
        1000,
        Decimal("0.501875"),
        "credits",
    )
    assert (job.ended_at - job.submitted_at).total_seconds() == 5
    assert told.events == []
