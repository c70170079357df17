"""The peers' own environments: one each, made once, and kept outside of git."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import venv
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
CACHE = Path(os.environ.get("QCONTRACT_PEERS") or HERE.parents[1] / ".venv-peers")


class Peer(NamedTuple):
    """A released client, as `peers.toml` describes it."""

    name: str
    package: str
    version: str
    contracts: list[str]
    flows: list[str]
    own_tests: str | None = None
    own_options: tuple[str, ...] = ()

    @property
    def lock(self) -> Path:
        """Exact versions of all that its environment holds."""
        return HERE / "locks" / f"{self.name}.txt"

    @property
    def home(self) -> Path:
        """Where its environment is."""
        return CACHE / self.name

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.home / "bin" / "python"


class CannotInstallError(Exception):
    """A peer is not to be had here; the message is what pip said."""


def peers() -> dict[str, Peer]:
    """Read `peers.toml`."""
    described = tomllib.loads((HERE / "peers.toml").read_text(encoding="utf-8"))
    return {name: Peer(name, **members) for name, members in described.items()}


def prepare(peer: Peer) -> None:
    """Make the peer's environment, unless it is there as the lock wants it."""
    wanted = sha256(peer.lock.read_bytes() + sys.version.encode()).hexdigest()
    stamp = peer.home / ".ready"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"{peer.name}: installing {peer.package} {peer.version}", file=sys.stderr, flush=True)
    shutil.rmtree(peer.home, ignore_errors=True)
    venv.create(peer.home, with_pip=True, symlinks=True)
    _pip(peer, "install", "--only-binary", ":all:", "--requirement", str(peer.lock))
    if peer.own_tests:
        _fetch_own_tests(peer)
    stamp.write_text(wanted)


def own_tests(peer: Peer) -> Path:
    """Return the folder in which the peer's own tests were unpacked."""
    return peer.home / "source"


def _fetch_own_tests(peer: Peer) -> None:
    """Unpack tests and their configuration, and not the package: what is tested is the installed release."""
    fetched = peer.home / "sdist"
    _pip(peer, "download", "--no-deps", "--no-binary", peer.package, "--dest", str(fetched),
         f"{peer.package}=={peer.version}")  # fmt: skip
    [archive] = fetched.glob("*.tar.gz")
    with tarfile.open(archive) as source:
        top = source.getnames()[0].partition("/")[0]
        wanted = [one for one in source if one.name.startswith((f"{top}/tests/", f"{top}/pyproject.toml"))]
        source.extractall(fetched, members=wanted, filter="data")
    (fetched / top).rename(own_tests(peer))


def _pip(peer: Peer, *arguments: str) -> None:
    quiet = ("--quiet", "--disable-pip-version-check")
    done = subprocess.run(
        [peer.python, "-m", "pip", *arguments[:1], *quiet, *arguments[1:]], capture_output=True, text=True
    )
    if done.returncode:
        raise CannotInstallError(f"pip {arguments[0]} failed:\n{done.stderr.strip()[-2000:]}")
