"""What the sync and the async clients have in common: everything but requests."""

from __future__ import annotations

from typing import ClassVar, Unpack

from qcontract.clients.assembly import Plan, plan
from qcontract.clients.options import ClientOptions
from qcontract.clients.settings import concealed
from qcontract.clients.vendors import Vendor

__all__ = ["Client"]


class Client:
    """A client for one API.

    Args:
        api: Version, API or contract: ``v0.4``, ``ionq-v0.4`` or ``ionq-v0.4@2026-05-15``; the vendor's newest API
            when None.
        options: See ``ClientOptions``.

    Raises:
        AuthenticationError: No key was found.
        ContractError: There is no such contract.
        ConfigurationError: A setting is malformed or unknown.
    """

    vendor: ClassVar[Vendor]
    default_api: ClassVar[str]

    def __init__(self, api: str | None = None, **options: Unpack[ClientOptions]) -> None:
        if "key" in options:
            options["key"] = concealed(options["key"])
        self._plan = plan(self.vendor, api or self.default_api, options)

    @property
    def contract(self) -> str:
        """The contract that this client speaks, e.g. ``ionq-v0.4@2026-10-01``."""
        return self._plan.contract

    @property
    def plan(self) -> Plan:
        """What this client was put together from."""
        return self._plan

    def __repr__(self) -> str:
        made: Plan | None = self.__dict__.get("_plan")  # a report of a failure in __init__ shows us without
        return f"{type(self).__name__}({f'{made.contract}, {made.settings.base_url}' if made else 'not made'})"
