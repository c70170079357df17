"""Opening documents by name, what is invalid in them, and the fast way of reading against the slow one."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from qcontract.contract import fastread, jsontext, load, pointer, reading, registry, yaml12
from qcontract.contract.source import INVALID, UNREAD, Problem, Spec, open_spec
from qcontract.errors import ContractError, MissingExtra

HEAD = "openapi: 3.0.3\ninfo: {title: Toy, version: '1'}\n"
DOCUMENT: dict[str, Any] = {"openapi": "3.0.3", "info": {"title": "Toy", "version": "1"}}


def spec_of(version: str = "3.0.3", **schemas: Any) -> Spec:
    return Spec.of({"openapi": version, "components": {"schemas": schemas}})


def schemas_of(spec: Spec) -> Any:
    return spec.document["components"]["schemas"]


@pytest.mark.parametrize("name", [str(entry.ref) for entry in registry()])
def test_every_vendored_contract(name: str) -> None:
    spec = open_spec(name)
    assert (spec.name, str(spec.ref)) == (name, name)
    assert all(pointer.exists(spec.document, place) for place in spec.inferred)
    if not spec.problems:
        assert spec.document == load(name).document


def test_an_api_means_its_current_contract() -> None:
    assert open_spec("ionq-v0.3").ref == load("ionq-v0.3").ref


@pytest.mark.parametrize("notation", ["json", "yaml", "anything"])
def test_the_same_document_in_every_notation(tmp_path: Path, notation: str) -> None:
    text = HEAD if notation == "yaml" else json.dumps(DOCUMENT)
    path = tmp_path / f"spec.{notation}"
    path.write_text(text)
    byte_marked = io.BytesIO(b"\xef\xbb\xbf" + text.encode())
    assert open_spec(path).document == open_spec(str(path)).document == DOCUMENT
    assert open_spec("-", stdin=byte_marked).document == Spec.of(DOCUMENT).document == DOCUMENT


def test_a_file_comes_before_a_contract_of_the_same_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ionq-v0.4").mkdir()
    assert open_spec("ionq-v0.4").ref is not None
    (tmp_path / "ionq-v0.3").write_text(HEAD)
    assert open_spec("ionq-v0.3").ref is None


def test_a_pattern_means_the_one_document_that_it_fits(tmp_path: Path) -> None:
    (tmp_path / "part.yaml").write_text("type: string\n")
    (tmp_path / "root.yaml").write_text(HEAD)
    assert open_spec(str(tmp_path / "*.yaml")).name.endswith("root.yaml")
    (tmp_path / "other.yaml").write_text(json.dumps(DOCUMENT))
    with pytest.raises(ContractError, match=r"fits 2 OpenAPI documents: .*other.yaml, .*root.yaml"):
        open_spec(str(tmp_path / "*.yaml"))
    with pytest.raises(ContractError, match="fits no OpenAPI document"):
        open_spec(str(tmp_path / "*.json"))


def test_a_wrapped_document_is_copied() -> None:
    document: dict[str, Any] = {"openapi": "3.1.0", "paths": {"/a": {"get": {"responses": {200: {}}}}}}
    spec = Spec.of(document, name="mine")
    spec.document["paths"].clear()
    assert 200 in document["paths"]["/a"]["get"]["responses"]
    assert (spec.name, spec.version, spec.place("/paths")) == ("mine", "3.1", None)


@pytest.mark.parametrize("value", [{"openapi": "3.0.0", "a": float("nan")}, {"openapi": "3.0.0", "a": {1, 2}}, {}])
def test_what_cannot_be_wrapped(value: Any) -> None:
    with pytest.raises(ContractError):
        Spec.of(value)


def test_of_openapi_3_2_only_what_differs_is_refused() -> None:
    assert Spec.of({"openapi": "3.2.0", "paths": {"/query": {"get": {}}}}).version == "3.1"
    news = {"/a": {"query": {}, "get": {"parameters": [{"in": "querystring", "name": "q"}]}}}
    with pytest.raises(ContractError, match=r"3\.2\.0 .*: /paths/~1a/get/parameters/0/in, /paths/~1a/query\n"):
        Spec.of({"openapi": "3.2.0", "paths": news})


A = "/components/schemas/A"


@pytest.mark.parametrize(
    ("version", "given_", "read"),
    [
        ("3.0.3", {"type": "null"}, {"type": "string", "nullable": True, "enum": [None]}),
        ("3.0.3", {"type": ["string", "null"], "minLength": 1}, {"type": "string", "nullable": True, "minLength": 1}),
        ("3.0.3", {"type": ["string", "integer"]}, {"allOf": [{"anyOf": [{"type": "string"}, {"type": "integer"}]}]}),
        ("3.0.3", {"exclusiveMinimum": 5}, {"minimum": 5, "exclusiveMinimum": True}),
        ("3.0.3", {"exclusiveMinimum": 5, "minimum": 7}, {"minimum": 7}),
        ("3.0.3", {"exclusiveMaximum": 5, "maximum": 7}, {"maximum": 5, "exclusiveMaximum": True}),
        ("3.1.0", {"exclusiveMinimum": True, "minimum": 5}, {"exclusiveMinimum": 5}),
        ("3.1.0", {"exclusiveMinimum": False, "minimum": 5}, {"minimum": 5}),
        ("3.0.3", {"type": "string", "required": True}, {"type": "string"}),
        ("3.0.3", {"items": True}, {"items": {}}),
        ("3.0.3", {"properties": None}, {}),
    ],
)
def test_what_is_wrong_and_plain_is_read_as_it_is_meant(version: str, given_: Any, read: Any) -> None:
    spec = spec_of(version, A=given_, B={"type": "string"})
    assert schemas_of(spec) == {"A": read, "B": {"type": "string"}}
    [problem] = spec.problems
    assert problem.pointer.startswith(A)


@pytest.mark.parametrize(
    ("version", "given_", "place"),
    [
        ("3.0.3", {"type": "int"}, "/type"),
        ("3.0.3", {"type": []}, "/type"),
        ("3.1.0", {"type": ["string", None]}, "/type"),
        ("3.1.0", {"type": {}}, "/type"),
        ("3.0.3", {"required": "name"}, "/required"),
        ("3.0.3", {"required": [1]}, "/required"),
        ("3.0.3", {"enum": "a"}, "/enum"),
        ("3.0.3", {"minimum": "5"}, "/minimum"),
        ("3.0.3", {"maxLength": -1}, "/maxLength"),
        ("3.0.3", {"maxLength": 1e308}, None),
        ("3.0.3", {"multipleOf": 0}, "/multipleOf"),
        ("3.0.3", {"properties": []}, "/properties"),
        ("3.0.3", {"allOf": {}}, "/allOf"),
        ("3.0.3", {"items": []}, "/items"),
        ("3.0.3", {"discriminator": "kind"}, "/discriminator"),
        ("3.1.0", {"discriminator": {"propertyName": "a", "mapping": {"a": 1}}}, "/discriminator"),
        ("3.1.0", {"dependentRequired": {"a": "b"}}, "/dependentRequired"),
        ("3.0.3", {"$ref": 5}, "/$ref"),
        ("3.0.3", "text", ""),
    ],
)
def test_an_invalid_place_is_marked(version: str, given_: Any, place: str | None) -> None:
    spec = spec_of(version, A=given_, B={"type": "string"})
    assert schemas_of(spec)["B"] == {"type": "string"}
    assert [problem.pointer for problem in spec.problems] == ([] if place is None else [A + place])
    if place == "/items":
        assert INVALID in schemas_of(spec)["A"]["items"]
    elif place is not None:
        assert schemas_of(spec)["A"].keys() == {INVALID, UNREAD}
        assert schemas_of(spec)["A"][INVALID] == spec.problems[0].message
        assert [each["value"] for each in schemas_of(spec)["A"][UNREAD]] == [*given_.values()] if place else [given_]


def test_invalid_places_outside_of_schemas() -> None:
    operation = {
        "parameters": [{"in": "body", "name": "a"}, 5, {"in": "query", "name": "b", "schema": []}],
        "responses": {"200": None, "404": {"content": "text"}, "x-note": 5},
        "security": {},
    }
    spec = Spec.of({"openapi": "3.0.3", "paths": {"/a": {"get": operation, "post": 7}, "x-b": 1}, "tags": 5})
    get = "/paths/~1a/get"
    assert [problem.pointer for problem in spec.problems] == [
        f"{get}/parameters/0",
        f"{get}/parameters/1",
        f"{get}/parameters/2/schema",
        f"{get}/responses/200",
        f"{get}/responses/404/content",
        f"{get}/security",
        "/paths/~1a/post",
        "/tags",
    ]
    read = spec.document["paths"]["/a"]
    assert INVALID in read["post"]
    assert all(INVALID in parameter for parameter in read["get"]["parameters"][:2])
    assert read["get"]["responses"]["200"] == {}
    assert INVALID in read["get"]["responses"]["404"]
    assert read["get"]["responses"]["x-note"] == 5
    assert INVALID not in spec.document


def test_what_was_taken_out_is_told_again_of_a_copy() -> None:
    one = spec_of("3.1.0", A={"type": "strng", "enum": 5}, B={"properties": {"b": 7}}, C={"$ref": "#/nowhere"})
    copy = Spec.of(one.document)
    assert copy.document == one.document
    assert [problem.pointer for problem in copy.problems] == [problem.pointer for problem in one.problems]


def test_the_order_of_members_does_not_matter() -> None:
    schemas = {
        "A": {"$ref": "#/components/schemas/B/properties/x"},
        "B": {"properties": {"x": {"type": "?"}}, "type": 5},
    }
    turned = dict(reversed(schemas.items()))
    one, other = spec_of(**schemas), spec_of(**turned)
    assert (one.document, one.problems) == (other.document, other.problems)
    assert one.problems == (
        Problem("/components/schemas/B/properties/x/type", "'?' is no type of OpenAPI 3.0"),
        Problem("/components/schemas/B/type", "5 is no type of OpenAPI 3.0"),
    )


# The fast way of reading returns what the slow one returns, or nothing.

MISLEADING = (
    "~ null Null NULL true True FALSE inf .inf -.Inf nan .NaN infinity 0x1F 0o7 0b1 1_0 +1 -0 00 0123 .5 5. 1e5 1.e5"
    " 0e5 1E400 12345678901234567890 2026-10-01 12:30 yes @a `a %a & &a *a ! !a !!str | > - ? : # << = , ] }"
)
WORDS = MISLEADING.split()
texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=8) | st.sampled_from(WORDS)
numbers = st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False)
values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
LINES = [
    "{indent}{key}: {word}",
    "{indent}- {word}",
    "{indent}{key}:",
    "{indent}- {key}: {word}",
    "{indent}{key}: [{word}, {word}]",
    "{indent}{key}: {{{key}: {word}}}",
    "{indent}{key}: '{word}'",
    '{indent}{key}: "{word}"',
    "{indent}{key}: |\n{indent}  {word}\n{indent}  - {word}",
    "{indent}{key}: >-\n{indent}  {word}\n\n{indent}  {word}",
    "{indent}{key}: {word} {word}\n{indent}  {word}",
    "{indent}{word}: {word} # {word}",
    "",
    "# {word}",
]
lines = st.builds(
    lambda pattern, indent, key, word: pattern.format(indent="  " * indent, key=key, word=word),
    st.sampled_from(LINES),
    st.integers(0, 2),
    st.sampled_from("abcd"),
    st.sampled_from([*WORDS, "plain", "two words", "a: b", "a#b", "é", "1", "1.5", "a\tb", "\\u00e9", "it''s"]),
)


def slowly(read: Any, text: str) -> Any:
    try:
        return read(text, origin="f")
    except ContractError as error:
        return error


def fast(read: Any, text: str) -> Any:
    try:
        return read(text.encode())
    except fastread.Unusual:
        return fastread.Unusual


@settings(max_examples=400, derandomize=True)
@given(st.lists(lines, max_size=8).map("\n".join))
@example("a: inf")
@example("inf: 1")
@example("a: 1\na: 2")
@example("a: &x 1\nb: *x")
@example("a: !!str 12")
@example("a:\t1")
@example("---\na: 1\n---\nb: 2")
@example("{a: b\n- c\n\n}")
@example("a: 'True'\nb: \"~\"")
def test_yaml_is_read_fast_as_it_is_read_slowly(text: str) -> None:
    quick = fast(fastread.from_yaml, text)
    if quick is not fastread.Unusual:
        slow = slowly(yaml12.loads, text)
        if isinstance(slow, ContractError):  # not quite YAML; nothing that was understood may be lost in silence
            assert not re.search("twice|tag|alias|merge|second document|number", slow.message)
        else:
            assert repr(quick) == repr(slow)


@settings(max_examples=200, derandomize=True)
@given(st.dictionaries(texts, values, max_size=4))
def test_what_is_written_is_read_fast_or_slowly_as_it_was(value: Any) -> None:
    for quick in (fast(fastread.from_yaml, yaml12.dumps(value)), fast(fastread.from_json, json.dumps(value))):
        if quick is not fastread.Unusual:
            assert repr(quick) == repr(value)


@settings(max_examples=200, derandomize=True)
@given(values, st.sampled_from([None, 1]), st.booleans())
@example({'":': ":", '" :': '"'}, None, False)
@example({"a": "\\"}, 1, True)
def test_json_is_read_fast_as_it_is_read_slowly(value: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    quick = fast(fastread.from_json, text)
    if quick is not fastread.Unusual:
        assert repr(quick) == repr(slowly(jsontext.loads, text)) == repr(value)


@pytest.mark.parametrize(
    "text",
    ['{"a": 1, "a": 2}', '{"a": {"b": 1, "b" : 2}}', '{"a": "\\":", "b": 1, "b": 2}', '{"a":"\\u0022:","b":1,"b":2}'],
)
def test_a_lost_member_is_noticed(text: str) -> None:
    assert fast(fastread.from_json, text) is fastread.Unusual
    assert fast(fastread.from_yaml, text) is fastread.Unusual
    with pytest.raises(ContractError, match="appears twice in one object, first in line 1"):
        reading.value(text.encode(), origin="f.json")


def test_ordinary_texts_are_read_fast() -> None:
    for entry in registry():
        document = load(entry.ref).document
        assert fast(fastread.from_json, json.dumps(document)) == document
        assert fast(fastread.from_yaml, yaml12.dumps(document)) == document


def test_without_the_fast_readers_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    before = open_spec("ionq-v0.4").document
    for module in ("ryml", "orjson"):
        monkeypatch.setitem(sys.modules, module, None)
    assert open_spec("ionq-v0.4").document == before
    monkeypatch.setitem(sys.modules, "yaml", None)
    assert Spec.of(before).document == before
    with pytest.raises(MissingExtra):
        open_spec("ionq-v0.4")


def test_a_broken_text_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    assert fast(fastread.from_yaml, "a: [") is fastread.Unusual
    assert capfd.readouterr() == ("", "")
