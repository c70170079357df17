"""Which OpenAPI a document is written in, and why another one cannot be read."""

from __future__ import annotations

from typing import Any

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, is_array, is_object
from qcontract.errors import ContractError

__all__ = ["version_of"]

_READ = ("3.0", "3.1")
_NEW_IN_3_2 = frozenset(
    {"$self", "additionalOperations", "defaultMapping", "deviceAuthorization", "itemEncoding", "itemSchema"}
    | {"mediaTypes", "prefixEncoding", "query"}
)
_MOST_NAMED = 5


def version_of(document: object, name: str) -> str:
    """``3.0`` or ``3.1``; the latter also for a document of 3.2 that uses nothing new.

    Raises:
        ContractError: The value is no OpenAPI document, or one of another version.
    """
    if not is_object(document):
        raise ContractError(f"{name} is not an OpenAPI document: it holds no object at its top level")
    version = str(document.get("openapi", ""))
    for known in _READ:
        if version == known or version.startswith(f"{known}."):
            return known
    if version == "3.2" or version.startswith("3.2."):
        _refuse_news(document, version, name)
        return "3.1"
    raise _refusal(document, version, name)


def _refuse_news(document: JsonObject, version: str, name: str) -> None:
    if used := _uses(document):
        named = ", ".join(used[:_MOST_NAMED]) + (", ..." if len(used) > _MOST_NAMED else "")
        raise ContractError(
            f"{name} is written in OpenAPI {version} and uses what 3.1 does not know: {named}",
            hint="OpenAPI 3.0 and 3.1 can be read, and of 3.2 what it shares with 3.1",
        )


def _refusal(document: JsonObject, version: str, name: str) -> ContractError:
    if "swagger" in document:
        said = f"is written in Swagger {document['swagger']!s:.20}"
        return ContractError(f"{name} {said}", hint="convert it to OpenAPI 3 first; 3.0 and 3.1 can be read")
    if version:
        return ContractError(f"{name} says 'openapi: {version:.40}'", hint="OpenAPI 3.0 and 3.1 can be read")
    return ContractError(
        f"{name} is not an OpenAPI document: it has no 'openapi' member", hint="OpenAPI 3.0 and 3.1 can be read"
    )


def _uses(document: JsonObject) -> list[str]:
    """Where the document uses what OpenAPI 3.1 does not know, as pointers."""
    found: list[str] = []
    waiting: list[tuple[tuple[str | int, ...], Any]] = [((), document)]
    while waiting:
        place, node = waiting.pop()
        if is_array(node):
            waiting += [((*place, index), item) for index, item in enumerate(node)]
        elif is_object(node):
            found += [pointer.join(*place, key) for key in node if _is_new(place, key)]
            if node.get("in") == "querystring":
                found.append(pointer.join(*place, "in"))
            waiting += [((*place, key), value) for key, value in node.items() if key not in ("example", "examples")]
    return sorted(found)


def _is_new(place: tuple[str | int, ...], key: str) -> bool:
    if key not in _NEW_IN_3_2 or place[-1:] == ("properties",):
        return False
    where = {"query": 2, "$self": 0, "mediaTypes": 1}.get(key)
    return where is None or len(place) == where
