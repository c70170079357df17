"""Write the hashes of the vendored files into the registry: ``python -m qcontract.contract.seal [--check]``.

The registry is changed as text, so that comments, order and spacing stay. Every change is reported.
"""

from __future__ import annotations

import argparse
import re
import sys
from importlib.resources import files
from pathlib import Path

from qcontract.contract.loader import sha256
from qcontract.contract.registry import FILE
from qcontract.errors import ContractError

__all__ = ["main", "seal"]

_TABLE = re.compile(r"(?m)^\[\[contract\]\][^\n]*\n")


def seal(root: Path, *, check: bool = False) -> list[str]:
    """Refresh every hash in ``registry.toml``.

    Args:
        root: The folder of the registry.
        check: Report only; write nothing.

    Returns:
        One line per hash that was, or would be, changed.

    Raises:
        ContractError: A contract has no snapshot file, or a file stands there that the registry does not name.
    """
    file = root / FILE
    head, *tables = _split(file)
    changes: list[str] = []
    sealed = [_seal_table(table, root, changes) for table in tables]
    _refuse_strangers(root, tables)
    if changes and not check:
        file.write_text(head + "".join(sealed), encoding="utf-8")
    return changes


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line; 1 when ``--check`` finds a stale hash, 2 when a file is missing or not registered."""
    parser = argparse.ArgumentParser(
        prog="python -m qcontract.contract.seal", description="Refresh the hashes of the vendored contracts."
    )
    parser.add_argument("--check", action="store_true", help="report stale hashes, write nothing")
    parser.add_argument("root", nargs="?", type=Path, default=Path(str(files("qcontract_specs"))))
    options = parser.parse_args(arguments)
    try:
        changes = seal(options.root, check=options.check)
    except (ContractError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)  # noqa: T201
        return 2
    print("\n".join(changes) or "all hashes are fresh")  # noqa: T201
    return 1 if changes and options.check else 0


def _split(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8")
    starts = [match.start() for match in _TABLE.finditer(text)]
    return [text[a:b] for a, b in zip([0, *starts], [*starts, len(text)], strict=True)]


def _seal_table(table: str, root: Path, changes: list[str]) -> str:
    api, label = _value(table, "api"), _value(table, "label")
    snapshot, overlay = root / api / f"{label}.yaml", root / api / f"{label}.overlay.yaml"
    if not snapshot.is_file():
        raise ContractError(f"{api}@{label} has no file {api}/{label}.yaml", hint="add the file or remove the entry")
    table = _with_hash(table, "sha256", snapshot, f"{api}@{label}", changes)
    return _with_hash(table, "overlay_sha256", overlay, f"{api}@{label} overlay", changes)


def _with_hash(table: str, key: str, file: Path, name: str, changes: list[str]) -> str:
    line = re.compile(rf'(?m)^{key}[ \t]*=[ \t]*"([^"\n]*)"')
    found = line.search(table)
    old, new = found and found[1], sha256(file.read_bytes()) if file.is_file() else None
    if old == new:
        return table
    changes.append(f"{name}: {_short(old)} -> {_short(new)}")
    if new is None:
        return re.sub(rf"(?m)^{key}[ \t]*=.*\n", "", table)
    if found:
        return line.sub(f'{key} = "{new}"', table)
    after = "sha256" if key == "overlay_sha256" else "source"
    return re.sub(rf"(?m)^({after}[ \t]*=.*\n)", rf'\g<1>{key} = "{new}"\n', table, count=1)


def _value(table: str, key: str) -> str:
    found = re.search(rf'(?m)^{key}[ \t]*=[ \t]*"([^"\n]*)"', table)
    if found is None:
        raise ContractError(f"{FILE}: a contract has no {key}", hint=f'write the line {key} = "..."')
    return found[1]


def _refuse_strangers(root: Path, tables: list[str]) -> None:
    named = {f"{_value(table, 'api')}/{_value(table, 'label')}" for table in tables}
    for file in sorted(root.glob("*/*.yaml")):
        name = file.relative_to(root).as_posix().removesuffix(".yaml").removesuffix(".overlay")
        if name not in named:
            raise ContractError(f"{file.relative_to(root)} belongs to no entry of {FILE}", hint="add an entry for it")


def _short(value: str | None) -> str:
    return value[:12] if value else "none"


if __name__ == "__main__":
    sys.exit(main())
