"""Scenes of what is taken, refused and answered although the contract says otherwise."""

from __future__ import annotations

import json
from typing import Any

from support.deviating import CIRCUIT, QASM3, World, is_marked, shows

NEVER = "00000000-0000-4000-8000-000000000000"


def taken(world: World, name: str, body: dict[str, Any], *, allowed: bool = False) -> None:
    submit = "createJob" if world.api == "ionq-v0.3" else "CreateJob"
    assert world.allows(submit, body) == allowed
    answer = world.ask("POST", "/jobs", body)
    assert answer.status in (200, 201), answer.body
    is_marked(answer, name)


def refused(world: World, operation: str, path: str, statuses: set[int], body: object = None, **query: str) -> None:
    """Send what the contract allows, and hold the emulator to refuse it."""
    assert world.allows(operation, body, **query), "the contract refuses it as well"
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    answer = world.ask(world.operation(operation).method, f"{path}?{asked}", body)
    assert answer.status in statuses, answer.body


@shows("shots-as-text")
def _(world: World) -> None:
    taken(world, "shots-as-text", world.submission(shots="100"))


@shows("seed-without-value")
def _(world: World) -> None:
    taken(world, "seed-without-value", world.submission(noise={"model": "ideal", "seed": None}))


@shows("lang")
def _(world: World) -> None:
    taken(world, "lang", world.submission(lang="json"))


@shows("unknown-members")
def _(world: World) -> None:
    taken(world, "unknown-members", world.submission(unknown=1))
    taken(world, "unknown-members", world.submission(name=None))
    taken(world, "unknown-members", world.submission(input={**CIRCUIT, "unknown": 1}))


@shows("body-of-v0.2")
def _(world: World) -> None:
    body = {name: value for name, value in world.submission(lang="json", body=CIRCUIT).items() if name != "input"}
    taken(world, "body-of-v0.2", body, allowed=world.allows("createJob", {}))


@shows("any-machine")
def _(world: World) -> None:
    taken(world, "any-machine", world.submission(target="qpu"))


@shows("ids-in-the-body")
def _(world: World) -> None:
    assert world.operation("deleteManyJobs").request_body is None
    answer = world.ask("DELETE", "/jobs", {"ids": [world.run(world.submission())["id"]]})
    assert answer.status == 200
    is_marked(answer, "ids-in-the-body")


@shows("no-content-type")
def _(world: World) -> None:
    answer = world.ask("POST", "/jobs", world.submission(), **{"content-type": ""})
    assert answer.status in (200, 201)
    is_marked(answer, "no-content-type")


@shows("gates-when-they-run")
def _(world: World) -> None:
    submit = "createJob" if world.api == "ionq-v0.3" else "CreateJob"
    gates = {"completed": {"gate": "x", "target": 0, "unknown": 1}, "failed": {"gate": "nothing", "target": 0}}
    for status, gate in ({"failed": 5} if world.api == "ionq-v0.3" else gates).items():
        body = world.submission(input={**CIRCUIT, "circuit": [gate]})
        assert not world.allows(submit, body)
        assert world.run(body)["status"] == status


@shows("no-id")
def _(world: World) -> None:
    if world.api == "qbraid-v2":
        refused(world, "delete_multiple_jobs_jobs_delete", "/jobs", {400, 422}, qrns="nothing")
    else:
        refused(world, "deleteManyJobs", "/jobs", {400})
        refused(world, "cancelManyJobs", "/jobs/status/cancel", {400}, {"ids": []})


@shows("dates")
def _(world: World) -> None:
    if world.api == "ionq-v0.3":
        refused(world, "getOrgReport", f"/report/organizations/{_organization(world)}", {400}, start_date="never")
        machine = "/characterizations/backends/qpu.aria-1"
        refused(world, "getCharacterizationsForBackend", machine, {400}, start="2", end="1")
        return
    machine = "/backends/qpu.forte-1/characterizations"
    refused(world, "getCharacterizationsForBackend", machine, {400}, start="never")
    refused(world, "getCharacterizationsForBackend", machine, {400}, start="2026-02-01", end="2026-01-01")
    usage = {"group_by": "job", "modality": "daily", "start_date": "2026-02-01", "end_date": "2026-01-01"}
    refused(world, "get-usages", f"/organizations/{_organization(world)}/usage", {400}, **usage)


def _organization(world: World) -> str:
    plain = World(world.emulator, "ionq-v0.4@2026-10-01", world.key)
    return str(plain.get("/sessions")["organization_id"])


@shows("limits")
def _(world: World) -> None:
    refused(world, "GetJobs", "/jobs", {400}, limit="0")


@shows("long-numbers")
def _(world: World) -> None:
    name, path, member = {
        "ionq-v0.3": ("getCharacterizationsForBackend", "/characterizations/backends/qpu.aria-1", "start"),
        "ionq-v0.4": ("getCharacterizationsForBackend", "/backends/qpu.forte-1/characterizations", "page"),
        "qbraid-v2": ("listJobGroups", "/jobs/group", "page"),
    }[world.api]
    schema = next(one["schema"] for one in world.operation(name).parameters if one["name"] == member)
    assert "maximum" not in schema
    assert world.ask("GET", f"{path}?{member}={10**18}").status in (400, 422)
    assert world.ask("GET", f"{path}?{member}={10**18 - 1}").status == 200


@shows("cursors")
def _(world: World) -> None:
    name = "getJobs" if world.api == "ionq-v0.3" else "GetJobs"
    refused(world, name, "/jobs", {400}, next=NEVER)
    if world.api == "ionq-v0.3":
        refused(world, name, "/jobs", {400}, id="nothing")


@shows("filters")
def _(world: World) -> None:
    refused(world, "get_all_jobs_jobs_get", "/jobs", {400, 422}, tags="nothing")


@shows("names")
def _(world: World) -> None:
    if world.api == "qbraid-v2":
        refused(world, "create_job_jobs_post", "/jobs", {404}, world.submission(deviceQrn="nothing"))
        refused(
            world,
            "create_job_jobs_post",
            "/jobs",
            {400, 422},
            world.submission(deviceQrn="ibm:ibm:qpu:fez", shots=10**6),
        )
        return
    if world.api == "ionq-v0.4":
        refused(world, "CreateJob", "/jobs", {400}, world.submission(backend="nothing"))
        refused(world, "CreateJob", "/jobs", {400}, world.submission(session_id=NEVER))
        refused(world, "CreateSession", "/sessions", {400}, {"backend": "nothing"})
        refused(world, "EstimateJobCost", "/jobs/estimate", {400}, backend="nothing")
    else:
        refused(world, "createJob", "/jobs", {400}, world.submission(target="qpu.aria-2"))
    if world.contract == "ionq-v0.4@2026-10-01":
        job = world.run(world.submission())["id"]
        refused(world, "CloneJob", f"/jobs/{job}/clone", {400}, {"parent": NEVER})


@shows("aggregations")
def _(world: World) -> None:
    job = world.run(world.submission())["id"]
    refused(world, "GetJobProbabilities", f"/jobs/{job}/results/probabilities", {400}, aggregation="dnl")


@shows("cancelled-too-late")
def _(world: World) -> None:
    job = world.run(world.submission())["jobQrn"]
    refused(world, "cancel_job_jobs__job_qrn__cancel_post", f"/jobs/{job}/cancel", {400, 409})


@shows("more-than-29-qubits")
def _(world: World) -> None:
    if world.api == "qbraid-v2":
        job = world.run(world.submission(program={"format": "qasm3", "data": QASM3.replace("[2]", "[30]")}))
        assert job["status"] == "FAILED"
        assert job["statusMsg"].startswith("NotEnoughQubits")
    else:
        job = world.run(world.machine(input={**CIRCUIT, "qubits": 30}))
        assert job["failure"]["code"] == "NotEnoughQubits"


@shows("jobs-nobody-could-check")
def _(world: World) -> None:
    function = {"type": "quantum-function", "backend": "simulator"}
    body = {**function, "input": {"type": "generic", "data": {}, "params": []}}
    assert world.run(body)["status"] == "failed"


@shows("unpublished-noise")
def _(world: World) -> None:
    job = world.run(world.submission(noise={"model": "harmony", "seed": 1}))
    assert job["failure"]["code"] == "SimulationError"


@shows("after-a-measurement")
def _(world: World) -> None:
    text = f"{QASM3} x q[0]; c = measure q;"
    if world.api == "qbraid-v2":
        job = world.run(world.submission(program={"format": "qasm3", "data": text}))
    else:
        job = world.run(world.submission(type="ionq.qasm3.v1", input={"data": text}))
    assert job["status"].lower() == "failed"


@shows("openqasm-subset")
def _(world: World) -> None:
    for line in (
        "ctrl @ U(0.1, 0.2, 0.3) q[0], q[1];",
        "rx(1/2) q[0];",
        "gpi(0.5) q[0];",
        "for int i in [0:1] { break; }",
    ):
        text = f'OPENQASM 3.0; include "stdgates.inc"; qubit[2] q;\n{line}'
        if world.api == "qbraid-v2":
            job = world.run(world.submission(program={"format": "qasm3", "data": text}))
            assert job["statusMsg"].startswith("PreflightError")
        else:
            job = world.run(world.submission(type="ionq.qasm3.v1", input={"data": text}))
            assert job["failure"]["code"] == "PreflightError"
        assert "line 2" in json.dumps(job)


@shows("paths-without-contract")
def _(world: World) -> None:
    job = world.run(world.submission())["id"]
    for path in (f"/jobs/{job}/results/histogram", f"/jobs/{job}/results/shots", "/calibrations/current"):
        assert world.ask("GET", path).status == 404


@shows("chosen-members")
def _(world: World) -> None:
    job, operation = world.run(world.submission())["id"], world.operation("getJob")
    for query in ("include=id", "exclude=status"):
        answer = world.ask("GET", f"/jobs/{job}?{query}")
        is_marked(answer, "chosen-members")
        assert world.checks.answer(operation, 200, answer.json())


@shows("statuses-of-every-server")
def _(world: World) -> None:
    answer = world.ask("POST", "/jobs", world.submission(), **{"content-type": "text/plain"})
    assert answer.status == 415
    submit = next(one for one in world.checks.contract.operations if (one.method, one.path) == ("POST", "/jobs"))
    assert not world.checks.declares(submit, 415)


@shows("refusals-nobody-provoked")
def _(world: World) -> None:
    assert world.ask("GET", "/devices/nothing").status == 404
    assert not world.checks.declares(world.operation("get_device_devices__device_qrn__get"), 404)
    assert world.ask("GET", "/jobs?tags=nothing").status == 400
    assert not world.checks.declares(world.operation("get_all_jobs_jobs_get"), 400)
