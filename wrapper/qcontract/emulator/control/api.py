"""The controls over HTTP, below ``/_qcontract``: JSON in, JSON out, for this machine or the token's owner only."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlsplit

from qcontract import errors
from qcontract.model.names import refuse_unknown
from qcontract.transport.guards import is_loopback

from ..database import StoreUnusable
from ..deviations import deviations
from ..http import Answer, Fault, Request
from .control import Control
from .limits import Limit
from .members import SCHEMA, Members, asked, made, member, required, sent
from .timing import Timing

__all__ = ["PREFIX", "SCHEMA", "TOKEN_HEADER", "ControlApi"]

PREFIX: Final = "_qcontract"
TOKEN_HEADER: Final = "x-qcontract-token"  # noqa: S105 - a name

_IN_PROCESS: Final = "emulator.invalid"
"""The host of requests that never leave the process; no resolver knows it."""

_log = logging.getLogger("qcontract.emulator")


class ControlApi:
    """Answers requests below ``/_qcontract``.

    Args:
        control: What they change.
        unserved: Lists the operations of a contract that answer 501.
    """

    def __init__(self, control: Control, unserved: Callable[[str], list[str]]) -> None:
        self._control = control
        self._unserved = unserved
        self._routes: dict[tuple[str, str], tuple[Callable[..., Any], tuple[str, ...]]] = {
            ("GET", ""): (self._index, ()),
            ("GET", "state"): (control.state, ()),
            ("POST", "reset"): (self._reset, ("seed", "key")),
            ("GET", "faults"): (self._faults, ()),
            ("POST", "faults"): (self._add_fault, ("*",)),
            ("DELETE", "faults"): (self._clear_faults, ()),
            ("DELETE", "faults/{}"): (self._remove_fault, ()),
            ("GET", "kinds"): (_kinds, ()),
            ("POST", "clock"): (self._clock, ("advance", "frozen")),
            ("PUT", "lifecycle"): (self._lifecycle, ("mode", "timing")),
            ("PUT", "shown"): (self._show, ("contract",)),
            ("POST", "step"): (self._step, ("to",)),
            ("POST", "hold"): (self._hold, ()),
            ("POST", "release"): (self._release, ()),
            ("POST", "settle"): (self._settle, ("timeout",)),
            ("GET", "jobs"): (self._jobs, ()),
            ("GET", "jobs/{}"): (self._job, ()),
            ("GET", "recent"): (self._recent, ("words",)),
            ("POST", "jobs/{}/step"): (self._step, ("to",)),
            ("POST", "jobs/{}/fail"): (self._fail, ("code", "message")),
            ("POST", "jobs/{}/hold"): (self._hold, ()),
            ("POST", "jobs/{}/release"): (self._release, ()),
            ("POST", "keys"): (self._add_key, ("key", "project")),
            ("POST", "keys/revoke"): (self._revoke_key, ("key",)),
            ("PUT", "limits"): (self._limits, ("*",)),
            ("GET", "violations"): (self._violations, ()),
            ("GET", "unserved"): (self._all_unserved, ()),
            ("GET", "deviations"): (_deviations, ()),
            ("GET", "basis"): (self._basis, ()),
        }

    def answer(self, request: Request, segments: Sequence[str]) -> Answer:
        """Perform a request; what is wrong with it is said as ``{error, hint}``."""
        try:
            self._admit(request)
            content = self._perform(request, segments)
            return Answer(200, {"schema": SCHEMA, **content})
        except Fault as fault:
            return _refusal(fault.status, fault.message, None, fault.headers)
        except errors.WaitTimeout as error:
            return _refusal(408, error.message, error.hint)
        except StoreUnusable as error:
            return _refusal(503, error.message, error.hint)
        except errors.QContractError as error:
            return _refusal(400, error.message, error.hint)
        except RecursionError:
            return _refusal(400, "the JSON body is nested too deeply", None)
        except Exception:
            _log.exception("a control failed")
            return _refusal(500, "the emulator failed; its log says why", None)

    def _admit(self, request: Request) -> None:
        """Refuse whoever is not on this machine and does not know the token, and pages of other origins in a browser.

        A page can neither read the token nor choose these headers, whatever name its author gives this machine. The
        emulator's own page is known by its host, which is only believed together with the token.
        """
        token = self._control.token
        if token is not None and not hmac.compare_digest(
            request.headers.get(TOKEN_HEADER, "").encode(), token.encode()
        ):
            raise Fault(401, f"this emulator's control needs its token in the header {TOKEN_HEADER}")
        host = _hostname("//" + request.headers.get("host", _IN_PROCESS))
        if token is None and not (host == _IN_PROCESS or is_loopback(host)):
            raise Fault(403, "control is for this machine only; the header Host names another one")
        origin = request.headers.get("origin")
        own = token is not None and origin is not None and origin.partition("://")[2] == request.headers.get("host")
        if origin is not None and not own and not is_loopback(_hostname(origin)):
            raise Fault(403, "control is not for pages of other origins")

    def _perform(self, request: Request, segments: Sequence[str]) -> dict[str, Any]:
        function, named, values = self._find(request.method, segments)
        members = asked(request) if named and request.method == "GET" else sent(request)
        if named != ("*",):
            refuse_unknown("member of this request", members, named)
        given = {"members": members} if named else {}
        found: dict[str, Any] = function(*values, **given)
        return found

    def _find(self, method: str, segments: Sequence[str]) -> tuple[Callable[..., Any], tuple[str, ...], list[str]]:
        shapes = {
            "/".join(segments): [],
            "/".join((*segments[:1], "{}", *segments[2:])): list(segments[1:2]),
        }
        for shape, values in shapes.items():
            if (method, shape) in self._routes:
                return *self._routes[method, shape], values
        allowed = sorted(m for m, shape in self._routes if shape in shapes)
        if allowed:
            raise Fault(405, f"{method[:20]} is not possible here", headers={"allow": ", ".join(allowed)})
        refuse_unknown("control", ["/".join(segments)[:60]], [shape for _, shape in self._routes if shape])
        raise Fault(404, "there is no such control")

    def _index(self) -> dict[str, Any]:
        return {"controls": [f"{method} /{PREFIX}/{shape}".rstrip("/") for method, shape in self._routes]}

    def _reset(self, members: Members) -> dict[str, Any]:
        self._control.reset(member(members, "seed", int), member(members, "key", str))
        return {}

    def _faults(self) -> dict[str, Any]:
        return {"faults": [rule.to_json() for rule in self._control.faults]}

    def _add_fault(self, members: Members) -> dict[str, Any]:
        kind = required(members, "fault", str)
        rest = {name: value for name, value in members.items() if name not in ("fault", "schema")}
        return self._control.faults.add(kind, **rest).to_json()

    def _clear_faults(self) -> dict[str, Any]:
        self._control.faults.clear()
        return {}

    def _remove_fault(self, identifier: str) -> dict[str, Any]:
        if not self._control.faults.remove(identifier):
            raise Fault(404, f"there is no fault {identifier[:60]!r}")
        return {}

    def _clock(self, members: Members) -> dict[str, Any]:
        clock, frozen = self._control.core.clock, member(members, "frozen", bool)
        if frozen is not None:
            (clock.freeze if frozen else clock.thaw)()
        self._control.core.conductor.pass_time(member(members, "advance", float) or 0.0)
        return {"now": clock.now(), "frozen": clock.frozen}

    def _lifecycle(self, members: Members) -> dict[str, Any]:
        given: dict[str, Any] = member(members, "timing", dict) or {}
        timing = {backend: made(Timing, times, "timing") for backend, times in given.items()}
        self._control.set_lifecycle(required(members, "mode", str), timing or None)
        return {"lifecycle": self._control.state()["lifecycle"]}

    def _show(self, members: Members) -> dict[str, Any]:
        self._control.show(required(members, "contract", str))
        return {}

    def _step(self, job: str | None = None, *, members: Members) -> dict[str, Any]:
        return {"jobs": self._control.step(job, member(members, "to", str))}

    def _hold(self, job: str | None = None) -> dict[str, Any]:
        self._control.core.conductor.hold(job)
        return {}

    def _release(self, job: str | None = None) -> dict[str, Any]:
        self._control.core.conductor.release(job)
        return {}

    def _settle(self, members: Members) -> dict[str, Any]:
        seconds = member(members, "timeout", float)
        return {"settled": self._control.core.settle(60.0 if seconds is None else min(seconds, 600.0))}

    def _jobs(self) -> dict[str, Any]:
        return {"jobs": self._control.jobs()}

    def _job(self, job: str) -> dict[str, Any]:
        return {"job": self._control.core.views.job(job)}

    def _recent(self, members: Members) -> dict[str, Any]:
        return self._control.recent(members.get("words", ""))

    def _fail(self, job: str, members: Members) -> dict[str, Any]:
        code = member(members, "code", str) or "InternalError"
        self._control.fail(job, code, member(members, "message", str) or "a failure was asked for")
        return {}

    def _add_key(self, members: Members) -> dict[str, Any]:
        key = required(members, "key", str)
        self._control.core.callers.add(key, member(members, "project", str))
        return {"project": self._control.project(key)}

    def _revoke_key(self, members: Members) -> dict[str, Any]:
        self._control.core.callers.revoke(required(members, "key", str))
        return {}

    def _limits(self, members: Members) -> dict[str, Any]:
        given = {api: value for api, value in members.items() if api != "schema"}
        self._control.limits.change({api: made(Limit, value, "limit") for api, value in given.items()})
        return {"limits": self._control.state()["limits"]}

    def _violations(self) -> dict[str, Any]:
        return {"violations": [str(one) for one in self._control.violations]}

    def _all_unserved(self) -> dict[str, Any]:
        return {"unserved": {name: self._unserved(name) for name in self._control.state()["contracts"]}}

    def _basis(self) -> dict[str, Any]:
        return {"basis": self._control.bases.counts()}


def _deviations() -> dict[str, Any]:
    return {"deviations": [one.to_json() for one in deviations()]}


def _kinds() -> dict[str, Any]:
    from .kinds import KINDS

    return {
        "kinds": {
            name: {"meaning": kind.meaning, "settings": {one: s.meaning for one, s in kind.settings.items()}}
            for name, kind in KINDS.items()
        }
    }


def _refusal(status: int, message: str, hint: str | None, headers: Mapping[str, str] | None = None) -> Answer:
    return Answer(status, {"schema": SCHEMA, "error": message, "hint": hint}, headers=headers or {})


def _hostname(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
