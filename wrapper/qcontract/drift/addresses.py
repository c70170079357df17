"""Addresses of servers: which there are, and whether one of them is among others.

>>> wide = Address.of("https://{region}.example.test:443/", ["region"])
>>> one = Address.of("https://EU.example.test", [])
>>> wide.shown, wide.includes(one), one.includes(wide)
('https://{}.example.test', True, False)
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from attrs import frozen

from qcontract.contract.jsonvalue import is_array, is_object
from qcontract.drift.schemas import Direction, Schemas, View

__all__ = ["Address", "addresses_of", "default_of", "missing"]

_MOST = 1000
"""Addresses of one server beyond which they are not listed one by one."""
_NAME = re.compile(r"\{([^{}]*)\}")
_PORTS = {"http": "80", "https": "443"}
_ANY = "{}"


@frozen
class Address:
    """An address, or several that are written as one.

    Args:
        shown: How people read it; ``{}`` stands for any text.
        choices: The texts that each further placeholder stands for, in order of names.
    """

    shown: str
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @classmethod
    def of(cls, url: str, variables: Iterable[str], lists: Mapping[str, Iterable[str]] | None = None) -> Address:
        """An address whose variables stand for any text, apart from those with lists."""
        kept = lists or {}
        free = {name: _ANY for name in variables if name not in kept}
        return cls(_plain(_filled(url, free)), tuple((name, tuple(kept[name])) for name in sorted(kept)))

    @property
    def pattern(self) -> str:
        """A regular expression of all the addresses."""
        parts = re.split(r"(\{[^{}]*\})", self.shown)
        return "".join(self._pattern_of(part) for part in parts)

    def _pattern_of(self, part: str) -> str:
        if part == _ANY:
            return ".*"
        texts = dict(self.choices).get(part[1:-1]) if part.startswith("{") else None
        return f"(?:{'|'.join(map(_escaped, texts))})" if texts else _escaped(part)

    def includes(self, other: Address) -> bool:
        """Whether the other one, with its placeholders as they are, is of this kind."""
        return self == other or (not other.choices and re.fullmatch(self.pattern, other.shown) is not None)


def _escaped(text: str) -> str:
    """A text as a regular expression of JSON Schema, which knows no escapes but those of its signs."""
    return re.sub(r"([\\^$.*+?()\[\]{}|/])", r"\\\1", text)


@lru_cache(maxsize=1 << 10)
def missing(address: Address, known: tuple[Address, ...]) -> str | None:
    """One of the addresses that is not among those known; empty where that is not certain, None where there is none."""
    if any(other.includes(address) for other in known):
        return None
    if not address.choices:
        return address.shown
    sent, taken = _matching([address]), _matching(known)
    relation = Schemas({}, {}, view=View.EXACT).decide(sent, taken, Direction.REQUEST)
    return None if relation.verdict == "safe" else str(relation.witness or "")


def _matching(addresses: Iterable[Address]) -> dict[str, str]:
    return {"type": "string", "pattern": f"^(?:{'|'.join(address.pattern for address in addresses)})$"}


def addresses_of(servers: Iterable[Mapping[str, Any]]) -> dict[Address, None]:
    """Every address of some servers, each once."""
    return dict.fromkeys(address for server in servers for address in _addresses(server))


def _addresses(server: Mapping[str, Any]) -> Iterator[Address]:
    url, variables = str(server.get("url", "/")), _variables(server)
    named = {name: said for name, said in variables.items() if name in _NAME.findall(url)}
    lists = {name: sorted(map(str, said["enum"])) for name, said in named.items() if _has_list(said)}
    size = 1
    for texts in lists.values():
        size *= len(texts)
    if size > _MOST:
        yield Address.of(url, named, lists)
        return
    free = named.keys() - lists.keys()
    for choice in itertools.product(*lists.values()):
        yield Address.of(_filled(url, dict(zip(lists, choice, strict=True))), free)


def _has_list(said: Mapping[str, Any]) -> bool:
    return is_array(said.get("enum")) and bool(said["enum"])


def default_of(server: Mapping[str, Any]) -> Address:
    """The address that a client takes by itself."""
    values = {name: str(said.get("default", _ANY)) for name, said in _variables(server).items()}
    return Address(_plain(_filled(str(server.get("url", "/")), values)))


def _variables(server: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    found = server.get("variables")
    return {name: said for name, said in found.items() if is_object(said)} if is_object(found) else {}


def _filled(url: str, values: Mapping[str, str]) -> str:
    return _NAME.sub(lambda name: values.get(name[1], name[0]), url)


def _plain(url: str) -> str:
    """An address as it compares: scheme and host in small letters, without the usual port and a slash at the end."""
    head, mark, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    scheme = head.lower()
    host = _lower(host).removesuffix(f":{_PORTS.get(scheme, '')}")
    text = f"{scheme}{mark}{host}{slash}{path}" if mark else url
    return text.rstrip("/") or "/"


def _lower(host: str) -> str:
    """A host in small letters; names of placeholders are none of its parts."""
    return "".join(part if part.startswith("{") else part.lower() for part in re.split(r"(\{[^{}]*\})", host))
