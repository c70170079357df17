"""The generator itself: the same bytes every time, all or nothing, and a sentence for everything that is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_TINY = {
    "openapi": "3.0.3",
    "info": {"title": "Tiny", "version": "1"},
    "paths": {
        "/things/{id}": {
            "get": {
                "operationId": "getThing",
                "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
                "responses": {
                    "200": {
                        "description": "",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
                    }
                },
            }
        }
    },
    "components": {
        "schemas": {
            "Thing": {"type": "object", "title": "Something Else", "properties": {"id": {"type": "string"}}},
        }
    },
}


def _files(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_bytes_whatever_the_hash_seed_and_the_folder(generate, tmp_path):
    made = []
    for seed, folder in (("1", tmp_path / "a"), ("2", tmp_path / "deeper" / "b")):
        done = generate(_TINY, seed=seed, output=folder)
        assert done.returncode == 0, done.stderr
        made.append(_files(folder))
    assert made[0] == made[1]
    assert {path.suffix for path in made[0]} == {".py", ".json", ".typed"}
    assert not [path for path, content in made[0].items() if b"\r" in content or str(tmp_path).encode() in content]
    assert "class Thing:" in made[0][Path("toy/models/thing.py")].decode(), "the name of the component, not the title"


def test_a_contract_that_loses_something_leaves_the_old_package(generate, tmp_path):
    (tmp_path / "out" / "toy").mkdir(parents=True)
    (tmp_path / "out" / "toy" / "old.py").write_text("", "utf-8")
    body = {"content": {"application/xml": {"schema": {"type": "string"}}}}
    broken = {**_TINY, "paths": {"/things": {"post": {**_TINY["paths"]["/things/{id}"]["get"], "requestBody": body}}}}
    done = generate(broken)
    assert done.returncode == 2
    assert "openapi-python-client failed with status 1" in done.stderr
    assert list(_files(tmp_path / "out")) == [Path("toy/old.py")]


@pytest.mark.parametrize(
    "rule",
    [
        {"property": "kind", "map": {"a": "Nowhere"}},
        {"property": "kind", "map": {"a": "Thing"}, "absent": "Nowhere"},
    ],
    ids=["unknown schema", "unknown absent"],
)
def test_a_dispatch_that_does_not_fit_is_refused(generator_parts, rule):
    prepare = generator_parts("prepare").prepare
    branches = [{"$ref": "#/components/schemas/Thing"}, {"$ref": "#/components/schemas/Other"}]
    schemas = {
        **_TINY["components"]["schemas"],
        "Other": {"type": "object"},
        "Either": {"anyOf": branches, "x-qcontract-dispatch": rule},
    }
    with pytest.raises(generator_parts("refusal").Refused, match="correct the overlay"):
        prepare({**_TINY, "components": {"schemas": schemas}})


def test_two_unions_cannot_have_the_same_classes_and_other_tags(generator_parts):
    branches = [{"$ref": "#/components/schemas/Thing"}, {"$ref": "#/components/schemas/Other"}]
    schemas = {**_TINY["components"]["schemas"], "Other": {"type": "object"}}
    for name, tag in (("Either", "a"), ("Or", "b")):
        rule = {"property": "kind", "map": {tag: "Thing", "other": "Other"}}
        schemas[name] = {"anyOf": branches, "x-qcontract-dispatch": rule}
    with pytest.raises(generator_parts("refusal").Refused, match="make them one component"):
        generator_parts("prepare").prepare({**_TINY, "components": {"schemas": schemas}})


def test_a_union_of_itself_is_refused(generator_parts):
    schemas = {"Loop": {"anyOf": [{"$ref": "#/components/schemas/Loop"}, {"type": "null"}]}}
    with pytest.raises(generator_parts("refusal").Refused, match="its own branches"):
        generator_parts("prepare").prepare({**_TINY, "components": {"schemas": schemas}})


def test_preparing_leaves_the_contract_as_it_is(generator_parts, current):
    before = repr(current.document)
    generator_parts("prepare").prepare(current.document)
    assert repr(current.document) == before


# --- the tools ---


def _fake_tools(folder, **versions):
    for tool, version in versions.items():
        script = folder / tool.replace("_", "-")
        script.write_text(f"#!/bin/sh\necho {tool} version: {version}\n", "utf-8")
        script.chmod(0o755)
    return folder


def _run(bin_folder, *options):
    script = Path(__file__).resolve().parents[2] / "specs" / "generator" / "generate.py"
    command = [sys.executable, str(script), "--generator", str(bin_folder), *options]
    return subprocess.run(command, env=os.environ, capture_output=True, text=True, check=False)


def test_a_missing_generator_is_an_error(tmp_path):
    done = _run(tmp_path)
    assert done.returncode == 2
    assert "openapi-python-client is not in" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_formatter_is_an_error(tmp_path):
    done = _run(_fake_tools(tmp_path, openapi_python_client="0.29.1"))
    assert (done.returncode, "ruff is not in" in done.stderr) == (2, True)


def test_another_version_is_an_error(tmp_path):
    done = _run(_fake_tools(tmp_path, openapi_python_client="0.29.1", ruff="0.17.6"))
    assert done.returncode == 2
    assert "is 0.17.6, but 0.17.5 is pinned" in done.stderr


@pytest.mark.parametrize("content", [None, "{", "[]", "\xff"])
def test_a_document_that_cannot_be_used_is_an_error(generator_bin, tmp_path, content):
    document = tmp_path / "contract.json"
    if content is not None:
        document.write_bytes(content.encode("latin-1"))
    done = _run(generator_bin, "--document", str(document), "--package", "toy", "--output", str(tmp_path / "out"))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_the_environment_is_pinned_to_the_last_package(generator_parts, generator_bin):
    script = (
        "from importlib.metadata import distributions\n"
        "for found in distributions(): print(found.metadata['Name'], found.version)"
    )
    found = subprocess.run([generator_bin / "python", "-c", script], capture_output=True, text=True, check=True).stdout
    normal = {line.split()[0].lower().replace("_", "-"): line.split()[1] for line in found.splitlines()}
    pins = {name.lower().replace("_", "-"): version for name, version in generator_parts("toolchain").pins().items()}
    assert {name: version for name, version in normal.items() if name not in ("pip", "setuptools")} == pins


def test_an_upgrade_of_the_upstream_templates_is_noticed(generator_parts, generator_bin, tmp_path):
    toolchain = generator_parts("toolchain")
    tools = toolchain.Toolchain.find(generator_bin)
    recorded = toolchain.HASHES.read_text("utf-8")
    assert toolchain.template_hashes(tools.upstream_templates) == recorded
    ours = {
        path.relative_to(toolchain.HERE / "templates") for path in (toolchain.HERE / "templates").rglob("*.py.jinja")
    }
    listed = {Path(line.split()[1]) for line in recorded.splitlines()}
    assert ours <= listed, "every template of ours replaces one whose hash is recorded"
    (tmp_path / "model.py.jinja").write_text("changed", "utf-8")
    assert toolchain.template_hashes(tmp_path) != recorded


# --- publishing ---


def test_publishing_replaces_and_removes(generator_parts, tmp_path):
    publish = generator_parts("publish")
    for place, name, content in (("made", "new.py", "1"), ("target", "stale.py", "2")):
        (tmp_path / place).mkdir()
        (tmp_path / place / name).write_text(content, "utf-8")
    (tmp_path / "target" / "__pycache__").mkdir()
    (tmp_path / "target" / "__pycache__" / "x.pyc").write_text("", "utf-8")
    made, target = tmp_path / "made", tmp_path / "target"
    assert publish.differences(made, target) == ["new.py", "stale.py"]
    publish.publish(made, target)
    assert publish.differences(made, target) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["made", "target"]


def test_the_whole_folder_follows_the_registry(generator_parts, generator_bin, tmp_path, monkeypatch, capsys):
    program, source = generator_parts("generate"), generator_parts("package").Source
    target = tmp_path / "generated"
    (target / "qcontract_api" / "gone_1").mkdir(parents=True)
    (target / "qcontract_api" / "gone_1" / "__init__.py").write_text("", "utf-8")
    monkeypatch.setattr(program, "TARGET", target)
    monkeypatch.setattr(program, "from_registry", lambda: [source("tiny_1", "tiny@1", _TINY)])
    options = ["--generator", str(generator_bin)]
    assert program.main([*options, "--check"]) == 1
    listed = capsys.readouterr().err
    assert "generated/qcontract_api/gone_1/__init__.py differs" in listed
    assert "generated/qcontract_api/tiny_1/openapi.json differs" in listed
    assert program.main(options) == 0
    assert not (target / "qcontract_api" / "gone_1").exists()
    assert "| `tiny_1` | `tiny@1` |" in (target / "README.md").read_text("utf-8")
    assert program.main([*options, "--check"]) == 0
    (target / "qcontract_api" / "tiny_1" / "client.py").write_text("edited", "utf-8")
    assert program.main([*options, "--check"]) == 1
