"""The drift engine: time and memory on documents of growing size, the same bytes twice, and Redocly beside it.

    python tests/benchmarks/drift.py [--megabytes 1 4 10] [--density 0.3] [--rounds 3] [--redocly PATH]

Every measure is a process of its own, so that its memory is known and its start counts. Redocly's `diff` is looked for
under PATH or $QCONTRACT_PEERS/redocly, a folder in which `npm install @redocly/cli` was run; without it, its rows are
left out and the reason is told. A table goes to stderr, JSON to stdout. Exits 1 if bytes differ, or if time or memory
grow faster than the size of the documents allows.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import os
import resource
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from attrs import frozen
from drift_specs import changed, specification
from qcontract.contract import load

IONQ = ("ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01")
STEEPEST = 1.25
"""Most by which CPU time may outgrow size: from 1 to 4 MB, linear is 1 and quadratic is 4."""


@frozen
class Run:
    """What one process took, by the clock and of the processor, and a digest of what it wrote."""

    seconds: float
    cpu: float
    megabytes: float
    digest: str
    exit_code: int


def run(*command: str) -> Run:
    """Run a command; what it tells of its progress is not shown."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        actions = [(os.POSIX_SPAWN_DUP2, output.fileno(), 1), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        child = os.posix_spawn(command[0], command, environment, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
        seconds = time.perf_counter() - start
        output.seek(0)
        digest = hashlib.file_digest(output, "sha256").hexdigest()
    cpu = usage.ru_utime + usage.ru_stime
    return Run(seconds, cpu, _megabytes(usage), digest, os.waitstatus_to_exitcode(status))


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


def ours(old: str, new: str) -> Run:
    """One comparison by the command line, as a whole process. Every pair here breaks, so that it exits with 1."""
    made = run(sys.executable, "-m", "qcontract", "drift", "compare", old, new, "--format", "json")
    if made.exit_code != 1:
        raise SystemExit(f"the comparison of {old} with {new} exited with {made.exit_code}")
    return made


def redocly(peer: Path | None, old: str, new: str) -> Run | None:
    """The same by Redocly, when it is there."""
    if peer is None:
        return None
    return run(str(peer), "diff", old, new, "--format", "json", "--fail-on", "none")


def measured(
    what: str, rounds: int, peer: Path | None, pair: tuple[str, str], files: tuple[str, str]
) -> dict[str, Any]:
    """Medians of both tools on one pair; they take turns, so that a noisy moment hits both."""
    mine: list[Run] = []
    theirs: list[Run] = []
    for number in range(rounds):
        print(f"\r  {what}: round {number + 1} of {rounds}", end="", file=sys.stderr, flush=True)
        mine.append(ours(*pair))
        other = redocly(peer, *files)
        theirs += [other] if other else []
    print("\r" + " " * 48 + "\r", end="", file=sys.stderr)
    figure: dict[str, Any] = {"what": what, **_medians(mine), "same bytes": len({one.digest for one in mine}) == 1}
    if any(one.exit_code for one in theirs):
        figure["redocly"] = {**_medians(theirs), "failed": True}
    elif theirs:
        figure["redocly"] = _medians(theirs)
        figure["ratio"] = round(figure["cpu"] / figure["redocly"]["cpu"], 2)
    return figure


def _medians(runs: list[Run]) -> dict[str, Any]:
    return {
        "seconds": round(statistics.median(one.seconds for one in runs), 3),
        "cpu": round(statistics.median(one.cpu for one in runs), 3),
        "megabytes": round(statistics.median(one.megabytes for one in runs)),
    }


def written(folder: Path, name: str, document: Any) -> str:
    """The path of a document written as JSON."""
    file = folder / f"{name}.json"
    file.write_text(json.dumps(document))
    return str(file)


def find_peer(named: Path | None) -> Path | None:
    """Redocly's program, and the reason on stderr when there is none."""
    folder = named or (Path(os.environ["QCONTRACT_PEERS"]) / "redocly" if "QCONTRACT_PEERS" in os.environ else None)
    program = folder / "node_modules" / ".bin" / "redocly" if folder else None
    if program is None or not program.exists() or shutil.which("node") is None:
        print("without Redocly: no node, or no folder with @redocly/cli was named", file=sys.stderr)
        return None
    return program


def steepness(small: dict[str, Any], large: dict[str, Any]) -> dict[str, Any]:
    """By how much CPU time outgrows size between two sizes: 1 is in step, however busy the machine was."""
    times, sizes = large["cpu"] / small["cpu"], large["size"] / small["size"]
    return {
        "what": f"growth of CPU time, {small['size']:g} to {large['size']:g} MB, per growth of size",
        "ratio": round(times / sizes, 2),
        "goal": STEEPEST,
    }


def main() -> int:
    """Measure, print a table on stderr and JSON on stdout."""
    parser = argparse.ArgumentParser(description="Measure the drift engine.")
    parser.add_argument("--megabytes", type=float, nargs="+", default=[1.0, 4.0, 10.0])
    parser.add_argument("--density", type=float, default=0.3)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--redocly", type=Path)
    options = parser.parse_args()
    peer = find_peer(options.redocly)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = tuple(written(folder, snapshot, load(snapshot).document) for snapshot in IONQ)
        figures = [measured("IonQ", options.rounds, peer, IONQ, (files[0], files[1]))]
        for size in options.megabytes:
            document = specification(size, options.density)
            pair = written(folder, "old", document), written(folder, "new", changed(document, 3))
            figures.append({**measured(f"{size:g} MB", options.rounds, peer, pair, pair), "size": size})
    sized = figures[1:]
    growth = [steepness(small, large) for small, large in itertools.pairwise(sized)]
    for figure in [*figures, *growth]:
        print("  ".join(f"{name} {value}" for name, value in figure.items()), file=sys.stderr)
    print(json.dumps({"schema": "qcontract.bench/1", "figures": [*figures, *growth]}, indent=2))
    failed = [one for one in growth if one["ratio"] > STEEPEST] + [one for one in figures if not one["same bytes"]]
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
