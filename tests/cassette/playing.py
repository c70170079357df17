"""One story of a client and a service, told by the sync driver to an emulator and by every driver to a cassette."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anyio
import httpx
from attrs import define, field
from qcontract import AsyncIonQ, AsyncQBraid, IonQ, QBraid, QContractError
from qcontract.emulator import Emulator
from qcontract.flow.effects import Event
from support.secrecy import KEY
from support.virtual import VirtualClock

DRIVERS = ("sync", "asyncio", "trio")
TOKENS = ("0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210")


@define
class Stage:
    """Calls methods of fresh clients on a clock that only sleeping moves; an emulator's clock goes with it."""

    contract: str
    base_url: str
    driver: str = "sync"
    emulator: Emulator | None = None
    transport: httpx.BaseTransport | None = None
    clock: VirtualClock = field(factory=VirtualClock)
    events: list[Event] = field(factory=list)
    _tokens: list[str] = field(factory=lambda: list(TOKENS))

    def act(self, what: Callable[[Emulator], object]) -> None:
        """Do something to the service; what is on a cassette has been done."""
        if self.emulator is not None:
            what(self.emulator)

    def call(self, method: str, *arguments: Any, **options: Any) -> Any:
        """Call one method, and return its value, its items or its error."""
        try:
            if self.driver != "sync":
                return anyio.run(self._call, method, arguments, options, backend=self.driver)
            with self._client(IonQ, QBraid, self.transport or httpx.HTTPTransport(verify=False)) as client:
                found = _method(client, method)(*arguments, **options)
                return list(found) if method in _ITERATING else found
        except QContractError as error:
            return error

    async def _call(self, method: str, arguments: tuple[Any, ...], options: dict[str, Any]) -> Any:
        async with self._client(AsyncIonQ, AsyncQBraid, httpx.AsyncHTTPTransport(verify=False)) as client:
            found = _method(client, method)(*arguments, **options)
            return [item async for item in found] if method in _ITERATING else await found

    def _client(self, ionq: Any, qbraid: Any, transport: Any) -> Any:
        return (qbraid if self.contract.startswith("qbraid") else ionq)(
            self.contract,
            key=KEY,
            base_url=self.base_url,
            transport=transport,
            context=self.clock.context(sleep=self._sleep, token=lambda: self._tokens.pop(0)),
            on_event=self.events.append,
        )

    def _sleep(self, seconds: float) -> None:
        self.clock.sleep(seconds)
        self.act(lambda emulator: emulator.advance(seconds))


_ITERATING = frozenset({"jobs.list", "jobs.pages"})


def _method(client: Any, name: str) -> Any:
    room, _, method = name.partition(".")
    return getattr(getattr(client, room), method)
