"""A contract out of documentation pages, with the name it would have among the vendored ones."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from attrs import frozen

from qcontract.contract import yaml12
from qcontract.contract.jsonvalue import JsonObject, is_object
from qcontract.contract.merge import Merged, Side, merge
from qcontract.contract.operations import Operation, operations
from qcontract.contract.pages import Fragment, Page, read_fragments
from qcontract.contract.registry import ContractRef
from qcontract.contract.structure import ABSENT
from qcontract.errors import ContractError

__all__ = ["Imported", "Scope", "import_pages"]

Scope = Literal["fragment", "full"]

_LONGEST = 200
"""Most characters of a value that are shown to people."""
_NAME = re.compile(r"[a-z0-9][a-z0-9.-]*")
_DATE = re.compile(r"(?:updated|version|date)\W{1,4}(\w{3,9} \d{1,2}, \d{4}|\d{4}-\d{2}-\d{2})", re.IGNORECASE)


@frozen
class Imported:
    """What pages give: a contract, its name and scope, and where its pages contradict each other."""

    ref: ContractRef
    scope: Scope
    fragments: tuple[Fragment, ...]
    merged: Merged

    def text(self, layout: Literal["yaml", "json"] = "yaml") -> str:
        """The contract as a file to keep."""
        if layout == "json":
            return json.dumps(self.merged.document, indent=2, ensure_ascii=False) + "\n"
        pages = "".join(f"#   {Path(fragment.page).name!a}, line {fragment.line}\n" for fragment in self.fragments)
        head = f"# {self.ref}, scope {self.scope}: imported from the documentation pages\n{pages}"
        return f"{head}# Its texts are the vendor's own.\n\n{yaml12.dumps(self.merged.document)}"

    def headline(self) -> str:
        """One line that says what was imported."""
        counts = {
            "operations": len(operations(self.merged.document)),
            "fragments": len(self.fragments),
            "contradictions": len(self.merged.conflicts),
        }
        return f"{self.ref}, scope {self.scope}: {', '.join(f'{what} {count}' for what, count in counts.items())}"

    def quarrel(self) -> str:
        """The contradictions for people: the place, and below it what each page says there."""
        return "\n".join(
            f"{conflict.pointer}\n  {_said(conflict.left)}\n  {_said(conflict.right)}"
            for conflict in self.merged.conflicts
        )

    def report(self) -> JsonObject:
        """What was imported and what contradicts, schema ``qcontract.specs-import/1``."""
        return {
            "schema": "qcontract.specs-import/1",
            "ok": not self.merged.conflicts,
            "contract": str(self.ref),
            "scope": self.scope,
            "fragments": [
                {"page": fragment.page, "line": fragment.line, "address": fragment.address}
                for fragment in self.fragments
            ],
            "operations": [f"{known.method} {known.path}" for known in operations(self.merged.document)],
            "conflicts": [
                {"pointer": conflict.pointer, "left": _side(conflict.left), "right": _side(conflict.right)}
                for conflict in self.merged.conflicts
            ],
        }


def import_pages(pages: Sequence[Page], *, api: str, label: str | None = None, scope: Scope = "fragment") -> Imported:
    """Merge the OpenAPI fragments of documentation pages into one contract.

    Args:
        pages: The pages.
        api: Name of the API, such as ``ionq-v0.4``.
        label: The contract's label. By default the date that the document states, or ``documented``; followed by the
            name of the operation when it is a fragment with only one.
        scope: ``full`` when the pages are known to hold the whole API.

    Raises:
        ContractError: A page has no fragment, or one whose structure is lost; or a name is malformed.
        MissingExtra: PyYAML is not installed.
    """
    fragments = read_fragments(pages)
    merged = merge(fragments)
    label = _label(merged.document, scope) if label is None else label
    for what, name in (("API", api), ("label", label)):
        if not _NAME.fullmatch(name):
            raise ContractError(
                f"{name!r} cannot be the {what} of a contract", hint="use small letters, digits, dots and hyphens"
            )
    return Imported(ContractRef(api, label), scope, fragments, merged)


def _label(document: JsonObject, scope: Scope) -> str:
    known = operations(document)
    date = _stated_date(document) or "documented"
    return f"{date}.{_short_name(known[0])}" if scope == "fragment" and len(known) == 1 else date


def _stated_date(document: JsonObject) -> str | None:
    """The day on which the vendor says it changed the document, in the words of its description."""
    info = document.get("info")
    found = _DATE.search(str(info.get("description"))) if is_object(info) else None
    for spelling in ("%B %d, %Y", "%b %d, %Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(found[1] if found else "", spelling).date().isoformat()
        except ValueError:
            continue
    return None


def _short_name(operation: Operation) -> str:
    """The operation's id in words; FastAPI appends path and method to it, which say nothing new."""
    appended = re.sub(r"\W", "_", operation.path) + f"_{operation.method.lower()}"
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", operation.operation_id.removesuffix(appended))
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") or "operation"


def _said(side: Side) -> str:
    value = str(ABSENT) if side.value is ABSENT else json.dumps(side.value, ensure_ascii=False)
    place = side.page if side.line is None else f"{side.page}, line {side.line}"
    return f"{place}: {value if len(value) <= _LONGEST else value[:_LONGEST] + '...'}"


def _side(side: Side) -> JsonObject:
    said: Any = {} if side.value is ABSENT else {"value": side.value}
    return {"page": side.page, "line": side.line, **said}
