"""Runs of pytest inside a test, in this process or in one of their own."""

from __future__ import annotations

import importlib
import os
import pkgutil
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

import numpy as np  # noqa: F401 - cannot be loaded twice
import pytest
import qcontract
import qcontract_api
import uvicorn.loops.asyncio  # noqa: F401
from support.command import environment

pytest_plugins = ["pytester"]

Run = Callable[..., pytest.RunResult]


@pytest.fixture(scope="session", autouse=True)
def plugin_is_registered() -> None:
    """Tests of the plugin mean the installed one."""
    (found,) = entry_points(group="pytest11", name="qcontract")
    assert found.value == "qcontract.testing.plugin"


@pytest.fixture(scope="session", autouse=True)
def everything_is_loaded() -> None:
    """A run in this process forgets the modules that it loads, and would meet every class of theirs twice."""
    for module in pkgutil.walk_packages(qcontract.__path__, "qcontract."):
        if module.name.split(".")[1] in ("apis", "clients", "contract", "emulator", "flow", "model", "transport"):
            importlib.import_module(module.name)
    for module in pkgutil.walk_packages(qcontract_api.__path__, "qcontract_api."):
        importlib.import_module(module.name)


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run pytest on a file in this process, without the plugins that this suite happens to have."""
    for name in (name for name in os.environ if name.startswith(("IONQ_", "QBRAID_", "QCONTRACT_", "QISKIT_"))):
        monkeypatch.delenv(name)
    monkeypatch.setenv("IONQ_API_KEY", "a-real-key")
    monkeypatch.setenv("QCONTRACT_PROFILE", "of-its-owner")
    quiet = ("-p", "no:cacheprovider", "-p", "no:schemathesis", "-p", "no:hypothesispytest", "-p", "no:anyio")

    def go(source: str = "", *arguments: str) -> pytest.RunResult:
        if source:
            pytester.makepyfile(source)
        return pytester.runpytest_inprocess(*quiet, *arguments)

    return go


@pytest.fixture
def run_apart(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run pytest in a folder, in a process of its own."""

    def go(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:schemathesis", *arguments],
            cwd=tmp_path,
            env=environment(tmp_path, **variables),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return go
