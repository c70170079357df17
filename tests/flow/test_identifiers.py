"""What is no id is refused before anything is sent."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcontract import ConfigurationError, Job, JobStatus
from qcontract.flow.identifiers import job_id
from support.client import DRIVERS, bench
from support.services import DIALECTS, JOB, QBRAID, V03, V04, Dialect

BAD = [
    "",
    " ",
    ".",
    "..",
    "../jobs",
    "a/b",
    "a\\b",
    "x?y",
    "x#y",
    "x;y",
    "a%2Fb",
    "%2e%2e",
    "a b",
    "a\nb",
    "a\n",
    "\x00",
    "a\x7f",
    "\u202e",
    "\u0430bc",
    "\ud800",
    ".hidden",
    "trailing.",
    "-dash",
    "a,b",
    "a" * 257,
    "ionq-v0.4:",
    "ionq-v0.4:..",
    "ionq-v0.4: a",
    "ionq-v0.4:ionq-v0.3:a/b",
]
METHODS = ("jobs.get", "jobs.wait", "jobs.result", "jobs.cancel", "jobs.delete")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("bad", BAD, ids=ascii)
def test_what_is_no_id_is_refused(method: str, bad: str) -> None:
    b = bench()
    with pytest.raises(ConfigurationError):
        b.run(method, bad)
    assert b.server.requests == []


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("bad", [None, 5, b"abc", ["abc"], ("abc",), {"id": "abc"}], ids=repr)
def test_other_things_are_no_jobs(method: str, bad: Any) -> None:
    b = bench()
    with pytest.raises(ConfigurationError, match="not a job"):
        b.run(method, bad)
    assert b.server.requests == []


@pytest.mark.parametrize("method", ["jobs.cancel", "jobs.delete"])
@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("dialect", DIALECTS, ids=str)
def test_no_id_never_means_all(dialect: Dialect, driver: str, method: str) -> None:
    b = bench(dialect=dialect, driver=driver)
    with pytest.raises(ConfigurationError, match="at least one job"):
        b.run(method)
    assert b.server.requests == []


@pytest.mark.parametrize("method", ["jobs.cancel", "jobs.delete"])
def test_one_bad_id_spares_the_good_ones(method: str) -> None:
    for dialect in DIALECTS:
        b = bench(dialect=dialect)
        with pytest.raises(ConfigurationError):
            b.run(method, JOB, "..")
        assert b.server.requests == []


@pytest.mark.parametrize("other", ["ionq-v0.3", "qbraid-v2", "ionq-v9.9"])
def test_a_job_of_another_api_is_refused(other: str) -> None:
    job = Job(id=JOB, contract=f"{other}@2026-01-01", origin="service", status=JobStatus.QUEUED, service_status="ready")
    for given_job in (job, job.ref):
        b = bench()
        with pytest.raises(ConfigurationError, match=f"lives on {other}"):
            b.run("jobs.get", given_job)
        assert b.server.requests == []


@pytest.mark.parametrize("dialect", [V03, V04], ids=str)
def test_job_reference_and_id_are_the_same(dialect: Dialect) -> None:
    b = bench(then=dialect.shown(), dialect=dialect)
    job = b.run("jobs.get", JOB)
    b.run("jobs.get", job)
    b.run("jobs.get", job.ref)
    assert {asked.path for asked in b.server.requests} == {f"{dialect.root}/jobs/{JOB}"}


def test_names_of_qbraid_hold_colons() -> None:
    name = "qbraid:qbraid:sim:qir-sv-1"
    b = bench(then=QBRAID.shown(job_id=name), dialect=QBRAID)
    job = b.run("jobs.get", name)
    assert b.run("jobs.get", job.ref) == job
    assert len({asked.path for asked in b.server.requests}) == 1


@pytest.mark.parametrize("bad", ["", "..", "a/b", "a?b", "\n"])
@pytest.mark.parametrize("dialect", DIALECTS, ids=str)
def test_a_backend_has_a_name(dialect: Dialect, bad: str) -> None:
    b = bench(dialect=dialect)
    with pytest.raises(ConfigurationError):
        b.run("backends.get", bad)
    assert b.server.requests == []


@given(st.text(max_size=30) | st.from_regex(r"[A-Za-z0-9.:_/%-]{1,20}", fullmatch=True))
def test_an_accepted_id_is_one_plain_segment(text: str) -> None:
    try:
        found = job_id(text, "ionq-v0.4")
    except ConfigurationError:
        return
    assert found.isascii()
    assert not set(found) & set("/\\?#%;, \t\r\n")
    assert found.strip(".") == found != ""
    assert text.endswith(found)
