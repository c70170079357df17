"""While a fixture stands for a service, nothing of this process reaches another machine."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any, Final, cast

from qcontract.errors import ConnectionBlocked
from qcontract.transport.guards import is_loopback

__all__ = ["block"]

_INTERNET: Final = (socket.AF_INET, socket.AF_INET6)
_HERE: Final = (None, "", b"")
"""How a caller of ``getaddrinfo`` says this machine."""


def block(setattr_: Callable[[Any, str, object], None]) -> None:
    """Let connections and look-ups of names fail, except for those of this machine.

    The error is no ``OSError``, since clients take those for an outage and try again for minutes.

    Args:
        setattr_: Sets an attribute, and knows how to undo it.
    """
    for name in ("connect", "connect_ex"):
        setattr_(socket.socket, name, _connecting(getattr(socket.socket, name)))
    setattr_(socket.socket, "sendto", _sending(socket.socket.sendto))
    setattr_(socket, "getaddrinfo", _resolving(socket.getaddrinfo))


def _connecting(original: Callable[..., Any]) -> Callable[..., Any]:
    def connect(self: socket.socket, address: Any) -> Any:
        _check(self, address)
        return original(self, address)

    return connect


def _sending(original: Callable[..., Any]) -> Callable[..., Any]:
    def sendto(self: socket.socket, data: Any, *flags_and_address: Any) -> Any:
        _check(self, flags_and_address[-1])
        return original(self, data, *flags_and_address)

    return sendto


def _resolving(original: Callable[..., Any]) -> Callable[..., Any]:
    def getaddrinfo(host: Any, *arguments: Any, **more: Any) -> Any:
        name = host.decode("latin-1") if isinstance(host, bytes) else host
        if host not in _HERE and not is_loopback(name):
            raise _refusal(name)
        return original(host, *arguments, **more)

    return getaddrinfo


def _check(connecting: socket.socket, address: Any) -> None:
    if connecting.family not in _INTERNET or not isinstance(address, tuple):
        return
    host = str(cast("tuple[object, ...]", address)[0])
    if not is_loopback(host):
        raise _refusal(host)


def _refusal(host: str) -> ConnectionBlocked:
    return ConnectionBlocked(
        f"a connection to {host} was stopped: the fixtures of qcontract keep a test on this machine",
        hint="point the client at the fixture's url, or allow it with @pytest.mark.qcontract_network",
    )
