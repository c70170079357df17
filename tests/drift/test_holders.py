"""What is there or not belongs to whoever holds it, and not to the component that it refers to."""

from __future__ import annotations

from typing import Any

import pytest
from qcontract.contract.source import Spec
from qcontract.drift import compare
from qcontract.findings import Finding

NAME = {"type": "string"}
WHOLE = {"type": "integer"}
AMOUNT = {"type": "object", "properties": {"value": {"type": "integer"}}, "required": ["value"]}
TO_AMOUNT = {"$ref": "#/components/schemas/Amount"}
BASE = {"$ref": "#/components/schemas/Base"}


def document(a: Any, b: Any) -> Spec:
    """Two answers of two components, both of which may refer to two others."""
    paths = {
        f"/{name.lower()}": {
            "get": {
                "responses": {
                    "200": {
                        "description": "fine",
                        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}},
                    }
                }
            }
        }
        for name in "AB"
    }
    base = {"type": "object", "properties": {"amount": TO_AMOUNT}}
    schemas = {"A": a, "B": b, "Amount": AMOUNT, "Base": base}
    info = {"title": "T", "version": "1"}
    return Spec.of({"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}})


def thing(required: tuple[str, ...] = (), **members: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"id": NAME, **members}, "required": ["id", *required]}


HOLDS = thing(("amount",), amount=TO_AMOUNT)
CHANGES = {
    "property-removed-required": (HOLDS, thing(), "/amount"),
    "property-removed": (thing(amount=TO_AMOUNT), thing(), "/amount"),
    "property-added": (thing(), thing(amount=TO_AMOUNT), "/amount"),
    "property-added-required": (thing(), HOLDS, "/amount"),
    "property-renamed": (HOLDS, thing(("amounts",), amounts=TO_AMOUNT), "/amount"),
    "property-became-optional": (HOLDS, thing(amount=TO_AMOUNT), "/amount"),
    "property-became-required": (thing(amount=TO_AMOUNT), HOLDS, "/amount"),
    "union-branch-added": ({"anyOf": [NAME, WHOLE]}, {"anyOf": [NAME, WHOLE, TO_AMOUNT]}, ""),
    "union-branch-removed": ({"anyOf": [NAME, WHOLE, TO_AMOUNT]}, {"anyOf": [NAME, WHOLE]}, ""),
}
"""What happens to either component: before, after, and the path of the subject."""


def told(a: tuple[Any, Any], b: tuple[Any, Any], rule: str) -> list[Finding]:
    found = compare(document(a[0], b[0]), document(a[1], b[1])).findings
    return [finding for finding in found if finding.rule == rule]


@pytest.mark.parametrize("rule", CHANGES)
def test_the_same_change_of_two_holders_is_two_findings(rule: str) -> None:
    old, new, path = CHANGES[rule]
    found = told((old, new), (old, new), rule)
    subjects = [(each.subject.pointer, each.subject.path, each.operations) for each in found]
    assert sorted(subjects) == [
        ("/components/schemas/A", path, ("GET /a",)),
        ("/components/schemas/B", path, ("GET /b",)),
    ]
    assert len({each.fingerprint for each in found}) == 2
    for each in found:
        pointers = (each.old_pointer, each.new_pointer)
        assert all(not place or place.startswith(each.subject.pointer) for place in pointers), pointers


def test_who_has_accepted_one_is_told_of_the_other() -> None:
    (accepted,) = told((HOLDS, thing()), (HOLDS, HOLDS), "property-removed-required")
    (other,) = told((thing(), thing()), (HOLDS, thing()), "property-removed-required")
    assert accepted.fingerprint != other.fingerprint


def test_what_a_component_says_of_itself_stays_one_finding() -> None:
    """Here the members are not touched, but what they refer to."""
    frame = document(HOLDS, HOLDS).document
    schemas = frame["components"]["schemas"]
    smaller = {**schemas, "Amount": {**AMOUNT, "required": []}}
    (finding,) = compare(Spec.of(frame), Spec.of({**frame, "components": {"schemas": smaller}})).findings
    assert (finding.subject.pointer, finding.subject.path) == ("/components/schemas/Amount", "/value")
    assert finding.operations == ("GET /a", "GET /b")


def test_who_asks_for_a_member_declared_elsewhere_holds_what_is_asked() -> None:
    def derived(*required: str) -> dict[str, Any]:
        return {"allOf": [BASE, {"type": "object", "required": [*required]}]}

    rule = "property-became-optional"
    found = told((derived("amount"), derived()), (derived("amount"), derived()), rule)
    assert sorted(each.subject.pointer for each in found) == ["/components/schemas/A", "/components/schemas/B"]
    assert {each.subject.path for each in found} == {"/amount"}


def test_one_component_that_became_two_is_told_of_as_the_one_it_was() -> None:
    """The old document names the place, and who asks may have another name in the new one."""
    old = document(HOLDS, HOLDS).document
    to_a = {"$ref": "#/components/schemas/A"}
    old["paths"]["/b"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] = to_a
    old["components"]["schemas"]["A"] = thing(amount=TO_AMOUNT)
    found = compare(Spec.of(old), document(HOLDS, HOLDS)).findings
    (finding,) = (each for each in found if each.rule == "property-became-required")
    assert (finding.subject.pointer, finding.subject.path) == ("/components/schemas/A", "/amount")
    assert finding.operations == ("GET /a", "GET /b")
    assert str(finding.place) == "A.amount (component, received)"
