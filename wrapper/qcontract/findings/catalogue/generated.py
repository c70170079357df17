"""Rules about generated code: what fails in it although every message stays the same."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import Example, by_view, define

__all__ = ["RULES"]

_rule = partial(define, "generated", aspect="generated", levels=by_view("info", "breaking", "breaking"))


def _answer(old: Any, new: Any) -> Example:
    return Example("schema", old, new, direction="response")


def _thing(parameter: str) -> dict[str, Any]:
    described = {"name": parameter, "in": "path", "required": True, "schema": {"type": "string"}}
    operation = {"parameters": [described], "responses": {"200": {"description": "fine"}}}
    return {"paths": {f"/things/{{{parameter}}}": {"get": operation}}}


def _kinds(kind: dict[str, Any], **schemas: Any) -> dict[str, Any]:
    thing = {"type": "object", "properties": {"kind": kind}}
    answer = {"description": "fine", "content": {"application/json": {"schema": thing}}}
    paths = {"/things": {"get": {"operationId": "listThings", "responses": {"200": answer}}}}
    return {"paths": paths, "components": {"schemas": schemas}}


def _members(*names: str) -> dict[str, Any]:
    return {"type": "object", "properties": {name: {"type": "string"} for name in names}}


_LIMIT = {"name": "limit", "in": "query", "schema": {"type": "string"}}
_KINDS = {"type": "string", "enum": ["a", "b"]}

RULES = (
    _rule(
        name="generated-function-renamed",
        title="A generated function has another name",
        says="{old} is called {new}",
        why=(
            "The operation is the same, and its functions are generated under another name.",
            "Programs that import the generated functions.",
            "Generate the client anew and change the import; requests stay as they are.",
        ),
        example=Example("document", _thing("id"), _thing("key")),
    ),
    _rule(
        name="generated-argument-changed",
        title="A generated function takes other arguments",
        says="{old} is called {new}",
        why=(
            "An argument of a generated function has another name, is gone, or must be given now.",
            "Programs that call the function with its old arguments.",
            "Change the calls that name the argument; a type checker over your code finds them all.",
        ),
        example=Example("parameters", [_LIMIT], [_LIMIT, {**_LIMIT, "in": "header"}]),
    ),
    _rule(
        name="generated-class-renamed",
        title="A generated class has another name",
        says="{old} is called {new}",
        why=(
            "The same schema stands elsewhere or has another name, and so has its class.",
            "Programs that import the generated class.",
            "Generate the client anew and change the import; messages stay as they are.",
        ),
        example=Example("document", _kinds(_KINDS), _kinds({"$ref": "#/components/schemas/Kind"}, Kind=_KINDS)),
    ),
    _rule(
        name="generated-class-removed",
        title="A generated class is gone",
        says="{old} is gone",
        why=(
            "The same values are written in another way that needs no class, or a class of another kind.",
            "Programs that import the generated class.",
            "Remove the import, and use the plain value or the class that takes its place.",
        ),
        example=_answer(
            {"type": "object", "properties": {"kind": {"type": "string", "enum": ["a"]}}},
            {"type": "object", "properties": {"kind": {"const": "a"}}},
        ),
    ),
    _rule(
        name="generated-attribute-changed",
        title="A generated class has other attributes",
        says="{old} is called {new}",
        why=(
            "An attribute of a generated class has another name, is gone, must be given, or can be unset now.",
            "Programs that read or write the attribute.",
            "Change the code that reads or writes the attribute; a type checker over your code finds it.",
        ),
        example=_answer(_members("jobId"), _members("jobId", "job_id")),
    ),
    _rule(
        name="generated-member-changed",
        title="A generated enumeration has other members",
        says="{old} is called {new}",
        why=(
            "The member for a value has another name, or stands for another value: names of values that are no words "
            "count their place in the list.",
            "Programs that name the member.",
            "Name the new member, or compare with the value itself, which does not depend on its place in the list.",
        ),
        example=_answer(
            {"type": "object", "properties": {"gate": {"type": "string", "enum": ["1q", "2q"]}}},
            {"type": "object", "properties": {"gate": {"type": "string", "enum": ["2q", "1q"]}}},
        ),
    ),
    _rule(
        name="generated-type-changed",
        title="Generated code has another annotation",
        says="{new}, was {old}",
        why=(
            "An argument, an attribute or what a function returns has another type in Python.",
            "Programs that rely on the type, and their type checker.",
            "Convert the value where your code gives or takes it; a type checker over your code finds these places.",
        ),
        example=Example("schema", {"type": "number", "multipleOf": 1}, {"type": "integer"}),
    ),
)
