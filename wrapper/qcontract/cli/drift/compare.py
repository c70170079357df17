"""``qcontract drift compare``."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve

from qcontract.cli.drift.opening import about, open_both
from qcontract.cli.drift.output import emit, may_colour, width
from qcontract.cli.drift.policy import assignments, policy
from qcontract.cli.drift.working import Work, working
from qcontract.cli.exits import Exit
from qcontract.cli.files import write_text

if TYPE_CHECKING:
    from qcontract.contract.source import Spec
    from qcontract.drift.migration import Migration
    from qcontract.findings import Client, Level, Report

__all__ = ["compare"]

_FILE = click.Path(dir_okay=False, path_type=Path)
_BARS: dict[str, Level | None] = {"breaking": "breaking", "risky": "risky", "any": "info", "never": None}
_EPILOG = "Example: qcontract drift compare main:openapi.yaml openapi.yaml --client sdk --fail-on risky"


@click.command(epilog=_EPILOG)
@click.argument("old")
@click.argument("new")
@click.option(
    "--client",
    type=click.Choice(["wire", "sdk", "strict"]),
    default="wire",
    show_default=True,
    help="Whose view: a tolerant client, one with generated code, or one that refuses what it does not know.",
)
@click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "json", "markdown", "html", "sarif", "junit", "github"]),
    default="text",
    show_default=True,
    help="How to show the report.",
)
@click.option("--output", type=_FILE, help="Write the report to this file; it is whole or not there.")
@click.option(
    "--fail-on",
    type=click.Choice(list(_BARS)),
    default="breaking",
    show_default=True,
    help="Exit 1 on findings of this level or a worse one.",
)
@click.option("--as-of", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="Judge sunset dates on this day.")
@click.option("--ignore", type=_FILE, help="Accepted findings: TOML with fingerprint, rule, reason, expires.")
@click.option("--baseline", type=_FILE, help="Leave out what this file of --write-baseline has.")
@click.option("--write-baseline", type=_FILE, help="Write what is found to this file, show nothing, exit 0.")
@click.option(
    "--level", "levels", metavar="RULE=LEVEL", multiple=True, callback=assignments, help="Another level; repeatable."
)
@click.option(
    "--operation", "operations", metavar="NAME", multiple=True, help="Only this, e.g. 'GET /jobs'; repeatable."
)
@click.option(
    "--match", "paths", metavar="PATH", multiple=True, help="Only paths like this, e.g. '/jobs/*'; repeatable."
)
@click.option(
    "--used-by",
    metavar="PATH",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Say whether this Python file or folder uses what changed; repeatable.",
)
@click.option("--metadata", is_flag=True, help="Tell of versions, titles and x- extensions, too.")
@click.option("--allow-remote", is_flag=True, help="Read https addresses, and references to them.")
@click.pass_context
def compare(
    context: click.Context,
    old: str,
    new: str,
    *,
    client: Client,
    layout: str,
    output: Path | None,
    fail_on: str,
    as_of: datetime.datetime | None,
    ignore: Path | None,
    baseline: Path | None,
    write_baseline: Path | None,
    levels: dict[str, str],
    operations: tuple[str, ...],
    paths: tuple[str, ...],
    used_by: tuple[Path, ...],
    metadata: bool,
    allow_remote: bool,
) -> None:
    """Compare two contracts for a client that was built for OLD and meets NEW; exits 1 on a break.

    OLD and NEW: a file or pattern, - for standard input, an address, REVISION:FILE in git, or a vendored contract
    such as ionq-v0.4@2026-05-15. Two vendored APIs also give a table of what moves where.
    """
    from qcontract.drift import compare as decide
    from qcontract.drift.selection import Selection
    from qcontract.reports.dossier import Dossier
    from qcontract.reports.layouts import LAYOUTS

    if baseline is not None and write_baseline is not None:
        raise click.UsageError("--baseline and --write-baseline exclude each other: a new baseline holds everything")
    decided = policy(levels, ignore, baseline)
    with working() as work:
        specs = open_both(work, old, new, remote=allow_remote)
        today = None if as_of is None else as_of.date()
        work.on(f"comparing {specs[0].name} with {specs[1].name}")
        report = decide(*specs, client, as_of=today, policy=decided, metadata=metadata)
        if old == new:
            report = evolve(report, notes=(*report.notes, "both names are the same: nothing was compared with another"))
        report = Selection(operations, paths).of(report, *specs)
        if write_baseline is not None:
            _keep(report, write_baseline)
            return
        report = _elaborated(work, report, specs, used_by)
        dossier = Dossier(
            report,
            _BARS[fail_on],
            _migration(work, *specs),
            colour=may_colour(output),
            width=width(output),
            about=(about(specs[0]), about(specs[1])),
        )
        work.on("writing the report")
        text = LAYOUTS[layout](dossier)
    emit(text, output, machine=layout not in ("text", "github"))
    context.exit(Exit.FINDINGS if dossier.failed else Exit.OK)


def _keep(report: Report, file: Path) -> None:
    write_text(file, report.to_json().decode())
    click.echo(f"baseline of {len(report.findings)} findings written to {file}", err=True)


def _elaborated(work: Work, report: Report, specs: tuple[Spec, Spec], used_by: tuple[Path, ...]) -> Report:
    """The report with what happens to generated code, whether the given code uses it, and lines."""
    from qcontract.drift.impact import with_impact, with_usage
    from qcontract.drift.locations import located

    work.on("looking at the generated code")
    report = with_impact(report, *specs)
    if used_by:
        work.on("reading the given code")
        report = with_usage(report, *specs, used_by)
    work.on("looking up lines")
    return located(report, *specs)


def _migration(work: Work, old: Spec, new: Spec) -> Migration | None:
    """The way from one vendored API to another; between two snapshots of one API there is none."""
    if old.ref is None or new.ref is None or old.ref.api == new.ref.api:
        return None
    from qcontract.drift.migration import migration

    work.on(f"looking for what moves from {old.ref.api} to {new.ref.api}")
    return migration(old.document, new.document)
