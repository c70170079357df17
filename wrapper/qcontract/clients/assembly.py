"""Put a client together: settings, API binding, flows. Shared by the sync and the async clients."""

from __future__ import annotations

import importlib
import logging
import os
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any, cast

from attrs import field, frozen

from qcontract.clients.driftlog import append, check
from qcontract.clients.options import ClientOptions, check_client
from qcontract.clients.settings import Settings, resolve
from qcontract.clients.vendors import Vendor
from qcontract.errors import ConfigurationError, NotInThisSnapshot
from qcontract.flow.backoff import Backoff
from qcontract.flow.context import Context
from qcontract.flow.effects import Drift, Event
from qcontract.flow.jobs import JobFlows
from qcontract.flow.service import Service
from qcontract.model.untyped import is_finite
from qcontract.secret import Secret
from qcontract.transport.guards import check_base_url

__all__ = ["Plan", "plan"]

logger = logging.getLogger("qcontract")


@frozen
class Plan:
    """A client that is ready to run, apart from its driver."""

    vendor: Vendor
    contract: str
    settings: Settings
    flows: JobFlows
    on_event: Callable[[Event], None]
    timeout: float | None
    transport: Any = field(repr=False)

    def driver(self, kind: str) -> Any:
        """Return the driver, sync or async; the first call of a client makes it, and only then httpx is imported."""
        from qcontract.transport.wire import Destination, Timeouts

        header = Secret(self.vendor.key_prefix + self.settings.key.reveal())
        destination = Destination(self.settings.base_url, self.vendor.header, header)
        limits = Timeouts() if self.timeout is None else Timeouts.each(self.timeout)
        module, name = _DRIVERS[kind]
        make = getattr(importlib.import_module(module), name)
        sleep = self.flows.context.sleep
        return make(destination, limits, transport=self.transport, on_event=self.on_event, sleep=sleep)


_DRIVERS = {
    "sync": ("qcontract.transport.sync", "SyncDriver"),
    "async": ("qcontract.transport.asynchronous", "AsyncDriver"),
}


def plan(vendor: Vendor, api: str, options: ClientOptions) -> Plan:
    """Resolve everything that can be wrong before the first request.

    Args:
        vendor: The vendor.
        api: Version, API or contract: ``v0.4``, ``ionq-v0.4`` or ``ionq-v0.4@2026-05-15``.
        options: What the caller set; see ``ClientOptions``.

    Raises:
        ContractError: There is no such contract.
        AuthenticationError: There is no key.
        ConfigurationError: A setting is malformed.
    """
    from qcontract.contract import ContractRef, registry

    check_client(options, vendor.title)
    if not isinstance(api, str):  # pyright: ignore[reportUnnecessaryIsInstance] - numbers look like versions
        raise ConfigurationError(f"{vendor.title} has no API {api!r}", hint='give a text, such as "v0.4"')
    name = api if api.startswith(f"{vendor.name}-") else f"{vendor.name}-{api}"
    ref = ContractRef.parse(name)
    package = next(entry.package for entry in registry() if entry.ref == ref)
    if package is None:
        raise NotInThisSnapshot(f"{ref} has no client: it is kept to compare contracts with")
    settings = resolve(
        vendor, ref.api, key=options.get("key"), base_url=options.get("base_url"), profile=options.get("profile")
    )
    check_base_url(settings.base_url, in_process=options.get("transport") is not None)
    timeout = options.get("timeout")
    if timeout is not None and not (is_finite(timeout) and timeout > 0):
        raise ConfigurationError(f"timeout must be a finite number of seconds and more than 0, got {timeout!r}")
    context = options.get("context") or Context(backoff=options.get("retry") or Backoff())
    flows = JobFlows(cache(partial(_binding, package)), ref.api, context, options.get("max_cost"))
    on_event = _also_to_file(options.get("on_event") or _log, os.environ.get("QCONTRACT_DRIFT_LOG"))
    return Plan(vendor, str(ref), settings, flows, on_event, timeout, options.get("transport"))


def _binding(package: str) -> Service:
    return cast("Service", importlib.import_module(f"qcontract.apis.{package}").SERVICE)


def _log(event: Event) -> None:
    if isinstance(event, Drift):
        logger.warning("%s", event.text)


def _also_to_file(tell: Callable[[Event], None], path: str | None) -> Callable[[Event], None]:
    """Return ``tell``, or what also adds every drift to the file that QCONTRACT_DRIFT_LOG names."""
    if not path:
        return tell
    check(Path(path))

    def both(event: Event) -> None:
        if isinstance(event, Drift):
            append(event, Path(path))
        tell(event)

    return both
