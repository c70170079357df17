"""Security: which credentials are enough, whatever the schemes are called."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from qcontract.contract.jsonvalue import JsonObject, canonical, is_array, is_object
from qcontract.drift.comparing import Comparing
from qcontract.drift.difference import shown
from qcontract.drift.nodes import Node
from qcontract.findings import Evidence

__all__ = ["compare_security"]

_NOT_ON_THE_WIRE = frozenset({"bearerFormat", "description", "scopes"})


@frozen
class _Credential:
    """One scheme with the scopes that are asked of it; schemes of equal content are one."""

    content: str
    name: str
    scopes: frozenset[str]

    def suffices(self, asked: _Credential) -> bool:
        """Whether whoever has this has what is asked."""
        return self.content == asked.content and asked.scopes <= self.scopes

    def __str__(self) -> str:
        return f"{self.name} ({', '.join(sorted(self.scopes))})" if self.scopes else self.name


_Alternative = frozenset[_Credential]


def compare_security(comparing: Comparing, old: Node, new: Node) -> None:
    """Compare what callers of one operation must show."""
    before, after = _alternatives(old), _alternatives(new)
    if before == after:
        return
    lost = [one for one in before if not any(_is_enough(one, other) for other in after)]
    won = [other for other in after if not any(_is_enough(other, one) for one in before)]
    places = _place(old), _place(new)
    fresh = [other for other in after if other not in before]
    for one in lost:
        _lost(comparing, places, one, fresh, after)
    explained = {other for one in lost for other in _closest(one, fresh)}
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


def _alternatives(operation: Node) -> list[_Alternative]:
    said = operation.get("security")
    said = operation.document.get("security", []) if said is None else said
    entries = [entry for entry in said if is_object(entry)] if is_array(said) else []
    found = [frozenset(_credentials(entry, operation.document)) for entry in entries]
    return list(dict.fromkeys(found)) or [frozenset()]


def _credentials(entry: JsonObject, document: JsonObject) -> Iterator[_Credential]:
    components = document.get("components")
    schemes = components.get("securitySchemes") if is_object(components) else None
    for name, scopes in entry.items():
        scheme = schemes.get(name) if is_object(schemes) else None
        yield _Credential(_content(document, scheme, name), name, frozenset(map(str, scopes or ())))


def _content(document: JsonObject, scheme: Any, name: str) -> str:
    """What a scheme asks of callers, without what only people read."""
    if not is_object(scheme):
        return f"unknown {name}"
    if "$ref" in scheme:
        root = Node(document, "old", "", {"scheme": scheme}, "")
        scheme = root.child("scheme").value
    return canonical(_wire(scheme))


def _wire(value: Any) -> Any:
    if not is_object(value):
        return value
    kept = {key: _wire(part) for key, part in value.items() if key not in _NOT_ON_THE_WIRE and not key.startswith("x-")}
    if (kept.get("type") == "apiKey" and kept.get("in") == "header") or "scheme" in kept:
        return {key: part.lower() if isinstance(part, str) else part for key, part in kept.items()}
    return kept


def _is_enough(shown: _Alternative, asked: _Alternative) -> bool:
    return all(any(one.suffices(other) for one in shown) for other in asked)


def _closest(one: _Alternative, candidates: list[_Alternative]) -> list[_Alternative]:
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
    one: _Alternative,
    fresh: list[_Alternative],
    after: list[_Alternative],
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
    comparing: Comparing, places: tuple[Node, Node], one: _Alternative, other: _Alternative, evidence: Evidence
) -> bool:
    """Name what keeps old credentials from being enough: a scope, a changed scheme, one more credential."""
    told = False
    for asked in sorted(other, key=str):
        shown = next((mine for mine in one if mine.content == asked.content), None)
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
                before=_apart(namesake.content, asked.content),
                after=_apart(asked.content, namesake.content),
                evidence=evidence,
            )
            told = True
        else:
            name = "security-requirement-added"
            comparing.add(name, *places, value=str(asked), before=_spelled(one), after=str(asked), evidence=evidence)
            told = True
    return told


def _apart(one: str, other: str) -> str:
    """What the content of a scheme says that another one does not, in words as far as it is made of texts."""
    said, known = _read(one), _read(other)
    own = {name: value for name, value in said.items() if known.get(name) != value}
    return ", ".join(f"{name} {shown(value)}" for name, value in own.items()) or one


def _read(content: str) -> JsonObject:
    """A scheme as an object again; empty for one that the document does not describe."""
    value: Any = json.loads(content) if content.startswith("{") else None
    return value if is_object(value) else {}


def _won(comparing: Comparing, places: tuple[Node, Node], other: _Alternative) -> None:
    if not other:
        comparing.add("security-removed", *places)
        return
    comparing.add("security-alternative-added", *places, value=_spelled(other), after=_spelled(other))


def _relaxed(
    comparing: Comparing, places: tuple[Node, Node], before: list[_Alternative], after: list[_Alternative]
) -> None:
    """What each old way of identifying no longer needs: it is enough still, for less."""
    for one in before:
        easier = [other for other in after if other and _is_enough(one, other) and not _is_enough(other, one)]
        if not easier or one in after:
            continue
        for mine in sorted(one, key=str):
            asked = next((theirs for theirs in easier[0] if theirs.content == mine.content), None)
            if asked is None:
                name, after_it = "security-requirement-removed", _spelled(easier[0])
                comparing.add(name, *places, value=str(mine), before=str(mine), after=after_it)
                continue
            for scope in sorted(mine.scopes - asked.scopes):
                comparing.add("security-scope-removed", *places, value=scope)


def _spelled(alternative: _Alternative) -> str:
    return " with ".join(sorted(map(str, alternative)))


def _any_of(alternatives: list[_Alternative]) -> str:
    return " or ".join(sorted(_spelled(alternative) or "nothing" for alternative in alternatives))
