"""Security: which credentials are enough, whatever the schemes are called."""

from __future__ import annotations

from typing import Any

from qcontract.drift.comparing import Comparing
from qcontract.drift.credentials import Alternative, alternatives
from qcontract.drift.nodes import Node
from qcontract.findings import Evidence

__all__ = ["compare_security"]


def compare_security(comparing: Comparing, old: Node, new: Node) -> None:
    """Compare what callers of one operation must show."""
    before, after = alternatives(old), alternatives(new)
    if before == after:
        return
    lost = [one for one in before if not any(_is_enough(one, other) for other in after)]
    won = [other for other in after if not any(_is_enough(other, one) for one in before)]
    places = _place(old), _place(new)
    fresh = [other for other in after if other not in before]
    for one in lost:
        _lost(comparing, places, one, fresh, after)
    explained = {other for one in lost for other in _closest(one, fresh)}
    explained |= {other for other in won if _widened(comparing, places, before, other)}
    for other in won:
        if other not in explained:
            _won(comparing, places, other)
    _relaxed(comparing, places, before, after)


def _place(operation: Node) -> Node:
    """What is said for the whole document stands there, once for all operations."""
    if operation.get("security") is not None:
        return operation.child("security") if operation.get("security") else operation.at("/security")
    document = operation.document
    return Node(document, operation.side, "/security", document.get("security", []), "/security", "", "/security")


def _is_enough(shown: Alternative, asked: Alternative) -> bool:
    return all(any(one.suffices(other) for one in shown) for other in asked)


def _closest(one: Alternative, candidates: list[Alternative]) -> list[Alternative]:
    """The new alternative that the old one became, as far as names and contents tell."""
    names = {credential.name for credential in one}
    contents = {credential.content for credential in one}
    near = [
        other
        for other in candidates
        if any(credential.name in names or credential.content in contents for credential in other)
    ]
    return near[:1]


def _lost(
    comparing: Comparing,
    places: tuple[Node, Node],
    one: Alternative,
    fresh: list[Alternative],
    after: list[Alternative],
) -> None:
    evidence = Evidence("request", {"credentials": _spelled(one) or "none"}, "old", "new")
    said: dict[str, Any] = {"before": _spelled(one), "after": _any_of(after), "evidence": evidence}
    if not one:
        comparing.add("security-added", *places, **said)
        return
    near = _closest(one, fresh)
    told = [_told(comparing, places, one, near[0], evidence)] if near else []
    if not any(told):
        comparing.add("security-alternative-removed", *places, value=_spelled(one), **said)


def _told(
    comparing: Comparing, places: tuple[Node, Node], one: Alternative, other: Alternative, evidence: Evidence
) -> bool:
    """Name what keeps old credentials from being enough: a scope, a changed scheme, one more credential."""
    told = False
    for asked in sorted(other, key=str):
        shown = next((mine for mine in one if mine.is_kind_of(asked)), None)
        namesake = next((mine for mine in one if mine.name == asked.name), None)
        if shown is not None:
            for scope in sorted(asked.scopes - shown.scopes):
                comparing.add("security-scope-added", *places, value=scope, evidence=evidence)
                told = True
        elif namesake is not None:
            comparing.add(
                "security-scheme-changed",
                *places,
                value=asked.name,
                before=namesake.apart(asked),
                after=asked.apart(namesake),
                evidence=evidence,
            )
            told = True
        else:
            name = "security-requirement-added"
            comparing.add(name, *places, value=str(asked), before=_spelled(one), after=str(asked), evidence=evidence)
            told = True
    return told


def _widened(comparing: Comparing, places: tuple[Node, Node], before: list[Alternative], other: Alternative) -> bool:
    """Name schemes that give tokens in more ways; old credentials are enough for them."""
    known = [one for one in before if one and _is_enough(one, other)][:1]
    pairs = [(mine, theirs) for theirs in other for one in known for mine in one if mine.suffices(theirs)]
    wider = [(mine, theirs) for mine, theirs in pairs if mine.content != theirs.content]
    for mine, theirs in sorted(wider, key=str):
        was, will = mine.apart(theirs), theirs.apart(mine)
        comparing.add("security-scheme-widened", *places, value=theirs.name, before=was, after=will)
    return bool(wider)


def _won(comparing: Comparing, places: tuple[Node, Node], other: Alternative) -> None:
    if not other:
        comparing.add("security-removed", *places)
        return
    comparing.add("security-alternative-added", *places, value=_spelled(other), after=_spelled(other))


def _relaxed(
    comparing: Comparing, places: tuple[Node, Node], before: list[Alternative], after: list[Alternative]
) -> None:
    """What each old way of identifying no longer needs: it is enough still, for less."""
    for one in before:
        easier = [other for other in after if other and _is_enough(one, other) and not _is_enough(other, one)]
        if not easier or one in after:
            continue
        for mine in sorted(one, key=str):
            asked = next((theirs for theirs in easier[0] if mine.is_kind_of(theirs)), None)
            if asked is None:
                name, after_it = "security-requirement-removed", _spelled(easier[0])
                comparing.add(name, *places, value=str(mine), before=str(mine), after=after_it)
                continue
            for scope in sorted(mine.scopes - asked.scopes):
                comparing.add("security-scope-removed", *places, value=scope)


def _spelled(alternative: Alternative) -> str:
    return " with ".join(sorted(map(str, alternative)))


def _any_of(alternatives: list[Alternative]) -> str:
    return " or ".join(sorted(_spelled(alternative) or "nothing" for alternative in alternatives))
