"""What `wrapper/docs/testing.md` shows is what happens when it is copied."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from qcontract.testing.environment import variables
from qcontract.testing.tomorrow import CHANGES
from support.command import REPOSITORY

GUIDE = (REPOSITORY / "wrapper/docs/testing.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"```python\n# (\w+\.py)\n(.*?)```", GUIDE, re.DOTALL))

RunApart = Callable[..., subprocess.CompletedProcess[str]]


def test_every_block_has_a_file_name() -> None:
    assert len(FILES) == GUIDE.count("```python") == 5


@pytest.mark.parametrize(
    "arguments", [(), pytest.param(("-n", "2"), marks=pytest.mark.heavy)], ids=["one process", "xdist"]
)
def test_the_examples_run_as_they_stand(tmp_path: Path, run_apart: RunApart, arguments: tuple[str, ...]) -> None:
    if arguments:
        pytest.importorskip("xdist")
    for name, source in FILES.items():
        (tmp_path / name).write_text(source, encoding="utf-8")
    ended = run_apart("-q", "-W", "error", *arguments)
    assert ended.returncode == 0, ended.stdout
    assert " failed," not in ended.stdout
    assert "would the code survive tomorrow?" in ended.stdout
    assert "test_tomorrow.py::test_histogram\n  new-status     survived\n" in ended.stdout
    assert "  missing-field  failed loudly: ResponseShapeError: " in ended.stdout
    (passed, expected) = re.findall(r"(\d+) passed, (\d+) xfailed", ended.stdout)[-1]
    assert int(passed) + int(expected) == 4 + 2 + 2 + 10 + 3


def test_every_change_and_every_variable_is_told() -> None:
    for name, change in CHANGES.items():
        assert f"| `{name}` | {change.meaning} |" in GUIDE
    for name in variables("", {"ionq": "", "qbraid": ""}, ""):
        assert f"`{name}`" in GUIDE
