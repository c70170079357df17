"""The catalogue: complete, monotone, and true, since every example is compared."""

from __future__ import annotations

import datetime
import re

import pytest
from qcontract.contract.source import Spec
from qcontract.drift import compare
from qcontract.errors import ConfigurationError
from qcontract.findings import CLIENTS, LEVELS, Report, Rule, documents, rule, rules

TODAY = datetime.date(2026, 11, 21)


def reports(chosen: Rule) -> list[Report]:
    old, new = documents(chosen.example)
    return [compare(Spec.of(old, "old"), Spec.of(new, "new"), client, as_of=TODAY, metadata=True) for client in CLIENTS]


@pytest.mark.parametrize("chosen", rules(), ids=lambda chosen: chosen.id)
def test_the_example_shows_its_rule(chosen: Rule) -> None:
    found = [{finding.rule for finding in report.findings} for report in reports(chosen)]
    assert any(chosen.id in names for names in found), found


@pytest.mark.parametrize("chosen", rules(), ids=lambda chosen: chosen.id)
def test_what_breaks_a_client_breaks_the_less_tolerant_ones(chosen: Rule) -> None:
    breaking = [
        {finding.fingerprint for finding in report.at_least("breaking") if not finding.rule.startswith("generated-")}
        for report in reports(chosen)
    ]
    assert breaking[0] <= breaking[1] <= breaking[2]
    worst = [["equal", "compatible", "risky", "breaking"].index(report.verdict) for report in reports(chosen)]
    assert worst == sorted(worst)


@pytest.mark.parametrize("chosen", rules(), ids=lambda chosen: chosen.id)
def test_levels_never_fall_from_wire_to_strict(chosen: Rule) -> None:
    for direction in ("request", "response", "both"):
        ranks = [LEVELS.index(chosen.level(client, direction)) for client in CLIENTS]
        assert ranks == sorted(ranks, reverse=True)


@pytest.mark.parametrize("chosen", rules(), ids=lambda chosen: chosen.id)
def test_a_rule_says_everything(chosen: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", chosen.id)
    for text in (chosen.title, chosen.says, chosen.meaning, chosen.breaks, chosen.advice, chosen.aspect, chosen.area):
        assert text
    assert all(text.endswith(".") for text in (chosen.meaning, chosen.breaks, chosen.advice))
    assert not re.search(r"[{}]", chosen.sentence + chosen.advice), "only names that every finding has are filled in"
    assert len(chosen.advice.split()) >= 4 or chosen.advice == "Nothing needs to be done."


def test_ids_are_unique() -> None:
    assert len({chosen.id for chosen in rules()}) == len(rules())


def test_an_unknown_rule_names_close_ones() -> None:
    with pytest.raises(ConfigurationError) as caught:
        rule("enum-value-remove")
    assert "enum-value-removed" in str(caught.value.hint)
    with pytest.raises(ConfigurationError) as caught:
        rule("sunset")
    assert "sunset-earlier, sunset-later" in str(caught.value.hint), "a part of a name is enough to find it"
