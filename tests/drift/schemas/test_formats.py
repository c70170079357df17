"""Formats as sets of texts: their shapes prove, their members show."""

from __future__ import annotations

from itertools import islice
from typing import Any

import pytest
from qcontract.drift.schemas import Direction, Schemas, View, formats
from qcontract.drift.schemas.automaton import matches, texts

UUID = {"format": "uuid"}
HARMLESS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    *(
        ({"format": name}, {"format": name, "minLength": 1})
        for name in ("date", "date-time", "email", "uri", "hostname")
    ),
    *(({"format": name}, {"format": name, "maxLength": 1000}) for name in ("date", "ipv4", "ipv6", "uuid", "hostname")),
    *(({"format": name}, {"format": name, "pattern": "^.+$"}) for name in ("date-time", "uuid", "uri", "email")),
    (UUID, {**UUID, "minLength": 36, "maxLength": 36}),
    ({"format": "date"}, {"format": "date", "maxLength": 10}),
    (UUID, {"maxLength": 36}),
    (UUID, {"pattern": "^[0-9A-Fa-f-]{36}$"}),
    ({"pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}, UUID),
]
HARMFUL: list[tuple[dict[str, Any], dict[str, Any]]] = [
    (UUID, {**UUID, "maxLength": 35}),
    ({"format": "date"}, {"format": "date", "minLength": 11}),
    (UUID, {**UUID, "pattern": "^[0-9a-f-]+$"}),
    ({"pattern": "^[0-9a-g]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}, UUID),
    ({"format": "uri", "pattern": "^https://(.+)/a/"}, {"format": "uri", "pattern": "^http://"}),
    ({"format": "uri-reference"}, {"format": "uri-reference", "minLength": 1}),
]


def verdict(old: dict[str, Any], new: dict[str, Any]) -> str:
    pair = ({"type": "string", **said} for said in (old, new))
    return Schemas({}, {}, view=View.WIRE).decide(*pair, Direction.REQUEST).verdict


@pytest.mark.parametrize(("old", "new"), HARMLESS, ids=str)
def test_what_every_text_of_a_format_has_anyway_is_safe(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert verdict(old, new) == "safe"


@pytest.mark.parametrize(("old", "new"), HARMFUL, ids=str)
def test_what_some_text_of_a_format_has_not_breaks(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert verdict(old, new) == "breaking"


def test_what_cannot_be_proven_of_a_format_is_unknown() -> None:
    assert verdict({"format": "email"}, {"format": "email", "maxLength": 1000}) == "unknown"
    assert verdict({"enum": ["(a)"]}, {"enum": ["(a)"], "format": "regex"}) == "unknown"


@pytest.mark.parametrize("name", formats.MEMBERS)
def test_shapes_hold_all_members_and_validators_know_the_sure_ones(name: str) -> None:
    jsonschema_rs = pytest.importorskip("jsonschema_rs")
    validator = jsonschema_rs.Draft202012Validator({"format": name}, validate_formats=True)
    assert all(matches(formats.shape(name), member) for member in formats.MEMBERS[name])
    assert all(map(validator.is_valid, islice(texts(formats.sure(name), 0, 60), 200)))
