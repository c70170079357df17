"""What goes wrong on demand: by rule and by header, in process, through ASGI and over TCP."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import pytest
from qcontract import errors
from qcontract.emulator import KINDS, Emulator, Server, serve
from qcontract.emulator.checks import checks
from qcontract.emulator.control.kinds import CHANGES

HEADERS = {"authorization": "apiKey test-key", "x-api-key": "test-key"}
CONTRACTS = ["ionq-v0.3", "ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01", "qbraid-v2", "qbraid-v2@observed-2026-09"]


@pytest.fixture(scope="module")
def own() -> Iterator[Emulator]:
    with Emulator(seed=7, self_check=True) as started:
        yield started
        assert started.violations == ()


@pytest.fixture(scope="module")
def server(own: Emulator) -> Iterator[Server]:
    with serve(own) as running:
        yield running


@pytest.fixture
def emulator(own: Emulator) -> Emulator:
    own.reset()
    return own


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


LISTS = [("/v0.3", "jobs"), ("/v0.4", "jobs"), ("/@2026-05-15/v0.4", "jobs"), ("/api/v1", "data")]


@pytest.fixture
def many(emulator: Emulator, client: Any, circuit_job: Any) -> Callable[[str, int], list[str]]:
    def submit(mount: str, number: int) -> list[str]:
        if mount == "/api/v1":
            program = {"format": "qasm3", "data": "OPENQASM 3.0; qubit[1] q;"}
            body: Any = {"deviceQrn": "qbraid:qbraid:sim:qir-sv", "shots": 10, "program": program}
            return [client("POST", "/api/v1/jobs", body).json()["data"]["jobQrn"] for _ in range(number)]
        body = circuit_job() if "0.4" in mount else {"target": "simulator", "input": circuit_job()["input"]}
        return [client("POST", f"{mount}/jobs", body).json()["id"] for _ in range(number)]

    return submit


def walk(client: Any, mount: str, member: str, most: int = 30, limit: int | None = None) -> list[list[str]]:
    """Return the ids on each page, of at most so many pages."""
    pages: list[list[str]] = []
    place = ""
    size = f"limit={limit}" if limit else ""
    for number in range(1, most + 1):
        content = client("GET", f"{mount}/jobs?{size}{place}").json()
        pages.append([one.get("id") or one["jobQrn"] for one in content[member]])
        onward = content["pagination"]["hasNext"] if "pagination" in content else content.get("next")
        if not onward:
            break
        place = f"&page={number + 1}" if "pagination" in content else f"&next={onward}"
    return pages


@pytest.mark.parametrize(("mount", "member"), LISTS)
def test_lists_have_small_pages_and_lie(emulator: Emulator, client: Any, many: Any, mount: str, member: str) -> None:
    jobs = many(mount, 7)
    newest_first = jobs[::-1]
    assert walk(client, mount, member) == [newest_first]
    with emulator.fault("page-limit", limit=3):
        assert walk(client, mount, member) == [newest_first[:3], newest_first[3:6], newest_first[6:]]
    with emulator.fault("list-order"), emulator.fault("page-limit", limit=2):
        mixed = [one for page in walk(client, mount, member) for one in page]
        assert sorted(mixed) == sorted(jobs)
        assert mixed != newest_first
        assert mixed == [one for page in walk(client, mount, member) for one in page]
    with emulator.fault("cursor", form="repeat"), emulator.fault("page-limit", limit=3):
        pages = walk(client, mount, member, most=6)
        assert len(pages) == 6
        assert pages[2:] == [pages[1]] * 4
    with emulator.fault("cursor", form="cycle"), emulator.fault("page-limit", limit=3):
        pages = walk(client, mount, member, most=7)
        assert pages[3:6] == pages[:3]
        assert [one for page in pages[:3] for one in page] == newest_first


@pytest.mark.parametrize(("mount", "member"), LISTS)
def test_new_jobs_are_missing_in_lists_at_first(
    emulator: Emulator, client: Any, many: Any, mount: str, member: str
) -> None:
    old = many(mount, 2)
    with emulator.fault("list-lag", requests=2):
        new = many(mount, 1)
        assert [walk(client, mount, member) for _ in range(3)] == [[old[::-1]], [old[::-1]], [new + old[::-1]]]
    with emulator.fault("list-lag", seconds=30):
        newer = many(mount, 1)
        assert walk(client, mount, member) == [new + old[::-1]]
        assert client("GET", f"{mount}/jobs/{newer[0]}").status == 200
        emulator.advance(31)
        assert walk(client, mount, member) == [newer + new + old[::-1]]


BODY_CHANGES = [
    change for change in CHANGES if change not in ("status", "content-type", "removed", "required-parameter")
]


class Asked:
    """One request for every operation of a contract; what it answers is not always success, and always declared."""

    def __init__(self, emulator: Emulator, client: Any, many: Any, contract: str) -> None:
        self.client = client
        self.checks = checks(
            contract
            if "@" in contract
            else next(c for c in emulator.control.state()["contracts"] if c.startswith(contract))
        )
        self.mount = emulator.base_url(contract, "")
        self.job = many(self.mount if "/@" not in self.mount or "v0.4" in self.mount else "/api/v1", 1)[0]
        emulator.settle()

    def __call__(self, operation: Any, **headers: str) -> Any:
        values = {
            "backend": "qpu.forte-1",
            "device_qrn": "qbraid:qbraid:sim:qir-sv",
            "format": "ionq.result.probabilities.json.v1",
        }
        path = operation.path
        for name in [part[1:-1] for part in path.split("/") if part.startswith("{")]:
            path = path.replace("{" + name + "}", values.get(name, self.job))
        return self.client(operation.method, self.mount + path, {} if operation.request_body else None, **headers)


@pytest.mark.parametrize("contract", CONTRACTS)
@pytest.mark.parametrize("change", BODY_CHANGES)
def test_every_operation_drifts_away_from_its_contract(
    emulator: Emulator, client: Any, many: Any, contract: str, change: str
) -> None:
    ask = Asked(emulator, client, many, contract)
    drifted = 0
    for operation in ask.checks.contract.operations:
        if operation.method == "DELETE":
            continue
        answer = ask(operation, **{"x-qcontract-fault": f"drift; change={change}"})
        assert answer.status < 500, (operation.operation_id, answer.body)
        mark = answer.headers["x-qcontract-fault"]
        broken = ask.checks.answer(operation, answer.status, answer.json())
        if mark.endswith("no place") or change == "new-field":
            assert mark.endswith("no place") or "qcontractNewField" in answer.body.decode()
        else:
            assert broken is not None, (operation.operation_id, mark, answer.body)
        drifted += not mark.endswith("no place")
    share = drifted / len(ask.checks.contract.operations)
    assert share > (0.05 if change in ("new-value", "new-field") else 0.5), share


@pytest.mark.parametrize("contract", CONTRACTS)
def test_every_operation_drifts_around_its_body(emulator: Emulator, client: Any, many: Any, contract: str) -> None:
    ask = Asked(emulator, client, many, contract)
    for operation in ask.checks.contract.operations:
        if operation.method == "DELETE":
            continue
        fault = "x-qcontract-fault"
        assert str(ask(operation, **{fault: "drift; change=status"}).status) not in operation.responses
        media = ask(operation, **{fault: "drift; change=content-type"}).headers["content-type"]
        assert not any(media in response.get("content", {}) for response in operation.responses.values())
        assert ask(operation, **{fault: "drift; change=removed"}).status == 410
        assert ask(operation, **{fault: "drift; change=removed; status=404"}).status == 404
        demanded = ask(operation, **{fault: "drift; change=required-parameter; name=region"})
        assert demanded.status in (400, 422)
        assert "region" in demanded.body.decode()


def test_drift_can_be_placed_and_stays_in_its_place(emulator: Emulator, client: Any, circuit_job: Any) -> None:
    for _ in range(3):
        client.run("/v0.4", circuit_job())
    with emulator.fault("drift", change="new-value", at="/jobs/*/status", name="paused", operation="GetJobs"):
        assert {job["status"] for job in client("GET", "/v0.4/jobs").json()["jobs"]} == {"paused"}
    with emulator.fault("drift", change="renamed", at="/jobs/1/id", name="uuid"):
        shown = client("GET", "/v0.4/jobs").json()["jobs"]
        assert [("id" in job, "uuid" in job) for job in shown] == [(True, False), (False, True), (True, False)]
    with emulator.fault("drift", change="missing-field"):
        assert len({client("GET", "/v0.4/jobs").headers["x-qcontract-fault"] for _ in range(5)}) == 1
    with emulator.fault("drift", change="null", at="/nothing"):
        assert client("GET", "/v0.4/jobs").headers["x-qcontract-fault"] == "drift/null no place"
    places: set[str] = set()
    for seed in range(6):
        emulator.reset(seed)
        with emulator.fault("drift", change="wrong-type"):
            places.add(client("GET", "/v0.4/backends").headers["x-qcontract-fault"])
    assert len(places) > 1


def test_new_fields_come_in_open_and_in_closed_objects(emulator: Emulator, client: Any, circuit_job: Any) -> None:
    job = client.run("/v0.4", circuit_job())["id"]
    contract = checks("ionq-v0.4@2026-10-01")
    (operation,) = (one for one in contract.contract.operations if one.operation_id == "GetJob")
    for where, breaks in (("open", False), ("closed", True)):
        with emulator.fault("drift", change="new-field", where=where):
            answer = client("GET", f"/v0.4/jobs/{job}")
            assert "qcontractNewField" in answer.body.decode()
            assert (contract.answer(operation, 200, answer.json()) is not None) == breaks


def test_kinds_explain_themselves() -> None:
    for name, kind in KINDS.items():
        assert name == name.lower()
        assert kind.meaning
        assert all(setting.meaning for setting in kind.settings.values())


def test_a_rule_shows_no_key(emulator: Emulator) -> None:
    rule = emulator.fault("drop-before", key="secret-of-someone")
    assert "secret-of-someone" not in repr(rule) + json.dumps(rule.to_json())
