"""OpenAPI fragments in documentation pages: a fenced block of Markdown, or the page as a whole.

Vendors embed in the page of an operation the part of their contract that describes it; the line that opens the block
may name the contract's address and the operation::

    ```yaml https://api.example.com/api-docs GET /jobs/{id}
"""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import field, frozen

from qcontract.contract import jsontext, pointer, yaml12
from qcontract.contract.dialect import dialect_of
from qcontract.contract.fences import Fence, fences
from qcontract.contract.jsonvalue import JsonObject, is_object
from qcontract.contract.lost import Loss, losses
from qcontract.contract.operations import METHODS, operations
from qcontract.contract.positions import Text
from qcontract.errors import ContractError

__all__ = ["Fragment", "Page", "read_fragments", "read_page"]

_MOST = 32 * 1024 * 1024
"""Most bytes of a page; the largest contracts that vendors publish have a few million."""
_SPEC_KEY = re.compile(r"""(?:^|[{,\n])[ \t]*(["']?)openapi\1[ \t]*:""")
_WHOLE = re.compile(r"""(?:^["']?openapi["']?[ \t]*:)|\A\s*\{(?=[^\0]*"openapi")""", re.MULTILINE)
_ESCAPED = re.compile(r"&(?:#39|#x27|apos|quot|#34);(?:#/|openapi&)|:[ ]*&gt;[-+]?[ ]*$", re.MULTILINE)
_OPERATION = re.compile(rf"\b({'|'.join(METHODS)})[ \t]+(/\S*)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")


@frozen
class Page:
    """A documentation page: what to call it in messages, and its text."""

    name: str
    text: str


@frozen
class Fragment:
    """One OpenAPI document out of a page: where it begins, and what the line before it says that it is.

    ``text`` is what was read, with the line numbers of the page.
    """

    page: str
    line: int
    document: JsonObject
    operation: tuple[str, str] | None = None
    address: str | None = None
    text: Text | None = field(default=None, eq=False, repr=False)

    def line_of(self, place: str) -> int | None:
        """The line of the page on which the value at a JSON Pointer is written, or else the nearest above it."""
        found = self.text.place(pointer.parts(place)) if self.text is not None else None
        return found.line if found is not None else None


def read_page(name: str) -> Page:
    """Read a page from a file; ``-`` is standard input.

    Raises:
        ContractError: It cannot be read, is too large for a page, or is not UTF-8 text.
    """
    try:
        if name == "-":
            content = sys.stdin.buffer.read(_MOST + 1)
        else:
            with Path(name).open("rb") as stream:
                content = stream.read(_MOST + 1)
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise ContractError(f"{name} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise ContractError(f"{name} is not UTF-8 text: bad byte at offset {error.start}") from None
    if len(content) > _MOST:
        raise ContractError(f"{name} has more than {_MOST // 2**20} MB; that is no documentation page")
    if "\0" in text:
        raise ContractError(f"{name}, line {text[: text.index(chr(0))].count(chr(10)) + 1}: a NUL; this is no text")
    return Page("standard input" if name == "-" else name, text)


def read_fragments(pages: Sequence[Page]) -> tuple[Fragment, ...]:
    """Take the OpenAPI fragments out of pages, in their order.

    Raises:
        ContractError: A page has no fragment, or one whose structure is lost; names every such page, and the first
            place in it.
        MissingExtra: PyYAML is not installed.
    """
    found: list[Fragment] = []
    refused: list[str] = []
    for page in pages:
        try:
            found += _fragments(page)
        except ContractError as error:
            refused.append(error.message)
    if refused:
        raise ContractError(
            "\n".join(refused),
            hint="nothing was imported; save each page as the Markdown that its site serves, whole and indented",
        )
    return tuple(found)


def _fragments(page: Page) -> Iterator[Fragment]:
    blocks = list(fences(page.text))
    specs = [block for block in blocks if _SPEC_KEY.search(_plain(block.text))]
    if not specs and _WHOLE.search(page.text):
        specs = [Fence("", page.text, 0, closed=True)]
    if not specs:
        seen = f"{len(blocks)} fenced blocks, none of them an OpenAPI document" if blocks else "no fenced block"
        raise ContractError(f"{page.name}: no OpenAPI fragment in this page; it has {seen}")
    for block in specs:
        yield _fragment(page.name, block)


def _fragment(page: str, block: Fence) -> Fragment:
    text, first = _plain(block.text), block.line + 1
    placed = "\n" * block.line + text  # so that every reader counts the lines of the page
    document, complaint = _parse(placed, page)
    lost = losses(text, document, first=first)
    if not block.closed:
        lost = (Loss(block.line, "the block that begins here is never closed: the page is cut off"), *lost)
    if lost:
        raise ContractError("\n".join(f"{page}, line {loss.line}: {loss.message}" for loss in lost[:3]))
    if complaint is not None or document is None:
        raise complaint or ContractError(f"{page}, line {first}: the OpenAPI fragment is no object")
    _refuse_other_versions(document, f"{page}, line {first}")
    named = _OPERATION.search(block.info)
    address = _ADDRESS.search(block.info)
    operation = (named[1].lower(), named[2]) if named else None
    source = Text(page, placed.encode())
    fragment = Fragment(page, first, document, operation, address[0] if address else None, source)
    _refuse_other_operation(fragment)
    return fragment


def _parse(text: str, page: str) -> tuple[JsonObject | None, ContractError | None]:
    read = jsontext.loads if text.lstrip().startswith("{") else yaml12.loads
    try:
        value = read(text, origin=page)
    except ContractError as error:
        return None, error
    return (value, None) if is_object(value) else (None, None)


def _plain(text: str) -> str:
    """The text without the entities of HTML, if a converter has left them in."""
    return html.unescape(text) if _ESCAPED.search(text) else text


def _refuse_other_versions(document: JsonObject, where: str) -> None:
    try:
        dialect_of(document)
    except ContractError as error:
        raise ContractError(f"{where}: {error.message}; OpenAPI 3.0 and 3.1 can be read") from None


def _refuse_other_operation(fragment: Fragment) -> None:
    if fragment.operation is None:
        return
    method, path = fragment.operation
    held = [(known.method.lower(), known.path) for known in operations(fragment.document)]
    if (method, path) not in held:
        names = ", ".join(f"{known.upper()} {where}" for known, where in held[:5]) or "no operation"
        raise ContractError(
            f"{fragment.page}, line {fragment.line}: the block is said to be {method.upper()} {path}, and holds {names}"
        )
