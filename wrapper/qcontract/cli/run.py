"""``qcontract run``."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import click

from qcontract import errors
from qcontract.cli.progress import Narrator
from qcontract.clients.settings import resolve
from qcontract.clients.sync import IonQ, QBraid, SyncClient
from qcontract.clients.vendors import vendor_of
from qcontract.flow.effects import Event
from qcontract.model.program import read_program
from qcontract.reports.distribution import as_json, as_text

__all__ = ["run"]

_CLIENTS: dict[str, type[SyncClient]] = {"ionq": IonQ, "qbraid": QBraid}


@click.command(epilog="Example: qcontract run bell.json --emulator --api ionq-v0.3")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--emulator", "where", flag_value="emulator", help="Run on a local emulator made for this one job.")
@click.option("--live", "where", flag_value="live", help="Run on the real service, with your key.")
@click.option("--api", default="ionq-v0.4", show_default=True, metavar="API|CONTRACT", help="E.g. qbraid-v2.")
@click.option("--backend", help="Where to run.  [default: the API's free simulator]")
@click.option("--shots", type=click.IntRange(1), help="Number of repetitions.")
@click.option("--noise", metavar="MODEL", help="Noise model of a simulator, e.g. aria-1.")
@click.option("--name", help="A name for the job.")
@click.option("--max-cost", metavar="N", help="Most that it may cost: usd at IonQ, credits at qBraid.")
@click.option("--yes", is_flag=True, help="Allow any price.")
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True, help="Seed of the emulator.")
@click.option("--timeout", type=click.FloatRange(0, min_open=True), default=900.0, help="Seconds to wait at most.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", help="How to print it.")
def run(
    file: Path,
    where: Literal["emulator", "live"] | None,
    api: str,
    backend: str | None,
    shots: int | None,
    noise: str | None,
    name: str | None,
    max_cost: str | None,
    yes: bool,
    seed: int,
    timeout: float,
    form: Literal["table", "json"],
) -> None:
    """Run the program in FILE and show the distribution of its result.

    FILE holds IonQ's circuit JSON (one circuit or several) or OpenQASM 2 or 3; - reads standard input.
    """
    _require_destination(where, api)
    program = read_program(_read(file), str(file))
    narrator = Narrator()
    with _client(where, api, seed, narrator.tell) as client:
        job = client.jobs.submit(
            program,
            backend=backend,
            shots=shots,
            noise=noise,
            name=name,
            max_cost=math.inf if yes else max_cost,
        )
        narrator.submitted(job)
        done = client.jobs.wait(job, timeout=timeout)
        result = client.jobs.result(done)
    click.echo(as_json(done, result) if form == "json" else as_text(done, result))


def _require_destination(where: str | None, api: str) -> None:
    """Refuse to guess between a service that costs money and the emulator."""
    if where is not None:
        return
    vendor = vendor_of(api)
    resolve(vendor, api.partition("@")[0])  # without a key, its error names both ways
    raise errors.ConfigurationError(
        "where should it run?", hint=f"say --emulator, or --live to use your key at {vendor.title}"
    )


@contextmanager
def _client(where: str | None, api: str, seed: int, on_event: Callable[[Event], None]) -> Generator[SyncClient]:
    """Open the client for the chosen destination; for the emulator, one that lives as long as the client."""
    kind = _CLIENTS[vendor_of(api).name]
    if where == "live":
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
        yield client


def _read(file: Path) -> str:
    try:
        if str(file) == "-":
            return sys.stdin.read()
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise errors.ConfigurationError(f"cannot read {file}: {reason}") from None
