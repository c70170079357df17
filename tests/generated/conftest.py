"""The generated packages under test, payloads made from their own contracts, and the generator's environment."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from attrs import define, field, frozen

ROOT = Path(__file__).resolve().parents[2]
GENERATOR = ROOT / "specs" / "generator"
PACKAGES = ("ionq_v0_3_2026_05_06", "ionq_v0_4_2026_05_15", "ionq_v0_4_2026_10_01", "qbraid_v2_2026_02_08")
CURRENT = "ionq_v0_4_2026_10_01"
_STRINGS = {
    "date-time": "2026-10-01T12:30:00+00:00",
    "date": "2026-10-01",
    "uuid": "0199f000-0000-7000-8000-000000000000",
}


@frozen
class Package:
    """A generated package and the contract it carries."""

    name: str
    document: dict[str, Any]

    def module(self, path: str) -> ModuleType:
        return importlib.import_module(f"qcontract_api.{self.name}.{path}")

    def model(self, name: str) -> Any:
        return getattr(self.module("models"), name)

    def parse(self, operation: str, reply: Reply) -> Any:
        return self.module(f"api.{operation}")._parse_response(response=reply)

    @property
    def components(self) -> dict[str, Any]:
        return self.document["components"]["schemas"]

    def example(self, schema: dict[str, Any], *, full: bool = False, depth: int = 0) -> Any:
        """A JSON value that the schema describes; `full` adds the optional members."""
        if "$ref" in schema:
            return self.example(self.components[schema["$ref"].rsplit("/", 1)[1]], full=full, depth=depth)
        for combined in ("anyOf", "oneOf"):
            if combined in schema:
                return self.example(schema[combined][0], full=full, depth=depth)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return schema["enum"][0]
        if "allOf" in schema:
            parts = [self.example(part, full=full, depth=depth) for part in schema["allOf"]]
            return parts[0] if len(parts) == 1 else {name: value for part in parts for name, value in part.items()}
        kind = schema.get("type", "object" if "properties" in schema else None)
        return self._plain(kind if isinstance(kind, str) or kind is None else kind[0], schema, full, depth)

    def _plain(self, kind: str | None, schema: dict[str, Any], full: bool, depth: int) -> Any:
        if kind == "object":
            required = schema.get("required", ())
            wanted = schema.get("properties", {})
            names = [name for name in wanted if name in required or (full and depth < 4)]
            return {name: self.example(wanted[name], full=full, depth=depth + 1) for name in names}
        if kind == "array":
            return [self.example(schema.get("items", {}), full=full, depth=depth + 1)]
        if kind == "string":
            return _STRINGS.get(schema.get("format", ""), "text")
        return {"integer": schema.get("minimum", 1), "number": 0.5, "boolean": True}.get(kind or "")


@define
class Reply:
    """An answer that is no `httpx.Response`, as the wrapper hands it to `_parse_response`."""

    status_code: int
    content: bytes = b""
    headers: dict[str, str] = field(factory=dict)

    @property
    def text(self) -> str:
        return self.content.decode()

    def json(self) -> Any:
        return json.loads(self.content)


def load(name: str) -> Package:
    text = resources.files(f"qcontract_api.{name}").joinpath("openapi.json").read_text("utf-8")
    return Package(name, json.loads(text))


@pytest.fixture(params=PACKAGES)
def package(request: pytest.FixtureRequest) -> Package:
    return load(request.param)


@pytest.fixture
def current() -> Package:
    return load(CURRENT)


@pytest.fixture
def reply() -> Callable[..., Reply]:
    def make(status: int, body: Any = b"") -> Reply:
        return Reply(status, body if isinstance(body, bytes) else json.dumps(body).encode())

    return make


@pytest.fixture
def generator_parts() -> Iterator[Callable[[str], ModuleType]]:
    """The modules of specs/generator, which is a script and no installed package."""
    sys.path.insert(0, str(GENERATOR))
    before = set(sys.modules)
    yield importlib.import_module
    sys.path.remove(str(GENERATOR))
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(GENERATOR)):
            del sys.modules[name]


@pytest.fixture(scope="session")
def generator_bin() -> Path:
    """The bin folder of the generator's environment, which `make generate` sets up."""
    folder = Path(os.environ.get("QCONTRACT_GENERATOR", ROOT / ".venv-generator" / "bin"))
    if not (folder / "openapi-python-client").is_file():
        pytest.skip("the generator's environment is missing: run `make generate` or set QCONTRACT_GENERATOR")
    return folder


@pytest.fixture
def generate(generator_bin: Path, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run generate.py on a document, as a program; the package appears in tmp_path/out."""

    def run(document: Any, *, package: str = "toy", output: Path | None = None, seed: str = "0") -> Any:
        source = tmp_path / "contract.json"
        source.write_text(json.dumps(document), "utf-8")
        options = ["--generator", str(generator_bin), "--document", str(source), "--package", package]
        command = [
            sys.executable,
            str(GENERATOR / "generate.py"),
            *options,
            "--output",
            str(output or tmp_path / "out"),
        ]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    return run
