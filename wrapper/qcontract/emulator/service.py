"""From a request to an answer: mount, operation, key, contract, handler, self-check, and what disturbs it."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Mapping
from functools import reduce

from attrs import evolve

from qcontract import errors
from qcontract.contract import Operation

from .callers import Caller
from .checks import Checks, checks
from .control.api import PREFIX, ControlApi
from .control.control import Control, Violation
from .control.disturbance import CALM, Disturbance
from .control.faults import HEADER, Subject
from .core import Core
from .database import StoreUnusable
from .deviations import HEADER as DEVIATION
from .deviations import deviation
from .dialects.base import Call, Dialect
from .http import JSON, MAX_BODY, Answer, Fault, Request, Response, parse_json, weaker
from .mounts import Mount, Mounts
from .page.assets import asset
from .routing import Route, route
from .selfcheck import broken

__all__ = ["Service"]

_log = logging.getLogger("qcontract.emulator")


class Service:
    """Answers requests.

    Args:
        core: The emulator's shared parts.
        mounts: Which dialect answers where.
        control: What test authors have set.
        self_check: Whether every answer is validated against the effective contract.
    """

    def __init__(self, core: Core, mounts: Mounts, control: Control, *, self_check: bool) -> None:
        self._core = core
        self._mounts = mounts
        self._control = control
        self._control_api = ControlApi(control, self.unserved)
        self._self_check = self_check
        self._numbers = itertools.count(1)

    def handle(self, request: Request) -> Response:
        """Answer a request; nothing that a request holds makes this raise."""
        page = asset(request)
        if page is not None:
            return page
        segments = request.segments()
        if segments and segments[0] == PREFIX:
            return self._respond(self._control_api.answer(request, segments[1:]))
        mount = self._mounts.find(segments) if segments else None
        if mount is None:
            content = {"error": "Not Found", "message": "no API is mounted at this path", "statusCode": 404}
            return self._respond(Answer(404, content, "assumed"))
        try:
            answer, disturbance = self._answer(mount, request)
            return self._respond(answer, disturbance)
        except Fault as fault:
            refusal = fault
        except StoreUnusable as failure:
            refusal = Fault(503, f"{failure.message}: {failure.hint}", basis="assumed")
        except RecursionError:
            refusal = Fault(400, "the JSON body is nested too deeply", source="body")
        except Exception:
            _log.exception("an operation of %s failed", mount.dialect.contract)
            refusal = Fault(500, "the emulator failed; its log says why", basis="assumed")
        return self._respond(mount.dialect.refuse(refusal))

    def _respond(self, answer: Answer, disturbance: Disturbance = CALM) -> Response:
        headers = {
            "content-type": JSON,
            "x-request-id": self._core.ids.uuid("request", next(self._numbers)),
            "x-qcontract-basis": answer.basis,
            **answer.headers,
            **({DEVIATION: ", ".join(answer.deviations)} if answer.deviations else {}),
        }
        return Response(answer.status, headers, answer.body(), disturbance.delivery)

    def _answer(self, mount: Mount, request: Request) -> tuple[Answer, Disturbance]:
        dialect = mount.dialect
        contract = checks(dialect.contract)
        found = route(dialect, contract, request.method, mount.rest)
        operation = found.operation
        key = dialect.key(request.headers)
        caller = self._core.callers.identify(key) if key else None
        project = caller.project if caller else None
        disturbance = self._disturbance(dialect, operation, request, caller)
        answer = disturbance.instead(dialect, operation, request, self._core.clock.outside())
        if answer is None:
            answer = self._perform(mount, request, found, contract, caller, disturbance)
            if self._self_check:
                answer = self._checked(contract, operation, answer, dialect)
            answer = disturbance.after(answer, contract, operation)
        self._control.bases.count(project, dialect.contract, operation.operation_id, answer.basis)
        return answer, disturbance

    def _disturbance(
        self, dialect: Dialect, operation: Operation, request: Request, caller: Caller | None
    ) -> Disturbance:
        faults, header = self._control.faults, request.headers.get(HEADER)
        if not faults and header is None:
            return CALM
        subject = Subject(
            dialect.contract,
            operation.operation_id,
            request.method,
            request.path,
            caller.project if caller else None,
            caller.key_id if caller else None,
        )
        try:
            return Disturbance(faults.hits(subject, header))
        except errors.ConfigurationError as error:
            raise Fault(400, f"{HEADER}: {error}", source="header", basis="assumed") from None

    def _perform(
        self,
        mount: Mount,
        request: Request,
        found: Route,
        contract: Checks,
        caller: Caller | None,
        disturbance: Disturbance,
    ) -> Answer:
        operation = found.operation
        try:
            self._control.limits.check(mount.dialect.contract, caller.project if caller else None)
            if caller is None and operation.security:
                raise _stranger(mount.dialect, request)
            if found.handler is None:
                what = f"the emulator does not serve {operation.operation_id} ({operation.method} {operation.path}) yet"
                raise Fault(501, what, basis="assumed")
            body, spelled = mount.dialect.read(operation, _body(request, operation))
            query = contract.query(operation, request.queries())
            if operation.request_body is not None:
                contract.body(operation, body)
            call = Call(self._core, request, caller, mount.path, found.values, query, body)
            answer = disturbance.perform(call, found.handler, self._core.store.submitted)
            return _needing(answer, (*_unsaid(request, operation), *spelled))
        except Fault as fault:
            return mount.dialect.refuse(fault, operation)

    def _checked(self, contract: Checks, operation: Operation, answer: Answer, dialect: Dialect) -> Answer:
        problem = broken(contract, operation, answer)
        if problem is None:
            return answer
        violation = Violation(dialect.contract, operation.operation_id, answer.status, problem)
        self._control.note(violation)
        return dialect.refuse(Fault(500, str(violation), basis="assumed"))

    def unserved(self, contract: str) -> list[str]:
        """Return the ids of the operations that answer 501."""
        dialect = self._mounts.dialect(contract)
        operations = checks(dialect.contract).operations
        return sorted(one.operation_id for place, one in operations.items() if place not in dialect.handlers)


def _stranger(dialect: Dialect, request: Request) -> Fault:
    key = dialect.key(request.headers)
    message = "the key is not accepted" if key else "a key is missing"
    return Fault(401, message, source="header", code="INVALID_API_KEY" if key else None)


def _body(request: Request, operation: Operation) -> object:
    """Read the JSON body of an operation that has one, or that a client sends one to."""
    if len(request.body) > MAX_BODY:
        raise Fault(413, f"a body has at most {MAX_BODY} bytes")
    declared = operation.request_body
    if not request.body:
        if declared is not None and declared.get("required"):
            raise Fault(400, "the body is missing", source="body")
        return {} if declared is not None else None
    # IonQ's pages show a body with the bulk DELETE that its description does not have.
    if declared is None and request.method != "DELETE":
        return None
    media = _media(request.headers)
    if media not in (JSON, ""):
        raise Fault(415, f"the body must be {JSON}, not {media[:60]}", basis="assumed")
    return parse_json(request.body)


def _unsaid(request: Request, operation: Operation) -> tuple[str, ...]:
    """Return the deviation that it is to read a body of which nobody says what it is."""
    return ("no-content-type",) if request.body and operation.request_body and not _media(request.headers) else ()


def _needing(answer: Answer, names: tuple[str, ...]) -> Answer:
    """Return an answer that rests on deviations as well."""
    if not names:
        return answer
    basis = reduce(weaker, (deviation(name).basis for name in names), answer.basis)
    return evolve(answer, basis=basis, deviations=(*names, *answer.deviations))


def _media(headers: Mapping[str, str]) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()
