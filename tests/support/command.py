"""The command `qcontract`, as a process or in this one."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import pytest
from attrs import define, frozen
from click.testing import CliRunner, Result
from qcontract.cli.main import _run

REPOSITORY = Path(__file__).parents[2]
ASYMMETRIC = REPOSITORY / "wrapper/docs/examples/asymmetric.json"
CONTRACTS = ("ionq-v0.3@2026-05-06", "ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01", "qbraid-v2@2026-02-08")
_OURS = ("IONQ_", "QBRAID_", "QCONTRACT_")
_PROXIES = {"http_proxy", "https_proxy", "all_proxy", "no_proxy"}


@frozen
class Ended:
    """A command that has ended."""

    code: int
    out: str
    err: str

    def refused(self, code: int, *words: str) -> None:
        """Assert a clear short error with this exit code: words on stderr, nothing on stdout, no traceback."""
        assert (self.code, self.out) == (code, ""), self
        assert "Traceback" not in self.err, self.err
        lines = self.err.splitlines()
        assert 1 <= len(lines) <= 8, self.err
        assert max(map(len, lines)) <= 520, self.err
        for word in words:
            assert word in self.err, (word, self.err)


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of this process without settings of ours, proxies and the user's home."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(_OURS) and name.lower() not in _PROXIES and name != "XDG_CONFIG_HOME"
    }
    return kept | {"HOME": str(home)} | more


@define
class Command:
    """Runs `qcontract` inside this process, with streams and environment of its own."""

    patch: pytest.MonkeyPatch
    home: Path

    def __call__(self, *arguments: object, stdin: bytes = b"", encoding: str = "utf-8", **env: str) -> Ended:
        out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
        err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace")
        with self.patch.context() as patch:
            wanted = environment(self.home, **env)
            for name in os.environ.keys() - wanted.keys():
                patch.delenv(name)
            for name, value in wanted.items():
                patch.setenv(name, value)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = _run([str(argument) for argument in arguments])
        return Ended(code, _written(out), _written(err))


def _written(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def invoked(command: click.Command, arguments: Sequence[str], stdin: str | None = None) -> Result:
    """Call one command in this process, with the help options of its group: click keeps those of the first call."""
    return CliRunner().invoke(command, arguments, input=stdin, help_option_names=["-h", "--help"])


def process(
    *arguments: str | bytes, home: Path, env: Mapping[str, str] | None = None, **options: Any
) -> subprocess.CompletedProcess[bytes]:
    """Run `qcontract` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "qcontract", *arguments],
        env=environment(home, **(env or {})),
        capture_output="stdout" not in options,
        timeout=60,
        check=False,
        **options,
    )
