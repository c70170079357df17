"""Which operation a request asks for."""

from __future__ import annotations

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
    """Find the operation; a literal segment wins over a placeholder.

    Raises:
        Fault: 404 for an unknown path, 405 for an unknown method of a known one.
    """
    for parts, template in contract.templates.get((method, len(segments)), ()):
        if _fits(parts, segments):
            values = tuple(s for p, s in zip(parts, segments, strict=True) if p == _FREE)
            return Route(contract.operations[method, template], dialect.handlers.get((method, template)), values)
    known = contract.templates.items()
    methods = {allowed for (allowed, _), places in known if any(_fits(parts, segments) for parts, _ in places)}
    if methods:
        headers = {"allow": ", ".join(sorted(methods))}
        raise Fault(405, f"{method[:20]} is not possible here", basis="assumed", headers=headers)
    raise Fault(404, "there is no such operation in this version of the API", source="path", basis="assumed")


def _fits(parts: tuple[str, ...], segments: tuple[str, ...]) -> bool:
    return len(parts) == len(segments) and all(p in (_FREE, s) for p, s in zip(parts, segments, strict=True))
