"""What lasts as long as a test session: one emulator, and its server once a test needs one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qcontract.emulator import Emulator, Server

__all__ = ["Host"]


class Host:
    """Starts what is needed when it is needed; under pytest-xdist every worker has one of its own.

    Args:
        options: Arguments of ``Emulator``; without ``self_check`` every answer is checked against its contract.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._options: dict[str, Any] = {"self_check": True, **options}

    @cached_property
    def emulator(self) -> Emulator:
        """The emulator.

        Raises:
            MissingExtra: The extra ``emulator`` is not installed.
        """
        from qcontract.emulator import Emulator

        return Emulator(**self._options).start()

    @cached_property
    def server(self) -> Server:
        """The emulator's server, on a free port of this machine."""
        from qcontract.emulator import serve

        return serve(self.emulator)

    def close(self) -> None:
        """Stop what was started."""
        if "server" in self.__dict__:
            self.server.stop()
        if "emulator" in self.__dict__:
            self.emulator.stop()
