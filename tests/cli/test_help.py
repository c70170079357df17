"""The help is complete, and costs next to nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from qcontract.cli.main import qcontract as group
from support.command import Command, environment


def commands(command: click.Command, *names: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield names, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from commands(found, *names, name)


ALL = dict(commands(group))


def test_the_commands_of_this_release() -> None:
    assert {" ".join(names) for names in ALL} == {
        "",
        "drift",
        "drift compare",
        "drift generated",
        "drift history",
        "drift rule",
        "drift schema",
        "emulator",
        "run",
        "specs",
        "specs check",
        "specs import",
        "specs list",
        "specs show",
    }


@pytest.mark.parametrize("names", ALL, ids=" ".join)
def test_help_mentions_every_option_and_argument(qcontract: Command, names: tuple[str, ...]) -> None:
    ended = qcontract(*names, "--help")
    assert (ended.code, ended.err) == (0, "")
    for parameter in ALL[names].params:
        for word in parameter.opts if isinstance(parameter, click.Option) else [parameter.make_metavar(context())]:
            assert word in ended.out
    assert max(map(len, ended.out.splitlines())) <= 80
    assert qcontract(*names, "-h").out == ended.out


def context() -> click.Context:
    return click.Context(group)


@pytest.mark.parametrize("names", [names for names in ALL if names], ids=" ".join)
def test_every_command_and_option_says_what_it_does(names: tuple[str, ...]) -> None:
    assert (ALL[names].help or "").strip()
    options = [parameter for parameter in ALL[names].params if isinstance(parameter, click.Option)]
    mute = [option.name for option in options if not option.help]
    assert mute == []


def test_exit_codes_are_documented(qcontract: Command) -> None:
    text = " ".join(qcontract("--help").out.split())
    assert "0 ok, 1 findings or a job without result, 2 wrong input, 3 connection, 4 key, 5 other API answer" in text
    assert "6 wait timed out, 7 submission unknown, 70 our bug, 130 interrupted" in text


def test_the_version(qcontract: Command) -> None:
    from qcontract import __version__

    assert qcontract("--version").out == f"qcontract, version {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["rnu"], ["no such command 'rnu'", "did you mean run?"]),
        (["emulate"], ["did you mean emulator?"]),
        (["jump"], ["there are drift, emulator, run, specs"]),
        (["run", "f", "--emulatr"], ["--emulatr", "--emulator"]),
        (["run"], ["Missing argument 'FILE'"]),
        (["run", "f", "g"], ["unexpected extra argument"]),
        (["run", "f", "--shots", "0"], ["--shots", "x>=1"]),
        (["run", "f", "--shots", "many"], ["--shots", "not a valid integer"]),
        (["run", "f", "--shots"], ["--shots", "requires an argument"]),
        (["run", "f", "--timeout", "0"], ["--timeout", "x>0"]),
        (["run", "f", "--timeout", "nan"], ["--timeout"]),
        (["run", "f", "--seed", "-1"], ["--seed", "x>=0"]),
        (["run", "f", "--live", "--seed", "1"], ["--live and --seed exclude each other"]),
        (["run", "f", "--format", "xml"], ["--format", "'table', 'json'"]),
        (["run", "f", "--emulator", "--name", "\udcff"], ["--name", "not valid UTF-8"]),
        (["emulator", "--port", "99999"], ["--port"]),
        (["emulator", "--snapshot", "ionq-v0.9"], ["no contract 'ionq-v0.9'"]),
        (["emulator", "--host", "0.0.0.0"], ["can be reached from other machines"]),
        (["specs", "lst"], ["lst"]),
        (["specs", "show", "ionq-v0.5"], ["no contract 'ionq-v0.5'", "close names"]),
        (["specs", "show"], ["Missing argument 'CONTRACT'"]),
        (["specs", "check", "nowhere.yaml"], ["nowhere.yaml"]),
        ([], ["Usage: "]),
    ],
    ids=" ".join,
)
def test_wrong_usage(qcontract: Command, arguments: list[str], words: list[str]) -> None:
    ended = qcontract(*arguments)
    assert (ended.code, ended.out, "Traceback" in ended.err) == (2, "", False), ended
    for word in words:
        assert word in ended.err


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["rnu"]])
def test_help_imports_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    script = (
        "import json, sys; sys.argv = ['qcontract', *json.loads(sys.argv[1])]\n"
        "from qcontract.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, json.dumps(arguments)],
        env=environment(tmp_path),
        capture_output=True,
        check=True,
        timeout=60,
    )
    loaded = {name.partition(".")[0] for name in json.loads(ended.stdout.splitlines()[-1])}
    assert (
        loaded & {"httpx", "httpcore", "qcontract_api", "numpy", "attrs", "anyio", "rich", "yaml", "asyncio"} == set()
    )
