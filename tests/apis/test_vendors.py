"""What the wrapper says about a vendor is what its contracts say: addresses, keys, names of operations."""

from __future__ import annotations

import importlib
import inspect
from pathlib import Path
from typing import Any

import pytest
import qcontract.apis
from apis.asking import ask, said
from apis.cases import CASES, JOB, Case
from apis.judging import operation_of
from qcontract.clients.vendors import VENDORS, vendor_of
from qcontract.contract import packaged, registry
from qcontract.flow.effects import Call
from qcontract.flow.service import Service
from qcontract.model.circuit import Circuit
from qcontract.model.job import Job
from qcontract.model.submission import JobFilter, Submission
from support.scripted import Asked

CIRCUIT = Circuit(1).x(0)
PACKAGES = {entry.package: str(entry.ref) for entry in registry() if entry.package}


def _service(case: Case) -> Any:
    return importlib.import_module(f"qcontract.apis.{case.package}").SERVICE


def test_every_contract_with_a_client_is_under_test():
    assert {case.package: case.contract for case in CASES} == PACKAGES
    assert set(VENDORS) == {entry.api.partition("-")[0] for entry in registry()}


def test_every_package_has_a_module_of_its_name():
    modules = {path.stem for path in Path(qcontract.apis.__path__[0]).glob("*.py")}
    assert set(PACKAGES) <= modules
    assert {name for name in modules if name.startswith(tuple(VENDORS)) and name[-2:].isdigit()} == set(PACKAGES)
    for package, contract in PACKAGES.items():
        assert importlib.import_module(f"qcontract.apis.{package}").SERVICE.contract == contract


def test_the_address_is_the_contracts(case: Case):
    servers = [server["url"].rstrip("/") for server in packaged(case.contract).document["servers"]]
    assert servers == [vendor_of(case.api).base_url(case.api)]


def test_the_key_travels_as_the_contract_says(case: Case):
    vendor = vendor_of(case.api)
    schemes = packaged(case.contract).document["components"]["securitySchemes"].values()
    assert {(scheme["type"], scheme["in"], scheme["name"].lower()) for scheme in schemes} == {
        ("apiKey", "header", vendor.header)
    }
    if vendor.key_prefix:
        assert all(f"`{vendor.key_prefix.strip()}`" in scheme["description"] for scheme in schemes)
    outcome = ask(case, lambda client: client.jobs.get(case.job_id), said(case.one()))
    assert outcome.requests[0].headers[vendor.header] == f"{vendor.key_prefix}test-key"


def _calls(case: Case) -> list[Call[Any]]:
    service = _service(case)
    job = Job(case.job_id, case.contract, "service", "completed", "completed")
    several = Job(case.job_id, case.contract, "service", "completed", "completed", children=(JOB,))
    submission = Submission(CIRCUIT, "qpu.forte-1", token="t")
    calls = [
        service.submit(submission),
        service.get(case.job_id),
        service.page(JobFilter(), None),
        service.result(job),
        service.result(several),
        *service.cancel([case.job_id]),
        *service.cancel([case.job_id, "other"]),
        *service.delete([case.job_id]),
        *service.delete([case.job_id, "other"]),
        service.backends(),
        service.backend("qpu.forte-1"),
    ]
    price = service.estimate(submission)
    return calls if price is None else [*calls, price]


def test_every_call_is_the_operation_that_it_names(case: Case):
    for call in _calls(case):
        asked = Asked(call.request.method, f"{case.prefix}{call.request.path}", {}, b"")
        operation = operation_of(case, asked)
        assert call.operation == f"{case.contract} {operation.operation_id}"
        assert call.safe == (operation.method != "POST" or operation.path.endswith("/cancel"))


def test_only_a_submission_may_not_be_repeated(case: Case):
    unsafe = [call.operation for call in _calls(case) if not call.safe]
    assert unsafe == [_service(case).submit(Submission(CIRCUIT, token="t")).operation]


@pytest.mark.parametrize("name", [name for name in dir(Service) if not name.startswith("_")])
def test_every_binding_offers_the_whole_service(case: Case, name):
    offered, asked = getattr(_service(case), name), getattr(Service, name)
    if callable(offered):
        wanted = list(inspect.signature(asked).parameters)[1:]
        assert list(inspect.signature(offered).parameters) == wanted
    else:
        assert isinstance(asked, property)


def test_the_default_backend_is_free(case: Case):
    service = _service(case)
    assert service.default_backend in service.free_backends
    assert case.priced_backend not in service.free_backends


def test_the_two_snapshots_of_v0_4_differ_only_in_what_they_bind():
    may, october = (_service(case) for case in CASES[1:3])
    for name in ("create", "read", "list_jobs", "probabilities", "aggregated", "cancel_one", "cancel_many"):
        first, second = getattr(may, name), getattr(october, name)
        assert first.operation.partition(" ")[2] == second.operation.partition(" ")[2]
        assert first.parse_response.__module__ == second.parse_response.__module__.replace("2026_10_01", "2026_05_15")
