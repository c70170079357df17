"""A contract is data: nothing in it may run, whether the generated package is imported or the contract is refused."""

from __future__ import annotations

import copy
import subprocess
import sys

import pytest

CANARY = "open('canary','w')"
PAYLOADS = {
    "quotes": f'"""\n{CANARY}\n"""',
    "quote": f'"+str({CANARY})+"',
    "apostrophe": f"'+str({CANARY})+'",
    "backslashes": f'\\"""\n{CANARY}\n#\\',
    "odd backslashes": "\\" * 7 + f'"""\n{CANARY}\n"""',
    "newline": f"text\n{CANARY}\n",
    "other newlines": f"text\u2028{CANARY}\u0085{CANARY}\r{CANARY}\f",
    "f-string": f"{{{CANARY}}}",
    "format": "{0.__class__}%s%(x)s",
    "jinja": "{{ cycler.__init__.__globals__.os.system('touch canary') }}{% include 'x' %}{# #}",
    "surrogate pair": f'\U0001f600"""\n{CANARY}',
    "long": "x" * 300 + f'"""\n{CANARY}\n"""' + "\\" * 301,
    "brackets": f")]}}\n{CANARY}\n",
    "comment": f"# type: ignore\n{CANARY}\n# noqa",
}


def _schema(text):
    """A schema with `text` in every position that is prose or data and no name."""
    return {
        "type": "object",
        "title": text,
        "description": text,
        "example": text,
        "x-note": text,
        "externalDocs": {"url": text, "description": text},
        "discriminator": {"propertyName": text, "mapping": {text: text}},
        "required": ["kind", "name"],
        "additionalProperties": False,
        "properties": {
            "kind": {"type": "string", "enum": ["thing", text], "title": text, "description": text},
            "name": {"type": "string", "default": text, "example": text, "pattern": text, "description": text},
            "fixed": {"const": text, "description": text},
            "format": {"type": "string", "format": text, "x-note": {text: text}},
            "list": {"type": "array", "items": {"type": "string", "title": text, "examples": [text]}},
            "map": {"type": "object", "additionalProperties": {"type": "string", "description": text}},
            "inline": {"anyOf": [{"type": "object", "title": text, "properties": {"a": {"default": text}}}]},
        },
    }


def _operation(number, text):
    schema = {"$ref": f"#/components/schemas/Thing{number}"}
    parameter = {
        "name": "limit",
        "in": "query",
        "description": text,
        "example": text,
        "schema": {"type": "string", "default": text, "description": text},
    }
    return {
        "operationId": f"getThing{number}",
        "tags": ["things"],
        "summary": text,
        "description": text,
        "x-note": text,
        "parameters": [parameter],
        "responses": {
            "200": {"description": text, "content": {"application/json": {"schema": schema}}},
            "default": {"description": text},
        },
    }


def _contract(*texts):
    """A contract with one operation and one schema per text."""
    every = "".join(texts)
    return {
        "openapi": "3.1.0",
        "info": {"title": every, "version": every, "description": every, "license": {"name": every, "url": every}},
        "servers": [{"url": f"https://example.invalid/{every}", "description": every}],
        "tags": [{"name": "things", "description": every}],
        "paths": {
            f"/things/{number}": {"get": _operation(number, text), "summary": text, "description": text}
            for number, text in enumerate(texts)
        },
        "components": {"schemas": {f"Thing{number}": _schema(text) for number, text in enumerate(texts)}},
    }


_IMPORT_EVERYTHING = """
import importlib, pkgutil, toy
names = [found.name for found in pkgutil.walk_packages(toy.__path__, "toy.")]
for name in names:
    importlib.import_module(name)
print(len([name for name in names if name.startswith("toy.api.things.get_thing")]))
"""


def test_prose_and_values_never_run(generate, tmp_path):
    done = generate(_contract(*PAYLOADS.values()))
    assert done.returncode == 0, done.stderr
    command = [sys.executable, "-c", _IMPORT_EVERYTHING]
    imported = subprocess.run(command, cwd=tmp_path / "out", capture_output=True, text=True, check=False)
    assert imported.stdout == f"{len(PAYLOADS)}\n", imported.stderr
    assert not list(tmp_path.rglob("canary"))
    written = "".join(path.read_text("utf-8") for path in (tmp_path / "out").rglob("*.py"))
    assert written.count("cycler.__init__") > 5, "a template expression in a contract stays text"


def _plant(document, where, payload):
    """Put a payload in one of the places that hold a name."""
    path_item = document["paths"]["/things/0"]
    operation = path_item["get"]
    schemas = document["components"]["schemas"]
    content = operation["responses"]["200"]["content"]
    rule = {"property": "kind", "map": {"thing": "Thing0", "other": "Other"}}
    schemas["Other"] = {"type": "object", "properties": {"kind": {"type": "string"}}}
    schemas["Either"] = {
        "anyOf": [{"$ref": "#/components/schemas/Thing0"}, {"$ref": "#/components/schemas/Other"}],
        "x-qcontract-dispatch": rule,
    }
    plants = {
        "operationId": lambda: operation.update(operationId=payload),
        "tag": lambda: operation.update(tags=[payload]),
        "path": lambda: document["paths"].update({f"/{payload}": document["paths"].pop("/things/0")}),
        "parameter": lambda: operation["parameters"][0].update(name=payload),
        "path parameters": lambda: path_item.update(
            parameters=[{"name": payload, "in": "query", "schema": {"type": "string"}}]
        ),
        "schema": lambda: schemas.update({payload: {"type": "object"}}),
        "property": lambda: schemas["Thing0"]["properties"].update({payload: {"type": "string"}}),
        "inline property": lambda: content["application/json"].update(
            schema={"type": "object", "properties": {payload: {"type": "string"}}}
        ),
        "required": lambda: schemas["Thing0"]["required"].append(payload),
        "status": lambda: operation["responses"].update({payload: {"description": ""}}),
        "media type": lambda: content.update({payload: content["application/json"]}),
        "reference": lambda: content["application/json"].update(schema={"$ref": f"#/components/schemas/{payload}"}),
        "remote reference": lambda: content["application/json"].update(schema={"$ref": "https://example.invalid/x"}),
        "response component": lambda: document["components"].update(responses={payload: {"description": ""}}),
        "dispatch property": lambda: rule.update(property=payload),
        "dispatch tag": lambda: rule["map"].update({payload: "Thing0"}),
        "dispatch schema": lambda: rule["map"].update(thing=payload),
        "dispatch absent": lambda: rule.update(absent=payload),
    }
    if where is not None:
        plants[where]()
    return plants.keys()


PLACES = sorted(_plant(_contract("prose"), None, ""))


@pytest.mark.parametrize("where", PLACES)
def test_a_name_with_code_in_it_is_refused(generator_parts, where):
    check = generator_parts("hostile").refuse_hostile
    refused = generator_parts("refusal").Refused
    for payload in PAYLOADS.values():
        document = _contract("prose")
        _plant(document, where, payload)
        with pytest.raises(refused, match=r"which is no safe name; correct the contract$") as caught:
            check(copy.deepcopy(document))
        assert "\n" not in str(caught.value)


def test_the_same_contract_without_a_payload_is_accepted(generator_parts):
    document = _contract("prose")
    _plant(document, None, "")
    generator_parts("hostile").refuse_hostile(document)


@pytest.mark.parametrize("name", ["1q", "2Q_gates", "key-id", "type", "ResultFormat.V2", "@id", "$schema", "a b"])
def test_odd_but_honest_property_names_are_accepted(generator_parts, name):
    document = _contract("prose")
    _plant(document, "property", name)
    generator_parts("hostile").refuse_hostile(document)


@pytest.mark.parametrize(
    "document", [None, [], "text", {}, {"paths": []}, {"paths": {"/a": None}}, {"paths": {"/a": {"get": []}}}]
)
def test_what_is_no_contract_is_refused_in_a_sentence(generator_parts, document):
    with pytest.raises(generator_parts("refusal").Refused, match="the contract"):
        generator_parts("hostile").refuse_hostile(document)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda doc: doc["paths"].update({"/b": {"get": doc["paths"]["/things/0"]["get"]}}), "same operationId"),
        (lambda doc: doc["components"]["schemas"].update(UnknownVariant={}), "rename it"),
        (lambda doc: doc["components"]["schemas"]["Thing0"]["properties"].update(to_dict={}), "has already"),
        (lambda doc: doc["components"]["schemas"]["Thing0"]["properties"].update(unknownFields={}), "has already"),
        (lambda doc: doc["paths"]["/things/0"]["get"].pop("operationId"), "operationId None"),
    ],
    ids=["operationId", "UnknownVariant", "to_dict", "unknownFields", "no operationId"],
)
def test_names_that_would_overwrite_something_are_refused(generator_parts, change, message):
    document = _contract("prose")
    change(document)
    with pytest.raises(generator_parts("refusal").Refused, match=message):
        generator_parts("hostile").refuse_hostile(document)
