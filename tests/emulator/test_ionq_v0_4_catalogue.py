"""What IonQ v0.4 tells about itself: backends, characterizations, formats."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import Any

import httpx
import jsonschema_rs
import pytest
from qcontract.emulator import Emulator

OLDER, CURRENT = "ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01"
both = pytest.mark.parametrize("contract", [OLDER, CURRENT])


@both
def test_machines_have_characterizations_and_the_simulator_none(
    http_of: Callable[..., httpx.Client], contract: str
) -> None:
    http = http_of(contract)
    backends = {one["backend"]: one for one in http.get("/backends", headers={"authorization": ""}).json()}
    assert http.get("/backends/simulator/characterizations").json() == {"characterizations": None, "pages": 0}
    assert "characterization_id" not in backends["simulator"]
    path = "/backends/qpu.forte-1/characterizations"
    newest = http.get(f"{path}/{backends['qpu.forte-1']['characterization_id']}").json()
    assert newest["qubits"] == backends["qpu.forte-1"]["qubits"]
    assert http.get(path, params={"limit": 1}, headers={"authorization": ""}).json()["characterizations"] == [newest]
    assert http.get(f"/backends/qpu.aria-1/characterizations/{newest['id']}").status_code == 404
    assert http.get(f"{path}/00000000-0000-4000-8000-000000000000").status_code == 404
    assert http.get("/backends/qpu.nothing/characterizations").status_code == 404


@both
@pytest.mark.parametrize("limit", range(1, 11))
def test_every_page_size_gives_the_same_characterizations(
    http_of: Callable[..., httpx.Client], contract: str, limit: int
) -> None:
    http = http_of(contract)

    def page(number: int, **query: Any) -> Any:
        query = {"limit": limit, "page": number, **query}
        return http.get("/backends/qpu.aria-1/characterizations", params=query).json()

    def every(**query: Any) -> list[str]:
        found = [page(number, **query) for number in range(1, page(1, **query)["pages"] + 2)]
        assert [one["pages"] for one in found] == [*reversed(range(len(found)))], "pages counts those still to come"
        assert all(one["characterizations"] for one in found), "and these are not empty"
        return [one["date"] for one in chain.from_iterable(one["characterizations"] for one in found)]

    dates = every()
    assert dates == sorted(set(dates), reverse=True)
    assert len(dates) > 10
    assert every(start=dates[5], end=dates[2]) == dates[2:6]
    assert page(99)["characterizations"] == []


@both
@pytest.mark.parametrize("backend", ["qpu.aria-1", "simulator"])
@pytest.mark.parametrize(
    "query",
    [
        *("limit=0", "limit=11", "page=0", "limit=%D9%A1", "start=yesterday", "end=2026-13-01"),
        *("start=2026-06-01&end=2026-01-01", "start=2026-06-01T00:00:01Z&end=2026-06-01"),
    ],
)
def test_a_bad_query_for_characterizations_is_400(
    http_of: Callable[..., httpx.Client], contract: str, query: str, backend: str
) -> None:
    assert http_of(contract).get(f"/backends/{backend}/characterizations?{query}").status_code == 400


@both
def test_a_period_may_be_a_moment_and_a_simulator_has_no_characterization(
    http_of: Callable[..., httpx.Client], contract: str
) -> None:
    period = "start=2026-06-01T00:00:00Z&end=2026-06-01"
    assert http_of(contract).get(f"/backends/qpu.aria-1/characterizations?{period}").status_code == 200
    none = http_of(contract).get(f"/backends/simulator/characterizations?{period}")
    assert (none.json(), none.headers["x-qcontract-basis"]) == ({"characterizations": None, "pages": 0}, "observed")


def test_a_format_describes_the_files_that_have_it(
    http_of: Callable[..., httpx.Client], emulator: Emulator, circuit_job: Any, asymmetric: Any
) -> None:
    http = http_of(CURRENT)
    several = {"gateset": "qis", "qubits": 3, "circuits": [{"circuit": asymmetric}]}
    bodies = (
        circuit_job(backend="qpu.forte-1"),
        {"type": "ionq.multi-circuit.v1", "backend": "simulator", "input": several},
    )
    made = [http.post("/jobs", json=body).json()["id"] for body in bodies]
    emulator.settle()
    seen: set[str] = set()
    for job in (http.get(f"/jobs/{identifier}").json() for identifier in made):
        results = {name: one for name, one in job["results"].items() if "format" in one}
        compiled = job["output"].get("compilation", {}).get("compiled_circuits", {})
        for name, descriptor in {**results, **compiled}.items():
            schema = http.get(f"/schemas/formats/{name}")
            if name == "ionq.qasm3.v1":
                assert schema.status_code == 404, "the contract does not offer this one"
                continue
            assert (schema.json()["$id"], descriptor["format"]) == (name, name)
            validator = jsonschema_rs.Draft7Validator(schema.json())
            file = http.get(f"/jobs/{job['id']}/artifacts/{descriptor['id']}").json()
            assert validator.is_valid(file), name
            assert not validator.is_valid(7)
            seen.add(name)
    assert len(seen) == 8, "all formats that the contract offers"
