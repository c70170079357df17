"""What stands where in an OpenAPI document: for every kind of object the members that hold other objects."""

from __future__ import annotations

from typing import Literal

from qcontract.contract.keywords import LISTS, MAPS, SINGLES
from qcontract.contract.operations import METHODS

__all__ = ["MEMBERS", "REFERABLE", "Kind", "Shape"]

Kind = Literal[
    "document",
    "paths",
    "path item",
    "operation",
    "responses",
    "parameter",
    "request body",
    "response",
    "header",
    "media type",
    "encoding",
    "callback",
    "link",
    "example",
    "security scheme",
    "components",
    "schema",
    "server",
    "tag",
]
Shape = Literal["one", "list", "map"]

_CONTENT: tuple[Shape, Kind] = ("map", "media type")
_SCHEMA: tuple[Shape, Kind] = ("one", "schema")
_EXAMPLES: tuple[Shape, Kind] = ("map", "example")
_HEADERS: tuple[Shape, Kind] = ("map", "header")
_VALUE: dict[str, tuple[Shape, Kind]] = {"schema": _SCHEMA, "content": _CONTENT, "examples": _EXAMPLES}

MEMBERS: dict[Kind, dict[str, tuple[Shape, Kind]]] = {
    "document": {
        "paths": ("one", "paths"),
        "components": ("one", "components"),
        "webhooks": ("map", "path item"),
        "servers": ("list", "server"),
        "tags": ("list", "tag"),
    },
    "paths": {},  # of any name, each a path item
    "callback": {},
    "responses": {},  # of any name, each a response
    "path item": {
        **dict.fromkeys(METHODS, ("one", "operation")),
        "parameters": ("list", "parameter"),
        "servers": ("list", "server"),
    },
    "operation": {
        "parameters": ("list", "parameter"),
        "requestBody": ("one", "request body"),
        "responses": ("one", "responses"),
        "callbacks": ("map", "callback"),
        "servers": ("list", "server"),
    },
    "parameter": _VALUE,
    "header": _VALUE,
    "request body": {"content": _CONTENT},
    "response": {"headers": _HEADERS, "content": _CONTENT, "links": ("map", "link")},
    "media type": {"schema": _SCHEMA, "examples": _EXAMPLES, "encoding": ("map", "encoding")},
    "encoding": {"headers": _HEADERS},
    "link": {},
    "example": {},
    "security scheme": {},
    "server": {},
    "tag": {},
    "components": {
        "schemas": ("map", "schema"),
        "responses": ("map", "response"),
        "parameters": ("map", "parameter"),
        "examples": _EXAMPLES,
        "requestBodies": ("map", "request body"),
        "headers": _HEADERS,
        "securitySchemes": ("map", "security scheme"),
        "links": ("map", "link"),
        "callbacks": ("map", "callback"),
        "pathItems": ("map", "path item"),
    },
    "schema": {
        **dict.fromkeys(sorted(SINGLES), _SCHEMA),
        **dict.fromkeys(sorted(LISTS), ("list", "schema")),
        **dict.fromkeys([*sorted(MAPS), "$defs", "definitions"], ("map", "schema")),
    },
}

REFERABLE: frozenset[Kind] = frozenset(
    {
        "path item",
        "parameter",
        "request body",
        "response",
        "header",
        "callback",
        "link",
        "example",
        "security scheme",
        "schema",
    }
)
"""The kinds of objects in whose place a reference may stand."""
