"""Subtypes that only a tag leads to: whether their values still fit is not decided, so that a change is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from attrs import define, field

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, canonical, is_array, is_object, is_same
from qcontract.contract.keywords import MAPS
from qcontract.drift.hierarchies import Hierarchies, Reach, TooLarge
from qcontract.drift.paths import Endpoint, Section, endpoints, pair
from qcontract.findings import NO_EVIDENCE, SUBTYPE, Client, Evidence, Exchange, Finding, Place, Subject, rule

__all__ = ["Polymorphism"]

_RULE = rule(SUBTYPE)
_UNPROVEN = "by the rule: no schema of a message says which subtypes there are"
_TRAVEL: dict[Exchange, str] = {"request": "component, sent", "response": "component, received", "both": "component"}
_CHANGED, _NEW, _GONE = "changed", "is new", "is gone"
_WORDING = frozenset({"$comment", "description", "example", "examples", "externalDocs", "summary", "title"})
_ORDERLESS = frozenset({"allOf", "anyOf", "enum", "oneOf", "required", "type"})
_LITERAL = frozenset({"const", "default", "enum"})
_NAMES = MAPS | {"$defs", "definitions", "dependentRequired", "mapping"}


@define(eq=False)
class _Case:
    """What became of a subtype, and whom it concerns."""

    base: str
    exchanges: set[Exchange] = field(factory=set[Exchange])
    operations: set[str] = field(factory=set[str])
    changed: set[str] = field(factory=set[str])

    @property
    def direction(self) -> Exchange:
        return next(iter(self.exchanges)) if len(self.exchanges) == 1 else "both"


_Cases = dict[tuple[str, str], _Case]
_Pairs = Sequence[tuple[Endpoint, Endpoint, str]]


@define(eq=False)
class Polymorphism:
    """Looks at the hierarchies of both documents, where they have any."""

    old: JsonObject
    new: JsonObject
    _old: Hierarchies = field(init=False)
    _new: Hierarchies = field(init=False)
    _differing: dict[str, bool] = field(factory=dict[str, bool], init=False)
    _changes: dict[str, set[str]] = field(factory=dict[str, set[str]], init=False)

    def __attrs_post_init__(self) -> None:
        self._old, self._new = Hierarchies(self.old), Hierarchies(self.new)

    def findings(self, api: str, client: Client) -> Iterator[Finding]:
        """A finding for each subtype that changed, came or went and that nothing else in the report looks at."""
        for (where, became), case in sorted(self._cases().items()):
            level = _RULE.level(client, case.direction)
            place = Place(part=_name(where), note=_TRAVEL[case.direction])
            words = {"value": _name(where), "old": _name(case.base), "new": became, "it": place.short}
            yield Finding(
                rule=_RULE.id,
                level=level,
                subject=Subject(api, case.direction, where, "", _RULE.aspect, None, self._outcome(became, case)),
                place=place,
                message=f"{place}: {_RULE.says.format(**words)}",
                verdict="unknown",
                evidence=Evidence("none", reason=_UNPROVEN) if level == "breaking" else NO_EVIDENCE,
                operations=tuple(sorted(case.operations)),
                old_pointer=where if self._old.value(where) is not None else "",
                new_pointer=where if self._new.value(where) is not None else "",
                advice=_RULE.advises.format(**words),
            )

    def _outcome(self, became: str, case: _Case) -> Any:
        """What tells this change from the next one of the same subtype."""
        return {place: _form(self._new.value(place)) for place in case.changed} if case.changed else became

    def _cases(self) -> _Cases:
        suspects = self._suspects(self._differs)
        if not suspects:
            return {}
        pairs = [*_pairs(self.old, self.new)]
        try:
            return self._followed(pairs, suspects)
        except TooLarge:
            return self._unfollowed(pairs)

    def _followed(self, pairs: _Pairs, suspects: set[str]) -> _Cases:
        cases: _Cases = {}
        for one, other, name in pairs:
            self._compare(one, other, name, suspects, cases)
        return cases

    def _unfollowed(self, pairs: _Pairs) -> _Cases:
        """The subtypes with a change that no message leads to by itself; which operations lead to them is left open."""
        before = self._old.plain(said for one, _, _ in pairs for _, said in _messages(one))
        after = self._new.plain(said for _, other, _ in pairs for _, said in _messages(other))
        shown = before & after
        suspects = self._suspects(lambda where: where not in shown and self._differs(where))
        families = [*self._old.subtypes.items(), *self._new.subtypes.items()]
        bases = {where: min(base for base, heirs in families if where in heirs) for where in suspects - shown}
        return {(where, _CHANGED): _Case(base, {"both"}, changed={where}) for where, base in bases.items()}

    def _suspects(self, differs: Callable[[str], bool]) -> set[str]:
        """Subtypes that differ in themselves, below them, or in what they are subtypes of."""
        before, after = self._old.subtypes, self._new.subtypes
        moved = {heir for base in before.keys() & after.keys() for heir in before[base] ^ after[base]}
        stayed = {*_heirs(before)} & {*_heirs(after)}
        changed = (side.leading_to(stayed, differs) for side in (self._old, self._new))
        return moved | (stayed & set().union(*changed))

    def _compare(self, old: Endpoint, new: Endpoint, name: str, suspects: set[str], cases: _Cases) -> None:
        messages = zip(_messages(old), _messages(new), strict=True)
        for (exchange, one), (_, other) in messages:
            before, after = self._old.reached(one), self._new.reached(other)
            for where in suspects & (before.led.keys() | after.led.keys()):
                changed = self._changed(where) - (before.plain & after.plain)
                became = _became(where, before, after, is_changed=bool(changed))
                if became:
                    case = cases.setdefault((where, became), _Case(_leader(where, before, after)))
                    case.exchanges.add(exchange)
                    case.operations.add(name)
                    case.changed |= changed if became == _CHANGED else set()

    def _changed(self, where: str) -> set[str]:
        """The places that differ, of a subtype and everything below it."""
        if where not in self._changes:
            below = self._old.below(where) | self._new.below(where)
            self._changes[where] = set(filter(self._differs, below))
        return self._changes[where]

    def _differs(self, where: str) -> bool:
        if where not in self._differing:
            old, new = self._old.value(where), self._new.value(where)
            self._differing[where] = old is not new and not is_same(_form(old), _form(new))
        return self._differing[where]


def _became(where: str, before: Reach, after: Reach, *, is_changed: bool) -> str:
    """What became of a subtype for one message; nothing where the comparison of the message itself says it.

    A base that is on one side only is a difference of the message, and so are its subtypes.
    """
    if where in before.plain and where in after.plain:
        return ""
    was, will = (where in side.led or where in side.plain for side in (before, after))
    if was and will:
        return _CHANGED if is_changed else ""
    if not _leaders(where, before, after) & before.bases & after.bases:
        return ""
    return _GONE if was else _NEW


def _leader(where: str, before: Reach, after: Reach) -> str:
    """The base to name in a sentence about a subtype: rather one that stayed."""
    leaders = _leaders(where, before, after)
    return min(leaders & before.bases & after.bases or leaders)


def _leaders(where: str, before: Reach, after: Reach) -> set[str]:
    return before.led.get(where, set()) | after.led.get(where, set())


def _pairs(old: JsonObject, new: JsonObject) -> Iterator[tuple[Endpoint, Endpoint, str]]:
    """Every operation that stayed or moved, on both sides, and its name."""
    sections: tuple[tuple[Section, str], ...] = (("paths", ""), ("webhooks", "webhook "))
    for section, prefix in sections:
        found = pair([*endpoints(old, "old", section)], [*endpoints(new, "new", section)])
        for one, other in (*found.stayed, *found.moved):
            yield one, other, prefix + one.name


def _messages(endpoint: Endpoint) -> tuple[tuple[Exchange, Any], ...]:
    """What goes each way in an operation; in a webhook the client answers."""
    node = endpoint.node
    asked = [endpoint.item.get("parameters"), node.get("parameters"), node.get("requestBody")]
    answered = node.get("responses")
    sent, received = (answered, asked) if endpoint.section == "webhooks" else (asked, answered)
    return ("request", sent), ("response", received), ("both", node.get("callbacks"))


def _heirs(subtypes: dict[str, frozenset[str]]) -> Iterator[str]:
    for heirs in subtypes.values():
        yield from heirs


def _name(where: str) -> str:
    return pointer.parent(where)[1]


def _form(schema: Any) -> Any:
    """A schema without its wording, and with what has no order in one order."""
    if is_array(schema):
        return [_form(entry) for entry in schema]
    if not is_object(schema):
        return schema
    return {
        word: _said(word, value) for word, value in schema.items() if word not in _WORDING and not word.startswith("x-")
    }


def _said(word: str, value: Any) -> Any:
    if word in _NAMES and is_object(value):
        return {name: _form(inner) for name, inner in value.items()}
    said = value if word in _LITERAL else _form(value)
    return sorted(said, key=canonical) if word in _ORDERLESS and is_array(said) else said
