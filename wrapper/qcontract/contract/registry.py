"""Which contracts are vendored, and what each of them is called.

The list is ``qcontract_specs/registry.toml``. It is read on first use and once per process.
"""

from __future__ import annotations

import datetime
import difflib
import re
from collections import Counter
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, cast

from attrs import field, fields, frozen
from attrs.validators import in_, instance_of, matches_re, optional

from qcontract.contract.jsonvalue import JsonObject, is_array, is_object
from qcontract.errors import ContractError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["PROVENANCE", "ContractRef", "Entry", "Registry", "registry", "vendored"]

FILE = "registry.toml"
PROVENANCE = (
    "official snapshot",
    "copy of an official snapshot",
    "rebuilt",
    "page fragment",
    "assembled",
    "observed",
)
_REQUIRED = ("api", "label", "line", "scope", "provenance", "source", "sha256")
_NAME = re.compile(r"[a-z0-9][a-z0-9.-]*")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@frozen(order=True)
class ContractRef:
    """The name of one contract: an API and a label, written ``ionq-v0.4@2026-10-01``."""

    api: str
    label: str

    def __str__(self) -> str:
        return f"{self.api}@{self.label}"

    @classmethod
    def parse(cls, text: str) -> ContractRef:
        """Find the vendored contract that ``text`` names.

        Args:
            text: ``API@LABEL``, or ``API`` for the current contract of that API.

        Raises:
            ContractError: There is no such contract; the message names the close ones.
        """
        return vendored().resolve(text)


def _pointers(value: Any) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        items = tuple(cast("list[Any]", value))
        if all(isinstance(item, str) for item in items):
            return items
    raise TypeError("'inferred' and 'defects' are each a list of JSON Pointers")


@frozen(kw_only=True)
class Entry:
    """What the registry says about one contract.

    ``line`` is ``documented`` or ``observed``, ``scope`` is ``full`` or ``fragment``; ``package`` names the generated
    client below ``qcontract_api``; ``inferred`` holds JSON Pointers to the parts that nobody has seen, ``defects`` to
    those that are not valid OpenAPI and stand as the vendor published them.
    """

    api: str = field(validator=matches_re(_NAME))
    label: str = field(validator=matches_re(_NAME))
    observed_at: datetime.date | None = field(default=None, validator=optional(instance_of(datetime.date)))
    line: str = field(validator=in_(("documented", "observed")))
    scope: str = field(validator=in_(("full", "fragment")))
    provenance: str = field(validator=in_(PROVENANCE))
    source: str = field(validator=instance_of(str))
    sha256: str = field(validator=matches_re(_SHA256))
    overlay_sha256: str | None = field(default=None, validator=optional(matches_re(_SHA256)))
    package: str | None = field(default=None, validator=optional(instance_of(str)))
    current: bool = field(default=False, validator=instance_of(bool))
    inferred: tuple[str, ...] = field(default=(), converter=_pointers)
    defects: tuple[str, ...] = field(default=(), converter=_pointers)

    @property
    def ref(self) -> ContractRef:
        """The name of the contract."""
        return ContractRef(self.api, self.label)

    @property
    def file(self) -> PurePosixPath:
        """The snapshot, relative to the folder of the registry."""
        return PurePosixPath(self.api, f"{self.label}.yaml")

    @property
    def overlay_file(self) -> PurePosixPath:
        """The overlay, whether or not there is one, relative to the folder of the registry."""
        return PurePosixPath(self.api, f"{self.label}.overlay.yaml")


@frozen(eq=False)
class Registry:
    """The entries of one ``registry.toml`` and the folder that it describes."""

    root: Traversable
    entries: tuple[Entry, ...]

    @classmethod
    def read(cls, root: Traversable) -> Registry:
        """Read ``registry.toml`` in the folder ``root``.

        Raises:
            ContractError: The file is missing, is not TOML, or an entry is not as it should be.
        """
        entries = tuple(_entry(table, number) for number, table in enumerate(_tables(root), start=1))
        _refuse_ambiguity(entries)
        return cls(root, entries)

    def resolve(self, text: str) -> ContractRef:
        """Like :meth:`ContractRef.parse`, among the entries of this registry."""
        for entry in self.entries:
            if str(entry.ref) == text or (entry.current and entry.api == text):
                return entry.ref
        raise self._unknown(text)

    def entry(self, ref: ContractRef | str) -> Entry:
        """The entry of a contract.

        Raises:
            ContractError: There is no such contract.
        """
        wanted = self.resolve(str(ref))
        return next(entry for entry in self.entries if entry.ref == wanted)

    def _unknown(self, text: str) -> ContractError:
        names = [str(entry.ref) for entry in self.entries]
        api = text.partition("@")[0]
        close = [name for name in names if name.partition("@")[0] == api]
        names += [entry.api for entry in self.entries if entry.current]
        close = close or difflib.get_close_matches(text.lower(), names, n=3, cutoff=0.4)
        return ContractError(
            f"there is no contract {text!r}",
            hint=f"close names: {', '.join(close)}" if close else "list the contracts with: qcontract specs list",
        )


@cache
def vendored() -> Registry:
    """The registry that comes with this distribution."""
    from importlib.resources import files  # costs more than the rest of this module

    return Registry.read(files("qcontract_specs"))


def registry() -> tuple[Entry, ...]:
    """Every vendored contract, in the order of ``registry.toml``."""
    return vendored().entries


def _tables(root: Traversable) -> list[Any]:
    import tomllib

    try:
        text = root.joinpath(FILE).read_text(encoding="utf-8")
        tables: Any = tomllib.loads(text).get("contract", [])
    except OSError:
        raise ContractError(f"{FILE} is missing in {root}", hint="install qcontract again") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContractError(f"{FILE} is not readable as TOML: {error}") from None
    if not is_array(tables):
        raise ContractError(f"{FILE}: write one [[contract]] table per contract")
    return tables


def _entry(table: Any, number: int) -> Entry:
    where = f"{FILE}: contract {number}"
    if not is_object(table):
        raise ContractError(f"{where} is not a table")
    _refuse_keys(table, where)
    try:
        return Entry(**table)
    except (TypeError, ValueError) as error:
        name = f"{table.get('api', '?')}@{table.get('label', '?')}"
        raise ContractError(f"{where} ({name}): {error.args[0]}") from None


def _refuse_keys(table: JsonObject, where: str) -> None:
    known = {attribute.name: attribute for attribute in fields(Entry)}
    if unknown := sorted(set(table) - set(known)):
        raise ContractError(f"{where} has the unknown key {unknown[0]!r}")
    if missing := [name for name in _REQUIRED if name not in table]:
        raise ContractError(f"{where} lacks the key {missing[0]!r}")


def _refuse_ambiguity(entries: tuple[Entry, ...]) -> None:
    for ref, count in Counter(str(entry.ref) for entry in entries).items():
        if count > 1:
            raise ContractError(f"{FILE} names {ref} {count} times")
    for api, count in Counter(entry.api for entry in entries if entry.current).items():
        if count > 1:
            raise ContractError(f"{FILE} has {count} current contracts for {api}; one is the default")
