"""Schemas of a small vocabulary, and values that have a fair chance to lie in them or just outside."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

NAMES = ["a", "b", "c"]
TEXTS = ["", "a", "b", "ab", "abc", "2024-02-29", "1"]
NUMBERS = [-1, 0, 1, 2, 3, 4, 6, 0.5, 1.5, 2.5]
PATTERNS = ["^a", "b$", "^[a-c]+$", "[0-9]", "^(a|b)?$"]
COMPONENTS = ["Tree", "Node"]

SCALARS = st.sampled_from([None, True, False, *NUMBERS, *TEXTS])
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*NAMES, "zz"]), inner, max_size=3),
    max_leaves=6,
)


def _some(**keywords: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=keywords)


_NUMBERS = st.tuples(
    st.sampled_from(["number", "integer"]),
    _some(
        minimum=st.sampled_from(NUMBERS),
        maximum=st.sampled_from(NUMBERS),
        exclusiveMinimum=st.sampled_from(NUMBERS),
        exclusiveMaximum=st.sampled_from(NUMBERS),
        multipleOf=st.sampled_from([1, 2, 3, 0.5, 1.5]),
    ),
)
_TEXTS = st.tuples(
    st.just("string"),
    _some(
        minLength=st.integers(0, 3),
        maxLength=st.integers(0, 3),
        pattern=st.sampled_from(PATTERNS),
        format=st.sampled_from(["date", "uuid", "byte"]),
    ),
)


def _typed(pair: tuple[str, dict[str, Any]]) -> dict[str, Any]:
    return {"type": pair[0], **pair[1]}


LEAVES: st.SearchStrategy[Any] = st.one_of(
    _NUMBERS.map(_typed),
    _TEXTS.map(_typed),
    st.sampled_from([{"type": "null"}, {"type": "boolean"}, {}, True, False, {"type": ["string", "null"]}]),
    st.lists(SCALARS, min_size=1, max_size=3, unique_by=repr).map(lambda values: {"enum": values}),
    SCALARS.map(lambda value: {"const": value}),
    st.sampled_from(COMPONENTS).map(lambda name: {"$ref": f"#/components/schemas/{name}"}),
)


def _containers(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    few = st.lists(inner, min_size=1, max_size=3)
    objects = _some(
        properties=st.dictionaries(st.sampled_from(NAMES), inner, max_size=3),
        required=st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
        additionalProperties=inner,
        patternProperties=st.dictionaries(st.sampled_from(PATTERNS), inner, max_size=1),
        propertyNames=st.sampled_from([{"pattern": "^a"}, {"maxLength": 1}, {"enum": ["a", "b"]}]),
        minProperties=st.integers(0, 3),
        maxProperties=st.integers(0, 3),
    ).map(lambda said: {"type": "object", **said})
    arrays = _some(
        items=inner,
        prefixItems=few,
        minItems=st.integers(0, 3),
        maxItems=st.integers(0, 3),
        uniqueItems=st.booleans(),
        contains=inner,
        minContains=st.integers(0, 2),
        maxContains=st.integers(0, 2),
    ).map(lambda said: {"type": "array", **said})
    return st.one_of(
        objects,
        objects,
        arrays,
        few.map(lambda members: {"anyOf": members}),
        few.map(lambda members: {"oneOf": members}),
        few.map(lambda members: {"allOf": members}),
        inner.map(lambda negated: {"not": negated}),
        st.tuples(inner, inner, inner).map(lambda three: dict(zip(("if", "then", "else"), three, strict=True))),
        st.tuples(st.sampled_from(NAMES), inner).map(lambda pair: {"dependentSchemas": {pair[0]: pair[1]}}),
        st.tuples(objects, st.sampled_from(NAMES)).map(lambda pair: {**pair[0], "dependentRequired": {pair[1]: ["a"]}}),
        st.tuples(objects, few).map(lambda pair: {**pair[0], "anyOf": pair[1]}),
    )


SCHEMAS: st.SearchStrategy[Any] = st.recursive(LEAVES, _containers, max_leaves=5)

_REF = {"$ref": "#/components/schemas/Tree"}
DOCUMENTS: st.SearchStrategy[dict[str, Any]] = st.tuples(SCHEMAS, SCHEMAS).map(
    lambda pair: {
        "components": {
            "schemas": {
                "Tree": {"type": "object", "properties": {"a": {"type": "array", "items": _REF}, "b": pair[0]}},
                "Node": {"anyOf": [{"type": "string"}, {"type": "object", "properties": {"a": _REF, "c": pair[1]}}]},
            }
        }
    }
)
