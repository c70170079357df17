"""The catalogue: every rule that a finding can belong to.

>>> rule("enum-value-removed").aspect
'enum'
"""

from __future__ import annotations

import difflib
from functools import cache

from qcontract.errors import ConfigurationError
from qcontract.findings.catalogue import (
    access,
    constraints,
    exchanges,
    generated,
    objects,
    operations,
    parameters,
    values,
)
from qcontract.findings.catalogue.definition import CLIENTS, Client, Example, Levels, Rule
from qcontract.findings.catalogue.frames import documents

__all__ = ["CLIENTS", "Client", "Example", "Levels", "Rule", "documents", "rule", "rules"]

_AREAS = (operations, access, parameters, exchanges, values, objects, constraints, generated)


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
        close = difflib.get_close_matches(name, known, n=3)
        hint = f"close names: {', '.join(close)}" if close else "qcontract drift rule lists all of them"
        raise ConfigurationError(f"there is no rule {name!r}", hint=hint)
    return known[name]


@cache
def _by_id() -> dict[str, Rule]:
    return {rule.id: rule for area in _AREAS for rule in area.RULES}
