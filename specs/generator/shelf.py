"""The folder of all packages: which contracts go in, and the few files beside the packages."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from package import Source, build_package
from refusal import Refused
from toolchain import HERE, Toolchain

_INIT = '''"""Typed clients generated from the contracts in force, one dated package per contract; see README.md."""
'''

_README = """# Generated clients

One package per contract in force, named after its API and date, plus `runtime.py`, which all of them share. Only
`make generate` writes in this folder: what should change is changed in `specs/` (a contract, its overlay, or the
templates in `specs/generator/`).

| package | made from | sha256 of its openapi.json |
|---|---|---|
{rows}

In a package: `api/<tag>/<operation>.py` with `sync`, `asyncio` and their `_detailed` forms, which raise
`ApiStatusError` on every status outside 200 to 299, and the pure `_get_kwargs` and `_parse_response`; `models/`;
`client.py`; `openapi.json`, the effective contract.

Nothing unknown is lost. An unknown enum value is kept (`.is_known` is False). An unknown member is in `unknown_fields`
of a class whose contract allows no others, else in `additional_properties` (and news unless `__declares_extra__`). An
object with an unknown tag is an `UnknownVariant`. A missing or unreadable member raises `MissingFieldError` or
`WrongTypeError` with class and member; a plain value of a wrong type is kept, and `__json_types__` tells its types.
"""


def from_registry() -> list[Source]:
    """The effective contract of every registry entry that names a package."""
    # Only this form needs the project's environment; a single document is generated without it.
    from qcontract.contract import effective, registry
    from qcontract.errors import QContractError

    try:
        entries = [entry for entry in registry() if entry.package]
        return [Source(entry.package, str(entry.ref), effective(entry.ref).document) for entry in entries]
    except QContractError as error:
        raise Refused(str(error)) from error


def write_shelf(tools: Toolchain, sources: list[Source], scratch: Path) -> Path:
    """Build all packages and return the folder that should become generated/."""
    shelf = scratch / "generated"
    home = shelf / "qcontract_api"
    home.mkdir(parents=True)
    for source in sources:
        shutil.copytree(build_package(tools, source, scratch / "work"), home / source.package)
    shutil.copyfile(HERE / "templates" / "runtime.py", home / "runtime.py")
    (home / "__init__.py").write_text(_INIT, "utf-8")
    (home / "py.typed").write_text("", "utf-8")
    tools.format(home)
    (shelf / "README.md").write_text(_readme(home, sources), "utf-8", newline="\n")
    return shelf


def _readme(home: Path, sources: list[Source]) -> str:
    rows = [
        f"| `{source.package}` | `{source.contract}` | `{_sha256(home / source.package / 'openapi.json')}` |"
        for source in sorted(sources, key=lambda source: source.package)
    ]
    return _README.format(rows="\n".join(rows))


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
