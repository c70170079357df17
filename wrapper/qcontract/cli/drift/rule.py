"""``qcontract drift rule``."""

from __future__ import annotations

import click

from qcontract.cli.drift.output import emit

__all__ = ["rule"]


@click.command()
@click.argument("id", required=False)
@click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How to show it.",
)
def rule(id: str | None, layout: str) -> None:  # noqa: A002 - what help calls it
    """Explain a rule: what it means, whom it breaks, an example, what to do; list all rules without ID."""
    from qcontract.findings import rule as find
    from qcontract.findings import rules
    from qcontract.reports.rulebook import LAYOUTS

    known = rules() if id is None else (find(id),)
    emit(LAYOUTS[layout](known, whole=id is not None), machine=layout != "text")
