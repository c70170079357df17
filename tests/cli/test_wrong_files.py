"""Files that hold no program: refused with exit code 2 before anything is sent or started."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.command import ASYMMETRIC, Command

Write = Callable[[str | bytes], Path]


@pytest.fixture(autouse=True)
def no_emulator(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong with a file shows before an emulator starts."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("an emulator was started")

    monkeypatch.setattr("qcontract.emulator.emulator.Emulator.__init__", refuse)


def circuit(*gates: Any, **members: Any) -> str:
    return json.dumps({"gateset": "qis", "qubits": 3, "circuit": gates, **members})


def gate(name: str, **members: Any) -> str:
    return circuit({"gate": name, "target": 0, **members})


def test_a_missing_file(qcontract: Command, tmp_path: Path) -> None:
    qcontract("run", tmp_path / "bell.json", "--emulator").refused(2, "cannot read", "bell.json: No such file")


def test_a_folder(qcontract: Command, tmp_path: Path) -> None:
    qcontract("run", tmp_path, "--emulator").refused(2, "cannot read", "Is a directory")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(qcontract: Command, file: Write) -> None:
    path = file("{}")
    path.chmod(0)
    qcontract("run", path, "--emulator").refused(2, "cannot read", "Permission denied")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs Linux")
def test_a_file_that_cannot_be_read(qcontract: Command) -> None:
    qcontract("run", "/proc/self/mem", "--emulator").refused(2, "cannot read /proc/self/mem", "error")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs Unix")
def test_a_file_without_end(qcontract: Command) -> None:
    qcontract("run", "/dev/zero", "--emulator").refused(2, "/dev/zero: it has more than 10 MB")


CONTENTS = {
    "binary": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ["it is not UTF-8 text"]),
    "empty": ("", ["is empty"]),
    "blank": ("\ufeff \n", ["is empty"]),
    "broken JSON": ('{"circuit": [', ["is not valid JSON"]),
    "deep JSON": ("[" * 100_000, ["is not valid JSON"]),
    "a member twice": ('{"circuit": [], "circuit": []}', ["occurs twice"]),
    "a list": ("[1]", ["must be a JSON object"]),
    "no circuit": ("{}", ["the member 'circuit' is missing", "the form is"]),
    "no circuits": ('{"circuits": []}', ["'circuits' is empty"]),
    "prose": ("Dear service, please run this.", ["must begin with 'OPENQASM 2.0;'"]),
    "OpenQASM 4": ("OPENQASM 4.0;\nqubit q;", ["must begin with"]),
    "OpenQASM without header": ('include "stdgates.inc";\nqubit q;', ["must begin with"]),
    "unknown gate": (gate("hadamard"), ["gate 0 (hadamard)", "unknown gate", "known: x y z h"]),
    "unknown gate in a batch": (
        json.dumps({"circuits": [{"circuit": []}, {"circuit": [{"gate": "q", "target": 0}]}]}),
        ["circuit 1", "gate 0 (q)"],
    ),
    "unknown gateset": (circuit(gateset="qasm"), ["unknown gateset 'qasm'"]),
    "a gateset of lists": (circuit(gateset=[[]]), ["unknown gateset [[]]"]),
    "gate without name": (circuit({"target": 0}), ["gate 0", "'gate' must be the gate's name"]),
    "qubit out of range": (gate("x", target=3), ["qubit 3 is out of range", "qubits 0 to 2"]),
    "negative qubit": (gate("x", target=-1), ["qubit -1 is out of range"]),
    "half a qubit": (gate("x", target=0.5), ["must be a whole number"]),
    "no qubits": (circuit(qubits=0), ["at least 1"]),
    "the same qubit twice": (gate("cnot", control=0), ["occurs twice"]),
    "rotation NaN": (gate("rx", rotation=float("nan")), ["'rotation' must be a finite number"]),
    "rotation infinite": (gate("rx", rotation=float("inf")), ["'rotation' must be a finite number"]),
    "rotation beyond floats": (gate("rx", rotation=10**400), ["'rotation' must be a finite number"]),
    "rotation as text": (gate("rx", rotation="pi"), ["'rotation' must be a finite number"]),
    "rotations": (gate("rx", rotation=[1.0]), ["'rotation' must be one number"]),
    "no rotation": (gate("rx"), ["'rotation' is missing"]),
    "a needless rotation": (gate("x", rotation=1.0), ["takes no 'rotation'"]),
    "native gate in qis": (gate("gpi", phase=0.0), ["unknown gate in gateset qis"]),
    "qis gate in native": (circuit({"gate": "h", "target": 0}, gateset="native"), ["unknown gate in gateset native"]),
    "phase in radians": (circuit({"gate": "gpi", "target": 0, "phase": 3.1}, gateset="native"), ["in turns"]),
    "eight controls": (circuit({"gate": "x", "target": 0, "controls": [*range(1, 9)]}, qubits=9), ["at most 7"]),
    "a name that is no text": (circuit(name=5), ["a circuit's name must be a text"]),
    "half a character": ('{"circuit": [], "name": "\\ud800"}', ["a circuit's name must be a text"]),
    "an endless name": (gate("x" * 5_000_000), ["..."]),
    "a hostile name": (gate("\x1b[2Jx"), ["\\x1b[2Jx"]),
}


@pytest.mark.parametrize(("content", "words"), CONTENTS.values(), ids=CONTENTS.keys())
def test_a_file_that_holds_no_program(qcontract: Command, file: Write, content: str | bytes, words: list[str]) -> None:
    qcontract("run", file(content), "--emulator").refused(2, "error: ", *words)


def test_standard_input(qcontract: Command) -> None:
    qcontract("run", "-", "--emulator", stdin=b"{").refused(2, "- is not valid JSON")
    qcontract("run", "-", "--emulator").refused(2, "- is empty")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just(10**400),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
EXAMPLE = json.loads(ASYMMETRIC.read_text())
PLACES = [("gateset",), ("qubits",), ("circuit",), ("circuit", 0), ("circuit", 1), ("circuit", 1, "gate")]
PLACES += [("circuit", 1, "target"), ("circuit", 1, "rotation"), ("name",), ("circuits",), ("input",)]


@given(place=st.sampled_from(PLACES), value=JSON)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_a_file_is_read_or_refused(
    qcontract: Command, place: tuple[str | int, ...], value: object
) -> None:
    """The program is read before the destination is asked for, so that both ends are errors of the documented kind."""
    body = json.loads(json.dumps(EXAMPLE))
    parent = body
    for step in place[:-1]:
        parent = parent[step]
    parent[place[-1]] = value
    ended = qcontract("run", "-", "--live", stdin=json.dumps(body).encode())
    assert ended.code in {2, 4}, ended
    ended.refused(ended.code, "error: ")
