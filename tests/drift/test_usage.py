"""Whether given code uses what changed: told from reading it, and never claimed when it cannot be told."""

from __future__ import annotations

import contextlib
import copy
import json
import time
from importlib import resources
from pathlib import Path

import pytest
import qcontract
from qcontract import Batch, Circuit, IonQ, QBraid
from qcontract.apis.binding import Bound
from qcontract.clients.sync import Backends, Jobs
from qcontract.contract.source import Spec, open_spec
from qcontract.drift import compare
from qcontract.drift.impact import uses, with_usage
from qcontract.drift.impact.usage.wrapper import performed
from qcontract.emulator import Emulator
from qcontract.errors import APIError, ConfigurationError, SpendingRefused

PACKAGE = "ionq_v0_4_2026_10_01"
WRAPPER = Path(qcontract.__file__).parent
JOBS = "/jobs"


@pytest.fixture(scope="module")
def document():
    text = resources.files(f"qcontract_api.{PACKAGE}").joinpath("openapi.json").read_text("utf-8")
    return json.loads(text)


@pytest.fixture
def used(document, tmp_path):
    """Whether a program uses what a planted change concerns."""

    def judge(code, change, client="sdk"):
        program = tmp_path / "program.py"
        program.write_text(code, "utf-8")
        new = copy.deepcopy(document)
        change(new)
        before, after = Spec.of(document, "old"), Spec.of(new, "new")
        report = with_usage(compare(before, after, client), before, after, [program])
        assert report.findings
        answers = {each.used for each in report.findings}
        assert len(answers) == 1, [(each.rule, each.used) for each in report.findings]
        return answers.pop()

    return judge


def drop_property(name, of="Backend"):
    def change(it):
        schema = it["components"]["schemas"][of]
        del schema["properties"][name]
        if name in schema.get("required", ()):
            schema["required"].remove(name)

    return change


def rename_operation(path, name):
    def change(it):
        it["paths"][path]["get"]["operationId"] = name

    return change


def need_argument(it):
    where = {"name": "region", "in": "query", "required": True, "schema": {"type": "string"}}
    it["paths"][JOBS]["get"]["parameters"].append(where)


def drop_status(it):
    it["components"]["schemas"]["JobStatus"]["enum"].remove("canceled")


LIST = f"from qcontract_api.{PACKAGE}.api.default import get_jobs\npage = get_jobs.sync(client=client, limit=3)\n"
BACKENDS = f"from qcontract_api.{PACKAGE}.api.backends import get_backends\nall = get_backends.sync(client=client)\n"
WRAPPED = "from qcontract import IonQ\nwith IonQ({api}) as ionq:\n    found = ionq.{call}\n"


@pytest.mark.parametrize(
    ("code", "change", "expected"),
    [
        (LIST, rename_operation(JOBS, "listJobs"), True),
        (BACKENDS, rename_operation(JOBS, "listJobs"), False),
        (
            f"import qcontract_api.{PACKAGE}.api.default.get_jobs as g\ng.sync()",
            rename_operation(JOBS, "listJobs"),
            True,
        ),
        (f"from qcontract_api.{PACKAGE} import api\napi.default.get_jobs.sync()", rename_operation(JOBS, "list"), True),
        (f"import qcontract_api.{PACKAGE}.api as a\na.default.get_jobs.sync()", rename_operation(JOBS, "list"), True),
        ("print('get_jobs')", rename_operation(JOBS, "listJobs"), None),
        (LIST, need_argument, True),
        (BACKENDS, need_argument, False),
        (BACKENDS + "print(all[0].average_queue_time)", drop_property("average_queue_time"), True),
        (BACKENDS + "print(all[0].status)", drop_property("average_queue_time"), False),
        (BACKENDS + "print(all[0].to_dict())", drop_property("average_queue_time"), None),
        (BACKENDS + "print(getattr(all[0], name))", drop_property("average_queue_time"), None),
        (BACKENDS + "print(getattr(all[0], 'qubits'))", drop_property("average_queue_time"), False),
        (
            BACKENDS + "match all[0]:\n    case Backend(average_queue_time=t): pass",
            drop_property("average_queue_time"),
            True,
        ),
        (LIST + "print(page.jobs[0].average_queue_time)", drop_property("average_queue_time"), False),
        (WRAPPED.format(api="", call="backends.list()"), drop_property("average_queue_time"), True),
        (WRAPPED.format(api="", call="jobs.get(id)"), drop_property("average_queue_time"), False),
        (WRAPPED.format(api="", call="jobs"), drop_property("average_queue_time"), False),
        (WRAPPED.format(api="", call="backends"), drop_property("average_queue_time"), True),
        (WRAPPED.format(api="", call="backends.list()[0].raw['degraded']"), drop_property("degraded"), True),
        (WRAPPED.format(api="", call="backends.list()[0].raw['qubits']"), drop_property("degraded"), False),
        (WRAPPED.format(api="", call="backends.list()[0].raw.get('qubits')"), drop_property("degraded"), False),
        (WRAPPED.format(api="", call="backends.list()[0].raw[name]"), drop_property("degraded"), None),
        (WRAPPED.format(api="", call="backends.list()[0].generated"), drop_property("degraded"), None),
        (WRAPPED.format(api="", call="jobs.list()"), need_argument, True),
        (WRAPPED.format(api="'v0.4'", call="jobs.list()"), need_argument, True),
        (WRAPPED.format(api="", call="jobs.get(id)"), need_argument, False),
        ("def f(client):\n    return client.jobs.list()", need_argument, None),
    ],
)
def test_a_planted_change_is_used_or_not(used, code, change, expected):
    assert used(code, change) is expected


def test_an_enumeration_is_used_through_its_members_values_and_holders(used):
    models = f"from qcontract_api.{PACKAGE}.models import JobStatus\n"
    assert used(LIST + models + "get_jobs.sync(status=JobStatus.CANCELED)", drop_status) is True
    assert used(LIST + "get_jobs.sync(status='canceled')", drop_status) is True


def test_text_and_levels_do_not_change_silently(document, tmp_path):
    (tmp_path / "program.py").write_text(BACKENDS, "utf-8")
    new = copy.deepcopy(document)
    drop_property("average_queue_time")(new)
    before, after = Spec.of(document, "old"), Spec.of(new, "new")
    plain = compare(before, after, "sdk")
    told = with_usage(plain, before, after, [tmp_path])
    assert [each.level for each in told.findings] == [each.level for each in plain.findings]
    assert told.verdict == plain.verdict
    assert told.notes[-1] == f"use was looked for in {tmp_path}: 1 files, 1 of them name the client"


def test_names_in_files_that_have_nothing_to_do_with_the_client_do_not_count(document, tmp_path):
    (tmp_path / "program.py").write_text(BACKENDS + "from helper import show\nshow(all)", "utf-8")
    (tmp_path / "stranger.py").write_text("print(x.average_queue_time)", "utf-8")
    assert not uses([tmp_path], Spec.of(document)).has("average_queue_time")
    (tmp_path / "helper.py").write_text("def show(all):\n    print(all[0].average_queue_time)", "utf-8")
    assert uses([tmp_path], Spec.of(document)).has("average_queue_time")


def test_a_caller_counts_however_far_away(document, tmp_path):
    package = tmp_path / "work"
    package.mkdir()
    (package / "__init__.py").write_text("", "utf-8")
    (package / "client.py").write_text(BACKENDS, "utf-8")
    (package / "middle.py").write_text("from .client import all as machines", "utf-8")
    (tmp_path / "main.py").write_text("import work.middle\nprint(work.middle.machines[0].degraded)", "utf-8")
    assert uses([tmp_path], Spec.of(document)).has("degraded")


def test_our_own_wrapper_reads_what_it_reads():
    old, new = (open_spec(f"ionq-v0.4@2026-{day}") for day in ("05-15", "10-01"))
    report = compare(old, new, "sdk")
    start = time.perf_counter()
    told = with_usage(report, old, new, [WRAPPER / "apis"])
    assert time.perf_counter() - start < 5, "a second is the aim; the machine may be busy"
    by_value = {(each.rule, each.subject.value): each.used for each in told.findings}
    assert by_value["property-removed-required", "cost_unit"] is True
    assert by_value["property-removed-required", "rate_information"] is False
    assert by_value["property-removed", "compilation"] is False
    assert by_value["component-removed", "CostModel"] is False
    removed = {each.operations[0]: each.used for each in told.findings if each.rule == "operation-removed"}
    assert set(removed.values()) == {False}
    assert len(removed) == 4


def test_a_package_of_ones_own_is_recognised_and_is_no_use_of_itself(document, tmp_path):
    package = tmp_path / "clients" / "toy"
    for folder in ("api/default", "models"):
        (package / folder).mkdir(parents=True)
    for name in ("openapi.json", "client.py", "api/default/get_jobs.py"):
        (package / name).write_text(f"# {PACKAGE}\nfrom qcontract_api.{PACKAGE}.api.default import get_jobs", "utf-8")
    assert not uses([tmp_path], Spec.of(document)).mentions.functions
    (tmp_path / "program.py").write_text("from clients.toy.api.default import get_jobs", "utf-8")
    assert uses([tmp_path], Spec.of(document)).mentions.functions == {("toy", "default.get_jobs")}


def test_a_newer_client_is_not_the_old_one(tmp_path):
    program = tmp_path / "program.py"
    program.write_text(LIST, "utf-8")
    assert not uses([program], open_spec("ionq-v0.4@2026-05-15")).mentions.functions
    assert uses([program], open_spec("ionq-v0.4@2026-10-01")).mentions.functions
    assert uses([program], open_spec("ionq-v0.4@2026-04-08")).mentions.functions, (
        "without a package any of the API is meant"
    )


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("old.py", b"print 'ionq_v0_4_2026_10_01'", "no Python of this version"),
        ("binary.py", b"\x00\x01 ionq_v0_4_2026_10_01", "no Python of this version"),
        ("latin.py", b"x = '\xe9' # ionq_v0_4_2026_10_01", "no Python of this version"),
        ("deep.py", b"x = " + b"(" * 5000 + b"'ionq_v0_4_2026_10_01'" + b")" * 5000, "no Python of this version"),
        ("minus.py", b"x = " + b"-" * 100_000 + b"1 # ionq_v0_4_2026_10_01", "no Python of this version"),
        ("notes.ipynb", b"{ionq_v0_4_2026_10_01", ""),
        ("large.py", b"#" * 4_000_001, "was not read: it has 4000001 bytes"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_named_and_nothing_is_claimed(document, tmp_path, name, content, reason):
    (tmp_path / name).write_bytes(content)
    found = uses([tmp_path], Spec.of(document))
    if reason:
        assert reason in found.notes[0]
        assert name in found.notes[0]
    assert found.is_dynamic is ("Python" in reason)


def test_notebooks_are_read_without_their_magic(document, tmp_path):
    cells = [
        {"cell_type": "markdown", "source": ["from qcontract_api import nothing"]},
        {"cell_type": "code", "source": ["%pip install qcontract\n", LIST]},
        {"cell_type": "code", "source": "!ls\npage.jobs"},
        {"cell_type": "code"},
        7,
    ]
    (tmp_path / "notes.ipynb").write_text(json.dumps({"cells": cells}), "utf-8")
    found = uses([tmp_path], Spec.of(document))
    assert found.notes == ()
    assert found.mentions.functions == {(PACKAGE, "default.get_jobs")}


def test_loops_hidden_folders_and_environments_are_passed_by(document, tmp_path):
    (tmp_path / "program.py").write_text(LIST, "utf-8")
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "twin.py").symlink_to(tmp_path / "program.py")
    (tmp_path / "gone.py").symlink_to(tmp_path / "nowhere.py")
    for folder in (".hidden", "node_modules", "env"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.py").write_text("print(", "utf-8")
    (tmp_path / "env" / "pyvenv.cfg").touch()
    found = uses([tmp_path, tmp_path / "program.py"], Spec.of(document))
    assert found.files == 1
    assert [note for note in found.notes if "gone.py" not in note] == []


@pytest.mark.parametrize("path", ["nowhere", "a\x00b", "x" * 5000])
def test_a_path_that_is_not_there_is_an_error(document, path):
    with pytest.raises(ConfigurationError, match="there is no"):
        uses([path], Spec.of(document))


ONE = Circuit(1).h(0)
PRICED = {"ionq-v0.3": "qpu.harmony", "ionq-v0.4": "qpu.forte-1", "qbraid-v2": "aws:iqm:qpu:garnet"}


def scripts(client, api):
    """Every method of a client, with every kind of argument that makes it ask for another operation."""
    free, ended, other, *more = (client.jobs.submit(ONE) for _ in range(7))
    batch = [] if api == "qbraid-v2" else [client.jobs.submit(Batch((ONE, ONE))).id]
    name = client.backends.list()[0].name
    return {
        "jobs.submit": [
            lambda: client.jobs.submit(ONE),
            lambda: client.jobs.submit(ONE, backend=PRICED[api], max_cost=0),
        ],
        "jobs.get": [lambda: client.jobs.get(free)],
        "jobs.wait": [lambda: client.jobs.wait(free)],
        "jobs.result": [lambda job=job: client.jobs.result(job) for job in (free.id, *batch)],
        "jobs.list": [lambda: list(client.jobs.list(page_size=2))],
        "jobs.pages": [lambda: list(client.jobs.pages())],
        "jobs.cancel": [lambda: client.jobs.cancel(ended), lambda: client.jobs.cancel(*more[:2])],
        "jobs.delete": [lambda: client.jobs.delete(other), lambda: client.jobs.delete(*more[2:])],
        "backends.list": [client.backends.list],
        "backends.get": [lambda: client.backends.get(name)],
    }


@pytest.mark.parametrize(("api", "make"), [("ionq-v0.3", IonQ), ("ionq-v0.4", IonQ), ("qbraid-v2", QBraid)])
def test_the_table_of_the_wrappers_operations_is_what_its_methods_do(api, make, monkeypatch):
    asked = []
    call = Bound.call
    monkeypatch.setattr(Bound, "call", lambda bound, *a, **k: asked.append(bound.operation) or call(bound, *a, **k))
    vendor, _, version = api.partition("-")
    with (
        Emulator() as emulator,
        make(version, key="test-key", base_url=emulator.base_url(api), transport=emulator.transport()) as client,
    ):
        for method, calls in scripts(client, api).items():
            asked.clear()
            for each in calls:
                with contextlib.suppress(APIError, SpendingRefused):
                    each()
            done = {operation.split(" ", 1)[1] for operation in asked}
            assert done == performed([(vendor, version)], [method], api), method


def test_every_public_method_is_in_the_table():
    for group, made in (("jobs", Jobs), ("backends", Backends)):
        for name in (name for name in vars(made) if not name.startswith("_")):
            assert performed([("ionq", "")], [f"{group}.{name}"], ""), f"{group}.{name}"


def test_clients_speak_their_own_api_only():
    assert performed([("ionq", "v0.3")], ["jobs.get"], "ionq-v0.4") == set()
    assert performed([("ionq", "ionq-v0.3@2026-05-06")], ["jobs.get"], "ionq-v0.3") == {"getJob"}
    assert performed([("ionq", "*")], ["jobs.get"], "") == {"getJob", "GetJob"}
    assert performed([("qbraid", "")], ["backends.?"], "ionq-v0.4") == set()
