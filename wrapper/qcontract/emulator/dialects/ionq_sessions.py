"""Sessions of IonQ v0.4.

How limits end a session, and what becomes of jobs sent to one that has ended, is not documented. Here a session starts
at once, since every backend is free; its time limit ends it, and so does the first job beyond its limits of jobs or
cost. A job for a session that has ended is refused, and jobs that were accepted before run to their end.
"""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from ..http import Answer, Fault
from ..sessions import Session
from ..store import Filter
from . import ionq
from .base import Call

__all__ = ["admission", "create", "end", "find", "get", "session_of"]

_admitting = threading.Lock()


def create(call: Call) -> Answer:
    """Open a session."""
    owner, backend = call.owner, ionq.backend(str(call.body["backend"]), source="body")
    number = call.core.store.reserve(1)
    session = Session(
        id=call.core.ids.uuid("session", number),
        project=owner.project,
        backend=backend.name,
        settings=call.body.get("settings", {}),
        created=call.core.clock.now(),
    )
    call.core.sessions.add(session)
    return Answer(201, _document(call, session), "assumed")


def find(call: Call) -> Answer:
    """Return the sessions of the project, newest first."""
    sessions = call.core.sessions.of(call.owner.project, call.core.clock.now())
    wanted = call.query.get("active")
    shown = [_document(call, one) for one in sessions if wanted is None or wanted == (one.ended is None)]
    return Answer(200, {"organization_id": call.owner.organization, "sessions": shown}, "assumed")


def get(call: Call) -> Answer:
    """Return one session."""
    return Answer(200, _document(call, session_of(call)), "assumed")


def end(call: Call) -> Answer:
    """End a session; one that has ended stays as it is."""
    session = session_of(call)
    call.core.sessions.end(session.id, call.core.clock.now(), call.owner.submitter)
    return Answer(200, _document(call, session_of(call)), "assumed")


def session_of(call: Call) -> Session:
    """Return the session that the path names.

    Raises:
        Fault: 404 if the project has none of that name.
    """
    session = call.core.sessions.get(call.owner.project, call.path[0], call.core.clock.now())
    if session is None:
        raise Fault(404, f"there is no session {call.path[0][:60]}", source="path")
    return session


@contextmanager
def admission(call: Call, identifier: str | None, backend: str) -> Generator[None]:
    """Let a job into a session, if it names one, so that two jobs cannot both be the last that fits.

    Raises:
        Fault: 400 if there is no such session, for another backend than its own, and when it has ended.
    """
    if identifier is None:
        yield
        return
    with _admitting:
        _check(call, identifier, backend)
        yield


def _check(call: Call, identifier: str, backend: str) -> None:
    now = call.core.clock.now()
    session = call.core.sessions.get(call.owner.project, identifier, now)
    if session is None:
        raise _refused(f"there is no session {identifier[:60]}")
    if session.backend != backend:
        raise _refused(f"the session is for {session.backend}")
    if session.ended is None and _is_used_up(call, session):
        call.core.sessions.end(session.id, now, None)
        raise _refused("the session has ended: it has reached a limit")
    if session.ended is not None:
        raise _refused("the session has ended")


def _refused(message: str) -> Fault:
    return Fault(400, message, source="body", keys=["session_id"], basis="assumed")


def _is_used_up(call: Call, session: Session) -> bool:
    jobs, store = Filter(session=session.id), call.core.store
    most = session.settings.get("job_count_limit")
    if most is not None and store.count(session.project, "ionq", jobs) >= most:
        return True
    budget = session.settings.get("cost_limit")
    spent = (ionq.cost(job) for job in store.each(session.project, "ionq", jobs) if job.finished)
    return budget is not None and sum(spent) >= budget["value"]


def _document(call: Call, session: Session) -> dict[str, Any]:
    expires = session.expires
    limits = {**session.settings, **({} if expires is None else {"expires_at": ionq.iso(expires)})}
    return {
        "id": session.id,
        "created_at": ionq.iso(session.created),
        "organization_id": call.owner.organization,
        "backend": session.backend,
        "project_id": session.project,
        "creator_id": call.owner.submitter,
        "started_at": ionq.iso(session.created),
        "ended_at": ionq.iso(session.ended),
        "ender_id": session.ender,
        "status": "started" if session.ended is None else "ended",
        "active": session.ended is None,
        "settings": limits,
    }
