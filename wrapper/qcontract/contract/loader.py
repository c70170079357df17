"""Contracts from the vendored YAML files, checked against the hashes in the registry."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath

from qcontract.contract import overlay, reading
from qcontract.contract.document import Contract
from qcontract.contract.jsonvalue import JsonObject, is_object
from qcontract.contract.registry import ContractRef, Entry, Registry, vendored
from qcontract.errors import ContractError

__all__ = ["effective", "load", "load_overlay", "parse", "read_bytes", "read_file", "sha256", "verified"]


def load(ref: ContractRef | str, *, among: Registry | None = None) -> Contract:
    """Load the bare contract: the snapshot as it was vendored.

    Args:
        ref: The contract, or the name of an API for its current one.
        among: The registry to look in; the vendored one by default.

    Raises:
        ContractError: The contract is unknown, or its file is missing, altered or not readable.
        MissingExtra: PyYAML is not installed.
    """
    among = among or vendored()
    entry = among.entry(ref)
    return Contract(entry.ref, parse(verified(among, entry.file, entry.sha256), origin=str(entry.file)))


def effective(ref: ContractRef | str, *, among: Registry | None = None) -> Contract:
    """Load the effective contract: the snapshot with its overlay applied, if it has one.

    Args:
        ref: The contract, or the name of an API for its current one.
        among: The registry to look in; the vendored one by default.

    Raises:
        ContractError: As for :func:`load`; or an action of the overlay has no target or no effect.
        MissingExtra: PyYAML is not installed.
    """
    among = among or vendored()
    bare = load(ref, among=among)
    changes = load_overlay(among.entry(ref), among)
    return bare if changes is None else Contract(bare.ref, overlay.apply(bare.document, changes))


def load_overlay(entry: Entry, among: Registry) -> overlay.Overlay | None:
    """Load the overlay of a contract; None if the registry knows of none.

    Raises:
        ContractError: The file is missing, altered, not readable, or made for another contract.
    """
    if entry.overlay_sha256 is None:
        return None
    origin = str(entry.overlay_file)
    changes = overlay.parse(
        parse(verified(among, entry.overlay_file, entry.overlay_sha256), origin=origin), origin=origin
    )
    if changes.contract != str(entry.ref):
        raise ContractError(f"{origin} is an overlay for {changes.contract}, and stands beside {entry.ref}")
    return changes


def read_file(path: Path) -> JsonObject:
    """Read an OpenAPI document, YAML or JSON, that is not in the registry.

    Raises:
        ContractError: The file cannot be read, is broken, or holds something else than an object.
        MissingExtra: The file is YAML and PyYAML is not installed.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ContractError(f"{path} cannot be read: {error.strerror}") from None
    return parse(content, origin=str(path))


def parse(content: bytes, *, origin: str) -> JsonObject:
    """Read a document from bytes; a name that ends in ``.json`` means JSON, any other YAML.

    Raises:
        ContractError: The content is broken, with line and column where known, or is not an object.
    """
    value = reading.value(content, origin=origin)
    if not is_object(value):
        raise ContractError(f"{origin} holds no object at its top level")
    return value


def read_bytes(among: Registry, file: PurePosixPath) -> bytes:
    """The content of a file that the registry names.

    Raises:
        ContractError: The file is missing.
    """
    try:
        return among.root.joinpath(*file.parts).read_bytes()
    except OSError:
        raise ContractError(
            f"the contract file {file} is missing, although the registry names it", hint="install qcontract again"
        ) from None


def sha256(content: bytes) -> str:
    """The hash that the registry keeps of a file."""
    return hashlib.sha256(content).hexdigest()


def verified(among: Registry, file: PurePosixPath, expected: str) -> bytes:
    """The content of a file that the registry names, if it is the one that was sealed.

    Raises:
        ContractError: The file is missing or altered.
    """
    content = read_bytes(among, file)
    if sha256(content) != expected:
        raise ContractError(
            f"{file} has changed since its hash was written into the registry",
            hint="run `python -m qcontract.contract.seal` if you edited it on purpose; else install qcontract again",
        )
    return content
