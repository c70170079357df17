"""The shell scripts of the GitHub action, run as its steps would run them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import frozen
from support.command import REPOSITORY, environment

ACTION = REPOSITORY / ".github/actions/emulator"

pytestmark = pytest.mark.skipif(shutil.which("bash") is None or os.name == "nt", reason="needs bash")


@frozen
class Runner:
    """What the action sees of a GitHub runner."""

    folder: Path

    @property
    def exported(self) -> dict[str, str]:
        return read(self.folder / "env")

    @property
    def outputs(self) -> dict[str, str]:
        return read(self.folder / "output")

    def bash(self, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
        given = {
            "RUNNER_TEMP": str(self.folder),
            "GITHUB_ENV": str(self.folder / "env"),
            "GITHUB_OUTPUT": str(self.folder / "output"),
            "QCONTRACT_PYTHON": sys.executable,
            **self.exported,
        }
        return subprocess.run(
            ["bash", str(ACTION / script)],
            env=environment(self.folder) | given | variables,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )


def read(path: Path) -> dict[str, str]:
    lines = path.read_text().splitlines() if path.exists() else []
    return dict(line.split("=", 1) for line in lines)


PROGRAM = """
from qcontract import Circuit, IonQ, QBraid
with IonQ() as ionq, QBraid() as qbraid:
    job = ionq.jobs.wait(ionq.jobs.submit(Circuit(2).x(0)))
    print(ionq.jobs.result(job).distribution(), len(qbraid.backends.list()) > 0)
"""


def test_a_job_on_a_runner(tmp_path: Path) -> None:
    runner = Runner(tmp_path)
    started = runner.bash("start.sh", QCONTRACT_OPTIONS="--snapshot ionq-v0.4@2026-05-15 --seed 7", QCONTRACT_KEY="k")
    try:
        assert started.returncode == 0, started.stdout + started.stderr
        assert runner.exported["IONQ_API_KEY"] == runner.exported["QBRAID_API_KEY"] == "k"
        assert runner.outputs == {
            "ionq-url": runner.exported["IONQ_API_URL"],
            "qbraid-url": runner.exported["QBRAID_API_URL"],
        }
        later = environment(tmp_path) | runner.exported
        ended = subprocess.run([sys.executable, "-c", PROGRAM], env=later, capture_output=True, text=True, check=True)
        assert ended.stdout == "{'01': 1.0} True\n"
    finally:
        stopped = runner.bash("stop/stop.sh")
    assert stopped.returncode == 0, stopped.stdout
    assert stopped.stdout.endswith("emulator stopped\n")
    with pytest.raises(ProcessLookupError):
        os.kill(int(runner.exported["QCONTRACT_EMULATOR_PID"]), 0)
    again = runner.bash("stop/stop.sh")
    assert (again.returncode, "had ended before" in again.stdout) == (1, True)


def test_an_emulator_that_does_not_start(tmp_path: Path) -> None:
    ended = Runner(tmp_path).bash("start.sh", QCONTRACT_OPTIONS="--snapshot ionq-v9")
    assert ended.returncode == 1
    assert "::error::the emulator did not start" in ended.stdout
    assert "there is no contract 'ionq-v9'" in ended.stdout
    assert not (tmp_path / "env").exists()


def test_nothing_to_stop(tmp_path: Path) -> None:
    ended = Runner(tmp_path).bash("stop/stop.sh")
    assert (ended.returncode, ended.stdout) == (0, "no emulator was started\n")


@pytest.mark.parametrize("folder", [ACTION, ACTION / "stop"], ids=["start", "stop"])
def test_the_steps_run_scripts_that_exist_and_set_what_they_read(folder: Path) -> None:
    yaml = pytest.importorskip("yaml")
    action = yaml.safe_load((folder / "action.yml").read_text())
    steps = action["runs"]["steps"]
    assert action["runs"]["using"] == "composite"
    assert all(step["shell"] == "bash" for step in steps)
    (script,) = re.findall(r'"\$GITHUB_ACTION_PATH/([\w.]+)"', steps[-1]["run"])
    read_by_script = set(re.findall(r"\$\{?(QCONTRACT_(?!EMULATOR)\w+)", (folder / script).read_text()))
    assert set(steps[-1].get("env", {})) == read_by_script
    inputs = set(re.findall(r"inputs\.(\w+)", (folder / "action.yml").read_text()))
    assert inputs == set(action.get("inputs", {}))
