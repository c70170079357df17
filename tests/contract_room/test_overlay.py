from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcontract.contract.overlay import apply, merge_patch, parse
from qcontract.errors import ContractError

keys = st.sampled_from("abc")
values = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["x", ""]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)


def without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    return value


def difference(old: Any, new: Any) -> Any:
    """The merge patch from ``old`` to ``new``, neither of which has a null member."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return new
    patch: dict[str, Any] = dict.fromkeys(set(old) - set(new))
    for key, value in new.items():
        if key not in old or repr(old[key]) != repr(value):
            patch[key] = difference(old.get(key), value)
    return patch


@pytest.mark.parametrize(
    ("target", "patch", "result"),
    [  # the table in appendix A of RFC 7396
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"a": "b"}, ["c"], ["c"]),
        ({"a": "foo"}, None, None),
        ({"a": "foo"}, "bar", "bar"),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ],
)
def test_the_examples_of_the_rfc(target: Any, patch: Any, result: Any) -> None:
    assert merge_patch(target, patch) == result


@given(values, values)
def test_merging_twice_is_merging_once(target: Any, patch: Any) -> None:
    once = merge_patch(target, patch)
    assert merge_patch(once, patch) == once


@given(values)
def test_an_empty_patch_changes_no_object(target: Any) -> None:
    assert merge_patch(target, {}) == (target if isinstance(target, dict) else {})


@given(values.map(without_nulls), values.map(without_nulls))
def test_there_is_a_patch_from_anything_to_anything(old: Any, new: Any) -> None:
    assert merge_patch(old, difference(old, new)) == new


@given(values, values)
def test_merging_leaves_its_arguments_alone(target: Any, patch: Any) -> None:
    before = copy.deepcopy((target, patch))
    merge_patch(target, patch)
    assert (target, patch) == before


DOCUMENT: dict[str, Any] = {"paths": {"/jobs": {"get": {"tags": ["a", "b"], "deprecated": True}}}}
GET = "/paths/~1jobs/get"


def overlaid(**action: Any) -> Any:
    actions = [{"reason": "because", "source": "seen", **action}]
    overlay = parse({"overlay": 1, "contract": "x@1", "actions": actions}, origin="x/1.overlay.yaml")
    return apply(DOCUMENT, overlay)["paths"]["/jobs"]


@pytest.mark.parametrize(
    ("action", "result"),
    [
        ({"target": GET, "merge": {"deprecated": None, "x": 1}}, {"get": {"tags": ["a", "b"], "x": 1}}),
        ({"target": GET + "/tags", "set": []}, {"get": {"tags": [], "deprecated": True}}),
        ({"target": GET + "/tags/1", "set": "c"}, {"get": {"tags": ["a", "c"], "deprecated": True}}),
        ({"target": GET + "/tags/-", "set": "c"}, {"get": {"tags": ["a", "b", "c"], "deprecated": True}}),
        ({"target": GET + "/tags/0", "remove": True}, {"get": {"tags": ["b"], "deprecated": True}}),
        ({"target": GET + "/deprecated", "set": 1}, {"get": {"tags": ["a", "b"], "deprecated": 1}}),
        ({"target": "/paths/~1jobs/post", "set": {}}, {**DOCUMENT["paths"]["/jobs"], "post": {}}),
        ({"target": "/paths/~1jobs/get", "remove": True}, {}),
    ],
)
def test_actions(action: dict[str, Any], result: Any) -> None:
    before = copy.deepcopy(DOCUMENT)
    assert repr(overlaid(**action)) == repr(result)
    assert before == DOCUMENT


@pytest.mark.parametrize(
    ("action", "why"),
    [
        ({"target": "/paths/~1job/get", "merge": {"x": 1}}, "does not exist"),
        ({"target": "/paths/~1job/get", "set": 1}, "does not exist"),
        ({"target": GET + "/x", "remove": True}, "does not exist"),
        ({"target": GET + "/tags/2", "set": 1}, "does not exist"),
        ({"target": GET, "merge": {"deprecated": True, "x": None}}, "changes nothing"),
        ({"target": GET + "/deprecated", "set": True}, "changes nothing"),
        ({"target": GET + "/deprecated/x", "set": True}, "no object or array above"),
        ({"target": "", "remove": True}, "whole document"),
        ({"target": "paths", "merge": {"x": 1}}, "not a JSON Pointer"),
        ({"target": GET, "merge": {}, "set": 1}, "exactly one of"),
        ({"target": GET}, "exactly one of"),
        ({"target": GET, "remove": False}, "remove: true"),
        ({"target": GET, "set": 1, "reason": " "}, "lacks a reason"),
        ({"target": GET, "set": 1, "source": None}, "lacks a source"),
        ({"set": 1}, "lacks a target"),
        ({"target": GET, "set": 1, "unset": 1}, "unknown key 'unset'"),
    ],
)
def test_refused_actions_name_file_and_index(action: dict[str, Any], why: str) -> None:
    with pytest.raises(ContractError, match=why) as caught:
        overlaid(**action)
    assert caught.value.message.startswith("x/1.overlay.yaml, action 0")
    if "lacks" not in why and "exactly" not in why and "unknown" not in why and "remove: true" not in why:
        assert action["target"] in caught.value.message


@pytest.mark.parametrize("value", [[], {}, {"overlay": 2, "contract": "x", "actions": []}, {"overlay": 1}])
def test_what_is_no_overlay(value: Any) -> None:
    with pytest.raises(ContractError, match=r"x\.yaml is not an overlay"):
        parse(value, origin="x.yaml")
