from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcontract.contract import pointer
from qcontract.errors import ContractError

names = st.lists(st.text(max_size=8), max_size=5)


@given(names)
def test_a_pointer_names_what_it_was_made_of(names: list[str]) -> None:
    assert list(pointer.parts(pointer.join(*names))) == names


@given(names)
def test_a_pointer_survives_being_a_reference(names: list[str]) -> None:
    place = pointer.join(*names)
    fragment = pointer.to_fragment(place)
    assert fragment.isascii()
    assert pointer.from_fragment(fragment) == place


@given(names, st.integers())
def test_find_walks_objects_of_any_names(names: list[str], leaf: int) -> None:
    document: object = leaf
    for name in reversed(names):
        document = [document, {name: document}][1]
    assert pointer.find(document, pointer.join(*names)) == leaf


@pytest.mark.parametrize(
    ("place", "value"),
    [("", {"a": [10, {"b/c": 1, "m~n": 2}], "": 3}), ("/a/0", 10), ("/a/1/b~1c", 1), ("/a/1/m~0n", 2), ("/", 3)],
)
def test_examples(place: str, value: object) -> None:
    assert pointer.find({"a": [10, {"b/c": 1, "m~n": 2}], "": 3}, place) == value


@pytest.mark.parametrize("place", ["/a/2", "/a/-", "/a/01", "/a/-1", "/b", "/a/0/x", "/a/" + "9" * 5000])
def test_a_place_that_is_not_there(place: str) -> None:
    document = {"a": [1, 2]}
    assert not pointer.exists(document, place)
    with pytest.raises(ContractError, match="does not exist"):
        pointer.find(document, place)


@pytest.mark.parametrize("text", ["a", "#/a", "/a~2", "/a~"])
def test_what_is_no_pointer(text: str) -> None:
    with pytest.raises(ContractError, match="not a JSON Pointer"):
        pointer.parts(text)


def test_a_missing_member_names_the_close_ones() -> None:
    with pytest.raises(ContractError) as caught:
        pointer.find({"components": {"schemas": {"GetJobResponse": {}}}}, "/components/schemas/GetJobsResponse")
    assert "/components/schemas has no 'GetJobsResponse'" in str(caught.value)
    assert "GetJobResponse" in str(caught.value.hint)


@pytest.mark.parametrize(
    ("reference", "why"), [("other.yaml#/a", "out of the document"), ("#anchor", "names an anchor")]
)
def test_references_that_cannot_be_followed(reference: str, why: str) -> None:
    with pytest.raises(ContractError, match=why):
        pointer.from_fragment(reference)
