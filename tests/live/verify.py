"""`make verify-live`: ask the real services what nobody here could, and write the answers into the README's table."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from live.doors import NO_KEY, ending, findings, parsed, parser  # noqa: E402
from live.plan import APIS, QUESTIONS, with_keys  # noqa: E402
from qcontract.cli.exits import Exit  # noqa: E402

BEGIN, END = "<!-- live: written by make verify-live -->", "<!-- live end -->"
UNASKED = "not asked"
DATED = "asked on"

Table = Mapping[str, Mapping[str, str]]
"""For every question the answer of every API."""


def table_of(page: str) -> Table:
    """Read what a page's table says already."""
    rows = [line.strip("| ").split(" | ") for line in _between(page)[1].splitlines() if line.startswith("| ")]
    known = {row[0]: dict(zip(APIS, row[1:], strict=False)) for row in rows[1:]}
    return {row: {api: known.get(row, {}).get(api, UNASKED) for api in APIS} for row in (*QUESTIONS, DATED)}


def written(page: str, told: Mapping[str, Mapping[str, str]]) -> str:
    """A page with new answers of some APIs; those of the others stay."""
    before, _, after = _between(page)
    lines = ["| question | " + " | ".join(APIS) + " |", "|---" * (len(APIS) + 1) + "|"]
    for row, cells in table_of(page).items():
        answers = [told.get(api, {}).get(row, cells[api]).replace("|", "/") for api in APIS]
        lines.append(f"| {row} | " + " | ".join(answers) + " |")
    return f"{before}{BEGIN}\n" + "\n".join(lines) + f"\n{END}{after}"


def _between(page: str) -> tuple[str, str, str]:
    before, begin, rest = page.partition(BEGIN)
    inside, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the page has no table between {BEGIN} and {END}")
    return before, inside, after


def main(arguments: Sequence[str]) -> int:
    """Ask, and write."""
    options = parser(__doc__ or "")
    options.add_argument("--page", type=Path, default=ROOT / "README.md", help="the page with the table")
    given = parsed(options, arguments)
    if not with_keys(given.api):
        print(NO_KEY, file=sys.stderr)
        return Exit.AUTHENTICATION
    try:
        page = given.page.read_text()
        _between(page)
    except (OSError, ValueError) as error:
        print(f"{given.page}: {error}", file=sys.stderr)
        return Exit.USAGE
    day = datetime.datetime.now(datetime.UTC).date().isoformat()
    for found in findings(given.api, given.base_url):
        emulated = any("x-qcontract-basis" in exchange.headers for exchange in found.fence.exchanges)
        dated = {DATED: f"{day}, of an emulator" if emulated else day}
        page = written(page, {found.api: {**found.answers, **dated}})
        given.page.write_text(page)
        print("\n".join(f"{found.api}: {question}: {answer}" for question, answer in found.answers.items()))
    return Exit.OK


if __name__ == "__main__":
    sys.exit(ending(lambda: main(sys.argv[1:])))
