"""Everything that test authors control, in one place; the control API and the emulator's methods lead here."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, cast

from attrs import frozen

from qcontract import errors
from qcontract.model.names import choose, refuse_unknown

from ..checks import checks, failure_codes
from ..core import Core
from ..dialects import devices, ionq
from ..jobs import ENDED, Status, Vendor
from ..mounts import PREFIXES, Mounts
from ..settings import refuse_unusable
from .counters import Bases
from .faults import Faults
from .lifecycle import STATES
from .limits import Limits, LimitsChoice
from .reach import Target
from .timing import Mode, Timing

__all__ = ["Control", "Violation"]

_VIOLATIONS = 1000
"""How many violations are kept; the first ones say what is wrong."""
_BACKENDS: Final = ("*", *(one.name for one in ionq.BACKENDS), *(one.qrn for one in devices.DEVICES))
"""What can have times of its own."""


@frozen
class Violation:
    """An answer of the emulator that breaks the contract it follows: a defect of the emulator."""

    contract: str
    operation: str
    status: int
    message: str

    def __str__(self) -> str:
        return f"{self.contract} {self.operation}: the answer {self.status} breaks the contract: {self.message}"


class Control:
    """The controls of one emulator.

    Args:
        core: Its shared parts.
        mounts: What it serves.
        seed: From which the chances of faults follow.
        limits: How often a key may ask.
        token: What requests to the control API have to bring, None if they have to come from this machine.
    """

    def __init__(self, core: Core, mounts: Mounts, *, seed: int, limits: LimitsChoice, token: str | None) -> None:
        refuse_unknown("backend", core.conductor.lifecycle.timings, _BACKENDS)
        self._core = core
        self._mounts = mounts
        self.seed = seed
        self._given_seed = seed
        self.faults = Faults(seed, core.callers, self._targets, self._codes, core.store.newest)
        self.limits = Limits(limits, tuple(PREFIXES), lambda: core.clock.now())
        self.bases = Bases()
        self.violations: list[Violation] = []
        self.token = token

    @property
    def core(self) -> Core:
        """The emulator's shared parts."""
        return self._core

    def _targets(self) -> list[Target]:
        """Return all operations, with every place where they are or could be shown."""
        return [
            Target(one, operation.operation_id, operation.method, operation.path, self._mounts.places(one))
            for one in self._mounts.contracts
            for operation in checks(one).contract.operations
        ]

    def _codes(self, contracts: Collection[str]) -> Sequence[str] | None:
        """Return the codes with which jobs of contracts may fail, None where that is left open.

        A job of one version of IonQ's API is shown by the others, so that the list of v0.4 holds for all.
        """
        if not any(one.partition("-")[0] == "ionq" for one in contracts):
            return None
        return failure_codes(next(one for one in self._mounts.contracts if one.startswith("ionq-v0.4@")))

    def note(self, violation: Violation) -> None:
        """Remember an answer that broke its contract."""
        if len(self.violations) < _VIOLATIONS:
            self.violations.append(violation)

    def step(self, job: str | None = None, to: str | None = None) -> dict[str, Status]:
        """Move one job, or every unfinished job, on; see ``Conductor.step``."""
        target = None if to is None else choose("state", to, STATES)
        chosen = self._core.conductor.unfinished() if job is None else [job]
        return {one: self._step(one, target) for one in chosen}

    def _step(self, job: str, to: Status | None) -> Status:
        conductor = self._core.conductor
        if to not in ("failed", "canceled"):
            return conductor.step(job, to)
        whole = conductor.whole(job)
        if conductor.status(whole) in ENDED:
            raise errors.ConfigurationError(f"the job {job} has ended already")
        if to == "failed":
            self.fail(whole)
        else:
            self._core.cancel([whole])
        return conductor.status(whole)

    def fail(self, job: str, code: str = "InternalError", message: str = "a failure was asked for") -> None:
        """End a job that has not ended as failed.

        Raises:
            ConfigurationError: There is no such job, it has ended, or its vendor has no such code.
        """
        codes = self._codes([self._core.store.vendor(job) or ""])
        if codes is not None:
            choose("failure code", code, codes)
        self._core.conductor.fail(job, code, message)
        self._core.runner.interrupt([job])

    def set_lifecycle(self, mode: str, timing: Timing | Mapping[str, Timing] | None = None) -> None:
        """Let jobs move in another way from now on."""
        refuse_unknown("backend", timing if isinstance(timing, Mapping) else (), _BACKENDS)
        conductor = self._core.conductor
        conductor.lifecycle.change(mode, timing)
        conductor.change(cast("Mode", mode))

    def show(self, contract: str) -> None:
        """Let the plain mount of an API show another contract from now on."""
        self._mounts.show(contract)

    def jobs(self) -> list[dict[str, Any]]:
        """Return all jobs of all projects, oldest first, without the circuits of jobs of several."""
        return self._core.store.overview()

    def recent(self, words: str) -> dict[str, Any]:
        """Return the state, where the APIs are, and the newest jobs that have all the words: the page at ``/``."""
        state, apis = self.state(), {api: self._mounts.path(api) for api in PREFIXES}
        return {**state, "apis": apis, "found": sum(state["jobs"].values()), **self._core.views.recent(words)}

    def project(self, key: str) -> str | None:
        """Return the id of a key's project, None when the key is not accepted."""
        caller = self._core.callers.identify(key)
        return caller.project if caller else None

    def reset(self, seed: int | None = None, key: str | None = None) -> None:
        """Forget everything, or what the project of one key has; see ``Emulator.reset``."""
        if key is not None:
            self._reset_project(self._core.callers.require(key).project)
            return
        chosen = self._given_seed if seed is None else seed
        refuse_unusable(seed=chosen)
        self.seed = chosen
        self._core.reset(self.seed)
        self._mounts.reset()
        self.faults.clear(self.seed)
        self.limits.reset()
        self.bases.clear()
        self.violations.clear()

    def _reset_project(self, project: str) -> None:
        vendors: tuple[Vendor, ...] = ("ionq", "qbraid")
        self._core.forget(project, vendors)
        for rule in self.faults:
            if rule.match.project == project:
                self.faults.remove(rule.id)
        self.bases.clear(project)

    def state(self) -> dict[str, Any]:
        """Return what there is at the moment."""
        core, lifecycle = self._core, self._core.conductor.lifecycle
        return {
            "seed": self.seed,
            "contracts": list(self._mounts.contracts),
            "lifecycle": {
                "mode": lifecycle.mode,
                "paused": lifecycle.paused,
                "timing": {name: timing.to_json() for name, timing in lifecycle.timings.items()},
            },
            "clock": {"now": core.clock.now(), "frozen": core.clock.frozen},
            "jobs": core.store.tally(),
            "faults": [rule.to_json() for rule in self.faults],
            "limits": {api: limit.to_json() for api, limit in self.limits.by_api.items()},
            "basis": self.bases.counts(),
            "violations": len(self.violations),
            "workers": len(core.runner.pids),
        }
