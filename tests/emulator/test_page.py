"""The page at ``/`` as bytes, and what it asks about jobs."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

import pytest
from qcontract.emulator import Emulator, Request, Response

HOSTILE = "</script><script>alert(1)</script>\u202e"
FILES = [one.name for one in files("qcontract.emulator.page").iterdir() if one.name.endswith((".js", ".css"))]


@pytest.fixture
def emulator(anew: Emulator) -> Emulator:
    return anew


def get(emulator: Emulator, path: str, query: str = "", **headers: str) -> Response:
    return emulator.handle(Request("GET", path, query, headers))


def told(emulator: Emulator, path: str, query: str = "") -> Any:
    answer = get(emulator, f"/_qcontract/{path}", query)
    assert answer.status == 200, answer.body
    return answer.json()


@pytest.mark.parametrize("path", ["/", *(f"/_qcontract/page/{name}" for name in sorted(FILES))])
def test_every_file_is_served_with_a_policy(emulator: Emulator, path: str) -> None:
    answer = get(emulator, path)
    assert answer.status == 200
    kind = {"/": "html", ".css": "css"}.get(path if path == "/" else path[-4:], "javascript")
    assert answer.headers["content-type"] == f"text/{kind}; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert [policy[name] for name in ("script-src", "style-src", "connect-src")] == ["'self'"] * 3
    assert not [value for value in policy.values() if "unsafe" in value or "*" in value]


def test_the_page_asks_nobody_else_and_runs_nothing_inline(emulator: Emulator) -> None:
    page = get(emulator, "/").body.decode()
    assert sorted(re.findall(r'(?:href|src)="(/[^"]+)"', page)) == [
        "/_qcontract/page/page.css",
        "/_qcontract/page/page.js",
    ]
    assert not re.findall(r"<style|\son\w+=|\sstyle=|<script(?![^>]*\ssrc=)", page)
    for name in FILES:
        text = get(emulator, f"/_qcontract/page/{name}").body.decode()
        assert not re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|Storage|cookie", text), (
            name
        )
        assert not re.findall(r"""["'(]https?://(?!www\.w3\.org/2000/svg)""", text), name
        for module in re.findall(r'from "\./([^"]+)"', text):
            assert module in FILES


def test_only_reading_finds_the_page(emulator: Emulator) -> None:
    assert emulator.handle(Request("POST", "/")).status == 404
    assert emulator.handle(Request("HEAD", "/")).status == 200
    for path in ("/_qcontract/page/views.py", "/_qcontract/page/../page.js", "/_qcontract/page/"):
        assert get(emulator, path).status in (400, 404)


def test_a_job_is_told_with_its_program_its_states_and_its_results(
    emulator: Emulator, client: Any, client_of: Any, circuit_job: Any, asymmetric: Any
) -> None:
    run = client_of(emulator).run("/v0.4", circuit_job(name=HOSTILE, shots=100))
    answer = get(emulator, f"/_qcontract/jobs/{run['id']}")
    assert answer.headers["content-type"] == "application/json"
    job = answer.json()["job"]
    assert (job["name"], job["backend"], job["shots"], job["held"], job["children"]) == (
        HOSTILE,
        "simulator",
        100,
        False,
        [],
    )
    assert job["program"] == {"gateset": "qis", "qubits": 3, "circuit": asymmetric}
    assert job["results"]["probabilities"] == pytest.approx({"1": 0.75, "5": 0.25})
    assert [one["status"] for one in job["history"]] == ["submitted", "running", "completed"]
    assert sorted(one["at"] for one in job["history"]) == [one["at"] for one in job["history"]]
    assert get(emulator, "/_qcontract/jobs/nothing").status == 400


def test_circuits_of_a_job_are_told_one_by_one(emulator: Emulator, client_of: Any, asymmetric: Any) -> None:
    several = {"gateset": "qis", "qubits": 3, "circuits": [{"circuit": asymmetric}, {"circuit": asymmetric[:1]}]}
    body = {"type": "ionq.multi-circuit.v1", "backend": "simulator", "input": several}
    whole = told(emulator, f"jobs/{client_of(emulator).run('/v0.4', body)['id']}")["job"]
    second = told(emulator, f"jobs/{whole['children'][1]}")["job"]
    assert (second["parent"], second["results"]["probabilities"]) == (whole["id"], {"1": 1.0})


def test_what_is_too_long_for_a_page_is_left_out(emulator: Emulator, client_of: Any, circuit_job: Any) -> None:
    body = circuit_job([{"gate": "x", "target": 0}] * 90_000)
    created = client_of(emulator)("POST", "/v0.4/jobs", body).json()
    answer = get(emulator, f"/_qcontract/jobs/{created['id']}")
    assert answer.json()["job"]["program"] == {"omitted": len(json.dumps(body["input"], separators=(",", ":")))}
    assert len(answer.body) < 2000


def test_the_newest_jobs_are_found_by_their_words(emulator: Emulator, client_of: Any, circuit_job: Any) -> None:
    ask = client_of(emulator)
    for number in range(4):
        ask.run("/v0.4", circuit_job(name=f"Bell {number}"))
    assert [job["name"] for job in told(emulator, "recent")["recent"]] == ["Bell 3", "Bell 2", "Bell 1", "Bell 0"]
    found = told(emulator, "recent", "words=bell+2")
    assert (found["found"], [job["name"] for job in found["recent"]]) == (1, ["Bell 2"])
    for words, count in (
        ("%25", 0),
        ("_", 0),
        ("' OR 1=1 --", 0),
        ("%00", 0),
        ("simulator ionq", 4),
        ("019", 4),
        ("a" * 5000, 0),
    ):
        assert told(emulator, "recent", f"words={words.replace(' ', '+')}")["found"] == count, words
    assert told(emulator, "recent")["apis"]["ionq-v0.4"] == "/v0.4"
    assert get(emulator, "/_qcontract/recent", "word=x").status == 400


def test_the_page_of_a_guarded_emulator_may_ask_with_the_token_only() -> None:
    with Emulator(control_token="t0ken-for-tests") as emulator:
        token = {"x-qcontract-token": "t0ken-for-tests"}
        own = {"host": "emulator:8080", "origin": "http://emulator:8080"}
        assert get(emulator, "/").status == 200
        for headers, status in (({**own, **token}, 200), (own, 401), ({**own, **token, "origin": "http://evil"}, 403)):
            assert get(emulator, "/_qcontract/recent", **headers).status == status
    with Emulator() as emulator:
        assert get(emulator, "/_qcontract/recent", host="evil.example", origin="http://evil.example").status == 403
