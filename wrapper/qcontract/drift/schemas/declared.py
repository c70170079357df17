"""The terms of the names that a schema object declares, each read when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import define, field

from qcontract.contract.jsonvalue import JsonObject
from qcontract.drift.schemas.terms import Term
from qcontract.drift.schemas.views import Context

__all__ = ["Declared"]


@define(eq=False)
class Declared(Mapping[str, Term]):
    """What each name may hold; ``marked`` ones do not travel, and are ``absent``."""

    schemas: JsonObject
    marked: frozenset[str]
    absent: Term
    context: Context
    read: Callable[[Any, Context], Term]
    _terms: dict[str, Term] = field(factory=dict[str, Term])

    def __getitem__(self, name: str) -> Term:
        known = self._terms.get(name)
        if known is None:
            known = self.absent if name in self.marked else self.read(self.schemas[name], self.context)
            self._terms[name] = known
        return known

    def __contains__(self, name: object) -> bool:
        return name in self.schemas

    def __iter__(self) -> Iterator[str]:
        return iter(self.schemas)

    def __len__(self) -> int:
        return len(self.schemas)
