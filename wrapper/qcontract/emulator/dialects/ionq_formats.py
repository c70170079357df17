"""Formats of IonQ v0.4's results and compiled circuits, described as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from qcontract.contract import compile_schema

from ..checks import checks
from ..http import Answer, Fault
from .base import Call

__all__ = ["Formats"]

_CATALOGS: Final = ("ResultFormatsCatalog", "CircuitFormatsCatalog")
_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_OFFERED: Final = "Formats"


class Formats:
    """The operation on formats.

    Args:
        contract: The contract that defines them.
    """

    def __init__(self, contract: str) -> None:
        self._contract = contract

    def get(self, call: Call) -> Answer:
        """Return the schema of one format, from the contract's own components."""
        found = _schemas(self._contract).get(call.path[0])
        if found is None:
            raise Fault(404, f"there is no format {call.path[0][:60]}", source="path")
        return Answer(200, found)


@cache
def _schemas(contract: str) -> Mapping[str, Mapping[str, Any]]:
    document = checks(contract).contract.document
    components: Mapping[str, Any] = document["components"]["schemas"]
    offered = components[_OFFERED]["enum"]
    return {
        name: {"$schema": _DRAFT, "$id": name, **_plain(compile_schema(document, schema))}
        for catalog in _CATALOGS
        for name, schema in components[catalog]["properties"].items()
        if name in offered
    }


def _plain(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return a compiled schema with its root's reference resolved, so that it shows its type."""
    reference = str(schema.get("$ref", ""))
    rest = {name: value for name, value in schema.items() if name not in ("$ref", "$schema")}
    if not reference:
        return rest
    return {**schema["$defs"][reference.removeprefix("#/$defs/")], **rest}
