"""Compares mutated documents with what they were, thousands of them, and counts what goes wrong.

    PYTHONPATH=tests python tests/benchmarks/fuzz_drift.py --count 50000 --seed 1 [FILE]...

Every vendored contract is mutated in its members and in its bytes, as JSON and as YAML, and so are the files given:
mostly an excerpt, one or two operations with all that they reach, and sometimes the whole. A mutation must be refused
with a ``ContractError``, or compared, forwards or backwards, for one of the clients within five seconds; the process
must stay below 1 GB. What fails is kept in a folder, whose name is printed. Exits 1 if anything failed.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from excerpts import Originals
from qcontract.contract import registry
from qcontract.contract.source import Spec, open_spec
from qcontract.findings import CLIENTS
from support.compared import SECONDS, compared, mutated

MEGABYTES = 1000


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare mutated OpenAPI documents with what they were.")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop after that many")
    parser.add_argument("files", nargs="*", type=Path, help="more documents to mutate")
    options = parser.parse_args()
    names = (*(str(entry.ref) for entry in registry()), *options.files)
    originals = Originals.of([open_spec(name).document for name in names], options.seed)
    folder = Path(tempfile.mkdtemp(prefix="fuzz-drift-"))
    outcomes: Counter[str] = Counter()
    slowest, began = 0.0, time.perf_counter()
    for number in range(options.count):
        if time.perf_counter() - began > 60 * options.minutes:
            break
        chance = random.Random(f"{options.seed}/{number}")  # so that one document can be made again
        original = Spec.of(originals.choice(chance))
        file = mutated(original.document, chance, folder)
        backwards, clients = chance.random() < 0.5, chance.sample(CLIENTS, 1)
        outcome = compared(original, file, backwards=backwards, clients=clients)
        slowest = max(slowest, outcome.seconds)
        kind = "too slow" if outcome.seconds > SECONDS else outcome.kind
        outcomes[kind] += 1
        if kind not in ("compared", "refused"):
            sys.stderr.write(f"{kind} {number}: {outcome.seconds:.1f} s\n{outcome.trace}")
            file.rename(folder / f"{kind.replace(' ', '-')}-{number}{file.suffix}")
        if sys.stderr.isatty() and number % 100 == 0:
            print(f"\r{number}/{options.count}", end="", file=sys.stderr)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    figures = {"slowest s": round(slowest, 3), "peak MB": megabytes, "all s": round(time.perf_counter() - began, 1)}
    print(json.dumps({**outcomes, **figures, "folder": str(folder)}))
    return 1 if set(outcomes) - {"compared", "refused"} or megabytes > MEGABYTES else 0


if __name__ == "__main__":
    sys.exit(main())
