"""The plan for real services, performed against the emulator only; and what must stop it, planted."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from live import verify
from live.fence import ALLOWED, MOST_REQUESTS, Fence, Refused
from live.plan import APIS, QUESTIONS, Findings, perform
from live.redaction import Redaction
from qcontract.contract import packaged
from qcontract.emulator import Emulator, Server, serve
from qcontract.errors import APIError
from support.exchanges import Exchange, exchanges
from support.gate import violations
from support.secrecy import faults
from support.tape_index import problems, read_index
from support.virtual import VirtualClock

KEY = "canary-live-5d1f0c"
EMPTY = f"# A page\n\n{verify.BEGIN}\n{verify.END}\n\nand its end\n"


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(seed=3, keys=[KEY]) as started:
        yield started


@pytest.fixture(scope="module")
def server(emulator: Emulator) -> Iterator[Server]:
    with serve(emulator) as running:
        yield running


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in {*APIS.values()}:
        monkeypatch.setenv(name, KEY)


def performed(emulator: Emulator, api: str, network: Any = None) -> Findings:
    emulator.reset()
    clock = VirtualClock()

    def sleep(seconds: float) -> None:
        clock.sleep(seconds)
        emulator.settle()

    context = clock.context(sleep=sleep)
    base_url = emulator.base_url(api)
    return perform(api, base_url, network or emulator.transport(), key=KEY, context=context)


@pytest.mark.parametrize("api", APIS)
def test_the_plan_answers_every_question_and_leaves_nothing(emulator: Emulator, api: str) -> None:
    found = performed(emulator, api)
    assert "not answered" not in found.answers.values()
    assert found.answers["which bit of a result is qubit 0"] == "the rightmost, as our clients read it"
    assert found.answers["order of the job list"] == "newest first"
    assert found.answers["answers that break the contract"] == "none"
    assert found.answers["reading a deleted job"].startswith("404 ")
    assert len(found.fence.exchanges) <= MOST_REQUESTS
    assert len(found.fence.own) == 2
    headers = {"authorization": f"apiKey {KEY}", "x-api-key": KEY}
    left = httpx.Request("GET", f"{emulator.base_url(api)}/jobs", headers=headers)
    answer = emulator.transport().handle_request(left)
    listed = json.loads(answer.read())
    assert listed.get("jobs", listed.get("data")) == []


class Turned(httpx.BaseTransport):
    """A service that reads its states from the other end, and lists the oldest job first."""

    def __init__(self, inner: httpx.BaseTransport) -> None:
        self.inner = inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self.inner.handle_request(request)
        body = json.loads(answer.read())
        if request.url.path.endswith("/probabilities"):
            body = {"4": body["1"], "5": body["5"]}
        if isinstance(body, dict) and "jobs" in body:
            body["jobs"].reverse()
        return httpx.Response(answer.status_code, headers={"content-type": "application/json"}, json=body)


def test_another_answer_is_another_row(emulator: Emulator) -> None:
    found = performed(emulator, "ionq-v0.4", Turned(emulator.transport()))
    assert found.answers["which bit of a result is qubit 0"].startswith("the leftmost")
    assert found.answers["order of the job list"] == "oldest first"


class Broken(httpx.BaseTransport):
    """A service that has no results."""

    def __init__(self, inner: httpx.BaseTransport) -> None:
        self.inner = inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        broken = "/results" in request.url.path
        return httpx.Response(501) if broken else self.inner.handle_request(request)


def test_a_plan_that_ends_early_leaves_nothing_either(emulator: Emulator) -> None:
    with pytest.raises(APIError):
        performed(emulator, "ionq-v0.3", Broken(emulator.transport()))
    assert emulator.jobs() == []


@pytest.fixture
def fence(emulator: Emulator) -> Fence:
    emulator.reset()
    return Fence(packaged("ionq-v0.4"), emulator.base_url("ionq-v0.4"), emulator.transport())


CREATE = {"type": "ionq.circuit.v1", "backend": "simulator", "shots": 100, "input": {"qubits": 1, "circuit": []}}


@pytest.mark.parametrize(
    ("method", "path", "body", "told"),
    [
        ("GET", "/v0.4/jobs/somebody-elses", None, "was not created here"),
        ("DELETE", "/v0.4/jobs/somebody-elses", None, "was not created here"),
        ("DELETE", "/v0.4/jobs", {"ids": ["all"]}, "not on the list"),
        ("PUT", "/v0.4/jobs/status/cancel", {"ids": ["all"]}, "not on the list"),
        ("POST", "/v0.4/sessions", {"backend": "qpu.forte-1"}, "not on the list"),
        ("GET", "/v0.4/whoami", None, "not on the list"),
        ("POST", "/v0.4/jobs", CREATE | {"backend": "qpu.forte-1"}, "only a free simulator"),
        ("POST", "/v0.4/jobs", CREATE | {"backend": "qpu.forte-1", "target": "simulator"}, "only a free simulator"),
        ("POST", "/v0.4/jobs", CREATE | {"session_id": "s"}, "must not say session_id"),
        ("POST", "/v0.4/jobs", CREATE | {"shots": 101}, "at most 100 shots"),
        ("POST", "/v0.4/jobs", CREATE | {"shots": True}, "at most 100 shots"),
        ("POST", "/v0.4/jobs", None, "one JSON object"),
        ("POST", "/v0.4/jobs", [CREATE], "one JSON object"),
        ("GET", "/v0.4/nothing", None, "not on the list"),
        ("GET", "https://api.ionq.co/v0.4/backends", None, "another host"),
    ],
)
def test_what_is_not_allowed_is_not_sent(fence: Fence, method: str, path: str, body: Any, told: str) -> None:
    url = path if path.startswith("https") else f"http://emulator.invalid{path}"
    with httpx.Client(transport=fence) as client, pytest.raises(Refused, match=told):
        client.request(method, url, json=body)
    assert fence.exchanges == []


def test_requests_are_counted(fence: Fence) -> None:
    with httpx.Client(transport=fence, base_url=fence.base_url) as client:
        for _ in range(MOST_REQUESTS):
            client.get("/backends")
        with pytest.raises(Refused, match="more than 60"):
            client.get("/backends")


def test_requests_whose_answer_is_lost_are_counted(fence: Fence) -> None:
    def lose(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("lost")

    fence.inner = httpx.MockTransport(lose)
    with httpx.Client(transport=fence, base_url=fence.base_url) as client:
        for _ in range(MOST_REQUESTS):
            with pytest.raises(httpx.ReadError):
                client.get("/backends")
        with pytest.raises(Refused, match="more than 60"):
            client.get("/backends")


def test_a_submission_that_says_something_twice_is_not_sent(fence: Fence) -> None:
    twice = json.dumps(CREATE)[:-1] + ', "backend": "qpu.forte-1"}'
    for content in (twice, twice.replace("qpu.forte-1", "simulator"), "{"):
        with httpx.Client(transport=fence) as client, pytest.raises(Refused, match="says nothing twice"):
            client.post("http://emulator.invalid/v0.4/jobs", content=content)
    assert fence.exchanges == []


def test_what_is_allowed_is_in_every_contract() -> None:
    for api, allowed in ALLOWED.items():
        assert allowed <= {operation.operation_id for operation in packaged(api).operations}


def test_nothing_of_anybody_is_kept(emulator: Emulator, keys: None) -> None:
    stranger = {"id": "x1", "status": "completed", "submitter_id": "ada", "name": "secret plan"}
    own = {
        "id": "0199f000-0000-7000-8000-000000000001",
        "status": "completed",
        "submitter_id": "64b03577072d45001c85e9c4",
        "email": "ada@lovelace.org",
        "organization_id": 7301946,
        "owner": "7301946",
        "made": {"created": "2026-01-01", "by": "ada"},
        "note": KEY,
        "results": {"probabilities": {"url": "/v0.4/jobs/0199f000-0000-7000-8000-000000000001/results/probabilities"}},
    }
    seen = Exchange(
        "GET",
        f"https://api.ionq.co/v0.4/jobs/{own['id']}",
        {"authorization": f"apiKey {KEY}", "cookie": "session=1"},
        b"",
        200,
        {"content-type": "application/json", "set-cookie": "session=2", "x-request-id": "r-1", "retry-after": "3"},
        json.dumps({"jobs": [own, stranger]}).encode(),
    )
    kept = Redaction({own["id"]}).exchange(seen)
    text = repr(kept)
    for secret in (KEY, "ada", "lovelace", "7301946", "64b0", "session=", "secret plan", "r-1", "0199f000"):
        assert secret not in text
    [job] = json.loads(kept.body)["jobs"]
    assert job["id"] in kept.url
    assert job["id"] in job["results"]["probabilities"]["url"]
    assert (job["status"], kept.headers["retry-after"]) == ("completed", "3")
    assert list(faults([kept], "", "live")) == []


def script(name: str, *arguments: str, key: str | None = KEY, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in APIS.values()}
    given = {} if key is None else dict.fromkeys(APIS.values(), key)
    path = Path(verify.__file__).with_name(f"{name}.py")
    return subprocess.run(
        [sys.executable, str(path), *arguments],
        env=kept | given | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("name", ["verify", "record"])
def test_without_a_key_one_sentence_says_what_is_needed(name: str) -> None:
    told = script(name, key=None)
    assert (told.returncode, told.stdout) == (4, "")
    assert len(told.stderr.splitlines()) == 1
    assert "IONQ_API_KEY or QBRAID_API_KEY" in told.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(("ionq-v9",), "there is no ionq-v9"), (("--base-url", "http://127.0.0.1:9"), "exactly one API")],
)
def test_wrong_arguments_are_told(arguments: tuple[str, ...], told: str) -> None:
    for name in ("verify", "record"):
        ended = script(name, *arguments)
        assert (ended.returncode, told in ended.stderr) == (2, True), ended.stderr


def test_answers_are_written_between_the_markers(server: Server, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(EMPTY)
    told = script("verify", "ionq-v0.4", "--base-url", server.base_url("ionq-v0.4"), "--page", str(page))
    assert told.returncode == 0, told.stderr
    text = page.read_text()
    assert text.startswith("# A page\n")
    assert text.endswith("and its end\n")
    rows = verify.table_of(text)
    assert rows.keys() == {*QUESTIONS, verify.DATED}
    assert rows["order of the job list"] == {
        "ionq-v0.3": "not asked",
        "ionq-v0.4": "newest first",
        "qbraid-v2": "not asked",
    }
    assert re.fullmatch(r"\d{4}-\d\d-\d\d, of an emulator", rows[verify.DATED]["ionq-v0.4"])
    again = verify.written(text, {"qbraid-v2": {"order of the job list": "oldest first"}})
    assert verify.table_of(again)["order of the job list"]["ionq-v0.4"] == "newest first"
    assert KEY not in told.stdout + told.stderr + text


def test_a_page_without_the_place_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("nothing")
    told = script("verify", "--page", str(tmp_path / "page.md"))
    assert (told.returncode, "has no table" in told.stderr) == (2, True)


@pytest.mark.parametrize("api", APIS)
def test_a_recording_is_shown_and_written_after_a_yes(server: Server, tmp_path: Path, api: str) -> None:
    asked = (api, "--base-url", server.base_url(api), "--to", str(tmp_path / "live"))
    silent = script("record", *asked)
    assert (silent.returncode, (tmp_path / "live").exists()) == (2, False)
    assert "without a yes" in silent.stderr
    told = script("record", *asked, "--yes")
    assert told.returncode == 0, told.stderr
    [path] = tmp_path.rglob("plan.yaml")
    assert path.read_text() in told.stdout
    assert KEY not in told.stdout + told.stderr
    [entry] = read_index(path.parents[1])
    assert entry.contract == str(packaged(api).ref)
    assert violations(exchanges(path), packaged(api)) == (), "what is redacted still fits the contract"
    assert all("of an emulator" in one for one in problems(path.parents[1], "live"))
    assert len(exchanges(path)) > 10


def test_an_emulators_answers_are_never_written_as_live(server: Server, tmp_path: Path, keys: None) -> None:
    told = script("record", "ionq-v0.4", "--base-url", server.base_url("ionq-v0.4"), "--yes")
    assert told.returncode == 1
    assert "that of an emulator" in told.stderr
    assert not [*(verify.ROOT / "cassettes" / "live").rglob("*.yaml")]


def test_schemathesis_never_gets_a_real_key() -> None:
    """Whatever makes requests at random reads no key from anywhere."""
    for path in verify.ROOT.joinpath("tests").rglob("*.py"):
        text = path.read_text()
        if re.search(r'(?m)^(import|from) schemathesis|"schemathesis"', text) and path != Path(__file__):
            assert "API_KEY" not in text, path
