"""How qBraid wraps what it answers: as documented, or as the live gateway was seen to do it."""

from __future__ import annotations

from typing import Any, Final

from attrs import frozen

from qcontract.contract import Operation

from ..http import Answer, Basis, Fault
from .base import Call
from .ionq import iso

__all__ = ["Style"]

_CODES: Final = {
    400: "BAD_REQUEST",
    401: "NO_VALID_AUTHENTICATION",
    403: "FORBIDDEN",
    404: "NOT_FOUND",
    409: "CONFLICT",
    429: "RATE_LIMITED",
}
_SEEN_LIVE: Final = (400, 401, 404, 409)


@frozen
class Style:
    """One of the two styles.

    Args:
        live: Whether it is that of the live gateway.
    """

    live: bool

    @property
    def recorded(self) -> Basis:
        """What the operations rest on that were recorded at the live gateway."""
        return "observed" if self.live else "documented"

    def ok(self, data: object, basis: Basis, status: int = 200, **more: object) -> Answer:
        """Return the envelope of a success."""
        return Answer(status, {"success": True, "data": data, **more}, basis)

    def meta(self, call: Call) -> dict[str, Any]:
        """Return the facts about the answer itself."""
        return {"timestamp": iso(call.core.clock.now())}

    def refuse(self, fault: Fault, operation: Operation | None) -> Answer:
        """Return ``{detail}``, or the live gateway's envelope."""
        return self._refuse_live(fault) if self.live else self._refuse_documented(fault, operation)

    def _refuse_live(self, fault: Fault) -> Answer:
        error = {"message": fault.message, "code": fault.code or _CODES.get(fault.status, "ERROR")}
        content = {"success": False, "message": fault.message, "error": error}
        seen = fault.basis == "documented" and fault.status in _SEEN_LIVE
        return Answer(fault.status, content, "observed" if seen else fault.basis, fault.headers)

    def _refuse_documented(self, fault: Fault, operation: Operation | None) -> Answer:
        invalid = fault.status == 400 and fault.source in ("body", "query")
        if invalid and (operation is None or "422" in operation.responses):
            detail = [_detail(fault, key) for key in fault.keys or ("",)]
            return Answer(422, {"detail": detail}, fault.basis, fault.headers)
        return Answer(fault.status, {"detail": fault.message}, fault.basis, fault.headers)


def _detail(fault: Fault, key: str) -> dict[str, Any]:
    return {"loc": [fault.source, *(key.split(".") if key else ())], "msg": fault.message, "type": "value_error"}
