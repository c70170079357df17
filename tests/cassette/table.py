"""How many operations of each contract are backed by a published exchange, and how many by the emulator only.

Run it to write the table where a page has its markers; a test compares.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from qcontract.contract import packaged, registry
from support.exchanges import exchanges
from support.gate import operation_of
from support.tapes import FOLDER, path_of

BEGIN, END = "<!-- cassettes: written by tests/cassette/table.py -->", "<!-- cassettes end -->"
PAGES = (FOLDER / "README.md", FOLDER.parent / "README.md")
CONTRACTS = [str(entry.ref) for entry in registry() if entry.package]


def backed(contract: str, origin: str) -> set[str]:
    """The operations whose success somebody recorded or published."""
    found = [
        operation_of(exchange, packaged(contract))
        for path in path_of(contract, "any", origin).parent.glob("*.yaml")
        for exchange in exchanges(path)
        if exchange.status < 300
    ]
    return {match[0].operation_id for match in found if match}


def table() -> str:
    """The table as Markdown."""
    lines = [
        "| contract | operations | seen live | published example | emulator only | nothing |",
        "|---|---|---|---|---|---|",
    ]
    for contract in CONTRACTS:
        known = {operation.operation_id for operation in packaged(contract).operations}
        live, published, own = (backed(contract, origin) for origin in ("live", "published", "emulator"))
        only, nothing = own - published - live, known - own - published - live
        lines.append(f"| {contract} | {len(known)} | {len(live)} | {len(published)} | {len(only)} | {len(nothing)} |")
    return "\n".join(lines)


def written(page: str) -> str:
    """A page with the table between its markers; unchanged when it has none."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    return f"{before}{begin}\n{table()}\n{end}{after}" if end else page


if __name__ == "__main__":
    for place in PAGES:
        place.write_text(written(place.read_text()))
    print(table())
