"""Subtypes that only a tag leads to: a change of them is told as undecided, and never passed over."""

from __future__ import annotations

import json
from typing import Any

import pytest
from qcontract.contract.source import Spec, open_spec
from qcontract.drift import compare
from qcontract.findings import CLIENTS, LEVELS, Client, Finding
from qcontract.reports.dossier import Dossier
from qcontract.reports.layouts import LAYOUTS

NAME = "subtype-changed"
TEXT: dict[str, Any] = {"type": "string"}
PET: dict[str, Any] = {"type": "object", "required": ["kind"], "properties": {"kind": TEXT}}
LIVES: dict[str, Any] = {"type": "object", "properties": {"lives": {"type": "integer"}}}
BY_NAME = {"propertyName": "kind"}
BY_MAPPING = {"propertyName": "kind", "mapping": {"cat": "#/components/schemas/Cat"}}
BY_BARE_NAME = {"propertyName": "kind", "mapping": {"cat": "Cat"}}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def heir(own: dict[str, Any], base: str = "Pet") -> dict[str, Any]:
    return {"allOf": [ref(base), own]}


def base(**more: Any) -> dict[str, Any]:
    return {**PET, "discriminator": BY_NAME, **more}


def document(travels: str, schema: Any, /, **schemas: Any) -> dict[str, Any]:
    """A document with one message of this schema."""
    content = {"content": {"application/json": {"schema": schema}}}
    operation: dict[str, Any] = {"responses": {"200": {"description": "fine"}}}
    if travels == "request":
        operation["requestBody"] = {"required": True, **content}
    else:
        operation["responses"]["200"] |= content
    return {
        "openapi": "3.0.3",
        "info": {"title": "A", "version": "1"},
        "paths": {"/a": {"post": operation}},
        "components": {"schemas": schemas},
    }


def pets(travels: str = "response", /, **schemas: Any) -> dict[str, Any]:
    return document(travels, ref("Pet"), **{"Pet": base(), **schemas})


def found(old: dict[str, Any], new: dict[str, Any], client: Client = "wire") -> tuple[Finding, ...]:
    return compare(Spec.of(old, "old"), Spec.of(new, "new"), client).findings


def told(old: dict[str, Any], new: dict[str, Any], client: Client = "wire") -> list[str]:
    """The subtypes of which something is told."""
    return [each.subject.pointer.rsplit("/", 1)[-1] for each in found(old, new, client) if each.rule == NAME]


NEEDED = {**LIVES, "required": ["lives"]}
CHANGES: dict[str, dict[str, Any]] = {
    "needed": NEEDED,
    "type": {"type": "object", "properties": {"lives": TEXT}},
    "more": {"type": "object", "properties": {**LIVES["properties"], "tail": TEXT}},
}


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("travels", ["request", "response"])
@pytest.mark.parametrize("tag", [BY_NAME, BY_MAPPING, BY_BARE_NAME], ids=["name", "mapping", "bare"])
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_a_subtype_is_told(change: str, tag: dict[str, Any], travels: str, client: Client) -> None:
    old, new = (pets(travels, Pet=base(discriminator=tag), Cat=heir(own)) for own in (LIVES, CHANGES[change]))
    for pair in ((old, new), (new, old)):
        (one,) = (each for each in found(*pair, client) if not each.rule.startswith("generated-"))
        assert (one.rule, one.verdict, one.operations) == (NAME, "unknown", ("POST /a",))
        assert one.level == ("breaking" if client == "strict" else "risky")
        assert one.subject.direction == travels
        assert (one.old_pointer, one.new_pointer) == ("/components/schemas/Cat", "/components/schemas/Cat")
        assert "`Cat`, to which the discriminator of `Pet` leads, changed" in one.message
        assert one.evidence.kind == "none"


def test_a_target_of_the_mapping_needs_no_reference_to_the_base() -> None:
    old, new = (pets(Pet=base(discriminator=BY_MAPPING), Cat=own) for own in (LIVES, NEEDED))
    assert told(old, new) == ["Cat"]
    old, new = (pets(Cat=own) for own in (LIVES, NEEDED))
    assert told(old, new) == []


def test_each_subtype_is_one_finding_through_all_levels() -> None:
    def family(own: dict[str, Any], deeper: dict[str, Any]) -> dict[str, Any]:
        return pets(Cat=heir(own), Lion=heir(deeper, "Cat"), Dog=heir(LIVES))

    assert told(family(LIVES, LIVES), family(LIVES, NEEDED)) == ["Lion"]
    assert sorted(told(family(LIVES, LIVES), family(NEEDED, LIVES))) == ["Cat", "Lion"]


def test_a_change_below_a_subtype_counts() -> None:
    def owned(kind: str) -> dict[str, Any]:
        toy = {"type": "object", "properties": {"owner": ref("Owner")}}
        return pets(Cat=heir({"properties": {"toy": ref("Toy")}}), Toy=toy, Owner={"type": kind})

    assert told(owned("string"), owned("integer")) == ["Cat"]


def test_a_subtype_leads_to_hierarchies_of_its_own() -> None:
    def nested(own: dict[str, Any]) -> dict[str, Any]:
        return pets(Cat=heir({"properties": {"toy": ref("Toy")}}), Toy=base(), Ball=heir(own, "Toy"))

    assert told(nested(LIVES), nested(NEEDED)) == ["Ball"]


def test_a_base_behind_other_schemas_and_an_alias_is_found() -> None:
    def listed(own: dict[str, Any]) -> dict[str, Any]:
        inner = {"type": "object", "properties": {"pets": {"type": "array", "items": ref("Animal")}}}
        return document("response", inner, Animal=ref("Pet"), Pet=base(), Cat=heir(own, "Animal"))

    assert told(listed(LIVES), listed(NEEDED)) == ["Cat"]


@pytest.mark.parametrize("client", CLIENTS)
def test_what_came_or_went_is_told_in_words_of_its_own(client: Client) -> None:
    one, two = pets(Cat=heir(LIVES)), pets(Cat=heir(LIVES), Dog=heir(LIVES))
    (came,) = (each for each in found(one, two, client) if each.rule == NAME)
    (went,) = (each for each in found(two, one, client) if each.rule == NAME)
    assert "`Dog`, to which the discriminator of `Pet` leads, is new:" in came.message
    assert "`Dog`, to which the discriminator of `Pet` leads, is gone:" in went.message
    assert (came.old_pointer, went.new_pointer) == ("", "")
    assert (came.verdict, went.verdict) == ("unknown", "unknown")
    assert came.fingerprint != went.fingerprint


def test_a_schema_that_stays_may_be_a_subtype_no_more() -> None:
    assert told(pets(Cat=heir(LIVES)), pets(Cat=LIVES)) == ["Cat"]


def test_a_subtype_in_both_directions_is_one_finding() -> None:
    def both(own: dict[str, Any]) -> dict[str, Any]:
        made = pets("request", Cat=heir(own))
        made["paths"]["/a"]["post"]["responses"] = pets(Cat=own)["paths"]["/a"]["post"]["responses"]
        return made

    (one,) = found(both(LIVES), both(NEEDED))
    assert one.subject.direction == "both"


def test_calls_of_the_service_lead_to_subtypes() -> None:
    def called(where: str, own: dict[str, Any]) -> dict[str, Any]:
        made: dict[str, Any] = {**pets("request", Cat=heir(own)), "openapi": "3.1.0"}
        item = made["paths"].pop("/a")
        if where == "webhooks":
            return {**made, "webhooks": {"/a": item}}
        back = {"done": {"{$url}": item}}
        made["paths"]["/b"] = {"get": {"responses": {"200": {"description": "fine"}}, "callbacks": back}}
        return made

    (hook,) = found(called("webhooks", LIVES), called("webhooks", NEEDED))
    assert (hook.subject.direction, hook.operations) == ("response", ("webhook POST /a",))
    (back,) = found(called("callbacks", LIVES), called("callbacks", NEEDED))
    assert (back.rule, back.operations) == (NAME, ("GET /b",))


REWRITTEN: dict[str, tuple[Any, Any]] = {
    "unchanged": (heir(NEEDED), heir(NEEDED)),
    "order of members": (heir(NEEDED), heir(dict(reversed(NEEDED.items())))),
    "order of parts": (heir(NEEDED), {"allOf": heir(NEEDED)["allOf"][::-1]}),
    "order of names": (heir({**LIVES, "required": ["a", "b"]}), heir({**LIVES, "required": ["b", "a"]})),
    "order of values": (heir({"enum": [1, "1", None]}), heir({"enum": [None, "1", 1]})),
    "description": (heir(NEEDED), {**heir(NEEDED), "description": "lives nine times"}),
    "title": (heir(NEEDED), heir({**NEEDED, "title": "Lives"})),
    "example": (heir(NEEDED), heir({**NEEDED, "example": {"lives": 9}})),
    "wording of a member": (heir(NEEDED), heir({**NEEDED, "properties": {"lives": {"type": "integer", "title": "L"}}})),
    "extension": (heir(NEEDED), heir({**NEEDED, "x-order": 7})),
}


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("name", REWRITTEN)
def test_order_and_wording_are_no_change(name: str, client: Client) -> None:
    old, new = (pets(Cat=cat) for cat in REWRITTEN[name])
    assert found(old, new, client) == found(new, old, client) == ()


def test_members_that_are_called_like_wording_count() -> None:
    old, new = (pets(Cat=heir({"properties": {"title": {"type": kind}}})) for kind in ("string", "integer"))
    assert told(old, new) == ["Cat"]


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("travels", ["request", "response"])
def test_what_the_message_itself_leads_to_is_told_once(travels: str, client: Client) -> None:
    either = {"oneOf": [ref("Cat"), ref("Pet")]}
    old, new = (document(travels, either, Pet=base(), Cat=heir(own)) for own in (LIVES, NEEDED))
    rules = [each.rule for each in found(old, new, client)]
    assert rules
    assert NAME not in rules
    listing = base(oneOf=[ref("Cat")])
    old, new = (pets(travels, Pet=listing, Cat={**LIVES, **own}) for own in (LIVES, NEEDED))
    rules = [each.rule for each in found(old, new, client)]
    assert rules
    assert NAME not in rules


def test_a_change_of_the_base_is_no_change_of_each_subtype() -> None:
    old, new = (pets(Pet=base(required=names), Cat=heir(LIVES)) for names in (["kind"], []))
    assert found(old, new)
    assert told(old, new) == []


def test_what_an_heir_hides_in_its_parent_is_told_of_the_parent() -> None:
    """The same message may be a lion, whose own words make up for what cats no longer say."""

    def family(own: dict[str, Any]) -> dict[str, Any]:
        either = {"type": "object", "properties": {"one": ref("Pet"), "two": ref("Lion")}}
        return document("response", either, Pet=base(), Cat=heir(own), Lion=heir(NEEDED, "Cat"))

    assert told(family(NEEDED), family(LIVES)) == ["Cat"]


def test_several_bases_that_lead_to_a_subtype_are_one_finding() -> None:
    def two(own: dict[str, Any], *parents: str) -> dict[str, Any]:
        either = {"type": "object", "properties": {"one": ref("Pet"), "two": ref("Toy")}}
        return document("response", either, Pet=base(), Toy=base(), Cat={"allOf": [*map(ref, parents), own]})

    assert told(two(LIVES, "Pet", "Toy"), two(NEEDED, "Pet", "Toy")) == ["Cat"]
    assert told(two(LIVES, "Pet", "Toy"), two(LIVES)) == ["Cat"]
    (one,) = found(two(LIVES, "Toy"), two(LIVES))
    assert "the discriminator of `Toy` leads, is gone" in one.message


def test_to_inherit_from_a_base_leads_to_no_other_subtype() -> None:
    old, new = (document("response", ref("Dog"), Pet=base(), Dog=heir(LIVES), Cat=heir(own)) for own in (LIVES, NEEDED))
    assert found(old, new) == ()
    friends = heir({"properties": {"friend": ref("Pet")}})
    old, new = (document("response", ref("Dog"), Pet=base(), Dog=friends, Cat=heir(own)) for own in (LIVES, NEEDED))
    assert told(old, new) == ["Cat"], "a member of a subtype may be any of them"


def test_what_no_operation_leads_to_is_no_finding() -> None:
    old, new = (document("response", TEXT, Pet=base(), Cat=heir(own)) for own in (LIVES, NEEDED))
    assert found(old, new) == ()
    old, new = (pets(Pet=PET, Cat=heir(own)) for own in (LIVES, NEEDED))
    assert found(old, new) == (), "without a tag nobody looks for subtypes"


def test_a_tag_that_came_is_told_as_such() -> None:
    one, two = pets(Pet=PET, Cat=heir(LIVES)), pets(Cat=heir(LIVES))
    assert [each.rule for each in found(one, two)] == ["discriminator-added"]
    assert [each.rule for each in found(two, one)] == ["discriminator-removed"]


def test_who_accepted_one_change_is_told_of_the_next() -> None:
    start, *further = (pets(Cat=heir(own)) for own in (LIVES, *CHANGES.values()))
    assert len({each.fingerprint for new in further for each in found(start, new)}) == len(further)


def test_circles_are_no_hang() -> None:
    def round_about(own: dict[str, Any]) -> dict[str, Any]:
        kitten = {**own, "allOf": [ref("Cat")]}
        return pets(Cat={"allOf": [ref("Pet"), {"properties": {"young": ref("Kitten")}}]}, Kitten=kitten)

    assert sorted(told(round_about(LIVES), round_about(NEEDED))) == ["Cat", "Kitten"]


def test_wire_within_sdk_within_strict() -> None:
    old, new = pets(Cat=heir(LIVES)), pets(Cat=heir(NEEDED))
    ranks = [LEVELS.index(found(old, new, client)[0].level) for client in CLIENTS]
    assert ranks == sorted(ranks, reverse=True)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_tells_it(layout: str) -> None:
    report = compare(Spec.of(pets(Cat=heir(LIVES)), "old"), Spec.of(pets(Cat=heir(NEEDED)), "new"))
    shown = LAYOUTS[layout](Dossier(report))
    assert report.findings[0].fingerprint in shown
    assert "is not decided" in shown
    assert "no differences" not in shown


@pytest.mark.parametrize(
    "marks", [5, None, {"a": []}, [7], {"mapping": 7}, {"mapping": {"a": 7, "b": "#x", "c": "#/q"}}]
)
def test_a_hostile_tag_is_no_crash(marks: Any) -> None:
    hostile = pets(Pet=base(discriminator=marks), Cat={"allOf": [7, {"$ref": 5}, ref("Cat")]})
    for pair in ((hostile, pets(Cat=heir(LIVES))), (pets(Cat=heir(LIVES)), hostile), (hostile, hostile)):
        json.dumps([each.message for each in found(*pair)])


@pytest.mark.parametrize(
    "pair",
    [
        ("ionq-v0.4@2026-04-23", "ionq-v0.4@2026-05-15"),
        ("ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01"),
        ("ionq-v0.3", "ionq-v0.4"),
        ("qbraid-v2", "qbraid-v2@observed-2026-09"),
    ],
)
def test_contracts_without_hierarchies_have_none(pair: tuple[str, str]) -> None:
    old, new = map(open_spec, pair)
    assert NAME not in {each.rule for each in compare(old, new, "strict").findings}


def test_where_too_much_leads_to_too_much_the_change_is_told_without_its_operations() -> None:
    """Following every message would take minutes; what they lead to together is known soon."""
    many = 250
    schemas: dict[str, Any] = {"Pet": base(), "Cat": heir(LIVES), "Dog": heir(LIVES)}
    for number in range(many):
        further = {"next": ref(f"S{(number + 1) % many}"), "pet": ref("Pet")}
        schemas[f"S{number}"] = {"type": "object", "properties": further}
    old = document("response", ref("S0"), **schemas)
    for number in range(many):
        [body] = document("response", ref(f"S{number}"))["paths"].values()
        old["paths"][f"/s{number}"] = body
    new = json.loads(json.dumps(old))
    assert found(old, new) == ()
    new["components"]["schemas"]["Cat"] = heir({"type": "object", "properties": {"lives": TEXT}})
    [finding] = found(old, new)
    assert (finding.rule, finding.old_pointer, finding.operations) == (NAME, "/components/schemas/Cat", ())
    new["components"]["schemas"]["S7"]["required"] = ["next"]
    assert [one.old_pointer for one in found(old, new) if one.rule == NAME] == ["/components/schemas/Cat"]
