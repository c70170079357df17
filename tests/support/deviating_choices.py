"""Scenes of what the emulator chose where no contract says anything."""

from __future__ import annotations

from support.deviating import CIRCUIT, QASM3, World, is_assumed, shows

DEBIASED = {"shots": 500, "input": {**CIRCUIT, "circuit": [{"gate": "x", "target": 0}, {"gate": "h", "target": 1}]}}


@shows("order-of-lists")
def _(world: World) -> None:
    jobs = [world.run(world.submission()) for _ in range(3)]
    listed = is_assumed(world.ask("GET", "/jobs"))
    name, rows = ("jobQrn", listed["data"]) if "data" in listed else ("id", listed["jobs"])
    assert [row[name] for row in rows][:3] == [job[name] for job in reversed(jobs)]


@shows("end-of-cancelled-jobs")
def _(world: World) -> None:
    job = world.run(world.submission())["id"]
    assert is_assumed(world.ask("PUT", f"/jobs/{job}/status/cancel"))["status"] == "canceled"
    assert world.get(f"/jobs/{job}")["status"] == "completed"


@shows("circuits-that-leave")
def _(world: World) -> None:
    circuits = {"gateset": "qis", "qubits": 2, "circuits": [{"circuit": [{"gate": "x", "target": i}]} for i in (0, 1)]}
    several = {"type": "ionq.multi-circuit.v1"} if world.api == "ionq-v0.4" else {}
    world.emulator.hold()
    job, empty = (world.ask("POST", "/jobs", world.submission(input=circuits, **several)).json()["id"] for _ in "ab")
    left, name = (world.get(f"/jobs/{one}") for one in (job, empty)), "child_job_ids" if several else "children"
    kept, lost = (one[name] for one in left)
    for child in (kept[0], *lost):
        world.ask("PUT", f"/jobs/{child}/status/cancel")
    world.emulator.release()
    world.emulator.settle()
    path = "/results/probabilities/aggregated" if several else "/results"
    assert world.get(f"/jobs/{job}{path}") == {kept[1]: {"2": 1}}
    assert [world.get(f"/jobs/{one}")["status"] for one in (job, empty)] == ["completed", "canceled"]


@shows("copies")
def _(world: World) -> None:
    job = world.run(world.submission(name="first"))
    for way in ("clone", "move"):
        copy = is_assumed(world.ask("POST", f"/jobs/{job['id']}/{way}", {}))["id"]
        world.emulator.settle()
        copied = world.get(f"/jobs/{copy}")
        assert (copied["name"], copied["session_id"], copied["status"]) == ("first", None, "completed")


@shows("sessions")
def _(world: World) -> None:
    settings = {"job_count_limit": 1}
    session = is_assumed(world.ask("POST", "/sessions", {"backend": "simulator", "settings": settings}))
    assert session["status"] == "started"
    job = world.run(world.submission(session_id=session["id"]))
    assert world.ask("POST", "/jobs", world.submission(session_id=session["id"])).status == 400
    assert is_assumed(world.ask("GET", f"/sessions/{session['id']}"))["status"] == "ended"
    assert world.get(f"/jobs/{job['id']}")["status"] == "completed"
    assert is_assumed(world.ask("POST", f"/sessions/{session['id']}/end"))["ender_id"] is None
    assert is_assumed(world.ask("GET", "/sessions"))["sessions"]


@shows("prices")
def _(world: World) -> None:
    job = world.run(world.machine(shots=100))
    if world.api == "ionq-v0.3":
        assert is_assumed(world.ask("GET", f"/jobs/{job['id']}"))["cost_usd"] == 12.0
        return
    assert is_assumed(world.ask("GET", f"/jobs/{job['id']}/cost"))["cost"]["value"] == 12.0
    is_assumed(world.ask("GET", "/jobs/estimate?backend=qpu.forte-1"))


@shows("machines")
def _(world: World) -> None:
    if world.api == "ionq-v0.3":
        place = "/characterizations/backends/qpu.aria-1"
        newest = is_assumed(world.ask("GET", f"{place}/current"))
        is_assumed(world.ask("GET", f"/characterizations/{newest['id']}"))
        assert newest in is_assumed(world.ask("GET", place))["characterizations"]
        return
    assert {one["status"] for one in is_assumed(world.ask("GET", "/backends"))} == {"available"}
    machine = is_assumed(world.ask("GET", "/backends/qpu.forte-1"))
    place = "/backends/qpu.forte-1/characterizations"
    newest = is_assumed(world.ask("GET", f"{place}/{machine['characterization_id']}"))
    assert newest in is_assumed(world.ask("GET", place))["characterizations"]


@shows("compilation")
def _(world: World) -> None:
    if world.api == "qbraid-v2":
        job = world.run(world.submission(deviceQrn="aws:iqm:qpu:garnet"))
        compiled = is_assumed(world.ask("GET", f"/jobs/{job['jobQrn']}/compiled-program"))
        assert "OPENQASM 3" in compiled["data"]["data"]
        return
    job = world.run(world.machine(shots=100))
    output = is_assumed(world.ask("GET", f"/jobs/{job['id']}"))["output"]
    assert ("compilation" in output) == (world.contract > "ionq-v0.4@2026-08")


@shows("variants")
def _(world: World) -> None:
    job = world.run(world.machine(**DEBIASED))
    if world.api == "ionq-v0.3":
        assert is_assumed(world.ask("GET", f"/jobs/{job['id']}/results?sharpen=true"))
        return
    for query in ("sharpen=true", "aggregation=average"):
        assert is_assumed(world.ask("GET", f"/jobs/{job['id']}/results/probabilities?{query}"))
    variant = job["output"]["error_mitigation"]["debiasing"]["variants"][0]
    if world.contract == "ionq-v0.4@2026-05-15":
        for kind in ("probabilities", "histogram", "shots"):
            is_assumed(world.ask("GET", f"/jobs/{job['id']}/variants/{variant['variant_id']}/results/{kind}"))
        return
    file = job["results"]["ionq.result.histogram.json.v2"]["id"]
    found = is_assumed(world.ask("GET", f"/jobs/{job['id']}/artifacts/{file}"))
    assert max(found["histogram"]["registers"]["output_all"].items(), key=lambda one: one[1])[0][-1] == "1"


@shows("list-of-one-circuit")
def _(world: World) -> None:
    job = world.run(
        world.submission(input={"gateset": "qis", "qubits": 2, "circuits": [{"circuit": CIRCUIT["circuit"]}]})
    )
    assert is_assumed(world.ask("GET", f"/jobs/{job['id']}/results")) == {"1": 1.0}


@shows("reports")
def _(world: World) -> None:
    world.run(world.submission())
    place = World(world.emulator, "ionq-v0.4@2026-10-01", world.key).get("/sessions")["organization_id"]
    if world.api == "ionq-v0.3":
        assert is_assumed(world.ask("GET", f"/report/organizations/{place}"))["members"][0]["jobs"] >= 1
        return
    query = "group_by=job&modality=weekly&start_date=1970-01-01&end_date=2200-01-01"
    report = is_assumed(world.ask("GET", f"/organizations/{place}/usage?{query}"))
    assert report["job_count"] >= 1


@shows("credits")
def _(world: World) -> None:
    job = world.run(world.submission(deviceQrn="aws:aqt:qpu:ibex-q1"))["jobQrn"]
    for path in (f"/jobs/{job}", f"/jobs/{job}/result", "/jobs/summary", "/devices", "/devices/aws:aqt:qpu:ibex-q1"):
        is_assumed(world.ask("GET", path))
    estimate = is_assumed(world.ask("GET", "/jobs/cost-estimate?deviceQrn=aws:aqt:qpu:ibex-q1&shots=20"))
    cost = estimate["data"]["estimatedCost"]
    balance = is_assumed(world.ask("GET", "/billing/credits/balance"))
    assert balance["data"]["qbraidCredits"] <= 100_000 - cost < 100_000


@shows("calibrations")
def _(world: World) -> None:
    assert is_assumed(world.ask("GET", "/devices/aws:iqm:qpu:garnet/calibrations"))["data"]["qubits"]


@shows("groups")
def _(world: World) -> None:
    group = is_assumed(world.ask("POST", "/jobs/group", {"name": "ours"}))["data"]
    assert (group["name"], group["status"]) == ("ours", "OPEN")
    place = f"/jobs/group/{group['groupJobQrn']}"
    world.run(world.submission(groupJobQrn=group["groupJobQrn"]))
    for path in (place, f"{place}/jobs", "/jobs/group"):
        is_assumed(world.ask("GET", path))
    other = is_assumed(world.ask("POST", "/jobs/group", {"name": "other"}))["data"]["groupJobQrn"]
    assert is_assumed(world.ask("POST", f"/jobs/group/{other}/close"))["data"]["status"] == "CLOSED"


@shows("batches")
def _(world: World) -> None:
    programs = [{"format": "qasm3", "data": text} for text in (QASM3, QASM3.replace("x q[0]", "x q[1]"))]
    body = world.submission(deviceQrn="qbraid:equal1:sim:bell-1", program=programs)
    if world.contract == "qbraid-v2@2026-02-08":
        is_assumed(world.ask("POST", "/jobs", body))
    job = world.run(body)["jobQrn"]
    found = is_assumed(world.ask("GET", f"/jobs/{job}/result?includeMeasurements=true"))["data"]["results"]
    assert [list(one["resultData"]["measurementCounts"]) for one in found] == [["01"], ["10"]]
    assert len(found[0]["resultData"]["measurements"]) == 20
