from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcontract.contract import Contract, ContractRef
from qcontract.contract.operations import PathTemplate
from qcontract.errors import ContractError

OK = {"200": {"description": "done"}}


def contract(paths: dict[str, Any], **more: Any) -> Contract:
    return Contract(ContractRef("toy", "1"), {"openapi": "3.0.3", "paths": paths, **more})


JOBS = contract(
    {
        "/jobs/{id}": {"get": {"operationId": "one", "responses": OK}, "delete": {"responses": OK}},
        "/jobs/estimate": {"get": {"operationId": "estimate", "responses": OK}},
        "/jobs/{id}/status/cancel": {"put": {"operationId": "cancel", "responses": OK}},
        "/jobs/status/{verb}": {"put": {"operationId": "verb", "responses": OK}},
        "/{what}/status/cancel": {"put": {"operationId": "anything", "responses": OK}},
        "/files/{name}.{kind}": {"get": {"operationId": "file", "responses": OK}},
        "/files/{name}": {"get": {"operationId": "any-file", "responses": OK}},
        "x-note": "not a path",
    }
)


@pytest.mark.parametrize(
    ("method", "path", "operation_id", "values"),
    [
        ("GET", "/jobs/1", "one", {"id": "1"}),
        ("get", "/jobs/estimate", "estimate", {}),
        ("DELETE", "/jobs/estimate", "DELETE /jobs/{id}", {"id": "estimate"}),
        ("GET", "/jobs/qbraid:job:a%2Fb", "one", {"id": "qbraid:job:a/b"}),
        ("GET", "/jobs/qbraid%3Ajob%3A1", "one", {"id": "qbraid:job:1"}),
        ("PUT", "/jobs/status/cancel", "verb", {"verb": "cancel"}),
        ("PUT", "/sessions/status/cancel", "anything", {"what": "sessions"}),
        ("PUT", "/jobs/status/status/cancel", "cancel", {"id": "status"}),
        ("GET", "/files/a.b.txt", "file", {"name": "a.b", "kind": "txt"}),
        ("GET", "/files/readme", "any-file", {"name": "readme"}),
        ("GET", "/jobs/{id}", "one", {"id": "{id}"}),
    ],
)
def test_the_most_specific_operation_wins(method: str, path: str, operation_id: str, values: dict[str, str]) -> None:
    found = JOBS.match(method, path)
    assert found is not None
    assert (found[0].operation_id, found[1]) == (operation_id, values)
    assert JOBS.operation(method, path) is found[0]


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/jobs"), ("GET", "/jobs/"), ("GET", "/jobs/1/"), ("POST", "/jobs/1"), ("GET", "x-note")],
)
def test_what_belongs_to_no_operation(method: str, path: str) -> None:
    assert JOBS.match(method, path) is None
    assert JOBS.operation(method, path) is None


@given(st.text(min_size=1, max_size=20).filter(lambda value: value.isprintable()))
def test_any_value_comes_back_out_of_its_path(value: str) -> None:
    assert PathTemplate("/jobs/{id}/results").match(f"/jobs/{quote(value, safe=':')}/results") == {"id": value}


def test_references_are_resolved_at_their_own_level() -> None:
    shared = {
        "/jobs": {
            "parameters": [{"$ref": "#/components/parameters/page"}, {"name": "limit", "in": "query", "x": "path"}],
            "post": {
                "parameters": [{"name": "limit", "in": "query", "x": "own"}, {"name": "limit", "in": "header"}],
                "requestBody": {"$ref": "#/components/requestBodies/alias"},
                "responses": {"200": {"$ref": "#/components/responses/ok"}, "x-note": 1},
            },
        },
        "/alias": {"$ref": "#/paths/~1jobs"},
    }
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Job"}}}}
    components = {
        "parameters": {"page": {"name": "page", "in": "query"}},
        "requestBodies": {"alias": {"$ref": "#/components/requestBodies/job"}, "job": body},
        "responses": {"ok": {"description": "done"}},
        "schemas": {"Job": {"type": "object"}},
    }
    post, alias = contract(shared, components=components, security=[{"key": []}]).operations
    assert [(p["name"], p["in"], p.get("x")) for p in post.parameters] == [
        ("page", "query", None),
        ("limit", "query", "own"),
        ("limit", "header", None),
    ]
    assert post.request_body == body
    assert post.responses == {"200": {"description": "done"}}
    assert post.security == ({"key": []},)
    assert post.pointer == "/paths/~1jobs/post"
    assert (alias.method, alias.path, alias.request_body) == ("POST", "/alias", body)


@pytest.mark.parametrize(
    ("paths", "why"),
    [
        ([], "/paths is not an object"),
        ({"/a": []}, "/paths/~1a is not an object"),
        ({"/a": {"get": 1}}, "/paths/~1a/get is not an object"),
        ({"/a": {"get": {"parameters": {}}}}, "parameters is not an array"),
        ({"/a": {"get": {"responses": {"200": {"$ref": "#/nowhere"}}}}}, "/nowhere does not exist"),
        ({"/a": {"$ref": "#/paths/~1b"}, "/b": {"$ref": "#/paths/~1a"}}, "form a circle"),
    ],
)
def test_a_broken_document_is_a_contract_error(paths: Any, why: str) -> None:
    with pytest.raises(ContractError, match=why):
        _ = contract(paths).operations
