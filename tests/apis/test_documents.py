"""The literal examples in the user's documents are read, and their sample requests can be sent."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from apis.asking import ask, said
from apis.cases import IONQ_V04, MAY, OCTOBER, QBRAID, V03
from apis.judging import judge
from apis.programs import denotes, read_circuit
from qcontract.model.circuit import Circuit
from qcontract.model.program import read_program
from qcontract.model.status import JobStatus

DOCUMENTS = Path(__file__).resolve().parents[3] / "shared" / "documents"
pytestmark = pytest.mark.skipif(
    not DOCUMENTS.is_dir(), reason="the user's documents are not here (../shared/documents)"
)


def _text(number: int) -> str:
    [path] = DOCUMENTS.glob(f"00{number}_*.txt")
    return path.read_text("utf-8")


def _fenced(text: str, language: str) -> str:
    found = re.search(rf"```+{language}[^\n]*\n(.*?)\n *```", text, re.DOTALL)
    assert found
    return found[1]


def _example(document: dict[str, Any], schema: Any) -> Any:
    """What the examples beside the properties of a schema say together."""
    while "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    if "example" in schema:
        return schema["example"]
    if schema.get("type") == "array":
        return [_example(document, schema["items"])]
    if "enum" in schema:
        return schema["enum"][0]
    if "properties" in schema:
        return {name: _example(document, inner) for name, inner in schema["properties"].items()}
    return {"string": "text", "number": 1, "integer": 1, "boolean": True, "object": {}}[schema["type"]]


def test_the_job_that_the_page_of_v0_3_describes():
    document = yaml.safe_load(_fenced(_text(0), "yaml"))
    sent = _example(document, {"$ref": "#/components/schemas/Job"})
    job_id = sent["id"]
    outcome = ask(V03, lambda client: client.jobs.get(job_id), said(sent))
    assert (outcome.error, outcome.drift) == (None, [])
    job = outcome.value
    assert (job.id, job.raw, job.qubits) == (job_id, sent, sent["qubits"])
    assert str(job.cost.amount) == str(sent["cost_usd"])
    assert int(job.submitted_at.timestamp()) == sent["request"]
    assert (job.ended_at - job.started_at).total_seconds() == sent["response"] - sent["start"]
    assert job.failure.code == sent["failure"]["code"]
    assert job.children == (job_id,)


@pytest.mark.parametrize("case", IONQ_V04, ids=str)
def test_the_list_on_the_page_of_v0_4(case):
    document = yaml.safe_load(_fenced(_text(2), "yaml"))
    answer = document["paths"]["/jobs"]["get"]["responses"]["200"]["content"]["application/json"]
    sent = answer["examples"]["Example 1"]["value"]
    outcome = ask(case, lambda client: client.jobs.list(), said(sent))
    assert (outcome.error, outcome.drift) == (None, [])
    [job] = outcome.value
    assert job.raw == sent["jobs"][0]
    assert (job.status, job.qubits, job.shots) == (JobStatus.COMPLETED, 20, 1000)
    assert (job.name, job.started_at, dict(job.metadata)) == (None, None, {})


def test_the_job_on_the_page_of_qbraid():
    sent = json.loads(_fenced(_text(3), "json"))
    outcome = ask(QBRAID, lambda client: client.jobs.get("qbraid:job:abc123xyz"), said(sent))
    assert (outcome.error, outcome.drift) == (None, [])
    job = outcome.value
    assert job.ref == "qbraid-v2:qbraid:job:abc123xyz"
    assert job.raw == sent["data"]
    assert str(job.cost) == f"{sent['data']['cost']} credits"
    assert job.ended_at.second - job.submitted_at.second == 5


def _samples() -> list[dict[str, Any]]:
    """The bodies of the sample submissions in the whole contract, which has lost its indentation."""
    quoted = re.findall(r'^source: ("curl -X POST .*?[^\\]")$', _text(4), re.DOTALL | re.MULTILINE)
    sources = [yaml.safe_load("source: " + text.replace("\n", "\n  "))["source"] for text in quoted]
    bodies = [re.search(r"-d '(\{.*\})'", source, re.DOTALL) for source in sources]
    found = [json.loads(body[1]) for body in bodies if body]
    return [body for body in found if "input" in body]


@pytest.mark.parametrize("case", [MAY, OCTOBER, V03], ids=str)
def test_the_sample_submissions_can_be_sent(case):
    samples = [sample for sample in _samples() if sample["type"] in ("ionq.circuit.v1", "ionq.multi-circuit.v1")]
    assert len(samples) >= 2
    for sample in samples:
        program = read_program(json.dumps({"type": sample["type"], "input": sample["input"]}))
        options = {name: sample[name] for name in ("name", "metadata", "shots") if name in sample}
        outcome = ask(
            case, lambda client, p=program, o=options: client.jobs.submit(p, **o), said(case.receipt, case.created)
        )
        assert outcome.error is None
        [asked] = outcome.requests
        judge(case, asked)
        body = asked.json["input"]
        if isinstance(program, Circuit):
            assert body["circuit"] == sample["input"]["circuit"]
            assert denotes(read_circuit(body), program)
        else:
            assert [entry["circuit"] for entry in body["circuits"]] == [
                entry["circuit"] for entry in sample["input"]["circuits"]
            ]
        assert {name: value for name, value in asked.json.items() if name in ("name", "shots")} == {
            name: value for name, value in options.items() if name != "metadata"
        }
