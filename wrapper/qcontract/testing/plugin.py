"""The pytest plugin: fixtures, marks and the summary.

It is loaded into every test run of an environment where qcontract is installed, so that nothing but pytest is imported
before a test asks for a fixture.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

import pytest

if TYPE_CHECKING:
    from qcontract.clients.sync import IonQ, QBraid
    from qcontract.emulator import Emulator

    from .host import Host
    from .project import Project
    from .servers import IonQServer, QBraidServer

_VENDORS = {"ionq": "ionq", "ionq_server": "ionq", "qbraid": "qbraid", "qbraid_server": "qbraid"}
"""Fixtures and the vendors that they belong to."""

_MARKS = (
    "qcontract_contracts(*patterns): run the test at each contract in force that fits, such as 'ionq-v0.4@*'",
    "qcontract_tomorrow(*changes, operation=None, must_survive=()): run the test also under changes of the API",
    "qcontract_network: let the test reach other machines while it uses the emulator",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that asks all tests about tomorrow."""
    group = parser.getgroup("qcontract", "tests on quantum-cloud APIs (qcontract)")
    group.addoption(
        "--qcontract-tomorrow",
        action="store_true",
        help="run every test that uses the emulator also under changes that its API may make",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Register the marks, and gather what tests report."""
    for mark in _MARKS:
        config.addinivalue_line("markers", mark)
    config.pluginmanager.register(_Summary(), "qcontract-summary")


@pytest.hookimpl(trylast=True)  # so that the last part of a test's id is ours
def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test once for each contract and change that its marks ask for."""
    contracts = metafunc.definition.get_closest_marker("qcontract_contracts")
    tomorrow = metafunc.definition.get_closest_marker("qcontract_tomorrow")
    uses = "_qcontract_project" in metafunc.fixturenames
    if contracts is None and tomorrow is None and not (uses and metafunc.config.getoption("qcontract_tomorrow")):
        return
    from .cases import parametrize

    parametrize(metafunc, contracts, tomorrow, sorted({_VENDORS[n] for n in metafunc.fixturenames if n in _VENDORS}))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any]:
    """Judge tests that ran under a change, and send on what is remembered of every test that used the emulator."""
    outcome = yield
    if "_qcontract_project" not in getattr(item, "fixturenames", ()):
        return
    from .records import remember

    remember(item, call, outcome.get_result())


class _Summary:
    """Gathers what tests report, from all processes, and prints it."""

    def __init__(self) -> None:
        self.found: list[tuple[str, Mapping[str, Any]]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep what is remembered of a test."""
        record: Mapping[str, Any] | None = getattr(report, "qcontract", None)
        if record is not None:
            self.found.append((record["test"], record))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print, if there is something to print."""
        if not self.found:
            return
        from .summary import assumed, survival

        for title, lines in (
            ("qcontract: what the tests rest on", list(assumed(self.found))),
            ("qcontract: would the code survive tomorrow?", list(survival(self.found))),
        ):
            if lines:
                terminalreporter.section(title)
                terminalreporter.write("\n".join(lines) + "\n")


@pytest.fixture(scope="session")
def qcontract_options() -> Mapping[str, Any]:
    """Arguments of the session's ``Emulator``; override it in a ``conftest.py`` to choose them."""
    return {}


@pytest.fixture(scope="session")
def _qcontract_host(qcontract_options: Mapping[str, Any]) -> Iterator[Host]:
    from .host import Host

    host = Host(qcontract_options)
    yield host
    host.close()


@pytest.fixture
def _qcontract_contract(request: pytest.FixtureRequest) -> str | None:
    return getattr(request, "param", None)


@pytest.fixture
def _qcontract_change(request: pytest.FixtureRequest) -> str | None:
    return getattr(request, "param", None)


@pytest.fixture
def _qcontract_project(
    request: pytest.FixtureRequest,
    _qcontract_host: Host,
    _qcontract_contract: str | None,
    _qcontract_change: str | None,
) -> Iterator[Project]:
    from .cases import in_project

    item = cast("pytest.Item", request.node)  # pyright: ignore[reportUnknownMemberType]
    with in_project(item, _qcontract_host, _qcontract_contract, _qcontract_change) as project:
        yield project


@pytest.fixture
def emulator(_qcontract_project: Project) -> Emulator:
    """The emulator in this process, without a socket: ``emulator.transport()``, ``emulator.fault(...)``."""
    return _qcontract_project.emulator


@pytest.fixture
def ionq_server(_qcontract_project: Project) -> IonQServer:
    """The APIs of IonQ on this machine, for any client in any process."""
    from .servers import IonQServer

    _qcontract_project.serve()
    return IonQServer(_qcontract_project)


@pytest.fixture
def qbraid_server(_qcontract_project: Project) -> QBraidServer:
    """The API of qBraid on this machine, for any client in any process."""
    from .servers import QBraidServer

    _qcontract_project.serve()
    return QBraidServer(_qcontract_project)


@pytest.fixture
def ionq(_qcontract_project: Project) -> Iterator[IonQ]:
    """A client of qcontract on the emulator in this process."""
    from qcontract.clients.sync import IonQ

    from .servers import in_process, spoken

    with IonQ(spoken(_qcontract_project.contract_of("ionq")), **in_process(_qcontract_project, "ionq")) as client:
        yield client


@pytest.fixture
def qbraid(_qcontract_project: Project) -> Iterator[QBraid]:
    """A client of qcontract on the emulator in this process."""
    from qcontract.clients.sync import QBraid

    from .servers import in_process, spoken

    with QBraid(spoken(_qcontract_project.contract_of("qbraid")), **in_process(_qcontract_project, "qbraid")) as client:
        yield client
