"""``qcontract drift schema``."""

from __future__ import annotations

import json

import click

from qcontract.cli.drift.output import emit

__all__ = ["schema"]


@click.command()
def schema() -> None:
    """Print the JSON Schema of what "drift compare --format json" prints."""
    from qcontract.reports.document import schema as report_schema

    emit(json.dumps(report_schema(), indent=2) + "\n", machine=True)
