"""``qcontract drift generated``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qcontract.cli.drift.output import emit
from qcontract.cli.drift.working import Work, working
from qcontract.cli.exits import Exit

if TYPE_CHECKING:
    from qcontract.drift.generated import Bytes

__all__ = ["generated"]


@click.command()
@click.option(
    "--generator",
    type=click.Path(path_type=Path),
    envvar="QCONTRACT_GENERATOR",
    show_envvar=True,
    help="Bin folder of the generator's environment.  [default: that of make]",
)
@click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to show it.",
)
@click.pass_context
def generated(context: click.Context, generator: Path | None, layout: str) -> None:
    """Prove that the generated clients are what the contracts give; exits 1 if they are not.

    Each package must carry its effective contract. In a checkout with the generator's environment all packages are
    also generated anew and compared byte for byte; the report says whether that was done.
    """
    from qcontract.drift.generated import check_packages
    from qcontract.reports.text import columns

    with working() as work:
        work.on("comparing packages with contracts")
        packages = check_packages()
        anew = _anew(work, generator)
    if layout == "json":
        content = {
            "schema": "qcontract.generated/1",
            "packages": [
                {"contract": e.contract, "package": e.package, "problem": e.problem or None} for e in packages
            ],
            "bytes": {"outcome": anew.outcome, "said": list(anew.said)},
        }
        emit(json.dumps(content, indent=2) + "\n", machine=True)
    else:
        rows = ((each.contract, each.package, each.problem or "carries its contract") for each in packages)
        lines = [*columns(rows, ("CONTRACT", "PACKAGE", "RESULT")), "", f"generated anew: {anew.outcome}", *anew.said]
        emit("\n".join(lines) + "\n")
    differs = anew.outcome == "different" or any(each.problem for each in packages)
    context.exit(Exit.FINDINGS if differs else Exit.OK)


def _anew(work: Work, chosen: Path | None) -> Bytes:
    from qcontract.drift.generated import Bytes, check_bytes, find_generator, source_tree

    root = source_tree()
    if root is None:
        return Bytes("unchecked", ("this is no checkout: the generator's sources are not here",))
    folder = find_generator(root, chosen)
    if folder is None:
        return Bytes("unchecked", ("the generator's environment is missing: make generate sets it up",))
    work.on("generating all packages anew")
    return check_bytes(root, folder)
