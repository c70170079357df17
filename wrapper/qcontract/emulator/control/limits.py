"""How often a key may ask, as the vendors limit it or as a test wants it."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Mapping
from math import ceil
from typing import Final, Literal, TypeAlias, cast

from attrs import frozen

from qcontract import errors
from qcontract.contract.jsonvalue import is_number
from qcontract.model.names import choose

from ..http import Fault

__all__ = ["DOCUMENTED", "Limit", "Limits", "LimitsChoice"]

_REMEMBERED: Final = 4096


@frozen
class Limit:
    """So many requests of one key within so many seconds, at any moment.

    Args:
        requests: Number of requests.
        seconds: Length of the window, on the emulator's clock.
        without_key: Number of requests without an accepted key, which count together; None for ``requests``.
    """

    requests: int
    seconds: float
    without_key: int | None = None

    def __attrs_post_init__(self) -> None:
        counts = [self.requests] if self.without_key is None else [self.requests, self.without_key]
        fits = all(type(one) is int and 1 <= one <= 10**6 for one in counts)
        if not (fits and is_number(self.seconds) and 0 < self.seconds < 1e9):
            raise errors.ConfigurationError(
                f"{self.requests} requests in {self.seconds} s cannot be a limit", hint="give 1 to 1000000 requests"
            )

    def to_json(self) -> dict[str, float | None]:
        """Return the limit as the control API shows it."""
        return {"requests": self.requests, "seconds": self.seconds, "without_key": self.without_key}


LimitsChoice: TypeAlias = Mapping[str, Limit] | Literal["documented"] | None

DOCUMENTED: Final[Mapping[str, Limit]] = {"qbraid-v2": Limit(1000, 900, without_key=100)}
"""The limits that vendors publish: qBraid's rolling 15 minutes. IonQ publishes no numbers."""

_SETS: Final = {"documented": DOCUMENTED}


class Limits:
    """Counts requests by API and key.

    Args:
        chosen: Limits by API, ``documented`` for the published ones, None for no limits.
        apis: The APIs that there are.
        now: The emulator's clock.
    """

    def __init__(self, chosen: LimitsChoice, apis: tuple[str, ...], now: Callable[[], float]) -> None:
        self._apis = apis
        self._now = now
        self._given: LimitsChoice = chosen
        self._lock = threading.Lock()
        self._asked: dict[tuple[str, str | None], deque[float]] = {}
        self.by_api: Mapping[str, Limit] = {}
        self.change(chosen)

    def change(self, chosen: LimitsChoice) -> None:
        """Use other limits from now on, and forget what was asked until now.

        Raises:
            ConfigurationError: There is no such API or set, or what is given is no limit.
        """
        limits = _SETS[choose("set of limits", chosen, tuple(_SETS))] if isinstance(chosen, str) else chosen or {}
        _refuse_unusable(limits)
        for api in limits:
            choose("API", api, self._apis)
        with self._lock:
            self.by_api = dict(limits)
            self._asked.clear()

    def reset(self) -> None:
        """Be as at the beginning."""
        self.change(self._given)

    def check(self, contract: str, project: str | None) -> None:
        """Count a request.

        Raises:
            Fault: 429, with the seconds until the next one is allowed.
        """
        api = contract.partition("@")[0]
        limit = self.by_api.get(api)
        if limit is None:
            return
        allowed = limit.requests if project is not None or limit.without_key is None else limit.without_key
        now = self._now()
        with self._lock:
            asked = self._window((api, project))
            while asked and asked[0] <= now - limit.seconds:
                asked.popleft()
            if len(asked) >= allowed:
                wait = ceil(asked[0] + limit.seconds - now)
                raise Fault(429, "too many requests", code="RATE_LIMITED", headers={"retry-after": str(max(1, wait))})
            asked.append(now)

    def _window(self, who: tuple[str, str | None]) -> deque[float]:
        if who not in self._asked and len(self._asked) >= _REMEMBERED:
            self._asked.pop(next(iter(self._asked)))
        return self._asked.setdefault(who, deque())


def _refuse_unusable(limits: object) -> None:
    given = cast("Mapping[object, object]", limits).values() if isinstance(limits, Mapping) else [limits]
    for one in given:
        if not isinstance(one, Limit):
            hint = "give documented, or a Limit for each API, such as {'ionq-v0.4': Limit(5, 60)}"
            raise errors.ConfigurationError(f"{repr(one)[:60]} cannot be a limit", hint=hint)
