"""``qcontract drift history``."""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING

import click

from qcontract.cli.drift.output import emit, width
from qcontract.cli.drift.working import working

if TYPE_CHECKING:
    from qcontract.findings import Client, Report

__all__ = ["history"]


@click.command()
@click.argument("api")
@click.option("--from", "first", metavar="CONTRACT", help="Begin with this snapshot: a label or API@LABEL.")
@click.option("--to", "last", metavar="CONTRACT", help="End with this snapshot.")
@click.option(
    "--client",
    type=click.Choice(["wire", "sdk", "strict"]),
    default="wire",
    show_default=True,
    help="Whose view, as in drift compare.",
)
@click.option("--as-of", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="Judge sunset dates on this day.")
@click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How to show it.",
)
def history(
    api: str, *, first: str | None, last: str | None, client: Client, as_of: datetime.datetime | None, layout: str
) -> None:
    """Tell what the vendor of API changed from each documented snapshot to the next, the oldest first."""
    from qcontract.contract.source import open_spec
    from qcontract.drift import compare
    from qcontract.drift.history import history as walk
    from qcontract.drift.history import stretch
    from qcontract.drift.locations import located
    from qcontract.reports.changelog import LAYOUTS

    opened = cache(open_spec)
    today = None if as_of is None else as_of.date()

    def step(old: str, new: str) -> Report:
        specs = opened(old), opened(new)
        return located(compare(*specs, client, as_of=today), *specs)

    chosen = stretch(api, first, last)
    with working() as work:
        changelog = walk(
            api, step, among=chosen, progress=lambda old, new: work.on(f"comparing {old.ref} with {new.ref}")
        )
    emit(LAYOUTS[layout](changelog, width(None)), machine=layout != "text")
