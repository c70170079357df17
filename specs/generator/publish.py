"""Put a finished folder in place, or compare it with what is there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def publish(made: Path, target: Path) -> None:
    """Replace a folder by a finished one: readers see the old or the new one, never a mixture."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh, old = (target.with_name(f".{target.name}.{state}") for state in ("new", "old"))
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    shutil.copytree(made, fresh)
    if target.exists():
        os.replace(target, old)
    os.replace(fresh, target)
    shutil.rmtree(old, ignore_errors=True)


def differences(made: Path, target: Path) -> list[str]:
    """The files, relative to the folder, that are missing, superfluous or different in `target`."""
    wanted, found = _files(made), _files(target)
    return sorted(str(path) for path in wanted.keys() | found.keys() if wanted.get(path) != found.get(path))


def _files(folder: Path) -> dict[Path, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder): path.read_bytes() for path in paths}
