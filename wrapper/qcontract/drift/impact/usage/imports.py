"""Which files have to do with each other, told from their import lines without parsing them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

__all__ = ["connected", "imports_client"]

_IMPORT = re.compile(
    rb"^[ \t]*(?:from[ \t]+(\.*[\w.]*)[ \t]+import[ \t]+(?:\(([^)]*)\)|([^\n#]*))|import[ \t]+([\w., \t]+))",
    re.MULTILINE,
)
_CLIENTS = re.compile(rb"\b(?:Async)?(?:IonQ|QBraid)\b")
_LONGEST = 8  # names in a dotted name
_NAME = re.compile(r"[\w.]+")


def imports_client(code: bytes) -> bool:
    """Whether a file may import a client of the wrapper."""
    return bool(_CLIENTS.search(code)) and any(_CLIENTS.search(line[0]) or line[4] for line in _IMPORT.finditer(code))


def connected(files: Mapping[Path, bytes], chosen: Iterable[Path]) -> set[Path]:
    """Files that could hand on what the chosen ones use.

    Args:
        files: All files, with their code.
        chosen: Those that use it.

    Returns:
        The chosen files, what they import themselves, and whatever imports them directly or by way of others.
    """
    depth = cache(_packages_above)
    modules = {name: path for path in files for name in _names(path.absolute(), depth)}
    imported = {path: {*_imports(path.absolute(), code, modules)} for path, code in files.items()}
    start = set(chosen)
    found = {*start, *(helper for path in start for helper in imported[path])}
    importers: dict[Path, list[Path]] = {}
    for path, helpers in imported.items():
        for helper in helpers:
            importers.setdefault(helper, []).append(path)
    open_ends = list(start)
    while open_ends:
        more = [path for path in importers.get(open_ends.pop(), ()) if path not in start]
        start.update(more)
        open_ends += more
    return found | start


def _packages_above(folder: Path) -> int:
    """How many packages a folder is in, itself among them."""
    count = 0
    while (folder / "__init__.py").exists() and folder.parent != folder:
        folder, count = folder.parent, count + 1
    return count


def _names(path: Path, depth: Callable[[Path], int]) -> Iterator[str]:
    """Every dotted name that a file could be imported by: from its outermost package on, or from a folder above it."""
    parts = [*path.with_suffix("").parts]
    if parts[-1] == "__init__":
        parts.pop()
    for length in range(depth(path.parent) + (path.stem != "__init__"), min(len(parts), _LONGEST) + 1):
        if length:
            yield ".".join(parts[-length:])


def _imports(path: Path, code: bytes, modules: Mapping[str, Path]) -> Iterator[Path]:
    """The files that a file imports: of a package only the modules that it names, where it names modules."""
    for found in _IMPORT.finditer(code):
        home, several, few, plain = (text.decode("utf-8", "replace") if text else "" for text in found.groups())
        if plain:
            yield from (modules[name] for name in _NAME.findall(plain) if name in modules)
            continue
        home = _absolute(path, home)
        inside = [f"{home}.{name}" for name in _NAME.findall(several or few)]
        yield from (modules[name] for name in inside if name in modules)
        if home in modules and not all(name in modules for name in inside):
            yield modules[home]


def _absolute(path: Path, home: str) -> str:
    level = len(home) - len(home.lstrip("."))
    if not level:
        return home
    folder = path.parts[:-1]
    base = folder[: len(folder) - level + 1][-_LONGEST + 2 :]
    return ".".join([*base, *filter(None, [home.lstrip(".")])])
