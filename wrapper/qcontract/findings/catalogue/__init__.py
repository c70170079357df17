"""The catalogue: every rule that a finding can belong to.

>>> rule("enum-value-removed").aspect
'enum'
"""

from __future__ import annotations

import difflib
from functools import cache

from qcontract.errors import ConfigurationError
from qcontract.findings.catalogue import (
    answers,
    arrays,
    bodies,
    call_contents,
    calls_back,
    constraints,
    discriminators,
    enumerations,
    generated,
    hierarchies,
    lifecycle,
    members,
    metadata,
    objects,
    operations,
    parameter_forms,
    parameters,
    replies,
    security,
    servers,
    types,
    unions,
    unreadable,
    value_annotations,
    whole_values,
)
from qcontract.findings.catalogue.definition import CLIENTS, Client, Example, Levels, Rule
from qcontract.findings.catalogue.frames import documents

__all__ = [
    "CLIENTS",
    "METADATA",
    "SUBTYPE",
    "UNREADABLE",
    "Client",
    "Example",
    "Levels",
    "Rule",
    "documents",
    "rule",
    "rules",
]

METADATA = metadata.AREA
"""The area of rules whose findings are told only when somebody asks."""
SUBTYPE = hierarchies.RULES[0].id
"""The rule of subtypes, of which only a tag knows."""
UNREADABLE = unreadable.RULES[0].id
"""The rule of parts that nobody can read, of which nothing can be derived."""

_CHAPTERS = (
    (operations, lifecycle, security, servers, parameters, parameter_forms, bodies, answers),
    (calls_back, call_contents, replies),
    (
        types,
        enumerations,
        value_annotations,
        whole_values,
        members,
        objects,
        arrays,
        unions,
        discriminators,
        hierarchies,
        constraints,
    ),
    (generated,),
    (unreadable, metadata),
)
"""What is exchanged, and with whom, when the client calls and when the service does; what values there are; what the
code is like that is generated; the rest."""


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the catalogue."""
    return tuple(_by_id().values())


def rule(name: str) -> Rule:
    """The rule with this id.

    Raises:
        ConfigurationError: There is none; the hint names close ones.
    """
    known = _by_id()
    if name not in known:
        close = [each for each in known if name and name in each][:8] or difflib.get_close_matches(name, known, n=3)
        hint = f"close names: {', '.join(close)}" if close else "qcontract drift rule lists all of them"
        raise ConfigurationError(f"there is no rule {name!r}", hint=hint)
    return known[name]


@cache
def _by_id() -> dict[str, Rule]:
    return {rule.id: rule for chapter in _CHAPTERS for area in chapter for rule in area.RULES}
