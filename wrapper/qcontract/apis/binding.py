"""Lift the two pure functions of a generated endpoint module into calls."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Generic, NoReturn, ParamSpec, TypeVar

from attrs import evolve, field, frozen
from qcontract_api.runtime import ShapeError

from qcontract.apis.drift import unknowns
from qcontract.errors import ResponseShapeError
from qcontract.flow.effects import Call, Drift, Parsed, Reply, Request
from qcontract.model.job import Job
from qcontract.model.untyped import unique_members

__all__ = ["Answer", "Bound", "given"]

P = ParamSpec("P")
T = TypeVar("T")

_UNREADABLE = (TypeError, ValueError, KeyError, AttributeError, RecursionError)
"""What generated code raises over a body that does not fit."""

_SUCCESSES = (200, 201, 202)
"""Statuses of success that come with a body; the contracts document no other."""


@frozen
class Answer:
    """A successful answer that the generated code could read.

    Args:
        operation: The API operation, as ``<contract> <operationId>``.
        reply: The answer itself.
        generated: What the generated code made of it.
        raw: Its JSON.
        documented: Whether the contract documents its status.
        doubts: What its readers found that can be read and cannot be true.
    """

    operation: str
    reply: Reply
    generated: Any
    raw: Any
    documented: bool = True
    doubts: list[Drift] = field(factory=list[Drift], repr=False)

    def doubt(self, path: str, what: str) -> None:
        """Tell with the answer what is wrong with a result; it is returned all the same, for it may have been paid.

        Args:
            path: Where it stands in the body, as a JSON Pointer.
            what: What is wrong with it.
        """
        self.doubts.append(Drift(self.operation, "result", path, what))

    def the_one(self, job: Job, job_id: str, name: str = "id") -> Job:
        """Return the job if it is the one that was asked for: on its way an answer can be mixed up with another.

        Raises:
            ResponseShapeError: Its id, the member ``name``, is another one.
        """
        if job.id != job_id and job.id.casefold() != job_id.casefold():
            raise self.misfit(name, f"asked for {job_id}, got {job.id:.80}")
        return job

    def refuse_repeated(self, name: str) -> None:
        """Refuse members that occur twice in one object, of which a reader of JSON would drop the first.

        Raises:
            ResponseShapeError: There is one; ``name`` is what it is said to be in.
        """
        try:
            json.loads(self.reply.content, object_pairs_hook=unique_members)
        except (ValueError, RecursionError) as error:
            raise self.misfit(name, str(error)) from None

    def misfit(self, name: str, reason: str) -> ResponseShapeError:
        """Return the error for a member of the answer that cannot be used."""
        return _misfit(self.operation, self.reply, f"{name}: {reason}", name)


@frozen
class Bound(Generic[P]):
    """One generated operation.

    Args:
        operation: The API operation, as ``<contract> <operationId>``.
        get_kwargs: The generated ``_get_kwargs``.
        parse_response: The generated ``_parse_response``.
        safe: Whether repeating it has no further effect.
    """

    operation: str
    get_kwargs: Callable[P, dict[str, Any]]
    parse_response: Callable[..., object]
    safe: bool = True

    def call(self, read: Callable[[Answer], T], *args: P.args, **kwargs: P.kwargs) -> Call[T]:
        """Return the operation as a call whose answer is given to ``read``."""

        def parse(reply: Reply) -> Parsed[T]:
            answer = self._answer(reply)
            news = unknowns(answer.generated, answer.raw, self.operation)
            if not answer.documented:
                news = (Drift(self.operation, "status", "", reply.status_code), *news)
            if (media := _media(reply)) != "application/json":
                news = (Drift(self.operation, "media", "", media), *news)
            value = read(answer)
            return Parsed(value, (*news, *answer.doubts))

        return Call(self.operation, _request(self.get_kwargs(*args, **kwargs)), parse, self.safe)

    def _answer(self, reply: Reply) -> Answer:
        try:
            raw = reply.json()
        except (ValueError, RecursionError) as error:
            refusal = _misfit(self.operation, reply, _not_json(reply, error), None)
            refusal.is_json = False
            raise refusal from error
        try:
            generated = self.parse_response(response=reply)
        except ShapeError as error:
            self._refuse(reply, str(error), error.field, error)
        except _UNREADABLE as error:
            self._refuse(reply, str(error), None, error)
        return self._undocumented(reply) if generated is None else Answer(self.operation, reply, generated, raw)

    def _undocumented(self, reply: Reply) -> Answer:
        """Read a success of an undocumented status as if it had a documented one.

        A service that says 200 in place of 201 has taken the job all the same, and its id must not be lost.
        """
        for status in _SUCCESSES if reply.is_success else ():
            alike = evolve(reply, status_code=status)
            generated = self._readable(alike)
            if generated is not None:
                return Answer(self.operation, reply, generated, alike.json(), documented=False)
        raise _misfit(self.operation, reply, f"the contract documents no answer with status {reply.status_code}", None)

    def _readable(self, reply: Reply) -> object:
        try:
            return self.parse_response(response=reply)
        except _UNREADABLE:
            return None

    def _refuse(self, reply: Reply, reason: str, field: str | None, cause: Exception | None) -> NoReturn:
        raise _misfit(self.operation, reply, reason, field) from cause


def given(**options: Any) -> dict[str, Any]:
    """Return the options that say something: generated code knows what is absent, and does not take None for it."""
    return {name: value for name, value in options.items() if value is not None}


def _request(kwargs: Mapping[str, Any]) -> Request:
    return Request(
        kwargs["method"].upper(),
        kwargs["url"],
        query=kwargs.get("params", {}),
        body=kwargs.get("json"),
        headers={name.lower(): value for name, value in kwargs.get("headers", {}).items()},
    )


def _misfit(operation: str, reply: Reply, reason: str, field: str | None) -> ResponseShapeError:
    error = ResponseShapeError(
        f"the answer does not fit the contract: {reason}",
        operation=operation,
        status=reply.status_code,
        headers=reply.headers,
        body=reply.content,
        hint="the service may have changed: see its newer contracts with: qcontract specs list",
    )
    error.field = field
    return error


def _media(reply: Reply) -> str:
    """Return the media type; every answer with a body that the contracts document has the same one."""
    return reply.headers.get("content-type", "").partition(";")[0].strip().lower()


def _not_json(reply: Reply, error: Exception) -> str:
    kind = _media(reply) or "no content type"
    return f"the body is not JSON ({kind}, {len(reply.content)} bytes): {error}"
