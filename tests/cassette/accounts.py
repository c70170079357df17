"""An emulated account with something of every kind in it, and for every operation a request that succeeds there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import httpx
from attrs import frozen
from qcontract.emulator import Emulator
from support.secrecy import KEY
from support.virtual import VirtualClock

HEADERS = {"authorization": f"apiKey {KEY}", "x-api-key": KEY}
CIRCUIT = {"qubits": 2, "gateset": "qis", "circuit": [{"gate": "x", "target": 0}, {"gate": "h", "target": 1}]}
QASM = 'OPENQASM 2.0;\ninclude "qelib1.inc";\nqreg q[2];\ncreg c[2];\nx q[0];\nmeasure q -> c;\n'

Request = tuple[Mapping[str, str], Mapping[str, Any], Any]
"""Values in the path, values in the query, and a body."""


@frozen
class Account:
    """Requests that succeed, by operation, and others that are refused, by operation and status."""

    succeeding: Mapping[str, Request]
    refused: Mapping[tuple[str, int], Request]


def emulator_of(contract: str) -> Emulator:
    """An emulator that knows one key, whose clock and jobs stand still."""
    return Emulator(seed=1, clock=VirtualClock(), lifecycle="stepped", keys=[KEY], snapshots=[contract])


def account(emulator: Emulator, contract: str) -> Account:
    """Fill an emulator."""
    with httpx.Client(base_url=emulator.base_url(contract), headers=HEADERS, transport=emulator.transport()) as http:
        return _ACCOUNTS[contract.partition("@")[0]](_Filling(http, emulator))


class _Filling:
    def __init__(self, http: httpx.Client, emulator: Emulator) -> None:
        self._http = http
        self._emulator = emulator

    def get(self, path: str) -> Any:
        answer = self._http.get(path)
        assert answer.is_success, answer.text
        return answer.json()

    def post(self, path: str, body: Any) -> Any:
        answer = self._http.post(path, json=body)
        assert answer.is_success, answer.text
        return answer.json()

    def run(self, job: str, to: str = "completed") -> str:
        self._emulator.step(job, to)
        return job


def _ionq_v0_3(filling: _Filling) -> Account:
    single = {"target": "simulator", "shots": 100, "name": "recorded", "input": CIRCUIT}
    done, ready, *more = (filling.post("jobs", single)["id"] for _ in range(4))
    filling.run(done)
    device = {"backend": "qpu.aria-1"}
    current = filling.get("characterizations/backends/qpu.aria-1/current")["id"]
    asked = {"start_date": "2020-01-01", "end_date": "2030-01-01"}
    organization = _organization(filling)
    return Account(
        {
            "getJobs": ({}, {"limit": 2, "status": "ready"}, None),
            "createJob": ({}, {}, single),
            "deleteManyJobs": ({}, {"ids": more[:1]}, None),
            "getJob": ({"UUID": done}, {"exclude": ["metadata", "name"]}, None),
            "deleteJob": ({"UUID": done}, {}, None),
            "getJobResults": ({"UUID": done}, {}, None),
            "cancelJob": ({"UUID": ready}, {}, None),
            "cancelManyJobs": ({}, {}, {"ids": more}),
            "getCharacterizationsForBackend": (device, {"limit": 1}, None),
            "getCharacterizationsCurrentForBackend": (device, {}, None),
            "getCharacterization": ({"UUID": current}, {}, None),
            "getBackends": ({}, {}, None),
            "getOrgReport": ({"org_id": organization}, asked, None),
        },
        {("createJob", 400): ({}, {}, {"shots": "many"})},
    )


def _organization(filling: _Filling) -> str:
    """The id of the account's organization; it follows from the seed, and v0.3 shows it nowhere."""
    with Emulator(seed=1, clock=VirtualClock(), keys=[KEY]) as beside:
        answer = httpx.Client(transport=beside.transport(), headers=HEADERS).post(
            f"{beside.base_url('ionq-v0.4')}/sessions", json={"backend": "simulator"}
        )
        return str(answer.json()["organization_id"])


def _ionq_v0_4(filling: _Filling) -> Account:
    single = {"type": "ionq.circuit.v1", "backend": "simulator", "shots": 100, "name": "recorded", "input": CIRCUIT}
    done, ready, *more = (filling.post("jobs", single)["id"] for _ in range(4))
    filling.run(done)
    mitigated = {"backend": "qpu.forte-1", "shots": 500, "settings": {"error_mitigation": {"debiasing": True}}}
    varied = filling.run(filling.post("jobs", single | mitigated)["id"])
    variant = filling.get(f"jobs/{varied}")["output"]["error_mitigation"]["debiasing"]["variants"][0].get("variant_id")
    parts = {"qubits": 2, "gateset": "qis", "circuits": [{"circuit": CIRCUIT["circuit"]}] * 2}
    several = filling.run(filling.post("jobs", single | {"type": "ionq.multi-circuit.v1", "input": parts})["id"])
    session = filling.post("sessions", {"backend": "simulator"})
    inside = {"session_id": session["id"]}
    filling.post("jobs", single | inside)
    device = {"backend": "qpu.forte-1"}
    current = filling.get("backends/qpu.forte-1")["characterization_id"]
    files = [entry["id"] for entry in filling.get(f"jobs/{done}")["results"].values() if "id" in entry]
    usage = {"start_date": "2026-01-01", "end_date": "2026-12-31", "group_by": "project", "modality": "monthly"}
    job, chosen = {"UUID": done}, {"UUID": varied, "variantId": variant}
    return Account(
        {
            "getWhoami": ({}, {}, None),
            "getBackends": ({}, {}, None),
            "getBackend": (device, {}, None),
            "getCharacterizationsForBackend": (device, {"limit": 1}, None),
            "getCharacterization": (device | {"UUID": current}, {}, None),
            "GetJobs": ({}, {"limit": 2, "status": "completed", "target": "simulator"}, None),
            "CreateJob": ({}, {}, single),
            "DeleteJobs": ({}, {}, {"ids": more}),
            "CloneJob": (job, {}, {}),
            "MoveJob": (job, {}, {}),
            "GetJob": (job, {}, None),
            "DeleteJob": (job, {}, None),
            "GetJobCost": (job, {}, None),
            "GetCompiledFile": ({"UUID": varied, "lang": "qasm3"}, {}, None),
            "CancelJob": ({"UUID": ready}, {}, None),
            "CancelJobs": ({}, {}, {"ids": more}),
            "EstimateJobCost": ({}, {"backend": "qpu.forte-1", "qubits": 2, "2q_gates": 1}, None),
            "GetJobProbabilities": (job, {"sharpen": "false"}, None),
            "GetJobAggregatedProbabilities": ({"UUID": several}, {}, None),
            "GetJobArtifact": (job | {"artifactId": files[0] if files else "none"}, {}, None),
            "GetVariantProbabilities": (chosen, {}, None),
            "GetVariantHistogram": (chosen, {}, None),
            "GetVariantShots": (chosen, {}, None),
            "GetSessions": ({}, {"active": "true"}, None),
            "CreateSession": ({}, {}, {"backend": "qpu.forte-1", "settings": {"job_count_limit": 2}}),
            "EndSession": (inside, {}, None),
            "GetSession": (inside, {}, None),
            "GetSessionJobs": (inside, {"limit": 2, "target": "simulator"}, None),
            "GetFormatSchema": ({"format": "ionq.native.v1"}, {}, None),
            "get-usages": ({"organization_id": session["organization_id"]}, usage, None),
        },
        {
            ("CreateJob", 400): ({}, {}, {"type": "ionq.circuit.v1", "backend": "simulator", "shots": 0}),
            ("CreateSession", 400): ({}, {}, {"backend": "qpu.nothing"}),
            ("CloneJob", 400): (job, {}, {"shots": 0}),
            ("MoveJob", 400): (job, {}, {"shots": 0}),
            ("get-usages", 403): ({"organization_id": "somebody"}, usage, None),
        },
    )


def _qbraid(filling: _Filling) -> Account:
    body = {
        "deviceQrn": "qbraid:qbraid:sim:qir-sv",
        "shots": 100,
        "name": "recorded",
        "program": {"format": "qasm2", "data": QASM},
    }
    first, ready, more, new = (filling.post("jobs", body)["data"]["jobQrn"] for _ in range(4))
    filling.run(first)
    filling.run(ready, "ready")
    compiled = filling.run(filling.post("jobs", body | {"deviceQrn": "aws:iqm:qpu:garnet"})["data"]["jobQrn"])
    groups = [filling.post("jobs/group", {"name": name})["data"]["groupJobQrn"] for name in ("open", "closed")]
    filling.post(f"jobs/group/{groups[1]}/close", None)
    job, group, garnet = {"job_qrn": first}, {"group_qrn": groups[0]}, {"device_qrn": "aws:iqm:qpu:garnet"}
    return Account(
        {
            "get_all_jobs_jobs_get": ({}, {"limit": 2, "vendor": "qbraid", "statusGroup": "returned"}, None),
            "create_job_jobs_post": ({}, {}, body),
            "delete_multiple_jobs_jobs_delete": ({}, {"qrns": json.dumps([more])}, None),
            "get_job_jobs__job_qrn__get": (job, {}, None),
            "delete_job_jobs__job_qrn__delete": (job, {}, None),
            "cancel_job_jobs__job_qrn__cancel_post": ({"job_qrn": ready}, {}, None),
            "get_job_result_jobs__job_qrn__result_get": (job, {"includeMeasurements": "true"}, None),
            "get_job_program_jobs__job_qrn__program_get": (job, {}, None),
            "getJobCompiledProgram": ({"job_qrn": compiled}, {}, None),
            "getJobStatusCounts": ({}, {}, None),
            "getJobSummary": ({}, {}, None),
            "estimateJobCost": ({}, {"deviceQrn": "aws:iqm:qpu:garnet", "shots": 100}, None),
            "listJobGroups": ({}, {"status": "OPEN", "limit": 2}, None),
            "createJobGroup": ({}, {}, {"name": "recorded"}),
            "getJobGroup": (group, {}, None),
            "listJobsInGroup": (group, {}, None),
            "closeJobGroup": (group, {}, None),
            "get_all_devices_devices_get": ({}, {"limit": 2, "deviceType": "QPU", "sortOrder": "desc"}, None),
            "get_device_devices__device_qrn__get": (garnet, {}, None),
            "getDeviceCalibrations": (garnet, {}, None),
            "getCreditBalance": ({}, {}, None),
            "listProviders": ({}, {}, None),
        },
        {
            ("create_job_jobs_post", 404): ({}, {}, body | {"deviceQrn": "qbraid:qbraid:sim:nothing"}),
            ("create_job_jobs_post", 400): ({}, {}, body | {"groupJobQrn": groups[1]}),
            ("create_job_jobs_post", 422): ({}, {}, body | {"shots": 0}),
            ("createJobGroup", 422): ({}, {}, {"maxTTL": 0}),
            ("estimateJobCost", 404): ({}, {"deviceQrn": "qbraid:qbraid:sim:nothing"}, None),
            ("estimateJobCost", 400): ({}, {"deviceQrn": "aws:iqm:qpu:garnet", "shots": "0"}, None),
            ("cancel_job_jobs__job_qrn__cancel_post", 400): (job, {}, None),
            ("cancel_job_jobs__job_qrn__cancel_post", 409): ({"job_qrn": new}, {}, None),
            ("get_job_result_jobs__job_qrn__result_get", 409): ({"job_qrn": new}, {}, None),
            ("get_job_program_jobs__job_qrn__program_get", 409): ({"job_qrn": new}, {}, None),
            ("closeJobGroup", 409): ({"group_qrn": groups[1]}, {}, None),
        },
    )


_ACCOUNTS = {"ionq-v0.3": _ionq_v0_3, "ionq-v0.4": _ionq_v0_4, "qbraid-v2": _qbraid}
