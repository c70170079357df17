"""What lasts as long as a test session: one emulator, and its server once a test needs one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

import pytest

from qcontract.errors import ConfigurationError, MissingExtra

if TYPE_CHECKING:
    from qcontract.emulator import Emulator, Server

__all__ = ["Host"]


class Host:
    """Starts what is needed when it is needed; under pytest-xdist every worker has one of its own.

    Args:
        options: Arguments of ``Emulator``; without ``self_check`` every answer is checked against its contract.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._options: object = options

    @cached_property
    def emulator(self) -> Emulator:
        """The emulator.

        Raises:
            pytest.fail.Exception: It cannot be made: an option is misspelt, or the extra ``emulator`` is not installed.
        """
        from qcontract.emulator import Emulator

        try:
            return Emulator(**_arguments(self._options)).start()
        except MissingExtra as error:
            raise pytest.fail.Exception(str(error), pytrace=False) from None
        except ConfigurationError as error:
            raise pytest.fail.Exception(f"the fixture qcontract_options: {error}", pytrace=False) from None

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


def _arguments(options: object) -> dict[str, Any]:
    """Return what the emulator is made with."""
    if not isinstance(options, Mapping):
        raise ConfigurationError(f"it returned {repr(options)[:60]}", hint='return a dict, such as {"seed": 7}')
    return {"self_check": True, **cast("Mapping[str, Any]", options)}
