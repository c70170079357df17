"""What tells one change from another of the same kind at the same place, so that accepting one accepts no other.

>>> outcome("pattern", "^a"), outcome("not", {"type": "string", "title": "Name"})
('^a', {'type': 'string'})
>>> outcome("enum", ["b", "a"]), outcome("operation", "GET /jobs/{id}"), outcome("maximum", 10.0)
(['a', 'b'], 'GET /jobs/{}', 10)
"""

from __future__ import annotations

import re
from typing import Any

from qcontract.contract.jsonvalue import canonical, is_array, is_object

__all__ = ["outcome"]

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_SCHEMAS = frozenset(
    {"contains", "contentSchema", "dependentSchemas", "if", "not", "propertyNames"}
    | {"unevaluatedItems", "unevaluatedProperties"}
)
_WORDS = frozenset({"$comment", "description", "example", "examples", "externalDocs", "title"})
_NAMED_BY_USERS = frozenset({"$defs", "dependentSchemas", "patternProperties", "properties"})
_LITERAL = frozenset({"const", "default"})
_SETS = frozenset({"allOf", "anyOf", "enum", "oneOf", "required", "type"})
"""Keywords of which the order of the list means nothing."""


def outcome(aspect: str, after: Any) -> Any:
    """What stands there now, without wording and order; None where the kind of change says it all.

    Args:
        aspect: What is said about the place.
        after: What stands there now.
    """
    if aspect in _SCHEMAS:
        return _schema(after)
    if aspect == "operation" and isinstance(after, str):
        return _PLACEHOLDER.sub("{}", after)
    if is_array(after) and aspect != "default":
        return sorted(after, key=canonical)
    return int(after) if isinstance(after, float) and after.is_integer() else after


def _schema(value: Any) -> Any:
    if not is_object(value):
        return value
    kept = {key: part for key, part in value.items() if key not in _WORDS and not key.startswith("x-")}
    return {key: _keyword(key, part) for key, part in kept.items()}


def _keyword(key: str, value: Any) -> Any:
    if key in _LITERAL:
        return value
    if is_object(value):
        if key in _NAMED_BY_USERS:
            return {name: _schema(part) for name, part in value.items()}
        return _schema(value)
    if is_array(value):
        parts = list(value) if key == "enum" else [_schema(part) for part in value]
        return sorted(parts, key=canonical) if key in _SETS else parts
    return value
