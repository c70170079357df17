"""A contract as text, for people and for other programs."""

from __future__ import annotations

import json
from typing import Literal

from qcontract.contract import loader, yaml12
from qcontract.contract.jsonvalue import JsonObject
from qcontract.contract.registry import ContractRef, Entry, registry, vendored

__all__ = ["Layout", "catalogue", "headline", "render"]

Layout = Literal["yaml", "json"]


def render(ref: ContractRef, *, with_overlay: bool = False, layout: Layout = "yaml") -> str:
    """The text of a contract; bare YAML is the vendored file itself, comments included.

    Args:
        ref: The contract.
        with_overlay: The effective contract instead of the bare one.
        layout: ``yaml`` or ``json``.

    Raises:
        ContractError: The contract is unknown or its files are not in order.
        MissingExtra: PyYAML is not installed.
    """
    contract = loader.effective(ref) if with_overlay else loader.load(ref)
    if layout == "json":
        return json.dumps(contract.document, indent=2, ensure_ascii=False) + "\n"
    if with_overlay:
        return yaml12.dumps(contract.document)
    among = vendored()
    return loader.read_bytes(among, among.entry(ref).file).decode("utf-8")


def headline(ref: ContractRef, *, with_overlay: bool = False) -> str:
    """One line that says what :func:`render` shows."""
    entry = vendored().entry(ref)
    state = "effective (snapshot and overlay)" if with_overlay else "bare (the snapshot)"
    return f"{ref}: {state}, {entry.scope}, {entry.provenance}; {entry.source}"


def catalogue() -> JsonObject:
    """Every vendored contract as JSON, schema ``qcontract.contracts/1``."""
    return {"schema": "qcontract.contracts/1", "contracts": [_described(entry) for entry in registry()]}


def _described(entry: Entry) -> JsonObject:
    return {
        "contract": str(entry.ref),
        "api": entry.api,
        "label": entry.label,
        "observed_at": entry.observed_at.isoformat() if entry.observed_at else None,
        "line": entry.line,
        "scope": entry.scope,
        "provenance": entry.provenance,
        "source": entry.source,
        "sha256": entry.sha256,
        "overlay_sha256": entry.overlay_sha256,
        "package": entry.package,
        "current": entry.current,
        "inferred": list(entry.inferred),
        "defects": list(entry.defects),
    }
