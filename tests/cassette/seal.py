"""Write the index of published examples: the source of each is the comment in its first line."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.tape_index import write_index
from support.tapes import FOLDER


def source_of(path: Path) -> str:
    """Read where an example was published."""
    return path.read_text().partition("\n")[0].removeprefix("# ")


if __name__ == "__main__":
    for api in sorted((FOLDER / "published").iterdir()):
        write_index(api, {path: source_of(path) for path in api.rglob("*.yaml")})
