from __future__ import annotations

import pytest
from apis.cases import CASES, Case


@pytest.fixture(params=CASES, ids=str)
def case(request: pytest.FixtureRequest) -> Case:
    """Each of the four bindings."""
    return request.param
