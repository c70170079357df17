"""The emulator against every contract in force: schemathesis makes the requests, the effective contract judges."""

from __future__ import annotations

import schemathesis
from hypothesis import HealthCheck, Phase, settings
from qcontract.contract import packaged
from qcontract.emulator import Emulator
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

CONTRACTS = ("ionq-v0.3@2026-05-06", "ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01", "qbraid-v2@2026-02-08")
HEADERS = {"Authorization": "apiKey test-key", "X-API-KEY": "test-key"}
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]

bounded = settings(
    max_examples=8,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def schema_of(contract: str) -> schemathesis.BaseSchema:
    """Return the contract's schema without the operations that the emulator does not serve yet."""
    emulator = Emulator(snapshots=[contract], seed=7)
    schema = schemathesis.openapi.from_dict(dict(packaged(contract).document))
    schema.app = emulator.app
    unserved = emulator.unserved(contract)
    return schema.exclude(operation_id=unserved) if unserved else schema


schemas = {contract: schema_of(contract) for contract in CONTRACTS}


def conform(case: schemathesis.Case) -> None:
    case.call_and_validate(headers=HEADERS, checks=CHECKS)


@schemas["ionq-v0.3@2026-05-06"].parametrize()
@bounded
def test_ionq_v0_3(case: schemathesis.Case) -> None:
    conform(case)


@schemas["ionq-v0.4@2026-05-15"].parametrize()
@bounded
def test_ionq_v0_4_2026_05_15(case: schemathesis.Case) -> None:
    conform(case)


@schemas["ionq-v0.4@2026-10-01"].parametrize()
@bounded
def test_ionq_v0_4_2026_10_01(case: schemathesis.Case) -> None:
    conform(case)


@schemas["qbraid-v2@2026-02-08"].parametrize()
@bounded
def test_qbraid_v2(case: schemathesis.Case) -> None:
    conform(case)
