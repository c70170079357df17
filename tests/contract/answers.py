"""Answers that a contract allows, made by schemathesis, and the places in them where a contract can drift."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import schemathesis
from attrs import field, frozen
from hypothesis import HealthCheck, Phase, settings
from hypothesis.strategies import SearchStrategy
from qcontract.contract import packaged, registry
from schemathesis import GenerationMode

PACKAGES = {str(entry.ref): entry.package for entry in registry() if entry.package}

bounded = settings(
    max_examples=12,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
"""The same cases on every run and machine."""


@frozen
class Success:
    """A documented success of an operation, with the generated function that reads it."""

    contract: str
    operation: str
    status: int
    schema: Any = field(repr=False)
    strategy: SearchStrategy[Any] = field(repr=False)

    def __str__(self) -> str:
        return f"{self.contract} {self.operation} {self.status}"

    def parse(self, reply: Any) -> Any:
        return _modules(PACKAGES[self.contract])[_folded(self.operation)]._parse_response(response=reply)


@cache
def successes(contract: str) -> tuple[Success, ...]:
    """Every documented success with a JSON body."""
    found = {
        f"{operation.operation_id}.{status}": (operation.operation_id, int(status), media["application/json"]["schema"])
        for operation in packaged(contract).operations
        for status, answer in operation.responses.items()
        if status.startswith("2") and "application/json" in (media := answer.get("content", {}))
    }
    strategies = dict(_strategies(contract, {name: schema for name, (_, _, schema) in found.items()}))
    return tuple(
        Success(contract, operation, status, schema, strategies[name])
        for name, (operation, status, schema) in found.items()
    )


def _strategies(contract: str, schemas: dict[str, Any]) -> Iterator[tuple[str, SearchStrategy[Any]]]:
    """Let schemathesis make values of schemas, as bodies of requests: its public door to a schema's values."""
    document = packaged(contract).document
    asked = {
        "openapi": document["openapi"],
        "info": {"title": "answers", "version": "1"},
        "paths": {f"/{name}": {"post": _taking(name, schema)} for name, schema in schemas.items()},
        "components": {"schemas": document["components"]["schemas"]},
    }
    for found in schemathesis.openapi.from_dict(_sent(asked)).get_all_operations():
        operation = found.ok()
        cases = operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
        yield operation.path[1:], cases.map(lambda case: case.body)


def _taking(name: str, schema: Any) -> dict[str, Any]:
    body = {"required": True, "content": {"application/json": {"schema": schema}}}
    return {"operationId": name, "requestBody": body, "responses": {"200": {"description": "taken"}}}


def _sent(node: Any) -> Any:
    """Copy a description without `readOnly`: what is here asked for as a request is what a service sends."""
    if isinstance(node, dict):
        return {name: _sent(value) for name, value in node.items() if not (name == "readOnly" and value is True)}
    return [_sent(item) for item in node] if isinstance(node, list) else node


@cache
def _modules(package: str) -> dict[str, Any]:
    api = importlib.import_module(f"qcontract_api.{package}.api")
    names = [name for _, name, inner in pkgutil.walk_packages(api.__path__, api.__name__ + ".") if not inner]
    return {_folded(name.rsplit(".", 1)[1]): importlib.import_module(name) for name in names}


def _folded(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
