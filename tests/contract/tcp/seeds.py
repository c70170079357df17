"""What lies in an emulator before schemathesis asks: jobs and groups, so that every operation can succeed."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from typing import Any, Literal

import httpx
from qcontract.emulator import Emulator, Server

HEADERS = {"Authorization": "apiKey contract-key", "X-API-KEY": "contract-key"}

Known = Mapping[str, Mapping[str, Any]]
"""For an operation, values of its parameters that lead to something, and under ``body`` a body that is accepted."""

_CIRCUIT = {"qubits": 2, "gateset": "qis", "circuit": [{"gate": "x", "target": 0}, {"gate": "h", "target": 1}]}
_QASM = 'OPENQASM 2.0;\ninclude "qelib1.inc";\nqreg q[2];\ncreg c[2];\nx q[0];\nmeasure q -> c;\n'


def seed(emulator: Emulator, server: Server, contract: str) -> Known:
    """Put something of every kind into the emulator, and return where it is."""
    with httpx.Client(base_url=server.base_url(contract), headers=HEADERS, timeout=60) as client:
        return _SEEDS[contract.partition("@")[0]](_Service(client, emulator))


def with_examples(document: Mapping[str, Any], known: Known) -> dict[str, Any]:
    """Return the contract with the known values as its examples."""
    told = copy.deepcopy(dict(document))
    for item in told["paths"].values():
        shared = item.pop("parameters", [])
        for operation in item.values():
            values = known.get(operation["operationId"], {})
            listed = [*shared, *operation.get("parameters", [])]
            parameters = [copy.deepcopy(_described(told, parameter)) for parameter in listed]
            for parameter in [one for one in parameters if one.get("name") in values]:
                parameter["example"] = values[parameter["name"]]
            if parameters:
                operation["parameters"] = parameters
            if "body" in values:
                _described(told, operation["requestBody"])["content"]["application/json"]["example"] = values["body"]
    return told


def _described(document: Mapping[str, Any], node: Any) -> Any:
    """Follow a reference to a component."""
    for step in node["$ref"].split("/")[1:] if "$ref" in node else ():
        document = document[step]
    return document if "$ref" in node else node


BEYOND = {
    "deleteManyJobs": "the contract of v0.3 describes no body, and IonQ's page one with ids: the seeds send that",
}
"""Operations that no request made from the contract can succeed with."""


class _Service:
    """One emulated service, in which jobs end as soon as they were made and others wait for ever."""

    def __init__(self, client: httpx.Client, emulator: Emulator) -> None:
        self._client = client
        self._emulator = emulator

    def post(self, path: str, body: Any) -> Any:
        answer = self._client.post(path, json=body)
        assert answer.is_success, answer.text
        return answer.json()

    def delete(self, path: str, body: Any) -> None:
        answer = self._client.request("DELETE", path, json=body)
        assert answer.is_success, answer.text

    def run(self, job: str, to: Literal["ready", "completed"] = "completed") -> str:
        self._emulator.step(job, to=to)
        return job

    def get(self, path: str) -> Any:
        answer = self._client.get(path)
        assert answer.is_success, answer.text
        return answer.json()


def _ionq_v0_3(service: _Service) -> Known:
    single = {"target": "simulator", "shots": 100, "input": _CIRCUIT}
    jobs = [service.post("jobs", single)["id"] for _ in range(4)]
    service.run(jobs[0])
    characterization = service.get("characterizations/backends/qpu.aria-1/current")["id"]
    organization = service.get("../v0.4/sessions")["organization_id"]
    service.delete("jobs", {"ids": jobs[3:]})
    return {
        "createJob": {"body": single},
        "getJob": {"UUID": jobs[0]},
        "getJobResults": {"UUID": jobs[0]},
        "cancelJob": {"UUID": jobs[1]},
        "cancelManyJobs": {"body": {"ids": jobs[2:3]}},
        "getCharacterization": {"UUID": characterization},
        "getCharacterizationsForBackend": {"backend": "qpu.aria-1"},
        "getCharacterizationsCurrentForBackend": {"backend": "qpu.aria-1"},
        "getOrgReport": {"org_id": organization, "start_date": "2020-01-01", "end_date": "2030-01-01"},
    }


def _ionq_v0_4(service: _Service) -> Known:
    single = {"type": "ionq.circuit.v1", "backend": "simulator", "shots": 100, "input": _CIRCUIT}
    job = service.run(service.post("jobs", single)["id"])
    parts = {"qubits": 2, "gateset": "qis", "circuits": [{"circuit": _CIRCUIT["circuit"]}] * 2}
    several = service.run(service.post("jobs", {**single, "type": "ionq.multi-circuit.v1", "input": parts})["id"])
    mitigated = {"backend": "qpu.forte-1", "shots": 500, "settings": {"error_mitigation": {"debiasing": True}}}
    varied = service.run(service.post("jobs", {**single, **mitigated})["id"])
    variant = service.get(f"jobs/{varied}")["output"]["error_mitigation"]["debiasing"]["variants"][0]["variant_id"]
    kept = service.get(f"jobs/{job}")["results"]
    files = [entry["id"] for entry in kept.values() if "id" in entry]
    return {
        "CreateJob": {"body": single},
        **{name: {"UUID": job} for name in ("GetJob", "GetJobCost", "GetJobProbabilities", "CloneJob", "MoveJob")},
        "GetCompiledFile": {"UUID": varied},
        "GetJobArtifact": {"UUID": job, "artifactId": files[0]} if files else {},
        "GetJobAggregatedProbabilities": {"UUID": several},
        **{name: {"UUID": varied, "variantId": variant} for name in _VARIANTS},
    }


_VARIANTS = ("GetVariantProbabilities", "GetVariantHistogram", "GetVariantShots")


def _qbraid(service: _Service) -> Known:
    body = {"deviceQrn": "qbraid:qbraid:sim:qir-sv", "shots": 100, "program": {"format": "qasm2", "data": _QASM}}
    jobs = [service.post("jobs", body)["data"]["jobQrn"] for _ in range(3)]
    service.run(jobs[0])
    compiled = service.run(service.post("jobs", {**body, "deviceQrn": "aws:iqm:qpu:garnet"})["data"]["jobQrn"])
    groups = [service.post("jobs/group", {"name": name})["data"]["groupJobQrn"] for name in ("kept", "closed")]
    reading = ("get_job_jobs__job_qrn__get", "get_job_result_jobs__job_qrn__result_get")
    return {
        "create_job_jobs_post": {"body": body},
        **{name: {"job_qrn": jobs[0]} for name in (*reading, "get_job_program_jobs__job_qrn__program_get")},
        "getJobCompiledProgram": {"job_qrn": compiled},
        "cancel_job_jobs__job_qrn__cancel_post": {"job_qrn": service.run(jobs[1], "ready")},
        "delete_multiple_jobs_jobs_delete": {"qrns": json.dumps([jobs[2]])},
        **{name: {"group_qrn": groups[0]} for name in ("getJobGroup", "listJobsInGroup")},
        "closeJobGroup": {"group_qrn": groups[1]},
        "getDeviceCalibrations": {"device_qrn": "aws:iqm:qpu:garnet"},
    }


_SEEDS = {"ionq-v0.3": _ionq_v0_3, "ionq-v0.4": _ionq_v0_4, "qbraid-v2": _qbraid}
