"""The pinned generator and formatter, in an environment of their own.

The text of the generated packages depends on both, so that a missing tool or another version is an error: the
generator itself would only warn and leave unformatted code.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from pathlib import Path

from attrs import frozen
from refusal import Refused

HERE = Path(__file__).resolve().parent
HASHES = HERE / "upstream-templates.sha256"
_EXACT = ("--no-cache", "--isolated", "--target-version", "py311", "--line-length", "120")
_HOOKS = (
    ("check", ".", "--fix-only", *_EXACT, "--select", "I,F401,F811"),
    ("format", ".", *_EXACT),
)


@frozen
class Toolchain:
    """Where the tools are; both have the version that requirements.txt pins."""

    generator: Path
    ruff: Path
    upstream_templates: Path

    @classmethod
    def find(cls, bin_folder: Path) -> Toolchain:
        """The tools in a bin folder.

        Raises:
            Refused: If one is missing, has another version or other templates than those that were recorded.
        """
        generator = _pinned(bin_folder, "openapi-python-client")
        ruff = _pinned(bin_folder, "ruff")
        templates = _templates(bin_folder)
        _refuse_changed(templates)
        return cls(generator, ruff, templates)

    def generate(self, document: Path, templates: Path, output: Path) -> None:
        """Run the generator on a document."""
        config = HERE / "config.json"
        options = ["--meta", "none", "--overwrite", "--fail-on-warning", "--config", config]
        options += ["--path", document, "--custom-template-path", templates, "--output-path", output]
        _run([self.generator, "generate", *options], output.parent)

    def format(self, folder: Path) -> None:
        """Sort imports, drop unused ones, and format, with nothing but the rules named here."""
        for hook in _HOOKS:
            _run([self.ruff, *hook], folder)


def template_hashes(templates: Path) -> str:
    """One line per upstream template that ours replace or build on, as `sha256sum` prints them."""
    names = sorted(path.relative_to(templates).as_posix() for path in templates.rglob("*.py.jinja"))
    return "".join(f"{hashlib.sha256((templates / name).read_bytes()).hexdigest()}  {name}\n" for name in names)


def pins() -> dict[str, str]:
    """The pinned version of every package in the generator's environment."""
    lines = (HERE / "requirements.txt").read_text("utf-8").splitlines()
    return dict(line.split("==", 1) for line in lines if "==" in line)


def _pinned(bin_folder: Path, tool: str) -> Path:
    path = (bin_folder / tool).absolute()
    wanted = pins()[tool]
    if not path.is_file():
        raise Refused(f"{tool} is not in {bin_folder}; install specs/generator/requirements.txt there")
    found = re.search(r"\d+(\.\d+)+", _run([path, "--version"], bin_folder))
    if found is None or found[0] != wanted:
        seen = found[0] if found else "an unknown version"
        raise Refused(f"{tool} in {bin_folder} is {seen}, but {wanted} is pinned; reinstall that environment")
    return path


def _templates(bin_folder: Path) -> Path:
    script = "import importlib.util as u; print(u.find_spec('openapi_python_client').submodule_search_locations[0])"
    return Path(_run([(bin_folder / "python").absolute(), "-I", "-c", script], bin_folder).strip()) / "templates"


def _refuse_changed(templates: Path) -> None:
    if template_hashes(templates) != HASHES.read_text("utf-8"):
        raise Refused(
            f"the generator's own templates are not those that {HASHES.name} records; compare them with "
            "specs/generator/templates, then write the new hashes"
        )


def _run(command: list[str | Path], folder: Path) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [str(part) for part in command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        last_words = (done.stderr or done.stdout).strip()[-2000:]
        raise Refused(f"{Path(command[0]).name} failed with status {done.returncode}:\n{last_words}")
    return done.stdout
