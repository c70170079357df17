"""qBraid v2, as documented and as the live gateway was seen to answer; the label of the contract decides."""

from __future__ import annotations

from collections.abc import Mapping

from qcontract.contract import Operation

from ..http import Answer, Fault
from .base import Call, Handler
from .qbraid_account import QBraidAccount
from .qbraid_devices import QBraidDevices
from .qbraid_groups import QBraidGroups
from .qbraid_jobs import QBraidJobs
from .qbraid_results import QBraidResults
from .qbraid_style import Style
from .qbraid_submission import create

__all__ = ["QBraidV2"]


class QBraidV2:
    """Operations of one contract.

    Args:
        label: A date for the documented answers, ``observed-...`` for those of the live gateway.
    """

    def __init__(self, label: str) -> None:
        self.contract = f"qbraid-v2@{label}"
        self._style = style = Style(live=label.startswith("observed"))
        self._jobs = jobs = QBraidJobs(style)
        account, devices, groups = QBraidAccount(style), QBraidDevices(style), QBraidGroups(style, jobs)
        self.handlers: Mapping[tuple[str, str], Handler] = {
            ("POST", "/jobs"): self.create,
            ("GET", "/jobs"): jobs.find,
            ("DELETE", "/jobs"): jobs.delete_many,
            ("GET", "/jobs/statuses"): account.statuses,
            ("GET", "/jobs/summary"): account.summary,
            ("GET", "/jobs/cost-estimate"): devices.estimate,
            ("GET", "/jobs/group"): groups.find,
            ("POST", "/jobs/group"): groups.create,
            ("GET", "/jobs/group/{}"): groups.get,
            ("GET", "/jobs/group/{}/jobs"): groups.jobs,
            ("POST", "/jobs/group/{}/close"): groups.close,
            ("GET", "/jobs/{}"): jobs.get,
            ("DELETE", "/jobs/{}"): jobs.delete,
            ("POST", "/jobs/{}/cancel"): jobs.cancel,
            ("GET", "/jobs/{}/result"): QBraidResults(style).get,
            ("GET", "/jobs/{}/program"): jobs.program,
            ("GET", "/jobs/{}/compiled-program"): jobs.compiled,
            ("GET", "/devices"): devices.find,
            ("GET", "/devices/{}"): devices.get,
            ("GET", "/devices/{}/calibrations"): devices.calibrations,
            ("GET", "/providers"): devices.providers,
            ("GET", "/billing/credits/balance"): account.balance,
        }

    def key(self, headers: Mapping[str, str]) -> str | None:
        """Return the key of the header ``X-API-KEY``."""
        return headers.get("x-api-key")

    def read(self, operation: Operation, body: object) -> tuple[object, tuple[str, ...]]:  # noqa: ARG002
        """Return a body as it is."""
        return body, ()

    def refuse(self, fault: Fault, operation: Operation | None = None) -> Answer:
        """Return an error in the contract's style."""
        return self._style.refuse(fault, operation)

    def create(self, call: Call) -> Answer:
        """Accept a job."""
        return create(call, self._style, self._jobs)
