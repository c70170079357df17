"""Parts that are as before are held once; what a document says stays the same, to the order of its members."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from qcontract.contract.source import Spec
from qcontract.drift import compare
from qcontract.drift.schemas import sharing
from support.schemas import DOCUMENTS

SETTINGS = settings(max_examples=80, derandomize=True, deadline=None)


@SETTINGS
@given(DOCUMENTS, DOCUMENTS)
def test_the_new_value_says_what_it_said(old: Any, new: Any) -> None:
    assert json.dumps(sharing(old, new)) == json.dumps(new)


@SETTINGS
@given(DOCUMENTS)
def test_what_is_as_before_is_the_old_part_itself(old: Any) -> None:
    assert sharing(old, copy.deepcopy(old)) is old
    more = {**copy.deepcopy(old), "x-more": 1}
    shared = sharing(old, more)
    assert all(shared[name] is value for name, value in old.items())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"a": [1]}, {"a": [True]}),
        ({"a": [1]}, {"a": [1.0]}),
        ({"a": {"b": 1, "c": 2}}, {"a": {"c": 2, "b": 1}}),
        ({"a": [[1], [2]]}, {"a": [[1], [2], [3]]}),
        ({"a": {}}, {"a": []}),
    ],
)
def test_what_only_python_takes_for_equal_is_not_shared(old: Any, new: Any) -> None:
    shared = sharing(old, new)
    assert shared["a"] is not old["a"]
    assert json.dumps(shared) == json.dumps(new)


def test_equal_entries_of_lists_are_shared_by_their_place() -> None:
    old, new = [[1], [2], [3]], [[1], [9], [3], [4]]
    shared = sharing(old, new)
    assert [one is other for one, other in zip(old, shared, strict=False)] == [True, False, True]
    assert shared == new


def test_an_example_that_looks_like_a_reference_to_an_anchor_is_no_reference() -> None:
    def document(longest: int) -> Spec:
        media = {"schema": {"type": "string", "maxLength": longest}, "example": {"$ref": "#anchor"}}
        answer = {"description": "fine", "content": {"application/json": media}}
        paths = {"/a": {"get": {"responses": {"200": answer}}}}
        return Spec.of({"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": paths})

    assert [found.rule for found in compare(document(1), document(2)).findings] == ["max-length-loosened"]
