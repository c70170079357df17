"""What the pure `_parse_response` makes of an answer, and what `sync` and `asyncio` raise."""

from __future__ import annotations

import importlib
import inspect
import pickle
import pkgutil

import httpx
import pytest
from qcontract_api.runtime import ApiStatusError, MissingFieldError, UnknownVariant

TYPES = {
    "ionq.circuit.v1": "SingleCircuitJob",
    "ionq.qasm3.v1": "SingleCircuitJob",
    "ionq.qir.v1": "SingleCircuitJob",
    "qctrl.qaoa-circuit.v1": "SingleCircuitJob",
    "ionq.multi-circuit.v1": "MultiCircuitJob",
    "qctrl.qaoa.v1": "QaoaJob",
    "quantum-function": "QuantumFunctionJob",
}


def _endpoints(package):
    api = package.module("api")
    for _, name, is_package in pkgutil.walk_packages(api.__path__, api.__name__ + "."):
        if not is_package:
            yield importlib.import_module(name)


def test_the_list_of_types_is_that_of_the_contract(current):
    assert current.components["GetJobResponse"]["x-qcontract-dispatch"]["map"] == TYPES


@pytest.mark.parametrize(("tag", "name"), TYPES.items())
def test_a_job_lands_in_the_class_of_its_type(current, reply, tag, name):
    payload = {**current.example(current.components[name]), "type": tag, "status": "brand_new"}
    job = current.parse("default.get_job", reply(200, payload))
    assert type(job) is current.model(name)
    assert job.to_dict() == payload
    assert job.type_.is_known
    assert not job.status.is_known


@pytest.mark.parametrize("tag", [{"type": "ionq.next.v1"}, {"type": None}, {"type": ["a"]}, {}], ids=str)
def test_an_unknown_type_is_kept_as_raw_json(current, reply, tag):
    payload = {"id": "job", "status": "ready", **tag}
    job = current.parse("default.get_job", reply(200, payload))
    assert type(job) is UnknownVariant
    assert job == payload


def test_an_error_inside_a_known_type_is_that_of_its_class(current, reply):
    payload = current.example(current.components["QaoaJob"]) | {"type": "qctrl.qaoa.v1"}
    del payload["backend"]
    with pytest.raises(MissingFieldError, match=r"QaoaJob\.backend"):
        current.parse("default.get_job", reply(200, payload))


def test_a_nullable_object_with_a_missing_member_is_no_silent_dict(current, reply):
    payload = current.example(current.components["SingleCircuitJob"]) | {"type": "ionq.circuit.v1"}
    assert current.parse("default.get_job", reply(200, payload | {"failure": None})).failure is None
    failure = {"code": "BrandNew", "message": "text"}
    assert not current.parse("default.get_job", reply(200, payload | {"failure": failure})).failure.code.is_known
    with pytest.raises(MissingFieldError, match=r"Failure\.message"):
        current.parse("default.get_job", reply(200, payload | {"failure": {"code": "InternalError"}}))


@pytest.mark.parametrize("status", [100, 204, 299, 302, 418, 429, 520, 524, 599, 999])
def test_no_status_crashes(package, reply, status):
    for endpoint in _endpoints(package):
        assert endpoint._parse_response(client=None, response=reply(status, b"<html>")) is None


def test_a_documented_error_is_parsed_when_it_can_be(current, reply):
    body = {"error": "Not Found Error", "message": "no such job", "statusCode": 404}
    error = current.parse("default.get_job", reply(404, body))
    assert error.to_dict() == body
    for unreadable in (b"<html>", b"\xff\xfe", b"", b"[]", b"null", b"{}", b'{"statusCode": {}}'):
        assert current.parse("default.get_job", reply(404, unreadable)) is None


def test_a_success_that_is_no_json_is_an_error(current, reply):
    with pytest.raises(ValueError, match="Expecting value"):
        current.parse("default.get_job", reply(200, b"<html>"))


def test_the_response_may_be_an_httpx_response(current):
    payload = current.example(current.components["SingleCircuitJob"]) | {"type": "ionq.circuit.v1"}
    parse = current.module("api.default.get_job")._parse_response
    assert parse(client=None, response=httpx.Response(200, json=payload)).id == payload["id"]


@pytest.mark.parametrize("identifier", ["", ".", ".."])
def test_an_identifier_cannot_lead_to_another_operation(current, identifier):
    with pytest.raises(ValueError, match="cannot be a part of a path"):
        current.module("api.default.delete_job")._get_kwargs(identifier)
    assert current.module("api.default.get_job")._get_kwargs("a/../b?c#d")["url"] == "/jobs/a%2F..%2Fb%3Fc%23d"


# --- the functions that send ---


def _client(current, handler):
    module = current.module("client")
    transport = {"transport": httpx.MockTransport(handler)}
    return module.AuthenticatedClient("http://127.0.0.1:9", "test-key", prefix="apiKey", httpx_args=transport)


async def _called(call, *arguments, **options):
    result = call(*arguments, **options)
    return await result if inspect.isawaitable(result) else result


@pytest.mark.parametrize("status", [302, 400, 404, 429, 500, 503, 524])
@pytest.mark.parametrize("function", ["sync", "sync_detailed", "asyncio", "asyncio_detailed"])
@pytest.mark.anyio
async def test_every_other_status_raises_with_headers_and_body(current, status, function):
    def answer(request):
        return httpx.Response(status, headers={"retry-after": "7"}, content=b"the test-key leaks here")

    call = getattr(current.module("api.default.get_job"), function)
    with pytest.raises(ApiStatusError) as caught:
        await _called(call, "job", client=_client(current, answer))
    error = caught.value
    assert (error.status_code, error.headers["retry-after"]) == (status, "7")
    assert error.content == b"the test-key leaks here"
    assert "test-key" not in f"{error} {error!r}"
    assert pickle.loads(pickle.dumps(error)).content == error.content


@pytest.mark.parametrize("function", ["sync", "asyncio"])
@pytest.mark.anyio
async def test_a_success_is_parsed_and_the_key_is_sent(current, function):
    payload = current.example(current.components["SingleCircuitJob"]) | {"type": "ionq.circuit.v1"}
    seen = []

    def answer(request):
        seen.append((str(request.url), request.headers["authorization"], request.extensions["timeout"]))
        return httpx.Response(200, json=payload)

    call = getattr(current.module("api.default.get_job"), function)
    job = await _called(call, "job", client=_client(current, answer))
    assert job.to_dict() == payload
    timeout = dict.fromkeys(("connect", "read", "write", "pool"), 30.0)
    assert seen == [("http://127.0.0.1:9/jobs/job", "apiKey test-key", timeout)]


@pytest.fixture
def anyio_backend():
    return "asyncio"
