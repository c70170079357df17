"""`make test-peers`: run released clients, unmodified, against the emulator, each in an environment of its own."""

from __future__ import annotations

import sys

from environments import CannotInstallError, Peer, peers, prepare
from suites import Outcome, run

HEADINGS = ("client", "version", "contract", "suite", "passed", "failed", "skipped", "violations", "strays", "seconds")


def main(chosen: list[str]) -> int:
    """Run the chosen peers, or all; print one table, and return 1 unless all of it is green."""
    known = peers()
    if unknown := sorted({*chosen} - {*known}):
        print(f"no such peer: {', '.join(unknown)}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    outcomes: list[Outcome] = []
    missing: list[str] = []
    for peer in (known[name] for name in chosen or known):
        try:
            prepare(peer)
        except CannotInstallError as error:
            print(f"{peer.name} cannot be installed: {error}", file=sys.stderr)
            missing.append(peer.name)
            continue
        outcomes += _runs(peer)
    print(table(outcomes))
    return int(bool(missing) or not all(outcome.green for outcome in outcomes))


def _runs(peer: Peer) -> list[Outcome]:
    found: list[Outcome] = []
    for contract in peer.contracts:
        print(f"\n{peer.package} {peer.version} on {contract}", file=sys.stderr, flush=True)
        found += run(peer, contract)
    return found


def table(outcomes: list[Outcome]) -> str:
    """Return the outcomes as a table in markdown."""
    rows = [HEADINGS, *(_row(outcome) for outcome in outcomes)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    rule = tuple("-" * width for width in widths)
    return "\n".join(
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"
        for row in (HEADINGS, rule, *rows[1:])
    )


def _row(outcome: Outcome) -> tuple[str, ...]:
    counts = (outcome.passed, outcome.failed, outcome.skipped, outcome.violations, outcome.strays)
    named = (outcome.peer.package, outcome.peer.version, outcome.contract, outcome.suite)
    return (*named, *map(str, counts), f"{outcome.seconds:.0f}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
