"""What a program sees of qcontract: names, their documentation, and the two colours of clients."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from typing import Any

import pytest
import qcontract
from qcontract.clients import asynchronous, sync
from support.client import KEY

TWINS = [
    (sync.SyncClient, asynchronous.AsyncClient, {"close": "aclose", "__enter__": "__aenter__"}),
    (sync.Jobs, asynchronous.AsyncJobs, {}),
    (sync.Backends, asynchronous.AsyncBackends, {}),
]


def test_all_is_sorted_and_complete() -> None:
    assert list(qcontract.__all__) == sorted(set(qcontract.__all__))
    assert set(qcontract.__all__) == set(qcontract._HOMES)
    (checked,) = [node for node in ast.parse(inspect.getsource(qcontract)).body if isinstance(node, ast.If)]
    imports = [node for node in checked.body if isinstance(node, ast.ImportFrom)]
    assert {alias.name for node in imports for alias in node.names} == set(qcontract.__all__)


@pytest.mark.parametrize("name", qcontract.__all__)
def test_every_public_name_exists_and_is_documented(name: str) -> None:
    value = getattr(qcontract, name)
    assert (inspect.getdoc(value) or "").strip()
    assert value.__name__ == name
    if inspect.isclass(value):
        for member, function in vars(value).items():
            if callable(function) and not member.startswith("_"):
                assert inspect.getdoc(function), f"{name}.{member}"


def test_public_errors_are_all_there() -> None:
    from qcontract import errors

    assert set(errors.__all__) <= set(qcontract.__all__)
    assert all(issubclass(getattr(errors, name), errors.QContractError) for name in errors.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Nothing'"):
        _ = qcontract.Nothing  # type: ignore[attr-defined]
    assert set(qcontract.__all__) <= set(dir(qcontract))


def test_importing_and_making_a_client_loads_neither_httpx_nor_a_generated_client() -> None:
    program = (
        "import sys, qcontract\n"
        "late = ('httpx', 'qcontract_api', 'anyio', 'numpy', 'yaml', 'rich', 'click')\n"
        "first = [name for name in late if name in sys.modules]\n"
        "from qcontract import *\n"
        f"clients = [qcontract.IonQ(key={KEY!r}), qcontract.QBraid(key={KEY!r}), qcontract.AsyncIonQ(key={KEY!r})]\n"
        "[repr(client) for client in clients]\n"
        "print(first, [name for name in late if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[] []", "")


def shape(function: Any) -> list[tuple[str, Any, Any, Any]]:
    signature = inspect.signature(function)
    kinds = [(p.name, p.kind, p.default, p.annotation) for p in signature.parameters.values()]
    returned = str(signature.return_annotation).replace("Async", "")
    return [*kinds, ("return", None, None, returned)]


def public(kind: type) -> dict[str, Any]:
    return {
        name: value
        for name, value in vars(kind).items()
        if not name.startswith("_") or name in ("__init__", "__enter__")
    }


@pytest.mark.parametrize(("plain", "other", "renamed"), TWINS, ids=lambda value: getattr(value, "__name__", ""))
def test_twins_have_the_same_methods_and_signatures(plain: type, other: type, renamed: dict[str, str]) -> None:
    wanted = {renamed.get(name, name) for name in public(plain)}
    found = {name for name in vars(other) if not name.startswith("_") or name in ("__init__", "__aenter__")}
    assert found == wanted
    for name, value in public(plain).items():
        twin = vars(other)[renamed.get(name, name)]
        if name == "__init__" and plain is not sync.SyncClient:
            continue  # each takes the client of its colour
        if inspect.isfunction(value):
            assert shape(value) == shape(twin), name
            iterates = "Iterator" in str(inspect.signature(value).return_annotation)
            assert inspect.iscoroutinefunction(twin) != (iterates or name == "__init__"), name


@pytest.mark.parametrize(
    ("plain", "other"), [(qcontract.IonQ, qcontract.AsyncIonQ), (qcontract.QBraid, qcontract.AsyncQBraid)]
)
def test_the_clients_of_a_vendor_agree(plain: Any, other: Any) -> None:
    assert (plain.vendor, plain.default_api) == (other.vendor, other.default_api)
    assert plain(key=KEY).contract == other(key=KEY).contract
