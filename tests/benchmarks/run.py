"""`make bench`: our figures as ratios against a peer, measured in the same run. Medians of interleaved rounds."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import httpx
from qcontract import Circuit, IonQ

ROUNDS = 15
GETS = 100
KEY = "bench-key"

MINIMAL_CLICK = """
import click
@click.group()
def main(): pass
for name in ("run", "emulator", "specs"):
    main.command(name)(lambda: None)
main(["--help"])
"""


def interleaved(rounds: int, **measures: Callable[[], float]) -> dict[str, float]:
    """Return the median of each measure; they take turns, so that a noisy moment hits all of them."""
    seen: dict[str, list[float]] = {name: [] for name in measures}
    for number in range(rounds):
        print(f"\r  round {number + 1} of {rounds}", end="", file=sys.stderr, flush=True)
        for name, measure in measures.items():
            seen[name].append(measure())
    print("\r" + " " * 24 + "\r", end="", file=sys.stderr)
    return {name: statistics.median(values) for name, values in seen.items()}


def seconds(*command: str) -> float:
    """Return how long a command takes."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *command], check=True, stdout=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "C.UTF-8"}
    )
    return time.perf_counter() - start


def imports() -> list[dict[str, Any]]:
    """Time of the imports above the bare interpreter."""
    found = interleaved(
        ROUNDS,
        bare=lambda: seconds("-c", "pass"),
        ours=lambda: seconds("-c", "import qcontract"),
        httpx=lambda: seconds("-c", "import httpx"),
    )
    ratio = (found["ours"] - found["bare"]) / (found["httpx"] - found["bare"])
    return [row("import qcontract / import httpx", ratio, 0.4)]


def start_up() -> list[dict[str, Any]]:
    """Time of `--help` against a click group that does nothing else."""
    found = interleaved(
        ROUNDS, ours=lambda: seconds("-m", "qcontract", "--help"), peer=lambda: seconds("-c", MINIMAL_CLICK)
    )
    return [row("qcontract --help / a minimal click group", found["ours"] / found["peer"], 1.25)]


SERVER = """
import sys
from qcontract.emulator import Emulator, serve
with Emulator() as emulator, serve(emulator) as server:
    print(server.base_url("ionq-v0.4"), flush=True)
    sys.stdin.read()
"""


def one_job() -> list[dict[str, Any]]:
    """CPU time of reading one job over loopback HTTP, in this process; the server is another one."""
    server = subprocess.Popen([sys.executable, "-c", SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    base_url = server.stdout.readline().strip()
    try:
        with IonQ(key=KEY, base_url=base_url) as ours, httpx.Client(headers={"authorization": f"apiKey {KEY}"}) as raw:
            job = ours.jobs.wait(ours.jobs.submit(Circuit(2).h(0).cnot(0, 1)))
            measures = {
                "raw": cpu(lambda: raw.get(f"{base_url}/jobs/{job.id}").json()),
                "ours": cpu(lambda: ours.jobs.get(job.id)),
                **peer(base_url, job.id),
            }
            found = interleaved(ROUNDS, **measures)
    finally:
        server.communicate()
    rows = [row("get one job, CPU, qcontract / raw httpx", found["ours"] / found["raw"], 1.10)]
    if "peer" in found:
        rows.append(row("get one job, CPU, ionq-core / raw httpx", found["peer"] / found["raw"], None))
    return rows


def cpu(get: Callable[[], object]) -> Callable[[], float]:
    """Return a measure of the CPU seconds of a number of calls."""

    def measure() -> float:
        start = time.process_time()
        for _ in range(GETS):
            get()
        return time.process_time() - start

    return measure


def peer(base_url: str, job_id: str) -> dict[str, Callable[[], float]]:
    """IonQ's own client, when it is installed."""
    if find_spec("ionq_core") is None:
        return {}
    from ionq_core import IonQClient
    from ionq_core.api.default import get_job

    client = IonQClient(api_key=KEY, base_url=base_url)
    return {"peer": cpu(lambda: get_job.sync(job_id, client=client))}


def row(what: str, ratio: float, goal: float | None) -> dict[str, Any]:
    """Return one figure."""
    return {"what": what, "ratio": round(ratio, 3), "goal": goal}


def main() -> None:
    """Measure, print a table on stderr and JSON on stdout."""
    rows = [*imports(), *start_up(), *one_job()]
    for figure in rows:
        goal = "" if figure["goal"] is None else f"  (goal: at most {figure['goal']})"
        print(f"{figure['what']:<48} {figure['ratio']:>7.3f}{goal}", file=sys.stderr)
    print(json.dumps({"schema": "qcontract.bench/1", "python": sys.version.split()[0], "figures": rows}, indent=2))


if __name__ == "__main__":
    main()
