"""OpenAPI schema objects as self-contained JSON Schema 2020-12, for any validator.

References become ``$defs``, only those that are reached, so recursion in a contract costs nothing here. Two questions
on which validators disagree are answered by arguments: ``nullable`` and ``direction``.
"""

from __future__ import annotations

from typing import Any, Literal

from attrs import define, field

from qcontract.contract import pointer
from qcontract.contract.dialect import Dialect, dialect_of
from qcontract.contract.jsonvalue import JsonObject, is_array, is_object, is_true
from qcontract.contract.keywords import LISTS, MAPS, SINGLES, bounds, keeps, permit_null
from qcontract.contract.operations import dereference
from qcontract.errors import ContractError

__all__ = ["Direction", "NullablePolicy", "compile_schema"]

NullablePolicy = Literal["lenient", "strict"]
Direction = Literal["request", "response"]

JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema"
_COMPONENTS = "/components/schemas/"


def compile_schema(
    document: JsonObject,
    schema: JsonObject | bool | str,
    *,
    nullable: NullablePolicy = "lenient",
    direction: Direction | None = None,
) -> JsonObject:
    """Compile a schema object of an OpenAPI 3.0 or 3.1 document.

    Formats stay annotations, except that ``int32`` and ``int64`` bound an integer. What says nothing about values
    (``example``, ``discriminator``, ``xml``, ``x-*``) is left out; a *property* of such a name stays.

    Args:
        document: The OpenAPI document, in which references are looked up.
        schema: A schema object of it, or a JSON Pointer to one.
        nullable: What ``nullable: true`` means in OpenAPI 3.0. ``lenient``: null is allowed, also beside ``allOf``,
            ``$ref`` or an ``enum`` without null, as the vendors mean it. ``strict``: only beside ``type``, as the
            specification's text says.
        direction: With ``request``, read-only properties are not required; with ``response``, write-only ones.

    Returns:
        A new JSON Schema; the same input gives the same output, member for member.

    Raises:
        ContractError: A reference cannot be resolved, or the document is neither OpenAPI 3.0 nor 3.1.
    """
    compiler = _Compiler(document, dialect_of(document), nullable, direction)
    if isinstance(schema, str):
        schema = {"$ref": pointer.to_fragment(schema)}
    try:
        root = compiler.schema(schema)
        definitions = compiler.definitions()
    except RecursionError:
        raise ContractError("a schema is nested too deep to be compiled") from None
    result: JsonObject = {"$schema": JSON_SCHEMA, **(root if is_object(root) else {"allOf": [root]})}
    return {**result, "$defs": definitions} if definitions else result


@define
class _Compiler:
    document: JsonObject
    dialect: Dialect
    nullable: NullablePolicy
    direction: Direction | None
    names: dict[str, str] = field(factory=dict[str, str])  # pointer of a referenced schema -> its name in $defs
    taken: set[str] = field(factory=set[str])
    waiting: list[str] = field(factory=list[str])

    def definitions(self) -> JsonObject:
        """Compile what was referenced, and what that references, until nothing is left."""
        done: JsonObject = {}
        while self.waiting:
            target = self.waiting.pop()
            done[self.names[target]] = self.schema(pointer.find(self.document, target))
        return dict(sorted(done.items()))

    def schema(self, schema: Any) -> Any:
        if not is_object(schema):
            if isinstance(schema, bool):
                return schema
            raise ContractError(f"a schema is an object or a boolean, not {schema!r:.60}")
        if "$ref" in schema and self.dialect.ref_hides_siblings:
            return self._null_beside(schema, self._reference(schema["$ref"]), beside_type=False)
        compiled = self._keywords(schema)
        return self._null_beside(schema, compiled, beside_type="type" in schema)

    def _null_beside(self, schema: JsonObject, compiled: JsonObject, *, beside_type: bool) -> JsonObject:
        if not self.dialect.has_nullable or not is_true(schema.get("nullable")):
            return compiled
        if self.nullable == "lenient":
            return permit_null(compiled)
        if not beside_type:
            return compiled
        types = compiled["type"] if is_array(compiled["type"]) else [compiled["type"]]
        return {**compiled, "type": [*types, *(["null"] if "null" not in types else [])]}

    def _keywords(self, schema: JsonObject) -> JsonObject:
        result: JsonObject = {}
        for keyword, value in schema.items():
            if keyword == "$ref":
                result.update(self._reference(value))
            elif keyword in {"$dynamicRef", "$recursiveRef"}:
                raise ContractError(f"{keyword} is not supported in a contract", hint="write it as a $ref")
            elif keeps(keyword, value, self.dialect):
                result[keyword] = self._value(keyword, value, schema)
        result.update(bounds(schema))
        return result

    def _value(self, keyword: str, value: Any, schema: JsonObject) -> Any:
        if keyword == "required":
            return self._required(value, schema)
        if keyword in SINGLES:
            return self.schema(value)
        if keyword in LISTS and is_array(value):
            return [self.schema(item) for item in value]
        if keyword in MAPS and is_object(value):
            return {name: self.schema(item) for name, item in value.items()}
        return value

    def _required(self, names: list[Any], schema: JsonObject) -> list[Any]:
        properties = schema.get("properties")
        if self.direction is None or not is_object(properties):
            return names
        mark = "readOnly" if self.direction == "request" else "writeOnly"
        return [name for name in names if not self._is_marked(properties.get(name), mark)]

    def _is_marked(self, schema: Any, mark: str) -> bool:
        seen: set[str] = set()
        while is_object(schema) and not is_true(schema.get(mark)):
            reference = schema.get("$ref")
            if not isinstance(reference, str) or reference in seen:
                return False
            seen.add(reference)
            schema = pointer.find(self.document, pointer.from_fragment(reference))
        return is_object(schema)

    def _reference(self, reference: Any) -> JsonObject:
        if not isinstance(reference, str):
            raise ContractError(f"a $ref is text, not {reference!r:.60}")
        target = pointer.from_fragment(reference)
        if target not in self.names:
            dereference(self.document, {"$ref": reference})  # refuses what leads nowhere or in a circle
            self.names[target] = self._new_name(target)
            self.waiting.append(target)
        return {"$ref": pointer.to_fragment(pointer.join("$defs", self.names[target]))}

    def _new_name(self, target: str) -> str:
        """A component's own name; for any other place, its pointer."""
        name = target
        if target.startswith(_COMPONENTS) and "/" not in target.removeprefix(_COMPONENTS):
            name = pointer.parts(target)[-1]
        while name in self.taken:
            name += "_"
        self.taken.add(name)
        return name
