"""What a run with a real key may do: so many requests, these operations, its own jobs, free simulators, one host."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
from attrs import define, field
from qcontract.contract import Contract
from support.exchanges import Exchange
from support.gate import once, operation_of

MOST_REQUESTS = 60
MOST_SHOTS = 100
ALLOWED = {
    "ionq-v0.3": {"getBackends", "createJob", "getJobs", "getJob", "getJobResults", "cancelJob", "deleteJob"},
    "ionq-v0.4": {"getBackends", "CreateJob", "GetJobs", "GetJob", "GetJobProbabilities", "CancelJob", "DeleteJob"},
    "qbraid-v2": {
        "get_all_devices_devices_get",
        "create_job_jobs_post",
        "get_all_jobs_jobs_get",
        "get_job_jobs__job_qrn__get",
        "get_job_result_jobs__job_qrn__result_get",
        "cancel_job_jobs__job_qrn__cancel_post",
        "delete_job_jobs__job_qrn__delete",
    },
}
"""Operations, each of which is one method on one path."""

FREE = ("simulator", "qbraid:qbraid:sim:qir-sv")
_WHERE = {"ionq-v0.3": "target", "ionq-v0.4": "backend", "qbraid-v2": "deviceQrn"}
_MEMBERS = {"type", "input", "program", "shots", "name", "metadata", "tags"}
"""What else a submission may say; everything unknown might cost something."""


class Refused(Exception):
    """The plan wanted something that it may not do."""


@define
class Fence(httpx.BaseTransport):
    """Lets through what is allowed, and keeps every exchange; nothing that is refused is sent."""

    contract: Contract
    base_url: str
    inner: httpx.BaseTransport
    exchanges: list[Exchange] = field(factory=list)
    own: set[str] = field(factory=set)
    sent: int = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        sent = Exchange(request.method, str(request.url), {}, request.read(), 0, {}, b"")
        if reasons := list(self._reasons(sent)):
            raise Refused(f"{sent.method} {urlsplit(sent.url).path}: {reasons[0]}")
        self.sent += 1  # also when the answer is lost
        answer = self.inner.handle_request(request)
        body = answer.read()
        headers = {name.lower(): value for name, value in answer.headers.items()}
        self.exchanges.append(
            Exchange(sent.method, sent.url, dict(request.headers), sent.request_body, answer.status_code, headers, body)
        )
        self._note_own(sent, body)
        return answer

    def _reasons(self, sent: Exchange) -> Iterator[str]:
        """Why a request must not be sent."""
        if self.sent >= MOST_REQUESTS:
            yield f"these are more than {MOST_REQUESTS} requests"
        base, asked = urlsplit(self.base_url), urlsplit(sent.url)
        if (asked.scheme, asked.netloc) != (base.scheme, base.netloc):
            yield "this is another host"
        found = operation_of(sent, self.contract)
        if found is None or found[0].operation_id not in ALLOWED[self.contract.ref.api]:
            yield "this operation is not on the list"
            return
        if foreign := [value for value in found[1].values() if value not in self.own]:
            yield f"{foreign[0]} was not created here"
        if found[0].request_body is None and sent.request_body:
            yield "only a submission has a body"
        if found[0].request_body is not None:
            yield from self._unpaid(sent.request_body)

    def _unpaid(self, content: bytes) -> Iterator[str]:
        try:
            body = json.loads(content, object_pairs_hook=once)
        except ValueError:
            body = None
        if not isinstance(body, dict):
            yield "a submission is one JSON object, which says nothing twice"
            return
        where = _WHERE[self.contract.ref.api]
        if body.get(where) not in FREE:
            yield "only a free simulator may be asked to run"
        if unknown := body.keys() - _MEMBERS - {where}:
            yield f"a submission must not say {min(unknown)}"
        if not (type(shots := body.get("shots")) is int and 0 < shots <= MOST_SHOTS):
            yield f"a job has at most {MOST_SHOTS} shots"

    def _note_own(self, sent: Exchange, body: bytes) -> None:
        """Remember the job that a submission made: the only things that may be named from now on."""
        if sent.method == "POST" and sent.request_body:
            try:
                told = json.loads(body)
            except ValueError:
                return
            told = told.get("data", told) if isinstance(told, dict) else {}
            name = told.get("id") or told.get("jobQrn")
            if isinstance(name, str):
                self.own.add(name)

    def close(self) -> None:
        self.inner.close()
