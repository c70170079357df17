"""The operations of an OpenAPI document, and which of them a request belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any
from urllib.parse import unquote

from attrs import field, frozen

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, is_array, is_object
from qcontract.errors import ContractError

__all__ = ["METHODS", "Operation", "PathTemplate", "dereference", "operations"]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def dereference(document: JsonObject, node: Any, where: str = "") -> Any:
    """Follow ``$ref`` until something else stands there; what is inside that stays as it is.

    Raises:
        ContractError: A reference leads nowhere, out of the document, or in a circle.
    """
    seen: list[str] = []
    while is_object(node) and isinstance(reference := node.get("$ref"), str):
        if reference in seen:
            raise ContractError(f"{where or reference}: the references {' -> '.join([*seen, reference])} form a circle")
        seen.append(reference)
        node = pointer.find(document, pointer.from_fragment(reference))
    return node


@frozen
class PathTemplate:
    """A path such as ``/jobs/{id}/results``, compared segment by segment.

    A placeholder takes one whole, non-empty segment after percent-decoding, so a value may hold ``:`` or ``%2F``.
    """

    text: str

    @cached_property
    def rank(self) -> tuple[int, ...]:
        """Smaller is more specific: a literal segment before a partly literal one before a placeholder."""
        return tuple(_rank(segment) for segment in self.text.split("/"))

    def match(self, path: str) -> dict[str, str] | None:
        """The decoded values of the placeholders, or None if ``path`` is another path."""
        segments = path.split("/")
        if len(segments) != len(self._patterns):
            return None
        values: dict[str, str] = {}
        for (names, pattern), segment in zip(self._patterns, segments, strict=True):
            found = pattern.fullmatch(unquote(segment))
            if found is None:
                return None
            values.update(zip(names, found.groups(), strict=True))
        return values

    @cached_property
    def _patterns(self) -> tuple[tuple[list[str], re.Pattern[str]], ...]:
        return tuple(_segment_pattern(segment) for segment in self.text.split("/"))


def _rank(segment: str) -> int:
    if not _PLACEHOLDER.search(segment):
        return 0
    return 2 if _PLACEHOLDER.fullmatch(segment) else 1


def _segment_pattern(segment: str) -> tuple[list[str], re.Pattern[str]]:
    pieces = _PLACEHOLDER.split(segment)  # literal, name, literal, name, ..., literal
    pattern = "(.+)".join(re.escape(literal) for literal in pieces[::2])
    return pieces[1::2], re.compile(pattern, re.DOTALL)


@frozen(eq=False)
class Operation:
    """One operation, with every ``$ref`` at its own level resolved; schemas keep theirs.

    ``method`` is in upper case; ``operation_id`` is ``"GET /jobs"`` where the document gives none; ``parameters``
    includes those of the path; ``responses`` is keyed by status (``"200"``, ``"4XX"``, ``"default"``); ``security``
    is that of the document unless the operation has its own; ``definition`` is the operation object as it stands.
    """

    operation_id: str
    method: str
    path: str
    pointer: str
    parameters: tuple[JsonObject, ...] = field(repr=False)
    request_body: JsonObject | None = field(repr=False)
    responses: Mapping[str, JsonObject] = field(repr=False)
    security: tuple[JsonObject, ...] = field(repr=False)
    definition: JsonObject = field(repr=False)

    @cached_property
    def template(self) -> PathTemplate:
        """The path as something that can be compared with a request's."""
        return PathTemplate(self.path)


def operations(document: JsonObject) -> tuple[Operation, ...]:
    """Every operation of a document, in its order.

    Raises:
        ContractError: A part of the document is not what OpenAPI puts there, or a reference leads nowhere.
    """
    paths = _object(document.get("paths", {}), "/paths")
    return tuple(
        operation for path in paths if path.startswith("/") for operation in _at_path(document, path, paths[path])
    )


def _at_path(document: JsonObject, path: str, item: Any) -> Iterator[Operation]:
    where = pointer.join("paths", path)
    item = _object(dereference(document, item, where), where)
    for method in METHODS:
        if method in item:
            yield _operation(document, path, method, item)


def _operation(document: JsonObject, path: str, method: str, item: JsonObject) -> Operation:
    where = pointer.join("paths", path, method)
    definition = _object(item[method], where)
    body = definition.get("requestBody")
    responses = _object(definition.get("responses", {}), f"{where}/responses")
    return Operation(
        operation_id=str(definition.get("operationId") or f"{method.upper()} {path}"),
        method=method.upper(),
        path=path,
        pointer=where,
        parameters=_parameters(document, item, definition, where),
        request_body=None if body is None else _resolved(document, body, f"{where}/requestBody"),
        responses={
            status: _resolved(document, response, f"{where}/responses/{status}")
            for status, response in responses.items()
            if not status.startswith("x-")
        },
        security=tuple(_array(definition.get("security", document.get("security", [])), f"{where}/security")),
        definition=definition,
    )


def _parameters(document: JsonObject, item: JsonObject, definition: JsonObject, where: str) -> tuple[JsonObject, ...]:
    found: dict[tuple[str, str], JsonObject] = {}
    for level in (item, definition):  # the operation's own replace those of the path
        for parameter in _array(level.get("parameters", []), f"{where}/parameters"):
            resolved = _resolved(document, parameter, f"{where}/parameters")
            found[str(resolved.get("name")), str(resolved.get("in"))] = resolved
    return tuple(found.values())


def _resolved(document: JsonObject, node: Any, where: str) -> JsonObject:
    return _object(dereference(document, node, where), where)


def _object(value: Any, where: str) -> JsonObject:
    if not is_object(value):
        raise ContractError(f"{where} is not an object")
    return value


def _array(value: Any, where: str) -> list[Any]:
    if not is_array(value):
        raise ContractError(f"{where} is not an array")
    return value
