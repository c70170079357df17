"""`make contract`: every mount of the emulator over TCP, through all phases and checks of schemathesis.

A failure that the contract itself is to blame for stands in baseline/, with a reason; one that stands there and does
not happen any more fails as well, and so does an operation that was never answered with a success.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from attrs import frozen
from qcontract.contract import effective
from qcontract.emulator import Emulator, serve

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

from seeds import BEYOND, HEADERS, seed, with_examples  # noqa: E402
from support.virtual import VirtualClock  # noqa: E402

CONTRACTS = (
    "ionq-v0.3@2026-05-06",
    "ionq-v0.4@2026-05-15",
    "ionq-v0.4@2026-10-01",
    "qbraid-v2@2026-02-08",
    "qbraid-v2@observed-2026-09",
)


@frozen
class Outcome:
    """What came of one contract; empty lists are what is wanted."""

    contract: str
    requests: int
    unreached: list[str]
    violations: list[str]
    stale: list[str]
    unexplained: list[str]
    output: str
    code: int

    @property
    def good(self) -> bool:
        return not (self.code or self.unreached or self.violations or self.stale or self.unexplained)

    def __str__(self) -> str:
        word = "ok" if self.good else "FAILED"
        return f"{self.contract:<28}{word:<8}{self.requests:>6} requests"


def check(contract: str, examples: int) -> Outcome:
    """Test one contract on an emulator of its own."""
    dialect = "observed" if "observed" in contract else "documented"
    with (
        tempfile.TemporaryDirectory() as folder,
        Emulator(
            snapshots=[contract], dialect=dialect, lifecycle="stepped", clock=VirtualClock(), seed=7, self_check=True
        ) as emulator,
        serve(emulator) as server,
    ):
        known = seed(emulator, server, contract)
        work = Path(folder)
        (work / "contract.json").write_text(json.dumps(with_examples(effective(contract).document, known)))
        (work / "schemathesis.toml").write_text(_configuration())
        listed = HERE / "baseline" / f"{contract}.json"
        baseline = work / "baseline.json"
        if listed.exists():
            shutil.copy(listed, baseline)
        told = _schemathesis(work, server.base_url(contract), examples, baseline)
        if "--update" in sys.argv and baseline.exists():
            listed.parent.mkdir(exist_ok=True)
            shutil.copy(baseline, listed)
        answered = (work / "reached.txt").read_text().split("\n")
        successes = {line.split()[0] for line in answered if line and line.split()[1].startswith("2")}
        operations = [operation.operation_id for operation in effective(contract).operations]
        return Outcome(
            contract,
            len(answered) - 1,
            [name for name in operations if name not in successes | BEYOND.keys()],
            [str(violation) for violation in emulator.violations],
            stale(listed, baseline),
            [entry["operation"] for entry in _entries(listed) if not entry.get("reason")],
            told.stdout + told.stderr,
            told.returncode,
        )


def _configuration() -> str:
    """Everything on, except one check of one operation that only a job of several circuits can meet."""
    headers = ", ".join(f'{name} = "{value}"' for name, value in HEADERS.items())
    return f"""
hooks = "hooks"
headers = {{ {headers} }}
[generation]
deterministic = true
database = "none"
[[operations]]
include-path = "/jobs/{{UUID}}/results/probabilities/aggregated"
checks.ensure_resource_availability.enabled = false
"""


def _schemathesis(work: Path, url: str, examples: int, baseline: Path) -> subprocess.CompletedProcess[str]:
    command = [
        *(str(Path(sys.executable).with_name("schemathesis")), "run", "contract.json", "--url", url),
        *("--phases", "examples,coverage,fuzzing,stateful", "--max-examples", str(examples)),
        *("--continue-on-failure", "--no-color", "--baseline", str(baseline)),
        "--baseline-update" if "--update" in sys.argv else "--baseline-prune",
    ]
    (work / "reached.txt").touch()
    environment = {**os.environ, "QCONTRACT_REACHED": str(work / "reached.txt"), "PYTHONPATH": str(HERE)}
    return subprocess.run(command, cwd=work, env=environment, capture_output=True, text=True, check=False)


def _entries(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text())["entries"] if path.exists() else []
    return found


def stale(listed: Path, pruned: Path) -> list[str]:
    """The accepted failures that did not happen."""
    left = {entry["id"] for entry in _entries(pruned)}
    return [f"{entry['operation']} {entry['failure']}" for entry in _entries(listed) if entry["id"] not in left]


def main(arguments: Sequence[str]) -> int:
    wanted = [argument for argument in arguments if not argument.startswith("-")]
    outcomes = []
    for contract in [name for name in CONTRACTS if not wanted or name in wanted]:
        print(f"{contract} ...", file=sys.stderr, flush=True)
        outcome = check(contract, int(os.environ.get("QCONTRACT_EXAMPLES", "20")))
        outcomes.append(outcome)
        print(outcome, flush=True)
        for title in ("unreached", "violations", "stale", "unexplained"):
            for line in getattr(outcome, title):
                print(f"    {title}: {line}")
        if outcome.code:
            print(outcome.output)
    return 0 if all(outcome.good for outcome in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
