"""Groups of qBraid's jobs. What a group looks like was never seen: its members follow the request that opens one."""

from __future__ import annotations

from typing import Any, Final

from ..groups import TERMINAL, Group
from ..http import Answer, Fault
from ..store import Filter
from .base import Call
from .ionq import iso
from .qbraid_jobs import QBraidJobs
from .qbraid_style import Style

__all__ = ["QBraidGroups", "require_open"]

_DEFAULT_SECONDS: Final = 3600


def _group(call: Call, qrn: str) -> Group:
    found = call.core.groups.get(call.owner.project, qrn)
    if found is None:
        raise Fault(404, f"there is no group {qrn[:100]}", source="path", code="NOT_FOUND")
    return found


def require_open(call: Call, qrn: str) -> None:
    """Refuse a job for a group that takes none; with which status the service does is not known.

    Raises:
        Fault: 404 for an unknown group, 400 for one that is not open.
    """
    status = _group(call, qrn).status(call.core.clock.now())
    if status != "OPEN":
        raise Fault(400, f"the group is {status}", source="body", keys=["groupJobQrn"], basis="assumed")


class QBraidGroups:
    """Operations on groups in one style."""

    def __init__(self, style: Style, jobs: QBraidJobs) -> None:
        self._style = style
        self._jobs = jobs

    def create(self, call: Call) -> Answer:
        """Open a group."""
        number = call.core.store.reserve(1)
        body: dict[str, Any] = {"name": None, "tags": {}, "metadata": {}, "maxTTL": _DEFAULT_SECONDS, **call.body}
        group = Group(
            id=f"qbraid:group:{call.core.ids.uuid('group', number).replace('-', '')[:24]}",
            project=call.owner.project,
            body={name: body[name] for name in ("name", "tags", "metadata", "maxTTL")},
            created=call.core.clock.now(),
        )
        call.core.groups.add(group)
        return self._one(call, group, 201)

    def _one(self, call: Call, group: Group, status: int = 200) -> Answer:
        return self._style.ok(_document(call, group), "assumed", status)

    def get(self, call: Call) -> Answer:
        """Return one group."""
        return self._one(call, _group(call, call.path[0]))

    def find(self, call: Call) -> Answer:
        """Return a page of groups, newest first."""
        query = call.query
        documents = [_document(call, group) for group in call.core.groups.of(call.owner.project)]
        fitting = [one for one in documents if query.get("status") in (None, one["status"])]
        start = (query["page"] - 1) * query["limit"]
        return self._style.ok(fitting[start : start + query["limit"]], "assumed")

    def jobs(self, call: Call) -> Answer:
        """Return all jobs of a group, newest first."""
        group = _group(call, call.path[0])
        found = call.core.store.each(call.owner.project, "qbraid", Filter(session=group.id))
        return self._style.ok([self._jobs.document(job) for job in found], "assumed")

    def close(self, call: Call) -> Answer:
        """Close a group; its jobs go on. One that is closed already stays as it is."""
        group = _group(call, call.path[0])
        status = group.status(call.core.clock.now())
        if status in TERMINAL:
            raise Fault(409, f"the group is {status}", source="path", code="CONFLICT")
        call.core.groups.close(group.id, call.core.clock.now())
        return self._one(call, _group(call, group.id))


def _document(call: Call, group: Group) -> dict[str, Any]:
    content: dict[str, Any] = {
        "groupJobQrn": group.id,
        "status": group.status(call.core.clock.now()),
        **group.body,
        "createdAt": iso(group.created),
    }
    return {name: value for name, value in content.items() if value is not None}
