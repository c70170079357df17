"""The controls over HTTP: what they do, and whom they refuse."""

from __future__ import annotations

import http.client
import json
import time
from pathlib import Path
from typing import Any

import pytest
from qcontract import errors
from qcontract.emulator import Emulator, Limit, Request, Response, Timing, serve

SCHEMA = "qcontract.emulator-control/1"


@pytest.fixture
def emulator(anew: Emulator) -> Emulator:
    return anew


def control(emulator: Emulator, method: str, path: str, body: object = None, **headers: str) -> Response:
    sent = {"content-type": "application/json", **{name.replace("_", "-"): value for name, value in headers.items()}}
    content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
    return emulator.handle(Request(method, f"/_qcontract/{path}".rstrip("/"), "", sent, content))


def told(answer: Response) -> dict[str, Any]:
    assert answer.status == 200, answer.body
    content: dict[str, Any] = answer.json()
    assert content["schema"] == SCHEMA
    return content


def test_a_day_in_the_life(emulator: Emulator, client: Any, circuit_job: Any) -> None:
    assert told(control(emulator, "PUT", "lifecycle", {"mode": "stepped"}))["lifecycle"]["mode"] == "stepped"
    assert told(control(emulator, "POST", "clock", {"frozen": True}))["frozen"] is True
    job = client("POST", "/v0.4/jobs", circuit_job()).json()["id"]
    before = told(control(emulator, "GET", "state"))["clock"]["now"]
    assert told(control(emulator, "POST", "clock", {"advance": 30}))["now"] == before + 30
    assert told(control(emulator, "POST", f"jobs/{job}/step"))["jobs"] == {job: "ready"}
    assert told(control(emulator, "POST", "step", {"to": "completed"}))["jobs"] == {job: "completed"}
    (shown,) = told(control(emulator, "GET", "jobs"))["jobs"]
    assert (shown["id"], shown["status"], shown["submitted"]) == (job, "completed", before)
    other = client("POST", "/v0.4/jobs", circuit_job()).json()["id"]
    told(control(emulator, "POST", f"jobs/{other}/fail", {"code": "SystemCancel"}))
    assert client("GET", f"/v0.4/jobs/{other}").json()["failure"]["code"] == "SystemCancel"
    assert told(control(emulator, "GET", "state"))["jobs"] == {"completed": 1, "failed": 1}
    told(control(emulator, "POST", "reset"))
    state = told(control(emulator, "GET", "state"))
    assert (state["jobs"], state["lifecycle"]["mode"], state["clock"]["frozen"]) == ({}, "immediate", False)


def test_faults_are_added_shown_and_removed(emulator: Emulator, client: Any) -> None:
    rule = told(control(emulator, "POST", "faults", {"fault": "status", "status": 503, "operation": "getBackends"}))
    assert client("GET", "/v0.4/backends").status == 503
    (shown,) = told(control(emulator, "GET", "faults"))["faults"]
    assert (shown["id"], shown["hits"], shown["operation"]) == (rule["id"], 1, "getBackends")
    told(control(emulator, "DELETE", f"faults/{rule['id']}"))
    assert control(emulator, "DELETE", f"faults/{rule['id']}").status == 404
    assert client("GET", "/v0.4/backends").status == 200
    told(control(emulator, "POST", "faults", {"fault": "drop-before"}))
    told(control(emulator, "DELETE", "faults"))
    assert not emulator.faults
    assert set(told(control(emulator, "GET", "kinds"))["kinds"]) >= {"status", "drift"}


def test_a_timed_lifecycle_is_set_by_backend(emulator: Emulator, client: Any, circuit_job: Any) -> None:
    told(control(emulator, "POST", "clock", {"frozen": True}))
    times = {"*": {"submitted": 5, "ready": 5, "running": 5}, "simulator": {"submitted": 1}}
    answer = told(control(emulator, "PUT", "lifecycle", {"mode": "timed", "timing": times}))
    assert answer["lifecycle"]["timing"]["simulator"] == {"submitted": 1, "ready": 2.0, "running": 1.0}
    job = client("POST", "/v0.4/jobs", circuit_job()).json()["id"]
    told(control(emulator, "POST", f"jobs/{job}/hold"))
    told(control(emulator, "POST", "clock", {"advance": 4}))
    assert told(control(emulator, "POST", "settle", {"timeout": 5}))["settled"] is True
    assert emulator.jobs()[0]["status"] == "submitted"
    told(control(emulator, "POST", f"jobs/{job}/release"))
    told(control(emulator, "POST", "clock", {"advance": 4}))
    assert emulator.jobs()[0]["status"] == "completed"


def test_keys_have_projects_and_projects_their_own_jobs(emulator: Emulator, client_of: Any, circuit_job: Any) -> None:
    one = told(control(emulator, "POST", "keys", {"key": "key-a", "project": "team"}))["project"]
    two = told(control(emulator, "POST", "keys", {"key": "key-b", "project": "team"}))["project"]
    other = told(control(emulator, "POST", "keys", {"key": "key-c"}))["project"]
    assert one == two != other
    a, b, c = (client_of(emulator, key=key) for key in ("key-a", "key-b", "key-c"))
    job = a("POST", "/v0.4/jobs", circuit_job()).json()["id"]
    assert [asking("GET", f"/v0.4/jobs/{job}").status for asking in (a, b, c)] == [200, 200, 404]
    assert a("GET", "/v0.4/whoami").json()["project_id"] == one
    told(control(emulator, "POST", "keys/revoke", {"key": "key-b"}))
    assert b("GET", f"/v0.4/jobs/{job}").status == 401
    c("POST", "/v0.4/jobs", circuit_job())
    told(control(emulator, "POST", "reset", {"key": "key-a"}))
    assert [job["project"] for job in emulator.jobs()] == [other]


def test_a_bases_count_belongs_to_the_project_that_asked(emulator: Emulator, client_of: Any) -> None:
    mine, other = client_of(emulator, key="mine"), client_of(emulator, key="other")
    for _ in range(3):
        mine("GET", "/v0.4/whoami")
    other("GET", "/v0.4/backends")
    whole = told(control(emulator, "GET", "basis"))["basis"]
    contract = "ionq-v0.4@2026-10-01"
    assert whole == {contract: {"getWhoami": {"documented": 3}, "getBackends": {"assumed": 1}}}
    assert emulator.basis("mine") == {contract: {"getWhoami": {"documented": 3}}}
    assert emulator.basis("nobody") == {}


def test_limits_are_the_vendors_or_the_tests(emulator: Emulator, client: Any, client_of: Any) -> None:
    limits = told(control(emulator, "PUT", "limits", {"ionq-v0.4": {"requests": 2, "seconds": 60}}))["limits"]
    assert limits["ionq-v0.4"]["requests"] == 2
    answers = [client("GET", "/v0.4/backends") for _ in range(3)]
    assert [one.status for one in answers] == [200, 200, 429]
    assert answers[2].json()["statusCode"] == 429
    assert 58 <= int(answers[2].headers["retry-after"]) <= 60
    assert client_of(emulator, key="other")("GET", "/v0.4/backends").status == 200
    emulator.advance(61)
    assert client("GET", "/v0.4/backends").status == 200
    with Emulator(limits="documented") as documented:
        assert documented.control.limits.by_api == {"qbraid-v2": Limit(1000, 900, 100)}
        stranger = [documented.handle(Request("GET", "/api/v1/providers")).status for _ in range(101)]
        assert stranger == [200] * 100 + [429]


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "text"),
    [
        ("POST", "rest", None, 400, "did you mean reset"),
        ("GET", "reset", None, 405, "not possible"),
        ("POST", "reset", {"sed": 1}, 400, "did you mean seed"),
        ("POST", "reset", {"seed": "1"}, 400, "'seed' is of type int"),
        ("POST", "reset", {"seed": True}, 400, "'seed' is of type int"),
        ("POST", "faults", {"fault": "drop_after"}, 400, "did you mean drop-after"),
        ("POST", "faults", {"fault": "drop-after", "kind": 1}, 400, "no setting of drop-after 'kind'"),
        ("POST", "faults", {"fault": "drop-after", "self": 1}, 400, "no setting of drop-after 'self'"),
        ("POST", "faults", {}, 400, "'fault' is missing"),
        ("POST", "faults", {"fault": "latency", "seconds": 1, "operation": ["x"]}, 400, "is a text"),
        ("POST", "faults", {"fault": "latency", "seconds": 1, "nth": [1, "x"]}, 400, "from 1 on"),
        ("POST", "faults", {"fault": "latency", "seconds": 1, "nth": {"a": 1}}, 400, "from 1 on"),
        ("POST", "faults", {"fault": "latency", "seconds": 1, "probability": "x"}, 400, "from 0 to 1"),
        ("PUT", "lifecycle", {"mode": "steped"}, 400, "did you mean stepped"),
        ("PUT", "lifecycle", {"mode": "timed", "timing": {"*": {"sumitted": 1}}}, 400, "sumitted"),
        ("PUT", "lifecycle", {"mode": "timed", "timing": {"*": {"submitted": "1"}}}, 400, "cannot take"),
        ("PUT", "lifecycle", {"mode": "timed", "timing": {"qpu.fort-1": {}}}, 400, "did you mean qpu.forte-1"),
        ("PUT", "limits", {"ionq-v0.5": {"requests": 1, "seconds": 1}}, 400, "did you mean ionq-v0"),
        ("PUT", "limits", {"ionq-v0.4": {"requests": "1", "seconds": 1}}, 400, "limit"),
        ("POST", "jobs/nothing/step", None, 400, "there is no job"),
        ("POST", "clock", {"advance": -1}, 400, "never goes back"),
        ("POST", "clock", {"advance": 1e300}, 400, "advanced"),
        ("POST", "reset", b"{", 400, "JSON"),
        ("POST", "reset", b"[]", 400, "object"),
        ("POST", "reset", b"[" * 100_000, 400, "nested"),
        ("POST", "reset", {"schema": "qcontract.emulator-control/2"}, 400, SCHEMA),
        ("DELETE", "faults/fault-99", None, 404, "there is no fault"),
        ("POST", "step", {"to": "foo"}, 400, "no state 'foo'"),
        ("POST", "jobs/nothing/release", None, 400, "there is no job"),
        ("POST", "faults", {"fault": "fail-job", "code": "SimulationEror"}, 400, "did you mean SimulationError"),
        ("POST", "keys", {"key": ""}, 400, "cannot be sent"),
        ("POST", "keys", {"key": " a"}, 400, "cannot be sent"),
        ("POST", "keys/revoke", {"key": ""}, 400, "not accepted"),
    ],
)
def test_what_is_not_understood_is_refused(
    emulator: Emulator, method: str, path: str, body: object, status: int, text: str
) -> None:
    answer = control(emulator, method, path, body)
    content = answer.json()
    assert (answer.status, content["schema"]) == (status, SCHEMA)
    assert text in f"{content['error']} {content['hint']}"


def test_keys_that_are_not_accepted_are_not_reset_or_revoked() -> None:
    with Emulator(keys=["a"]) as emulator:
        for path in ("reset", "keys/revoke"):
            answer = control(emulator, "POST", path, {"key": "zz"})
            assert (answer.status, answer.json()["error"]) == (400, "this key is not accepted")
        assert emulator.project("a")


LOCAL = ["127.0.0.1:8080", "localhost", "LOCALHOST:1", "[::1]:80", "127.9.9.9", "emulator.invalid"]
FOREIGN = ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "10.0.0.1", "", "[", "0x7f.1.evil"]


def test_pages_of_other_origins_are_refused(emulator: Emulator) -> None:
    """A browser on this machine would carry any page's request here, whatever name its author gave the machine."""
    for host in LOCAL:
        assert control(emulator, "GET", "state", host=host).status == 200, host
    for host in FOREIGN:
        assert control(emulator, "POST", "reset", host=host).status == 403, host
    for origin, status in (("http://localhost:3000", 200), ("https://evil.example", 403), ("null", 403)):
        assert control(emulator, "POST", "reset", host="localhost", origin=origin).status == status
    form = control(emulator, "POST", "reset", b"seed=1", host="localhost", content_type="text/plain")
    assert form.status == 415


def test_a_token_is_wanted_when_there_is_one() -> None:
    with Emulator(control_token="t0ken-for-tests") as emulator:
        for given in ({}, {"x_qcontract_token": "wrong"}, {"x_qcontract_token": "\xff"}):
            assert control(emulator, "GET", "state", **given).status == 401
        good = {"x_qcontract_token": "t0ken-for-tests"}
        assert control(emulator, "GET", "state", host="emulator:8080", **good).status == 200
        assert control(emulator, "GET", "state", origin="http://evil.example", **good).status == 403
        assert emulator.handle(Request("GET", "/v0.4/backends")).status == 200


def test_a_server_for_other_machines_has_a_token() -> None:
    with Emulator() as emulator, serve(emulator, "0.0.0.0", expose=True) as server:
        assert server.control_token
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        for headers, status in (({}, 401), ({"X-Qcontract-Token": server.control_token}, 200)):
            connection.request("GET", "/_qcontract/state", headers=headers)
            answer = connection.getresponse()
            answer.read()
            assert answer.status == status
        connection.close()


def test_reset_is_quick_and_complete(emulator: Emulator, client: Any, circuit_job: Any) -> None:
    ids = []
    spent = []
    for _ in range(5):
        jobs = [client.run("/v0.4", circuit_job(metadata={"a": "b"}))["id"] for _ in range(20)]
        ids.append(jobs)
        begun = time.perf_counter()
        emulator.reset()
        spent.append(time.perf_counter() - begun)
        assert client("GET", f"/v0.4/jobs/{jobs[0]}").status == 404
        assert client("GET", "/v0.4/jobs").json()["jobs"] == []
    assert all(jobs == ids[0] for jobs in ids), "the same seed gives the same ids"
    assert sorted(spent)[2] < 0.02
    emulator.reset(seed=8)
    assert client.run("/v0.4", circuit_job())["id"] != ids[0][0]


def test_what_is_computed_across_a_reset_is_dropped(emulator: Emulator, client: Any, circuit_job: Any) -> None:
    """The job after a reset has the id of the one before, and must not get its result."""
    slow = [{"gate": "h", "target": q} for q in range(20)]
    for _ in range(3):
        client("POST", "/v0.4/jobs", circuit_job(slow * 30, qubits=20))
        time.sleep(0.02)
        emulator.reset()
        job = client.run("/v0.4", circuit_job())
        assert client("GET", f"/v0.4/jobs/{job['id']}/results/probabilities").json() == pytest.approx(
            {"1": 0.75, "5": 0.25}
        )


def test_a_late_answer_is_for_the_order_that_was_taken_and_for_no_other(tmp_path: Path) -> None:
    """A worker that is not stopped in time must not end another job of the same id."""
    from qcontract.emulator.database import Database
    from qcontract.emulator.jobs import Draft
    from qcontract.emulator.queue import Queue
    from qcontract.emulator.store import Store

    database = Database(tmp_path / "store.sqlite")
    queue, store = Queue(database, set()), Store(database, set())
    draft = Draft(id="same", vendor="ionq", project="p", type="t", backend="simulator")
    taken = []
    for _ in range(2):
        database.clear()
        store.add(draft, [], {}, 0.0)
        work = queue.claim(0.0, flowing=True)
        assert work is not None
        taken.append(work)
    late, present = taken
    wrong, right = ({"qubits": n, "gate_counts": {"1q": 0, "2q": 0}} for n in (1, 2))
    queue.finish(late, [wrong], 1.0)
    assert store.tally() == {"running": 1}
    queue.give_back(late, counted=True)
    queue.finish(present, [right], 2.0)
    assert store.tally() == {"completed": 1}
    job = store.get("p", "ionq", "same")
    assert job is not None
    assert job.stats["qubits"] == 2
    database.close()


def test_keys_survive_a_restart(tmp_path: Path) -> None:
    db = tmp_path / "store.sqlite"

    def status(emulator: Emulator, key: str) -> int:
        return emulator.handle(Request("GET", "/v0.4/whoami", "", {"authorization": f"apiKey {key}"})).status

    with Emulator(db=db, keys={"first": "team"}) as emulator:
        emulator.add_key("added")
        emulator.revoke_key("first")
        assert [status(emulator, key) for key in ("first", "added", "none")] == [401, 200, 401]
    assert b"added" not in db.read_bytes()
    with Emulator(db=db, keys={"first": "team"}) as emulator:
        assert [status(emulator, key) for key in ("first", "added", "none")] == [401, 200, 401]
        emulator.reset()
        assert [status(emulator, key) for key in ("first", "added", "none")] == [200, 401, 401]


def test_python_and_http_say_the_same(emulator: Emulator) -> None:
    emulator.set_lifecycle("timed", Timing(1, 2, 3))
    state = told(control(emulator, "GET", "state"))
    assert state["lifecycle"]["timing"] == {"*": {"submitted": 1, "ready": 2, "running": 3}}
    with pytest.raises(errors.ConfigurationError, match="no lifecycle"):
        emulator.set_lifecycle("often")  # type: ignore[arg-type]
    controls = told(control(emulator, "GET", ""))["controls"]
    assert "POST /_qcontract/jobs/{}/step" in controls
    assert told(control(emulator, "GET", "violations"))["violations"] == []
    assert told(control(emulator, "GET", "unserved"))["unserved"] == {
        contract: emulator.unserved(contract) for contract in state["contracts"]
    }
