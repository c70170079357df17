"""The emulator's page in a browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from math import pi
from pathlib import Path
from typing import Any

import pytest
from qcontract.emulator import Emulator, Request, Server, serve

pytestmark = pytest.mark.heavy

Open = Callable[..., Any]

HOSTILE = "</script><img src=x onerror=alert(1)>\u202etxt.\u0007 ${alert(2)}"
BELL = [{"gate": "h", "target": 0}, {"gate": "cnot", "control": 0, "target": 1}]
EVERY_SHAPE = [
    {"gate": "h", "targets": [0, 2]},
    {"gate": "x", "controls": [0, 1], "target": 2},
    {"gate": "ry", "rotation": pi / 3, "target": 3},
    {"gate": "swap", "targets": [1, 3]},
    {"gate": "zz", "rotation": pi / 4, "targets": [0, 2]},
    {"gate": "t", "target": 1},
]


def submit(emulator: Emulator, circuit: object = BELL, qubits: int = 2, **members: object) -> str:
    input_ = {"gateset": "qis", "qubits": qubits, "circuit": circuit}
    return send(emulator, {"type": "ionq.circuit.v1", "backend": "simulator", "input": input_, **members})


def send(emulator: Emulator, body: object, path: str = "/v0.4/jobs") -> str:
    headers = {"authorization": "apiKey test-key", "x-api-key": "test-key", "content-type": "application/json"}
    answer = emulator.handle(Request("POST", path, "", headers, json.dumps(body).encode()))
    assert answer.status in (200, 201), answer.body
    content = answer.json()
    return str(content["id"] if "id" in content else content["data"]["jobQrn"])


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator(seed=7, lifecycle="stepped") as started:
        yield started


@pytest.fixture
def server(emulator: Emulator) -> Iterator[Server]:
    with serve(emulator) as running:
        yield running


@pytest.fixture
def look(chromium: Any, server: Server, complaints: list[str]) -> Iterator[Open]:
    """Open the page; what it complains about, and every request that leaves the server, fails the test."""
    contexts: list[Any] = []

    def open_page(**options: Any) -> Any:
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 960}, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda one: one.url.startswith((server.origin, "data:")) or complaints.append(one.url))
        page.goto(server.origin)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def test_without_jobs_it_says_how_to_send_one(look: Open, server: Server, emulator: Emulator, artefacts: Path) -> None:
    page = look()
    page.get_by_role("heading", name="No jobs yet").wait_for()
    assert server.base_url("ionq-v0.4") in page.locator("#chosen pre").inner_text()
    assert server.base_url("qbraid-v2") in page.locator("#chosen table").inner_text()
    page.screenshot(path=artefacts / "emulator-empty.png")
    submit(emulator, name="the first")
    page.get_by_role("heading", name="the first").wait_for()
    emulator.reset()
    page.get_by_role("heading", name="No jobs yet").wait_for()


def test_a_job_is_followed_from_its_first_state_to_its_histogram(
    look: Open, emulator: Emulator, artefacts: Path
) -> None:
    job = submit(emulator, EVERY_SHAPE, 4, name="every shape", shots=1000, noise={"model": "aria-1"})
    page = look()
    chosen = page.locator("#chosen")
    for state in ("ready", "running"):
        chosen.get_by_role("button", name="Step", exact=True).click()
        chosen.locator(".badge", has_text=state).wait_for()
    assert not chosen.locator(".histogram").count()
    emulator.step(job)
    chosen.locator(".histogram").wait_for()
    assert chosen.locator(".states .reached").count() == 4
    assert "rightmost" in chosen.inner_text()
    picture = chosen.get_by_role("img")
    assert picture.get_attribute("aria-label").startswith("Circuit of 4 qubits: h on 0, 2; x on 2;")
    assert chosen.locator("svg .dot").count() == 2
    assert not chosen.get_by_role("button", name="Step", exact=True).count()
    assert page.locator("#jobs .status").inner_text() == "completed"
    page.screenshot(path=artefacts / "emulator-job.png")


def test_bits_and_bars_are_those_of_the_job(look: Open, emulator: Emulator) -> None:
    submit(emulator, [{"gate": "x", "target": 0}, {"gate": "ry", "rotation": pi / 3, "target": 2}], 3)
    emulator.step(to="completed")
    page = look()
    rows = page.locator(".histogram li")
    rows.first.wait_for()
    assert [row.split() for row in rows.all_inner_texts()] == [["001", "75.00", "%"], ["101", "25.00", "%"]]
    widths = [rows.nth(i).locator("i").bounding_box()["width"] for i in (0, 1)]
    assert widths[0] / widths[1] == pytest.approx(3, abs=0.1)


def test_hostile_names_are_only_names(look: Open, emulator: Emulator) -> None:
    submit(emulator, [{"gate": HOSTILE, "target": 0}], name=HOSTILE, metadata={HOSTILE: HOSTILE})
    job = submit(emulator, name="other")
    emulator.control.core.conductor.fail(job, "<b>code</b>", HOSTILE)  # a code that no vendor has
    page = look()
    page.locator(".failure").wait_for()
    assert "onerror=alert(1)" in page.locator(".failure").inner_text()
    page.get_by_role("option").nth(1).click()
    page.get_by_role("heading", level=2, name="onerror").wait_for()
    shown = page.locator("#chosen h2").inner_text()
    assert shown == HOSTILE.replace("\u202e", "\\u202e").replace("\u0007", "\\u0007")
    page.locator("summary").click()
    assert page.locator("img, #chosen b b, #chosen script").count() == 0


def test_the_keyboard_is_enough(look: Open, emulator: Emulator) -> None:
    for number in range(12):
        submit(emulator, name=f"job {number}")
    page = look()
    page.get_by_role("heading", name="job 11").wait_for()
    page.keyboard.press("/")
    page.keyboard.type("JOB 1")
    page.get_by_role("status").get_by_text("3 of 12", exact=True).wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    page.get_by_role("heading", level=2, name="job 1", exact=True).wait_for()
    page.keyboard.press("ArrowUp")
    page.get_by_role("heading", level=2, name="job 10").wait_for()
    chosen = page.locator("#jobs").get_attribute("aria-activedescendant")
    assert page.locator(f"#{chosen} .name").inner_text() == "job 10"
    step = page.get_by_role("button", name="Step", exact=True)
    step.focus()
    page.keyboard.press("Enter")
    page.locator("#chosen .badge", has_text="ready").wait_for()
    assert step.evaluate("button => button === document.activeElement")


def test_jobs_are_held_released_and_failed_and_time_passes(look: Open, emulator: Emulator) -> None:
    emulator.set_lifecycle("timed")
    emulator.clock.freeze()
    submit(emulator, name="held")
    page = look()
    page.get_by_role("button", name="Hold").click()
    page.get_by_role("button", name="Release").wait_for()
    page.get_by_label("Advance").fill("30")
    page.get_by_role("button", name="Advance the clock").click()
    assert page.locator("#chosen .badge").inner_text() == "submitted"
    page.get_by_role("button", name="Release").click()
    page.locator("#chosen .badge", has_text="ready").wait_for()
    page.get_by_role("button", name="Fail").click()
    page.locator("#chosen .badge", has_text="failed").wait_for()
    assert [job["status"] for job in emulator.jobs()] == ["failed"]


def test_faults_circuits_of_one_job_and_programs(look: Open, emulator: Emulator, artefacts: Path) -> None:
    program = 'OPENQASM 3.0;\ninclude "stdgates.inc";\nqubit[2] q;\nbit[2] c;\nh q[0];\ncx q[0], q[1];\nc = measure q;'
    qbraid = {"shots": 50, "deviceQrn": "qbraid:qbraid:sim:qir-sv", "program": {"format": "qasm3", "data": program}}
    send(emulator, {"name": "bell on qBraid", **qbraid}, "/api/v1/jobs")
    several = {"gateset": "qis", "qubits": 2, "circuits": [{"circuit": BELL}, {"circuit": BELL[:1]}]}
    send(emulator, {"type": "ionq.multi-circuit.v1", "backend": "simulator", "name": "two circuits", "input": several})
    emulator.step(to="completed")
    emulator.fault("rate-limit", operation="GetJob", retry_after=3)
    page = look(color_scheme="dark")
    page.get_by_role("button", name="Circuit 2").click()
    page.locator(".histogram", has_text="01").wait_for()
    assert [text.split()[0] for text in page.locator(".histogram li").all_inner_texts()] == ["00", "01"]
    assert "operation=GetJob" in page.get_by_role("list", name="Faults that are set").inner_text()
    page.screenshot(path=artefacts / "emulator-dark.png")
    page.get_by_role("option", name="bell on qBraid").click()
    page.locator("#chosen pre", has_text="OPENQASM 3.0;\ninclude").first.wait_for()


def test_only_what_changed_is_drawn_and_only_while_it_is_seen(look: Open, emulator: Emulator) -> None:
    submit(emulator)
    page = look()
    page.locator("#chosen svg").wait_for()
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.evaluate(
        "() => { window.changes = 0; new MutationObserver((all) => (window.changes += all.length))"
        ".observe(document.querySelector('main'), {subtree: true, childList: true, attributes: true}) }"
    )
    page.wait_for_timeout(2300)
    assert page.evaluate("window.changes") == 0
    assert asked
    page.evaluate(
        "() => { Object.defineProperty(document, 'visibilityState', {get: () => 'hidden'});"
        " document.dispatchEvent(new Event('visibilitychange')) }"
    )
    page.wait_for_timeout(200)
    asked.clear()
    page.wait_for_timeout(1500)
    assert asked == []


def test_ten_thousand_jobs(look: Open, emulator: Emulator) -> None:
    emulator.start()
    store = emulator.control.core.store
    submit(emulator, name="model")
    (shown,) = emulator.jobs()
    with store._db.transaction() as db:
        db.execute(
            "INSERT INTO jobs (id, vendor, project, backend, status, submitted, draft) WITH RECURSIVE n(i) AS"
            " (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) SELECT 'job-' || i, 'ionq', ?, 'simulator',"
            " 'canceled', ?, (SELECT draft FROM jobs) FROM n",
            (shown["project"], shown["submitted"]),
        )
    page = look()
    page.get_by_role("status").get_by_text("newest 500 of 10,001", exact=True).wait_for()
    page.locator("#words").fill("job-77 model")
    page.get_by_role("status").get_by_text("111 of 10,001", exact=True).wait_for()
    assert page.get_by_role("option").count() == 111


def test_a_token_is_asked_for_and_only_remembered_by_the_page(
    look: Open, emulator: Emulator, complaints: list[str]
) -> None:
    emulator.control.token = "t0ken-for-tests"
    job = submit(emulator, name="guarded")
    page = look()
    field = page.get_by_label("control token")
    field.fill("wrong")
    field.press("Enter")
    page.get_by_role("alert").get_by_text("not the token").wait_for()
    assert "guarded" not in page.content()
    field.fill("t0ken-for-tests")
    field.press("Enter")
    page.get_by_role("heading", name="guarded").wait_for()
    page.get_by_role("button", name="Step", exact=True).click()
    page.locator("#chosen .badge", has_text="ready").wait_for()
    assert emulator.jobs()[0]["id"] == job
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, location.search]") == [
        0,
        0,
        "",
        "",
    ]
    page.reload()
    field.wait_for()
    assert all("401" in text for text in complaints)
    complaints.clear()


@pytest.mark.parametrize("width", [390, 1280])
def test_it_fits_narrow_windows(look: Open, emulator: Emulator, artefacts: Path, width: int) -> None:
    submit(emulator, EVERY_SHAPE, 4, name="a name that is long " * 10)
    emulator.step(to="completed")
    page = look(viewport={"width": width, "height": 900})
    page.locator(".histogram").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.screenshot(path=artefacts / f"emulator-{width}.png", full_page=True)
