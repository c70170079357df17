"""With keys in the environment, nothing but ``--live`` looks beyond this machine, and no key is printed."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from typing import Any

import pytest
from support.canaries import CANARIES
from support.command import ASYMMETRIC, CONTRACTS, REPOSITORY

QCONTRACT = ("-m", "qcontract")
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


def silent(guarded: Any, ended: subprocess.CompletedProcess[str], processes: int = 1) -> None:
    """Assert that nothing was attempted and no key shown, in at least so many processes with a wire in them."""
    assert (ended.returncode, guarded.tripped) == (0, []), ended
    assert guarded.armed >= processes
    for key in CANARIES.values():
        assert key not in ended.stdout + ended.stderr


@pytest.mark.parametrize("contract", CONTRACTS)
def test_a_run_on_the_emulator(guarded: Any, contract: str) -> None:
    ended = guarded.python(*QCONTRACT, "run", str(ASYMMETRIC), "--emulator", "--api", contract)
    silent(guarded, ended, processes=2)  # the command and its worker
    assert f"  {contract}  emulator  " in ended.stdout


@pytest.mark.skipif(os.name == "nt", reason="signals as on Unix")
def test_the_emulator_command(guarded: Any) -> None:
    command = [sys.executable, *QCONTRACT, "emulator"]
    with subprocess.Popen(
        command, env=guarded.env(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as served:
        assert served.stderr is not None
        first = served.stderr.readline()
        served.send_signal(signal.SIGINT)
        out, err = served.communicate(timeout=20)
    silent(guarded, subprocess.CompletedProcess(command, served.returncode, out, first + err))


SPECS = """
import sys
from qcontract.cli.main import _run
for arguments in (["specs", "list"], ["specs", "show", "ionq-v0.4", "--effective"], ["specs", "check", "qbraid-v2"],
                  ["--help"], ["run", "--help"], ["--version"]):
    assert _run(arguments) == 0
"""
EVERYTHING = """
import importlib, pkgutil
import qcontract, qcontract_api, qcontract_specs
for name in qcontract.__all__:
    repr(getattr(qcontract, name))
for module in pkgutil.walk_packages(qcontract.__path__, "qcontract."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
for module in pkgutil.iter_modules(qcontract_api.__path__, "qcontract_api."):
    importlib.import_module(module.name)
for client in (qcontract.IonQ(), qcontract.IonQ("v0.3"), qcontract.QBraid(), qcontract.AsyncIonQ()):
    print(client, vars(client), client.plan)
"""


@pytest.mark.parametrize("script", [SPECS, EVERYTHING], ids=["specs", "every module and client"])
def test_what_needs_no_service(guarded: Any, script: str) -> None:
    silent(guarded, guarded.python("-c", script))


def readme_example() -> str:
    found = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    if found is None:
        pytest.skip("the README has no example in Python")
    return found[1]


@pytest.mark.parametrize("way", ["file", "stdin"])
def test_the_example_of_the_readme(guarded: Any, way: str) -> None:
    example = readme_example()
    (guarded.folder / "example.py").write_text(example)
    ended = guarded.python("example.py") if way == "file" else guarded.python("-", input=example)
    silent(guarded, ended, processes=2)
    found = {bits: float(p) for bits, p in re.findall(r"'([01]{3})': ([0-9.]+)", ended.stdout)}
    assert found == pytest.approx({"001": 0.75, "101": 0.25}, abs=1e-9)


def readme_commands() -> list[list[str]]:
    """The commands of the README that anybody can type as they stand: no placeholder in upper case."""
    lines = [line.split("#")[0].split() for line in README.splitlines() if line.startswith("    ")]
    typed = [words for words in lines if words and words[0].rpartition("/")[2] == "qcontract"]
    return [words[1:] for words in typed if not re.search(r"\b[A-Z]{2,}\b|\|", " ".join(words))]


def test_the_commands_of_the_readme(guarded: Any) -> None:
    commands = readme_commands()
    assert commands, "the README shows how to run the example"
    for words in commands:
        ended = guarded.python(*QCONTRACT, *(str(REPOSITORY / word) if "/" in word else word for word in words))
        silent(guarded, ended)


@pytest.mark.parametrize(
    ("api", "host"), [("ionq-v0.3", "api.ionq.co"), ("ionq-v0.4", "api.ionq.co"), ("qbraid-v2", "api-v2.qbraid.com")]
)
def test_live_goes_to_the_vendor_and_the_wire_sees_it(guarded: Any, api: str, host: str) -> None:
    """The counter-check: the same tripwire stops the one command that is meant to leave, before a name is asked for."""
    ended = guarded.python(*QCONTRACT, "run", str(ASYMMETRIC), "--live", "--api", api)
    assert (ended.returncode, guarded.tripped) == (99, [f"socket.getaddrinfo '{host}'"])
    assert not any(key in ended.stdout + ended.stderr for key in CANARIES.values())


@pytest.mark.parametrize(
    ("attempt", "wanted"),
    [
        ("s.connect(('192.0.2.1', 443))", "socket.connect '192.0.2.1'"),
        ("s.connect_ex(('192.0.2.1', 443))", "socket.connect '192.0.2.1'"),
        ("socket.create_connection(('example.invalid', 443))", "socket.getaddrinfo 'example.invalid'"),
        ("socket.gethostbyname('example.invalid')", "socket.gethostbyname 'example.invalid'"),
        ("socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))", "socket.sendto '192.0.2.1'"),
        ("asyncio.run(asyncio.open_connection('192.0.2.1', 443))", "socket.connect '192.0.2.1'"),
        ("urllib.request.urlopen('http://example.invalid')", "socket.getaddrinfo 'example.invalid'"),
    ],
)
def test_the_wire_works(guarded: Any, attempt: str, wanted: str) -> None:
    script = f"import asyncio, socket, urllib.request\ns = socket.socket()\n{attempt}"
    assert (guarded.python("-c", script).returncode, guarded.tripped) == (99, [wanted])
