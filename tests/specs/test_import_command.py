"""``qcontract specs import``, and the documents from which the vendored fragments were made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from qcontract.cli.specs import specs
from qcontract.contract import load, yaml12
from qcontract.contract.imports import import_pages
from qcontract.contract.pages import read_page
from qcontract.contract.structure import differences
from qcontract.errors import ConfigurationError, ContractError
from support.command import invoked

DOCUMENTS = Path(__file__).parents[2].parent / "shared/documents"
PAGE = """\
# Get a thing

```yaml https://api.example.com/docs GET /things/{id}
openapi: 3.0.3
info: {title: Toy, version: '1'}
paths:
  /things/{id}:
    get: {operationId: getThing, responses: {'200': {description: The thing.}}}
components:
  schemas: {Thing: {type: object}}
```
"""


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return invoked(specs, ["import", *map(str, arguments)], stdin)


@pytest.fixture
def pages(tmp_path: Path) -> tuple[Path, Path]:
    """Two pages of one API that contradict each other in one component."""
    one, two = tmp_path / "one.md", tmp_path / "two.md"
    one.write_text(PAGE)
    two.write_text(PAGE.replace("/things/{id}", "/others").replace("getThing", "getOther"))
    return one, two


def test_the_contract_goes_to_stdout(pages: tuple[Path, Path]) -> None:
    ended = run(*pages, "--api", "toy-v1", "--label", "2026-01-01")
    assert ended.exit_code == 0
    assert ended.stdout.startswith("# toy-v1@2026-01-01, scope fragment: imported from the documentation pages\n")
    document = yaml12.loads(ended.stdout, origin="stdout")
    assert list(document["paths"]) == ["/things/{id}", "/others"]
    assert ended.stderr == ("toy-v1@2026-01-01, scope fragment: operations 2, fragments 2, contradictions 0\n")
    as_json = run(*pages, "--api", "toy-v1", "--format", "json")
    assert json.loads(as_json.stdout) == document


def test_a_file_in_a_folder_that_there_is_not(pages: tuple[Path, Path], tmp_path: Path) -> None:
    ended = run(pages[0], "--api", "toy-v1", "--output", tmp_path / "none" / "toy.yaml")
    assert isinstance(ended.exception, ConfigurationError)
    assert "toy.yaml cannot be written" in ended.exception.message
    assert ended.exception.hint == f"there is no folder {tmp_path / 'none'}: make it first"


def test_the_contract_goes_to_a_file_that_can_be_checked(pages: tuple[Path, Path], tmp_path: Path) -> None:
    file = tmp_path / "toy.yaml"
    ended = run(pages[0], "--api", "toy-v1", "--scope", "full", "--output", file)
    assert (ended.exit_code, ended.stdout) == (0, "")
    checked = invoked(specs, ["check", str(file), "--format", "json"])
    assert {finding["rule"] for finding in json.loads(checked.stdout)["findings"]} == {"text"}


def test_standard_input() -> None:
    assert run("-", "--api", "toy-v1", stdin=PAGE).exit_code == 0


def test_a_contradiction_writes_nothing_and_exits_1(pages: tuple[Path, Path], tmp_path: Path) -> None:
    one, two = pages
    two.write_text(two.read_text().replace("type: object", "type: string"))
    file = tmp_path / "toy.yaml"
    ended = run(one, two, "--api", "toy-v1", "--output", file)
    assert ended.exit_code == 1
    assert ended.stdout == f'/components/schemas/Thing/type\n  {one}, line 10: "object"\n  {two}, line 10: "string"\n'
    assert not file.exists()
    report = json.loads(run(one, two, "--api", "toy-v1", "--format", "json").stdout)
    assert (report["schema"], report["ok"]) == ("qcontract.specs-import/1", False)
    assert report["conflicts"] == [
        {
            "pointer": "/components/schemas/Thing/type",
            "left": {"page": str(one), "line": 10, "value": "object"},
            "right": {"page": str(two), "line": 10, "value": "string"},
        }
    ]


def test_a_page_without_fragment_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("nothing")
    assert isinstance(run(tmp_path / "a.md", "--api", "toy-v1").exception, ContractError)
    assert run("--api", "toy-v1").exit_code == 2
    assert run(tmp_path / "a.md").exit_code == 2


def document(number: str) -> Path:
    found = sorted(DOCUMENTS.glob(f"{number}_*.txt"))
    if not found:
        pytest.skip("the user's documents lie under ../shared, which is not part of the repository")
    return found[0]


@pytest.mark.peer
@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("000", "ionq-v0.3@2026-05-06.get-job"),
        ("002", "ionq-v0.4@2026-04-30.get-jobs"),
        ("003", "qbraid-v2@documented.get-job"),
    ],
)
def test_the_users_documents_import_to_the_vendored_fragments(number: str, name: str) -> None:
    """Equal in structure and name; the prose of the vendored fragments is ours, that of the pages the vendor's."""
    imported = import_pages([read_page(str(document(number)))], api=name.partition("@")[0])
    assert str(imported.ref) == name
    assert list(differences(imported.merged.document, load(name).document)) == []


@pytest.mark.peer
def test_the_users_documents_without_structure_are_refused() -> None:
    with pytest.raises(ContractError) as caught:
        import_pages([read_page(str(document(number))) for number in ("001", "002", "004")], api="ionq-v0.4")
    nothing, flat, cut = caught.value.message.splitlines()
    assert nothing.endswith("no OpenAPI fragment in this page; it has no fenced block")
    assert flat.endswith(f"{document('004').name}, line 2: nothing stands below 'info': the indentation is gone")
    assert "line 897: the text says itself that it was cut off" in cut


@pytest.mark.peer
def test_pages_of_two_apis_do_not_merge() -> None:
    imported = import_pages([read_page(str(document(number))) for number in ("000", "002")], api="ionq-v0.4")
    assert {"/openapi", "/info/version", "/servers/0/url"} <= {found.pointer for found in imported.merged.conflicts}
