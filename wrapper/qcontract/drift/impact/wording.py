"""The sentences of a finding about the generated client: those that it accounts for, and no others."""

from __future__ import annotations

from qcontract.drift.impact.change import TYPE_CHANGED, Change
from qcontract.drift.impact.effects import GENERATED, NAMES, Effects
from qcontract.drift.impact.names import class_name
from qcontract.drift.impact.surface import Element
from qcontract.findings import Finding

__all__ = ["sentences"]

_MOST = 8
"""Sentences per finding; the rest is counted."""
_MOST_NAMES = 2
_PARTS = frozenset({"header", "parameter", "property"})
"""Aspects of something that may have a name of its own in generated code, and comes or goes with it."""
_WHOLES = NAMES | {
    "allOf",
    "body",
    "enum",
    GENERATED,
    "in",
    "items",
    "mapping",
    "media type",
    "operation",
    "status",
    "type",
    "union",
    "values",
}
"""Aspects that can make a class or function come or go."""
_MAKERS = frozenset({"body", "enum", "in", "operation"})
"""Those that can make a part of one come."""


def sentences(effects: Effects, finding: Finding) -> tuple[str, ...]:
    """What a finding does to the generated client, a sentence each; nothing where that is not its doing.

    Args:
        effects: Everything that happens to the generated client.
        finding: One difference of the contracts.
    """
    changes = effects.of(finding)
    own = [(change.old or change.new, change.says) for change in changes if _belongs(effects, finding, change)]
    said = _nearest(finding, own)
    if not said and finding.subject.aspect in NAMES:
        said = [change.says for change in changes] or ["the generated code has nothing by that name"]
    if not said:
        said = _fates(effects, finding)
    more = len(said) - _MOST
    return tuple(said) if more <= 0 else (*said[:_MOST], f"and {more} more")


def _belongs(effects: Effects, finding: Finding, change: Change) -> bool:
    aspect = finding.subject.aspect
    if aspect in NAMES or aspect == GENERATED:
        return True
    return _is_reached(effects, finding, change) and _fits(finding, change)


def _is_reached(effects: Effects, finding: Finding, change: Change) -> bool:
    if change.operation and finding.operations:
        return change.operation in finding.operations
    return all(_is_used(effects, finding, element) for element in (change.old, change.new) if element)


def _is_used(effects: Effects, finding: Finding, element: Element) -> bool:
    """Whether the operations of the finding use an element."""
    return not finding.operations or effects.is_in(element, finding.operations)


def _nearest(finding: Finding, said: list[tuple[Element | None, str]]) -> list[str]:
    """What is said of the class that the finding names, each sentence once; of all if it names none of theirs.

    A schema that many members refer to is an attribute of many classes, and the finding is about one.
    """
    named = f"models.{class_name(finding.place.part)}" if finding.place and finding.subject.aspect in _PARTS else ""
    own = [sentence for element, sentence in said if element is not None and element.home == named]
    return list(dict.fromkeys(own or (sentence for _, sentence in said)))


def _fits(finding: Finding, change: Change) -> bool:
    """Whether a finding of this aspect can do such a thing to code."""
    aspect = finding.subject.aspect
    comes, goes = change.old is None, change.new is None
    if aspect in _PARTS:
        is_own = change.key == finding.subject.value and change.key != ""
        return is_own or (change.is_of_class and not (comes and _removes(finding)) and not (goes and _adds(finding)))
    if aspect in _WHOLES:
        return change.is_of_whole or not comes or (aspect in _MAKERS and _is_own(change))
    if aspect == "required":
        return not (comes or goes) and change.rule != TYPE_CHANGED and not _is_rename(change)
    return not (comes or goes) and (change.rule == TYPE_CHANGED or aspect == "default" or change.is_of_whole)


def _is_own(change: Change) -> bool:
    return change.new is not None and (change.new.member == "body" or not change.new.is_function)


def _is_rename(change: Change) -> bool:
    return change.old is not None and change.new is not None and change.old.member != change.new.member


def _removes(finding: Finding) -> bool:
    return "-removed" in finding.rule


def _adds(finding: Finding) -> bool:
    return "-added" in finding.rule


def _fates(effects: Effects, finding: Finding) -> list[str]:
    """What becomes of elements without a change of their own: they may be parts of something that went or came."""
    stay: list[Element] = []
    other: list[tuple[Element | None, str]] = []
    for element in effects.elements(finding):
        if not _is_used(effects, finding, element):
            continue
        stood, stands = element in effects.old, element in effects.new
        if stood and stands:
            stay.append(element)
        elif finding.subject.aspect in _PARTS | _WHOLES and not (_removes(finding) if stands else _adds(finding)):
            other.append((element, f"{element} is {'gone' if stood else 'new'}"))
    if other or not stay:
        return _nearest(finding, other)
    named = ", ".join(map(str, stay[:_MOST_NAMES]))
    more = f" and {len(stay) - _MOST_NAMES} more" if len(stay) > _MOST_NAMES else ""
    return [f"the generated client stays as it is ({named}{more})"]
