"""The wheel: built from this tree, installed elsewhere, used from another folder."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "wrapper" / "docs" / "examples" / "asymmetric.json"
README_EXAMPLE = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)[0]


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Run a command to its end and return what it printed."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LD_LIBRARY_PATH", "TMPDIR") if name in os.environ}
    kept |= {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_"))}
    done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, env=kept | environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, cwd=ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content alone in a folder that comes before this tree on the path."""
    folder = tmp_path_factory.mktemp("site")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def test_it_holds_the_three_packages_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0] for name in names if "dist-info" not in name} == {
        "qcontract",
        "qcontract_api",
        "qcontract_specs",
    }
    for needed in (
        "qcontract/py.typed",
        "qcontract/emulator/page/index.html",
        "qcontract/emulator/page/page.js",
        "qcontract/reports/html/filters.js",
        "qcontract/reports/html/style.css",
        "qcontract_api/py.typed",
        "qcontract_api/ionq_v0_4_2026_10_01/openapi.json",
        "qcontract_specs/registry.toml",
        "qcontract_specs/ionq-v0.4/2026-10-01.overlay.yaml",
        "qcontract_specs/ionq-v0.4/2026-04-08.yaml",
    ):
        assert needed in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if "__pycache__" in name or name.endswith(".jinja")]


def test_two_builds_give_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", tmp_path, cwd=ROOT)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_it_runs_from_another_folder(site: Path, tmp_path: Path) -> None:
    where = run(sys.executable, "-c", "import qcontract; print(qcontract.__file__)", cwd=tmp_path, PYTHONPATH=str(site))
    assert Path(where.strip()).is_relative_to(site)
    command = [sys.executable, "-m", "qcontract", "run", EXAMPLE, "--emulator", "--format", "json"]
    shown = json.loads(run(*command, cwd=tmp_path, PYTHONPATH=str(site)))
    assert shown["circuits"][0]["probabilities"] == pytest.approx({"001": 0.75, "101": 0.25}, abs=1e-9)


def test_the_readme_example_runs_as_a_file_and_from_stdin(site: Path, tmp_path: Path) -> None:
    """Worker processes must not need a ``__main__`` guard."""
    (tmp_path / "example.py").write_text(README_EXAMPLE)
    as_file = run(sys.executable, "example.py", cwd=tmp_path, PYTHONPATH=str(site))
    done = subprocess.run(
        [sys.executable, "-"],
        input=README_EXAMPLE,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(site)},
    )
    assert done.returncode == 0, done.stderr
    assert as_file == done.stdout
    assert re.fullmatch(r"\{'001': 0\.7[45]\d+, '101': 0\.2[45]\d+\}\n|\{'001': 0\.75, '101': 0\.25\}\n", as_file)


@pytest.mark.heavy
def test_a_fresh_environment_has_the_command_and_the_types(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    binaries = tmp_path / "env" / "bin"
    constraints = ROOT / "constraints.txt"
    install = [binaries / "pip", "install", "-q", "--only-binary", ":all:", "-c", constraints]
    run(*install, f"{wheel}[emulator]", "mypy", "pyright[nodejs]", cwd=tmp_path)
    shown = run(binaries / "qcontract", "run", EXAMPLE, "--emulator", cwd=tmp_path)
    assert "0.7500000000" in shown
    surface = ROOT / "tests" / "typing" / "public_surface.py"
    run(binaries / "mypy", "--strict", surface, cwd=tmp_path)
    run(binaries / "pyright", "--pythonpath", binaries / "python", surface, cwd=tmp_path)
