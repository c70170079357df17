"""``qcontract specs``: the vendored contracts, listed, shown and checked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from qcontract.contract.registry import ContractRef, registry

__all__ = ["specs"]

F = TypeVar("F", bound=Callable[..., Any])


def _layout(choices: list[str]) -> Callable[[F], F]:
    return click.option(
        "--format", "layout", type=click.Choice(choices), default=choices[0], show_default=True, help="How to print it."
    )


@click.group()
def specs() -> None:
    """List, show and check the API contracts that come with qcontract."""


@specs.command("list")
@_layout(["table", "json"])
def list_(layout: str) -> None:
    """List every vendored contract; * marks the default of its API."""
    from qcontract.contract.render import catalogue

    if layout == "json":
        click.echo(json.dumps(catalogue(), indent=2, ensure_ascii=False))
        return
    rows = [("CONTRACT", "", "DATE", "LINE", "SCOPE", "PROVENANCE", "CLIENT")]
    for entry in registry():
        date = entry.observed_at.isoformat() if entry.observed_at else "unknown"
        mark = "*" if entry.current else ""
        rows.append((str(entry.ref), mark, date, entry.line, entry.scope, entry.provenance, entry.package or "-"))
    _table(rows)


@specs.command()
@click.argument("contract")
@click.option("--effective", is_flag=True, help="Apply the overlay: what the service does, as far as it is known.")
@_layout(["yaml", "json"])
def show(contract: str, effective: bool, layout: str) -> None:
    """Print one contract, API or API@LABEL, as an OpenAPI document."""
    from qcontract.contract.render import headline, render

    ref = ContractRef.parse(contract)
    text = render(ref, with_overlay=effective, layout="json" if layout == "json" else "yaml")
    click.echo(headline(ref, with_overlay=effective), err=True)
    click.echo(text, nl=False)


@specs.command("check")
@click.argument("names", nargs=-1, metavar="[CONTRACT|FILE]...")
@_layout(["table", "json"])
@click.pass_context
def check_(context: click.Context, names: tuple[str, ...], layout: str) -> None:
    """Check vendored contracts (all by default) or OpenAPI files; exits 1 if anything is found."""
    from qcontract.contract.check import check, report

    names = names or tuple(str(entry.ref) for entry in registry())
    problems = tuple(problem for name in names for problem in check(name))
    if layout == "json":
        click.echo(json.dumps(report(names, problems), indent=2, ensure_ascii=False))
    else:
        _table((problem.contract, problem.rule, problem.pointer or "-", problem.message) for problem in problems)
        click.echo(f"{len(names)} checked, {len(problems)} findings", err=True)
    context.exit(1 if problems else 0)


def _table(rows: Iterable[tuple[str, ...]]) -> None:
    lines = list(rows)
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for row in lines:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
