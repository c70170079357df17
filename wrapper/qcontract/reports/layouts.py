"""The layouts of a report by name."""

from __future__ import annotations

from collections.abc import Callable

from qcontract.reports import document, github, html, junit, markdown, sarif, text
from qcontract.reports.dossier import Dossier

__all__ = ["LAYOUTS"]

LAYOUTS: dict[str, Callable[[Dossier], str]] = {
    "text": text.render,
    "json": document.render,
    "markdown": markdown.render,
    "html": html.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "github": github.render,
}
