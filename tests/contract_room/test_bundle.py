"""Descriptions of several files, and the names that JSON Schema gives to places."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from qcontract.contract import pointer
from qcontract.contract.source import FILES, INVALID, UNREAD, Spec, open_spec
from qcontract.errors import ContractError

HEAD = "openapi: {version}\ninfo: {{title: Toy, version: '1'}}\n"


def tree(folder: Path, version: str = "3.0.3", /, **files: str) -> Path:
    """Write files (``a__b`` means a/b.yaml) and return the first, which gets the head of a description."""
    for index, (name, text) in enumerate(files.items()):
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD.format(version=version) + text if index == 0 else text)
    return folder / f"{next(iter(files)).replace('__', '/')}.yaml"


def led_to(spec: Spec, where: str) -> Any:
    """What stands at a pointer after following references."""
    value: Any = pointer.find(spec.document, where)
    while isinstance(value, dict) and "$ref" in value:
        value = pointer.find(spec.document, pointer.from_fragment(value["$ref"]))
    return value


def references(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
        return own + [reference for inner in value.values() for reference in references(inner)]
    return [reference for inner in value for reference in references(inner)] if isinstance(value, list) else []


def test_files_refer_to_each_other(tmp_path: Path) -> None:
    root = tree(
        tmp_path,
        root="""\
paths:
  /pets: {$ref: 'paths/pets.yaml'}
components:
  schemas:
    Pet: {$ref: './schemas/pet.yaml'}
    Name: {type: string, maxLength: 7}
""",
        paths__pets="""\
get:
  responses:
    '200':
      content:
        application/json:
          schema: {$ref: '../schemas/all.yaml#/definitions/Pets~1list'}
""",
        schemas__all="definitions:\n  Pets/list: {type: array, items: {$ref: pet.yaml}}\n",
        schemas__pet="""\
type: object
properties:
  name: {$ref: '../root.yaml#/components/schemas/Name'}
  parent: {$ref: '#'}
  friends: {$ref: 'all.yaml#/definitions/Pets~1list'}
""",
    )
    spec = open_spec(root)
    assert spec.problems == ()
    assert all(reference.startswith("#/") for reference in references(spec.document))
    assert sorted(spec.document[FILES]) == ["paths/pets.yaml", "schemas/all.yaml", "schemas/pet.yaml"]
    assert led_to(spec, "/components/schemas/Pet")["type"] == "object"
    pet = "/x-qcontract-files/schemas~1pet.yaml"
    assert pointer.find(spec.document, f"{pet}/properties/parent/$ref") == f"#{pet}"
    assert pointer.find(spec.document, f"{pet}/properties/name/$ref") == "#/components/schemas/Name"
    assert led_to(spec, f"{pet}/properties/friends")["type"] == "array"
    place = spec.place(f"{pet}/properties/parent")
    assert place is not None
    assert (Path(place.file).name, place.line, place.column) == ("pet.yaml", 4, 3)


def test_a_path_item_may_have_members_beside_its_reference(tmp_path: Path) -> None:
    body = "paths:\n  /a:\n    $ref: a.yaml\n    post: {responses: {'200': {$ref: a.yaml#/x-ok}}}\n"
    spec = open_spec(tree(tmp_path, root=body, a="get: {responses: {}}\nx-ok: {description: fine}\n"))
    assert spec.document["paths"]["/a"]["$ref"] == "#/x-qcontract-files/a.yaml"
    assert led_to(spec, "/paths/~1a/post/responses/200") == {"description": "fine"}


def test_the_spelling_of_a_reference_does_not_matter(tmp_path: Path) -> None:
    body = "components: {{schemas: {{A: {{$ref: '{}'}}}}}}\n"
    spellings = ["b.yaml#/X y", "./b.yaml#/X%20y", "sub/../b.yaml#/X%20y", "%62.yaml#/X y"]
    documents = [
        open_spec(tree(tmp_path, root=body.format(spelling), b="X y: {type: string}\n", sub__c="{}")).document
        for spelling in spellings
    ]
    assert all(document == documents[0] for document in documents)


def test_discriminators_lead_into_other_files(tmp_path: Path) -> None:
    root = tree(
        tmp_path,
        root="""\
components:
  schemas:
    Dog: {type: object}
    Pet:
      discriminator: {propertyName: kind, mapping: {cat: cat.yaml, dog: Dog, bird: '#/components/schemas/Dog'}}
""",
        cat="type: object\n",
    )
    mapping = open_spec(root).document["components"]["schemas"]["Pet"]["discriminator"]["mapping"]
    assert mapping == {"cat": "#/x-qcontract-files/cat.yaml", "dog": "Dog", "bird": "#/components/schemas/Dog"}


def test_what_looks_like_a_reference_in_data_is_none(tmp_path: Path) -> None:
    schema = {
        "type": "object",
        "properties": {"$ref": {"type": "string"}},
        "example": {"$ref": "../x.yaml"},
        "enum": [{"$ref": "../x.yaml"}],
        "default": {"$ref": "../x.yaml"},
    }
    document = {"openapi": "3.0.3", "paths": {}, "components": {"schemas": {"A": schema}}}
    spec = Spec.of(document)
    assert spec.problems == ()
    assert spec.document == document


@pytest.mark.parametrize(
    ("reference", "why"),
    [
        ("nowhere.yaml", "no such file"),
        ("loop.yaml", "symbolic links"),
        ("b.yaml#/nothing", "no 'nothing'"),
        ("#/components/schemas/Nothing", "no 'Nothing'"),
        ("broken.yaml", "line 2"),
        ("b.yaml#/text", "leads to a text"),
        ("#anchor", "anchor"),
        ("b.yaml#/~2", "not a JSON Pointer"),
    ],
)
def test_a_reference_to_nothing_is_a_problem_of_its_place(tmp_path: Path, reference: str, why: str) -> None:
    body = f"components: {{schemas: {{A: {{$ref: '{reference}'}}, B: {{type: string}}}}}}\n"
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    spec = open_spec(tree(tmp_path, root=body, b="text: hello\n", broken="[a"))
    [problem] = spec.problems
    assert problem.pointer == "/components/schemas/A/$ref"
    assert why in problem.message
    marked = {INVALID: problem.message, UNREAD: [{"name": "$ref", "value": reference}]}
    assert spec.document["components"]["schemas"] == {"A": marked, "B": {"type": "string"}}


def test_a_file_outside_can_be_reached_when_the_tree_is_widened(tmp_path: Path) -> None:
    root = tree(tmp_path, v1__root="components: {schemas: {A: {$ref: '../common.yaml#/A'}}}\n", common="A: {}\n")
    with pytest.raises(ContractError, match="leads out of the folder"):
        open_spec(root)
    spec = open_spec(root, tree=tmp_path)
    assert spec.document["components"]["schemas"]["A"] == {"$ref": "#/x-qcontract-files/common.yaml/A"}


def test_anchors_and_identifiers(tmp_path: Path) -> None:
    root = tree(
        tmp_path,
        "3.1.0",
        root="""\
components:
  schemas:
    Named: {$anchor: named, type: string}
    ByAnchor: {$ref: '#named'}
    Tree:
      $id: https://schemas.example/tree
      type: object
      properties:
        own: {$ref: '#/$defs/leaf'}
        leaf: {$ref: '#leaf'}
        self: {$ref: '#'}
      $defs: {leaf: {$anchor: leaf, type: integer}}
    ByAddress: {$ref: 'https://schemas.example/tree'}
    ByRelative:
      $id: https://schemas.example/other
      properties: {tree: {$ref: 'tree#/$defs/leaf'}}
    Both: {$id: https://schemas.example/both, $anchor: top, type: object}
    ByBoth: {$ref: 'https://schemas.example/both#top'}
    OtherFile: {$ref: 'b.yaml#there'}
""",
        b="$anchor: there\ntype: boolean\n",
    )
    spec = open_spec(root)
    assert spec.problems == ()
    schemas = spec.document["components"]["schemas"]
    tree_at = "#/components/schemas/Tree"
    assert schemas["ByAnchor"] == {"$ref": "#/components/schemas/Named"}
    assert schemas["Tree"]["properties"] == {
        "own": {"$ref": f"{tree_at}/$defs/leaf"},
        "leaf": {"$ref": f"{tree_at}/$defs/leaf"},
        "self": {"$ref": tree_at},
    }
    assert schemas["ByAddress"] == {"$ref": tree_at}
    assert schemas["ByBoth"] == {"$ref": "#/components/schemas/Both"}
    assert schemas["ByRelative"]["properties"] == {"tree": {"$ref": f"{tree_at}/$defs/leaf"}}
    assert schemas["OtherFile"] == {"$ref": "#/x-qcontract-files/b.yaml"}


def test_a_dynamic_reference_with_one_target_is_a_reference() -> None:
    schemas: dict[str, Any] = {
        "Node": {"$dynamicAnchor": "node", "properties": {"next": {"$dynamicRef": "#node"}}},
    }
    spec = Spec.of({"openapi": "3.1.0", "components": {"schemas": schemas}})
    assert spec.document["components"]["schemas"]["Node"]["properties"]["next"] == {"$ref": "#/components/schemas/Node"}
    schemas["Other"] = {"$dynamicAnchor": "node"}
    [problem] = Spec.of({"openapi": "3.1.0", "components": {"schemas": schemas}}).problems
    assert problem.pointer == "/components/schemas/Node/properties/next/$dynamicRef"


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose working tree has moved on from its only commit, and the current folder in it."""
    root = tree(
        tmp_path,
        api__root="components: {schemas: {A: {$ref: '../common/a.yaml'}, B: {$ref: b.yaml}}}\n",
        api__b="{type: string}\n",
        common__a="{type: integer}\n",
    )
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    root.write_text("changed: true\n")
    (tmp_path / "api/b.yaml").unlink()
    monkeypatch.chdir(tmp_path / "api")
    return tmp_path


@pytest.mark.parametrize("name", ["main:api/root.yaml", "HEAD:./root.yaml", "main^{commit}:api/../api/root.yaml"])
def test_a_git_revision_has_its_own_files(repository: Path, name: str) -> None:
    spec = open_spec(name)
    assert spec.problems == ()
    assert led_to(spec, "/components/schemas/A") == {"type": "integer"}
    assert led_to(spec, "/components/schemas/B") == {"type": "string"}
    place = spec.place("/x-qcontract-files/common~1a.yaml/type")
    assert place is not None
    assert place.file.endswith(":common/a.yaml")
    assert place.excerpt == "{type: integer}"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("nope:api/root.yaml", "Needed a single revision"),
        ("main:nope.yaml", "does not exist"),
        ("main:api", "cannot be read"),
        ("main:../../etc/passwd", "out of the repository"),
        ("--output=x:api/root.yaml", "not a git revision"),
        ("-h:x.yaml", "not a git revision"),
        ("main:", "not a git revision"),
        ("main:/etc/passwd", "not a git revision"),
        ("ma in:x.yaml", "not a git revision"),
        ("$(touch x):x.yaml", "not a git revision"),
    ],
)
def test_a_git_revision_that_cannot_be_read(repository: Path, name: str, why: str) -> None:
    with pytest.raises(ContractError, match=why):
        open_spec(name)


def test_a_git_file_may_not_refer_out_of_the_repository(repository: Path) -> None:
    (repository / "api/root.yaml").write_text(
        HEAD.format(version="3.0.3") + "components: {schemas: {A: {$ref: '../../x.yaml'}}}"
    )
    git(repository, "commit", "-qam", "two")
    with pytest.raises(ContractError, match="out of the repository"):
        open_spec("main:api/root.yaml")


def test_remote_documents_need_permission(tmp_path: Path) -> None:
    shelf = {
        "https://api.example/v1/root.json": {
            "openapi": "3.0.3",
            "components": {"schemas": {"A": {"$ref": "../common.json#/A"}}},
        },
        "https://api.example/common.json": {"A": {"type": "string"}},
    }
    asked: list[str] = []

    def fetch(address: str) -> bytes:
        asked.append(address)
        return json.dumps(shelf[address]).encode()

    address = "https://api.example/v1/root.json"
    local = tree(tmp_path, root="components: {schemas: {A: {$ref: 'https://api.example/common.json#/A'}}}\n")
    for name in (address, local):
        with pytest.raises(ContractError, match="not allowed"):
            open_spec(name)
        assert led_to(open_spec(name, fetch=fetch), "/components/schemas/A") == {"type": "string"}
    assert asked == [*shelf, "https://api.example/common.json"]


def test_a_remote_document_may_not_refer_to_weaker_addresses() -> None:
    document = {"openapi": "3.0.3", "components": {"schemas": {"A": {"$ref": "http://127.0.0.1/x.json"}}}}
    with pytest.raises(ContractError, match="away from https"):
        open_spec("https://api.example/root.json", fetch=lambda _: json.dumps(document).encode())
