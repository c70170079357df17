"""Options of the whole suite."""

from __future__ import annotations

import signal
from collections.abc import Callable

import pytest

collect_ignore = ["support", "benchmarks", "typing", "contract/tcp"]
"""No tests: looking there for examples would import a tripwire, or programs that want an environment of their own."""

LONGEST_ID = 80


def pytest_configure() -> None:
    """Let what tests start be interrupted: what a shell runs in the background ignores that, and so would children."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name long values by their kind and size: a name is read by people, and some values have megabytes."""
    if isinstance(val, (str, bytes)) and len(val) > LONGEST_ID:
        return f"{argname} of {len(val)}"
    return None


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make record` write cassettes instead of reading them."""
    parser.addoption("--record", action="store_true", help="record the cassettes anew, from the emulator")


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """A line for the end of the run, wherever the test runs: figures that people want to see of a passing test."""
    return lambda line: record_property("told", line)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the lines that tests told."""
    reports = [each for outcome in ("passed", "failed") for each in terminalreporter.getreports(outcome)]
    lines = [line for report in reports for name, line in report.user_properties if name == "told"]
    for line in lines:
        terminalreporter.write_line(str(line))
