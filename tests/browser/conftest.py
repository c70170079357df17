from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's chromium; playwright only drives it."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("chromium is not installed: apt-get install chromium")
    with sync_api.sync_playwright() as playwright:
        # A sandbox needs privileges that containers do not give; the pages are our own files.
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def artefacts(tmp_path: Path) -> Path:
    """Where pictures go for people to look at."""
    folder = Path(os.environ.get("QCONTRACT_ARTEFACTS") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def complaints() -> list[str]:
    """What pages complain about, ask for or run; a test that expects some empties it."""
    return []


@pytest.fixture
def visit(chromium: Any, tmp_path: Path, complaints: list[str]) -> Iterator[Callable[..., Any]]:
    """Open a page from its text; complaints fail the test."""
    contexts: list[Any] = []

    def open_page(content: str, **options: Any) -> Any:
        file = tmp_path / "report.html"
        file.write_text(content, "utf-8")
        context = chromium.new_context(**{"viewport": {"width": 1100, "height": 1300}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: request.url == file.as_uri() or complaints.append(request.url))
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
