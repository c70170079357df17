"""From a request to an answer: mount, operation, key, contract, handler, self-check."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Mapping

from attrs import frozen

from qcontract.contract import Operation

from .callers import Caller
from .checks import Checks, checks
from .core import Core
from .dialects.base import Call, Dialect, Handler
from .http import MAX_BODY, Answer, Fault, Request, Response, parse_json
from .mounts import Mount, Mounts

__all__ = ["Service", "Violation"]

_log = logging.getLogger("qcontract.emulator")


@frozen
class Violation:
    """An answer of the emulator that breaks the contract it follows: a defect of the emulator."""

    contract: str
    operation: str
    status: int
    message: str

    def __str__(self) -> str:
        return f"{self.contract} {self.operation}: the answer {self.status} breaks the contract: {self.message}"


@frozen
class _Route:
    operation: Operation
    handler: Handler | None
    path: tuple[str, ...]


class Service:
    """Answers requests.

    Args:
        core: The emulator's shared parts.
        mounts: Which dialect answers where.
        self_check: Whether every answer is validated against the effective contract.
    """

    def __init__(self, core: Core, mounts: Mounts, *, self_check: bool) -> None:
        self._core = core
        self._mounts = mounts
        self._self_check = self_check
        self._lock = threading.Lock()
        self._requests = 0
        self.violations: list[Violation] = []

    def handle(self, request: Request) -> Response:
        """Answer a request; nothing that a request holds makes this raise."""
        segments = request.segments()
        mount = self._mounts.find(segments) if segments else None
        if mount is None:
            content = {"error": "Not Found", "message": "no API is mounted at this path", "statusCode": 404}
            return self._respond(Answer(404, content, "assumed"))
        try:
            answer = self._answer(mount, request)
        except Fault as fault:
            answer = mount.dialect.refuse(fault)
        except RecursionError:
            answer = mount.dialect.refuse(Fault(400, "the JSON body is nested too deeply", source="body"))
        except Exception:
            _log.exception("an operation of %s failed", mount.dialect.contract)
            answer = mount.dialect.refuse(Fault(500, "the emulator failed; its log says why", basis="assumed"))
        return self._respond(answer)

    def _respond(self, answer: Answer) -> Response:
        with self._lock:
            self._requests += 1
            number = self._requests
        headers = {
            "content-type": "application/json",
            "x-request-id": self._core.ids.uuid("request", number),
            "x-qcontract-basis": answer.basis,
            **answer.headers,
        }
        return Response(answer.status, headers, answer.body())

    def _answer(self, mount: Mount, request: Request) -> Answer:
        dialect, contract = mount.dialect, checks(mount.dialect.contract)
        route = _route(dialect, contract, request.method, mount.rest)
        answer = self._perform(mount, request, route, contract)
        return self._checked(contract, route.operation, answer, dialect) if self._self_check else answer

    def _perform(self, mount: Mount, request: Request, route: _Route, contract: Checks) -> Answer:
        operation = route.operation
        try:
            caller = self._caller(mount.dialect, request, public=not operation.security)
            if route.handler is None:
                what = f"the emulator does not serve {operation.operation_id} ({operation.method} {operation.path}) yet"
                raise Fault(501, what, basis="assumed")
            body = _body(request, operation)
            query = contract.query(operation, request.queries())
            if operation.request_body is not None:
                contract.body(operation, body)
            return route.handler(Call(self._core, request, caller, mount.path, route.path, query, body))
        except Fault as fault:
            return mount.dialect.refuse(fault, operation)

    def _caller(self, dialect: Dialect, request: Request, *, public: bool) -> Caller | None:
        key = dialect.key(request.headers)
        caller = self._core.callers.identify(key) if key else None
        if caller is None and not public:
            code = "INVALID_API_KEY" if key else None
            raise Fault(401, "the key is not accepted" if key else "a key is missing", source="header", code=code)
        return caller

    def _checked(self, contract: Checks, operation: Operation, answer: Answer, dialect: Dialect) -> Answer:
        if answer.partial:
            return answer
        value = json.loads(answer.body())
        problem = contract.answer(operation, answer.status, value)
        if problem is None:
            return answer
        violation = Violation(dialect.contract, operation.operation_id, answer.status, problem)
        self.violations.append(violation)
        return dialect.refuse(Fault(500, str(violation), basis="assumed"))

    def unserved(self, contract: str) -> list[str]:
        """Return the ids of the operations that answer 501."""
        dialect = self._mounts.dialect(contract)
        operations = checks(dialect.contract).operations
        return sorted(one.operation_id for place, one in operations.items() if place not in dialect.handlers)


def _route(dialect: Dialect, contract: Checks, method: str, segments: tuple[str, ...]) -> _Route:
    """Find the operation; a literal segment wins over a placeholder.

    Raises:
        Fault: 404 for an unknown path, 405 for an unknown method of a known one.
    """
    best: tuple[int, str, tuple[str, ...]] | None = None
    methods: set[str] = set()
    for allowed, parts, template in contract.templates:
        if len(parts) == len(segments) and all(p in ("{}", s) for p, s in zip(parts, segments, strict=True)):
            methods.add(allowed)
            literal = len(parts) - parts.count("{}")
            if allowed == method and (best is None or literal > best[0]):
                best = (literal, template, parts)
    if best is None:
        if methods:
            headers = {"allow": ", ".join(sorted(methods))}
            raise Fault(405, f"{method} is not possible here", basis="assumed", headers=headers)
        raise Fault(404, "there is no such operation in this version of the API", source="path", basis="assumed")
    _, template, parts = best
    values = tuple(s for p, s in zip(parts, segments, strict=True) if p == "{}")
    return _Route(contract.operations[method, template], dialect.handlers.get((method, template)), values)


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
    if media not in ("application/json", ""):
        raise Fault(415, f"the body must be application/json, not {media[:60]}", basis="assumed")
    return parse_json(request.body)


def _media(headers: Mapping[str, str]) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()
