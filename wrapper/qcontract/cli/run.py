"""``qcontract run``."""

from __future__ import annotations

import math
import sys
import uuid
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import click

from qcontract import errors
from qcontract.cli.progress import Narrator
from qcontract.cli.reading import read_text
from qcontract.cli.signals import as_interruption
from qcontract.clients.settings import resolve
from qcontract.clients.sync import IonQ, QBraid, SyncClient
from qcontract.clients.vendors import vendor_of
from qcontract.contract import ContractRef
from qcontract.flow.effects import Event
from qcontract.model.job import Job
from qcontract.model.program import Program, read_program
from qcontract.model.result import Result
from qcontract.reports.distribution import as_json, as_text
from qcontract.reports.printable import printable

__all__ = ["run"]

_CLIENTS: dict[str, type[SyncClient]] = {"ionq": IonQ, "qbraid": QBraid}


def _text(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Refuse what cannot be sent: the bytes of an argument need not be Unicode."""
    try:
        (value or "").encode()
    except UnicodeEncodeError:
        raise click.BadParameter("it is not valid UTF-8 text") from None
    return value


def _seconds(_: click.Context, __: click.Parameter, value: float) -> float:
    """Refuse NaN, which is in no range and not outside of one either."""
    if math.isnan(value):
        raise click.BadParameter("it is not a number")
    return value


@click.command(epilog="Example: qcontract run bell.json --emulator --api ionq-v0.3")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--emulator", is_flag=True, help="Run on a local emulator made for this one job.")
@click.option("--live", is_flag=True, help="Run on the real service, with your key.")
@click.option(
    "--api", callback=_text, default="ionq-v0.4", show_default=True, metavar="API|CONTRACT", help="E.g. qbraid-v2."
)
@click.option("--backend", callback=_text, help="Where to run.  [default: the API's free simulator]")
@click.option("--shots", type=click.IntRange(1), help="Number of repetitions.  [default: the API's]")
@click.option("--noise", callback=_text, metavar="MODEL", help="Noise model of a simulator, e.g. aria-1.")
@click.option("--name", callback=_text, help="A name for the job.")
@click.option("--max-cost", callback=_text, metavar="N", help="Most that it may cost: usd at IonQ, credits at qBraid.")
@click.option("--yes", is_flag=True, help="Allow any price.")
@click.option("--seed", type=click.IntRange(0), help="Seed of the emulator.  [default: 0]")
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    default=900.0,
    show_default=True,
    callback=_seconds,
    help="Seconds to wait at most.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to print the result.",
)
def run(
    file: Path,
    *,
    emulator: bool,
    live: bool,
    api: str,
    max_cost: str | None,
    yes: bool,
    seed: int | None,
    timeout: float,
    form: Literal["table", "json"],
    **options: Any,
) -> None:
    """Run the program in FILE and show the distribution of its result.

    FILE holds IonQ's circuit JSON (one circuit or several) or OpenQASM 2 or 3; - reads standard input. Say where it
    runs: --emulator, or --live with the key in IONQ_API_KEY or QBRAID_API_KEY.
    """
    _refuse_both(emulator and live, "--emulator", "--live")
    _refuse_both(max_cost is not None and yes, "--max-cost", "--yes")
    _refuse_both(live and seed is not None, "--live", "--seed")
    ContractRef.parse(api)
    if not emulator and not live:
        _ask_where(api)
    program = read_program(read_text(file), printable(str(file)))
    options |= {"max_cost": math.inf if yes else max_cost, "token": uuid.uuid4().hex}
    narrator = Narrator(emulated=emulator, token=options["token"])
    with as_interruption(), narrator, _client(api, narrator.tell, seed=(seed or 0) if emulator else None) as client:
        job, result = _perform(client, narrator, program, options, timeout)
    click.echo(as_json(job, result) if form == "json" else as_text(job, result, bar=_bar()))


def _refuse_both(both: bool, one: str, other: str) -> None:
    if both:
        raise click.UsageError(f"{one} and {other} exclude each other")


def _ask_where(api: str) -> None:
    """Refuse to guess between a service that costs money and the emulator."""
    vendor = vendor_of(api)
    resolve(vendor, api.partition("@")[0])  # without a key, its error names both ways
    raise errors.ConfigurationError(
        "where should it run?", hint=f"say --emulator, or --live to use your key at {vendor.title}"
    )


def _perform(
    client: SyncClient, narrator: Narrator, program: Program, options: dict[str, Any], timeout: float
) -> tuple[Job, Result]:
    narrator.submitting()
    job = client.jobs.submit(program, **options)
    narrator.submitted(job)
    done = client.jobs.wait(job, timeout=timeout)
    return done, client.jobs.result(done)


@contextmanager
def _client(api: str, on_event: Callable[[Event], None], *, seed: int | None) -> Generator[SyncClient]:
    """Open a client of the real service; with a seed, of an emulator that lives as long as the client."""
    kind = _CLIENTS[vendor_of(api).name]
    if seed is None:
        with kind(api, on_event=on_event) as client:
            yield client
        return
    from qcontract.emulator import Emulator, serve

    snapshots = [api] if "@" in api else []
    with (
        Emulator(seed=seed, snapshots=snapshots) as emulator,
        serve(emulator) as server,
        kind(api, key="emulator", base_url=server.base_url(api), on_event=on_event) as client,
    ):
        try:
            yield client
        except errors.WaitTimeout as error:
            error.hint = "its emulator ends with this command, and the job with it: give it a longer --timeout"
            raise


def _bar() -> str:
    """Return what bars are made of, as far as the output's encoding has it."""
    try:
        "█".encode(sys.stdout.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return "#"
    return "█"
