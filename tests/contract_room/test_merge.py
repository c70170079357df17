from __future__ import annotations

import copy
import itertools
from typing import Any

import pytest
from qcontract.contract.imports import import_pages
from qcontract.contract.merge import Conflict, Side, merge
from qcontract.contract.pages import Fragment, Page
from qcontract.contract.structure import ABSENT, Difference, differences
from qcontract.errors import ContractError


def document(path: str, name: str, *, text: str = "ours", method: str = "get", **more: Any) -> dict[str, Any]:
    """A fragment with one operation that answers with one schema, described in ``text``."""
    answer = {"schema": {"$ref": f"#/components/schemas/{name}"}}
    operation = {"operationId": f"{method}{name}", "responses": {"200": {"content": {"application/json": answer}}}}
    thing = {
        "type": "object",
        "description": text,
        "required": ["a", "b"],
        "properties": {"description": {"type": "string"}},
    }
    return {
        "openapi": "3.0.3",
        "info": {"title": "Toy", "version": "1", "description": text},
        "security": [{"key": []}],
        "paths": {path: {method: operation}},
        "components": {"schemas": {name: thing, "Shared": {"enum": ["x", "y"]}}},
        **more,
    }


def fragments(*documents: dict[str, Any]) -> list[Fragment]:
    return [Fragment(f"{name}.md", 1, copy.deepcopy(each)) for name, each in zip("abcdef", documents, strict=False)]


ONE, TWO = document("/one", "One"), document("/two", "Two")


def test_operations_and_components_are_collected() -> None:
    merged = merge(fragments(ONE, TWO))
    assert merged.conflicts == ()
    assert list(merged.document["paths"]) == ["/one", "/two"]
    assert sorted(merged.document["components"]["schemas"]) == ["One", "Shared", "Two"]
    assert list(merged.document) == ["openapi", "info", "security", "paths", "components"]


def test_operations_on_one_path_are_collected() -> None:
    merged = merge(fragments(ONE, document("/one", "Two", method="put"), ONE))
    assert merged.conflicts == ()
    assert list(merged.document["paths"]["/one"]) == ["get", "put"]


def test_prose_and_order_contradict_nothing() -> None:
    other = document("/one", "One", text="theirs")
    other["components"]["schemas"]["One"]["required"].reverse()
    other["components"]["schemas"]["Shared"]["enum"].reverse()
    other["x-logo"] = "theirs"
    merged = merge(fragments(ONE, other))
    assert merged.conflicts == ()
    assert merged.document["info"]["description"] == "ours"


def test_what_is_left_out_means_what_openapi_says_it_means() -> None:
    said = {**ONE, "security": [], "servers": [{"url": "/"}]}
    unsaid = {key: value for key, value in TWO.items() if key != "security"}
    for pair in ((said, unsaid), (unsaid, said)):
        assert merge(fragments(*pair)).conflicts == ()
    (conflict,) = merge(fragments(ONE, unsaid)).conflicts
    assert (conflict.pointer, conflict.right.value) == ("/security/0", ABSENT)


def test_one_fragment_stays_as_it_is() -> None:
    assert merge(fragments(ONE)).document == ONE


def test_merging_changes_no_fragment() -> None:
    given = fragments(ONE, TWO)
    merge(given).document["components"]["schemas"]["Two"]["type"] = "string"
    assert [fragment.document for fragment in given] == [ONE, TWO]


def changed(place: tuple[str, ...], value: Any) -> dict[str, Any]:
    """The first document with one place changed, or removed with ``ABSENT``."""
    other = copy.deepcopy(ONE)
    holder: Any = other
    for step in place[:-1]:
        holder = holder.setdefault(step, {})
    if value is ABSENT:
        del holder[place[-1]]
    else:
        holder[place[-1]] = value
    return other


ANSWER = ("paths", "/one", "get", "responses")


@pytest.mark.parametrize(
    ("place", "pointer", "left", "right"),
    [
        (("openapi",), "/openapi", "3.0.3", "3.1.0"),
        (("info", "version"), "/info/version", "1", "2"),
        (("info", "title"), "/info/title", "Toy", "Other"),
        (("security",), "/security/0", {"key": []}, ABSENT),
        (("servers",), "/servers/0/url", "/", ABSENT),
        (("components", "schemas", "One", "type"), "/components/schemas/One/type", "object", "string"),
        (("components", "schemas", "One", "minProperties"), "/components/schemas/One/minProperties", ABSENT, 1),
        (("components", "schemas", "Shared", "enum"), "/components/schemas/Shared/enum", ["x", "y"], ["x"]),
        (
            ("components", "schemas", "One", "properties", "description"),
            "/components/schemas/One/properties/description",
            {"type": "string"},
            ABSENT,
        ),
        (("paths", "/one", "parameters"), "/paths/~1one/parameters", ABSENT, [{"name": "a", "in": "query"}]),
        ((*ANSWER, "404"), "/paths/~1one/get/responses/404", ABSENT, {"description": ""}),
        (("paths", "/one", "get", "deprecated"), "/paths/~1one/get/deprecated", ABSENT, True),
    ],
)
def test_a_contradiction_has_both_sides(place: tuple[str, ...], pointer: str, left: Any, right: Any) -> None:
    theirs = [] if place == ("security",) else [{"url": "/v2"}] if place == ("servers",) else right
    merged = merge(fragments(ONE, changed(place, theirs)))
    (conflict,) = merged.conflicts
    if place == ("servers",):
        right = "/v2"
    assert conflict == Conflict(pointer, Side("a.md", left), Side("b.md", right))
    if place[0] != "info":
        assert merged.document == ONE


def test_the_page_that_brought_a_part_answers_for_it() -> None:
    other = document("/two", "Two")
    other["components"]["schemas"]["Two"]["type"] = "array"
    (conflict,) = merge(fragments(ONE, TWO, other)).conflicts
    assert (conflict.pointer, conflict.left.page, conflict.right.page) == (
        "/components/schemas/Two/type",
        "b.md",
        "c.md",
    )


def test_the_order_of_pages_decides_only_on_prose() -> None:
    three = document("/one", "One", text="theirs", method="delete")
    documents = [merge(fragments(*order)).document for order in itertools.permutations([ONE, TWO, three])]
    assert all(list(differences(documents[0], other)) == [] for other in documents)


def test_tags_are_collected_by_name() -> None:
    merged = merge(fragments({**ONE, "tags": [{"name": "a"}]}, {**TWO, "tags": [{"name": "b"}, {"name": "a"}]}))
    assert merged.document["tags"] == [{"name": "a"}, {"name": "b"}]


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ({"a": 1}, {"a": 1.0}, []),
        ({"a": True}, {"a": 1}, [Difference("/a", True, 1)]),
        ({"default": {"x-a": 1}}, {"default": {"x-a": 2}}, [Difference("/default", {"x-a": 1}, {"x-a": 2})]),
        ({"x-a": 1, "example": 2}, {}, []),
        ({"properties": {"example": {}}}, {"properties": {}}, [Difference("/properties/example", {}, ABSENT)]),
        ({"anyOf": [{}, {"type": "null"}]}, {"anyOf": [{}]}, [Difference("/anyOf/1", {"type": "null"}, ABSENT)]),
    ],
)
def test_differences(left: Any, right: Any, found: list[Difference]) -> None:
    assert list(differences(left, right)) == found
    assert [(each.right, each.left) for each in differences(right, left)] == [(each.left, each.right) for each in found]


def page(described: str, operation: str, path: str = "/jobs/{id}") -> Page:
    spec = f"openapi: 3.0.3\ninfo: {{title: Toy, version: '1', description: '{described}'}}\n"
    body = f"paths: {{'{path}': {{get: {{operationId: {operation}, responses: {{}}}}}}}}\n"
    return Page("p.md", spec + body)


@pytest.mark.parametrize(
    ("described", "operation", "label"),
    [
        ("*Last updated: May 6, 2026*", "getJob", "2026-05-06.get-job"),
        ("Last updated 2026-10-01.", "GetJobsV2", "2026-10-01.get-jobs-v2"),
        ("Updated: Sep 2, 2026", "get-job", "2026-09-02.get-job"),
        ("Last updated: Smarch 40, 2026", "get_job_jobs__id__get", "documented.get-job"),
        ("", "_", "documented.operation"),
    ],
)
def test_the_label_comes_from_the_page(described: str, operation: str, label: str) -> None:
    assert str(import_pages([page(described, operation)], api="toy-v1").ref) == f"toy-v1@{label}"
    date = label.partition(".")[0]
    assert import_pages([page(described, operation)], api="toy-v1", scope="full").ref.label == date
    both = [page(described, operation), page(described, "other", "/other")]
    assert import_pages(both, api="toy-v1").ref.label == date


def test_names_are_checked() -> None:
    for api, label in (("Toy", None), ("toy", "../x"), ("", None)):
        with pytest.raises(ContractError, match="cannot be the"):
            import_pages([page("", "a")], api=api, label=label)
