"""The day on which a service changes: the plain address shows another contract, and jobs stay."""

from __future__ import annotations

import json
from typing import Any

import pytest
from qcontract import errors
from qcontract.emulator import Emulator, Request

OLD, NEW = "ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01"
LATER = "/v0.4/schemas/formats/ionq.result.probabilities.json.v1"


@pytest.fixture(autouse=True)
def as_at_the_beginning(emulator: Emulator) -> None:
    emulator.reset()


def test_another_contract_answers_at_the_same_address(emulator: Emulator, client: Any, circuit_job: Any) -> None:
    emulator.show(OLD)
    job = client.run("/v0.4", circuit_job())
    assert client("GET", LATER).status == 404
    emulator.show(NEW)
    assert client("GET", LATER).status == 200
    assert "ionq.result.probabilities.json.v1" in client("GET", f"/v0.4/jobs/{job['id']}").json()["results"]
    assert set(emulator.basis()) == {OLD, NEW}


def test_addresses_follow_and_a_reset_goes_back(emulator: Emulator) -> None:
    emulator.show(OLD)
    assert (emulator.base_url(OLD, ""), emulator.base_url(NEW, "")) == ("/v0.4", "/@2026-10-01/v0.4")
    emulator.reset()
    assert (emulator.base_url(OLD, ""), emulator.base_url(NEW, "")) == ("/@2026-05-15/v0.4", "/v0.4")


def test_over_http(emulator: Emulator) -> None:
    body = json.dumps({"contract": OLD}).encode()
    asked = Request("PUT", "/_qcontract/shown", "", {"content-type": "application/json"}, body)
    assert emulator.handle(asked).status == 200
    assert emulator.base_url(OLD, "") == "/v0.4"


@pytest.mark.parametrize(
    ("contract", "error"),
    [("ionq-v0.4@2026-05-16", errors.ContractError), ("ionq-v0.4@2026-04-08", errors.ConfigurationError)],
)
def test_what_is_not_served_is_not_shown(emulator: Emulator, contract: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        emulator.show(contract)
    assert emulator.base_url(NEW, "") == "/v0.4"


def test_a_rule_tells_which_hits_changed_an_answer(emulator: Emulator, client: Any) -> None:
    with (
        emulator.fault("drift", change="null", at="/0/status") as there,
        emulator.fault("drift", change="null", at="/x") as not_,
    ):
        client("GET", "/v0.4/backends")
    assert (there.hits, there.changed, not_.hits, not_.changed) == (1, 1, 1, 0)
