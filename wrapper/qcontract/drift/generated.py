"""Whether the generated clients are what the contracts give."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Literal

from attrs import frozen

from qcontract.contract import effective, packaged
from qcontract.contract.jsonvalue import JsonObject
from qcontract.contract.registry import Entry, registry
from qcontract.contract.structure import differences
from qcontract.errors import ConfigurationError, ContractError

__all__ = ["Bytes", "Package", "check_bytes", "check_packages", "find_generator", "source_tree"]


@frozen
class Package:
    """One generated package beside the contract that it should come from.

    ``problem`` says how they differ; it is empty when the package carries exactly the effective contract.
    """

    contract: str
    package: str
    problem: str = ""


@frozen
class Bytes:
    """Whether generating anew gives the packages byte for byte.

    ``outcome`` is ``unchecked`` where there is nothing to generate from or with; ``said`` tells why, or which files.
    """

    outcome: Literal["equal", "different", "unchecked"]
    said: tuple[str, ...] = ()


def check_packages() -> tuple[Package, ...]:
    """Compare the ``openapi.json`` of every generated package with the effective contract, as it is installed."""
    named = tuple(_checked(entry) for entry in registry() if entry.package)
    known = {each.package for each in named}
    return (
        *named,
        *(Package("-", name, "no contract names this package") for name in _installed() if name not in known),
    )


def _checked(entry: Entry) -> Package:
    package = entry.package or ""
    try:
        carried, wanted = packaged(entry.ref).document, effective(entry.ref).document
    except ContractError as error:
        return Package(str(entry.ref), package, error.message)
    return Package(str(entry.ref), package, "" if _text(carried) == _text(wanted) else _how(carried, wanted))


def _text(document: JsonObject) -> str:
    return json.dumps(document, ensure_ascii=False)


def _how(carried: JsonObject, wanted: JsonObject) -> str:
    first = next(iter(differences(carried, wanted)), None)
    return f"its contract differs at {first.pointer or '/'}" if first else "its contract differs in words or order"


def _installed() -> Iterator[str]:
    for folder in sorted(files("qcontract_api").iterdir(), key=lambda each: each.name):
        if folder.is_dir() and folder.joinpath("openapi.json").is_file():
            yield folder.name


def source_tree() -> Path | None:
    """The checkout that this installation runs from, if it is one with the generator's sources."""
    specs = Path(str(files("qcontract_specs")))
    root = specs.parent.parent
    return root if specs.parent.joinpath("generator", "generate.py").is_file() else None


def find_generator(root: Path, chosen: Path | None = None) -> Path | None:
    """The bin folder of the generator's environment: the chosen one, or the one that ``make`` sets up.

    Raises:
        ConfigurationError: The chosen folder has no generator.
    """
    folder = chosen or root / ".venv-generator" / "bin"
    if folder.joinpath("openapi-python-client").is_file():
        return folder.absolute()
    if chosen is not None:
        raise ConfigurationError(
            f"{str(chosen)!r} has no openapi-python-client", hint="name the bin folder of its environment"
        )
    return None


def check_bytes(root: Path, generator: Path, *, seconds: float = 600.0) -> Bytes:
    """Generate every package anew into a temporary folder and compare.

    Args:
        root: The checkout.
        generator: The bin folder of the generator's environment.
        seconds: How long that may take.

    Raises:
        ConfigurationError: Generating did not end in time, or a tool is not the pinned one.
    """
    command = [sys.executable, "specs/generator/generate.py", "--generator", str(generator), "--check"]
    try:
        ended = subprocess.run(  # noqa: S603 - our own script, by our own interpreter
            command, cwd=root, capture_output=True, text=True, errors="replace", timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise ConfigurationError(f"generating the packages took more than {seconds:.0f} s") from None
    said = tuple(line for line in ended.stderr.splitlines() if line.strip())
    if ended.returncode not in (0, 1) or (ended.returncode == 1 and not said):
        raise ConfigurationError(f"the packages could not be generated: {' '.join(said[-3:]):.400}")
    return Bytes("different" if ended.returncode else "equal", said)
