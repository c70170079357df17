"""What `wrapper/docs/drift.md` shows is what happens when it is copied."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from qcontract.cli.drift import drift
from support.command import REPOSITORY, Command

GUIDE = (REPOSITORY / "wrapper/docs/drift.md").read_text(encoding="utf-8")
_BLOCKS = re.findall(r"^(`{3,4})\w+\n(# ([\w.]+)\n.*?)^\1$", GUIDE, re.DOTALL | re.MULTILINE)
FILES = {name: content for _, content, name in _BLOCKS}
"""Each block as it is copied, with the line that names it: places in it are counted from there."""
SESSIONS = re.findall(r"^```console\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)


def steps() -> list[tuple[str, list[str]]]:
    """Every command of the guide, in order, with the lines that stand under it."""
    found: list[tuple[str, list[str]]] = []
    for line in "".join(SESSIONS).splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


def shows(printed: list[str], expected: list[str]) -> str:
    """The first expected line that is missing; lines that follow each other must do so in print."""
    position, is_free = 0, False
    for line in expected:
        if line == "...":
            is_free = True
            continue
        pattern = re.compile(".*".join(map(re.escape, line.split("..."))))
        reachable = range(position, len(printed)) if is_free else range(position, min(position + 1, len(printed)))
        position = next((at + 1 for at in reachable if pattern.fullmatch(printed[at])), -1)
        if position < 0:
            return line
        is_free = False
    return "" if is_free or position == len(printed) else f"then nothing, but there is {printed[position]!r}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, content in FILES.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_prints_what_the_guide_says(qcontract: Command, folder: Path) -> None:
    assert {"old.yaml", "new.yaml", "accepted.toml", "app.py", "page.md", "compare.py"} == set(FILES)
    assert len(steps()) == 11
    for command, expected in steps():
        program, *arguments = shlex.split(command)
        assert program == "qcontract"
        ended = qcontract(*arguments)
        assert ended.code in (0, 1), ended
        assert shows(ended.out.splitlines(), expected) == "", (command, ended.out)


def test_its_program_runs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(FILES["compare.py"], "compare.py", "exec"), {})
    assert (
        "c291e26566df Order.job_name (component, sent): the member job_name is called name" in capsys.readouterr().out
    )


def test_a_line_that_is_not_printed_is_noticed() -> None:
    assert shows(["a", "b", "c"], ["a", "...", "c"]) == ""
    assert shows(["a", "b", "c"], ["a", "c"]) == "c"
    assert shows(["a", "b", "c"], ["...", "d", "..."]) == "d"
    assert shows(["a", "b"], ["a"]) != ""


def test_every_option_is_one_of_drift() -> None:
    known = {name for command in drift.commands.values() for option in command.params for name in option.opts}
    known |= {"--api", "--label"}  # of specs import
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", GUIDE)) <= known
