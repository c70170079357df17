from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from qcontract.contract.registry import Registry

SPEC = """\
openapi: 3.0.3
info: {title: Toy, version: '1'}
paths:
  /things/{id}:
    get:
      operationId: getThing
      summary: One thing.
      description: Read one thing.
      parameters:
        - {name: id, in: path, required: true, description: Which thing., schema: {type: string}}
      responses:
        200: {description: The thing.}
"""
OVERLAY = """\
overlay: 1
contract: toy-v1@2026-01-01
actions:
  - target: /paths/~1things~1{id}/get/responses
    merge: {'404': {description: No such thing.}}
    reason: The service says so.
    source: seen
"""
ENTRY = """\
[[contract]]
api = "{api}"
label = "{label}"
line = "documented"
scope = "full"
provenance = "assembled"
source = "made up"
sha256 = "{sha256}"
"""


class Shelf:
    """A folder with a registry and one toy contract."""

    SPEC = SPEC
    OVERLAY = OVERLAY

    def __init__(self, root: Path) -> None:
        self.root = root
        self.spec = root / "toy-v1/2026-01-01.yaml"
        self.overlay = root / "toy-v1/2026-01-01.overlay.yaml"
        self.list = root / "registry.toml"

    def fill(self, spec: str = SPEC, overlay: str | None = None, more: str = "current = true\n") -> Registry:
        """Write the files, sealed; ``more`` is appended to the entry."""
        self.spec.parent.mkdir(exist_ok=True)
        self.spec.write_text(spec)
        entry = ENTRY.format(api="toy-v1", label="2026-01-01", sha256=hashlib.sha256(spec.encode()).hexdigest())
        if overlay is not None:
            self.overlay.write_text(overlay)
            entry += f'overlay_sha256 = "{hashlib.sha256(overlay.encode()).hexdigest()}"\n'
        self.list.write_text(f"# a comment\n\n{entry}{more}")
        return self.read()

    def read(self) -> Registry:
        return Registry.read(self.root)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)
