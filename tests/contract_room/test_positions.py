"""Line and column of every value, in YAML and JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract.contract import load, pointer
from qcontract.contract.positions import Place, Text
from qcontract.contract.source import open_spec

names = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=6)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | names,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=15,
)

YAML = """\
openapi: 3.0.3
# a comment
paths:
  /a/{id}:   # another
    get: {responses: {200: {description: 'ok'}}}
    post:
      tags:
        - one
        - two: 2
          three: &x [1, 2]
  ? /b
  : get: *x
text: |
  paths:
    /c: 1
last: "x: \\
  y"
"""
JSON = """{
  "openapi": "3.0.3", "paths": {
    "/a/{id}": {"get": {"responses": {"200" : {"description": "o\\"k: {["}}},
      "p\\u006fst": {"tags": [
        "one",
        {"two": 2}]}}
}}"""


def where(text: str, names: tuple[str, ...], name: str = "f.yaml") -> tuple[int, int]:
    place = Text(name, text.encode()).place(names)
    assert place is not None
    return place.line, place.column


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), (1, 1)),
        (("openapi",), (1, 1)),
        (("paths", "/a/{id}"), (4, 3)),
        (("paths", "/a/{id}", "get"), (5, 5)),
        (("paths", "/a/{id}", "get", "responses", "200", "description"), (5, 29)),
        (("paths", "/a/{id}", "post", "tags", "0"), (8, 11)),
        (("paths", "/a/{id}", "post", "tags", "1", "three", "1"), (10, 25)),
        (("paths", "/b", "get"), (12, 5)),
        (("paths", "/b", "get", "1"), (10, 25)),  # through the alias
        (("text",), (13, 1)),
        (("text", "paths"), (13, 1)),  # nothing is written there: the nearest above
        (("last",), (16, 1)),
        (("paths", "/nowhere", "get"), (3, 1)),
        (("paths", "/a/{id}", "post", "tags", "9"), (7, 7)),
    ],
)
def test_places_in_yaml(names: tuple[str, ...], expected: tuple[int, int]) -> None:
    assert where(YAML, names) == expected
    assert where(YAML.replace("\n", "\r\n"), names) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), (1, 1)),
        (("paths",), (2, 23)),
        (("paths", "/a/{id}", "get", "responses", "200"), (3, 39)),
        (("paths", "/a/{id}", "post", "tags", "0"), (5, 9)),
        (("paths", "/a/{id}", "post", "tags", "1", "two"), (6, 10)),
        (("paths", "/a/{id}", "post", "tags", "5"), (4, 21)),
    ],
)
def test_places_in_json(names: tuple[str, ...], expected: tuple[int, int]) -> None:
    assert where(JSON, names, "f.json") == expected
    assert where(JSON, names, "f") == expected  # a brace at the beginning is enough
    assert where("\ufeff" + JSON, names, "f.json") == expected


def members(value: Any, above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [above] + [found for name, inner in inside for found in members(inner, (*above, str(name)))]


@settings(max_examples=100, derandomize=True)
@given(st.dictionaries(names, values, max_size=4), st.sampled_from([None, 0, 1]))
def test_what_stands_at_a_place_in_json_is_what_was_looked_for(value: Any, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    for path in members(value):
        line, column = where(text, path, "f.json")
        rest = "\n".join(text.split("\n")[line - 1 :])[column - 1 :]
        found, end = json.JSONDecoder().raw_decode(rest)
        if path and isinstance(pointer.find(value, pointer.join(*path[:-1])), dict):
            assert found == path[-1]
            found = json.JSONDecoder().raw_decode(rest[end:].lstrip(" :"))[0]
        assert found == pointer.find(value, pointer.join(*path))


def test_yaml_and_json_agree_on_a_contract(tmp_path: Path) -> None:
    (tmp_path / "spec.json").write_text(json.dumps(load("qbraid-v2").document, indent=2))
    vendored, rewritten = open_spec("qbraid-v2"), open_spec(tmp_path / "spec.json")
    for path in members(rewritten.document)[1::7]:
        for spec in (vendored, rewritten):
            place = spec.place(pointer.join(*path))
            assert place is not None
            inside_list = isinstance(pointer.find(spec.document, pointer.join(*path[:-1])), list)
            assert inside_list or path[-1] in place.excerpt.replace("\\\\", "\\")


def test_excerpts_are_cut_and_harmless() -> None:
    long = json.dumps({"a": "x" * 1000, "b\x1b[2J": "y" * 1000})
    place = Text("f.json", long.encode()).place(["b\x1b[2J"])
    assert place is not None
    assert len(place.excerpt) < 200
    assert place.excerpt[place.caret :].startswith('"b\\u001b[2J": "yyy')
    raw = Text("f.yaml", "a: 'x\x85  y'".encode()).place(["a"])
    assert raw == Place("f.yaml", 1, 1, "a: 'x", 0)
    raw = Text("f.yaml", "a: '\u202e\ud7ff'".encode()).place(["a"])
    assert raw is not None
    assert raw.excerpt == "a: '\\u202e\\ud7ff'"


def test_a_text_that_is_no_document_has_no_places() -> None:
    assert Text("f.yaml", b"a: [").place(["a"]) is None
    assert Text("f.yaml", b"").place([]) is None
