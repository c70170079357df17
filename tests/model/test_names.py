"""Names that nobody knows: what is close, and what there is."""

from __future__ import annotations

import pytest
from qcontract.errors import ConfigurationError
from qcontract.model.names import choose, refuse_unknown, suggestion

SEVERAL = [f"name-{letter}" for letter in "abcdefghijklmnop"]
MANY = [f"operation{number}" for number in range(45)]


@pytest.mark.parametrize(
    ("name", "known", "told"),
    [
        ("nmae-a", SEVERAL, f"did you mean name-a or name-p or name-o? known are {', '.join(SEVERAL)}"),
        ("nmae-a", [*SEVERAL, "name-q"], "did you mean name-a or name-q or name-p?"),
        ("xyz", SEVERAL, f"known are {', '.join(SEVERAL)}"),
        ("xyz", MANY, f"known are {', '.join(MANY[:40])} and 5 more"),
        ("xyz", MANY[:40], f"known are {', '.join(MANY[:40])}"),
        ("xyz", [], "known are none"),
        (7, ["seven"], "known are seven"),
        ("sed", {"seed": 1, "db": 2}, "did you mean seed? known are seed, db"),
    ],
    ids=range(8),
)
def test_close_names_come_first_and_few_names_are_all_told(name: object, known: list[str], told: str) -> None:
    assert suggestion(name, known) == told


def test_a_known_name_is_returned_as_it_is_known() -> None:
    assert choose("letter", "b", ["a", "b"]) == "b"
    refuse_unknown("letter", ["a", "b"], ["a", "b"])


@pytest.mark.parametrize("name", ["c", 7, ["a"], "x" * 999])
def test_an_unknown_name_is_refused(name: object) -> None:
    with pytest.raises(ConfigurationError, match="there is no letter") as caught:
        choose("letter", name, ["a", "b"])
    assert len(caught.value.message) < 100
    with pytest.raises(ConfigurationError):
        refuse_unknown("letter", ["a", str(name)], ["a", "b"])
