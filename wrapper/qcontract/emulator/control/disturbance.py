"""What the faults that hit one request do to it: instead of the work, in the work, and to its answer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from email.utils import formatdate
from typing import Any, Final

from attrs import evolve, frozen

from qcontract.contract import Operation
from qcontract.contract.jsonvalue import is_object
from qcontract.transport.delivery import AT_ONCE, Delivery

from ..checks import Checks
from ..dialects.base import Call, Dialect, Handler
from ..http import Answer, Basis, Fault, Request
from .drift import drift
from .faults import Hit
from .lists import LIST_KINDS, NewJob, perform

__all__ = ["CALM", "MARK", "Disturbance"]

MARK: Final = "x-qcontract-fault"
"""Response header that names the faults of an answer."""

_PAGE: Final = (
    "<!DOCTYPE html>\n<html><head><title>{status}</title></head>"
    "<body><h1>{status}</h1><p>The gateway cannot answer.</p></body></html>\n"
)
_UNUSUAL: Final = (203, 202, 206, 226, 299)
_REMOVED: Final = 410


@frozen
class Disturbance:
    """The faults that hit one request.

    Args:
        hits: The faults.
    """

    hits: Sequence[Hit] = ()

    def has(self, kind: str) -> bool:
        """Tell whether there is a fault of a kind."""
        return any(hit.kind == kind for hit in self.hits)

    @property
    def delivery(self) -> Delivery:
        """How the answer travels."""
        how = AT_ONCE
        for hit in self.hits:
            match hit.kind:
                case "latency":
                    how = evolve(how, delay=how.delay + hit.settings["seconds"])
                case "drop-before" | "drop-after":
                    how = evolve(how, drop=True)
                case "truncate":
                    how = evolve(how, keep=hit.settings["keep"])
                case "drip":
                    how = evolve(how, seconds=hit.settings["seconds"], pieces=hit.settings["pieces"])
                case _:
                    pass
        return how

    def instead(self, dialect: Dialect, operation: Operation | None, request: Request, now: float) -> Answer | None:
        """Return the answer that comes instead of the work, None when the work is done."""
        for hit in self.hits:
            answer = _instead(hit, dialect, operation, request, now)
            if answer is not None:
                return _marked(answer, hit.kind)
        return None

    def body(self, body: Any) -> Any:
        """Return a request's body as the operation gets it."""
        if self.has("lost-metadata") and is_object(body):
            return {name: value for name, value in body.items() if name not in ("metadata", "tags")}
        return body

    def perform(self, call: Call, handler: Handler, find: NewJob) -> Answer:
        """Do the work."""
        if not self.hits:
            return handler(call)
        call = evolve(call, body=self.body(call.body))
        lists = [hit for hit in self.hits if hit.kind in LIST_KINDS]
        failing = [hit for hit in self.hits if hit.kind == "fail-job"]
        if failing:
            settings = failing[0].settings
            with call.core.doomed(settings["code"], settings["message"]):
                return handler(call)
        return perform(call, handler, lists, find) if lists and call.request.method == "GET" else handler(call)

    def after(self, answer: Answer, contract: Checks, operation: Operation) -> Answer:
        """Return the answer that the client gets."""
        for hit in self.hits:
            match hit.kind:
                case "not-json":
                    answer = _marked(_text(answer, "this is { no JSON"), hit.kind)
                case "content-type":
                    answer = _marked(_typed(answer, hit.settings["value"]), hit.kind)
                case "drift":
                    answer = _drifted(answer, hit, contract, operation)
                case _:
                    answer = _marked(answer, hit.kind)
        return answer


CALM: Final = Disturbance()


def _marked(answer: Answer, what: str) -> Answer:
    before = answer.headers.get(MARK)
    return evolve(answer, headers={**answer.headers, MARK: f"{before}, {what}" if before else what})


def _typed(answer: Answer, media: str) -> Answer:
    return evolve(answer, headers={**answer.headers, "content-type": media})


def _text(answer: Answer, text: str) -> Answer:
    return evolve(answer, content=text, encoded=True)


def _instead(hit: Hit, dialect: Dialect, operation: Operation | None, request: Request, now: float) -> Answer | None:
    settings = hit.settings
    match hit.kind:
        case "status" | "rate-limit":
            status = settings.get("status", 429)
            message = settings.get("message", "too many requests")
            refused = Fault(status, message, basis=_basis(operation, status), headers=_retry_after(settings, now))
            return dialect.refuse(refused, operation)
        case "html":
            page = _PAGE.format(status=settings["status"])
            return Answer(settings["status"], page, "assumed", {"content-type": "text/html"}, encoded=True)
        case "drop-before":
            return Answer(503, {}, "assumed")
        case "drift" if settings["change"] == "removed":
            gone = Fault(settings["status"] or _REMOVED, "this operation was removed", basis="assumed")
            return dialect.refuse(gone, operation)
        case "drift" if settings["change"] == "required-parameter":
            return _demanded(settings["name"] or "qcontract_version", dialect, operation, request)
        case _:
            return None


def _demanded(name: str, dialect: Dialect, operation: Operation | None, request: Request) -> Answer | None:
    if name in request.queries():
        return None
    message = f"the query parameter '{name}' is required"
    return dialect.refuse(Fault(400, message, source="query", keys=[name], basis="assumed"), operation)


def _basis(operation: Operation | None, status: int) -> Basis:
    return "documented" if operation is not None and str(status) in operation.responses else "assumed"


def _retry_after(settings: Mapping[str, Any], now: float) -> dict[str, str]:
    seconds = settings["retry_after"]
    if seconds is None:
        return {}
    if settings["form"] == "date":
        return {"retry-after": formatdate(now + seconds, usegmt=True)}
    return {"retry-after": f"{seconds:g}"}


def _drifted(answer: Answer, hit: Hit, contract: Checks, operation: Operation) -> Answer:
    change = hit.settings["change"]
    if change == "status":
        free = (status for status in _UNUSUAL if str(status) not in operation.responses)
        return _marked(evolve(answer, status=hit.settings["status"] or next(free)), "drift/status")
    if change == "content-type":
        return _marked(_typed(answer, "application/vnd.qcontract.drift+json"), "drift/content-type")
    schema = contract.response_schema(operation, answer.status)
    found = None
    if schema is not None:
        found = drift(json.loads(answer.body()), schema, contract.validity(schema), hit.chance, hit.settings)
    if found is None:
        hit.memory["nowhere"] = hit.memory.get("nowhere", 0) + 1
        return _marked(answer, f"drift/{change} no place")
    changed = evolve(answer, content=found.value, encoded=False)
    return _marked(changed, f"drift/{change} {found.place or '/'}")
