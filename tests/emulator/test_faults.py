"""What goes wrong on demand: by rule and by header, in process, through ASGI and over TCP."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import pytest
from qcontract import IonQ, errors
from qcontract.emulator import KINDS, Emulator, serve
from support.virtual import VirtualClock

HEADERS = {"authorization": "apiKey test-key", "x-api-key": "test-key"}


@pytest.fixture
def emulator(anew: Emulator) -> Emulator:
    return anew


@pytest.fixture(params=["in process", "tcp"])
def http(request: pytest.FixtureRequest, emulator: Emulator) -> Iterator[httpx.Client]:
    if request.param == "tcp":
        base = request.getfixturevalue("server").base_url("ionq-v0.4")
        client = httpx.Client(base_url=base, headers=HEADERS, timeout=5)
    else:
        client = httpx.Client(
            transport=emulator.transport(), base_url=emulator.base_url("ionq-v0.4"), headers=HEADERS, timeout=5
        )
    with client:
        yield client


def test_a_status_comes_in_the_vendors_words(emulator: Emulator, client: Any) -> None:
    emulator.fault("status", status=503, message="overloaded")
    for path, content in (
        ("/v0.3/backends", {"error": "Error", "message": "overloaded", "statusCode": 503}),
        ("/v0.4/backends", {"error": "Error", "message": "overloaded", "statusCode": 503}),
        ("/api/v1/devices", {"detail": "overloaded"}),
    ):
        answer = client("GET", path)
        assert (answer.status, answer.headers["x-qcontract-fault"]) == (503, "status")
        assert {**answer.json(), "error": "Error"} == {**content, "error": "Error"}
    live = client("GET", "/@observed-2026-09/api/v1/devices").json()
    assert (live["success"], live["error"]["message"]) == (False, "overloaded")


def test_a_rate_limit_names_the_seconds_or_the_date(emulator: Emulator, http: httpx.Client) -> None:
    with emulator.fault("rate-limit", retry_after=3) as rule:
        answer = http.get("/backends")
        assert (answer.status_code, answer.headers["retry-after"], rule.hits) == (429, "3", 1)
    with emulator.fault("rate-limit", retry_after=90, form="date"):
        moment = parsedate_to_datetime(http.get("/backends").headers["retry-after"]).timestamp()
        assert moment - emulator.clock.now() == pytest.approx(90, abs=3)
    assert http.get("/backends").status_code == 200


@pytest.mark.parametrize("advanced", [60, 86_400])
def test_a_date_to_retry_after_is_one_of_the_time_that_clients_live_in(advanced: float) -> None:
    """A clock that stands still or was moved on has nothing to do with it; the header Date of the same answer has."""
    with Emulator(clock="virtual") as emulator, serve(emulator) as server, httpx.Client(headers=HEADERS) as http:
        emulator.advance(advanced)
        emulator.fault("rate-limit", retry_after=90, form="date")
        told = http.get(server.base_url("ionq-v0.4") + "/backends").headers
        dates = [parsedate_to_datetime(told[name]).timestamp() for name in ("retry-after", "date")]
        assert dates[0] - dates[1] == pytest.approx(90, abs=1)
        assert dates[0] == pytest.approx(time.time() + 90, abs=2)


def test_a_date_to_retry_after_follows_the_clock_of_a_test_that_brings_one() -> None:
    """Whoever gives a clock has the clients live in its time, as our own clients can."""
    clock = VirtualClock()
    with Emulator(clock=clock) as emulator:
        emulator.fault("rate-limit", retry_after=11, form="date", times=1)
        with IonQ(
            key="test-key",
            base_url=emulator.base_url("ionq-v0.4"),
            transport=emulator.transport(),
            context=clock.context(),
        ) as client:
            assert client.backends.list()
    assert clock.sleeps == [11.0]


def test_a_dropped_request_did_nothing_or_everything(emulator: Emulator, http: httpx.Client, circuit_job: Any) -> None:
    for kind, left in (("drop-before", 0), ("drop-after", 1)):
        with emulator.fault(kind, operation="CreateJob"):
            with pytest.raises(httpx.RemoteProtocolError, match="disconnected without"):
                http.post("/jobs", json=circuit_job())
            assert len(emulator.jobs()) == left
    assert http.get("/jobs").json()["jobs"][0]["id"] == emulator.jobs()[0]["id"]


def test_a_body_ends_too_soon(emulator: Emulator, http: httpx.Client) -> None:
    emulator.fault("truncate", keep=0.3)
    with pytest.raises(httpx.RemoteProtocolError, match="without sending complete message body"):
        http.get("/backends")


def test_latency_and_a_slow_body_take_their_time(emulator: Emulator, http: httpx.Client) -> None:
    for kind, given in (("latency", {"seconds": 0.15}), ("drip", {"seconds": 0.15, "pieces": 5})):
        with emulator.fault(kind, **given):
            begun = time.monotonic()
            assert len(http.get("/backends").json()) == 4
            assert 0.14 < time.monotonic() - begun < 2


def test_a_client_that_is_not_patient_times_out(emulator: Emulator, http: httpx.Client) -> None:
    for kind, given in (("latency", {"seconds": 0.5}), ("drip", {"seconds": 2, "pieces": 4})):
        with emulator.fault(kind, **given), pytest.raises(httpx.ReadTimeout):
            http.get("/backends", timeout=0.1)


def test_answers_that_are_no_json(emulator: Emulator, http: httpx.Client) -> None:
    with emulator.fault("html", status=504):
        page = http.get("/backends")
        assert (page.status_code, page.headers["content-type"]) == (504, "text/html")
        assert page.text.startswith("<!DOCTYPE html>")
    with emulator.fault("not-json"):
        answer = http.get("/backends")
        assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
        with pytest.raises(ValueError, match="Expecting"):
            answer.json()
    with emulator.fault("content-type", value="application/octet-stream"):
        answer = http.get("/backends")
        assert (answer.headers["content-type"], len(answer.json())) == ("application/octet-stream", 4)


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
async def test_an_asynchronous_client_meets_the_same(emulator: Emulator, circuit_job: Any, anyio_backend: str) -> None:
    base = emulator.base_url("ionq-v0.4")
    async with httpx.AsyncClient(transport=emulator.async_transport(), base_url=base, headers=HEADERS) as client:
        for kind, given, raised in (
            ("drop-before", {}, httpx.RemoteProtocolError),
            ("drop-after", {}, httpx.RemoteProtocolError),
            ("truncate", {}, httpx.RemoteProtocolError),
            ("latency", {"seconds": 5}, httpx.ReadTimeout),
        ):
            with emulator.fault(kind, **given), pytest.raises(raised):
                await client.post("/jobs", json=circuit_job(), timeout=0.2)
        with emulator.fault("drip", seconds=0.1):
            assert (await client.get("/backends")).status_code == 200
    assert len(emulator.jobs()) == 3, "all but the one that was dropped before"


def test_a_header_asks_for_one_request(emulator: Emulator, http: httpx.Client) -> None:
    asked = {"X-Qcontract-Fault": "latency; seconds=0.01, status; status=503; retry_after=7"}
    answer = http.get("/backends", headers=asked)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "7")
    assert http.get("/backends").status_code == 200
    assert not emulator.faults


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("rate-limits", "did you mean rate-limit"),
        ("status", "status is missing"),
        ("status; status=7", "status=7 cannot be used"),
        ("status; statis=503", "did you mean status?"),
        ("latency; seconds=NaN", "cannot be used"),
        pytest.param("latency; seconds=" + "[" * 9000, "cannot be used", id="deep"),
        (",;,=", "known are"),
        ("fail-job; code=SimulationEror", "did you mean SimulationError"),
    ],
)
def test_a_header_that_is_not_understood_is_refused(emulator: Emulator, client: Any, header: str, told: str) -> None:
    answer = client("GET", "/v0.4/backends", **{"x-qcontract-fault": header})
    assert answer.status == 400
    assert told in answer.json()["message"]


def statuses(client: Any, number: int, path: str = "/v0.4/backends") -> list[int]:
    return [client("GET", path).status for _ in range(number)]


def test_rules_choose_their_requests(emulator: Emulator, client: Any, client_of: Callable[..., Any]) -> None:
    def of(path: str = "/v0.4/backends", number: int = 4, asking: Any = client, **match: Any) -> list[int]:
        with emulator.fault("status", status=500, **match):
            return statuses(asking, number, path)

    assert of(nth=2) == [200, 500, 200, 200]
    assert of(nth=[1, 4]) == [500, 200, 200, 500]
    assert of(times=2) == [500, 500, 200, 200]
    assert of(operation="getBackends", number=1) == [500]
    assert of(operation="getBackend", number=1) == [200]
    assert of(method="post", number=1) == [200]
    assert of(path="/v0.4/backends/simulator", method="get", number=1) == [500]
    with emulator.fault("status", status=500, path="/v0.4/b*"):
        assert (statuses(client, 1), statuses(client, 1, "/v0.4/whoami")) == ([500], [200])
    with emulator.fault("status", status=500, api="ionq-v0.4@2026-05-15"):
        assert (statuses(client, 1), statuses(client, 1, "/@2026-05-15/v0.4/backends")) == ([200], [500])
    with emulator.fault("status", status=500, api="ionq-v0.3"):
        assert (statuses(client, 1), statuses(client, 1, "/v0.3/backends")) == ([200], [500])
    with emulator.fault("status", status=500, key="other"):
        assert (statuses(client, 1), statuses(client_of(emulator, key="other"), 1)) == ([200], [500])


@pytest.mark.parametrize(
    "path",
    ["*", "/v0.4/jobs/*", "/v0.4/jobs/?*", "/v0.4/[jk]obs/*", "/v0.?/j*/*", "*jobs/an-id", "/v0.4/jobs/an-id", "*-id"],
)
def test_a_path_that_can_be_asked_for_is_accepted_and_hit(emulator: Emulator, client: Any, path: str) -> None:
    with emulator.fault("status", status=418, path=path):
        assert client("GET", "/v0.4/jobs/an-id").status == 418


def test_a_long_pattern_is_judged_quickly(emulator: Emulator) -> None:
    begun = time.monotonic()
    for path in ("/v0.4/jobs/" + "a*" * 400, "*" * 1000):
        emulator.fault("drop-before", path=path)
    with pytest.raises(errors.ConfigurationError, match="no request"):
        emulator.fault("drop-before", path="/nowhere/" + "*a" * 400)
    assert time.monotonic() - begun < 10
    with pytest.raises(errors.ConfigurationError, match="at most 1000"):
        emulator.fault("drop-before", path="*" * 1001)


def test_a_key_is_one_of_several_that_share_a_project(client_of: Callable[..., Any]) -> None:
    with Emulator(keys={"a": "team", "b": "team", "c": None}) as emulator:

        def hit(**match: Any) -> list[int]:
            with emulator.fault("status", status=503, **match) as rule:
                seen = [client_of(emulator, key=key)("GET", "/v0.4/whoami").status for key in "abc"]
                assert rule.hits == seen.count(503)
                return seen

        assert hit(key="a") == [503, 200, 200]
        assert hit(project="team") == [503, 503, 200]
        assert hit(project=str(emulator.project("a"))) == [503, 503, 200]
        assert hit(project=str(emulator.project("c"))) == [200, 200, 503]
        assert hit(key="a", project="team") == [503, 200, 200]
        with pytest.raises(errors.ConfigurationError, match="did you mean team"):
            emulator.fault("drop-before", project="teem")
        with pytest.raises(errors.ConfigurationError, match="another project"):
            emulator.fault("drop-before", key="c", project="team")
        emulator.fault("drop-before", key="a")
        emulator.fault("drop-before", key="c")
        emulator.reset(key="b")
        assert [rule.match.project for rule in emulator.faults] == [emulator.project("c")]


def test_codes_that_a_vendor_leaves_open_are_accepted(emulator: Emulator, client: Any) -> None:
    emulator.fault("fail-job", code="OUT_OF_IONS", api="qbraid-v2")
    body = {
        "deviceQrn": "qbraid:qbraid:sim:qir-sv",
        "shots": 5,
        "program": {"format": "qasm3", "data": "OPENQASM 3.0; qubit[1] q;"},
    }
    job = client("POST", "/api/v1/jobs", body).json()["data"]["jobQrn"]
    assert client.wait(f"/api/v1/jobs/{job}")["statusMsg"].startswith("OUT_OF_IONS: ")


def test_chance_follows_from_the_seed(emulator: Emulator, client: Any) -> None:
    def drawn(seed: int) -> list[int]:
        emulator.reset(seed)
        emulator.fault("status", status=500, probability=0.4)
        return statuses(client, 200)

    first = drawn(5)
    assert first == drawn(5) != drawn(6)
    assert 50 < first.count(500) < 110


@pytest.mark.parametrize(
    ("kind", "given", "told"),
    [
        ("drop_after", {}, "did you mean drop-after"),
        ("status", {"status": 200}, "status=200 cannot be used"),
        ("status", {"status": True}, "cannot be used"),
        ("latency", {"seconds": 1, "operation": "GetJobz"}, "did you mean GetJob"),
        ("latency", {"seconds": 1, "api": "ionq-v0.5"}, "did you mean ionq-v0"),
        ("latency", {"seconds": 1, "methd": "GET"}, "did you mean method"),
        ("latency", {"seconds": 1, "nth": 0}, "from 1 on"),
        ("latency", {"seconds": 1, "times": "x"}, "from 1 on"),
        ("latency", {"seconds": 1, "probability": 2}, "from 0 to 1"),
        ("latency", {"seconds": 1, "path": 7}, "is a text"),
        ("drift", {"change": "new-valu"}, "one of new-value"),
        ("list-lag", {}, "needs"),
        ("drop-before", {"key": ""}, "not accepted"),
        ("drop-before", {"project": "nobody"}, "no key has the project 'nobody'"),
        ("drop-before", {"method": "GTE"}, "did you mean GET?"),
        ("drop-before", {"method": "POST", "operation": "GetJob"}, "known are GET"),
        ("drop-before", {"path": "/whoami"}, "did you mean /v0.4/whoami?"),
        ("drop-before", {"path": "/v0.4/whoamI"}, "did you mean /v0.4/whoami"),
        ("drop-before", {"path": "/v0.4/jobs/{UUID}"}, r"did you mean /v0.4/jobs/\*"),
        ("drop-before", {"path": "/v0.4/whoami", "operation": "GetJob"}, "no request here"),
        ("drop-before", {"path": "/v0.4/jobs/1/2/3/4/5"}, "no request here"),
        ("drop-before", {"path": "/v0.3/whoami"}, "no request here"),
        ("drop-before", {"path": "/v0.4/jobs", "api": "ionq-v0.3"}, "no request here"),
        ("fail-job", {"code": "SimulationEror"}, "did you mean SimulationError"),
        ("fail-job", {"code": "X", "api": "ionq-v0.3"}, "no failure code 'X'"),
    ],
)
def test_a_rule_that_cannot_be_meant_is_refused(emulator: Emulator, kind: str, given: Any, told: str) -> None:
    with pytest.raises(errors.ConfigurationError, match=told.replace("?", r"\?")):
        emulator.fault(kind, **given)
    assert not emulator.faults


def test_jobs_fail_on_demand(emulator: Emulator, client: Any, circuit_job: Any) -> None:
    with emulator.fault("fail-job", code="QuantumComputerError", message="the trap is cold", times=1):
        failed, fine = (client.run("/v0.4", circuit_job()) for _ in range(2))
    assert failed["failure"] == {"code": "QuantumComputerError", "message": "the trap is cold"}
    assert fine["status"] == "completed"


def test_metadata_is_lost(emulator: Emulator, client: Any, circuit_job: Any) -> None:
    with emulator.fault("lost-metadata", times=1):
        lost = client.run("/v0.4", circuit_job(metadata={"token": "t"}))
        kept = client.run("/v0.4", circuit_job(metadata={"token": "t"}))
    assert (lost["metadata"], kept["metadata"]) == (None, {"token": "t"})


def test_kinds_explain_themselves() -> None:
    for name, kind in KINDS.items():
        assert name == name.lower()
        assert kind.meaning
        assert all(setting.meaning for setting in kind.settings.values())


def test_a_rule_shows_no_key(emulator: Emulator) -> None:
    rule = emulator.fault("drop-before", key="secret-of-someone")
    assert "secret-of-someone" not in repr(rule) + json.dumps(rule.to_json())
