"""Keys, seeds, basis, self-check, bad input and concurrency: what holds for every API."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qcontract import errors
from qcontract.emulator import Emulator, Request

JOBS = ("/v0.3/jobs", "/v0.4/jobs", "/@2026-05-15/v0.4/jobs", "/api/v1/jobs", "/@observed-2026-09/api/v1/jobs")
every = pytest.mark.parametrize("path", JOBS)


class Still:
    """A clock that stands still."""

    def now(self) -> float:
        return 1_790_000_000.0

    def monotonic(self) -> float:
        return 0.0


@every
@pytest.mark.parametrize("key", ["", "Bearer test-key", "apiKey", "apiKey  "])
def test_a_request_without_a_key_is_401_in_the_vendors_words(client: Any, path: str, key: str) -> None:
    answer = client("GET", path, authorization=key, **{"x-api-key": ""})
    assert answer.status == 401
    assert ("detail" in answer.json()) or ("message" in answer.json())
    assert answer.headers["x-request-id"]
    assert answer.headers["x-qcontract-basis"] in ("documented", "observed", "assumed")


def test_only_the_given_keys_are_accepted_and_none_is_stored(client_of: Callable[..., Any], tmp_path: Path) -> None:
    db = tmp_path / "store.sqlite"
    with Emulator(db=db, keys=["first-canary", "second-canary"]) as emulator:
        assert client_of(emulator, key="first-canary")("GET", "/v0.4/jobs").status == 200
        assert client_of(emulator, key="third-canary")("GET", "/v0.4/jobs").status == 401
    assert "canary" not in repr(emulator)
    for file in tmp_path.iterdir():
        assert b"canary" not in file.read_bytes()


def test_a_key_does_not_see_the_jobs_of_another(
    client_of: Callable[..., Any], emulator: Emulator, circuit_job: Any
) -> None:
    mine, other = client_of(emulator, key="key-a"), client_of(emulator, key="key-b")
    job = mine("POST", "/v0.4/jobs", circuit_job()).json()["id"]
    assert mine("GET", f"/v0.4/jobs/{job}").status == 200
    assert other("GET", f"/v0.4/jobs/{job}").status == 404
    assert other("DELETE", f"/v0.4/jobs/{job}").status == 404
    assert other("GET", "/v0.4/jobs").json()["jobs"] == []
    assert mine("GET", "/v0.4/whoami").json() != other("GET", "/v0.4/whoami").json()


def test_the_same_seed_gives_the_same_ids_samples_and_bodies(client_of: Callable[..., Any], circuit_job: Any) -> None:
    def story(seed: int) -> list[Any]:
        with Emulator(seed=seed, clock=Still(), self_check=True) as emulator:
            client = client_of(emulator)
            job = client.run("/v0.4", circuit_job(backend="qpu.forte-1", shots=1000))
            return [job, client("GET", job["results"]["probabilities"]["url"]).json()]

    first, again, other = story(1), story(1), story(2)
    assert first == again
    assert first[0]["id"] != other[0]["id"]
    assert first[1] != other[1]
    assert first[0]["submitted_at"] == "2026-09-21T14:13:20.000Z"


def test_parallel_emulators_do_not_interfere(client_of: Callable[..., Any], circuit_job: Any) -> None:
    with Emulator() as one, Emulator() as two:
        job = client_of(one).run("/v0.4", circuit_job())["id"]
        assert client_of(two)("GET", f"/v0.4/jobs/{job}").status == 404
        assert one.db != two.db
    assert not one.db.exists()


@pytest.mark.parametrize(
    "body",
    [
        b"{broken",
        b"\xff\xfe\x00",
        b'{"type": "ionq.circuit.v1", "shots": NaN}',
        b'{"name": "\\ud800"}',
        b"[" * 200_000,
        b'{"input": ' + b"[" * 400 + b"]" * 400 + b"}",
        b'{"shots": 1' + b"0" * 6000 + b"}",
        b"null",
        b"[]",
        b'"text"',
        b"{}",
        b'{"type": "nothing"}',
    ],
)
@every
def test_a_bad_body_is_a_4xx(client: Any, path: str, body: bytes) -> None:
    answer = client("POST", path, body)
    assert 400 <= answer.status < 500, answer.body
    assert len(answer.body) < 2000


@every
def test_size_type_and_method_are_checked(client: Any, path: str) -> None:
    assert client("POST", path, b" " * (10 * 1024 * 1024 + 1)).status == 413
    assert client("POST", path, b"<a/>", **{"content-type": "text/xml"}).status == 415
    wrong = client("PATCH", path, b"{}")
    assert (wrong.status, "GET" in wrong.headers["allow"]) == (405, True)


STRANGE = """
// /v9/jobs /% /@/v0.4 /@nothing/v0.4/jobs /@2026-05-15/v0.3/jobs /v0.4/../v0.3/jobs /v0.4/%2e%2e/jobs /v0.4/jobs/%00
/v0.4/jobs/%ff /v0.4/jobs/a/b/c /v0.4/jobs/%F0%9F%92%A9
"""


@pytest.mark.parametrize("path", STRANGE.split())
def test_a_strange_path_is_404(client: Any, path: str) -> None:
    assert client("GET", path).status == 404


@pytest.mark.parametrize("query", ["limit=-1", "limit=0", "limit=x", f"limit={10**30}", "next=x", "status=x", "limit="])
def test_a_bad_query_is_400_and_names_the_parameter(client: Any, query: str) -> None:
    answer = client("GET", f"/v0.4/jobs?{query}")
    assert answer.status == 400
    assert answer.json()["validation"] == {"source": "params", "keys": [query.partition("=")[0]]}


def test_a_400_names_the_members_of_the_form_that_was_meant(client: Any, circuit_job: Any) -> None:
    missing = {key: value for key, value in circuit_job().items() if key != "input"}
    for body, keys in (
        (missing, ["input"]),
        (circuit_job(shots=0), ["shots"]),
        (circuit_job(noise={"model": "ideal", "extra": 1}), ["noise.extra"]),
        (circuit_job(backend="qpu.nothing"), ["backend"]),
        (circuit_job(qubits="3"), ["input.qubits"]),
    ):
        answer = client("POST", "/v0.4/jobs", body)
        assert (answer.status, answer.json()["validation"]["keys"]) == (400, keys)


def test_odd_names_are_tolerated(client: Any) -> None:
    circuit = '{"gateset": "qis", "qubits": 1, "circuit": []}'
    rest = f'"backend": "simulator", "name": "a\\u0000\\u202e", "input": {circuit}'
    text = f'{{"type": "ionq.circuit.v1", {rest}}}'
    job = client.wait(f"/v0.4/jobs/{client('POST', '/v0.4/jobs', text.encode()).json()['id']}")
    assert job["name"] == "a\0\u202e"


def test_too_many_gates_are_refused(client: Any) -> None:
    circuits = [{"circuit": [{"gate": "x", "target": 0}] * 30_001}] * 5
    body = {"type": "ionq.multi-circuit.v1", "backend": "simulator", "input": {"gateset": "qis", "circuits": circuits}}
    assert client("POST", "/v0.4/jobs", body).status == 400


def test_the_self_check_sees_a_planted_fault(client_of: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    from qcontract.emulator.dialects.ionq_backends import Backends

    monkeypatch.setattr(Backends, "_document", lambda *_: {"backend": 7})
    with Emulator(self_check=True) as emulator:
        answer = client_of(emulator)("GET", "/v0.4/backends")
        assert answer.status == 500
        assert "breaks the contract" in answer.json()["message"]
        assert [one.operation for one in emulator.violations] == ["getBackends"]


def test_many_threads_submit_and_read_at_once(client_of: Callable[..., Any], circuit_job: Any) -> None:
    with Emulator(workers=2) as emulator:
        found: list[Any] = []

        def work(number: int) -> None:
            client = client_of(emulator, key=f"key-{number % 3}")
            for _ in range(8):
                job = client.run("/v0.4", circuit_job())
                found.append((job["id"], client("GET", job["results"]["probabilities"]["url"]).json()))

        threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len({job for job, _ in found}) == 48
    assert all(result == found[0][1] for _, result in found)


def test_the_observed_dialect_can_be_chosen_for_the_plain_mount(client_of: Callable[..., Any]) -> None:
    with Emulator(dialect="observed") as emulator:
        assert client_of(emulator)("GET", "/api/v1/jobs/nothing").json()["error"]["code"] == "NOT_FOUND"


def test_a_snapshot_can_be_chosen_for_the_plain_mount(client_of: Callable[..., Any], circuit_job: Any) -> None:
    with Emulator(snapshots=["ionq-v0.4@2026-05-15"], self_check=True) as emulator:
        assert set(client_of(emulator).run("/v0.4", circuit_job())["results"]) == {"probabilities"}
        assert emulator.base_url("ionq-v0.4") == "http://emulator.invalid/v0.4"
        assert emulator.base_url("ionq-v0.4@2026-10-01").endswith("/@2026-10-01/v0.4")


@pytest.mark.parametrize("name", ["ionq-v0.4@1999-01-01", "ionq-v0.4@2026-04-30.get-jobs", "nothing"])
def test_an_unknown_snapshot_is_refused(name: str) -> None:
    with pytest.raises(errors.ConfigurationError):
        Emulator(snapshots=[name])


def test_a_file_that_is_no_store_and_one_that_is_in_use_are_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"no database" * 100)
    with pytest.raises(errors.ConfigurationError, match="cannot be used"):
        Emulator(db=broken)
    with pytest.raises(errors.ConfigurationError, match="cannot be written"):
        Emulator(db=tmp_path / "none" / "store.sqlite")
    newer = tmp_path / "newer.sqlite"
    connection = sqlite3.connect(newer)
    connection.execute("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(errors.ConfigurationError, match="layout"):
        Emulator(db=newer)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.sqlite", "newer.sqlite"]
    with Emulator(db=tmp_path / "store.sqlite"), pytest.raises(errors.ConfigurationError, match="another emulator"):
        Emulator(db=tmp_path / "store.sqlite")


def test_a_stopped_emulator_says_so() -> None:
    emulator = Emulator()
    emulator.stop()
    emulator.stop()
    with pytest.raises(errors.ConfigurationError, match="stopped"):
        emulator.handle(Request("GET", "/v0.4/backends"))


def test_a_body_may_follow_a_cancel(client: Any, circuit_job: Any) -> None:
    job = client.run("/v0.4", circuit_job())["id"]
    assert client("PUT", f"/v0.4/jobs/{job}/status/cancel", b"junk").status == 200
    assert json.loads(client("GET", f"/v0.4/jobs/{job}").body)["status"] == "completed"


def test_a_missing_package_is_named_before_the_first_job(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qcontract.emulator.emulator.find_spec", lambda name: None if name == "numpy" else object())
    with pytest.raises(errors.MissingExtra, match="emulator"):
        Emulator()
