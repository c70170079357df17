"""Whether two places are written alike, so that nothing about them needs to be decided."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import define, field

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, is_object, is_same
from qcontract.drift.mentions import Mentions, mentions
from qcontract.drift.nodes import Node
from qcontract.errors import ContractError

__all__ = ["Sameness"]


@define(eq=False)
class Sameness:
    """Knows which components changed, themselves or through what they refer to.

    It looks at texts only, and is fast where the new document holds the equal parts of the old one themselves. In
    documents of different versions the same text may mean two things, so that nothing is known to be the same.
    """

    old: JsonObject
    new: JsonObject
    comparable: bool = True
    _targets: dict[str, Mentions | None] = field(init=False)
    _changed: frozenset[str] = field(init=False)
    _links: dict[str, list[str] | None] = field(factory=dict[str, "list[str] | None"], init=False)

    def __attrs_post_init__(self) -> None:
        self._targets, self._changed = _changed(self.old, self.new)

    def same(self, old: Node, new: Node) -> bool:
        """Whether both places hold the same text, and what it refers to is the same on both sides."""
        if not self.comparable:
            return False
        if self._is_one(old, new):
            return old.pointer not in self._changed
        return is_same(old.value, new.value) and self._changed.isdisjoint(mentions(old.value).targets)

    def links(self, old: Node, new: Node) -> list[str] | None:
        """Where two schemas of one text lead to something that changed; None if more than that may differ.

        Under a negation and the like, what is more below is less above: there a link would say the contrary.
        """
        if not self.comparable or not old.is_written or not new.is_written:
            return None
        if not self._is_one(old, new):
            return self._leads(mentions(old.value)) if is_same(old.value, new.value) else None
        if old.pointer not in self._links:
            self._links[old.pointer] = self._leads(self._targets[old.pointer])
        return self._links[old.pointer]

    def mentions(self, node: Node) -> Mentions:
        """What is mentioned in a place."""
        known = self._targets.get(node.pointer) if node.is_written else None
        return known or mentions(node.value)

    def _leads(self, said: Mentions | None) -> list[str] | None:
        return None if said is None or said.contrary else sorted(said.targets & self._changed)

    def _is_one(self, old: Node, new: Node) -> bool:
        written = old.is_written and new.is_written
        return written and old.pointer == new.pointer and old.pointer in self._targets


def _changed(old: JsonObject, new: JsonObject) -> tuple[dict[str, Mentions | None], frozenset[str]]:
    """All reference targets, with what they mention if both texts are the same; and those that a difference reaches."""
    targets: dict[str, Mentions | None] = {}
    referrers: dict[str, set[str]] = {}
    waiting = [*mentions(_rest(old)).targets, *mentions(_rest(new)).targets, *_components(old, new)]
    while waiting:
        target = waiting.pop()
        if target in targets:
            continue
        before, after = _found(old, target), _found(new, target)
        said = mentions(before)
        targets[target] = said if is_same(before, after) else None
        references = said.targets if targets[target] else said.targets | mentions(after).targets
        for reference in references:
            referrers.setdefault(reference, set()).add(target)
            waiting.append(reference)
    return targets, _closure((target for target, said in targets.items() if said is None), referrers)


def _closure(found: Iterable[str], referrers: dict[str, set[str]]) -> frozenset[str]:
    changed = set(found)
    waiting = list(changed)
    while waiting:
        for referrer in referrers.get(waiting.pop(), ()):
            if referrer not in changed:
                changed.add(referrer)
                waiting.append(referrer)
    return frozenset(changed)


def _rest(document: JsonObject) -> JsonObject:
    return {name: value for name, value in document.items() if name != "components"}


def _components(*documents: JsonObject) -> set[str]:
    return {
        pointer.join("components", kind, name)
        for document in documents
        for kind, members in document.get("components", {}).items()
        if is_object(members)
        for name in members
    }


def _found(document: JsonObject, target: str) -> Any:
    """What a reference leads to; None if it leads nowhere, as only those in examples do."""
    try:
        return pointer.find(document, target)
    except ContractError:
        return None
