"""Hostile documents end quickly with an error that says where, and never with anything else."""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from qcontract.contract import load, registry, yaml12
from qcontract.contract.origins import MAX_BYTES
from qcontract.contract.source import Spec, open_spec
from qcontract.errors import ContractError
from support.mutations import with_mutated_bytes, with_mutated_members

HEAD = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\n"
SECONDS = 5.0
"""No document may take longer, also on a busy machine."""


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    start = time.perf_counter()
    yield
    assert time.perf_counter() - start < SECONDS


def with_reference(reference: str) -> str:
    return f"{HEAD}components: {{schemas: {{A: {{$ref: '{reference}'}}}}}}\n"


def schemas(**named: Any) -> str:
    return json.dumps({"openapi": "3.1.0", "components": {"schemas": named}})


LAUGHS = "x-a: &a [" + "x," * 20 + "]\n" + "".join(f"x-{i}: &b{i} [{f'*b{i - 1},' * 20}]\n" for i in range(9))
CHAIN = {f"A{i}": {"$ref": f"#/components/schemas/A{i + 1}"} for i in range(5000)}
TEXTS = {
    "laughs.yaml": (HEAD + LAUGHS.replace("*b-1", "*a"), "more than 5000000 values"),
    "nested.json": ("[" * 100_000, "nested more than 200 levels"),
    "nested objects.json": ('{"openapi": "3.0.0", "x": ' + '{"a":' * 100_000 + "1" + "}" * 100_001, "nested more than"),
    "nested lists.json": ('{"openapi": "3.0.0", "x": ' + "[" * 201 + "]" * 201 + "}", "nested more than"),
    "nested.yaml": (HEAD + "x: " + "[" * 100_000, "line 3, column .*nested more than 200 levels"),
    "closed.yaml": (HEAD + "x: " + "[" * 100_000 + "]" * 100_000, "nested more than 200 levels"),
    "compact.yaml": (HEAD + "x:\n " + "- " * 100_000 + "x", "nested more than 200 levels"),
    "indented.yaml": (HEAD + "x:\n" + "".join(" " * i + "a:\n" for i in range(1, 2000)), "nested more than 200 levels"),
    "itself.json": (schemas(A={"$ref": "#/components/schemas/A"}), "/schemas/A on form a circle"),
    "circle.json": (
        schemas(C={"$ref": "#/components/schemas/A"}, A={"$ref": "#/components/schemas/C"}),
        "/schemas/A on form a circle",
    ),
    "chain.json": (schemas(**CHAIN, A5000={}), "more than 100 in a row"),
    "url.yaml": (with_reference("file:///etc/passwd"), "'file:///etc/passwd' is neither"),
    "absolute.yaml": (with_reference("/etc/passwd"), "leads out of the folder"),
    "upwards.yaml": (with_reference("../../../etc/passwd"), "leads out of the folder"),
    "hidden.yaml": (with_reference("sub/%2e%2e/%2e%2e/x.yaml"), "leads out of the folder"),
    "backslash.yaml": (with_reference("..\\x.yaml"), "not a relative path"),
    "host.yaml": (with_reference("https://example.com/x.yaml#/A"), "documents from there are not allowed"),
    "no scheme.yaml": (with_reference("//example.com/x.yaml#/A"), "neither a file"),
    "ftp.yaml": (with_reference("ftp://example.com/x"), "neither a file"),
    "link.yaml": (with_reference("outside.yaml"), "leads out of the folder"),
    "nul.yaml": (HEAD + "x: \0", "line|position"),
    "nul.json": ('{"openapi": "3.0.0\0"}', "line 1, column 19"),
    "empty.yaml": ("", "empty"),
    "comment.yaml": ("# nothing\n", "empty"),
    "empty.json": ("", "line 1, column 1"),
    "list.yaml": ("- openapi", "no object at its top level"),
    "words.yaml": ("hello there", "no object at its top level"),
    "other.yaml": ("type: object\n", "no 'openapi' member"),
    "swagger.json": ('{"swagger": "2.0"}', "Swagger 2.0"),
    "future.yaml": ("openapi: 4.0.0\n", "'openapi: 4.0.0'"),
    "twice.yaml": (
        HEAD + "info: {}\n",
        "line 3, column 1: the key 'info' appears twice in one object, first in line 2",
    ),
    "twice in a line.yaml": (HEAD + "a: {b: 1, b: 2}", "line 3, column 11: the key 'b' appears twice"),
    "twice.json": ('{"openapi": "3.0.0",\n"a": 1,\n"a": 2}', "line 3, column 1: the key 'a' .*, first in line 2"),
    "nan.json": ('{"openapi": "3.0.0", "a": NaN}', "NaN is not a JSON number"),
    "infinity.json": ('{"openapi": "3.0.0", "a": -Infinity}', "-Infinity is not a JSON number"),
    "nan.yaml": (HEAD + "a: .nan", "line 3, column 4: .nan is not a JSON number"),
    "large.json": ('{"openapi": "3.0.0", "a": 1e999}', "1e999 is out of range"),
    "long.json": ('{"openapi": "3.0.0", "a": ' + "9" * 10_000 + "}", "a number of 10000 characters"),
    "long.yaml": (HEAD + "a: " + "9" * 10_000, "line 3, column 4: a number of 10000 characters"),
    "half.json": ('{"openapi": "3.0.0", "a": "\\ud800"}', "half a surrogate pair"),
    "half.yaml": (HEAD + 'a: "\\ud800"', "line 3"),
    "cut.json": ('{"openapi": "3.0.0", "a', "line 1, column 22"),
    "more.json": ('{"openapi": "3.0.0"} x', "line 1, column 22"),
    "more.yaml": (HEAD + "---\n" + HEAD, "a second document"),
    "keys.yaml": (HEAD + "a: {[b]: c}", "line 3, column 5: a key must be a word"),
    "tag.yaml": (HEAD + "a: !!python/object/apply:os.system [ls]", "line 3, column 4: the tag .* has no meaning"),
    "merge.yaml": (HEAD + "a: &a {b: 1}\nc: {<<: *a}", "line 4, column 5: YAML 1.2 has no merge key"),
    "alias.yaml": (HEAD + "a: &a [*a]", "names no finished value"),
    "reserved.json": ('{"openapi": "3.0.0", "x-qcontract-files": {}}', "has a member 'x-qcontract-files'"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_texts(tmp_path: Path, name: str) -> None:
    text, why = TEXTS[name]
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / name).write_text(text)
    (tmp_path / "secret.yaml").write_text("type: string\n")
    (tmp_path / "sub/outside.yaml").symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(ContractError, match=why) as caught:
        open_spec(tmp_path / "sub" / name)
    assert name.split(".")[0] in caught.value.message
    assert len(str(caught.value)) < 1000


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (HEAD.encode("utf-16"), "it looks like UTF-16"),
        (HEAD.encode("utf-32"), "it looks like UTF-32"),
        (schemas().encode("utf-16-le"), "it looks like UTF-16 or UTF-32"),
        ((HEAD + "x: é").encode("latin-1"), "bad byte at offset 49, in line 3"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not UTF-8"),
    ],
)
@pytest.mark.parametrize("name", ["spec.yaml", "spec.json"])
def test_other_encodings(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ContractError, match=why):
        open_spec(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("folder", "it is a folder"),
        ("pipe.yaml", "it is a pipe or device"),
        ("/dev/zero", "it is a pipe or device"),
        ("missing.yaml", "no such file"),
        ("nowhere/missing", "no such file"),
        ("", "it is a folder"),
        ("\0", "no file and no contract"),
        ("a" * 5000, "no file and no contract"),
        ("ionq-v0.5", "no file and no contract"),
        ("file:///etc/passwd", "neither a file"),
        ("http://example.com/a.yaml", "not allowed"),
        ("-", "there is none to read"),
        ("**/*.nope", "fits no OpenAPI document"),
    ],
)
def test_names_of_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, why: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(ContractError, match=why):
        open_spec(name)


def test_a_reference_to_a_pipe_or_folder_is_a_problem_of_its_place(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    for reference, why in (("pipe.yaml", "pipe"), ("../" + tmp_path.name, "folder")):
        (tmp_path / "spec.yaml").write_text(with_reference(reference))
        [problem] = open_spec(tmp_path / "spec.yaml").problems
        assert why in problem.message


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "spec.yaml").write_text(HEAD)
    (tmp_path / "spec.yaml").chmod(0)
    with pytest.raises(ContractError, match="Permission denied"):
        open_spec(tmp_path / "spec.yaml")


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    with (tmp_path / "spec.yaml").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(ContractError, match="larger than 64 MiB"):
        open_spec(tmp_path / "spec.yaml")


def test_many_broken_references_are_many_problems(tmp_path: Path) -> None:
    named = {f"A{i}": {"$ref": f"#/components/schemas/B{i}"} for i in range(20_000)}
    (tmp_path / "spec.json").write_text(schemas(**named))
    assert len(open_spec(tmp_path / "spec.json").problems) == 20_000


def test_recursion_through_members_is_no_circle() -> None:
    tree = {
        "properties": {"left": {"$ref": "#/components/schemas/Tree"}},
        "allOf": [{"$ref": "#/components/schemas/Tree"}],
    }
    spec = Spec.of(json.loads(schemas(Tree=tree)))
    assert spec.problems == ()
    assert spec.document["components"]["schemas"]["Tree"] == tree


def test_control_characters_of_a_spec_are_not_printed(tmp_path: Path) -> None:
    (tmp_path / "spec.yaml").write_text(HEAD + 'components: {schemas: {A: {type: "\\e[2J\\n"}}}\n')
    spec = open_spec(tmp_path / "spec.yaml")
    place = spec.place(spec.problems[0].pointer)
    assert place is not None
    assert (spec.problems[0].message + place.excerpt).isprintable()


# Mutations: whatever happens to a document, it is opened or refused; many more of them in tests/benchmarks.


@pytest.mark.parametrize("name", [str(entry.ref) for entry in registry() if entry.current])
def test_documents_with_mutated_members(name: str) -> None:
    chance, document = random.Random(name), load(name).document
    opened = 0
    for _ in range(30):
        try:
            spec = Spec.of(with_mutated_members(document, chance))
        except ContractError:
            continue
        opened += 1
        for problem in spec.problems:
            assert problem.message.isprintable()
    assert opened > 10


@pytest.mark.parametrize("notation", ["spec.yaml", "spec.json"])
def test_documents_with_mutated_bytes(tmp_path: Path, notation: str) -> None:
    chance, document = random.Random(7), load("qbraid-v2@documented.get-job").document
    content = (yaml12.dumps(document) if notation == "spec.yaml" else json.dumps(document, indent=1)).encode()
    for _ in range(60):
        (tmp_path / notation).write_bytes(with_mutated_bytes(content, chance))
        with suppress(ContractError):
            open_spec(tmp_path / notation)
