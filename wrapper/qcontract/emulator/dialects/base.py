"""What a dialect is: a table of operations, and the vendor's way to refuse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeAlias

from attrs import frozen

from qcontract.contract import Operation

from ..callers import Caller
from ..core import Core
from ..http import Answer, Fault, Request
from ..jobs import Job, Vendor

__all__ = ["Call", "Dialect", "Handler"]


@frozen
class Call:
    """One request that was understood: who asks, where, and for what.

    Args:
        core: The emulator's shared parts.
        request: The request as it came.
        caller: Who asks; for public operations it may be a stranger.
        mount: Path below which the API was asked, such as ``/v0.4``.
        path: Decoded values of the path's placeholders.
        query: Declared query parameters.
        body: The JSON body.
    """

    core: Core
    request: Request
    caller: Caller | None
    mount: str
    path: tuple[str, ...]
    query: Mapping[str, Any]
    body: Any

    @property
    def owner(self) -> Caller:
        """The caller of an operation that needs a key."""
        if self.caller is None:
            raise Fault(401, "this operation needs a key", source="header")
        return self.caller

    def job(self, vendor: Vendor, identifier: str) -> Job:
        """Return a job of the caller.

        Raises:
            Fault: 404, also for a job of somebody else.
        """
        job = self.find(vendor, identifier)
        if job is None:
            raise Fault(404, f"there is no job {identifier[:100]}", source="path")
        return job

    def find(self, vendor: Vendor, identifier: str) -> Job | None:
        """Return a job of the caller, None if there is none; only IonQ lets the circuits of a job be jobs as well."""
        job = self.core.store.get(self.owner.project, vendor, identifier)
        return None if job is None or (vendor == "qbraid" and job.parent) else job


Handler: TypeAlias = Callable[[Call], Answer]


class Dialect(Protocol):
    """One API at one snapshot."""

    @property
    def contract(self) -> str:
        """The contract that answers follow, such as ``ionq-v0.4@2026-10-01``."""
        ...

    @property
    def handlers(self) -> Mapping[tuple[str, str], Handler]:
        """Operations by method and path template, placeholders written ``{}``."""
        ...

    def key(self, headers: Mapping[str, str]) -> str | None:
        """Return the key that a request carries in the vendor's header."""
        ...

    def read(self, operation: Operation, body: object) -> tuple[object, tuple[str, ...]]:
        """Return a body as the contract spells it, and the names of the deviations that this took."""
        ...

    def refuse(self, fault: Fault, operation: Operation | None = None) -> Answer:
        """Return an error in the vendor's words, as far as possible with a status that the operation declares."""
        ...
