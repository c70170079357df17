"""What a contract says against a recorded exchange: a status or a content type that it does not document counts too.

Where a contract documents a status without any content, nothing is said of the body, and nothing can be wrong there.
The request is judged only where the service accepted it: a refused one may be wrong on purpose.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jsonschema_rs
from attrs import frozen
from qcontract.contract import Contract, Operation, compile_schema
from support.exchanges import Exchange


@frozen(order=True)
class Violation:
    """Where in an exchange (counted from 1) something breaks a contract, as a JSON Pointer into it, and how."""

    exchange: int
    at: str
    message: str


def violations(recorded: Iterable[Exchange], contract: Contract) -> tuple[Violation, ...]:
    """Judge every exchange of a cassette."""
    return tuple(
        Violation(number, at, message)
        for number, exchange in enumerate(recorded, start=1)
        for at, message in _judged(exchange, contract)
    )


def operation_of(exchange: Exchange, contract: Contract) -> tuple[Operation, dict[str, str]] | None:
    """Find the operation that a request asks, behind the server's prefix and an emulator's mount of a snapshot."""
    mounted, found, path = urlsplit(exchange.url).path.partition(_prefix(contract))
    if not found or mounted not in ("", f"/@{contract.ref.label}"):
        return None
    return contract.match(exchange.method, f"/{path}")


def base_of(exchange: Exchange, contract: Contract) -> str:
    """The address that a client was given to make a request."""
    before, prefix, _ = exchange.url.partition(_prefix(contract))
    return before + prefix.rstrip("/")


def _prefix(contract: Contract) -> str:
    """What comes before every path, with the slash behind it."""
    return urlsplit(contract.document["servers"][0]["url"]).path.rstrip("/") + "/"


def _judged(exchange: Exchange, contract: Contract) -> Iterator[tuple[str, str]]:
    found = operation_of(exchange, contract)
    if found is None:
        yield "/request/path", f"the contract has no {exchange.method} {urlsplit(exchange.url).path}"
        return
    operation, places = found
    if exchange.status < 300:
        yield from _request(exchange, operation, places, contract)
    yield from _response(exchange, operation, contract)


def _request(
    exchange: Exchange, operation: Operation, places: Mapping[str, str], contract: Contract
) -> Iterator[tuple[str, str]]:
    query = parse_qs(urlsplit(exchange.url).query, keep_blank_values=True)
    declared = {(one["in"], one["name"]): one for one in operation.parameters}
    for kind, sent in (("query", query), ("path", {name: [value] for name, value in places.items()})):
        for name, texts in sent.items():
            if (kind, name) not in declared:
                yield f"/request/{kind}/{name}", "the contract has no such parameter"
            elif not _says(contract, declared[kind, name].get("schema", {}), texts):
                yield f"/request/{kind}/{name}", "the contract does not allow this value"
    for (kind, name), parameter in declared.items():
        if kind == "query" and parameter.get("required") and name not in query:
            yield f"/request/query/{name}", "the contract requires this parameter"
    if operation.request_body is not None:
        yield from _body("/request", exchange.request_body, operation.request_body, contract, "request")
    elif exchange.request_body:
        yield "/request/body", "the contract describes no body"


def _says(contract: Contract, schema: Any, texts: list[str]) -> bool:
    """Whether one of the values that the texts of a parameter can mean is allowed."""
    validator = _validator(contract, json.dumps(schema), "request")
    parts = [_value(part) for text in texts for part in text.split(",")]
    return any(validator.is_valid(one) for one in (texts[-1], _value(texts[-1]), texts, parts))


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _response(exchange: Exchange, operation: Operation, contract: Contract) -> Iterator[tuple[str, str]]:
    documented, status = operation.responses, exchange.status
    answer = documented.get(str(status)) or documented.get(f"{status // 100}XX") or documented.get("default")
    if answer is None:
        yield "/response/status", f"the contract documents no {status} of {operation.operation_id}"
        return
    content = answer.get("content", {})
    kind = exchange.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content and kind not in content:
        yield "/response/headers/content-type", f"the contract documents no {kind or 'answer without content type'}"
    elif kind == "application/json":
        yield from _body("/response", exchange.body, answer, contract, "response")


def _body(
    where: str, body: bytes, holder: Mapping[str, Any], contract: Contract, direction: Any
) -> Iterator[tuple[str, str]]:
    schema = holder.get("content", {}).get("application/json", {}).get("schema")
    if schema is None or not (body or holder.get("required", True)):
        return
    try:
        value = json.loads(body, object_pairs_hook=once)
    except ValueError as error:
        yield f"{where}/body", f"not JSON: {error}"
        return
    for problem in _validator(contract, json.dumps(schema), direction).iter_errors(value):
        steps = "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in problem.instance_path)
        yield f"{where}/body{steps}", problem.message


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Read an object, and refuse one that says something twice."""
    value = dict(pairs)
    if len(value) < len(pairs):
        raise ValueError("a member stands there twice")
    return value


@cache
def _validator(contract: Contract, schema: str, direction: Any) -> Any:
    compiled = compile_schema(contract.document, json.loads(schema), direction=direction)
    return jsonschema_rs.validator_for(compiled, mask="the value")
