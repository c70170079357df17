"""One contract becomes one package: refuse, prepare, generate, format, check."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from attrs import frozen
from hostile import refuse_hostile
from postconditions import check_package
from prepare import prepare
from toolchain import HERE, Toolchain


@frozen
class Source:
    """What a package is made from: its name, the contract's name, and the contract."""

    package: str
    contract: str
    document: dict[str, Any]


def build_package(tools: Toolchain, source: Source, scratch: Path) -> Path:
    """Make a package below `scratch` and return its folder."""
    refuse_hostile(source.document)
    prepared = prepare(source.document)
    work = scratch / f"{source.package}.work"
    work.mkdir(parents=True)
    document = work / "openapi.json"
    document.write_text(canonical(prepared.document), "utf-8", newline="\n")
    templates = _templates(tools, work, prepared.dispatch)
    package = work / source.package
    tools.generate(document, templates, package)
    (package / "py.typed").write_text("", "utf-8")
    (package / "openapi.json").write_text(canonical(source.document), "utf-8", newline="\n")
    tools.format(package)
    check_package(package, source.document)
    return package


def canonical(document: Any) -> str:
    """The one text of a JSON document: its own order, two spaces, characters as they are, a newline at the end."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _templates(tools: Toolchain, work: Path, dispatch: dict[str, Any]) -> Path:
    """Our templates, the upstream ones they build on, and the contract's table of tags."""
    folder = work / "templates"
    shutil.copytree(HERE / "templates", folder)
    shutil.copytree(tools.upstream_templates / "property_templates", folder / "upstream")
    table = json.dumps(dispatch, indent=2)
    (folder / "dispatch.jinja").write_text(f"{{% set dispatch = {table} %}}\n", "utf-8")
    return folder
