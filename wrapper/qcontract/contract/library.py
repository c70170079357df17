"""The documents that one description is made of, and what a ``$ref`` in one of them leads to."""

from __future__ import annotations

from functools import cached_property
from typing import Any
from urllib.parse import unquote

from attrs import define, field, frozen

from qcontract.contract import pointer, reading
from qcontract.contract.identifiers import Identifiers
from qcontract.contract.origins import Origin
from qcontract.contract.positions import Text
from qcontract.errors import ContractError

__all__ = ["FILES", "Library", "Sheet", "Target", "Unresolved", "is_reference"]

FILES = "x-qcontract-files"
"""The member of the first document under which the others are put."""

_MOST_FILES = 5000
_MOST_BYTES = 128 * 1024 * 1024


class Unresolved(Exception):
    """A reference leads nowhere; the message says why. The rest of the document can still be compared."""


@define(eq=False)
class Sheet:
    """One document; ``place`` is the pointer of its root in the bundled one."""

    origin: Origin
    value: Any = field(repr=False)
    text: Text | None = field(repr=False)
    place: str
    identified: bool

    @cached_property
    def identifiers(self) -> Identifiers:
        """What ``$id``, ``$anchor`` and ``$dynamicAnchor`` name in it."""
        return Identifiers.of(self.value if self.identified else None, self.origin.key)


@frozen(eq=False)
class Target:
    """The value to which a reference leads, and its pointer within its sheet."""

    sheet: Sheet
    pointer: str
    value: Any

    @property
    def place(self) -> str:
        """Its pointer in the bundled document."""
        return self.sheet.place + self.pointer


@define(eq=False)
class Library:
    """Opens each document once.

    ``version`` is that of the first document; only from 3.1 on do ``$id`` and ``$anchor`` mean anything.
    """

    version: str
    sheets: dict[str, Sheet] = field(factory=dict[str, Sheet])
    _bytes: int = 0
    _failed: dict[str, str] = field(factory=dict[str, str])
    _identified: list[Sheet] = field(factory=list[Sheet])
    _known: dict[tuple[str, str, str], Target] = field(factory=dict[tuple[str, str, str], Target])

    def add(self, origin: Origin, value: Any, content: bytes | None, place: str) -> Sheet:
        """Put a document that has been read on the shelf."""
        text = None if content is None else Text(origin.name, content)
        sheet = Sheet(origin, value, text, place, self.version != "3.0" and _may_identify(content))
        if sheet.identified:
            self._identified.append(sheet)
        self.sheets[origin.key] = sheet
        return sheet

    def resolve(self, sheet: Sheet, scope: str, reference: str) -> Target:
        """Find what a reference leads to.

        Args:
            sheet: The document in which it stands.
            scope: Pointer of the schema there whose ``$id`` the reference is relative to; empty for the document.
            reference: The value of ``$ref``.

        Raises:
            Unresolved: It leads nowhere.
            ContractError: It leads where it must not.
        """
        key = (sheet.origin.key, scope, reference)
        if (known := self._known.get(key)) is None:
            known = self._known[key] = self._found(sheet, scope, reference)
        return known

    def _found(self, sheet: Sheet, scope: str, reference: str) -> Target:
        document, _, fragment = reference.partition("#")
        if document:
            sheet, scope = self._document(sheet, scope, document)
        fragment = unquote(fragment)
        if fragment and not fragment.startswith("/"):
            anchored = sheet.identifiers.anchor(scope, fragment)
            if anchored is None:
                raise Unresolved(f"the reference {reference!r:.200} names an anchor that does not exist")
            return self._at(sheet, anchored, reference)
        return self._at(sheet, scope + fragment, reference)

    def _at(self, sheet: Sheet, where: str, reference: str) -> Target:
        value = sheet.value
        try:
            for name in pointer.parts(where):
                value = pointer.step(value, name)
        except KeyError as error:
            raise Unresolved(
                f"the reference {reference!r:.200} leads nowhere: there is no {error.args[0]!r:.100}"
            ) from None
        except ContractError as error:
            raise Unresolved(f"the reference {reference!r:.200} leads nowhere: {error.message:.300}") from None
        return Target(sheet, where, value)

    def _document(self, sheet: Sheet, scope: str, reference: str) -> tuple[Sheet, str]:
        """The sheet that a reference without fragment names, and the pointer of the schema in it."""
        address = sheet.identifiers.absolute(scope, reference)
        for known in self._identified:
            if (where := known.identifiers.resource(address)) is not None:
                return known, where
        origin = sheet.origin.refer(reference)
        if origin.key in self.sheets:
            return self.sheets[origin.key], ""
        return self._opened(origin), ""

    def _opened(self, origin: Origin) -> Sheet:
        if (complaint := self._failed.get(origin.key)) is not None:
            raise Unresolved(complaint)
        try:
            content = origin.read()
            value = reading.value(content, origin=origin.name)
        except ContractError as error:
            self._failed[origin.key] = error.message
            raise Unresolved(error.message) from None
        self._count(content)
        return self.add(origin, value, content, pointer.join(FILES, origin.key))

    def _count(self, content: bytes) -> None:
        self._bytes += len(content)
        if self._bytes > _MOST_BYTES or len(self.sheets) >= _MOST_FILES:
            raise ContractError(f"the description has more than {_MOST_FILES} files, or more than {_MOST_BYTES} bytes")


def _may_identify(content: bytes | None) -> bool:
    """Whether a text may hold identifiers or anchors."""
    return content is None or any(word in content for word in (b"$id", b"nchor", b"\\u"))


def is_reference(target: str, names: Any) -> bool:
    """Whether an entry of a discriminator's mapping is a reference rather than the name of a schema."""
    return target not in names and ("/" in target or "#" in target or target.endswith((".json", ".yaml", ".yml")))
