"""Figures of the pytest fixtures: cold start, reset, what a test costs, and what the plugin costs where it is not used.

Cold start, reset and the cost per test are seconds against their goals; the plugin is a ratio in one run.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qcontract import Circuit, IonQ
from qcontract.emulator import Emulator
from run import interleaved, row

ROUNDS = 7
TESTS = 200
JOBS = 10
COLD_START = 0.5
RESET = 0.005
PER_TEST = 0.010

# The suite's own plugins would only add noise.
PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:schemathesis", "--durations=3")
ONE = "def test_it(ionq_server): pass"
NONE = "def test_it(): pass"
MANY = "import pytest\n@pytest.mark.parametrize('n', range({tests}))\ndef test_it({fixture}n): pass"


def pytest(source: str, *arguments: str) -> tuple[float, str]:
    """Run a file of tests in a process; return the seconds that it took, and what it printed."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "test_it.py").write_text(source, encoding="utf-8")
        start = time.perf_counter()
        done = subprocess.run(
            [*PYTEST, *arguments], cwd=folder, capture_output=True, text=True, env=clean(), check=True
        )
        return time.perf_counter() - start, done.stdout


def clean() -> dict[str, str]:
    """The environment without what would change how pytest starts."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}


def cold_start() -> float:
    """Seconds of the first set-up of ``ionq_server`` in a process: imports, emulator, server."""
    found = re.search(r"([\d.]+)s setup", pytest(ONE)[1])
    assert found is not None
    return float(found[1])


def lasting(fixture: str) -> float:
    """Seconds that pytest reports for many tests, without its own start."""
    _, printed = pytest(MANY.format(tests=TESTS, fixture=fixture))
    found = re.search(rf"{TESTS} passed in ([\d.]+)s", printed)
    assert found is not None
    return float(found[1])


def resetting(emulator: Emulator) -> Callable[[], float]:
    """Return a measure of the seconds of a reset after a few jobs."""

    def measure() -> float:
        with IonQ(key="bench-key", base_url=emulator.base_url("ionq-v0.4"), transport=emulator.transport()) as ionq:
            for _ in range(JOBS):
                ionq.jobs.submit(Circuit(2).h(0))
        emulator.settle()
        start = time.perf_counter()
        emulator.reset()
        return time.perf_counter() - start

    return measure


def fixtures() -> list[dict[str, Any]]:
    """What the fixtures cost."""
    with Emulator(self_check=True) as emulator:
        found = interleaved(
            ROUNDS,
            cold=cold_start,
            reset=resetting(emulator),
            using=lambda: lasting("ionq_server, "),
            plain=lambda: lasting(""),
        )
    per_test = (found["using"] - found["plain"] - found["cold"]) / TESTS
    return [
        figure("fixture: cold start", found["cold"], COLD_START),
        figure(f"fixture: reset after {JOBS} jobs", found["reset"], RESET),
        figure("fixture: each test", max(per_test, 0.0), PER_TEST),
    ]


def figure(what: str, seconds: float, goal: float) -> dict[str, Any]:
    """Return a figure in seconds, as a part of its goal."""
    return {**row(f"{what} / {goal * 1000:g} ms", seconds / goal, 1.0), "seconds": round(seconds, 5)}


def plugin() -> list[dict[str, Any]]:
    """A run of pytest that does not use the plugin, with and without it."""
    found = interleaved(
        2 * ROUNDS, loaded=lambda: pytest(NONE)[0], absent=lambda: pytest(NONE, "-p", "no:qcontract")[0]
    )
    ratio = found["loaded"] / found["absent"]
    return [{**row("pytest with the plugin unused / without it", ratio, 1.05), "seconds": found["loaded"]}]


def main() -> None:
    """Measure, print a table on stderr and JSON on stdout."""
    rows = [*fixtures(), *plugin()]
    for one in rows:
        print(
            f"{one['what']:<48} {one['ratio']:>7.3f} {one['seconds']:>8.4f} s  (goal: at most {one['goal']})",
            file=sys.stderr,
        )
    print(json.dumps({"schema": "qcontract.bench/1", "python": sys.version.split()[0], "figures": rows}, indent=2))


if __name__ == "__main__":
    main()
