"""The one fixed plan for a service that was never seen: what is asked, and which questions the answers settle."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterator
from typing import Any

import httpx
from attrs import define, field, frozen
from live.fence import MOST_SHOTS, Fence, Refused
from qcontract import Circuit, IonQ, QBraid, QContractError
from qcontract.contract import packaged
from qcontract.flow.effects import Drift, Event
from qcontract.flow.wait import Pace
from support.gate import violations

APIS = {"ionq-v0.3": "IONQ_API_KEY", "ionq-v0.4": "IONQ_API_KEY", "qbraid-v2": "QBRAID_API_KEY"}
QUESTIONS = (
    "status of a new job",
    "a new job is in the list at once",
    "order of the job list",
    "which bit of a result is qubit 0",
    "canceling a completed job",
    "reading a deleted job",
    "headers about limits",
    "members that the contract does not know",
    "answers that break the contract",
)
_CIRCUIT = Circuit(3).x(0).ry(math.pi / 3, 2)
_PACE = Pace(first=1.0, growth=0.3, trust=30.0)
_PATIENCE = 300.0


@frozen
class Findings:
    """What a run found: an answer to every question, and the exchanges that say so."""

    api: str
    answers: dict[str, str]
    fence: Fence = field(repr=False)


def with_keys(wanted: list[str]) -> list[str]:
    """The APIs that there is a key for, among those that are wanted, or all."""
    return [api for api in wanted or APIS if os.environ.get(APIS[api])]


def perform(
    api: str, base_url: str | None = None, network: httpx.BaseTransport | None = None, **given: Any
) -> Findings:
    """Ask one service; the key and, without an address, the service come from the environment."""
    kind, contract = (QBraid if api == "qbraid-v2" else IonQ), packaged(api)
    options = {"base_url": base_url, **given}
    address = kind(str(contract.ref), transport=network, **options).plan.settings.base_url
    fence = Fence(contract, address, network or httpx.HTTPTransport())
    events: list[Event] = []
    with kind(str(contract.ref), transport=fence, on_event=events.append, **options) as client:
        run = _Run(client, fence)
        answers = run.everything()
    answers["members that the contract does not know"] = _news(events)
    answers["answers that break the contract"] = _breaks(fence)
    return Findings(api, {question: answers.get(question, "not answered") for question in QUESTIONS}, fence)


def _news(events: list[Event]) -> str:
    found = sorted({f"{one.kind} {one.path or '/'}" for one in events if isinstance(one, Drift)})
    return ", ".join(found[:8]) or "none"


def _breaks(fence: Fence) -> str:
    found = sorted({one.at for one in violations(fence.exchanges, fence.contract)})
    return ", ".join(found[:8]) or "none"


@define
class _Run:
    client: Any
    fence: Fence
    left: list[Any] = field(factory=list)

    def everything(self) -> dict[str, str]:
        """Perform the plan, and leave nothing behind."""
        try:
            return dict(self._steps())
        finally:
            for job in self.left:
                self._tried(self.client.jobs.delete, job)

    def _steps(self) -> Iterator[tuple[str, str]]:
        self.client.backends.list()
        first = self._submitted()
        yield "status of a new job", first.service_status
        yield "a new job is in the list at once", "yes" if first.id in self._listed() else "no"
        second = self._submitted()
        yield "order of the job list", self._order(first.id, second.id)
        self.client.jobs.wait(first, timeout=_PATIENCE, pace=_PACE)
        yield "which bit of a result is qubit 0", _bit(self.client.jobs.result(first))
        yield "canceling a completed job", self._tried(self.client.jobs.cancel, first)
        self.client.jobs.wait(second, timeout=_PATIENCE, pace=_PACE)
        self.client.jobs.delete(second)
        self.left.remove(second)
        yield "reading a deleted job", self._tried(self.client.jobs.get, second)
        yield "headers about limits", self._limits()

    def _submitted(self) -> Any:
        job = self.client.jobs.submit(_CIRCUIT, shots=MOST_SHOTS, name="qcontract live check")
        self.left.append(job)
        return job

    def _listed(self) -> list[str]:
        page = next(self.client.jobs.pages(page_size=10))
        return [job.id for job in page.items if job.id in self.fence.own]

    def _order(self, older: str, newer: str) -> str:
        listed = self._listed()
        if older not in listed or newer not in listed:
            return "unknown: a new job was not in the list"
        return "newest first" if listed.index(newer) < listed.index(older) else "oldest first"

    def _tried(self, method: Any, job: Any) -> str:
        """Do something that may be refused, and say what the service said."""
        before = len(self.fence.exchanges)
        try:
            method(job)
        except QContractError as error:
            if len(self.fence.exchanges) == before:
                return f"not asked: {error.message}"
        except Refused as refusal:
            return f"not asked: {refusal}"
        answer = self.fence.exchanges[-1]
        return f"{answer.status} {_members(answer.body)}"

    def _limits(self) -> str:
        names = {name for exchange in self.fence.exchanges for name in exchange.headers}
        told = sorted(name for name in names if "limit" in name or name in ("retry-after", "x-request-id"))
        return ", ".join(told) or "none"


def _members(body: bytes) -> str:
    """The names in a JSON object, without what they hold."""
    try:
        told = json.loads(body)
    except ValueError:
        return "no JSON"
    return "{" + ", ".join(sorted(told)) + "}" if isinstance(told, dict) else type(told).__name__


def _bit(result: Any) -> str:
    """X on qubit 0, and a quarter of qubit 2: read as our clients read it, the states are 1 and 5."""
    likely = max(result.probabilities, key=result.probabilities.get)
    return {1: "the rightmost, as our clients read it", 4: "the leftmost: our clients read it the wrong way"}.get(
        likely, f"neither end: the likeliest state is {likely:03b}"
    )
