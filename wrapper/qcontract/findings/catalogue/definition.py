"""What a rule says, and to which client it is how bad."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from attrs import frozen

from qcontract.findings.finding import Level
from qcontract.findings.subject import Exchange

__all__ = [
    "BREAKING",
    "CLIENTS",
    "COMPATIBLE",
    "ERRATIC",
    "NARROWS",
    "RECORD",
    "WIDENS",
    "Client",
    "Example",
    "Levels",
    "Rule",
    "by_direction",
    "by_view",
    "define",
]

Client = Literal["wire", "sdk", "strict"]
CLIENTS: tuple[Client, ...] = ("wire", "sdk", "strict")
Frame = Literal["schema", "parameters", "operation", "document"]
Levels = Mapping[Exchange, Mapping[Client, Level]]


def by_view(wire: Level, sdk: Level, strict: Level) -> Levels:
    """Levels that differ by client and not by direction."""
    views: dict[Client, Level] = {"wire": wire, "sdk": sdk, "strict": strict}
    return {"request": views, "response": views, "both": views}


def by_direction(request: Level, response: Level) -> Levels:
    """Levels that differ by direction and not by client."""
    return {
        "request": dict.fromkeys(CLIENTS, request),
        "response": dict.fromkeys(CLIENTS, response),
        "both": dict.fromkeys(CLIENTS, "breaking"),
    }


NARROWS = by_direction("breaking", "compatible")
"""Fewer values than before: clients may send what is refused now."""
WIDENS = by_direction("compatible", "breaking")
"""More values than before: clients may receive what they do not expect."""
ERRATIC = by_view("risky", "risky", "breaking")
"""Neither can be told from the rule alone."""
BREAKING = by_view("breaking", "breaking", "breaking")
COMPATIBLE = by_view("compatible", "compatible", "compatible")
RECORD = by_view("info", "info", "info")


@frozen
class Example:
    """Two fragments between which the rule finds its difference.

    Args:
        frame: What the fragments are: a ``schema`` of a body, the ``parameters`` of an operation, members of an
            ``operation``, or members of the whole ``document``.
        old: The fragment before.
        new: The fragment after.
        direction: Which body a ``schema`` stands in.
    """

    frame: Frame
    old: Any
    new: Any
    direction: Exchange = "request"


_GENERAL = {"value": "<value>", "old": "<old>", "new": "<new>", "it": "<place>"}


@frozen(kw_only=True)
class Rule:
    """A kind of difference.

    Args:
        id: Stable name in kebab case.
        area: Chapter of the catalogue.
        aspect: What the subjects of its findings are about.
        title: The difference in a few words.
        says: The sentence of a finding, with ``{value}``, ``{old}`` and ``{new}`` filled in.
        meaning: What the difference is.
        breaks: Whom it breaks, and how.
        advises: What to do about it, with ``{it}`` for the place as well; with several values at once where there is
            ``many``, and then of ``{value}`` and ``{it}`` alone.
        levels: How bad it is where a decision cannot tell, by direction and client.
        example: The smallest pair that shows it.
        many: The sentence about several ``{values}`` at one place, where they are worth saying together.
    """

    id: str
    area: str
    aspect: str
    title: str
    says: str
    meaning: str
    breaks: str
    advises: str
    levels: Levels
    example: Example
    many: str = ""

    @property
    def sentence(self) -> str:
        """What a finding says, in general."""
        return self.says.format(**_GENERAL)

    @property
    def advice(self) -> str:
        """What to do about it, in general."""
        return self.advises.format(**_GENERAL)

    def level(self, client: Client, direction: Exchange) -> Level:
        """How bad it is for this client, where no decision says otherwise."""
        return self.levels[direction][client]


def define(
    area: str,
    name: str,
    aspect: str,
    title: str,
    says: str,
    why: tuple[str, str, str],
    levels: Levels,
    example: Example,
    many: str = "",
) -> Rule:
    """A rule from its words in the order of the catalogue; ``why`` holds meaning, whom it breaks, and advice."""
    meaning, breaks, advises = why
    return Rule(
        id=name,
        area=area,
        aspect=aspect,
        title=title,
        says=says,
        meaning=meaning,
        breaks=breaks,
        advises=advises,
        levels=levels,
        example=example,
        many=many,
    )
