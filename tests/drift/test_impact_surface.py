"""The model of a generated client is that client: name by name, for every package and for planted contracts."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest
from qcontract.contract import registry
from qcontract.drift.impact.names import class_name, identifier
from support.generated_surface import modelled, real

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = sorted(entry.package for entry in registry() if entry.package)

THING = {
    "type": "object",
    "required": ["id", "class", "1q"],
    "properties": {
        "id": {"type": "string", "format": "uuid"},
        "class": {"$ref": "#/components/schemas/Kind"},
        "1q": {"type": "integer", "default": 3},
        "jobId": {"type": "string"},
        "job_id": {"type": "string", "format": "date-time"},
        "parent": {"$ref": "#/components/schemas/Thing"},
        "size": {"type": "object", "properties": {"unit": {"type": "string", "enum": ["MB", "1k"]}}},
        "tags": {"type": "array", "items": {"type": "object", "properties": {"of": {"type": "number"}}}},
        "either": {"oneOf": [{"$ref": "#/components/schemas/Thing"}, {"$ref": "#/components/schemas/Other"}]},
        "maybe": {"nullable": True, "allOf": [{"$ref": "#/components/schemas/Other"}]},
        "nothing": {"nullable": True, "type": "integer"},
        "many": {"additionalProperties": {"type": "string"}, "type": "object"},
        "word": {"type": "string", "enum": ["a", None], "nullable": True},
        "fixed": {"type": "string", "enum": ["only"]},
    },
    "additionalProperties": False,
}
DOCUMENT = {
    "openapi": "3.0.3",
    "info": {"title": "Toy", "version": "1"},
    "paths": {
        "/things/{thing-id}/{kind}": {
            "parameters": [{"name": "thing-id", "in": "path", "required": True, "schema": {"type": "string"}}],
            "put": {
                "operationId": "putThing",
                "tags": ["Big Things", "further"],
                "security": [{"key": []}],
                "parameters": [
                    {"name": "limit", "in": "query", "schema": {"type": "integer", "default": 10}},
                    {"name": "limit", "in": "header", "schema": {"type": "string"}},
                    {"name": "url", "in": "query", "required": True, "schema": {"type": "boolean"}},
                    {"$ref": "#/components/parameters/Kind"},
                ],
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}},
                        "application/merge-patch+json": {"schema": {"$ref": "#/components/schemas/Thing"}},
                    },
                },
                "responses": {
                    "200": {
                        "description": "",
                        "content": {
                            "application/json": {
                                "schema": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}
                            }
                        },
                    },
                    "204": {"description": ""},
                    "2XX": {"description": "", "content": {"text/plain": {"schema": {"type": "string"}}}},
                    "default": {
                        "description": "",
                        "content": {
                            "application/json": {
                                "schema": {"type": "object", "properties": {"error": {"type": "string"}}}
                            }
                        },
                    },
                },
            },
            "get": {
                "operationId": "getThing",
                "tags": ["jobs"],
                "parameters": [{"$ref": "#/components/parameters/Kind"}],
                "responses": {
                    "default": {
                        "description": "",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Copy"}}},
                    }
                },
            },
        },
    },
    "components": {
        "parameters": {
            "Kind": {"name": "kind", "in": "path", "required": True, "schema": {"$ref": "#/components/schemas/Kind"}}
        },
        "schemas": {
            "Thing": THING,
            "Other": {
                "allOf": [
                    {"$ref": "#/components/schemas/Base"},
                    {"type": "object", "required": ["note"], "properties": {"more": {"type": "boolean"}}},
                ]
            },
            "Base": {"type": "object", "properties": {"note": {"type": "string"}}},
            "Copy": {"$ref": "#/components/schemas/Base"},
            "Kind": {"type": "string", "enum": ["small", "very-large"]},
            "Texts": {"type": "array", "items": {"type": "string"}},
        },
    },
}


def planted(name):
    """Variants of the document, each with one thing that generated names depend on."""
    document = copy.deepcopy(DOCUMENT)
    put = document["paths"]["/things/{thing-id}/{kind}"]["put"]
    schemas = document["components"]["schemas"]
    if name == "optional body":
        put["requestBody"] = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}
    elif name == "other names":
        put["operationId"], put["tags"] = "replace-thing v2", ["123"]
        schemas["HTTPThing"] = schemas["Kind"]
        schemas["Thing"]["properties"]["class"] = {"$ref": "#/components/schemas/HTTPThing"}
    elif name == "3.1":
        document["openapi"] = "3.1.0"
        schemas["Thing"]["properties"] = {
            "id": {"type": ["string", "null"]},
            "class": {"const": "thing"},
            "1q": {"anyOf": [{"type": "integer"}, {"type": "null"}, {"type": "object", "properties": {}}]},
            "at": {"anyOf": [{"$ref": "#/components/schemas/Kind"}, {"type": "null"}]},
        }
    return document


@pytest.mark.parametrize("package", PACKAGES)
def test_a_vendored_package_is_what_the_model_says(package):
    text = resources.files(f"qcontract_api.{package}").joinpath("openapi.json").read_text("utf-8")
    found = modelled(json.loads(text))
    expected = real(ROOT / "generated" / "qcontract_api" / package)
    assert found.keys() == expected.keys()
    for name, parts in expected.items():
        assert found[name] == parts, name


@pytest.mark.parametrize("package", PACKAGES)
def test_a_change_of_the_document_is_seen_by_that_comparison(package):
    text = resources.files(f"qcontract_api.{package}").joinpath("openapi.json").read_text("utf-8")
    document = json.loads(text)
    name, schema = next(
        (name, schema) for name, schema in document["components"]["schemas"].items() if schema.get("required")
    )
    del schema["required"]
    assert modelled(document) != real(ROOT / "generated" / "qcontract_api" / package), name


@pytest.mark.heavy
@pytest.mark.parametrize("name", ["as it is", "optional body", "other names", "3.1"])
def test_the_generator_makes_what_the_model_says(name, tmp_path):
    folder = Path(os.environ.get("QCONTRACT_GENERATOR", ROOT / ".venv-generator" / "bin"))
    if not (folder / "openapi-python-client").is_file():
        pytest.skip("the generator's environment is missing: run `make generate` or set QCONTRACT_GENERATOR")
    document = planted(name)
    source = tmp_path / "contract.json"
    source.write_text(json.dumps(document), "utf-8")
    script = ROOT / "specs" / "generator" / "generate.py"
    options = ["--generator", folder, "--document", source, "--package", "toy", "--output", tmp_path]
    done = subprocess.run([sys.executable, script, *options], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found, expected = modelled(document), real(tmp_path / "toy")
    assert found.keys() == expected.keys()
    for home, parts in expected.items():
        assert found[home] == parts, home


def test_names_are_those_of_the_generators_own_tables(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "specs" / "generator"))
    import naming

    for name in ("JSONMultiCircuitJob", "getJobResults", "get_job_jobs__job_qrn__get", "job-status", "1qGates", "ID"):
        assert class_name(name) == naming.class_name(name) or not naming.class_name(name).isidentifier()
        assert identifier(name) == naming.snake_case(name) or not naming.snake_case(name).isidentifier()
    sys.modules.pop("naming", None)


@pytest.mark.parametrize(
    "schema",
    [
        True,
        {"type": "array"},
        {"enum": [1, "a"]},
        {"enum": [1.5]},
        {"$ref": "#/components/schemas/A"},
        {"type": 3},
        7,
        {"anyOf": [{"$ref": "#/components/schemas/A"}, {"type": "null"}]},
        {"allOf": [{"$ref": "#/nowhere"}]},
        {"type": "object", "properties": 3, "required": "x"},
        {"properties": {"": {}, "é ü": {}, "class": {}}},
    ],
)
def test_what_the_generator_would_refuse_is_modelled_without_complaint(schema):
    document = {
        "openapi": "3.1.0",
        "paths": {
            "/a": {
                "get": {"parameters": 3, "responses": {"200": {"content": {"application/json": {"schema": schema}}}}}
            }
        },
        "components": {"schemas": {"A": schema, "B": {"items": schema}}},
    }
    assert "api.default.get_a" in modelled(document)


def test_deep_and_branching_schemas_end_quickly():
    names = [f"S{number}" for number in range(1500)]
    reference = [{"$ref": f"#/components/schemas/{name}"} for name in [*names[1:], names[0]]]
    chains = [
        dict(zip(names, ({"type": "array", "items": each} for each in reference), strict=True)),
        dict(zip(names, ({"type": "object", "properties": {"next": each}} for each in reference), strict=True)),
        dict(zip(names, ({"allOf": [each, {"properties": {"a": {}}}]} for each in reference), strict=True)),
        dict(zip(names, ({"anyOf": [each, each, {"type": "null"}]} for each in reference), strict=True)),
    ]
    for schemas in chains:
        found = modelled({"openapi": "3.1.0", "paths": {}, "components": {"schemas": schemas}})
        assert len(found) in {0, len(names)}
