"""Of two large documents only the part is read that can matter, and what is said is what all of them would say."""

from __future__ import annotations

import copy
import json
import random
from importlib import resources

import pytest
from qcontract.contract.source import Spec
from qcontract.drift import compare
from qcontract.drift.impact import surface
from qcontract.drift.impact.changes import changes
from qcontract.drift.impact.effects import Effects
from qcontract.drift.impact.reach import reaching
from qcontract.drift.impact.wording import sentences

PACKAGES = ("ionq_v0_4_2026_10_01", "qbraid_v2_2026_02_08")
COMPONENTS = "#/components/schemas/"


def vendored(package):
    return json.loads(resources.files(f"qcontract_api.{package}").joinpath("openapi.json").read_text("utf-8"))


def objects(value):
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(inner)


def planted(document, chance):
    """A copy with one change, of any kind that gives classes and functions other names, parts or users."""
    new = copy.deepcopy(document)
    schemas = new["components"]["schemas"]
    name = chance.choice(list(schemas))
    found = list(objects([new["components"], new["paths"]]))
    kinds = {
        "property": [each for each in found if isinstance(each.get("properties"), dict) and each["properties"]],
        "reference": [each for each in found if str(each.get("$ref", "")).startswith(COMPONENTS)],
        "type": [each for each in found if isinstance(each.get("type"), str)],
        "required": [each for each in found if isinstance(each.get("required"), list) and each["required"]],
        "allOf": [each for each in found if each.get("type") == "object"],
        "operationId": [each for each in found if "operationId" in each],
        "component": [schemas],
    }
    kind = chance.choice(list(kinds))
    chosen = chance.choice(kinds[kind])
    if kind == "property":
        del chosen["properties"][chance.choice(list(chosen["properties"]))]
        chosen["properties"]["planted"] = {"oneOf": [{"$ref": COMPONENTS + name}, {"type": "string"}]}
    elif kind == "component":
        schemas["Planted"] = schemas.pop(name)
        new = json.loads(json.dumps(new).replace(f'{COMPONENTS}{name}"', f'{COMPONENTS}Planted"'))
    elif kind == "required":
        chosen["required"].pop()
    else:
        chosen |= {
            "reference": {"$ref": COMPONENTS + name},
            "type": {"type": chance.choice(["string", "integer", "object", "array"])},
            "allOf": {"allOf": [{"$ref": COMPONENTS + name}]},
            "operationId": {"operationId": "planted"},
        }[kind]
    return new


@pytest.mark.parametrize("package", PACKAGES)
def test_what_is_said_of_a_part_is_what_is_said_of_everything(package):
    chance = random.Random(7)
    document, told = vendored(package), 0
    for _ in range(40):
        old = planted(document, chance)
        before, after = Spec.of(old, "old"), Spec.of(planted(old, chance), "new")
        report = compare(before, after)
        part = Effects.between(before, after, report.findings)
        sides = surface(before.document), surface(after.document)
        everything = Effects(*sides, changes(*sides), frozenset())
        assert part.changes == everything.changes
        for finding in report.findings:
            assert sentences(part, finding) == sentences(everything, finding)
            assert part.elements(finding) == everything.elements(finding)
            for element in part.elements(finding):
                assert reaching(part.old, element) == reaching(everything.old, element)
            told += 1
    assert told > 40


def test_classes_that_nothing_has_to_do_with_are_not_read():
    schemas = {
        f"Thing{i}": {
            "type": "object",
            "properties": {"next": {"$ref": f"{COMPONENTS}Thing{i + 1}"}, "size": {"type": "integer"}},
        }
        for i in range(50)
    }
    schemas["Thing50"] = {"type": "object", "properties": {"size": {"type": "integer"}}}
    answer = {"description": "all", "content": {"application/json": {"schema": {"$ref": f"{COMPONENTS}Thing0"}}}}
    paths = {"/things": {"get": {"operationId": "getThings", "responses": {"200": answer}}}}
    old = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }
    new = copy.deepcopy(old)
    new["components"]["schemas"]["Thing9"]["properties"]["size"]["type"] = "string"
    before, after = Spec.of(old, "old"), Spec.of(new, "new")
    report = compare(before, after)
    effects = Effects.between(before, after, report.findings)
    assert set(effects.old.classes) == {"Thing9", "Thing8"}, "the class, and the one that names it"
    assert {says for each in report.findings for says in sentences(effects, each)} == {
        "models.Thing9.size is str | Unset, was int | Unset"
    }
    assert reaching(effects.old, effects.changes[0].old) == ("GET /things",)


def test_a_name_that_a_shared_answer_takes_from_its_operation():
    def document(said):
        schema = {"type": "object", "properties": {"id": {"type": "string"}}}
        answer = {"description": "one", "content": {"application/json": {"schema": schema}}}
        operation = {"operationId": said, "responses": {"200": {"$ref": "#/components/responses/One"}}}
        return {
            "openapi": "3.1.0",
            "info": {"title": "Things", "version": "1"},
            "paths": {"/things": {"get": operation}},
            "components": {"responses": {"One": answer}},
        }

    before, after = Spec.of(document("getThing"), "old"), Spec.of(document("findThing"), "new")
    said = {each.says for each in Effects.between(before, after, ()).changes}
    assert "models.GetThingResponse200 is called models.FindThingResponse200" in said
