"""A new vendor is a registry entry, a snapshot, an adapter module and a client pair: nothing else is touched."""

from __future__ import annotations

import hashlib
import importlib
import sys
from pathlib import Path

import anyio
import pytest
import qcontract.apis
from apis.asking import HOST, said
from apis.toy import toy_v1_2026_01_01 as adapter
from qcontract.clients.asynchronous import AsyncClient
from qcontract.clients.sync import SyncClient
from qcontract.clients.vendors import Vendor
from qcontract.contract import registry as entries_of
from qcontract.contract.registry import Registry, vendored
from qcontract.errors import AuthenticationError, ConfigurationError, ResponseShapeError, SpendingRefused
from qcontract.flow.effects import Drift
from qcontract.model.circuit import Circuit
from qcontract.model.status import JobStatus
from support.scripted import ScriptedServer

TOY = Vendor(
    name="toy",
    title="Toy",
    key_variable="TOY_API_KEY",
    url_variable="TOY_API_URL",
    host="https://toy.invalid",
    header="x-toy-key",
)
SNAPSHOT = b"openapi: 3.1.0\ninfo: {title: Toy, version: '1'}\npaths: {}\n"


class ToyClient(SyncClient):
    vendor = TOY
    default_api = "v1"


class AsyncToyClient(AsyncClient):
    vendor = TOY
    default_api = "v1"


@pytest.fixture(autouse=True)
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the entry, the snapshot and the adapter where the project keeps its own."""
    (tmp_path / "toy-v1").mkdir()
    (tmp_path / "toy-v1" / "2026-01-01.yaml").write_bytes(SNAPSHOT)
    (tmp_path / "registry.toml").write_text(
        f"""[[contract]]
        api = "toy-v1"
        label = "2026-01-01"
        line = "documented"
        scope = "full"
        provenance = "observed"
        source = "made up"
        sha256 = "{hashlib.sha256(SNAPSHOT).hexdigest()}"
        package = "toy_v1_2026_01_01"
        current = true
        """
    )
    longer = Registry(vendored().root, (*entries_of(), *Registry.read(tmp_path).entries))
    monkeypatch.setattr(sys.modules[Registry.__module__], "vendored", lambda: longer)
    monkeypatch.setattr(qcontract.apis, "__path__", [*qcontract.apis.__path__, str(Path(adapter.__file__).parent)])
    yield
    sys.modules.pop("qcontract.apis.toy_v1_2026_01_01", None)
    importlib.invalidate_caches()


def _client(kind, *answers, **options):
    server = ScriptedServer([said(answer) for answer in answers])
    events = []
    given = {"key": "test-key", "base_url": HOST, "transport": server.transport, "on_event": events.append}
    return kind(**(given | options)), server, events


def test_a_job_is_submitted_and_read():
    client, server, events = _client(ToyClient, {"id": "t-1", "word": "begun"}, {"id": "t-1", "word": "done", "new": 1})
    with client:
        assert client.contract == "toy-v1@2026-01-01"
        job = client.jobs.submit(Circuit(1).x(0), token="mine")
        seen = client.jobs.get(job)
    assert (job.ref, seen.status) == ("toy-v1:t-1", JobStatus.COMPLETED)
    assert server.calls == [("POST", "/v1/tasks"), ("GET", "/v1/tasks/t-1")]
    assert server.requests[0].json == {"gates": 1, "notes": {"qcontract_token": "mine"}}
    assert all(asked.headers["x-toy-key"] == "test-key" for asked in server.requests)
    operations = [f"toy-v1@2026-01-01 {name}" for name in ("sendTask", "readTask")]
    assert events == [Drift(operations[0], "enum", "/word", "begun"), Drift(operations[1], "field", "/new", 1)]


def test_every_behaviour_comes_with_it():
    """Waiting, results, lists, endings and refusals are written once for all vendors."""
    begun, done = ({"id": "t-1", "word": word} for word in ("begun", "done"))
    client, _, _ = _client(ToyClient, done, done, done, [begun, done], {"word": "gone"})
    with client:
        assert client.jobs.wait("t-1").status is JobStatus.COMPLETED
        assert client.jobs.result("t-1").distribution() == {"1": 1.0}
        assert [job.service_status for job in client.jobs.list()] == ["begun", "done"]
        assert [ack.id for ack in client.jobs.delete("toy-v1:t-1")] == ["t-1"]
        with pytest.raises(ConfigurationError, match=r"lives on ionq-v0\.4"):
            client.jobs.get("ionq-v0.4:t-1")
        with pytest.raises(SpendingRefused):
            client.jobs.submit(Circuit(1), backend="loom", max_cost=1)
    client, _, _ = _client(ToyClient, {"id": "t-1"})
    with client, pytest.raises(ResponseShapeError) as caught:
        client.jobs.get("t-1")
    assert caught.value.field == "word"


def test_its_async_twin():
    async def use():
        client, _, _ = _client(AsyncToyClient, {"id": "t-1", "word": "done"}, {"id": "t-1", "word": "done"})
        async with client:
            return await client.jobs.wait(await client.jobs.submit(Circuit(1)))

    assert anyio.run(use).ref == "toy-v1:t-1"


def test_its_settings_have_names_of_their_own(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("TOY_API_KEY", raising=False)
    with pytest.raises(AuthenticationError, match="TOY_API_KEY"):
        ToyClient()
    monkeypatch.setenv("TOY_API_KEY", "test-key")
    assert ToyClient().plan.settings.base_url == "https://toy.invalid/v1"
