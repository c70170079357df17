from __future__ import annotations

import contextlib
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcontract.contract import yaml12
from qcontract.errors import ContractError, MissingExtra

text = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=12)
MISLEADING = "no yes on off y null ~ true 1e3 0o17 0x1F 1_000 12:30:45 = << *a 2026-10-01 .inf .nan inf - +1 1. .5 !x"
words = st.sampled_from(
    [*MISLEADING.split(), "", "@", "010", "?", "# c", "a: b", "- a", " a ", "a\nb", "%YAML", "---", "&a"]
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | text | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(text | words, inner, max_size=4),
    max_leaves=12,
)


@given(json_values)
def test_what_is_written_is_read_back(value: Any) -> None:
    read = yaml12.loads(yaml12.dumps(value), origin="f")
    assert read == value
    assert repr(read) == repr(value)  # True is not 1


@given(st.text(max_size=60))
def test_any_text_is_a_value_or_a_complaint(garbage: str) -> None:
    with contextlib.suppress(ContractError):
        yaml12.loads(garbage, origin="f.yaml")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no", {"a": "no"}),
        ("on: off", {"on": "off"}),
        ("a: 2026-10-01", {"a": "2026-10-01"}),
        ("a: true", {"a": True}),
        ("a: 'true'", {"a": "true"}),
        ("200: {}", {"200": {}}),
        ("0x10: 1", {"0x10": 1}),
        ("a: 010", {"a": 10}),
        ("a: 0o10", {"a": 8}),
        ("a: 12:30:45", {"a": "12:30:45"}),
        ("a:", {"a": None}),
        ("a: inf", {"a": "inf"}),
        ("a: !!str 12", {"a": "12"}),
        ("a: &x [1]\nb: *x", {"a": [1], "b": [1]}),
        ("'<<': 1", {"<<": 1}),
    ],
)
def test_words_of_yaml_1_2(text: str, value: object) -> None:
    assert yaml12.loads(text, origin="f") == value


def test_without_the_c_parser_the_words_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    source = "on: no\nb: [2026-10-01, 0o17, ~, 'x', &a {c: 1.5}, *a]"
    fast = yaml12.loads(source, origin="f")
    monkeypatch.delattr("yaml.CSafeLoader", raising=False)
    assert yaml12.loads(source, origin="f") == fast


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        ("a: 1\nb: 2\na: 3", "line 3, column 1", "'a' appears twice"),
        ("a: [1,\n  2", "line 3, column 1", "did not find expected"),
        ("a: b: c", "line 1, column 5", "not allowed"),
        ("a: .nan", "line 1, column 4", "not a JSON number"),
        ("a: 1e999", "line 1, column 4", "out of range"),
        ("a: !!int x", "line 1, column 4", "not of the type int"),
        ("a: !!python/object:os.system x", "line 1, column 4", "no meaning"),
        ("<<: {a: 1}", "line 1, column 1", "no merge key"),
        ("a: &x [*x]", "line 1, column 8", "names no finished value"),
        ("? [a]\n: 1", "line 1, column 3", "a key must be a word"),
        ("--- 1\n--- 2", "line 2, column 1", "second document"),
        ("[" * 100_000, "line 1, column 201", "levels deep"),
        ("a: " + "9" * 5000, "line 1, column 4", "5000 characters"),
    ],
)
def test_complaints_have_a_place(text: str, place: str, why: str) -> None:
    with pytest.raises(ContractError) as caught:
        yaml12.loads(text, origin="spec.yaml")
    assert caught.value.message.startswith(f"spec.yaml, {place}: ")
    assert why in caught.value.message


def test_aliases_of_aliases_neither_blow_up_nor_nest_without_end() -> None:
    wide = ["a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    wide += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    with pytest.raises(ContractError, match="aliases included"):
        yaml12.loads("\n".join(wide), origin="f")
    deep = ["a0: &a0 " + "[" * 99 + "]" * 99, "a1: &a1 " + "[" * 99 + "*a0" + "]" * 99, "a2: [[[*a1]]]"]
    with pytest.raises(ContractError, match=r"line 3, .* levels deep"):
        yaml12.loads("\n".join(deep), origin="f")


def test_pyyaml_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(MissingExtra, match=r"qcontract\[drift\]"):
        yaml12.loads("a: 1", origin="f")
