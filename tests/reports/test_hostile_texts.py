from __future__ import annotations

import json
import re
import unicodedata
from html.parser import HTMLParser
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from qcontract.reports.dossier import Dossier
from qcontract.reports.html.markup import text as html_text
from qcontract.reports.layouts import LAYOUTS
from qcontract.reports.markdown import code, plain
from qcontract.reports.printable import printable
from support.reports import NASTY, nasty, nasty_group

texts = st.one_of(st.text(st.characters(codec=None)), st.text("<>&\"'`|[](){}:%,@#\\\n\r\x00\x1b\u202e/!-*_~$w.a1"))
hostile = settings(max_examples=60, derandomize=True, deadline=None)


def show(layout: str, text: str) -> str:
    return LAYOUTS[layout](Dossier(nasty(text)))


def with_examples(test: object) -> object:
    for text in NASTY:
        test = example(text)(test)  # type: ignore[operator]
    return test


class Page(HTMLParser):
    """Elements with their attributes, and the texts of headings."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.headings: list[str] = []
        self._inside = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag
        if tag == "h3":
            self.headings.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = "" if tag == self._inside else self._inside

    def handle_data(self, data: str) -> None:
        if self._inside == "h3":
            self.headings[-1] += data


@hostile
@given(texts)
@with_examples
def test_a_page_has_no_elements_but_its_own(text: str) -> None:
    page, plain_page = Page(show("html", text)), Page(show("html", "x"))
    kinds = {tag for tag, _ in page.elements}
    assert kinds <= {tag for tag, _ in plain_page.elements}
    assert sum(tag == "script" for tag, _ in page.elements) == 1
    assert page.headings == [printable(text)]
    names = {name for _, attributes in page.elements for name in attributes}
    assert names == {name for _, attributes in plain_page.elements for name in attributes}


@hostile
@given(texts)
@with_examples
def test_no_layout_for_eyes_has_characters_that_a_terminal_or_a_browser_obeys(text: str) -> None:
    for layout in ("text", "markdown", "html", "junit", "github", "sarif"):
        shown = show(layout, text)
        obeyed = [each for each in shown if unicodedata.category(each)[0] == "C" and each != "\n"]
        assert obeyed == [], layout


@hostile
@given(texts)
@with_examples
def test_xml_is_well_formed_and_tells_the_text(text: str) -> None:
    suites = ElementTree.fromstring(show("junit", text))
    [failure] = suites.iter("failure")
    assert failure.get("message") == printable(text)
    assert failure.text is not None
    assert failure.text.startswith(f"breaking: {printable(text)}\n")


@hostile
@given(texts)
@with_examples
def test_workflow_commands_stay_one_line_each_and_tell_the_text(text: str) -> None:
    lines = show("github", text).split("\n")
    assert [line[:2] for line in lines] == ["::", "::", ""]
    properties, _, data = lines[0].removeprefix("::error ").partition("::")
    told = dict(each.partition("=")[::2] for each in properties.split(","))
    assert set(told) == {"file", "line", "col", "title"}
    assert unquote(told["file"], errors="strict") == unquote(printable(text or "x").replace("%", "%25"))
    assert data.split("%0A")[0].replace("%25", "%") == printable(text)


@hostile
@given(texts)
@with_examples
def test_sarif_is_ascii_json_with_escaped_braces_and_encoded_addresses(text: str) -> None:
    shown = show("sarif", text)
    assert shown.isascii()
    result = json.loads(shown)["runs"][0]["results"][0]
    said = result["message"]["text"]
    assert re.search(r"(?<!\{)(\{\{)*\{(?!\{)|(?<!\})(\}\})*\}(?!\})", said) is None
    assert said.replace("{{", "{").replace("}}", "}").startswith(f"{printable(text)}.")
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9._~%/-]+", uri)


@hostile
@given(texts)
@with_examples
def test_markdown_of_a_text_has_no_effect(text: str) -> None:
    shown = plain(text)
    assert re.sub(r"\\([\\`*_\[\]<>|~&$])", r"\1", shown.replace("<!-- -->", "\0")).replace("\0", "") == printable(text)
    bare = re.sub(r"\\[\\`*_\[\]<>|~&$]", "", shown.replace("<!-- -->", "\0"))
    assert re.search(r"[\\`*_\[\]<>|~&$]|[@#](?!\0)|://|www\.", bare, re.IGNORECASE) is None
    assert "\n" not in shown


@hostile
@given(texts)
@with_examples
def test_a_code_span_ends_where_it_should(text: str) -> None:
    shown = code(text)
    fence = re.match("`+", shown)
    assert fence is not None
    inside = shown[len(fence[0]) : -len(fence[0])]
    assert shown.endswith(fence[0])
    assert fence[0] not in re.findall("`+", inside)
    assert printable(text) in inside


@hostile
@given(texts)
@with_examples
def test_findings_that_are_shown_together_keep_to_their_lines(text: str) -> None:
    dossier, plain_one = Dossier(nasty_group(text)), Dossier(nasty_group("x"))
    for layout in ("markdown", "github"):
        shown, usual = (LAYOUTS[layout](each).split("\n") for each in (dossier, plain_one))
        assert len(shown) == len(usual)
        assert [line[:4] for line in shown] == [line[:4] for line in usual]
    shown = LAYOUTS["text"](dossier)
    assert shown.replace("\n", "").isprintable()
    assert shown.count("breaking[enum-value-removed]") == 1 + text.count("breaking[enum-value-removed]")


@pytest.mark.parametrize("text", NASTY)
def test_json_keeps_every_text_as_it_is(text: str) -> None:
    content = json.loads(show("json", text))
    assert content["findings"][0]["message"] == text


def test_quotes_are_escaped_for_attributes() -> None:
    assert html_text("\"'<") == "&quot;&#x27;&lt;"
