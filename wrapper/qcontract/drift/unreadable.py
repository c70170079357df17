"""Parts of the two contracts that nobody can read: what is told of them, and which differences rest on them alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

from attrs import define, field

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, canonical, is_array, is_object
from qcontract.contract.source import Problem, Spec
from qcontract.contract.unread import INVALID, UNREAD, unread
from qcontract.drift.mentions import mentions
from qcontract.drift.nodes import Side
from qcontract.drift.paths import Section, endpoints
from qcontract.findings import NO_EVIDENCE, UNREADABLE, Client, Evidence, Finding, Place, Subject, rule

__all__ = ["Unreadable"]

_RULE = rule(UNREADABLE)
_UNPROVEN = "by the rule: nobody can read it"
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


@define(eq=False)
class Unreadable:
    """Looks at the problems of both contracts, where they have any."""

    old: Spec
    new: Spec
    _told: dict[tuple[str, str], dict[Side, Problem]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._told = {}
        sides: tuple[tuple[Side, Spec], ...] = (("old", self.old), ("new", self.new))
        for side, spec in sides:
            for problem in spec.problems:
                if not problem.read:
                    said = canonical(_value(spec.document, problem.pointer))
                    self._told.setdefault((_nameless(problem.pointer), said), {})[side] = problem

    @property
    def reasons(self) -> frozenset[str]:
        """Why parts cannot be read that are not the same in both contracts."""
        told = (sides for key, sides in self._told.items() if not _is_same(key, sides))
        return frozenset(problem.message for sides in told for problem in sides.values())

    def findings(self, api: str, client: Client) -> Iterator[Finding]:
        """A finding for each part: what is written alike in both contracts is one."""
        if not self._told:
            return
        documents: dict[Side, JsonObject] = {"old": self.old.document, "new": self.new.document}
        callers = {side: _callers(document) for side, document in documents.items()}
        for key, sides in self._told.items():
            side: Side = "new" if "new" in sides else "old"
            value = _value(documents[side], sides[side].pointer)
            is_same = _is_same(key, sides)
            level = "info" if is_same else _RULE.level(client, "both")
            place = Place(part=" > ".join(pointer.parts(sides[side].pointer)) or "document")
            words = {"value": sides[side].message, "it": place.short}
            reached = {
                caller for each, problem in sides.items() for caller in _reaching(callers[each], problem.pointer)
            }
            yield Finding(
                rule=_RULE.id,
                level=level,
                subject=Subject(api, "both", key[0], "", _RULE.aspect, value),
                place=place,
                message=f"{place}: {_RULE.says.format(**words)}",
                verdict="safe" if is_same else "unknown",
                evidence=Evidence("none", reason=_UNPROVEN) if level == "breaking" else NO_EVIDENCE,
                operations=tuple(sorted(reached)),
                old_pointer=sides["old"].pointer if "old" in sides else "",
                new_pointer=sides["new"].pointer if "new" in sides else "",
                advice=_RULE.advises.format(**words),
            )

    def known(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Those findings that do not come from a part being unreadable on the other side."""
        if not self.reasons:
            yield from findings
            return
        for finding in findings:
            if not self._is_hidden(finding):
                yield finding

    def _is_hidden(self, finding: Finding) -> bool:
        places = {finding.old_pointer, finding.new_pointer} - {""}
        documents = self.old.document, self.new.document
        alone, area = not (finding.old_pointer and finding.new_pointer), rule(finding.rule).area
        if area == "access":
            places |= {scheme for document in documents for place in places for scheme in _schemes(document, place)}
        if area == "generated" and any(_is_partly_unread(_landing(*each)) for each in product(documents, places)):
            return True
        return any(_hides(document, place, alone=alone) for document, place in product(documents, places))


def _is_same(key: tuple[str, str], sides: dict[Side, Problem]) -> bool:
    """Whether both contracts have the same words there, which lead to nothing that may have changed."""
    name, said = key
    if len(sides) < 2 or name.endswith("/$dynamicRef"):
        return False
    return not name.endswith("/$ref") or not said.startswith('"') or said.startswith('"#')


def _callers(document: JsonObject) -> dict[str, set[str]]:
    """The operations that lead to a place and to everything below it, by the places."""
    callers: dict[str, set[str]] = {}
    leads: dict[str, frozenset[str]] = {}
    sections: tuple[tuple[Section, str], ...] = (("paths", ""), ("webhooks", "webhook "))
    for section, prefix in sections:
        for each in endpoints(document, "new", section):
            shared = each.item.get("parameters")
            found = {target for place in (each.node.value, shared) for target in mentions(place).targets}
            own = (each.node.pointer, pointer.join(section, each.path, "parameters"))
            for place in (*own, *_closure(document, found, leads)):
                callers.setdefault(place, set()).add(prefix + each.name)
    return callers


def _reaching(callers: dict[str, set[str]], where: str) -> set[str]:
    names = pointer.parts(where)
    above = (pointer.join(*names[:count]) for count in range(1, len(names) + 1))
    return {caller for place in above for caller in callers.get(place, ())}


def _closure(document: JsonObject, targets: set[str], leads: dict[str, frozenset[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [*targets]
    while waiting:
        target = waiting.pop()
        if target not in reached:
            reached.add(target)
            if target not in leads:
                leads[target] = mentions(_found(document, target)).targets
            waiting += leads[target]
    return reached


def _found(document: JsonObject, where: str) -> Any:
    value: Any = document
    for name in pointer.parts(where):
        value = _step(value, name)
    return value


def _step(value: Any, name: str) -> Any:
    if is_object(value):
        return value.get(name)
    return value[int(name)] if is_array(value) and name.isdecimal() and int(name) < len(value) else None


def _value(document: JsonObject, where: str) -> Any:
    """What stood in a place before it was taken out."""
    names = pointer.parts(where)
    above = (_found(document, pointer.join(*names[:-1])), names[-1] if names else "")
    for holder, name in ((_found(document, where), ""), above):
        listed = holder.get(UNREAD) if is_object(holder) else None
        for part in listed if is_array(listed) else ():
            if is_object(part) and part.get("name", "") == name:
                return part.get("value")
    return None


def _nameless(where: str) -> str:
    """The place without the names of path parameters, as subjects have it."""
    names = list(pointer.parts(where))
    if names[:1] == ["paths"] and names[1:]:
        names[1] = _PLACEHOLDER.sub("{}", names[1])
    return pointer.join(*names)


def _hides(document: JsonObject, where: str, *, alone: bool) -> bool:
    """Whether something that cannot be read stands on the way to a place, or there.

    What stands ``alone``, without a counterpart, may have it in an entry of the same list that cannot be read.
    """
    value: Any = document
    for name in pointer.parts(where):
        value = _followed(document, value)
        gone = unread(value)
        if name in gone or ("" in gone and name not in value) or (alone and _has_gaps(document, value)):
            return True
        value = _at(value, name)
    return _says_nothing(_followed(document, value))


def _landing(document: JsonObject, where: str) -> Any:
    """What stands in a place of a document, behind references; None if nothing does."""
    value: Any = document
    for name in pointer.parts(where):
        value = _at(_followed(document, value), name)
    return _followed(document, value)


def _is_partly_unread(value: Any) -> bool:
    """Whether something in it cannot be read."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if unread(part):
            return True
        waiting += part.values() if is_object(part) else part if is_array(part) else ()
    return False


def _schemes(document: JsonObject, place: str) -> set[str]:
    """Where the schemes are described that the requirements in a place name."""
    asked = _landing(document, place)
    names = {name for each in (asked if is_array(asked) else ()) if is_object(each) for name in each}
    return {pointer.join("components", "securitySchemes", name) for name in names}


def _says_nothing(value: Any) -> bool:
    """Whether nothing is left beside what cannot be read."""
    return "" in unread(value) and value.keys() <= {INVALID, UNREAD}


def _has_gaps(document: JsonObject, value: Any) -> bool:
    """Whether it is a list with entries that cannot be read."""
    return is_array(value) and any(unread(_followed(document, each)) for each in value)


def _at(value: Any, name: str) -> Any:
    """One step down; paths are known by what they look like, without the names of their parameters."""
    below = _step(value, name)
    if below is None and is_object(value) and name.startswith("/"):
        shape = _PLACEHOLDER.sub("{}", name)
        return next((each for known, each in value.items() if _PLACEHOLDER.sub("{}", known) == shape), None)
    return below


def _followed(document: JsonObject, value: Any) -> Any:
    """The value at the end of its references, of which the loader has refused circles."""
    while is_object(value) and isinstance(reference := value.get("$ref"), str) and "" not in unread(value):
        value = _found(document, pointer.from_fragment(reference))
    return value
