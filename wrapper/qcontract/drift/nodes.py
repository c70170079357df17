"""Places in the two documents, followed through references, each knowing the component that it belongs to."""

from __future__ import annotations

from typing import Any, Literal

from attrs import evolve, frozen

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, canonical, is_array, is_object
from qcontract.contract.source import FILES

__all__ = ["Node", "Side"]

Side = Literal["old", "new"]
_BESIDE = frozenset({"$ref", "description", "summary"})


@frozen
class Node:
    """A value in one document.

    Args:
        document: The document.
        side: Which of the two it is.
        pointer: Where the value stands, after every reference.
        value: What stands there.
        home: The nearest component around it, or else the operation: the pointer of a finding's subject.
        path: From the home to here: the path of a finding's subject.
        entry: Where the first reference to it stands, or it itself.
        is_written: Whether the value stands in the document, and is not what the absence of one means.
        site: Home and path of the entry: where somebody looks who reads the document from above; None if unknown.
    """

    document: JsonObject
    side: Side
    pointer: str
    value: Any
    home: str
    path: str = ""
    entry: str = ""
    is_written: bool = True
    site: tuple[str, str] | None = None

    def child(self, *names: str | int, path: str | None = None) -> Node:
        """The value below here, followed through its references.

        Args:
            names: Members and indexes down to it, all of which exist.
            path: What this adds to the path of a subject; the names themselves, unless given.
        """
        value = self.value
        for name in names:
            value = value[name]
        below = pointer.join(*names)
        place, path = self.pointer + below, self.path + (below if path is None else path)
        site = self.home, path
        return _follow(Node(self.document, self.side, place, value, self.home, path, place, self.is_written, site))

    def led(self, target: str) -> Node:
        """Where a reference to ``target`` leads."""
        return _follow(_landed(self, target))

    def target(self) -> Node:
        """Where the reference of a schema leads beside which more is said."""
        return self.led(pointer.from_fragment(self.value["$ref"]))

    def without(self, schema: Any = True) -> Node:
        """A schema that is not written down, in a place where it could be."""
        return evolve(self, value=schema, is_written=False)

    def at(self, path: str) -> Node:
        """The same value, told of under another path of its subject."""
        return evolve(self, path=path)

    @property
    def named(self) -> Node:
        """The same value, told of where it is named: what is there or not belongs to its holder, and not to itself."""
        return self if self.site is None else evolve(self, pointer=self.entry, home=self.site[0], path=self.site[1])

    @property
    def schema(self) -> Any:
        """The schema as the decision takes it."""
        return self.pointer if self.is_written else self.value

    @property
    def reference(self) -> Any:
        """The schema within another one of the same document."""
        return {"$ref": pointer.to_fragment(self.pointer)} if self.is_written else self.value

    @property
    def key(self) -> str:
        """A name under which results about this node can be kept."""
        return self.pointer if self.is_written else f"{self.pointer} {canonical(self.value)}"

    @property
    def is_referenced(self) -> bool:
        """Whether a reference led here."""
        return self.entry != self.pointer

    def members(self, name: str) -> JsonObject:
        """The object under ``name``, or an empty one."""
        found = self.value.get(name) if is_object(self.value) else None
        return found if is_object(found) else {}

    def entries(self, name: str) -> list[Any]:
        """The array under ``name``, or an empty one."""
        found = self.value.get(name) if is_object(self.value) else None
        return found if is_array(found) else []

    def get(self, name: str, default: Any = None) -> Any:
        """A member of the object here; ``default`` if there is none or no object."""
        return self.value.get(name, default) if is_object(self.value) else default


def _follow(node: Node) -> Node:
    """Follow references until something else stands there. The loader has refused circles of references alone."""
    seen: set[str] = set()
    while is_object(node.value) and isinstance(reference := node.value.get("$ref"), str) and not _has_siblings(node):
        target = pointer.from_fragment(reference)
        if target in seen:
            break
        seen.add(target)
        node = _landed(node, target)
    return node


def _has_siblings(node: Node) -> bool:
    """Whether more is said beside a reference: in OpenAPI 3.1 that counts for schemas."""
    return not str(node.document.get("openapi", "")).startswith("3.0") and not node.value.keys() <= _BESIDE


def _landed(node: Node, target: str) -> Node:
    names = pointer.parts(target)
    value = pointer.find(node.document, target)
    component = names[1:] if names and names[0] == FILES else names
    home, depth = (target, len(names)) if component[:1] != ("components",) else (pointer.join(*names[:3]), 3)
    path = pointer.join(*names[depth:])
    return Node(node.document, node.side, target, value, home, path, node.entry, site=node.site)
