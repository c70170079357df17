"""The emulator as a server in a thread of this process."""

from __future__ import annotations

import errno
import secrets
import socket
import threading
import time
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from qcontract import errors
from qcontract.transport.guards import is_loopback

if TYPE_CHECKING:
    from .emulator import Emulator

__all__ = ["Server", "serve"]

_STARTUP_SECONDS = 10.0


def serve(emulator: Emulator, host: str = "127.0.0.1", port: int = 0, *, expose: bool = False) -> Server:
    """Serve an emulator over HTTP until the returned server is stopped.

    Args:
        emulator: The emulator; it is started, and not stopped with the server.
        host: Address to listen on.
        port: Port, 0 for a free one.
        expose: Whether an address that other machines reach is allowed; the control API then wants ``control_token``.

    Raises:
        ConfigurationError: The address cannot be used.
        MissingExtra: uvicorn is not installed.

    Example:
        >>> from qcontract.emulator import Emulator
        >>> with Emulator() as emulator, serve(emulator) as server:
        ...     server.base_url("ionq-v0.4").startswith("http://127.0.0.1:")
        True
    """
    if not is_loopback(host):
        _check_host(host)
    if not expose and not is_loopback(host):
        hint = "the emulator accepts any key: use 127.0.0.1, or allow it with expose=True (--expose)"
        raise errors.ConfigurationError(f"{host!r} can be reached from other machines", hint=hint)
    emulator.start()
    if not is_loopback(host):
        emulator.control.token = emulator.control.token or secrets.token_urlsafe(24)
    return Server(emulator, host, port)


class Server:
    """A running server.

    Attributes:
        origin: Scheme, host and port, such as ``http://127.0.0.1:43121``.
    """

    def __init__(self, emulator: Emulator, host: str, port: int) -> None:
        self._emulator = emulator
        self._socket = _listen(host, port)
        self.port: int = self._socket.getsockname()[1]
        self.origin = f"http://{f'[{host}]' if ':' in host else host}:{self.port}"
        self._server = _uvicorn(emulator)
        # Not Thread.join, which takes a thread for ended that still runs when Ctrl-C interrupts it.
        self._ended = threading.Event()
        threading.Thread(target=self._run, daemon=True).start()
        self._await_start()

    def _run(self) -> None:
        try:
            self._server.run(sockets=[self._socket])
        finally:
            self._ended.set()

    def _await_start(self) -> None:
        deadline = time.monotonic() + _STARTUP_SECONDS
        while not self._server.started:
            if self._ended.is_set() or time.monotonic() > deadline:
                self.stop()
                raise errors.ConfigurationError("the emulator's server did not start")
            time.sleep(0.005)

    @property
    def control_token(self) -> str | None:
        """What requests to the control API have to bring in the header ``X-Qcontract-Token``, None if nothing."""
        return self._emulator.control.token

    def base_url(self, api: str) -> str:
        """Return the address under which a contract is served."""
        return self._emulator.base_url(api, self.origin)

    def wait(self) -> None:
        """Return when the server has ended."""
        while not self._ended.wait(0.5):
            pass

    def stop(self) -> None:
        """Stop listening; the emulator goes on."""
        self._server.should_exit = True
        self._ended.wait(_STARTUP_SECONDS)
        self._socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Said to be TCP, or asyncio would leave Nagle's algorithm on, and every answer would wait 40 ms for an ACK.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except (OSError, OverflowError) as error:
        listener.close()
        raise errors.ConfigurationError(f"cannot listen on {host} port {port}: {error}", hint=_way(error)) from None
    return listener


def _check_host(host: str) -> None:
    """Refuse what is no address: an empty one would even mean all of this machine."""
    try:
        if not host:
            raise ValueError("it is empty")
        socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, ValueError) as error:  # names that cannot be encoded are a ValueError
        why = getattr(error, "strerror", None) or error
        hint = "use 127.0.0.1, or an address of this machine, without scheme and port"
        raise errors.ConfigurationError(f"{host!r} is no address to listen on: {why}", hint=hint) from None


def _way(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno == errno.EADDRNOTAVAIL:
        return "this machine does not have this address: use 127.0.0.1, or 0.0.0.0 for all that it has"
    return "choose another port, or 0 for a free one"


def _uvicorn(emulator: Emulator) -> Any:
    try:
        import uvicorn

        from .protocol import HttpServer, Protocol, quiet
    except ImportError:
        raise errors.MissingExtra("emulator", "the emulator's server") from None

    config = uvicorn.Config(
        quiet(emulator.app),
        loop="asyncio",
        http=Protocol,
        log_level="warning",
        access_log=False,
        lifespan="off",
        ws="none",
    )
    return HttpServer(config)
