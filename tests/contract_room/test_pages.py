from __future__ import annotations

import itertools
import json
import textwrap
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract.contract.fences import fences
from qcontract.contract.pages import Fragment, Page, read_fragments, read_page
from qcontract.errors import ContractError

SPEC = """\
openapi: 3.0.3
info:
  title: Toy
  version: '1'
paths:
  /things/{id}:
    get:
      operationId: getThing
      responses:
        '200':
          description: |-
            A thing. In Markdown:

            ```json
            {"id": 1}
            ```
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Thing'
components:
  schemas:
    Thing:
      type: object
      description: >-
        paths: of it are not meant here
"""
DOCUMENT: dict[str, Any] = read_fragments([Page("spec", SPEC)])[0].document


def fenced(text: str = SPEC, info: str = "yaml", mark: str = "````", before: str = "# One thing\n\nProse.\n\n") -> str:
    return f"{before}{mark}{info}\n{text}{mark}\n\nMore prose.\n"


def read(text: str) -> tuple[Fragment, ...]:
    return read_fragments([Page("page.md", text)])


def refusal(text: str) -> str:
    with pytest.raises(ContractError) as caught:
        read(text)
    assert "nothing was imported" in str(caught.value.hint)
    return caught.value.message


def test_a_fence_with_address_and_operation() -> None:
    (fragment,) = read(fenced(info="yaml https://api.example.com/docs GET /things/{id}"))
    assert fragment == Fragment("page.md", 6, DOCUMENT, ("get", "/things/{id}"), "https://api.example.com/docs")


@pytest.mark.parametrize(
    "page",
    [
        SPEC,
        fenced(mark="~~~~"),
        fenced(mark="```"),
        fenced(info=""),
        fenced(info="yaml openapi.json get /things/{id} theme={null}"),
        fenced().replace("\n", "\r\n"),
        fenced(before=""),
        "1. First\n\n" + textwrap.indent(fenced(before=""), "   "),
        "- " + textwrap.indent(fenced(before=""), "  ").lstrip(),
        textwrap.indent(fenced(), "> ", lambda _: True),
        fenced().removesuffix("\n\nMore prose.\n"),
        fenced(json.dumps(DOCUMENT) + "\n", info="json"),
        fenced(json.dumps(DOCUMENT, indent="\t", sort_keys=True) + "\n", info="json GET /things/{id}"),
        fenced(SPEC.replace("'", "&#39;").replace(">-", "&gt;-").replace('"', "&quot;")),
        fenced(json.dumps(DOCUMENT).replace('"', "&quot;") + "\n", info="json"),
        fenced('{"id": 1}\n', info="json 200", mark="```") + fenced() + fenced("curl https://x\n", info="bash"),
    ],
)
def test_spellings_of_the_same_fragment(page: str) -> None:
    (fragment,) = read(page)
    assert fragment.document == DOCUMENT


def test_a_page_with_several_fragments() -> None:
    second = SPEC.replace("/things/{id}", "/others")
    one, two = read(fenced() + fenced(second))
    assert list(one.document["paths"]) == ["/things/{id}"]
    assert list(two.document["paths"]) == ["/others"]
    assert two.line > one.line


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ("# Prose\n\nNothing else.\n", "no fenced block"),
        ("", "no fenced block"),
        (fenced("curl https://x\n", info="bash") * 2, "2 fenced blocks, none of them"),
        ("The key openapi: is not meant.\n", "no fenced block"),
    ],
)
def test_no_fragment(page: str, seen: str) -> None:
    assert refusal(page).startswith("page.md: no OpenAPI fragment in this page; it has " + seen)


FLAT = "\n".join(line.lstrip() for line in SPEC.splitlines()) + "\n"


@pytest.mark.parametrize(
    ("page", "first"),
    [
        (FLAT, "line 2: nothing stands below 'info': the indentation is gone"),
        (fenced(FLAT), "line 7: nothing stands below 'info': the indentation is gone"),
        (fenced().partition("  schemas:")[0], "line 5: the block that begins here is never closed"),
        (SPEC.partition("    Thing:")[0], "line 22: nothing stands below 'schemas': the text is cut off"),
        (SPEC.partition("components:")[0], "line 20: #/components/schemas/Thing leads nowhere: the text is cut off"),
        (fenced(SPEC.partition("    get:")[0]), "line 11: nothing stands below '/things/{id}': the text is cut off"),
        (
            SPEC + "# --- truncated at 2 KB (5 KB total) ---\n# Full source: elsewhere\n",
            "line 27: the text says itself",
        ),
        (fenced(json.dumps(DOCUMENT)[:-40] + "\n", info="json"), "line 6, column"),
        (fenced(SPEC.replace("      operationId", "   operationId")), "line 13, column"),
        (fenced(info="yaml GET /things"), "line 6: the block is said to be GET /things, and holds GET /things/{id}"),
    ],
)
def test_lost_structure_is_refused_at_its_first_place(page: str, first: str) -> None:
    assert f"page.md, {first}" in refusal(page).splitlines()[0]


def test_all_bad_pages_are_named() -> None:
    with pytest.raises(ContractError) as caught:
        read_fragments([Page("a.md", "nothing"), Page("b.md", SPEC), Page("c.md", FLAT)])
    assert [line[:4] for line in caught.value.message.splitlines()] == ["a.md", "c.md"]


@given(cut=st.integers(0, len(SPEC)))
@settings(max_examples=60, derandomize=True, deadline=None)
def test_a_cut_is_never_taken_for_less_structure(cut: int) -> None:
    """Wherever a fenced page ends too early, it is refused or complete."""
    page = fenced()
    end = page.index(SPEC) + cut
    try:
        (fragment,) = read(page[:end])
    except ContractError:
        return
    assert fragment.document == DOCUMENT


@pytest.mark.parametrize(
    "bomb",
    [
        "openapi: 3.0.3\na: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in itertools.pairwise("abcdefghi")),
        "openapi: 3.0.3\na: " + "[" * 100_000,
        '{"openapi": "3.0.3", "a": ' + "[" * 100_000,
        "openapi: 3.0.3\npaths: &a {b: *a}\n",
        "openapi: 3.0.3\npaths: !!python/object/apply:os.system [ls]\n",
        "openapi: 2.0\n",
        "openapi: 3.0.3\nopenapi: 3.1.0\n",
        "openapi: 3.0.3\npaths: [1]\n",
        "openapi: [3]\npaths: {}\n",
    ],
    ids=range(9),
)
def test_hostile_fragments_end_quickly(bomb: str) -> None:
    began = time.perf_counter()
    assert refusal(fenced(bomb + "\n")).startswith("page.md")
    assert time.perf_counter() - began < 5


def test_hostile_markdown_ends_quickly() -> None:
    began = time.perf_counter()
    for text in ("> " * 200_000, "- " * 200_000, "````\n" * 100_000, "`" * 1_000_000, "~" * 3 + "\n" * 500_000):
        list(fences(text))
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"a\n\0", "line 2: a NUL"),
        (b"\xff\xfe", "not UTF-8 text: bad byte at offset 0"),
        (b"x" * (32 * 1024 * 1024 + 1), "more than 32 MB"),
    ],
)
def test_files_that_are_no_pages(tmp_path: Path, content: bytes, why: str) -> None:
    file = tmp_path / "page.md"
    file.write_bytes(content)
    with pytest.raises(ContractError, match=why):
        read_page(str(file))
    with pytest.raises(ContractError, match="cannot be read"):
        read_page(str(tmp_path / "nowhere.md"))
    with pytest.raises(ContractError, match="cannot be read"):
        read_page(str(tmp_path))


def test_a_page_with_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(fenced(before=""), encoding="utf-8-sig")
    (fragment,) = read_fragments([read_page(str(tmp_path / "page.md"))])
    assert fragment.document == DOCUMENT
