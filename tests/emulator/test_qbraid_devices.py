"""Devices of qBraid: filters, pages, prices, calibrations, providers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.emulated_qbraid import DOCUMENTED, FEZ, GARNET, LIVE, NONSENSE, SIMULATOR, both, data, run, submission

RETIRED, ANALOG = "aws:rigetti:qpu:aspen-m-3", "aws:quera:qpu:aquila"
_SORTED = ("name", "vendor", "deviceType", "status", "numberQubits")


@both
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("deviceType=QPU&vendor=aws", {GARNET, "aws:aqt:qpu:ibex-q1", ANALOG}),
        ("vendor=ibm", {FEZ}),
        ("providerId=iqm", {GARNET}),
        (f"qrn={GARNET}", {GARNET}),
        ("search=GARN", {GARNET}),
        ("retired=true", {RETIRED}),
        ("status=RETIRED", set()),
        ("status=RETIRED&retired=true", {RETIRED}),
        ("status=OFFLINE", set()),
        ("private=true", set()),
        ("verified=false", set()),
        ("directAccess=false", set()),
        ("search=nothing", set()),
    ],
)
def test_filters_leave_what_fits(client: Any, mount: str, query: str, found: set[str]) -> None:
    assert {one["qrn"] for one in data(client, f"{mount}/devices?{query}")} == found


@both
@pytest.mark.parametrize(
    "query",
    ["limit=0", "limit=101", "page=0", "sortBy=qubits", "deviceType=qpu", "retired=maybe", "search=", "vendor=x"],
)
def test_wrong_filters_are_refused(client: Any, mount: str, query: str) -> None:
    assert client("GET", f"{mount}/devices?{query}").status == (422 if mount == DOCUMENTED else 400)


@given(limit=st.integers(1, 9), by=st.sampled_from(_SORTED), order=st.sampled_from(["asc", "desc"]))
@settings(max_examples=20, derandomize=True, deadline=None)
def test_pages_hold_every_device_once_in_the_order_that_is_asked_for(
    devices: Any, limit: int, by: str, order: str
) -> None:
    sorting = f"sortBy={by}&sortOrder={order}"
    whole = data(devices, f"{LIVE}/devices?limit=100&{sorting}")
    keys = [one[by].lower() if isinstance(one[by], str) else one[by] for one in whole]
    assert keys == sorted(keys, reverse=order == "desc")
    pages = [data(devices, f"{LIVE}/devices?limit={limit}&page={page}&{sorting}") for page in range(1, 8)]
    assert [one for page in pages for one in page] == whole[: 7 * limit]


@pytest.fixture(scope="module")
def devices(emulator: Any, client_of: Any) -> Any:
    return client_of(emulator)


def test_the_live_gateway_says_more_about_a_device(client: Any) -> None:
    documented, live = (data(client, f"{mount}/devices/{GARNET}") for mount in (DOCUMENTED, LIVE))
    assert documented.items() <= live.items()
    assert {"vrn", "visibility", "batchJobSupport", "maxShots"} <= live.keys() - documented.keys()


@both
def test_prices(client: Any, mount: str) -> None:
    def estimate(query: str) -> Any:
        return client("GET", f"{mount}/jobs/cost-estimate?{query}")

    assert estimate("").status == estimate(f"deviceQrn={GARNET}&shots=0").status == 400
    assert estimate("deviceQrn=nothing").status == 404
    assert estimate(f"deviceQrn={RETIRED}").status == 410
    priced = estimate(f"deviceQrn={GARNET}&shots=100")
    assert priced.headers["x-qcontract-basis"] == "assumed"
    assert priced.json()["data"] == {
        "pricingAvailable": True,
        "estimatedCost": pytest.approx(44.5),
        "deviceQrn": GARNET,
        "shots": 100,
    }
    assert estimate(f"deviceQrn={GARNET}").json()["data"]["shots"] == 1000
    assert estimate(f"deviceQrn={FEZ}").json()["data"] == {
        "pricingAvailable": False,
        "reason": "dynamic_pricing_unavailable",
        "deviceQrn": FEZ,
        "pricingModel": "dynamic",
    }


@both
def test_calibrations_are_those_of_machines(client: Any, mount: str) -> None:
    found = data(client, f"{mount}/devices/{GARNET}/calibrations")
    assert (found["deviceQRNs"], found["provider"], len(found["qubits"]), len(found["edges"])) == (
        [GARNET],
        "iqm",
        20,
        19,
    )
    for qrn, basis in ((SIMULATOR, "documented"), (ANALOG, "assumed"), ("nothing", "assumed")):
        refused = client("GET", f"{mount}/devices/{qrn}/calibrations")
        assert refused.status == 404
        assert mount == LIVE or refused.headers["x-qcontract-basis"] == basis


@both
def test_providers_need_no_key(client: Any, mount: str) -> None:
    answer = client("GET", f"{mount}/providers", **{"x-api-key": ""})
    found = answer.json()["data"]
    assert answer.headers["x-qcontract-basis"] == "observed"
    assert found["count"] == len(found["providers"]) == len({one["provider"] for one in found["providers"]})
    assert {"provider": "iqm"} in found["providers"]
    assert client("GET", f"{mount}/devices", **{"x-api-key": ""}).status == 401


@both
def test_an_analog_program_is_accepted_and_fails(client: Any, mount: str) -> None:
    job = run(client, mount, submission({"format": "analog", "data": {}}, deviceQrn=ANALOG, shots=10))
    assert (job["status"], job["experimentType"]) == ("FAILED", "analog")
    assert "PreflightError" in job["statusMsg"]
    assert client("POST", f"{mount}/jobs", submission(NONSENSE, deviceQrn=ANALOG)).status in (400, 422)
