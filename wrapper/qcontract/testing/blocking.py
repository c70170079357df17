"""While a fixture stands for a service, nothing of this process reaches another machine.

Python reports to audit hooks what its sockets are about to do, by whatever name somebody holds their functions. An
address is resolved before that is reported, so that the methods that take one are replaced as well.
"""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable
from functools import cache
from typing import Any, Final, cast

from attrs import define

from qcontract.errors import ConnectionBlocked
from qcontract.transport.guards import is_loopback

__all__ = ["block"]

_INTERNET: Final = (socket.AF_INET, socket.AF_INET6)
_METHODS: Final = {"connect": 0, "connect_ex": 0, "sendto": 1, "sendmsg": 3}
"""Where the methods of a socket have their address at the earliest; if there is one, it is the last argument."""

_SENDING: Final = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
_LOOKING_UP: Final = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})


@define
class _Switch:
    """Whether the hook refuses anything, since Python has no way to remove one."""

    on: bool = False


def block(setattr_: Callable[[Any, str, object], None]) -> None:
    """Let connections and look-ups of names fail, except for those of this machine.

    The error is no ``OSError``, since clients take those for an outage and try again for minutes.

    Args:
        setattr_: Sets an attribute, and knows how to undo it.
    """
    setattr_(_watching(), "on", True)
    for name, place in _METHODS.items():
        setattr_(socket.socket, name, _checking(getattr(socket.socket, name), place))


@cache
def _watching() -> _Switch:
    """Begin to watch, and return what switches it."""
    switch = _Switch()

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if switch.on:
            _judge(event, arguments)

    sys.addaudithook(watch)
    return switch


def _judge(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _SENDING:
        _check_address(*arguments)
    elif event in _LOOKING_UP:
        _check_name(arguments[0])
    elif event == "socket.getnameinfo":
        _check_name(arguments[0][0])


def _checking(original: Callable[..., Any], place: int) -> Callable[..., Any]:
    def method(self: socket.socket, *arguments: Any) -> Any:
        if len(arguments) > place:
            _check_address(self, arguments[-1])
        return original(self, *arguments)

    return method


def _check_address(sending: socket.socket, address: Any) -> None:
    if sending.family not in _INTERNET or not isinstance(address, tuple):
        return
    host = _text(cast("tuple[object, ...]", address)[0])
    if not is_loopback(host):
        raise _refusal(host)


def _check_name(name: object) -> None:
    """Refuse to look up what is neither this machine nor the name that it has."""
    host = "" if name is None else _text(name)
    if host and not is_loopback(host) and host != socket.gethostname():
        raise _refusal(host)


def _text(name: object) -> str:
    return name.decode("latin-1") if isinstance(name, bytes | bytearray) else str(name)


def _refusal(host: str) -> ConnectionBlocked:
    return ConnectionBlocked(
        f"a connection to {host} was stopped: the fixtures of qcontract keep a test on this machine",
        hint="point the client at the fixture's url, or allow it with @pytest.mark.qcontract_network",
    )
