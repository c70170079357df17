"""IonQ v0.4, at the snapshots of 2026-05-15 and 2026-10-01.

Source: the snapshots and their overlays; for what neither says, knowledge of clients, marked observed, or our choice,
marked assumed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qcontract.contract import Operation

from ..http import Answer, Fault
from . import ionq, ionq_endings, ionq_jobs, ionq_results, ionq_sessions, ionq_submissions, ionq_variants
from .base import Call, Handler
from .ionq_backends import Backends
from .ionq_costs import Costs
from .ionq_formats import Formats
from .ionq_spellings import spelled
from .ionq_usage import Reports

__all__ = ["IonQv04"]

_ERRORS: Final = {
    400: "Bad Request",
    401: "Unauthorized Error",
    403: "Forbidden",
    404: "Not Found Error",
    405: "Method Not Allowed",
    413: "Payload Too Large",
    415: "Unsupported Media Type",
    429: "Too Many Requests",
    500: "Internal Server Error",
    501: "Not Implemented",
}
_SUBMISSIONS: Final = ("CreateJob", "CloneJob", "MoveJob")


class IonQv04:
    """Operations of one snapshot.

    Args:
        label: The snapshot; those after June 2026 describe results and estimates in another form.
    """

    def __init__(self, label: str) -> None:
        self.contract = f"ionq-v0.4@{label}"
        by_format = label >= "2026-08"
        backends, jobs = Backends(by_format=by_format), ionq_jobs.Jobs(by_format=by_format)
        costs, reports = Costs(by_format=by_format), Reports(by_format=by_format)
        self.handlers: Mapping[tuple[str, str], Handler] = {
            ("GET", "/whoami"): whoami,
            ("GET", "/backends"): backends.find,
            ("GET", "/backends/{}"): backends.get,
            ("GET", "/backends/{}/characterizations"): backends.characterizations,
            ("GET", "/backends/{}/characterizations/{}"): backends.characterization,
            ("POST", "/jobs"): ionq_submissions.create,
            ("GET", "/jobs"): jobs.find,
            ("DELETE", "/jobs"): ionq_jobs.delete_many,
            ("GET", "/jobs/estimate"): costs.estimate,
            ("PUT", "/jobs/status/cancel"): ionq_jobs.cancel_many,
            ("GET", "/jobs/{}"): jobs.get,
            ("DELETE", "/jobs/{}"): ionq_endings.delete,
            ("GET", "/jobs/{}/cost"): costs.cost,
            ("PUT", "/jobs/{}/status/cancel"): ionq_endings.cancel,
            ("GET", "/jobs/{}/results/probabilities"): ionq_results.probabilities,
            ("GET", "/jobs/{}/results/probabilities/aggregated"): ionq_results.aggregated,
            ("POST", "/sessions"): ionq_sessions.create,
            ("GET", "/sessions"): ionq_sessions.find,
            ("GET", "/sessions/{}"): ionq_sessions.get,
            ("POST", "/sessions/{}/end"): ionq_sessions.end,
            ("GET", "/sessions/{}/jobs"): jobs.of_session,
            ("GET", "/organizations/{}/usage"): reports.usage,
            **(_newer(self.contract) if by_format else _OLDER),
        }

    def key(self, headers: Mapping[str, str]) -> str | None:
        """Return the key of a request."""
        return ionq.key(headers)

    def read(self, operation: Operation, body: object) -> tuple[object, tuple[str, ...]]:
        """Return a submission as the contract spells it; released clients spell some of it differently."""
        return spelled(body) if operation.operation_id in _SUBMISSIONS else (body, ())

    def refuse(self, fault: Fault, operation: Operation | None = None) -> Answer:  # noqa: ARG002
        """Return an error in IonQ's form."""
        return ionq.refusal(fault, _ERRORS)


def whoami(call: Call) -> Answer:
    """Describe the key."""
    owner = call.owner
    return Answer(200, {"key_id": owner.key_id, "key_name": owner.key_name, "project_id": owner.project})


_OLDER: Final[Mapping[tuple[str, str], Handler]] = {
    ("GET", "/jobs/{}/circuits/{}"): ionq_results.compiled_file,
    ("GET", "/jobs/{}/variants/{}/results/probabilities"): ionq_variants.variant_probabilities,
    ("GET", "/jobs/{}/variants/{}/results/histogram"): ionq_variants.variant_histogram,
    ("GET", "/jobs/{}/variants/{}/results/shots"): ionq_variants.variant_shots,
}
"""Operations that later snapshots do not have."""


def _newer(contract: str) -> Mapping[tuple[str, str], Handler]:
    """Return operations that earlier snapshots do not have."""
    return {
        ("POST", "/jobs/{}/clone"): ionq_submissions.clone,
        ("POST", "/jobs/{}/move"): ionq_submissions.move,
        ("GET", "/jobs/{}/artifacts/{}"): ionq_results.artifact,
        ("GET", "/schemas/formats/{}"): Formats(contract).get,
    }
