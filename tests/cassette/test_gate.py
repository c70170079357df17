"""Every cassette stands in an index that vouches for it; and what the gate must refuse, planted."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from cassette.reaching import pairs
from cassette.seal import source_of
from cassette.stories import TALES
from cassette.table import BEGIN, PAGES, written
from support.canaries import CANARIES
from support.tape_index import problems
from support.tapes import FOLDER

ORIGINS = [
    pytest.param(api, origin.name, id=f"{origin.name}-{api.name}")
    for origin in sorted(FOLDER.iterdir())
    if origin.is_dir()
    for api in sorted(origin.iterdir())
    if api.is_dir()
]


@pytest.mark.parametrize(("api", "origin"), ORIGINS)
def test_every_cassette_is_what_its_index_says(api: Path, origin: str, recording: bool) -> None:
    if recording and origin == "emulator":
        pytest.skip("the index is written when all cassettes are")
    assert list(problems(api, origin)) == []


def test_nothing_is_left_over() -> None:
    """A cassette that no test plays would be believed and never looked at."""
    names = {pair.name for pair in pairs()} | {tale.name for tale in TALES}
    assert [path for path in (FOLDER / "emulator").rglob("*.yaml") if path.stem not in names] == []


def test_an_index_of_published_examples_repeats_their_sources() -> None:
    for path in (FOLDER / "published").rglob("*.yaml"):
        assert source_of(path) in (path.parents[1] / "index.toml").read_text()


def test_beside_the_cassettes_there_is_nothing_but_pages() -> None:
    """What no index lists is looked at by nobody."""
    folders = [FOLDER, *(origin for origin in FOLDER.iterdir() if origin.is_dir())]
    assert {path.name for folder in folders for path in folder.iterdir() if path.is_file()} == {"README.md"}


def test_the_whole_is_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) < 3_000_000


def test_pages_count_what_is_there() -> None:
    assert BEGIN in PAGES[0].read_text()
    for page in PAGES:
        assert written(page.read_text()) == page.read_text(), "run python tests/cassette/table.py"


@pytest.fixture
def api(tmp_path: Path) -> Path:
    """A copy of the cassettes of one API."""
    return Path(shutil.copytree(FOLDER / "emulator" / "qbraid-v2", tmp_path / "emulator" / "qbraid-v2"))


@pytest.fixture
def change(api: Path) -> Callable[..., list[str]]:
    """Edit a cassette and, as somebody would who means it, its hash; and ask the gate."""

    def edit(
        old: str, new: str, *, name: str = "getJobGroup.200", origin: str = "emulator", sealed: bool = True
    ) -> list[str]:
        path, index = api / "2026-02-08" / f"{name}.yaml", api / "index.toml"
        assert old in path.read_text()
        before = hashlib.sha256(path.read_bytes()).hexdigest()
        path.write_text(path.read_text().replace(old, new))
        if sealed:
            now = hashlib.sha256(path.read_bytes()).hexdigest()
            index.write_text(index.read_text().replace(before, now))
        return [one for one in problems(api, origin) if one.startswith(f"2026-02-08/{name}")]

    return edit


STATUS = "\n    status:\n      code: 200"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("REDACTED", "cassette-key", "not redacted", id="a key in a header"),
        pytest.param('"success"', f'"{CANARIES["IONQ_API_KEY"]}":1,"success"', "a key that is known", id="a canary"),
        pytest.param('"success"', '"key":"qbr_0123456789abcdef","success"', "a key of qBraid", id="a key in a body"),
        pytest.param('"success"', '"by":"apiKey Xy12345678","success"', "a key of IonQ", id="a key of IonQ"),
        pytest.param('"success"', '"email":"ada@lovelace.org","success"', "address of a person", id="a person"),
        pytest.param('"success"', '"organizationId":"64b03577072d45001c85e9c4","success"', "id of an acc", id="a user"),
        pytest.param("x-qcontract-basis", "x-something", "not that of an emulator", id="a wrong origin"),
        pytest.param(STATUS, STATUS.replace("200", "418"), "/response/status breaks", id="an undocumented status"),
        pytest.param("application/json\n      x-q", "text/html\n      x-q", "no text/html", id="a content type"),
        pytest.param('"success":true', '"success":"yes"', "/response/body/success breaks", id="a wrong type"),
        pytest.param('"success":true', '"success":true,"success":true', "stands there twice", id="a member twice"),
        pytest.param("/api/v1/jobs", "/api/v1/works", "the contract has no GET", id="an unknown path"),
    ],
)
def test_what_must_not_be_in_a_cassette_is_told(
    change: Callable[..., list[str]], old: str, new: str, told: str
) -> None:
    assert any(told in one for one in change(old, new))


def test_an_edited_cassette_is_told_by_its_hash(change: Callable[..., list[str]]) -> None:
    [told] = change('"success":true', '"success": true', sealed=False)
    assert "not the file whose hash is in the index" in told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('origin = "emulator"', 'origin = "live"', "it says that these are live, and they lie among the emulator"),
        ('source = "our emulator', 'source = "the real service', "and its source is the real service"),
        ("standing still", "at https://x.test/?token=abc", "it holds a signed address"),
        ("standing still", "of apiKey Xy12345678", "it holds a key of IonQ"),
    ],
)
def test_an_index_that_lies_or_tells_is_told(api: Path, old: str, new: str, told: str) -> None:
    index = api / "index.toml"
    assert old in index.read_text()
    index.write_text(index.read_text().replace(old, new, 1))
    found = list(problems(api, "emulator"))
    assert found
    assert any(one.startswith("index.toml: ") and told in one for one in found)


def test_what_is_no_cassette_is_told(api: Path) -> None:
    (api / "2026-02-08" / "x.yml").write_text("apiKey Xy12345678")
    assert list(problems(api, "emulator")) == ["2026-02-08/x.yml: it is no cassette"]


@pytest.mark.parametrize("origin", ["live", "published"])
def test_an_answer_without_the_emulators_headers_is_still_none_of_a_service(api: Path, origin: str) -> None:
    for path in api.rglob("*.yaml"):
        path.write_text(re.sub(r"(?m)^      x-qcontract-[a-z]+:\n      - .*\n", "", path.read_text()))
    told = [one for one in problems(api, origin) if "of an emulator" in one]
    assert not any("the answer is" in one for one in told)
    cassettes = {path.relative_to(api).as_posix() for path in api.rglob("*.yaml")}
    assert {one.partition(":")[0] for one in told} == cassettes


@pytest.mark.parametrize("origin", ["live", "published"])
def test_an_answer_of_the_emulator_is_none_of_a_service(api: Path, origin: str) -> None:
    told = list(problems(api, origin))
    assert sum("the answer is that of an emulator" in one for one in told) >= len([*api.rglob("*.yaml")])


def test_a_violation_that_is_gone_is_told(change: Callable[..., list[str]], api: Path) -> None:
    told = change("code: 401", "code: 200", name="getJobStatusCounts.401")
    assert any("breaks the contract no longer" in one for one in told)


def test_files_and_index_are_compared(api: Path) -> None:
    (api / "2026-02-08" / "getJobGroup.200.yaml").rename(api / "2026-02-08" / "else.200.yaml")
    assert sorted(problems(api, "emulator")) == [
        "2026-02-08/else.200.yaml: the index does not list it",
        "2026-02-08/getJobGroup.200.yaml: the index lists it, and it is not there",
    ]
