"""Write generated/qcontract_api: one client package per contract of the registry that names a package.

    python specs/generator/generate.py --generator .venv-generator/bin [--check]
    python specs/generator/generate.py --generator .venv-generator/bin --document api.json --package toy --output DIR

The second form makes one package from any OpenAPI document in JSON. Everything is written into a temporary folder
first and moved into place when it is complete, so that a failure leaves the old packages untouched.

Exit status: 0 done · 1 --check found differences · 2 wrong options, a refused contract, a missing or wrong tool.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from package import Source, build_package
from publish import differences, publish
from refusal import Refused
from shelf import from_registry, write_shelf
from toolchain import Toolchain

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "generated"


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit status."""
    options = _options(arguments)
    try:
        tools = Toolchain.find(options.generator)
        if options.document is not None:
            return _one_document(tools, options.document, options.package, options.output)
        return _whole_registry(tools, check=options.check)
    except Refused as refusal:
        print(f"generate: {refusal}", file=sys.stderr)
        return 2


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Write the generated client packages.")
    parser.add_argument("--generator", type=Path, required=True, help="bin folder of the generator's environment")
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 and list the files that differ")
    parser.add_argument("--document", type=Path, help="an OpenAPI document in JSON, in place of the registry")
    parser.add_argument("--package", help="the package to make from --document")
    parser.add_argument("--output", type=Path, help="the folder that gets the package made from --document")
    options = parser.parse_args(arguments)
    if options.document is not None and not (options.package and options.output):
        parser.error("--document needs --package and --output")
    return options


def _one_document(tools: Toolchain, document: Path, package: str, output: Path) -> int:
    try:
        contract = json.loads(document.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise Refused(f"{document} cannot be read as JSON: {error}") from error
    with tempfile.TemporaryDirectory() as scratch:
        made = build_package(tools, Source(package, document.name, contract), Path(scratch))
        publish(made, output / package)
    return 0


def _whole_registry(tools: Toolchain, *, check: bool) -> int:
    with tempfile.TemporaryDirectory() as scratch:
        made = write_shelf(tools, from_registry(), Path(scratch))
        changed = differences(made, TARGET)
        if changed and not check:
            publish(made, TARGET)
            return 0
    for path in changed:
        print(f"generated/{path} differs from what its contract gives", file=sys.stderr)
    if changed:
        print("generate: run `make generate` and commit the result", file=sys.stderr)
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
