"""Every operation has a module and every object or enumeration a class; nothing of a contract is lost."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

_METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}


def _operations(document):
    for path, item in document["paths"].items():
        yield from ((path, method, item[method]) for method in _METHODS & item.keys())


def _folded(name):
    return re.sub(r"[^a-z0-9]", "", name.lower())


def test_every_operation_has_a_module_with_the_two_pure_functions(package):
    api = package.module("api")
    found = {}
    for _, name, is_package in pkgutil.walk_packages(api.__path__, api.__name__ + "."):
        if not is_package:
            found[_folded(name.rsplit(".", 1)[1])] = name
    wanted = {_folded(operation["operationId"]) for _, _, operation in _operations(package.document)}
    assert wanted == set(found)
    for name in found.values():
        module = importlib.import_module(name)
        for function in ("_get_kwargs", "_parse_response", "sync", "asyncio", "sync_detailed", "asyncio_detailed"):
            assert callable(getattr(module, function))


def test_every_object_and_enumeration_has_a_class_of_its_name(package):
    models = package.module("models")
    classes = {_folded(name): name for name in models.__all__}
    described = [
        name
        for name, schema in package.components.items()
        if schema.get("type") == "object" or "properties" in schema or "enum" in schema
    ]
    assert described
    for name in described:
        assert _folded(name) in classes, name
        assert isinstance(getattr(models, classes[_folded(name)]), type)


def test_a_package_carries_the_effective_contract(package):
    pytest.importorskip("yaml")
    from qcontract.contract import effective, registry

    entry = next(entry for entry in registry() if entry.package == package.name)
    assert package.document == effective(entry.ref).document, "run `make generate`"


def test_the_registry_and_the_folder_name_the_same_packages():
    import qcontract_api
    from qcontract.contract import registry

    found = {name for _, name, is_package in pkgutil.iter_modules(qcontract_api.__path__) if is_package}
    assert found == {entry.package for entry in registry() if entry.package}


def test_packages_are_typed_and_list_what_they_have(package):
    from importlib import resources

    for place in ("qcontract_api", f"qcontract_api.{package.name}"):
        assert resources.files(place).joinpath("py.typed").is_file()
    models = package.module("models")
    assert set(models.__all__) <= set(dir(models))
    with pytest.raises(AttributeError, match="no attribute 'NoSuchThing'"):
        _ = models.NoSuchThing
    api = package.module("api")
    for tag in api.__all__:
        for operation in getattr(api, tag).__all__:
            assert callable(getattr(getattr(api, tag), operation)._get_kwargs)
