"""The layouts of a report by name; each is loaded when it is used, since a command uses one."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from qcontract.reports.dossier import Dossier

__all__ = ["LAYOUTS"]


def _in(module: str) -> Callable[[Dossier], str]:
    def render(dossier: Dossier) -> str:
        text: str = import_module(f"qcontract.reports.{module}").render(dossier)
        return text

    return render


LAYOUTS: dict[str, Callable[[Dossier], str]] = {
    "text": _in("text"),
    "json": _in("document"),
    "markdown": _in("markdown"),
    "html": _in("html"),
    "sarif": _in("sarif"),
    "junit": _in("junit"),
    "github": _in("github"),
}
