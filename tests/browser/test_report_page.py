"""The page of a drift report in a browser."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qcontract.contract.source import open_spec
from qcontract.drift import compare
from qcontract.drift.locations import located
from qcontract.drift.migration import migration
from qcontract.findings import NO_EVIDENCE, Report
from qcontract.reports.dossier import Dossier
from qcontract.reports.html import render
from support.reports import NASTY, finding, nasty, nasty_group, report

pytestmark = pytest.mark.heavy

Visit = Callable[..., Any]

THREE = report(
    finding(message="Job/status: paused is gone", operations=("GET /jobs",)),
    finding(message="Job/name: shorter", level="risky", number=1, operations=("GET /jobs", "POST /jobs")),
    finding(message="Job/extra: new", level="compatible", number=2, operations=("POST /jobs",), evidence=NO_EVIDENCE),
)


def show(content: Report = THREE, **more: Any) -> str:
    return render(Dossier(content, **more))


def shown(page: Any) -> list[str]:
    """The headings of the findings that take part in the page; what is off screen has no inner text."""
    return [each.text_content() for each in page.locator("article:visible h3").all()]


def test_everything_is_there_without_javascript(visit: Visit) -> None:
    page = visit(show(), java_script_enabled=False)
    assert shown(page)[:2] == ["Job/status: paused is gone", "Job/name: shorter"]
    assert not page.locator("form.filters").is_visible()
    page.locator("details.compatible > summary").click()
    assert shown(page)[2] == "Job/extra: new"


def test_levels_operations_and_words_filter(visit: Visit) -> None:
    page = visit(show())
    count = page.locator("output")
    assert count.inner_text() == "3 of 3 findings"
    page.get_by_label("breaking").uncheck()
    assert shown(page) == ["Job/name: shorter"]
    assert count.inner_text() == "2 of 3 findings"
    page.get_by_label("breaking").check()
    page.get_by_label("Operation").select_option("POST /jobs")
    assert shown(page) == ["Job/name: shorter", "Job/extra: new"]  # a filter opens what it finds
    page.get_by_label("Operation").select_option("all operations")
    page.get_by_label("Words").fill("PAUSED gone")
    assert shown(page) == ["Job/status: paused is gone"]
    page.get_by_label("Words").fill("nowhere")
    assert page.get_by_text("No finding fits these filters.").is_visible()
    assert shown(page) == []
    page.get_by_label("Words").fill("")
    assert shown(page) == ["Job/status: paused is gone", "Job/name: shorter"]


def test_a_chapter_that_was_opened_stays_open(visit: Visit) -> None:
    page = visit(show())
    page.locator("details.compatible > summary").click()
    page.locator("details.breaking > summary").click()
    page.get_by_label("Words").fill("Job")
    page.get_by_label("Words").fill("")
    assert shown(page) == ["Job/name: shorter", "Job/extra: new"]


def test_the_keyboard_is_enough(visit: Visit) -> None:
    page = visit(show())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the findings"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert shown(page) == ["Job/name: shorter"]
    reached = set()
    for _ in range(20):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.tagName + (document.activeElement.name || '')"))
        assert page.evaluate(
            "document.activeElement.matches(':focus-visible') || document.activeElement === document.body"
        )
    assert {"INPUTlevel", "SELECToperation", "INPUTwords", "SUMMARY", "A"} <= reached


def test_a_link_leads_to_its_finding_even_when_it_is_filtered_out(visit: Visit) -> None:
    page = visit(show())
    hidden = THREE.findings[2]
    page.get_by_label("compatible").uncheck()
    page.evaluate(f"location.hash = '#f-{hidden.fingerprint}'")
    page.wait_for_function("document.querySelectorAll('article:target').length === 1")
    page.locator("article:target h3").wait_for(state="visible")
    assert "Job/extra: new" in shown(page)
    assert page.locator("output").inner_text() == "3 of 3 findings"


def test_findings_that_are_read_as_one_are_counted_and_linked_one_by_one(visit: Visit) -> None:
    content = report(*nasty_group("slow").findings, *THREE.findings)
    page = visit(show(content))
    assert any(each.endswith("the values slow, slow0, slow1 and slow2 are no longer possible") for each in shown(page))
    assert page.locator("output").inner_text() == "7 of 7 findings"
    page.get_by_label("Words").fill("shorter")
    assert page.locator("output").inner_text() == "1 of 7 findings"
    for each in nasty_group("slow").findings:
        page.evaluate(f"location.hash = '#f-{each.fingerprint}'")
        page.locator("article:target, article:has(:target)").locator("h3").wait_for(state="visible")
        assert page.locator("output").inner_text() == "7 of 7 findings"
        page.get_by_label("Words").fill("shorter")


@pytest.mark.parametrize("text", NASTY)
def test_hostile_texts_do_nothing(visit: Visit, text: str) -> None:
    page = visit(show(nasty(text)))
    page.wait_for_timeout(50)
    assert page.locator("img, script[src], iframe, [onerror], [onmouseover]").count() == 0
    assert page.locator("article").count() == 1
    page.get_by_label("Operation").select_option(index=1)
    assert page.locator("article:visible").count() == 1
    assert visit(show(nasty_group(text))).locator("article").count() == 1


def test_the_policy_stops_what_could_slip_through(visit: Visit, complaints: list[str]) -> None:
    planted = "<img src='https://evil.example/x'><script>document.title='run'</script><b onclick='x()' style='top:0'>"
    page = visit(show().replace("<h3>", f"{planted}<h3>", 1))
    assert page.title() == "breaking: old.yaml to new.yaml"
    told = " ".join(complaints)
    for refusal in ("Loading the image", "inline script", "inline event handler", "inline style"):
        assert refusal in told
    complaints.clear()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1100, 390])
def test_it_can_be_read_in_light_and_dark_wide_and_narrow(
    visit: Visit, artefacts: Path, scheme: str, width: int
) -> None:
    old, new = open_spec("ionq-v0.3"), open_spec("ionq-v0.4")
    content = located(compare(old, new, "sdk"), old, new)
    page = visit(
        show(content, migration=migration(old.document, new.document)),
        color_scheme=scheme,
        viewport={"width": width, "height": 1300},
    )
    page.screenshot(path=artefacts / f"drift-{scheme}-{width}.png")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for selector in ("h1", ".tally li", ".advice", ".level", "figcaption", "pre"):
        assert contrast(page, selector) >= 4.5, selector


def contrast(page: Any, selector: str) -> float:
    """The contrast of an element's text to what is behind it, as WCAG counts it."""
    ratio: float = page.evaluate(
        """selector => {
          const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
          const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
            .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
            .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
          const element = document.querySelector(selector);
          let behind = element;
          while (parse(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
          const [ink, paper] = [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor];
          const pair = [ink, paper].map((c) => light(parse(c)));
          return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
        }""",
        selector,
    )
    return ratio


def test_ten_thousand_findings_open_and_filter_in_seconds(visit: Visit) -> None:
    levels = ("breaking", "risky", "compatible", "info")
    many = report(
        *(
            finding(
                number=number,
                message=f"Job/p{number}: gone",
                level=levels[number % 4],
                operations=(f"GET /{number % 99}",),
            )
            for number in range(10_000)
        )
    )
    start = time.perf_counter()
    page = visit(show(many))
    page.get_by_label("Operation").select_option("GET /7")
    page.get_by_label("Words").fill("p7:")
    assert shown(page) == ["Job/p7: gone"]
    assert time.perf_counter() - start < 20
