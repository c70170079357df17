"""What a change of a contract does to the generated client: the exact names, and breaks that no message shows."""

from __future__ import annotations

import copy
import importlib
import json
import re
from importlib import resources

import pytest
from qcontract.contract.source import Spec, open_spec
from qcontract.drift import compare
from qcontract.drift.impact import with_impact
from qcontract.findings import documents, rules

PACKAGE = "ionq_v0_4_2026_10_01"
JOBS, JOB = "/jobs", "/jobs/{UUID}"


@pytest.fixture
def document():
    text = resources.files(f"qcontract_api.{PACKAGE}").joinpath("openapi.json").read_text("utf-8")
    return json.loads(text)


def effects(old, new, client="sdk"):
    """Rule, value and, of answers, direction of every finding; its level, and what it does."""
    before, after = Spec.of(old, "old"), Spec.of(new, "new")
    report = with_impact(compare(before, after, client), before, after)
    found = {(each.rule, str(each.subject.value), each.subject.direction): each for each in report.findings}
    assert len(found) == len(report.findings)
    return {key[:2] if key[2] != "response" else key: (each.level, each.impact) for key, each in found.items()}


def plant(document, change):
    planted = copy.deepcopy(document)
    change(planted)
    return planted


def one(found):
    assert len(found) == 1, found
    return next(iter(found.items()))


def test_another_operation_id(document):
    def change(it):
        it["paths"]["/backends"]["get"]["operationId"] = "listBackends"

    (rule, *_), (level, impact) = one(effects(document, plant(document, change)))
    assert (rule, level) == ("operation-id-changed", "breaking")
    assert impact[0] == "api.backends.get_backends is called api.backends.list_backends"
    assert "models.GetBackendsResponse" not in " ".join(impact)


def test_another_operation_id_renames_the_classes_inside_and_that_is_one_finding(document):
    def change(it):
        it["paths"][JOBS]["get"]["operationId"] = "listJobs"

    found = effects(document, plant(document, change))
    (rule, *_), (_, impact) = one(found)
    assert rule == "operation-id-changed"
    assert "api.default.get_jobs is called api.default.list_jobs" in impact


def test_another_tag(document):
    def change(it):
        it["paths"]["/backends"]["get"]["tags"] = ["machines"]

    (rule, *_), (level, impact) = one(effects(document, plant(document, change)))
    assert (rule, level) == ("operation-tags-changed", "breaking")
    assert impact == ("api.backends.get_backends is called api.machines.get_backends",)


def test_a_property_is_gone(document):
    def change(it):
        del it["components"]["schemas"]["Backend"]["properties"]["average_queue_time"]
        it["components"]["schemas"]["Backend"]["required"].remove("average_queue_time")

    before = copy.deepcopy(document)
    required = before["components"]["schemas"]["Backend"]["required"]
    if "average_queue_time" not in required:
        required.append("average_queue_time")
    found = effects(before, plant(before, change))
    (rule, value, *_), (level, impact) = one(found)
    assert (rule, value, level) == ("property-removed-required", "average_queue_time", "breaking")
    assert impact == ("models.Backend.average_queue_time is gone",)


def test_a_new_argument_that_must_be_given(document):
    def change(it):
        where = {"name": "from", "in": "query", "required": True, "schema": {"type": "string"}}
        it["paths"][JOBS]["get"].setdefault("parameters", []).append(where)

    found = effects(document, plant(document, change))
    (_, (level, impact)) = one(found)
    assert level == "breaking"
    assert impact == ("api.default.get_jobs(from_) is new and must be given",)


def test_a_member_of_an_enumeration_is_gone(document):
    def change(it):
        it["components"]["schemas"]["JobStatus"]["enum"].remove("canceled")

    found = effects(document, plant(document, change))
    assert {impact for _, impact in found.values()} == {("models.JobStatus.CANCELED is gone",)}
    assert {level for level, _ in found.values()} >= {"breaking"}, "a filter by that status is refused"


def test_a_component_with_another_name(document):
    text = json.dumps(document).replace("schemas/JobStatus", "schemas/StatusOfJob")
    new = json.loads(text)
    new["components"]["schemas"]["StatusOfJob"] = new["components"]["schemas"].pop("JobStatus")
    (rule, *_), (level, impact) = one(effects(document, new))
    assert (rule, level, impact) == (
        "component-renamed",
        "breaking",
        ("models.JobStatus is called models.StatusOfJob",),
    )


def test_what_may_be_left_out_now(document):
    def change(it):
        it["components"]["schemas"]["Backend"]["required"].remove("status")

    (rule, value, *_), (level, impact) = one(effects(document, plant(document, change)))
    assert (rule, value, level) == ("property-became-optional", "status", "breaking")
    assert impact == ("models.Backend.status may be UNSET now",)


def test_a_constraint_changes_no_code_and_still_names_it(document):
    def change(it):
        it["components"]["schemas"]["CircuitJobCreationPayload"]["properties"]["name"] = {
            "type": "string",
            "maxLength": 3,
        }

    found = effects(document, plant(document, change))
    _, (_, impact) = one(found)
    assert impact == ("the generated client stays as it is (models.CircuitJobCreationPayload.name)",)


def test_changes_at_a_shared_error_name_only_the_operations_of_the_finding(document):
    def change(it):
        it["paths"]["/whoami"]["get"]["responses"]["418"] = {"$ref": "#/components/responses/Error"}

    document["components"].setdefault("responses", {})["Error"] = {"description": "no"}
    document["paths"]["/backends"]["get"]["responses"]["418"] = {"$ref": "#/components/responses/Error"}
    _, (_, impact) = one(effects(document, plant(document, change)))
    assert impact == ("the generated client stays as it is (api.whoami.get_whoami)",)


@pytest.mark.parametrize("rule", [rule for rule in rules() if rule.area == "generated"], ids=lambda rule: rule.id)
def test_the_example_of_a_rule_breaks_generated_code_and_nothing_on_the_wire(rule):
    old, new = (Spec.of(document) for document in documents(rule.example))
    levels = {client: compare(old, new, client) for client in ("wire", "sdk", "strict")}
    assert levels["wire"].verdict != "breaking"
    for client in ("sdk", "strict"):
        found = [each for each in levels[client].findings if each.rule == rule.id]
        assert {each.level for each in found} == {"breaking"}
        assert found[0].impact
        assert found[0].operations


def test_ids_do_not_depend_on_the_names_of_path_parameters():
    old, new = (
        document for rule in rules() if rule.id == "generated-function-renamed" for document in documents(rule.example)
    )
    (path,) = old["paths"]
    for document in (old, new):
        assert list(document["paths"])
    report = compare(Spec.of(old), Spec.of(new), "sdk")
    found = next(each for each in report.findings if each.rule == "generated-function-renamed")
    assert "{}" in found.subject.pointer
    assert path.strip("/").split("{")[1].rstrip("}") not in found.subject.pointer


def test_a_break_that_a_finding_says_already_is_not_said_twice(document):
    def change(it):
        del it["paths"]["/whoami"]

    found = effects(document, plant(document, change))
    assert [rule for rule, *_ in found if rule.startswith("generated")] == []


def test_the_views_are_nested_on_the_real_pair_and_the_report_is_the_same_every_time():
    old, new = (open_spec(f"ionq-v0.4@2026-{day}") for day in ("05-15", "10-01"))
    broken = [
        {each.fingerprint for each in compare(old, new, client).at_least("breaking")} for client in ("wire", "sdk")
    ]
    assert broken[0] < broken[1]
    once, again = (with_impact(compare(old, new, "sdk"), old, new) for _ in range(2))
    assert once.to_json() == again.to_json()
    assert with_impact(once, old, new).to_json() == once.to_json()


def exists(package, sentence):
    """Whether the element that a sentence names is in a generated package."""
    home, _, part = sentence.split()[0].removesuffix(")").partition("(")
    names = home.split(".")
    if names[0] == "api":
        try:
            module = importlib.import_module(f"qcontract_api.{package}.{home}")
        except ModuleNotFoundError:
            return False
        return not part or part in module.sync.__annotations__
    models = importlib.import_module(f"qcontract_api.{package}.models")
    if names[1] not in models.__all__:
        return False
    made = getattr(models, names[1])
    known = {each.name for each in getattr(made, "__attrs_attrs__", ())} or set(getattr(made, "__members__", ()))
    return len(names) == 2 or names[2] in known


def named_as_unchanged(sentence):
    """The elements in the brackets of the sentence that nothing changes."""
    head, _, names = sentence.partition("the generated client stays as it is (")
    return [] if head or not names else re.sub(r" and \d+ more", "", names[:-1]).split(", ")


@pytest.mark.parametrize(("old", "new"), [("2026_05_15", "2026_10_01"), ("2026_10_01", "2026_05_15")])
def test_what_is_said_of_the_real_pair_is_true_of_the_real_packages(old, new):
    before, after = (open_spec(f"ionq-v0.4@{day.replace('_', '-')}") for day in (old, new))
    report = with_impact(compare(before, after, "sdk"), before, after)
    said = {sentence for found in report.findings for sentence in found.impact}
    said |= {f"{name} stays as it is" for sentence in said for name in named_as_unchanged(sentence)}
    ends = {"is gone": (True, False), "is new": (False, True), "stays as it is": (True, True)}
    counted = dict.fromkeys(ends, 0)
    for sentence in said:
        for end, expected in ends.items():
            if sentence.endswith(end):
                counted[end] += 1
                assert (exists(f"ionq_v0_4_{old}", sentence), exists(f"ionq_v0_4_{new}", sentence)) == expected, (
                    sentence
                )
    assert min(counted.values()) > 5, counted


def test_the_words_for_the_real_pair():
    old, new = (open_spec(f"ionq-v0.4@2026-{day}") for day in ("05-15", "10-01"))
    report = with_impact(compare(old, new, "sdk"), old, new)
    said = {sentence for found in report.findings for sentence in found.impact}
    assert said >= {
        "api.default.get_variant_histogram is gone",
        "api.default.clone_job is new",
        "models.CircuitJobCreationPayloadSettings.compilation is gone",
        "models.CircuitJobCreationPayloadType.IONQ_QASM3_V1 is new",
        "models.Noise.model is str, was NoiseModel",
        "models.GetJobEstimateResponse.estimated_execution_time is int, was float",
    }


def test_a_name_that_generated_code_does_not_show_breaks_nothing(document):
    def change(it):
        it["paths"]["/whoami"]["get"]["operationId"] = "get_whoami"
        it["paths"]["/whoami"]["get"]["tags"] = ["Whoami"]
        it["components"]["schemas"]["Kept"] = it["components"]["schemas"].pop("Spare")

    document["paths"]["/whoami"]["get"]["operationId"] = "getWhoami"
    document["paths"]["/whoami"]["get"]["tags"] = ["whoami"]
    document["components"]["schemas"]["Spare"] = {"type": "string", "maxLength": 17}
    found = effects(document, plant(document, change))
    assert {rule for rule, *_ in found} == {"operation-id-changed", "operation-tags-changed", "component-renamed"}
    assert {level for level, _ in found.values()} == {"info"}


def test_a_finding_says_nothing_of_classes_and_arguments_that_others_account_for():
    old, new = open_spec("ionq-v0.3"), open_spec("ionq-v0.4")
    report = with_impact(compare(old, new), old, new)
    said = {(found.rule, str(found.place)): found.impact for found in report.findings}
    body = "PUT /jobs/status/cancel, body"
    (closed,) = said["additional-properties-closed", body]
    assert closed.startswith("api.default.cancel_jobs(body) is JobsBulkOperationRequest")
    assert said["request-body-became-required", body] == ("api.default.cancel_jobs(body) must be given now",)
    assert said["property-became-required", f"{body} .ids"] == ()
    (given,) = said["property-added-required", "CircuitJobCreationPayload.backend (component, sent)"]
    assert given == "models.CircuitJobCreationPayload.backend is new"
