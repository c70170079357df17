"""Contracts as the generated packages carry them: plain JSON, so that a client needs no YAML."""

from __future__ import annotations

import json

from qcontract.contract.document import Contract
from qcontract.contract.registry import ContractRef, vendored
from qcontract.errors import ContractError

__all__ = ["packaged"]

_FILE = "openapi.json"


def packaged(ref: ContractRef | str) -> Contract:
    """Load the effective contract from which a client was generated, as ``openapi.json`` beside that client.

    Raises:
        ContractError: The contract is unknown, has no generated client, or the client has lost its document.
    """
    entry = vendored().entry(ref)
    if entry.package is None:
        raise ContractError(
            f"no client is generated for {entry.ref}", hint="contracts with a client: qcontract specs list"
        )
    return Contract(entry.ref, json.loads(_read(f"qcontract_api.{entry.package}")))


def _read(package: str) -> bytes:
    from importlib.resources import files

    try:
        return files(package).joinpath(_FILE).read_bytes()
    except (ImportError, OSError):
        raise ContractError(
            f"{package} or its {_FILE} is missing", hint="run 'make generate' in a checkout, or install qcontract again"
        ) from None
