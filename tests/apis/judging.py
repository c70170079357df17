"""Judge a request as the effective contract does: path, query and body."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import urlsplit

import jsonschema_rs
from apis.cases import Case
from qcontract.contract import Operation, compile_schema, packaged
from support.scripted import Asked


@cache
def _contract(name: str) -> Any:
    return packaged(name)


@cache
def _body_validator(contract: str, method: str, path: str) -> Any:
    operation = _contract(contract).operation(method, path)
    schema = operation.request_body["content"]["application/json"]["schema"]
    return jsonschema_rs.validator_for(compile_schema(_contract(contract).document, schema, direction="request"))


def operation_of(case: Case, asked: Asked) -> Operation:
    """The operation that the contract finds for a request."""
    path = urlsplit(asked.url).path.removeprefix(case.prefix)
    found = _contract(case.contract).operation(asked.method, path)
    assert found is not None, f"{case.contract} has no operation for {asked.method} {path}"
    return found


def judge(case: Case, asked: Asked) -> Operation:
    """Assert that the contract allows the request, and return its operation."""
    operation = operation_of(case, asked)
    _judge_query(case, operation, asked)
    if operation.request_body is None:
        assert asked.body == b""
        return operation
    assert asked.headers["content-type"] == "application/json"
    validator = _body_validator(case.contract, operation.method, operation.path)
    assert [f"{error.instance_path}: {error.message}" for error in validator.iter_errors(asked.json)] == []
    return operation


def _judge_query(case: Case, operation: Operation, asked: Asked) -> None:
    declared = {parameter["name"]: parameter for parameter in operation.parameters if parameter["in"] == "query"}
    sent: dict[str, list[str]] = {}
    for name, text in asked.query:
        assert name in declared, f"{operation.operation_id} takes no query {name!r}"
        sent.setdefault(name, []).append(text)
    for name, parameter in declared.items():
        assert name in sent or not parameter.get("required"), name
    document = _contract(case.contract).document
    for name, texts in sent.items():
        schema = compile_schema(document, declared[name]["schema"])
        value = _value(schema, texts)
        assert jsonschema_rs.validator_for(schema).is_valid(value), (name, value)


def _value(schema: dict[str, Any], texts: list[str]) -> Any:
    if "$ref" in schema:
        schema = schema["$defs"][schema["$ref"].rpartition("/")[2]]
    kinds = {kind for part in (schema, *schema.get("anyOf", ())) for kind in _kinds(part)}
    if "array" in kinds:
        return texts
    [text] = texts
    if "integer" in kinds:
        return int(text)
    return {"true": True, "false": False}[text] if "boolean" in kinds else text


def _kinds(schema: dict[str, Any]) -> list[str]:
    kind = schema.get("type", [])
    return kind if isinstance(kind, list) else [kind]
