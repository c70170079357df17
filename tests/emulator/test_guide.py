"""What `wrapper/docs/emulator.md` shows is what happens."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from qcontract.emulator import KINDS, Emulator, Request
from qcontract.emulator.control.kinds import CHANGES

GUIDE = (Path(__file__).parents[2] / "wrapper/docs/emulator.md").read_text(encoding="utf-8")


def test_its_program_runs() -> None:
    (program,) = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)
    exec(compile(program, "emulator.md", "exec"), {})


def test_its_requests_are_understood() -> None:
    (lines,) = re.findall(r"```console\n(.*?)```", GUIDE, re.DOTALL)
    requests = [shlex.split(line) for line in lines.splitlines() if "curl" in line]
    assert len(requests) == 3
    with Emulator(lifecycle="stepped") as emulator:
        for words in requests:
            method, address = words[words.index("-X") + 1 : words.index("-X") + 3]
            body = words[words.index("-d") + 1].encode() if "-d" in words else b""
            path = "/" + address.partition("/")[2]
            answer = emulator.handle(Request(method, path, "", {"content-type": "application/json"}, body))
            assert answer.status == 200, answer.body


@pytest.mark.parametrize("name", [*KINDS, *CHANGES])
def test_it_names_every_fault(name: str) -> None:
    assert f"`{name}`" in GUIDE


def test_it_names_every_control() -> None:
    with Emulator() as emulator:
        controls = emulator.handle(Request("GET", "/_qcontract")).json()["controls"]
    for control in controls:
        shape = control.partition("/_qcontract")[2].strip("/").replace("{}", "ID")
        words = shape.split("/") if shape.startswith("jobs/") else [shape]
        assert not shape or f"`{shape}`" in GUIDE or all(f"{word}`" in GUIDE or word == "ID" for word in words), control
