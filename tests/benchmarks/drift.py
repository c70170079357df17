"""Figures of the drift engine: time and memory on documents of growing size, the same bytes twice, Redocly beside it.

    python tests/benchmarks/drift.py [--megabytes 1 2 4 10] [--density 0.3] [--rounds 2] [--redocly PROGRAM]

Every measure is a process of its own, so that its start counts and its memory is known. The sizes measure the library
from import to report; the pair of IonQ's contracts is compared by the whole command, beside Redocly's `diff`. Redocly
is `redocly` on the path, unless the option or $QCONTRACT_PEERS (a folder with redocly/node_modules) names another;
without it, its rows are left out and the reason is told.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
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
from run import row

IONQ = ("ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01")
IONQ_ROUNDS = 5
CPU = 2.0
"""Seconds for 4 MB."""
STEEPEST = 1.15
"""Exponent of CPU time over size: linear is 1 and quadratic is 2."""

LIBRARY = """
import sys
from qcontract.drift import compare
sys.stdout.buffer.write(compare(sys.argv[1], sys.argv[2]).to_json())
"""


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
        # As users have it: with bytecode at hand, which some environments never write.
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment = {**kept, "LC_ALL": "C.UTF-8"}
        child = os.posix_spawn(command[0], command, environment, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
        seconds = time.perf_counter() - start
        output.seek(0)
        digest = hashlib.file_digest(output, "sha256").hexdigest()
    cpu = usage.ru_utime + usage.ru_stime
    return Run(seconds, cpu, _megabytes(usage), digest, os.waitstatus_to_exitcode(status))


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


def command(old: str, new: str) -> Run:
    """One comparison by the command line. Every pair here breaks, so that it exits with 1."""
    made = run(sys.executable, "-m", "qcontract", "drift", "compare", old, new, "--format", "json")
    if made.exit_code != 1:
        raise SystemExit(f"the comparison of {old} with {new} exited with {made.exit_code}")
    return made


def library(old: str, new: str) -> Run:
    """One comparison by the library."""
    made = run(sys.executable, "-c", LIBRARY, old, new)
    if made.exit_code:
        raise SystemExit(f"the comparison of {old} with {new} failed")
    return made


def redocly(program: str, old: str, new: str) -> Run:
    """The same by Redocly."""
    return run(program, "diff", old, new, "--format", "json", "--fail-on", "none")


def find_redocly(named: Path | None) -> str | None:
    """Redocly's program, or the reason on stderr why there is none."""
    peers = os.environ.get("QCONTRACT_PEERS")
    beside = Path(peers, "redocly", "node_modules", ".bin", "redocly") if peers else None
    program = shutil.which(str(named or (beside if beside and beside.exists() else "redocly")))
    if program is None or shutil.which("node") is None:
        print("without Redocly: there is no `redocly` on the path, or no node", file=sys.stderr)
        return None
    return program


def ionq(folder: Path, peer: str | None) -> list[dict[str, Any]]:
    """The whole command beside Redocly; they take turns, so that a noisy moment hits both."""
    files = [written(folder, snapshot, load(snapshot).document) for snapshot in IONQ]
    ours: list[Run] = []
    theirs: list[Run] = []
    for number in range(IONQ_ROUNDS):
        told(f"IonQ: round {number + 1} of {IONQ_ROUNDS}")
        ours.append(command(*IONQ))
        theirs += [redocly(peer, files[0], files[1])] if peer else []
    rows = [row("IonQ's contracts, the whole command, CPU seconds", _median(ours).cpu, None), *_same("IonQ", ours)]
    if theirs and not any(one.exit_code for one in theirs):
        ratio = _median(ours).cpu / _median(theirs).cpu
        rows.append(row("IonQ's contracts, CPU, qcontract / redocly diff", ratio, None))
    return rows


def sized(folder: Path, megabytes: float, density: float, rounds: int, peer: str | None) -> list[dict[str, Any]]:
    """A generated pair of one size."""
    document = specification(megabytes, density)
    pair = written(folder, "old", document), written(folder, "new", changed(document, 3))
    runs: list[Run] = []
    for number in range(max(rounds, 2)):
        told(f"{megabytes:g} MB: round {number + 1} of {max(rounds, 2)}")
        runs.append(library(*pair))
    made = _median(runs)
    rows = [
        {**row(f"{megabytes:g} MB, CPU seconds", made.cpu, CPU if megabytes == 4 else None), "size": megabytes},
        row(f"{megabytes:g} MB, peak memory in MB", made.megabytes, None),
        *_same(f"{megabytes:g} MB", runs),
    ]
    if peer and megabytes == 4:
        told("4 MB: redocly")
        theirs = redocly(peer, *pair)
        if theirs.exit_code:
            told("")
            print(f"redocly fails on 4 MB after {theirs.seconds:.1f} s", file=sys.stderr)
        else:
            rows.append(row("4 MB, CPU, qcontract / redocly diff", made.cpu / theirs.cpu, None))
    return rows


def _median(runs: list[Run]) -> Run:
    """The run in the middle; of two the faster, since noise only ever adds."""
    return sorted(runs, key=lambda one: one.cpu)[(len(runs) - 1) // 2]


def _same(what: str, runs: list[Run]) -> list[dict[str, Any]]:
    return [row(f"{what}, other bytes in another run", len({one.digest for one in runs}) - 1, 0)]


def exponent(figures: list[dict[str, Any]]) -> dict[str, Any]:
    """By least squares over all sizes, on logarithmic scales."""
    points = [(math.log(one["size"]), math.log(one["ratio"])) for one in figures if "size" in one]
    slope = statistics.linear_regression(*zip(*points, strict=True)).slope
    return row("exponent of CPU time over size", slope, STEEPEST)


def told(progress: str) -> None:
    """Show what is under way."""
    print(f"\r{progress:<40}\r", end="", file=sys.stderr, flush=True)


def written(folder: Path, name: str, document: Any) -> str:
    """The path of a document written as JSON."""
    file = folder / f"{name}.json"
    file.write_text(json.dumps(document))
    return str(file)


def main() -> None:
    """Measure, print a table on stderr and JSON on stdout."""
    parser = argparse.ArgumentParser(description="Measure the drift engine.")
    parser.add_argument("--megabytes", type=float, nargs="+", default=[1.0, 2.0, 4.0, 10.0])
    parser.add_argument("--density", type=float, default=0.3)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--redocly", type=Path)
    options = parser.parse_args()
    peer = find_redocly(options.redocly)
    with tempfile.TemporaryDirectory() as name:
        rows = ionq(Path(name), peer)
        for size in options.megabytes:
            rows += sized(Path(name), size, options.density, options.rounds, peer)
    if len(options.megabytes) > 1:
        rows.append(exponent(rows))
    told("")
    for figure in rows:
        goal = "" if figure["goal"] is None else f"  (goal: at most {figure['goal']})"
        print(f"{figure['what']:<48} {figure['ratio']:>7.3f}{goal}", file=sys.stderr)
    print(json.dumps({"schema": "qcontract.bench/1", "python": sys.version.split()[0], "figures": rows}, indent=2))


if __name__ == "__main__":
    main()
