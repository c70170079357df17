"""The fragments of an example, made whole documents."""

from __future__ import annotations

from typing import Any

from qcontract.findings.catalogue.definition import Example

__all__ = ["documents"]


def documents(example: Example) -> tuple[dict[str, Any], dict[str, Any]]:
    """The two OpenAPI 3.1 documents that an example stands for."""
    return _document(example, example.old), _document(example, example.new)


def _document(example: Example, fragment: Any) -> dict[str, Any]:
    operation: dict[str, Any] = {"responses": {"200": {"description": "fine"}}}
    document: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/things": {"post": operation}},
    }
    if example.frame == "document":
        return {**document, **fragment}
    if example.frame == "operation":
        operation |= fragment
    elif example.frame == "parameters":
        operation["parameters"] = fragment
    elif example.direction == "request":
        operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": fragment}}}
    else:
        operation["responses"]["200"]["content"] = {"application/json": {"schema": fragment}}
    document["paths"]["/things"]["post"] = operation
    return document
