"""What a service may answer, and what the command makes of it: a message, an exit code, and never a second job."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.command import ASYMMETRIC, Command, Ended
from support.loopback import Loopback, closed_origin, loopback
from support.scripted import Answer, Asked, answer, html
from support.services import DIALECTS, JOB, QBRAID, V03, V04, Dialect
from support.virtual import VirtualClock

pytestmark = pytest.mark.usefixtures("clock")

KEY = "test-key-0123456789"
CLOUDFLARE = (520, {"content-type": "text/html", "server": "cloudflare"}, b"<html><h1>520</h1></html>")
every_dialect = pytest.mark.parametrize("dialect", DIALECTS, ids=str)
both_vendors = pytest.mark.parametrize("dialect", [V04, QBRAID], ids=str)


def run(qcontract: Command, origin: str, dialect: Dialect, *more: str) -> Ended:
    """Run the example on a server of ours as if it were the real service."""
    url = origin + (dialect.root if dialect is QBRAID else "")
    named = {"QBRAID_API_KEY": KEY, "QBRAID_API_URL": url} if dialect is QBRAID else {}
    named = named or {"IONQ_API_KEY": KEY, "IONQ_API_URL": url}
    ended = qcontract("run", ASYMMETRIC, "--live", "--api", dialect.contract, *more, **named)
    assert KEY not in ended.out + ended.err
    return ended


def service(
    dialect: Dialect,
    *,
    post: Answer | None = None,
    get: Answer | None = None,
    result: Answer | None = None,
) -> Callable[[Asked], Answer]:
    """A service that takes a job and shows it completed, but for what is given."""

    def reply(asked: Asked) -> Answer:
        if asked.method == "POST":
            return post or dialect.accepted()
        if "/result" in asked.url:
            return result or answer(200, {"0": 0.75, "5": 0.25})
        return get or dialect.shown("completed")

    return reply


def ended(qcontract: Command, dialect: Dialect, *more: str, **given: Answer) -> tuple[Ended, Loopback]:
    with loopback(service(dialect, **given)) as server:
        return run(qcontract, server.origin, dialect, *more), server


def test_a_service_that_answers_well(qcontract: Command) -> None:
    done, server = ended(qcontract, V04)
    assert (done.code, done.out.splitlines()[0]) == (
        0,
        f"ionq-v0.4:{JOB}  {V04.contract}  service  simulator  completed",
    )
    assert [asked.method for asked in server.requests] == ["POST", "GET", "GET"]
    assert {asked.headers["authorization"] for asked in server.requests} == {f"apiKey {KEY}"}


@every_dialect
def test_a_wrong_key(qcontract: Command, dialect: Dialect) -> None:
    done, server = ended(qcontract, dialect, post=answer(401, {"message": "Invalid key"}))
    done.refused(4, dialect.contract, "HTTP 401: Invalid key", "check the key")
    assert len(server.requests) == 1


@both_vendors
def test_a_key_without_permission(qcontract: Command, dialect: Dialect) -> None:
    ended(qcontract, dialect, post=answer(403, {"detail": "no"}))[0].refused(4, "HTTP 403: no", "not allowed")


@pytest.mark.parametrize("echo", [f"key {KEY} is not valid", f"header was apiKey {KEY}"])
def test_a_service_that_says_the_key_aloud(qcontract: Command, echo: str) -> None:
    done, _ = ended(qcontract, V04, post=answer(401, {"message": echo}))
    done.refused(4, "[redacted]")


@every_dialect
def test_nobody_listens(qcontract: Command, clock: VirtualClock, dialect: Dialect) -> None:
    done = run(qcontract, closed_origin(), dialect)
    done.refused(3, "ConnectError", "check the address", "trying again")
    assert 1 <= len(clock.sleeps) <= 4


def test_nobody_knows_the_host(qcontract: Command) -> None:
    done = run(qcontract, "https://qcontract-has-no-such-host.invalid", V04)
    done.refused(3, "ConnectError", "check the address")


@every_dialect
@pytest.mark.parametrize("post", [html(), answer(200, b"null"), answer(200, {}), answer(204)], ids=str)
def test_an_answer_to_a_submission_that_cannot_be_read(qcontract: Command, dialect: Dialect, post: Answer) -> None:
    done, server = ended(qcontract, dialect, post=post)
    done.refused(7, "it is not known whether the service took it", "do not submit again", server.token)
    assert len(server.requests) == 1


@every_dialect
@pytest.mark.parametrize("status", [408, 500, 502, 503, 504, 520])
def test_a_submission_that_may_have_been_carried_out(qcontract: Command, dialect: Dialect, status: int) -> None:
    done, server = ended(qcontract, dialect, post=(status, *CLOUDFLARE[1:]))
    done.refused(7, f"HTTP {status}", "an HTML page", server.token)
    assert len(server.requests) == 1


@both_vendors
@pytest.mark.parametrize("status", [302, 303, 308])
def test_a_submission_that_was_sent_elsewhere(qcontract: Command, dialect: Dialect, status: int) -> None:
    """A browser is sent on after a form that was carried out; no redirection is followed."""
    done, server = ended(qcontract, dialect, post=answer(status, {"message": "no"}, location="http://127.0.0.1:9/"))
    done.refused(7, f"HTTP {status}: no", "do not submit again", server.token)
    assert len(server.requests) == 1


@both_vendors
@pytest.mark.parametrize(("status", "code"), [(400, 5), (404, 5), (409, 5), (413, 5), (422, 5), (418, 5)])
def test_a_refused_submission(qcontract: Command, dialect: Dialect, status: int, code: int) -> None:
    done, server = ended(qcontract, dialect, post=answer(status, {"message": "no"}, location="http://127.0.0.1:9/"))
    done.refused(code, f"HTTP {status}: no")
    assert len(server.requests) == 1


def test_too_many_requests(qcontract: Command, clock: VirtualClock) -> None:
    """429 is not carried out, so that a submission is repeated after the pause that the service asks for."""
    done, server = ended(qcontract, V04, post=answer(429, {"message": "slow down"}, retry_after="7"))
    done.refused(5, "HTTP 429: slow down", "trying again in 7.0 s")
    assert clock.sleeps == [7.0] * (len(server.requests) - 1)


@every_dialect
@pytest.mark.parametrize("get", [CLOUDFLARE, answer(503), answer(429)], ids=str)
def test_an_outage_lasts_until_the_deadline(
    qcontract: Command, clock: VirtualClock, dialect: Dialect, get: Answer
) -> None:
    done, server = ended(qcontract, dialect, "--timeout", "10", get=get)
    done.refused(6, "still unreachable after", f"wait again with {dialect.api}:{JOB}")
    assert 9.9 < clock.elapsed < 10.1
    assert len(server.sent("POST")) == 1


@both_vendors
def test_html_instead_of_a_job(qcontract: Command, dialect: Dialect) -> None:
    """Such a page comes from what stands before the service: it is an outage, and the job goes on."""
    done, _ = ended(qcontract, dialect, get=html())
    done.refused(6, "unreachable", "is not JSON (text/html", f"{dialect.api}:{JOB}: submitted", "wait again")


@every_dialect
@pytest.mark.parametrize("result", [html(), answer(200, []), answer(200, {"x": 1})], ids=["html", "list", "no state"])
def test_a_result_that_cannot_be_read(qcontract: Command, dialect: Dialect, result: Answer) -> None:
    done, _ = ended(qcontract, dialect, result=result)
    done.refused(5, dialect.contract, "does not fit the contract")


@every_dialect
@pytest.mark.parametrize("status", ["failed", "canceled"])
def test_a_job_without_result(qcontract: Command, dialect: Dialect, status: str) -> None:
    done, _ = ended(qcontract, dialect, get=dialect.shown(status))
    done.refused(1, f"{dialect.api}:{JOB}", status)


@pytest.mark.parametrize(
    ("dialect", "more"),
    [
        (V03, {"failure": {"code": "NotEnoughQubits", "error": "30 qubits"}}),
        (V04, {"failure": {"code": "NotEnoughQubits", "message": "30 qubits"}}),
        (QBRAID, {"statusMsg": "30 qubits"}),
    ],
    ids=str,
)
def test_why_a_job_failed(qcontract: Command, dialect: Dialect, more: dict[str, object]) -> None:
    done, _ = ended(qcontract, dialect, get=dialect.shown("failed", **more))
    done.refused(1, "failed: ", "30 qubits")


def test_a_held_job(qcontract: Command) -> None:
    ended(qcontract, QBRAID, get=QBRAID.shown("held"))[0].refused(1, "withholds its result", "balance")


@every_dialect
def test_a_job_that_does_not_end_in_time(qcontract: Command, clock: VirtualClock, dialect: Dialect) -> None:
    done, _ = ended(qcontract, dialect, "--timeout", "0.001", get=dialect.shown("running"))
    done.refused(6, f"{dialect.api}:{JOB} is still running", f"wait again with {dialect.api}:{JOB}")


def test_an_unknown_status_is_told_and_not_fatal(qcontract: Command) -> None:
    done, _ = ended(qcontract, V04, "--timeout", "5", get=V04.shown("paused"))
    assert done.code == 6
    assert "drift: ionq-v0.4@2026-10-01 GetJob: unknown enum 'paused' at /status" in done.err
    assert done.err.count("drift: ") == 1


def test_a_hostile_message_does_not_reach_the_terminal(qcontract: Command) -> None:
    done, _ = ended(qcontract, V04, post=answer(400, {"message": "\x1b[2J\x07\x9b31m" + "long " * 1000}))
    done.refused(5, "\\x1b[2J\\x07\\x9b31m")
    assert done.err.isprintable() or set(filter(lambda c: not c.isprintable(), done.err)) == {"\n"}


def test_a_hostile_job_id_does_not_reach_the_terminal(qcontract: Command) -> None:
    done, _ = ended(qcontract, V04, post=V04.accepted("\x1b[2J"), get=V04.shown("running"))
    assert "\x1b" not in done.out + done.err
