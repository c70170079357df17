from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from attrs import define
from support.canaries import CANARIES
from support.command import REPOSITORY, environment


@define
class Guarded:
    """Starts processes that hold keys and cannot leave this machine unnoticed."""

    folder: Path

    def env(self) -> dict[str, str]:
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        return environment(home, PYTHONPATH=str(self.folder), **CANARIES)

    def python(self, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            env=self.env(),
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            **options,
        )

    @property
    def tripped(self) -> list[str]:
        """What was attempted beyond this machine."""
        return [line.split(" ", 1)[1] for line in self._lines() if " armed " not in line]

    @property
    def armed(self) -> int:
        """How many processes the wire was in."""
        return len({line.split()[0] for line in self._lines()})

    def _lines(self) -> list[str]:
        log = self.folder / "tripwire.log"
        return log.read_text().splitlines() if log.exists() else []


@pytest.fixture
def guarded(tmp_path: Path) -> Guarded:
    shutil.copy(REPOSITORY / "tests/support/tripwire.py", tmp_path / "sitecustomize.py")
    return Guarded(tmp_path)
