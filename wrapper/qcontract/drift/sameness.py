"""Whether two places are written alike, so that nothing about them needs to be decided."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache

from attrs import define, field

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, canonical, is_object
from qcontract.drift.nodes import Node
from qcontract.errors import ContractError

__all__ = ["Sameness"]

_REFERENCE = re.compile(r'"\$ref": ("#[^"\\]*(?:\\.[^"\\]*)*")')
_CONTRARY = re.compile(r'"(contains|dependentSchemas|if|not|propertyNames|unevaluated\w+)": [\[{]')


@define(eq=False)
class Sameness:
    """Knows which components changed, themselves or through what they refer to.

    It looks at texts only: references found in examples count as well, which costs time and never truth. In documents
    of different versions the same text may mean two things, so that nothing is known to be the same.
    """

    old: JsonObject
    new: JsonObject
    comparable: bool = True
    _targets: frozenset[str] = field(init=False)
    _changed: frozenset[str] = field(init=False)
    _links: dict[str, list[str] | None] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._targets, rewritten, self._changed = _changed(self.old, self.new)
        self._links = dict.fromkeys(rewritten)

    def same(self, old: Node, new: Node) -> bool:
        """Whether both places hold the same text, and what it refers to is the same on both sides."""
        if not self.comparable:
            return False
        if self._is_one(old, new):
            return old.pointer not in self._changed
        text = canonical(old.value)
        return text == canonical(new.value) and self._changed.isdisjoint(_references(text))

    def links(self, old: Node, new: Node) -> list[str] | None:
        """Where two schemas of one text lead to something that changed; None if more than that may differ.

        Under a negation and the like, what is more below is less above: there a link would say the contrary.
        """
        if not self.comparable or not old.is_written or not new.is_written:
            return None
        if not self._is_one(old, new):
            text = canonical(old.value)
            return self._leads(text) if text == canonical(new.value) else None
        if old.pointer not in self._links:
            self._links[old.pointer] = self._leads(canonical(old.value))
        return self._links[old.pointer]

    def _leads(self, text: str) -> list[str] | None:
        return None if _CONTRARY.search(text) else sorted(_references(text) & self._changed)

    def _is_one(self, old: Node, new: Node) -> bool:
        written = old.is_written and new.is_written
        return written and old.pointer == new.pointer and old.pointer in self._targets


def _changed(old: JsonObject, new: JsonObject) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Pointers of all reference targets, of those whose text differs, and of those that this reaches."""
    referrers: dict[str, set[str]] = {}
    rewritten: dict[str, bool] = {}
    waiting = [*_references(canonical(_rest(old))), *_references(canonical(_rest(new))), *_components(old, new)]
    while waiting:
        target = waiting.pop()
        if target in rewritten:
            continue
        before, after = _text(old, target), _text(new, target)
        rewritten[target] = before != after
        references = _references(before) if before == after else _references(before) | _references(after)
        for reference in references:
            referrers.setdefault(reference, set()).add(target)
            waiting.append(reference)
    found = frozenset(target for target, differs in rewritten.items() if differs)
    return frozenset(rewritten), found, _closure(found, referrers)


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


def _references(text: str) -> set[str]:
    return set(map(_target, _REFERENCE.findall(text)))


@lru_cache(maxsize=1 << 14)
def _target(written: str) -> str:
    return pointer.from_fragment(json.loads(written))


def _text(document: JsonObject, target: str) -> str:
    try:
        return canonical(pointer.find(document, target))
    except ContractError:
        return ""
