"""Opens mutated documents, thousands of them, and counts what is not opened or refused as it should be.

    PYTHONPATH=tests python tests/benchmarks/fuzz_specs.py --count 50000 --seed 1 [FILE]...

Every vendored contract is mutated in its members and in its bytes, as JSON and as YAML, and so are the files given. A
document must be opened or refused with a ``ContractError`` within five seconds; the process must stay below 1 GB. What
fails is kept in a folder, whose name is printed. Exits 1 if anything failed.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from qcontract.contract import load, registry, yaml12
from qcontract.contract.source import open_spec
from qcontract.errors import ContractError
from support.mutations import with_mutated_bytes, with_mutated_members

SECONDS = 5.0
MEGABYTES = 1000


def main() -> int:
    parser = argparse.ArgumentParser(description="Open mutated OpenAPI documents.")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("files", nargs="*", type=Path, help="more documents to mutate")
    options = parser.parse_args()
    documents = [load(entry.ref).document for entry in registry()]
    documents += [open_spec(file).document for file in options.files]
    folder = Path(tempfile.mkdtemp(prefix="fuzz-specs-"))
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    for number in range(options.count):
        chance = random.Random(f"{options.seed}/{number}")  # so that one document can be made again
        file = mutated(chance.choice(documents), chance, folder)
        start = time.perf_counter()
        outcome = opened(file)
        seconds = time.perf_counter() - start
        slowest = max(slowest, seconds)
        outcome = "too slow" if seconds > SECONDS else outcome
        outcomes[outcome] += 1
        if outcome not in ("opened", "refused"):
            file.rename(folder / f"{outcome.replace(' ', '-')}-{number}{file.suffix}")
        if sys.stderr.isatty() and number % 100 == 0:
            print(f"\r{number}/{options.count}", end="", file=sys.stderr)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({**outcomes, "slowest s": round(slowest, 3), "peak MB": megabytes, "folder": str(folder)}))
    return 1 if set(outcomes) - {"opened", "refused"} or megabytes > MEGABYTES else 0


def mutated(document: dict[str, object], chance: random.Random, folder: Path) -> Path:
    """Write one mutation of a document; half of them are still well-formed."""
    members = chance.random() < 0.5
    document = with_mutated_members(document, chance) if members else document
    file = folder / chance.choice(("spec.json", "spec.yaml"))
    content = (json.dumps(document) if file.suffix == ".json" else yaml12.dumps(document)).encode()
    file.write_bytes(content if members else with_mutated_bytes(content, chance))
    return file


def opened(file: Path) -> str:
    """What happens when a document is opened and its problems are located."""
    try:
        spec = open_spec(file)
        for problem in spec.problems[:3]:
            spec.place(problem.pointer)
    except ContractError:
        return "refused"
    except Exception:
        traceback.print_exc()
        return "crashed"
    return "opened"


if __name__ == "__main__":
    sys.exit(main())
