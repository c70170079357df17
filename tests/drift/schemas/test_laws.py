"""Laws of the decision on random pairs: what is proven holds for a validator, what is shown can be checked."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from qcontract.drift.schemas import Direction, Schemas, View
from support.judged import judge, sides
from support.schemas import DOCUMENTS, SCHEMAS, VALUES

FEW = settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(FEW, max_examples=5_000)

VIEWS = st.sampled_from(list(View))
DIRECTIONS = st.sampled_from(list(Direction))
PAIRS = st.tuples(DOCUMENTS, DOCUMENTS) | DOCUMENTS.map(lambda document: (document, document))


def check_against_validator(documents: Any, old: Any, new: Any, direction: Direction, values: list[Any]) -> None:
    """Every witness counts in every view; what is safe as written has no counterexample among the samples."""
    for view in View:
        relation = judge(old, new, direction, view, documents)
        if view is View.EXACT and relation.verdict == "safe":
            sender, receiver = sides(Schemas(*documents, view=view), old, new, direction)
            assert [value for value in values if sender.is_valid(value) and not receiver.is_valid(value)] == []


def check_views_are_nested(documents: Any, old: Any, new: Any, direction: Direction) -> None:
    """What breaks a tolerant client breaks a stricter one."""
    verdicts = [judge(old, new, direction, view, documents).verdict for view in (View.WIRE, View.STRICT, View.EXACT)]
    assert "breaking" not in verdicts or "safe" not in verdicts[verdicts.index("breaking") :]


SAMPLES = st.lists(VALUES, min_size=40, max_size=40)


@FEW
@given(PAIRS, SCHEMAS, SCHEMAS, DIRECTIONS, SAMPLES)
def test_a_validator_agrees(documents: Any, old: Any, new: Any, direction: Direction, values: list[Any]) -> None:
    check_against_validator(documents, old, new, direction, values)


@pytest.mark.heavy
@MANY
@given(PAIRS, SCHEMAS, SCHEMAS, DIRECTIONS, st.lists(VALUES, min_size=100, max_size=100))
def test_a_validator_agrees_on_many(
    documents: Any, old: Any, new: Any, direction: Direction, values: list[Any]
) -> None:
    check_against_validator(documents, old, new, direction, values)


@FEW
@given(PAIRS, SCHEMAS, SCHEMAS, DIRECTIONS)
def test_what_breaks_a_tolerant_client_breaks_a_strict_one(documents: Any, old: Any, new: Any, direction: Any) -> None:
    check_views_are_nested(documents, old, new, direction)


@FEW
@given(DOCUMENTS, SCHEMAS, VIEWS, DIRECTIONS)
def test_nothing_changed_is_safe_and_equal(document: Any, schema: Any, view: View, direction: Direction) -> None:
    copy = json.loads(json.dumps([document, schema]))
    relation = judge(schema, copy[1], direction, view, (document, copy[0]))
    assert relation.verdict == "safe"
    assert relation.equal is not False


@FEW
@given(DOCUMENTS, st.lists(SCHEMAS, min_size=3, max_size=3), DIRECTIONS)
def test_safe_twice_never_breaks(document: Any, three: list[Any], direction: Direction) -> None:
    schemas = Schemas(document, document, view=View.EXACT)
    for one, two, three_ in ((0, 1, 2), (1, 0, 2), (2, 1, 0)):
        first = schemas.decide(three[one], three[two], direction).verdict
        second = schemas.decide(three[two], three[three_], direction).verdict
        if first == second == "safe":
            assert schemas.decide(three[one], three[three_], direction).verdict != "breaking"


def reordered(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: reordered(value[name]) for name in reversed(value)}
    return [reordered(item) for item in value] if isinstance(value, list) else value


def wrapped(schema: Any) -> Any:
    return {"allOf": [{"anyOf": [{"$defs": {}, "description": "the same", "allOf": [schema]}]}]}


@FEW
@given(PAIRS, SCHEMAS, SCHEMAS, VIEWS, DIRECTIONS)
def test_order_and_wrapping_never_matter(documents: Any, old: Any, new: Any, view: View, direction: Direction) -> None:
    first = judge(old, new, direction, view, documents)
    turned = judge(reordered(old), reordered(new), direction, view, (reordered(documents[0]), reordered(documents[1])))
    assert first.verdict == turned.verdict
    assert judge(wrapped(old), new, direction, view, documents).verdict == first.verdict
    assert judge(old, wrapped(new), direction, view, documents).verdict == first.verdict


@FEW
@given(PAIRS, SCHEMAS, SCHEMAS, VIEWS, DIRECTIONS)
def test_the_same_question_has_the_same_answer(documents: Any, old: Any, new: Any, view: View, direction: Any) -> None:
    asked = Schemas(*documents, view=view)
    asked.decide(new, old, direction)
    again = Schemas(*documents, view=view)
    again.decide(new, old, direction)
    assert json.dumps(asked.decide(old, new, direction).witness) == json.dumps(
        again.decide(old, new, direction).witness
    )


@FEW
@given(DOCUMENTS, SCHEMAS, DIRECTIONS)
def test_inline_or_referred_to_is_the_same(document: Any, schema: Any, direction: Direction) -> None:
    renamed = json.loads(json.dumps(document).replace("/Tree", "/Renamed").replace('"Tree"', '"Renamed"'))
    other = json.loads(json.dumps(schema).replace("/Tree", "/Renamed"))
    renamed["x"] = other
    relation = judge(schema, {"$ref": "#/x"}, direction, View.EXACT, (document, renamed))
    assert relation.verdict != "breaking"
    assert relation.equal is not False
