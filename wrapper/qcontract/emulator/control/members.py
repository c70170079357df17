"""What a request to the controls holds, read one member at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from qcontract.contract.jsonvalue import is_object

from ..http import JSON, MAX_BODY, Fault, Request, parse_json

__all__ = ["SCHEMA", "Members", "asked", "made", "member", "required", "sent"]

SCHEMA: Final = "qcontract.emulator-control/1"

Members: TypeAlias = Mapping[str, Any]


def asked(request: Request) -> dict[str, Any]:
    """Read the members that a query holds; the last of several counts."""
    return {name: values[-1] for name, values in request.queries().items()}


def sent(request: Request) -> dict[str, Any]:
    """Read the members of a body; a browser sends no JSON to another origin without asking first."""
    if not request.body:
        return {}
    if len(request.body) > MAX_BODY:
        raise Fault(413, f"a body has at most {MAX_BODY} bytes")
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
        raise Fault(415, f"a control's body is {JSON}")
    value = parse_json(request.body)
    if not is_object(value):
        raise Fault(400, "a control's body is a JSON object")
    if value.get("schema", SCHEMA) != SCHEMA:
        raise Fault(400, f"this emulator speaks {SCHEMA}")
    return {name: inner for name, inner in value.items() if name != "schema"}


def member(members: Members, name: str, kind: type) -> Any:
    """Return a member, None when it is absent or null.

    Raises:
        Fault: 400 when it is of another type.
    """
    value = members.get(name)
    accepted = (int, float) if kind is float else kind
    if value is None or (isinstance(value, accepted) and (kind is bool or not isinstance(value, bool))):
        return value
    raise Fault(400, f"'{name}' is of type {kind.__name__}, not {json.dumps(value)[:60]}")


def required(members: Members, name: str, kind: type) -> Any:
    """Return a member that has to be there.

    Raises:
        Fault: 400 when it is not, or is of another type.
    """
    value = member(members, name, kind)
    if value is None:
        raise Fault(400, f"'{name}' is missing")
    return value


def made(kind: Callable[..., Any], members: object, what: str) -> Any:
    """Make a value of its members."""
    if not is_object(members):
        raise Fault(400, f"a {what} is a JSON object")
    try:
        return kind(**members)
    except TypeError:
        raise Fault(400, f"a {what} cannot have these members: {', '.join(map(str, members))[:200]}") from None
