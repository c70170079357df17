"""How long jobs stay in each state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from qcontract import errors
from qcontract.clock import Clock
from qcontract.contract.jsonvalue import is_number
from qcontract.model.names import choose

from ..jobs import Status

__all__ = ["LIFECYCLES", "Lifecycle", "Mode", "Prediction", "Timing"]

Mode: TypeAlias = Literal["immediate", "timed", "stepped"]
"""Jobs run as soon as a worker is free; after fixed times; or only when they are stepped."""

LIFECYCLES: Final[tuple[Mode, ...]] = ("immediate", "timed", "stepped")
_ANY: Final = "*"
_RUN_MS: Final = 10
"""What is predicted for a run where no time is set; most simulations take less."""


def _check(_: object, attribute: object, value: object) -> None:
    if not (is_number(value) and 0 <= value < 1e9):
        name = getattr(attribute, "name", "a time")
        raise errors.ConfigurationError(
            f"{name} cannot take {str(value)[:60]} s", hint="give seconds from 0 on, 30 years at most"
        )


@frozen
class Timing:
    """Seconds that a job stays in each state on its way to the end.

    Args:
        submitted: While it is checked.
        ready: While it waits in the queue.
        running: While it runs; a simulation that takes longer makes it longer.
    """

    submitted: float = field(default=1.0, validator=_check)
    ready: float = field(default=2.0, validator=_check)
    running: float = field(default=1.0, validator=_check)

    def of(self, status: Status) -> float:
        """Return the seconds for one state, 0 for one that ends a job."""
        return self.to_json().get(status, 0.0)

    def to_json(self) -> dict[str, float]:
        """Return the seconds by state."""
        return {"submitted": self.submitted, "ready": self.ready, "running": self.running}


@frozen
class Prediction:
    """What a client is told about a job's future, in whole milliseconds."""

    wait_ms: int
    run_ms: int


class Lifecycle:
    """How jobs of this emulator move; it may change while it runs.

    Args:
        mode: See :data:`Mode`.
        timing: Times by backend, ``*`` for all others.

    Raises:
        ConfigurationError: There is no such lifecycle.
    """

    def __init__(self, mode: str, timing: Timing | Mapping[str, Timing] | None) -> None:
        self._given = (mode, timing)
        self._timings: dict[str, Timing] = {}
        self.mode: Mode = "immediate"
        self.paused = False
        self.change(mode, timing)

    def change(self, mode: str, timing: Timing | Mapping[str, Timing] | None) -> None:
        """Move all jobs in another way from now on."""
        chosen: Mode = choose("lifecycle", mode, LIFECYCLES)
        timings: dict[str, object] = dict(timing) if isinstance(timing, Mapping) else {_ANY: timing or Timing()}
        for backend, times in timings.items():
            if not isinstance(times, Timing):
                where = "" if backend == _ANY else f" of {backend}"
                hint = "give Timing(submitted=1, ready=2, running=1), or one for each backend by its name"
                raise errors.ConfigurationError(f"the timing{where} cannot be {repr(times)[:60]}", hint=hint)
        self.mode = chosen
        self._timings = {backend: times for backend, times in timings.items() if isinstance(times, Timing)}

    def reset(self) -> None:
        """Be as at the beginning."""
        self.change(*self._given)
        self.paused = False

    @property
    def timings(self) -> Mapping[str, Timing]:
        """Times by backend, ``*`` for all others."""
        return self._timings

    @property
    def flowing(self) -> bool:
        """Whether a job runs as soon as a worker is free."""
        return self.mode == "immediate" and not self.paused

    def timing(self, backend: str) -> Timing:
        """Return the times of one backend."""
        return self._timings.get(backend) or self._timings.get(_ANY) or Timing()

    def due(self, backend: str, status: Status, entered: float) -> float | None:
        """Return when a job leaves a state that it entered at a time, None if time does not move it."""
        return entered + self.timing(backend).of(status) if self.mode == "timed" else None

    def predict(self, backend: str, status: Status, due: float | None, clock: Clock) -> Prediction:
        """Return what a client is told about a job in a state that it leaves at a time."""
        if self.mode != "timed":
            return Prediction(0, _RUN_MS)
        timing = self.timing(backend)
        wait = 0.0
        if status in ("submitted", "ready"):
            left = timing.of(status) if due is None else max(0.0, due - clock.now())
            wait = left + (timing.ready if status == "submitted" else 0.0)
        return Prediction(round(wait * 1000), round(timing.running * 1000))
