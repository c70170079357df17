"""jsoncompat decides on the same pairs; where it and we disagree, a validator or a listed reason must stand by us.

It is conservative: it calls incompatible whatever it cannot prove, above all under ``not``, in overlapping unions, and
where a branch or a range is empty. That is no contradiction, and is checked against values that it makes itself.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from qcontract.drift.schemas import Direction, Schemas, View
from support.judged import judge, sides
from support.schemas import SCHEMAS, VALUES

pytestmark = pytest.mark.heavy

OVERLOOKED = ("dependentSchemas", "dependentRequired", "pattern", "format", "not", "if", "contains")  # by jsoncompat

SETTINGS = settings(
    max_examples=1_500,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)


def second_opinion(old: Any, new: Any) -> bool | None:
    """Whether a reader of ``new`` takes what was written for ``old``, or None if jsoncompat gives up."""
    jsoncompat = pytest.importorskip("jsoncompat")
    try:
        return bool(jsoncompat.check_compat(json.dumps(old), json.dumps(new), "deserializer"))
    except ValueError:
        return None


def its_values(schema: Any) -> list[Any]:
    jsoncompat = pytest.importorskip("jsoncompat")
    try:
        return [json.loads(jsoncompat.generate_value(json.dumps(schema))) for _ in range(5)]
    except ValueError:
        return []


@SETTINGS
@given(SCHEMAS, SCHEMAS, st.lists(VALUES, min_size=30, max_size=30))
def test_every_disagreement_is_explained(old: Any, new: Any, values: list[Any]) -> None:
    text = json.dumps([old, new])
    if "$ref" in text:
        return
    relation = judge(old, new, view=View.EXACT)
    opinion = second_opinion(old, new)
    if relation.verdict == "breaking" and opinion:  # the witness has been checked by a validator
        assert any(f'"{word}' in text for word in OVERLOOKED), text
    if relation.verdict == "safe" and opinion is False:
        sender, receiver = sides(Schemas({}, {}, view=View.EXACT), old, new, Direction.REQUEST)
        for value in [*values, *its_values(old)]:
            assert not sender.is_valid(value) or receiver.is_valid(value), (text, value)
