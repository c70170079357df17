"""Requests said through the generated functions, and said again from what a cassette holds of them."""

from __future__ import annotations

import datetime
import importlib
import inspect
import json
import pkgutil
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

import anyio
import httpx
from attrs import field, frozen
from qcontract.contract import Contract, Operation, registry
from qcontract_api.runtime import ApiStatusError, UnknownVariant
from support.exchanges import Exchange
from support.gate import operation_of
from support.secrecy import KEY

PACKAGES = {str(entry.ref): entry.package for entry in registry() if entry.package}
CONTRACTS = tuple(PACKAGES)


class Word(str):
    """Any text in the place of a named value, which generated code asks for its `value`."""

    __slots__ = ()

    @property
    def value(self) -> str:
        return str(self)


@frozen
class Asked:
    """What a request says: values of its parameters by their names in the contract, a body, and whose key."""

    operation: Operation
    places: Mapping[str, str] = field(factory=dict)
    query: Mapping[str, Any] = field(factory=dict)
    body: Any = None
    key: str = KEY


@frozen
class Told:
    """What a generated function made of an answer."""

    status: int
    headers: Mapping[str, str]
    content: bytes
    parsed: Any


def recalled(exchange: Exchange, contract: Contract) -> Asked:
    """What a recorded request said."""
    found = operation_of(exchange, contract)
    assert found is not None, exchange.url
    query = parse_qs(urlsplit(exchange.url).query, keep_blank_values=True)
    body = json.loads(exchange.request_body) if exchange.request_body else None
    return Asked(found[0], found[1], query, body)


def ask(contract: str, asked: Asked, base_url: str, transport: httpx.BaseTransport) -> Told:
    """Say it with the generated sync function."""
    client = _client(contract, asked, base_url, transport)
    return _told(lambda: _module(contract, asked).sync_detailed(client=client, **_arguments(contract, asked)))


def ask_async(
    contract: str, asked: Asked, base_url: str, transport: Callable[[], httpx.AsyncBaseTransport], backend: str
) -> Told:
    """Say it with the generated async function, on asyncio or trio."""

    async def asking() -> Any:
        client = _client(contract, asked, base_url, transport())
        return await _module(contract, asked).asyncio_detailed(client=client, **_arguments(contract, asked))

    return _told(lambda: anyio.run(asking, backend=backend))


def _told(answer: Callable[[], Any]) -> Told:
    try:
        found = answer()
    except ApiStatusError as error:
        return Told(error.status_code, error.headers, error.content, None)
    return Told(found.status_code, found.headers, found.content, found.parsed)


def _client(contract: str, asked: Asked, base_url: str, transport: Any) -> Any:
    generated = importlib.import_module(f"qcontract_api.{PACKAGES[contract]}.client")
    header = {"prefix": "", "auth_header_name": "X-API-KEY"} if contract.startswith("qbraid") else {"prefix": "apiKey"}
    return generated.AuthenticatedClient(
        base_url=base_url, token=asked.key, httpx_args={"transport": transport}, **header
    )


def parsing(contract: str, asked: Asked, response: Any) -> Any:
    """What the generated `_parse_response` makes of an answer."""
    return _module(contract, asked)._parse_response(response=response)


def _module(contract: str, asked: Asked) -> Any:
    return _modules(PACKAGES[contract])[_folded(asked.operation.operation_id)]


@cache
def _modules(package: str) -> dict[str, Any]:
    api = importlib.import_module(f"qcontract_api.{package}.api")
    names = [name for _, name, inner in pkgutil.walk_packages(api.__path__, api.__name__ + ".") if not inner]
    return {_folded(name.rsplit(".", 1)[1]): importlib.import_module(name) for name in names}


def _folded(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _arguments(contract: str, asked: Asked) -> dict[str, Any]:
    """The arguments of the generated function; digits at the beginning of a name got a word before them there."""
    signature = inspect.signature(_module(contract, asked)._get_kwargs).parameters
    names = {_folded(name).removeprefix("field"): name for name in signature}
    path = {name.removesuffix("path"): argument for name, argument in names.items()}
    values: dict[str, Any] = {path[_folded(name)]: Word(value) for name, value in asked.places.items()}
    query = {name.removesuffix("query"): argument for name, argument in names.items()}
    schemas = {one["name"]: one.get("schema", {}) for one in asked.operation.parameters if one["in"] == "query"}
    for name, value in asked.query.items():
        values[query[_folded(name)]] = _argument(schemas[name], value)
    if asked.body is not None:
        values["body"] = _model(contract, asked).from_dict(asked.body)
    return values


def _argument(schema: Mapping[str, Any], value: Any) -> Any:
    texts = [str(one) for one in value] if isinstance(value, list) else [str(value)]
    if schema.get("type") == "array":
        return texts
    if schema.get("format") == "date":
        return datetime.date.fromisoformat(texts[0])
    return Word(texts[0])


def _model(contract: str, asked: Asked) -> Any:
    """The generated class of a body, where it is one class."""
    models = importlib.import_module(f"qcontract_api.{PACKAGES[contract]}.models")
    schema = asked.operation.request_body["content"]["application/json"]["schema"]  # type: ignore[index]
    name = schema.get("$ref", "").rpartition("/")[2]
    return getattr(models, name, UnknownVariant)
