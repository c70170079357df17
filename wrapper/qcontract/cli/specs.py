"""``qcontract specs``: the vendored contracts, listed, shown and checked; others, imported from documentation pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

from qcontract.cli.files import write_text
from qcontract.contract.registry import ContractRef, registry
from qcontract.errors import ContractError

if TYPE_CHECKING:
    from qcontract.contract.check import Problem
    from qcontract.contract.imports import Scope

__all__ = ["specs"]

F = TypeVar("F", bound=Callable[..., Any])


def _layout(choices: list[str]) -> Callable[[F], F]:
    return click.option(
        "--format", "layout", type=click.Choice(choices), default=choices[0], show_default=True, help="How to print it."
    )


@click.group()
def specs() -> None:
    """List, show and check the API contracts that come with qcontract; import others from documentation pages."""


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
    """Check vendored contracts (all by default) or OpenAPI files; exits 1 if anything is found.

    Defects that a vendor has published are named and not counted. What cannot be read is named when all others have
    been checked, and the exit code is 2.
    """
    from qcontract.contract.check import Problem, report

    names = names or tuple(str(entry.ref) for entry in registry())
    problems, refusals = _check_each(names)
    if refusals and len(names) == 1:
        raise _all_of(refusals)
    found = [problem for problem in problems if not problem.known]
    if layout == "json":
        unreadable = (Problem(name, "", "unreadable", error.message) for name, error in refusals.items())
        click.echo(json.dumps(report(names, (*problems, *unreadable)), indent=2, ensure_ascii=False))
    else:
        _table((problem.contract, problem.rule, problem.pointer or "-", problem.message) for problem in found)
        for problem in (problem for problem in problems if problem.known):
            click.echo(f"{problem.contract}: known defect at {problem.pointer}: {problem.message}", err=True)
        click.echo(f"{len(names) - len(refusals)} checked, {len(found)} findings", err=True)
    if refusals:
        raise _all_of(refusals)
    context.exit(1 if found else 0)


@specs.command("import")
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
@click.option("--api", required=True, metavar="NAME", help="The API that the pages describe, such as ionq-v0.4.")
@click.option("--label", help="Label of the contract; by default the date that the pages state.")
@click.option(
    "--scope",
    type=click.Choice(["fragment", "full"]),
    default="fragment",
    show_default=True,
    help="Whether the pages hold the whole API.",
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the contract to this file.")
@_layout(["yaml", "json"])
@click.pass_context
def import_(
    context: click.Context,
    pages: tuple[str, ...],
    api: str,
    label: str | None,
    scope: Scope,
    output: Path | None,
    layout: Literal["yaml", "json"],
) -> None:
    """Make a contract out of documentation pages with embedded OpenAPI fragments; - is standard input.

    The contract goes to stdout or to --output. When pages contradict each other nothing is written: the
    contradictions go to stdout, and the exit code is 1.
    """
    from qcontract.contract.imports import import_pages
    from qcontract.contract.pages import read_page
    from qcontract.reports.printable import printable

    imported = import_pages([read_page(page) for page in pages], api=api, label=label, scope=scope)
    if imported.merged.conflicts:
        report = json.dumps(imported.report(), indent=2) if layout == "json" else imported.quarrel()
        click.echo("\n".join(map(printable, report.split("\n"))))
    elif output is None:
        click.echo(imported.text(layout), nl=False)
    else:
        write_text(output, imported.text(layout))
    click.echo(imported.headline(), err=True)
    context.exit(1 if imported.merged.conflicts else 0)


def _check_each(names: Iterable[str]) -> tuple[list[Problem], dict[str, ContractError]]:
    """Check all that can be read; return what was found, and by name why the others cannot."""
    from qcontract.contract.check import check

    problems: list[Problem] = []
    refusals: dict[str, ContractError] = {}
    for name in names:
        try:
            problems += check(name)
        except ContractError as error:
            refusals[name] = error
    return problems, refusals


def _all_of(refusals: dict[str, ContractError]) -> ContractError:
    said = (error.message if name in error.message else f"{name}: {error.message}" for name, error in refusals.items())
    hints = dict.fromkeys(error.hint for error in refusals.values() if error.hint)
    return ContractError("\n       ".join(said), hint="; ".join(hints) or None)


def _table(rows: Iterable[tuple[str, ...]]) -> None:
    lines = list(rows)
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for row in lines:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
