"""JSON values from the events of a YAML parser, without recursion and with a place for every complaint."""

from __future__ import annotations

from typing import Any

from attrs import define, field, frozen

from qcontract.contract.jsonvalue import MAX_DEPTH
from qcontract.contract.yamlwords import TAG, scalar
from qcontract.errors import ContractError

__all__ = ["Builder", "complaint"]

_MAX_NODES = 5_000_000  # after aliases are expanded, so that aliases of aliases cannot blow up


def complaint(origin: str, mark: Any, message: object) -> ContractError:
    """An error with the line and column of a parser's mark."""
    place = f", line {mark.line + 1}, column {mark.column + 1}" if mark is not None else ""
    return ContractError(f"{origin}{place}: {message}")


@frozen
class _Anchored:
    value: Any
    nodes: int
    height: int


@define
class _Open:
    """An object or array whose end has not been seen."""

    value: dict[str, Any] | list[Any]
    anchor: str | None
    nodes_before: int
    height: int = 1
    key: str | None = None
    lines: dict[str, int] = field(factory=dict[str, int])  # of the keys, from 0

    @property
    def awaits_key(self) -> bool:
        return isinstance(self.value, dict) and self.key is None

    def add(self, value: Any, height: int) -> None:
        self.height = max(self.height, height + 1)
        if isinstance(self.value, list):
            self.value.append(value)
        elif self.key is not None:
            self.value[self.key] = value
            self.key = None


@define
class Builder:
    """Takes the events of one document, in order; the names of its handlers are PyYAML's names of the events."""

    origin: str
    _open: list[_Open] = field(init=False, factory=list[_Open])
    _anchors: dict[str, _Anchored] = field(init=False, factory=dict[str, _Anchored])
    _nodes: int = field(init=False, default=0)
    _documents: int = field(init=False, default=0)
    _root: Any = field(init=False, default=None)

    def feed(self, event: Any) -> None:
        """Take the next event.

        Raises:
            ContractError: What it says is not allowed in a contract.
        """
        handle = getattr(self, f"_on_{type(event).__name__}", None)
        if handle is None:
            return
        try:
            handle(event)
        except ValueError as error:
            raise complaint(self.origin, event.start_mark, error) from None

    def finish(self) -> Any:
        """The value of the document.

        Raises:
            ContractError: There was none.
        """
        if not self._documents:
            raise ContractError(f"{self.origin}: the file is empty")
        return self._root

    def _on_DocumentStartEvent(self, _: Any) -> None:  # noqa: N802
        self._documents += 1
        if self._documents > 1:
            raise ValueError("a second document begins; one file holds one document")

    def _on_MappingStartEvent(self, event: Any) -> None:  # noqa: N802
        self._begin(event, {}, "map")

    def _on_SequenceStartEvent(self, event: Any) -> None:  # noqa: N802
        self._begin(event, [], "seq")

    def _on_MappingEndEvent(self, _: Any) -> None:  # noqa: N802
        self._end()

    def _on_SequenceEndEvent(self, _: Any) -> None:  # noqa: N802
        self._end()

    def _on_ScalarEvent(self, event: Any) -> None:  # noqa: N802
        plain = bool(event.implicit[0])
        if self._awaits_key():
            self._begin_member(event.value, event.start_mark.line, plain=plain)
            return
        value = scalar(event.value, event.tag, plain=plain)
        self._count(1)
        self._place(value, height=0, nodes=1, anchor=event.anchor)

    def _on_AliasEvent(self, event: Any) -> None:  # noqa: N802
        if self._awaits_key():
            raise ValueError("an alias cannot be a key")
        known = self._anchors.get(event.anchor)
        if known is None:
            raise ValueError(f"the alias *{event.anchor} names no finished value")
        self._count(known.nodes)
        self._limit_depth(known.height)
        self._place(known.value, height=known.height, nodes=known.nodes, anchor=None)

    def _begin(self, event: Any, value: dict[str, Any] | list[Any], kind: str) -> None:
        if self._awaits_key():
            raise ValueError("a key must be a word, plain or quoted")
        if event.tag not in {None, "!", TAG + kind}:
            raise ValueError(f"the tag {event.tag} has no meaning in a contract")
        self._limit_depth(1)
        self._count(1)
        self._open.append(_Open(value, event.anchor, self._nodes - 1))

    def _end(self) -> None:
        done = self._open.pop()
        self._place(done.value, height=done.height, nodes=self._nodes - done.nodes_before, anchor=done.anchor)

    def _awaits_key(self) -> bool:
        return bool(self._open) and self._open[-1].awaits_key

    def _begin_member(self, key: str, line: int, *, plain: bool) -> None:
        inside = self._open[-1]
        if (first := inside.lines.setdefault(key, line)) != line or key in inside.value:
            raise ValueError(f"the key {key!r} appears twice in one object, first in line {first + 1}")
        if key == "<<" and plain:
            raise ValueError("YAML 1.2 has no merge key '<<'")
        inside.key = key

    def _count(self, nodes: int) -> None:
        self._nodes += nodes
        if self._nodes > _MAX_NODES:
            raise ValueError(f"more than {_MAX_NODES} values, aliases included")

    def _limit_depth(self, height: int) -> None:
        if len(self._open) + height > MAX_DEPTH:
            raise ValueError(f"nested more than {MAX_DEPTH} levels deep")

    def _place(self, value: Any, *, height: int, nodes: int, anchor: str | None) -> None:
        if anchor is not None:
            self._anchors[anchor] = _Anchored(value, nodes, height)
        if self._open:
            self._open[-1].add(value, height)
        else:
            self._root = value
