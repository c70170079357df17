"""All files of a reading, each parsed at most once, and which of them have to do with the client."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from attrs import define, field

from qcontract.drift.impact.usage.imports import connected, imports_client
from qcontract.drift.impact.usage.reader import Mentions, read

__all__ = ["Library"]

_BUILT = re.compile(rb"\bimport_module\b")


@define(eq=False)
class Library:
    """Files to be read for what they use.

    Args:
        files: The files, with their code.
        packages: Names of the generated packages.
        notes: A sentence about everything that cannot be read.
    """

    files: dict[Path, bytes]
    packages: set[str]
    notes: list[str]
    _read: dict[Path, Mentions] = field(factory=dict[Path, Mentions])

    def with_generated(self) -> list[Path]:
        """The files that name a generated package, or import one by a name that they put together."""
        names = re.compile(rb"\b(?:" + b"|".join(re.escape(name.encode()) for name in sorted(self.packages)) + rb")\b")
        return [path for path, code in self.files.items() if names.search(code) or self._builds(path, code)]

    def with_clients(self) -> list[Path]:
        """The files that import a client of the wrapper."""
        return [path for path, code in self.files.items() if imports_client(code) and self._at(path).knows_clients]

    def mentions(self, chosen: Iterable[Path]) -> Mentions:
        """What files say together with those that could hand on what they use."""
        found = Mentions()
        for path in connected(self.files, chosen):
            found.add(self._at(path))
        return found

    def _builds(self, path: Path, code: bytes) -> bool:
        return b"qcontract_api" in code and bool(_BUILT.search(code)) and self._at(path).builds_imports

    def _at(self, path: Path) -> Mentions:
        if path not in self._read:
            self._read[path] = self._parsed(path)
        return self._read[path]

    def _parsed(self, path: Path) -> Mentions:
        try:
            return read(self.files[path], self.packages)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            reason = getattr(error, "msg", None) or str(error) or type(error).__name__
            self.notes.append(f"{path} was not read: it is no Python of this version ({reason})")
            return Mentions(is_dynamic=True)  # whatever it uses is not known
