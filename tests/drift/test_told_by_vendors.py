"""What the change notes of vendors told and a comparison did not, in the smallest pairs that show it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract.contract.source import Spec
from qcontract.drift import compare
from qcontract.findings import CLIENTS, Client, Finding

TEXT = {"type": "string"}
LINK = {"type": "string", "format": "uri"}
ERROR = {"type": "object", "properties": {"code": TEXT}, "required": ["code"]}


def answering(content: dict[str, Any] | None = None, *, asked: bool = False, **schemas: Any) -> Spec:
    """One operation, with content in its answer, or in its request when ``asked``."""
    holder = {"content": content} if content is not None else {}
    answer = {"description": "fine", **({} if asked else holder)}
    operation = {"responses": {"200": answer}, **({"requestBody": holder} if asked and holder else {})}
    info = {"title": "T", "version": "1"}
    document = {"openapi": "3.1.0", "info": info, "paths": {"/a": {"post": operation}}}
    return Spec.of({**document, "components": {"schemas": schemas}})


def json(schema: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def told(old: Spec, new: Spec, client: Client = "wire") -> list[tuple[str, str]]:
    return [(each.rule, each.level) for each in compare(old, new, client).findings]


@pytest.mark.parametrize("client", ["wire", "strict"])
def test_an_answer_with_a_body_where_none_was_breaks_no_message(client: Client) -> None:
    found = compare(answering(), answering(json(ERROR)), client).findings
    (added,) = (each for each in found if each.rule == "media-type-added")
    assert (added.level, added.subject.direction, added.subject.value) == ("compatible", "response", "application/json")


def test_an_answer_that_loses_its_body_breaks_who_reads_it() -> None:
    assert told(answering(json(ERROR)), answering()) == [("media-type-removed", "breaking")]
    assert told(answering(json(ERROR)), answering({})) == [("media-type-removed", "breaking")]


PERSON = {"type": "object", "required": ["id", "name"], "properties": {"id": TEXT, "name": TEXT}}
NAMELESS = {"type": "object", "required": ["id"], "properties": {"id": TEXT}}
CLOSED = {"$ref": "#/components/schemas/P", "additionalProperties": False}
LIST = {"type": "object", "properties": {"entries": {"type": "array", "items": CLOSED}}}
NOTHING = "schema-admits-nothing"


def empty(old: Spec, new: Spec) -> list[Finding]:
    return [each for each in compare(old, new).findings if each.rule == NOTHING]


@pytest.mark.parametrize(("schema", "path"), [(CLOSED, ""), (LIST, "/entries/*")])
@pytest.mark.parametrize("asked", [False, True])
def test_a_place_where_nothing_can_stand_is_named(schema: Any, path: str, *, asked: bool) -> None:
    """A change below it breaks nobody by the letter, which is hardly what was meant."""
    pair = (answering(json(schema), asked=asked, P=each) for each in (PERSON, NAMELESS))
    (finding,) = empty(*pair)
    assert finding.level == "info"
    assert finding.subject.path.endswith("application~1json" + path)
    assert "both contracts" in finding.message


def test_a_place_where_nothing_can_stand_is_named_on_one_side() -> None:
    fits, fails = ({"allOf": [PERSON], **closed} for closed in ({}, {"additionalProperties": False}))
    for old, new, side in ((fits, fails, "new"), (fails, fits, "old")):
        (finding,) = empty(answering(json(old)), answering(json(new)))
        assert f"the {side} contract" in finding.message


def test_a_place_where_nothing_can_stand_is_named_once_for_each_component() -> None:
    whole = {"type": "object", "properties": {name: {"$ref": "#/components/schemas/Holder"} for name in "ab"}}
    pair = (answering(json(whole), P=each, Holder={"properties": {"p": CLOSED}}) for each in (PERSON, NAMELESS))
    (finding,) = empty(*pair)
    assert (finding.subject.pointer, finding.subject.path) == ("/components/schemas/Holder", "/p")


def test_what_can_stand_and_what_stays_are_not_named() -> None:
    opened = {"$ref": "#/components/schemas/P"}
    assert not empty(*(answering(json(opened), P=each) for each in (PERSON, NAMELESS)))
    beside = {"properties": {"p": CLOSED, "n": TEXT}}
    changed = {"properties": {"p": CLOSED, "n": {"type": "integer"}}}
    assert not empty(*(answering(json(each), P=PERSON) for each in (beside, changed)))


def things(**members: Any) -> Spec:
    schema = {"type": "object", "properties": members, "required": sorted(members)}
    return answering(json({"$ref": "#/components/schemas/Thing"}), Thing=schema)


def renamed(old: Spec, new: Spec) -> list[tuple[Any, str]]:
    found = compare(old, new).findings
    return [(each.subject.value, each.message) for each in found if each.rule == "property-renamed"]


def test_the_only_link_under_another_name_is_a_rename() -> None:
    link = {**LINK, "readOnly": True}
    ((value, message),) = renamed(
        things(id=TEXT, paymentPointer={**link, "description": "One."}), things(id=TEXT, walletAddress=link)
    )
    assert value == "paymentPointer"
    assert message.endswith("the member paymentPointer is called walletAddress")


STRANGE = ["alpha", "omicron", "mud", "typewriter"]
FORMS = [LINK, {"type": "string", "format": "uuid"}, TEXT, {**TEXT, "format": "colour"}, {"type": "integer"}]


@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    st.dictionaries(st.sampled_from(STRANGE[:2]), st.sampled_from(FORMS), min_size=1),
    st.dictionaries(st.sampled_from(STRANGE[2:]), st.sampled_from(FORMS), min_size=1),
)
def test_only_what_nothing_else_fits_is_taken_for_a_rename(gone: dict[str, Any], come: dict[str, Any]) -> None:
    """Names without a likeness: a format that validators know, once on either side, is all that says so."""
    expected = {
        name
        for name, schema in gone.items()
        if schema in FORMS[:2] and [*gone.values()].count(schema) == [*come.values()].count(schema) == 1
    }
    assert {value for value, _ in renamed(things(**gone), things(**come))} == expected


@pytest.mark.parametrize("mark", ["readOnly", "writeOnly"])
def test_a_link_of_another_kind_is_no_rename(mark: str) -> None:
    assert not renamed(things(alpha={**LINK, mark: True}), things(mud=LINK))


A, B, C = ({"type": "object", "properties": dict.fromkeys(names, TEXT)} for names in ("a", "ab", "ac"))
ABC = {"type": "object", "properties": dict.fromkeys("abc", TEXT)}
SPLIT = [
    ({"type": "object", "properties": dict.fromkeys("ab", TEXT)}, {"anyOf": [A, {**B, "required": ["b"]}]}),
    (ABC, {"anyOf": [B, C]}),
    (ABC, {"oneOf": [{**B, "required": ["b"]}, {**C, "required": ["c"]}]}),
]


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize(("whole", "split"), SPLIT)
def test_members_that_moved_into_alternatives_are_not_gone(whole: Any, split: Any, client: Client) -> None:
    for old, new in ((whole, split), (split, whole)):
        for asked in (False, True):
            found = compare(*(answering(json(each), asked=asked) for each in (old, new)), client).findings
            assert not {"property-removed", "property-added"} & {each.rule for each in found}
            for each in found:
                shown = each.level != "breaking" or each.evidence.kind != "none" or each.rule.startswith("generated-")
                assert shown, each


def test_a_member_that_no_alternative_has_is_gone() -> None:
    split = {"anyOf": [B, {"type": "object", "properties": {"z": TEXT}}]}
    assert ("property-removed", "breaking") in told(answering(json(ABC)), answering(json(split)), "sdk")


def test_a_changed_pattern_beside_a_format_is_decided_soon() -> None:
    """What took seconds was looked for again for every question: texts of a format, one by one."""
    from qcontract.drift.schemas.expressions import derive

    number = "-".join(f"[0-9a-f]{{{length}}}" for length in (8, 4, 4, 4, 12))
    patterns = (f"^https://(.+)/(payments|connections)/{number}$", "^(https|http)://(.+)/payments/(.+)$")
    old, new = (
        answering(
            json({"properties": {"receiver": {"$ref": "#/components/schemas/R"}}, "required": ["receiver"]}),
            asked=True,
            R={**LINK, "pattern": each},
        )
        for each in patterns
    )
    derive.cache_clear()
    assert told(old, new) == [("pattern-changed", "breaking")]
    assert derive.cache_info().hits + derive.cache_info().misses < 500_000
