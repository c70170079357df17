"""Where in an answer its contract says something: the schema and the value, walked together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from attrs import frozen

from qcontract.contract.jsonvalue import is_array, is_object

__all__ = ["ANY", "Path", "Place", "matches", "places", "pointer"]

Path: TypeAlias = "tuple[str | int, ...]"
Valid: TypeAlias = Callable[[Any, Any], bool]
"""Whether a value fits a schema."""

ANY = "*"
"""Stands for every index in the shape of a path."""

_ITEMS = 50
"""How many items of an array are looked at; the others are like them."""


@frozen
class Place:
    """One value in an answer.

    Args:
        path: Names and indices that lead to it.
        schemas: All schemas that speak of it, those of the alternatives that it chose among them.
        required: Whether the object that it is a member of must have it.
    """

    path: Path
    schemas: tuple[Mapping[str, Any], ...]
    required: bool

    @property
    def shape(self) -> Path:
        """The path with every index alike."""
        return tuple(ANY if isinstance(step, int) else step for step in self.path)

    @property
    def closed(self) -> bool:
        """Whether an object with other members than the named ones is refused."""
        shut = ("additionalProperties", "unevaluatedProperties")
        return any(schema.get(name) is False for schema in self.schemas for name in shut)

    @property
    def values(self) -> list[Any]:
        """The values that are allowed, if they are enumerated."""
        listed = [schema["enum"] for schema in self.schemas if "enum" in schema]
        return [*(listed[0] if listed else ()), *(schema["const"] for schema in self.schemas if "const" in schema)]


def pointer(path: Path) -> str:
    """Return a path as a JSON Pointer."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def matches(path: Path, wanted: str) -> bool:
    """Tell whether a path is the one of a JSON Pointer, in which ``*`` stands for every index."""
    steps = [step.replace("~1", "/").replace("~0", "~") for step in wanted.split("/")[1:]]
    return len(steps) == len(path) and all(w in (str(s), ANY) for s, w in zip(path, steps, strict=True))


def places(root: Mapping[str, Any], value: Any, valid: Valid) -> Iterator[Place]:
    """Yield every value of an answer with what its contract says about it, outer ones first.

    Args:
        root: A compiled schema with all that it refers to.
        value: The answer.
        valid: Decides which alternatives a value chose.
    """
    waiting: list[tuple[Path, Sequence[Any], Any, bool]] = [((), [root], value, False)]
    while waiting:
        path, given, inner, required = waiting.pop(0)
        schemas = tuple(_applicable(root, given, inner, valid))
        yield Place(path, schemas, required)
        if is_object(inner):
            needed = {name for schema in schemas for name in schema.get("required", ())}
            waiting += [((*path, name), _member(schemas, name), inner[name], name in needed) for name in inner]
        elif is_array(inner):
            items = [schema["items"] for schema in schemas if "items" in schema]
            waiting += [((*path, i), items, item, False) for i, item in enumerate(inner[:_ITEMS])]


def _member(schemas: Sequence[Mapping[str, Any]], name: str) -> list[Any]:
    named = [schema["properties"][name] for schema in schemas if name in schema.get("properties", {})]
    return named or [schema["additionalProperties"] for schema in schemas if "additionalProperties" in schema]


def _applicable(root: Mapping[str, Any], given: Sequence[Any], value: Any, valid: Valid) -> Iterator[Mapping[str, Any]]:
    """Yield all schemas that speak of a value: through references, all of ``allOf``, and what fits of alternatives."""
    waiting, steps = list(given), 0
    while waiting and steps < 100:
        schema, steps = waiting.pop(0), steps + 1
        if not is_object(schema):
            continue
        yield schema
        if "$ref" in schema:
            waiting.append(_definition(root, str(schema["$ref"])))
        waiting += schema.get("allOf", ())
        for word in ("anyOf", "oneOf"):
            waiting += [one for one in schema.get(word, ()) if valid(one, value)][:1]


def _definition(root: Mapping[str, Any], reference: str) -> Any:
    name = reference.removeprefix("#/$defs/").replace("~1", "/").replace("~0", "~")
    return root.get("$defs", {}).get(name)
