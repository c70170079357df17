"""The commands under ``qcontract drift``."""

from __future__ import annotations

import click

from qcontract.cli.drift.compare import compare
from qcontract.cli.drift.generated import generated
from qcontract.cli.drift.history import history
from qcontract.cli.drift.rule import rule
from qcontract.cli.drift.schema import schema

__all__ = ["drift"]


@click.group()
def drift() -> None:
    """Compare contracts: what is safe, and what breaks, with a value that shows it."""


for command in (compare, generated, history, rule, schema):
    drift.add_command(command)
