"""Pieces of contracts that the examples of several rules are made of."""

from __future__ import annotations

from typing import Any

__all__ = ["CAT", "DOG", "JOBS", "answers", "object_with", "query", "webhook"]

JOBS: dict[str, Any] = {"/jobs": {"get": {"responses": {"200": {"description": "fine"}}}}}
"""Paths with one operation."""
CAT: dict[str, Any] = {"type": "object", "required": ["purr"], "properties": {"purr": {"type": "integer"}}}
DOG: dict[str, Any] = {"type": "object", "required": ["bark"], "properties": {"bark": {"type": "integer"}}}


def answers(**said: Any) -> dict[str, Any]:
    """Of an operation: one answer that says something."""
    return {"responses": {"200": {"description": "fine", **said}}}


def query(name: str = "limit", /, **said: Any) -> dict[str, Any]:
    """A parameter of the query."""
    return {"name": name, "in": "query", "schema": {"type": "integer"}, **said}


def object_with(*required: str, **properties: Any) -> dict[str, Any]:
    """A schema of objects with some members."""
    return {"type": "object", "properties": properties, **({"required": list(required)} if required else {})}


def webhook(**said: Any) -> dict[str, Any]:
    """A document in which the service makes one call."""
    return {"webhooks": {"done": {"post": {"responses": {"200": {"description": "fine"}}, **said}}}}
