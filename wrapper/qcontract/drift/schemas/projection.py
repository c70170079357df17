"""The schema that was decided on, as plain JSON Schema 2020-12 that any validator can check a witness against."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import define, field

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, is_array, is_number, is_object, is_true
from qcontract.contract.keywords import LISTS, MAPS, SINGLES, bounds, keeps, permit_null
from qcontract.drift.schemas.documents import Document
from qcontract.drift.schemas.numbers import exact
from qcontract.drift.schemas.views import Context

__all__ = ["project"]

Tags = Callable[[JsonObject, Any, Context], tuple[str, list[str]]]
JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema"
_COMPOSING = frozenset(["$ref", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"])
_TYPES = {"NoneType": "null", "bool": "boolean", "str": "string", "list": "array", "dict": "object"}


def project(document: Document, schema: Any, context: Context, tags: Tags) -> JsonObject:
    """Write a schema object as it is read in ``context``, with everything that it refers to.

    ``tags`` are the property and the values that a discriminator asks of one alternative.
    """
    projection = _Projection(document, tags)
    root = projection.schema(schema, context)
    projection.finish()
    plain = root if is_object(root) else {"allOf": [root]}
    definitions = dict(sorted(projection.definitions.items()))
    return {"$schema": JSON_SCHEMA, **plain, **({"$defs": definitions} if definitions else {})}


@define(eq=False)
class _Projection:
    document: Document
    tags: Tags
    definitions: JsonObject = field(factory=dict[str, Any])
    names: dict[tuple[str, Context], str] = field(factory=dict[tuple[str, Context], str])
    waiting: list[tuple[str, Any, Context]] = field(factory=list[tuple[str, Any, Context]])

    def finish(self) -> None:
        while self.waiting:
            name, schema, context = self.waiting.pop()
            self.definitions[name] = self.schema(schema, context)

    def schema(self, schema: Any, context: Context) -> Any:
        if not is_object(schema):
            return schema if isinstance(schema, bool) else True
        dialect = self.document.dialect
        if "$ref" in schema and dialect.ref_hides_siblings:
            written = self.reference(schema["$ref"], context)
        else:
            written = self.keywords(schema, context)
        return permit_null(written) if dialect.has_nullable and is_true(schema.get("nullable")) else written

    def keywords(self, schema: JsonObject, context: Context) -> JsonObject:
        said = {word: value for word, value in schema.items() if keeps(word, value, self.document.dialect)}
        inner = context
        if said.keys() & _COMPOSING:
            inner = context.marking(context.marked | self.document.marked_names(said, context.unsent))
        result: JsonObject = {}
        for word, value in said.items():
            if word == "$ref":
                result.update(self.reference(value, inner))
            elif word in {"enum", "const"} and context.tolerant:
                result.setdefault("allOf", []).append(_types_of(value if word == "enum" else [value]))
            elif word == "format" and value in {"int32", "int64"}:
                continue
            else:
                self.keyword(word, value, inner, result)
        result.update(bounds(schema))
        self.discriminator(schema, result, inner)
        return self.unsent(schema, result, inner)

    def keyword(self, word: str, value: Any, context: Context, result: JsonObject) -> None:
        inner = context.negated() if word in {"not", "if", "contains"} else context
        inner = inner if word in _COMPOSING else inner.alone()
        if word == "oneOf" and context.tolerant and is_array(value):
            schemas = [self.schema(item, inner) for item in value]
            result.setdefault("allOf", []).append({"anyOf": schemas})
        elif word in {"additionalProperties", "unevaluatedProperties"} and value is False and context.tolerant:
            result[word] = True
        elif word in LISTS and is_array(value):
            own: list[Any] = result.get("allOf", []) if word == "allOf" else []
            result[word] = [*own, *(self.schema(item, inner) for item in value)]
        elif word in MAPS and is_object(value):
            result[word] = {name: self.schema(item, inner) for name, item in value.items()}
        else:
            result[word] = self.schema(value, inner) if word in SINGLES else value

    def unsent(self, schema: JsonObject, result: JsonObject, context: Context) -> JsonObject:
        """Leave out what does not travel in this direction: a sender does not send it, a receiver does not look."""
        properties = schema.get("properties")
        named = properties if is_object(properties) else {}
        marked = context.marked | {
            name for name, value in named.items() if self.document.is_marked(value, context.unsent)
        }
        if is_object(result.get("properties")):
            absent = context.role != "sender"
            result["properties"] = {
                name: absent if name in marked else value for name, value in result["properties"].items()
            }
        if is_array(result.get("required")):
            result["required"] = [name for name in result["required"] if name not in marked]
        return result

    def discriminator(self, schema: JsonObject, result: JsonObject, context: Context) -> None:
        """Spell a discriminator out as tags of the members that they lead to."""
        if context.tolerant or "discriminator" not in schema:
            return
        for word in ("anyOf", "oneOf"):
            members = schema.get(word)
            if is_array(members) and is_array(result.get(word)):
                pairs = zip(members, result[word], strict=True)
                result[word] = [self.tagged(written, *self.tags(schema, member, context)) for member, written in pairs]

    def tagged(self, written: Any, name: str, tags: list[str]) -> Any:
        return {"allOf": [written, {"properties": {name: {"enum": tags}}}]} if tags else written

    def reference(self, reference: Any, context: Context) -> JsonObject:
        found = self.document.target(reference)
        if found is None:
            return {}
        where, schema = found
        name = self.names.get((where, context))
        if name is None:
            name = where if not any(where == known for known, _ in self.names) else f"{where}#{len(self.names)}"
            self.names[where, context] = name
            self.waiting.append((name, schema, context))
        return {"$ref": pointer.to_fragment(pointer.join("$defs", name))}


def _types_of(values: Any) -> JsonObject:
    listed = values if is_array(values) else []
    types = {_TYPES.get(type(value).__name__, "number") for value in listed}
    if all(exact(value).denominator == 1 for value in listed if is_number(value)):
        types = {"integer" if name == "number" else name for name in types}
    return {"type": sorted(types)}
