"""``qcontract emulator``: the APIs on this machine, until interrupted."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from qcontract.emulator import Server

__all__ = ["emulator"]

_APIS = ("ionq-v0.3", "ionq-v0.4", "qbraid-v2")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port; a free one by default.")
@click.option("--db", type=click.Path(dir_okay=False, path_type=Path), help="Keep jobs in this file across restarts.")
@click.option("--snapshot", "snapshots", metavar="CONTRACT", multiple=True, help="Serve this snapshot; repeatable.")
@click.option("--seed", type=int, default=0, show_default=True, help="From which ids and samples follow.")
@click.option("--expose", is_flag=True, help="Allow an address that other machines can reach.")
def emulator(host: str, port: int, db: Path | None, snapshots: tuple[str, ...], seed: int, *, expose: bool) -> None:
    """Serve IonQ v0.3, IonQ v0.4 and qBraid v2 on this machine. Every key is accepted; nothing leaves it.

    Standard output has one line per API, "NAME URL". Older snapshots are under /@LABEL, e.g. /@2026-05-15/v0.4.
    """
    from qcontract.emulator import Emulator, serve

    with (
        Emulator(db=db, snapshots=list(snapshots), seed=seed) as served,
        serve(served, host, port, expose=expose) as server,
    ):
        for api in _APIS:
            click.echo(f"{api} {server.base_url(api)}")
        if not _ended_by_itself(server):
            click.echo("emulator stopped", err=True)


def _ended_by_itself(server: Server) -> bool:
    """Wait for the server; SIGTERM, which containers send, is taken as Ctrl-C, so that nothing is left behind."""
    previous = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        click.echo("emulator is running; stop it with Ctrl-C", err=True)
        server.wait()
    except KeyboardInterrupt:
        return False
    finally:
        signal.signal(signal.SIGTERM, previous)
    return True
