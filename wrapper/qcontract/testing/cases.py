"""From a test's marks to the runs that it gets, and from a run to its project."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from typing import Any, cast

import pytest

from qcontract.errors import ConfigurationError, QContractError
from qcontract.model.names import suggestion

from .host import Host
from .project import APIS, Project, opened
from .records import RECORD, Record
from .selection import chosen
from .tomorrow import check_operation, names, plant

__all__ = ["in_project", "parametrize"]


def parametrize(
    metafunc: pytest.Metafunc, contracts: pytest.Mark | None, tomorrow: pytest.Mark | None, vendors: Sequence[str]
) -> None:
    """Run a test once for each contract and change.

    Args:
        metafunc: The test.
        contracts: Its mark ``qcontract_contracts``.
        tomorrow: Its mark ``qcontract_tomorrow``, if the option does not ask for it.
        vendors: Whose fixtures it uses.

    Raises:
        CollectError: A mark cannot be used as it is.
    """
    if "_qcontract_project" not in metafunc.fixturenames:
        raise _unusable(
            metafunc, "the test uses none of the fixtures ionq_server, qbraid_server, ionq, qbraid, emulator"
        )
    found: list[str] = []
    try:
        if contracts is not None:
            _refuse_unknown(contracts)
            found = chosen(contracts.args, vendors)
            metafunc.parametrize("_qcontract_contract", found, ids=found, indirect=True)
        if tomorrow is not None or metafunc.config.getoption("qcontract_tomorrow"):
            changes = names(tomorrow.args if tomorrow else ())
            _refuse_unknown(tomorrow, "operation", "must_survive")
            names(_must_survive(tomorrow))
            if (operation := _operation(tomorrow)) is not None:
                check_operation(operation, found or _apis(metafunc.fixturenames))
            ids = ["today", *changes]
            metafunc.parametrize("_qcontract_change", [None, *changes], ids=ids, indirect=True)
    except QContractError as error:
        raise _unusable(metafunc, str(error)) from None


def _unusable(metafunc: pytest.Metafunc, why: str) -> pytest.Collector.CollectError:
    return pytest.Collector.CollectError(f"{metafunc.definition.nodeid}: a mark of qcontract cannot be used: {why}")


def _refuse_unknown(mark: pytest.Mark | None, *known: str) -> None:
    for name in mark.kwargs if mark else ():
        if name not in known:
            raise ConfigurationError(f"it has no argument {name!r}", hint=suggestion(name, known))


def _must_survive(mark: pytest.Mark | None) -> Sequence[str]:
    given: Any = mark.kwargs.get("must_survive", ()) if mark else ()
    return [*cast("Iterable[Any]", given)] if isinstance(given, list | tuple | set | frozenset) else [given]


@contextmanager
def in_project(item: pytest.Item, host: Host, contract: str | None, change: str | None) -> Generator[Project]:
    """Give a test its project, changed as it asked for, and remember what the test did."""
    tomorrow = item.get_closest_marker("qcontract_tomorrow")
    key = f"test-key-{blake2b(item.nodeid.encode(), digest_size=6).hexdigest()}"
    with opened(host, key, contract, network=item.get_closest_marker("qcontract_network") is not None) as project:
        compared = "_qcontract_change" in getattr(getattr(item, "callspec", None), "params", ())
        apis = [contract] if contract else _apis(getattr(item, "fixturenames", ()))
        rules = [] if change is None else plant(project.emulator, change, apis, _operation(tomorrow))
        item.stash[RECORD] = record = Record(change, compared, _must_survive(tomorrow), rules)
        yield project
        record.answers = project.emulator.basis()


def _apis(fixtures: Collection[str]) -> list[str]:
    """Return at which contracts the API of a test changes that chose none: at all of them if that is open."""
    used = [api for vendor, api in APIS.items() if {vendor, f"{vendor}_server"} & set(fixtures)]
    return used or [*APIS.values(), "ionq-v0.3"]


def _operation(mark: pytest.Mark | None) -> Any:
    return mark.kwargs.get("operation") if mark else None
