"""What one test has: a project of its own at the emulator, and a process in which everything points there."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Final

import pytest
from attrs import define, field

from .blocking import block
from .environment import DROPPED, bypassing_proxies, variables
from .host import Host
from .late import LatePatch

if TYPE_CHECKING:
    from qcontract.emulator import Emulator

__all__ = ["APIS", "Project", "opened"]

APIS: Final = {"ionq": "ionq-v0.4", "qbraid": "qbraid-v2"}
"""What a test gets that does not choose a contract."""

_IN_PROCESS: Final = "http://emulator.invalid"


@define(eq=False)
class Project:
    """One test's part of the session's emulator.

    Args:
        host: The session's emulator and server.
        key: A key that no other test has.
        contract: The contract that the test chose, if it did.
        patch: Undone when the test ends.
        resources: Closed when the test ends.
        late: Sets addresses in modules.
        origin: Where the emulator is at the moment.
    """

    host: Host
    key: str
    contract: str | None
    patch: pytest.MonkeyPatch
    resources: ExitStack
    late: LatePatch = field(init=False)
    origin: str = _IN_PROCESS

    def __attrs_post_init__(self) -> None:
        self.late = self.resources.enter_context(LatePatch(self._set_address))
        self.point(_IN_PROCESS)

    @property
    def emulator(self) -> Emulator:
        """The emulator, as good as new for every test."""
        return self.host.emulator

    def contract_of(self, vendor: str) -> str:
        """Return the contract that the test chose, or the API whose current contract is used."""
        chose = self.contract is not None and self.contract.startswith(f"{vendor}-")
        return self.contract if chose and self.contract else APIS[vendor]

    def url_for(self, contract: str) -> str:
        """Return the address of a contract."""
        return self.emulator.base_url(contract, self.origin)

    def url(self, vendor: str) -> str:
        """Return the address of the vendor's API."""
        return self.url_for(self.contract_of(vendor))

    def serve(self) -> None:
        """Have the emulator serve this machine, and point every client there."""
        self.point(self.host.server.origin)

    def point(self, origin: str) -> None:
        """Point every client at an origin."""
        self.origin = origin
        addresses = {vendor: self.url(vendor) for vendor in APIS}
        for name, value in variables(origin, addresses, self.key).items():
            self.patch.setenv(name, value)
        self.late.renew()

    def _set_address(self, client: Any) -> None:
        self.patch.setattr(client, "BASE_URL", self.url("ionq"))


@contextmanager
def opened(host: Host, key: str, contract: str | None, *, network: bool) -> Generator[Project]:
    """Give a project to a test, and leave nothing of it behind.

    Args:
        host: The session's emulator and server.
        key: The key of the project.
        contract: The contract that plain addresses show, if not the emulator's own choice.
        network: Whether other machines may be reached.
    """
    host.emulator.add_key(key)
    if contract is not None:
        host.emulator.show(contract)
    # Not the fixture monkeypatch, which a test may undo in its midst.
    with pytest.MonkeyPatch.context() as patch, ExitStack() as resources:
        for name in DROPPED:
            patch.delenv(name, raising=False)
        for name, value in bypassing_proxies(os.environ).items():
            patch.setenv(name, value)
        if not network:
            block(patch.setattr)
        try:
            yield Project(host, key, contract, patch, resources)
        finally:
            host.emulator.reset()
