"""The files of the page, and the headers that let a browser run nothing else."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from ..http import Request, Response

__all__ = ["asset"]

_BELOW: Final = "/_qcontract/page/"
_TYPES: Final = {"html": "text/html", "css": "text/css", "js": "text/javascript"}
_FILES: Final = {
    "/": "index.html",
    **{_BELOW + name: name for name in ("page.css", "page.js", "parts.js", "jobs.js", "chosen.js", "circuit.js")},
}

# Names of jobs are anybody's text; what this forbids cannot happen even if the page forgot to treat one as text.
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def asset(request: Request) -> Response | None:
    """Return a file of the page, None for every other request.

    The page holds no data: it asks the control API, which decides who may see any.
    """
    name = _FILES.get(request.path)
    if name is None or request.method not in ("GET", "HEAD"):
        return None
    headers = {
        "content-type": f"{_TYPES[name.rpartition('.')[2]]}; charset=utf-8",
        "content-security-policy": _POLICY,
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": "no-cache",
    }
    return Response(200, headers, _content(name))


@cache
def _content(name: str) -> bytes:
    return files("qcontract.emulator.page").joinpath(name).read_bytes()
