"""A server that answers by a script and remembers what it was asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias
from urllib.parse import parse_qsl, urlsplit

from attrs import field, frozen
from qcontract.transport.inprocess import mock_transport


@frozen
class Asked:
    """One request as it arrived; names of headers are in lower case."""

    method: str
    url: str
    headers: Mapping[str, str] = field(repr=False)
    body: bytes

    @property
    def path(self) -> str:
        return urlsplit(self.url).path

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(urlsplit(self.url).query, keep_blank_values=True)

    @property
    def json(self) -> Any:
        return json.loads(self.body)


Answer: TypeAlias = "tuple[int, Mapping[str, str], bytes]"
Step: TypeAlias = "Answer | Exception | Callable[[Asked], Answer | Exception]"


def answer(status: int, body: object = None, **headers: str) -> Answer:
    """An answer with a JSON body; `Retry-After` is written `retry_after`."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    if body is None:
        return status, named, b""
    if isinstance(body, bytes):
        return status, named, body
    return status, {"content-type": "application/json", **named}, json.dumps(body).encode()


def html(status: int = 200) -> Answer:
    return status, {"content-type": "text/html"}, b"<html><body>Bad gateway</body></html>"


class ScriptedServer:
    """Answers with the steps of a script, one after the other, or with what one function returns.

    A step is an answer, an exception (an httpx error that the transport raises) or a function of the request. A request
    after the last step is an error of the test, unless `then` says what to go on with.

        server = ScriptedServer([httpx.ConnectError("refused"), answer(200, {...})])
        client = IonQ(key="test-key", transport=server.transport, context=clock.context())
    """

    def __init__(
        self, script: Iterable[Step] | Callable[[Asked], Answer | Exception], then: Step | None = None
    ) -> None:
        self._steps = iter(()) if callable(script) else iter(script)
        self._then: Step | None = script if callable(script) else then
        self.requests: list[Asked] = []

    @property
    def transport(self) -> Any:
        """The transport to give to a client, sync or async."""
        return mock_transport(self._answer)

    @property
    def calls(self) -> list[tuple[str, str]]:
        """Method and path of every request so far."""
        return [(asked.method, asked.path) for asked in self.requests]

    def sent(self, method: str) -> list[Asked]:
        """The requests so far with one method."""
        return [asked for asked in self.requests if asked.method == method]

    def _answer(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        asked = Asked(method, url, headers, body)
        self.requests.append(asked)
        step = next(self._steps, self._then)
        assert step is not None, f"the script has ended, and there came {method} {url}"
        found = step(asked) if callable(step) else step
        if isinstance(found, Exception):
            raise found
        return found
