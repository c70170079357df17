"""Options of the whole suite."""

from __future__ import annotations

import pytest

collect_ignore = ["support", "benchmarks", "typing", "contract/tcp"]
"""No tests: looking there for examples would import a tripwire, or programs that want an environment of their own."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make record` write cassettes instead of reading them."""
    parser.addoption("--record", action="store_true", help="record the cassettes anew, from the emulator")
