"""``qcontract emulator``: the APIs on this machine, until interrupted."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qcontract import errors
from qcontract.cli.files import read_text
from qcontract.cli.signals import as_interruption
from qcontract.model.untyped import is_list, is_object

if TYPE_CHECKING:
    from qcontract.emulator import Emulator, Server

__all__ = ["emulator"]

_APIS = ("ionq-v0.3", "ionq-v0.4", "qbraid-v2")
_FILE = click.Path(dir_okay=False, path_type=Path)


def _tell_deviations(context: click.Context, _: click.Parameter, wanted: object) -> None:
    if wanted:
        from qcontract.emulator.deviations import table

        click.echo(table())
        context.exit()


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port; a free one by default.")
@click.option("--db", type=_FILE, help="Keep jobs in this file across restarts.")
@click.option("--snapshot", "snapshots", metavar="CONTRACT", multiple=True, help="Serve this snapshot; repeatable.")
@click.option("--seed", type=int, default=0, show_default=True, help="From which ids, samples and chances follow.")
@click.option("--keys", type=_FILE, help="Accept these keys only: one per line, with the name of a shared project.")
@click.option(
    "--lifecycle",
    type=click.Choice(["immediate", "timed", "stepped"]),
    default="immediate",
    show_default=True,
    help="How jobs move: at once, in the times of --timing, or by the control API.",
)
@click.option("--timing", metavar="S,R,R", help="Seconds submitted, ready and running; 1,2,1 by default.")
@click.option("--virtual-clock", is_flag=True, help="Let time stand still until the control API moves it.")
@click.option("--faults", type=_FILE, help="Begin with these faults: a JSON array of rules.")
@click.option("--vendor-limits", is_flag=True, help="Answer 429 as often as the vendors publish that they do.")
@click.option("--self-check", is_flag=True, help="Answer 500 where the emulator would break its own contract.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Simulating processes.")
@click.option("--ready-file", type=_FILE, help="Write the addresses here, as JSON, when requests are taken.")
@click.option("--expose", is_flag=True, help="Allow an address that other machines can reach.")
@click.option(
    "--deviations",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_tell_deviations,
    help="Print where the emulator differs from the contracts, as markdown, and exit.",
)
def emulator(
    host: str, port: int, faults: Path | None, ready_file: Path | None, *, expose: bool, **settings: Any
) -> None:
    """Serve IonQ v0.3, IonQ v0.4 and qBraid v2 on this machine. Every key is accepted; nothing leaves it.

    Standard output has one line per API, "NAME URL". Older snapshots are under /@LABEL, e.g. /@2026-05-15/v0.4.
    Faults, time and jobs are controlled under /_qcontract; GET /_qcontract lists how.
    """
    from qcontract.emulator import serve

    if ready_file is not None:
        _make_room(ready_file)
    with _emulator(**settings) as served:
        for number, rule in enumerate([] if faults is None else _rules(faults), 1):
            _plant(served, rule, f"{faults}, rule {number}")
        with serve(served, host, port, expose=expose) as server:
            for api in _APIS:
                click.echo(f"{api} {server.base_url(api)}")
            if server.control_token:
                click.echo(f"control token (header X-Qcontract-Token): {server.control_token}", err=True)
            try:
                if ready_file is not None:
                    _announce(ready_file, server)
                if not _ended_by_itself(server):
                    click.echo("emulator stopped", err=True)
            finally:
                if ready_file is not None:
                    ready_file.unlink(missing_ok=True)


def _emulator(
    db: Path | None,
    snapshots: tuple[str, ...],
    seed: int,
    keys: Path | None,
    lifecycle: Any,
    timing: str | None,
    workers: int,
    *,
    virtual_clock: bool,
    vendor_limits: bool,
    self_check: bool,
) -> Emulator:
    from qcontract.emulator import Emulator

    return Emulator(
        db=db,
        snapshots=list(snapshots),
        seed=seed,
        keys=None if keys is None else _keys(keys),
        lifecycle=lifecycle,
        timing=None if timing is None else _timing(timing),
        clock="virtual" if virtual_clock else None,
        limits="documented" if vendor_limits else None,
        self_check=self_check,
        workers=workers,
    )


def _timing(text: str) -> Any:
    from qcontract.emulator import Timing

    try:
        submitted, ready, running = (float(part) for part in text.split(","))
    except ValueError:
        hint = "give three numbers of seconds, such as 1,2,1"
        raise errors.ConfigurationError(f"--timing {text[:60]!r} cannot be read", hint=hint) from None
    return Timing(submitted, ready, running)


def _keys(path: Path) -> dict[str, str | None]:
    """Read keys, each with the name of its project or None."""
    lines = [line.split(maxsplit=1) for line in read_text(path).splitlines() if line.strip()]
    if not lines:
        raise errors.ConfigurationError(f"{path} holds no key", hint="write one on each line, or leave --keys out")
    return {key: rest[0].strip() if rest else None for key, *rest in lines}


def _rules(path: Path) -> list[dict[str, Any]]:
    """Read an array of rules, each as the control API takes it."""
    try:
        rules = json.loads(read_text(path))
    except (ValueError, RecursionError) as error:
        raise errors.ConfigurationError(f"{path} is no JSON: {str(error)[:100]}") from None
    if not is_list(rules) or not all(is_object(rule) for rule in rules):
        hint = 'for example [{"fault": "rate-limit", "operation": "GetJobs", "times": 2}]'
        raise errors.ConfigurationError(f"{path} is no array of rules", hint=hint)
    return rules


def _plant(served: Emulator, rule: dict[str, Any], where: str) -> None:
    try:
        served.fault(rule.pop("fault", ""), **rule)
    except errors.ConfigurationError as error:
        raise errors.ConfigurationError(f"{where}: {error.message}", hint=error.hint) from None


def _announce(path: Path, server: Server) -> None:
    """Write where the server is; the file appears whole, and is its owner's alone, since it may hold a token."""
    content = {
        "schema": "qcontract.emulator-ready/1",
        "pid": os.getpid(),
        "origin": server.origin,
        "apis": {api: server.base_url(api) for api in _APIS},
        "control": {"url": f"{server.origin}/_qcontract", "token": server.control_token},
    }
    _write(_beside(path), json.dumps(content)).replace(path)


def _make_room(path: Path) -> None:
    """Refuse now what could not be written later; what a killed emulator has left there would be taken for ours."""
    try:
        _write(_beside(path), "").unlink()
        path.unlink(missing_ok=True)
    except OSError as error:
        hint = "choose a folder that exists and in which you may write"
        raise errors.ConfigurationError(f"{path} cannot be written: {error.strerror}", hint=hint) from None


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.{os.getpid()}.tmp")


def _write(path: Path, text: str) -> Path:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
    return path


def _ended_by_itself(server: Server) -> bool:
    """Wait for the server, or for whoever asks it to end."""
    try:
        with as_interruption():
            click.echo("emulator is running; stop it with Ctrl-C", err=True)
            server.wait()
    except KeyboardInterrupt:
        return False
    return True
