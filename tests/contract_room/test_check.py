from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qcontract.contract.check import check, check_document, report
from qcontract.errors import ContractError


def found(problems: Any) -> list[tuple[str, str]]:
    return [(problem.rule, problem.pointer) for problem in problems]


def test_a_contract_in_order(shelf: Any) -> None:
    assert check("toy-v1", among=shelf.fill(overlay=shelf.OVERLAY)) == ()


GET = "/paths/~1things~1{id}/get"


@pytest.mark.parametrize(
    ("old", "new", "rule", "place"),
    [
        ("      summary: One thing.\n", "", "text", GET),
        ("description: Read one thing.", "description: ' '", "text", GET),
        (", description: Which thing.", "", "text", f"{GET}/parameters/0"),
        ("      operationId: getThing\n", "", "operation-id", GET),
        ("schema: {type: string}", "schema: {$ref: '#/x'}", "reference", f"{GET}/parameters/0/schema/$ref"),
        ("200: {description: The thing.}", "200: {$ref: '#/x'}", "reference", f"{GET}/responses/200/$ref"),
        ("responses:", "responses: 3\n      x:", "structure", "/paths"),
    ],
)
def test_each_rule_finds_its_fault(shelf: Any, old: str, new: str, rule: str, place: str) -> None:
    assert old in shelf.SPEC
    assert (rule, place) in found(check("toy-v1", among=shelf.fill(spec=shelf.SPEC.replace(old, new))))


def test_two_operations_of_one_name() -> None:
    operation = {"operationId": "same", "summary": "s", "description": "d", "responses": {}}
    paths = {"/a": {"get": operation, "put": operation}}
    assert found(check_document({"openapi": "3.1.0", "paths": paths}, "x")) == [("operation-id", "/paths/~1a/put")]


def test_a_shared_parameter_is_reported_once_where_it_stands() -> None:
    get = {"summary": "s", "description": "d", "responses": {}, "parameters": [{"$ref": "#/components/parameters/p"}]}
    paths = {f"/{name}": {"get": {**get, "operationId": name}} for name in "ab"}
    document = {"openapi": "3.1.0", "paths": paths, "components": {"parameters": {"p": {"name": "p", "in": "query"}}}}
    assert found(check_document(document, "x")) == [("text", "/components/parameters/p")]


def test_references_in_data_are_data() -> None:
    schema = {"default": {"$ref": "#/x"}, "properties": {"default": {"$ref": "#/y"}}}
    document = {"openapi": "3.1.0", "components": {"schemas": {"S": schema}}}
    place = "/components/schemas/S/properties/default/$ref"
    assert found(check_document(document, "x")) == [("reference", place)]


def test_hashes_and_overlays(shelf: Any) -> None:
    among = shelf.fill(overlay=shelf.OVERLAY)
    shelf.spec.write_text(shelf.SPEC + "\n")
    shelf.overlay.write_text(shelf.OVERLAY.replace("responses\n", "answers\n"))
    problems = check("toy-v1", among=among)
    assert [problem.rule for problem in problems] == ["hash", "hash", "unreadable"]
    assert "action 0 at /paths/~1things~1{id}/get/answers" in problems[-1].message


def test_an_overlay_that_is_not_sealed(shelf: Any) -> None:
    among = shelf.fill()
    shelf.overlay.write_text(shelf.OVERLAY)
    assert found(check("toy-v1", among=among)) == [("hash", "")]


def test_a_missing_snapshot(shelf: Any) -> None:
    among = shelf.fill()
    shelf.spec.unlink()
    assert found(check("toy-v1", among=among)) == [("unreadable", "")]


def test_inferred_parts_exist(shelf: Any) -> None:
    among = shelf.fill(more='current = true\ninferred = ["/info/title", "/info/licence"]\n')
    assert found(check("toy-v1", among=among)) == [("inferred", "/info/licence")]


def test_an_invalid_part_is_found_unless_it_is_a_known_defect(shelf: Any) -> None:
    place = f"{GET}/parameters/0/schema/type"
    spec = shelf.SPEC.replace("{type: string}", "{type: text}")
    (problem,) = check("toy-v1", among=shelf.fill(spec=spec))
    assert (problem.rule, problem.pointer, problem.known) == ("validity", place, False)
    among = shelf.fill(spec=spec, more=f'current = true\ndefects = ["{place}"]\n')
    (problem,) = check("toy-v1", among=among)
    assert (problem.rule, problem.pointer, problem.known) == ("validity", place, True)
    assert report(("toy-v1",), (problem,))["ok"] is True


def test_a_defect_that_is_none_is_found(shelf: Any) -> None:
    among = shelf.fill(more='current = true\ndefects = ["/info/title"]\n')
    assert found(check("toy-v1", among=among)) == [("defect", "/info/title")]


def test_files(shelf: Any, tmp_path: Path) -> None:
    shelf.fill()
    assert check(str(shelf.spec)) == ()
    broken = tmp_path / "broken.json"
    broken.write_text('{"openapi": "3.1.0", "paths": {"/a": {"get": {}}}}')
    problems = check(str(broken))
    assert {problem.rule for problem in problems} == {"operation-id", "text"}
    assert report(("a",), problems)["findings"][0]["contract"] == str(broken)
    assert report(("a",), ()) == {"schema": "qcontract.specs-check/1", "ok": True, "checked": ["a"], "findings": []}


@pytest.mark.parametrize("text", ["{}", '{"swagger": "2.0"}', "[]", "{"])
def test_what_is_no_openapi_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(ContractError):
        check(str(tmp_path / "a.json"))


def test_unknown_names() -> None:
    with pytest.raises(ContractError, match=r"cannot be read: No such file"):
        check("nowhere.yaml")
    with pytest.raises(ContractError, match="there is no contract 'nowhere'"):
        check("nowhere")
