"""The Python files below given paths, and what about them cannot be read."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import define, field

from qcontract.contract.jsonvalue import is_array, is_object
from qcontract.errors import ConfigurationError

__all__ = ["Files"]

_SUFFIXES = frozenset({".py", ".pyi", ".ipynb"})
_NOT_CODE = frozenset({"__pycache__", "node_modules", "site-packages"})
_LARGEST = 4_000_000  # bytes of one file; no program is that long, a table of data may be
_MOST = 50_000  # files of one reading


@define(eq=False)
class Files:
    """Finds and reads Python files.

    Args:
        notes: A sentence about everything that was left out.
        packages: Names of generated packages that were met; they are no use of themselves.
    """

    notes: list[str] = field(factory=list[str])
    packages: set[str] = field(factory=set[str])

    def read(self, paths: Iterable[str | Path]) -> Iterator[tuple[Path, bytes]]:
        """Read every file once, folders in the order of their names; links to folders are not followed.

        Raises:
            ConfigurationError: There is no such path.
        """
        seen: set[tuple[int, int]] = set()
        for path in self._found(paths):
            content = self._content(path, seen)
            if content is not None:
                yield path, _code_of_notebook(content) if path.suffix == ".ipynb" else content
            if len(seen) >= _MOST:
                self.notes.append(f"only the first {_MOST} files were read")
                return

    def _found(self, paths: Iterable[str | Path]) -> Iterator[Path]:
        for path in map(Path, paths):
            try:
                is_folder, exists = path.is_dir(), path.exists()
            except (OSError, ValueError):  # too long, or with a character that no path has
                is_folder = exists = False
            if not exists:
                raise ConfigurationError(
                    f"there is no {str(path)!r:.200}", hint="give a Python file or a folder of them"
                )
            yield from self._below(path) if is_folder else iter([path])

    def _below(self, folder: Path) -> Iterator[Path]:
        for where, folders, names in os.walk(folder, onerror=self._unreadable):
            if _is_generated(folders, names):
                self.packages.add(Path(where).resolve().name)
                folders.clear()
                continue
            folders[:] = sorted(name for name in folders if _is_source(Path(where, name)))
            yield from (Path(where, name) for name in sorted(names) if Path(name).suffix in _SUFFIXES)

    def _content(self, path: Path, seen: set[tuple[int, int]]) -> bytes | None:
        try:
            status = path.stat()
            if (status.st_dev, status.st_ino) in seen or not path.is_file():
                return None
            seen.add((status.st_dev, status.st_ino))
            if status.st_size > _LARGEST:
                self.notes.append(f"{path} was not read: it has {status.st_size} bytes")
                return None
            return path.read_bytes()
        except OSError as error:
            self._unreadable(error)
            return None

    def _unreadable(self, error: OSError) -> None:
        self.notes.append(f"{error.filename} was not read: {error.strerror}")


def _is_generated(folders: list[str], names: list[str]) -> bool:
    return {"api", "models"} <= set(folders) and {"openapi.json", "client.py"} <= set(names)


def _is_source(folder: Path) -> bool:
    hidden = folder.name.startswith(".") or folder.name in _NOT_CODE
    return not hidden and not folder.is_symlink() and not (folder / "pyvenv.cfg").exists()


def _code_of_notebook(content: bytes) -> bytes:
    """The code of a notebook without the lines that are commands for the notebook itself."""
    try:
        notebook = json.loads(content)
    except (ValueError, RecursionError):
        return b"this is no notebook"
    cells = notebook.get("cells") if is_object(notebook) else None
    found = [cell for cell in cells if is_object(cell) and cell.get("cell_type") == "code"] if is_array(cells) else []
    lines = (line for cell in found for line in _text(cell.get("source")).splitlines())
    return "\n".join("pass" if line.lstrip()[:1] in {"%", "!", "?"} else line for line in lines).encode()


def _text(source: object) -> str:
    return "".join(str(line) for line in source) if is_array(source) else str(source or "")
