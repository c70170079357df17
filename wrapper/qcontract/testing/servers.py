"""What the fixtures hand out: a service on this machine, seen from one test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from attrs import define

from .project import Project

if TYPE_CHECKING:
    from qcontract.clients.asynchronous import AsyncIonQ, AsyncQBraid
    from qcontract.clients.options import ClientOptions
    from qcontract.clients.sync import IonQ, QBraid
    from qcontract.emulator import Emulator

__all__ = ["IonQServer", "QBraidServer", "in_process", "spoken"]


@define(eq=False)
class VendorServer:
    """One vendor's API as a server on this machine.

    Args:
        project: The test's part of the emulator.
    """

    vendor: ClassVar[str]
    _project: Project

    @property
    def contract(self) -> str:
        """The contract that the test chose, or the API whose current contract is shown."""
        return self._project.contract_of(self.vendor)

    @property
    def url(self) -> str:
        """The API's address, such as ``http://127.0.0.1:43121/v0.4``."""
        return self._project.url(self.vendor)

    def url_for(self, contract: str) -> str:
        """Return the address of another contract, such as ``ionq-v0.4@2026-05-15``.

        Raises:
            ContractError: There is no such contract.
            ConfigurationError: The emulator does not serve it.
        """
        return self._project.url_for(contract)

    @property
    def key(self) -> str:
        """A key that no other test has; every key is accepted, and each has a project of its own."""
        return self._project.key

    @property
    def emulator(self) -> Emulator:
        """The emulator behind the address, for faults, time and jobs; it is reset after the test."""
        return self._project.emulator

    @property
    def control_url(self) -> str:
        """Where other processes reach the controls over HTTP."""
        return f"{self._project.origin}/_qcontract"

    @property
    def basis(self) -> dict[str, dict[str, dict[str, int]]]:
        """How many answers to this test's key were documented, observed or assumed, by contract and operation."""
        counted = self.emulator.basis(self.key)
        return {
            contract: {
                operation: {str(basis): number for basis, number in bases.items()} for operation, bases in found.items()
            }
            for contract, found in counted.items()
        }

    def _options(self, given: ClientOptions) -> Any:
        return {"key": self.key, "base_url": self.url, **given}


class IonQServer(VendorServer):
    """IonQ's API as a server on this machine; see ``VendorServer``."""

    vendor = "ionq"

    def client(self, **options: Unpack[ClientOptions]) -> IonQ:
        """Return a client of this server, which is closed after the test."""
        from qcontract.clients.sync import IonQ

        client = IonQ(spoken(self.contract), **self._options(options))
        return self._project.resources.enter_context(client)

    def async_client(self, **options: Unpack[ClientOptions]) -> AsyncIonQ:
        """Return an async client of this server, to be used with ``async with``."""
        from qcontract.clients.asynchronous import AsyncIonQ

        return AsyncIonQ(spoken(self.contract), **self._options(options))


class QBraidServer(VendorServer):
    """qBraid's API as a server on this machine; see ``VendorServer``."""

    vendor = "qbraid"

    def client(self, **options: Unpack[ClientOptions]) -> QBraid:
        """Return a client of this server, which is closed after the test."""
        from qcontract.clients.sync import QBraid

        client = QBraid(spoken(self.contract), **self._options(options))
        return self._project.resources.enter_context(client)

    def async_client(self, **options: Unpack[ClientOptions]) -> AsyncQBraid:
        """Return an async client of this server, to be used with ``async with``."""
        from qcontract.clients.asynchronous import AsyncQBraid

        return AsyncQBraid(spoken(self.contract), **self._options(options))


def spoken(contract: str) -> str:
    """Return the contract that our client speaks: an observed line has no client of its own."""
    from qcontract.contract import ContractRef, registry

    ref = ContractRef.parse(contract)
    package = next(entry.package for entry in registry() if entry.ref == ref)
    return contract if package else ref.api


def in_process(project: Project, vendor: str) -> Any:
    """Return what a client needs that asks the emulator without a socket."""
    emulator = project.emulator
    return {
        "key": project.key,
        "base_url": emulator.base_url(project.contract_of(vendor)),
        "transport": emulator.transport(),
    }
