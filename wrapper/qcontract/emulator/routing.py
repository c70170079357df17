"""Which operation a request asks for."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from qcontract.contract import Operation

from .checks import Checks
from .dialects.base import Dialect, Handler
from .http import Fault

__all__ = ["Route", "route"]

_FREE = "{}"


@frozen
class Route:
    """An operation, who performs it, and what stands for the placeholders of its path."""

    operation: Operation
    handler: Handler | None
    values: tuple[str, ...]


def route(dialect: Dialect, contract: Checks, method: str, segments: tuple[str, ...]) -> Route:
    """Find the operation; a path with a literal segment wins over one with a placeholder, whatever the method.

    Raises:
        Fault: 404 for an unknown path, 405 for an unknown method of a known one.
    """
    for parts, template in contract.templates.get(len(segments), ()):
        if _fits(parts, segments):
            operation = contract.operations.get((method, template))
            if operation is None:
                raise _impossible(method, [one for one, path in contract.operations if path == template])
            values = tuple(s for p, s in zip(parts, segments, strict=True) if p == _FREE)
            return Route(operation, dialect.handlers.get((method, template)), values)
    raise Fault(404, "there is no such operation in this version of the API", source="path", basis="assumed")


def _impossible(method: str, possible: Iterable[str]) -> Fault:
    headers = {"allow": ", ".join(sorted(possible))}
    return Fault(405, f"{method[:20]} is not possible here", basis="assumed", headers=headers)


def _fits(parts: tuple[str, ...], segments: tuple[str, ...]) -> bool:
    return all(part in (_FREE, segment) for part, segment in zip(parts, segments, strict=True))
