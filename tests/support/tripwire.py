"""Imported by every process of a test as `sitecustomize`: whatever looks beyond this machine is written down, and ends.

Every process also writes that it is armed, so that a test sees that the wire was there.
"""

from __future__ import annotations

import os
import sys
from ipaddress import ip_address
from pathlib import Path

LOG = Path(__file__).with_name("tripwire.log")


def write(line: str) -> None:
    with LOG.open("a") as log:
        log.write(f"{os.getpid()} {line}\n")


def is_here(host: object) -> bool:
    name = host.decode(errors="replace") if isinstance(host, bytes) else str(host)
    try:
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Look at what Python reports of sockets: also what C code of the interpreter does on its behalf."""
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None  # a path or None stays on this machine
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        host = arguments[0]
    else:
        return
    if host is not None and not is_here(host):
        write(f"{event} {host!r}")
        os._exit(99)


sys.addaudithook(watch)
write(f"armed {sys.argv[:1]}")
