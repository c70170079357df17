"""What a run with a real key may do: so many requests, these operations, its own jobs, free simulators, one host."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
from attrs import define, field
from qcontract.contract import Contract
from support.exchanges import Exchange
from support.gate import operation_of

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

FREE = {"simulator", "qbraid:qbraid:sim:qir-sv"}
_WHERE = ("backend", "target", "deviceQrn")


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

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        sent = Exchange(request.method, str(request.url), {}, request.read(), 0, {}, b"")
        if reasons := list(self._reasons(sent)):
            raise Refused(f"{sent.method} {urlsplit(sent.url).path}: {reasons[0]}")
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
        if len(self.exchanges) >= MOST_REQUESTS:
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
        if found[0].method != "POST" and sent.request_body:
            yield "only a submission has a body"
        if sent.request_body:
            yield from self._unpaid(json.loads(sent.request_body))

    def _unpaid(self, body: dict[str, Any]) -> Iterator[str]:
        if not {body.get(name) for name in _WHERE} & FREE:
            yield "only a free simulator may be asked to run"
        if not 0 < body.get("shots", 0) <= MOST_SHOTS:
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
