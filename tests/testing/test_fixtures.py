"""The fixtures: where they point clients, and that nothing of one test is left for another."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., pytest.RunResult]

EVERYWHERE = """
import os
import pytest

KEYS = ("IONQ_API_KEY", "IONQ_API_TOKEN", "QISKIT_IONQ_API_TOKEN", "CIRQ_IONQ_API_KEY", "PENNYLANE_IONQ_API_KEY",
        "QBRAID_API_KEY")

def test_servers(ionq_server, qbraid_server):
    assert {os.environ[name] for name in KEYS} == {ionq_server.key} == {qbraid_server.key}
    assert ionq_server.key.startswith("test-key-")
    origin = f"http://127.0.0.1:{ionq_server.url.split(':')[2].split('/')[0]}"
    assert os.environ["IONQ_API_URL"] == os.environ["QISKIT_IONQ_API_URL"] == ionq_server.url == origin + "/v0.4"
    assert os.environ["QBRAID_API_URL"] == qbraid_server.url == origin + "/api/v1"
    assert os.environ["CIRQ_IONQ_REMOTE_HOST"] == os.environ["IONQ_REMOTE_HOST"] == origin
    assert "127.0.0.1" in os.environ["NO_PROXY"]
    assert "QCONTRACT_PROFILE" not in os.environ
    assert ionq_server.url_for("ionq-v0.3") == origin + "/v0.3"
    assert ionq_server.url_for("ionq-v0.4@2026-05-15") == origin + "/@2026-05-15/v0.4"
    assert (ionq_server.contract, qbraid_server.contract) == ("ionq-v0.4", "qbraid-v2")

def test_monkeypatch_is_not_ours(ionq_server, monkeypatch):
    monkeypatch.undo()
    assert os.environ["IONQ_API_KEY"] == ionq_server.key

def test_in_process(emulator):
    assert os.environ["IONQ_API_URL"] == "http://emulator.invalid/v0.4"
    assert os.environ["IONQ_API_KEY"].startswith("test-key-")

def test_without():
    assert os.environ["IONQ_API_KEY"] == "a-real-key"
    assert "IONQ_API_URL" not in os.environ
"""


def test_the_session_ends_with_all_that_it_started(run: Run) -> None:
    before = set(threading.enumerate())
    run("def test_it(ionq_server): ionq_server.client().backends.list()").assert_outcomes(passed=1)
    assert set(threading.enumerate()) <= before


def test_every_name_is_set_and_put_back(run: Run) -> None:
    before = {name: value for name, value in os.environ.items() if name != "PYTEST_CURRENT_TEST"}
    run(EVERYWHERE).assert_outcomes(passed=4)
    assert {name: value for name, value in os.environ.items() if name != "PYTEST_CURRENT_TEST"} == before


ISOLATION = """
import pytest
from qcontract import Circuit, IonQ, errors

seen = []

@pytest.fixture(params=range(3))
def left(request):
    return request.param

def test_meets_nothing(ionq_server, left):
    emulator = ionq_server.emulator
    assert emulator.jobs() == [] and len(emulator.faults) == 0 and not emulator.clock.frozen
    assert ionq_server.basis == {} and emulator.control.state()["lifecycle"]["mode"] == "immediate"
    assert emulator.base_url("ionq-v0.4@2026-10-01", "").startswith("/v0.4")
    with IonQ() as client:
        assert list(client.jobs.list()) == []
        emulator.set_lifecycle("stepped")
        job = client.jobs.submit(Circuit(1).x(0))
    seen.append((ionq_server.key, job.id))
    emulator.clock.freeze()
    emulator.advance(100)
    emulator.fault("status", status=503)
    emulator.show("ionq-v0.4@2026-05-15")
    assert set(ionq_server.basis) == {"ionq-v0.4@2026-10-01"}

def test_of_keys_and_ids():
    keys, ids = zip(*seen)
    assert len(set(keys)) == 3
    assert len({one.rsplit("-", 1)[1] for one in ids}) == 1, "the same ids, whichever tests ran before"

def test_another_key_is_another_project(ionq_server):
    ionq_server.client().jobs.submit(Circuit(1).x(0))
    assert list(ionq_server.client(key="test-key-other").jobs.list()) == []
"""


def test_nothing_is_left_of_a_test(run: Run) -> None:
    run(ISOLATION).assert_outcomes(passed=5)


CLIENTS = """
import json, urllib.request
import anyio
import pytest
from qcontract import Circuit, IonQ, QBraid, errors

CIRCUIT = Circuit(2).x(0)

def histogram(client):
    return client.jobs.result(client.jobs.wait(client.jobs.submit(CIRCUIT))).distribution()

def test_ready_clients(ionq, qbraid):
    assert histogram(ionq) == histogram(qbraid) == {"01": 1.0}

def test_own_clients(ionq_server, qbraid_server):
    assert histogram(ionq_server.client()) == histogram(qbraid_server.client(timeout=10)) == {"01": 1.0}
    with IonQ("v0.4@2026-05-15", base_url=ionq_server.url_for("ionq-v0.4@2026-05-15")) as client:
        assert histogram(client) == {"01": 1.0}

def test_async_clients(ionq_server, qbraid_server):
    async def both():
        async with ionq_server.async_client() as ionq, qbraid_server.async_client() as qbraid:
            return len(await ionq.backends.list()), len(await qbraid.backends.list())
    assert min(anyio.run(both)) > 0

def test_in_process_client_needs_only_a_transport(emulator):
    with IonQ(transport=emulator.transport()) as client:
        assert histogram(client) == {"01": 1.0}
    with pytest.raises(errors.ConfigurationError):
        IonQ()

def test_controls_over_http(ionq_server):
    body = json.dumps({"fault": "rate-limit", "times": 1}).encode()
    asked = urllib.request.Request(f"{ionq_server.control_url}/faults", body, {"content-type": "application/json"})
    with urllib.request.urlopen(asked) as answer:
        assert json.load(answer)["id"]
    assert len(ionq_server.emulator.faults) == 1

@pytest.mark.usefixtures("qbraid_server")
class TestInAClass:
    def test_from_the_environment(self):
        with QBraid() as client:
            assert client.backends.list()
"""


def test_clients_of_every_kind(run: Run) -> None:
    run(CLIENTS, "-W", "error").assert_outcomes(passed=6)


OPTIONS = """
import pytest
from qcontract import IonQ, errors

@pytest.fixture(scope="session")
def qcontract_options():
    return {"keys": ["known"], "snapshots": ["ionq-v0.4@2026-05-15"]}

@pytest.fixture
def emulator():
    return "somebody else's"

def test_options(ionq_server, emulator):
    assert emulator == "somebody else's"
    assert ionq_server.url_for("ionq-v0.4@2026-05-15") == ionq_server.url
    assert list(ionq_server.client().jobs.list()) == []
    with pytest.raises(errors.AuthenticationError):
        list(ionq_server.client(key="unknown").jobs.list())
"""


def test_options_of_the_emulator_and_fixtures_of_the_same_name(run: Run) -> None:
    run(OPTIONS).assert_outcomes(passed=1)


BLOCKED = """
import _socket, asyncio, contextlib, os, socket, urllib.request
import pytest
from qcontract import errors

def refused(act, *arguments):
    with pytest.raises(errors.ConnectionBlocked, match="192.0.2.1|service.invalid|2001:db8") as caught:
        act(*arguments)
    assert "qcontract_network" in caught.value.hint and not isinstance(caught.value, OSError)

def test_other_machines(ionq_server):
    refused(socket.create_connection, ("192.0.2.1", 443))
    refused(socket.create_connection, ("service.invalid", 443))
    refused(socket.getaddrinfo, b"service.invalid", 443)
    refused(urllib.request.urlopen, "http://service.invalid/v0.4/jobs")
    with socket.socket() as tcp, socket.socket(type=socket.SOCK_DGRAM) as udp:
        refused(tcp.connect_ex, ("192.0.2.1", 443))
        refused(udp.sendto, b"", ("192.0.2.1", 53))
        refused(udp.sendto, b"", 0, ("192.0.2.1", 53))
        refused(udp.sendto, b"", ("service.invalid", 53))
        refused(udp.sendmsg, [b""], [], 0, ("192.0.2.1", 53))
        refused(udp.sendmsg, [b""], [], 0, ("service.invalid", 53))
        refused(udp.connect, (b"192.0.2.1", 53))
    with socket.socket(socket.AF_INET6) as tcp:
        refused(tcp.connect, ("2001:db8::1", 443))

LOOK_UPS = [socket.gethostbyname, socket.gethostbyname_ex, socket.gethostbyaddr, socket.getfqdn]

@pytest.mark.parametrize("look_up", LOOK_UPS)
def test_every_look_up(ionq_server, look_up):
    refused(look_up, "service.invalid")
    refused(look_up, "192.0.2.1")
    look_up("127.0.0.1"), look_up("localhost")

def test_names_of_addresses(ionq_server):
    refused(socket.getnameinfo, ("192.0.2.1", 443), 0)
    assert socket.getnameinfo(("127.0.0.1", 443), socket.NI_NUMERICHOST)[0] == "127.0.0.1"

def test_the_name_of_this_machine(ionq_server):
    assert socket.getfqdn()

@pytest.mark.parametrize("kind", [socket.SocketType, _socket.socket])
def test_what_sockets_are_made_of(ionq_server, kind):
    with contextlib.closing(kind(socket.AF_INET, socket.SOCK_DGRAM)) as udp:
        refused(udp.connect, ("192.0.2.1", 9))
        refused(udp.connect_ex, ("192.0.2.1", 9))
        refused(udp.sendto, b"", ("192.0.2.1", 9))
        refused(udp.sendmsg, [b""], [], 0, ("192.0.2.1", 9))

def test_under_asyncio(ionq_server):
    async def connect():
        await asyncio.open_connection("192.0.2.1", 443)
    refused(asyncio.run, connect())

def test_this_machine(ionq_server, tmp_path):
    port = int(ionq_server.url.split(":")[2].split("/")[0])
    for host in ("127.0.0.1", "localhost"):
        socket.create_connection((host, port)).close()
    left, right = socket.socketpair()
    left.close(), right.close()
    assert socket.getaddrinfo(None, 0, flags=socket.AI_PASSIVE)
    with socket.socket(type=socket.SOCK_DGRAM) as first, socket.socket(type=socket.SOCK_DGRAM) as second:
        first.bind(("127.0.0.1", 0))
        second.sendmsg([b"one"], [], 0, first.getsockname())
        second.connect(first.getsockname())
        second.sendmsg([b"two"])
        assert [first.recv(9), first.recv(9)] == [b"one", b"two"]

def reaches():
    with socket.socket(type=socket.SOCK_DGRAM) as udp:
        try:
            udp.connect(("192.0.2.1", 9))  # sends nothing
        except OSError:  # a machine without a network
            pass
    assert "connect" not in vars(socket.socket)

@pytest.mark.qcontract_network
def test_allowed(ionq_server):
    reaches()

def test_no_fixture():
    reaches()
"""


def test_nothing_leaves_this_machine(run: Run) -> None:
    run(BLOCKED).assert_outcomes(passed=13)
    assert "connect" not in vars(socket.socket)


PENNYLANE = """
import inspect, sys
import pytest

def test_imported_during_the_test(ionq_server):
    assert "pennylane_ionq.api_client" not in sys.modules
    from pennylane_ionq.api_client import APIClient
    assert APIClient.BASE_URL == ionq_server.url
    assert "BASE_URL" in inspect.getsource(APIClient)

def test_imported_before(ionq_server):
    from pennylane_ionq.api_client import APIClient
    assert APIClient.BASE_URL == ionq_server.url

@pytest.mark.qcontract_contracts("ionq-v0.3")
def test_at_a_contract(ionq_server):
    from pennylane_ionq.api_client import APIClient
    assert APIClient.BASE_URL == ionq_server.url and ionq_server.url.endswith("/v0.3")

def test_put_back():
    from pennylane_ionq.api_client import APIClient
    assert APIClient.BASE_URL == "https://service.invalid/v0.4"
    assert not any("qcontract" in type(finder).__module__ for finder in sys.meta_path)
"""


def test_an_address_that_no_variable_sets(run: Run, pytester: pytest.Pytester) -> None:
    package = pytester.mkpydir("pennylane_ionq")
    (package / "api_client.py").write_text("class APIClient:\n    BASE_URL = 'https://service.invalid/v0.4'\n")
    pytester.syspathinsert()
    run(PENNYLANE).assert_outcomes(passed=4)


def test_a_client_that_is_not_installed_is_not_asked_for(run: Run) -> None:
    source = """
        import sys
        import pytest
        def test_absent(ionq_server):
            with pytest.raises(ImportError):
                import pennylane_ionq.api_client
            assert not [name for name in sys.modules if name.startswith("pennylane_ionq")]
    """
    run(source).assert_outcomes(passed=1)


HIDDEN = """
import sys
sys.modules["jsonschema_rs"] = None
"""


def test_a_missing_extra_says_what_to_install(tmp_path: Any, run_apart: Any) -> None:
    (tmp_path / "conftest.py").write_text(HIDDEN)
    (tmp_path / "test_it.py").write_text("def test_it(ionq_server): pass\ndef test_other(): pass\n")
    ended = run_apart("-q")
    assert ended.returncode == 1, ended.stdout
    assert "1 passed, 1 error" in ended.stdout
    assert "\nthe emulator needs the extra 'emulator', which is not installed" in ended.stdout
    assert "Traceback" not in ended.stdout
    assert "host.py" not in ended.stdout
    assert "pip install 'qcontract[emulator]'" in ended.stdout


UNUSABLE = {
    '{"sed": 7}': "the emulator has no option 'sed'*did you mean seed?*known are db, snapshots, seed, *control_token*",
    '{"workers": "two"}': "the emulator cannot use workers='two'*a whole number*",
    '{"lifecycle": "steped"}': "there is no lifecycle 'steped'*did you mean stepped?*",
    "7": "it returned 7*return a dict*",
}


@pytest.mark.parametrize("options", UNUSABLE)
def test_options_that_cannot_be_used_say_so(run: Run, options: str) -> None:
    source = f"""
        import pytest
        @pytest.fixture(scope="session")
        def qcontract_options():
            return {options}
        def test_it(emulator): pass
    """
    result = run(source)
    result.assert_outcomes(errors=1)
    text = " ".join(result.stdout.lines)
    pytest.LineMatcher([text]).fnmatch_lines([f"*the fixture qcontract_options: {UNUSABLE[options]}"])
    assert "emulator.py" not in text, "nobody needs to see our own lines"


UNUSED = """
import sys
before = set(sys.modules)
import qcontract.testing.plugin
print(sorted(name.partition(".")[0] for name in set(sys.modules) - before if not name.startswith("qcontract")))
print(sorted(name for name in sys.modules if name.startswith("qcontract")))
"""


def test_the_plugin_imports_nothing_before_it_is_used() -> None:
    script = "import pytest, importlib\n" + UNUSED
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    others, ours = ended.stdout.splitlines()
    assert others == "[]"
    assert ours == str(["qcontract", "qcontract.testing", "qcontract.testing.plugin"])


XDIST = """
import os, socket, time
import pytest
from qcontract import Circuit, IonQ

@pytest.mark.parametrize("number", range(32))
def test_alone(ionq_server, number):
    with IonQ() as client:
        assert list(client.jobs.list()) == [] and ionq_server.emulator.jobs() == []
        jobs = [client.jobs.submit(Circuit(1).x(0), name=f"{number}") for _ in range(2)]
        assert [job.name for job in client.jobs.list()] == [str(number)] * 2
        with ionq_server.emulator.fault("status", status=503, path="*/backends") as rule:
            assert len(ionq_server.emulator.faults) == 1
"""


@pytest.mark.heavy
def test_workers_do_not_meet(tmp_path: Any, run_apart: Any) -> None:
    pytest.importorskip("xdist")
    (tmp_path / "test_it.py").write_text(XDIST)
    ended = run_apart("-q", "-n", "8")
    assert ended.returncode == 0, ended.stdout
    assert "32 passed" in ended.stdout
    assert "of 32 tests that asked the emulator" in ended.stdout
