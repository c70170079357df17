"""Formats of strings: opaque sets, of which a few members, a few strangers and who contains whom are known.

A format that is not named here says something that nobody can check (``byte``, ``binary``, a vendor's own): whether a
text is a stranger to it stays unknown. As a member any text passes, as with validators. The members of the others were
recorded from a validator that asserts formats; a test repeats that.
"""

from __future__ import annotations

import re
from functools import cache

from qcontract.drift.schemas.expressions import ANYTHING, NOTHING, Expression
from qcontract.drift.schemas.patterns import parse

__all__ = ["MEMBERS", "contains", "examples", "fits", "is_annotation", "is_checked", "is_exact", "shape", "sure"]

_UUID = "123e4567-e89b-12d3-a456-426614174000"
_LABELS = ("2024-02-29", "P1D", "example.org", "192.0.2.1", _UUID, "a", "0")
_URIS = ("https://example.org/a", f"urn:uuid:{_UUID}")
_REFERENCES = (*_URIS, "a/b", "/a", "0/a", "", "a", "0", "example.org", "192.0.2.1", _UUID, "a@example.org")

MEMBERS: dict[str, tuple[str, ...]] = {
    "date": ("2024-02-29",),
    "date-time": ("2024-02-29T12:30:00Z",),
    "duration": ("P1D",),
    "email": ("a@example.org",),
    "hostname": _LABELS,
    "idn-email": ("a@example.org", "ä@example.org"),
    "idn-hostname": (*_LABELS, "bücher.example"),
    "ipv4": ("192.0.2.1",),
    "ipv6": ("2001:db8::1",),
    "iri": (*_URIS, "https://example.org/ä"),
    "iri-reference": (*_REFERENCES, "ä@example.org", "bücher.example", "https://example.org/ä"),
    "json-pointer": ("/a", ""),
    "regex": ("a", "[a]", "a/b", "/a", "2024-02-29"),
    "relative-json-pointer": ("0/a", "0"),
    "time": ("12:30:00Z",),
    "uri": _URIS,
    "uri-reference": _REFERENCES,
    "uri-template": ("{a}", "a", "a/b", "/a", "https://example.org/a"),
    "uuid": (_UUID,),
}

_SHAPES = {  # every member of the format has this shape; other texts that have it may be strangers
    "date": r"\d{4}-\d{2}-\d{2}",
    "date-time": r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})",
    "duration": r"[Pp][0-9A-Za-z.,]+",
    "email": r"[!-~][ -~]*@[ -~]+",
    "hostname": r"[A-Za-z0-9.-]{1,255}",
    "idn-email": r"[\s\S]+@[\s\S]+",
    "idn-hostname": r"[^ /:@(){}]+",
    "ipv4": r"\d{1,3}(\.\d{1,3}){3}",
    "ipv6": r"[0-9A-Fa-f:.]{2,45}",
    "iri": r"[A-Za-z][A-Za-z0-9+.-]*:[^ ]*",
    "iri-reference": r"[^ ]*",
    "json-pointer": r"(/[\s\S]*)?",
    "regex": r"([^(][\s\S]*|\([\s\S]+)?",
    "relative-json-pointer": r"\d[\s\S]*",
    "time": r"\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})?",
    "uri": r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]*",
    "uri-reference": r"[!-~]*",
    "uri-template": r"[^ ]*",
    "uuid": r"[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}",
}
_EXACT = frozenset({"uuid"})  # no stranger has the shape
_SURE = {  # every text of this shape is a member of the format; there are others
    "date": r"[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])",
    "date-time": r"[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z",
    "email": r"[a-z0-9]{1,64}@[a-z0-9]{1,60}\.[a-z]{2,60}",
    "ipv4": r"(\d|[1-9]\d|1\d\d)(\.(\d|[1-9]\d|1\d\d)){3}",
    "uri": r"https?://[a-z0-9]{1,60}(\.[a-z]{1,60})?(/[A-Za-z0-9._-]+)*/?",
}
_WITHIN = {
    "email": {"idn-email"},
    "hostname": {"idn-hostname"},
    "uri": {"iri", "uri-reference", "iri-reference"},
    "iri": {"iri-reference"},
    "uri-reference": {"iri-reference"},
}
_PLAUSIBLE = {"byte": ("YQ==",), "base64url": ("YQ",)}
_NUMERAL = ("0",)  # what most formats are that vendors make up for texts: long and decimal numbers
_ANNOTATIONS = frozenset({"password", "string", "text"})  # say how to show a text, not which texts there are


def is_annotation(name: str) -> bool:
    """Whether the format says nothing about which texts are allowed."""
    return name in _ANNOTATIONS


def is_checked(name: str) -> bool:
    """Whether validators check the format; any text passes for one that they do not know."""
    return name in MEMBERS


def examples(name: str) -> tuple[str, ...]:
    """Texts of the format, or texts that look like it when nobody checks it."""
    return MEMBERS.get(name) or _PLAUSIBLE.get(name, _NUMERAL)


def contains(outer: str, inner: str) -> bool:
    """Whether every text of the format ``inner`` is known to have the format ``outer``."""
    return outer == inner or outer in _WITHIN.get(inner, ())


def fits(name: str, text: str) -> bool | None:
    """Whether a text has the format, or None when that is not known."""
    if name not in MEMBERS:
        return None
    if text in MEMBERS[name]:
        return True
    if name in _SURE and re.fullmatch(_SURE[name], text, re.ASCII):
        return True
    has_shape = re.fullmatch(_SHAPES[name], text, re.ASCII) is not None
    return has_shape if name in _EXACT else None if has_shape else False


def is_exact(name: str) -> bool:
    """Whether the texts of the shape are the texts of the format."""
    return name in _EXACT


@cache
def sure(name: str) -> Expression:
    """Texts of the format, as far as a pattern can say; nothing where none is known."""
    if name in _EXACT:
        return shape(name)
    return (parse(f"^({_SURE[name]})$") if name in _SURE else None) or NOTHING


@cache
def shape(name: str) -> Expression:
    """Texts among which all texts of the format are."""
    return (parse(f"^({_SHAPES[name]})$") if name in _SHAPES else None) or ANYTHING
