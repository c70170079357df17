"""What must hold for every vendored contract, and can be asked of any OpenAPI file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import asdict, evolve, frozen

from qcontract.contract import loader, overlay, pointer
from qcontract.contract.dialect import dialect_of
from qcontract.contract.jsonvalue import JsonObject, is_array, is_object, is_same
from qcontract.contract.operations import Operation, operations
from qcontract.contract.packaged import packaged
from qcontract.contract.registry import ContractRef, Entry, Registry, vendored
from qcontract.contract.source import Spec
from qcontract.errors import ContractError

__all__ = ["Problem", "check", "check_contract", "check_document", "report"]

_DATA = frozenset({"const", "default", "enum", "example", "examples"})  # a "$ref" in there is a value like any other


@frozen(order=True)
class Problem:
    """One thing that is wrong with a contract: which rule it breaks, where, and in which way.

    It is ``known`` when the registry lists it as a defect that the vendor published.
    """

    contract: str
    pointer: str
    rule: str
    message: str
    known: bool = False


def check(name: str, *, among: Registry | None = None) -> tuple[Problem, ...]:
    """Check a vendored contract, or an OpenAPI file.

    Args:
        name: ``API``, ``API@LABEL``, or the path of a YAML or JSON file.
        among: The registry to look in; the vendored one by default.

    Raises:
        ContractError: There is no such contract or file, or the file is not an OpenAPI 3.0 or 3.1 document.
        MissingExtra: PyYAML is not installed.
    """
    if Path(name).suffix in {".yaml", ".yml", ".json"} or Path(name).is_file():
        document = loader.read_file(Path(name))
        dialect_of(document)
        return check_document(document, name)
    among = among or vendored()
    return check_contract(among.resolve(name), among=among)


def check_contract(ref: ContractRef, *, among: Registry | None = None) -> tuple[Problem, ...]:
    """Check the files of a vendored contract, and the effective document that they make.

    Returns:
        The problems, sorted; none when hashes, overlay, texts, references, validity, inferred parts and client are in
        order. Those that the registry calls defects are marked as known.

    Raises:
        ContractError: There is no such contract.
        MissingExtra: PyYAML is not installed.
    """
    among = among or vendored()
    entry, name = among.entry(ref), str(ref)
    problems = [Problem(name, "", "hash", message) for message in _stale(entry, among)]
    try:
        bare = _read(among, entry)
        document = _overlaid(among, entry, bare)
    except ContractError as error:
        return (*problems, Problem(name, "", "unreadable", error.message))
    problems += [
        Problem(name, place, "inferred", "the registry calls this inferred, and the snapshot has no such place")
        for place in entry.inferred
        if not pointer.exists(bare, place)
    ]
    problems += _defects(entry, check_document(document, name))
    problems += [Problem(name, "", "client", message) for message in _outdated_client(entry, document, among)]
    return tuple(sorted(problems))


def check_document(document: JsonObject, name: str) -> tuple[Problem, ...]:
    """Check references, operation ids and texts of an OpenAPI document, and whether it is valid.

    Args:
        document: The document.
        name: What to call it in the problems.

    Returns:
        The problems, sorted.
    """
    found = [(place, "reference", message) for place, message in _dangling(document)]
    try:
        known = operations(document)
    except ContractError as error:
        found.append(("/paths", "structure", error.message))
    else:
        found += [(place, "operation-id", message) for place, message in _operation_ids(known)]
        found += [(place, "text", message) for place, message in _missing_texts(document, known)]
    seen = {place for place, _, _ in found}
    found += [(place, "validity", message) for place, message in _invalid(document) if place not in seen]
    return tuple(sorted({Problem(name, place, rule, message) for place, rule, message in found}))


def report(names: tuple[str, ...], problems: tuple[Problem, ...]) -> JsonObject:
    """The outcome of a check as JSON, schema ``qcontract.specs-check/1``."""
    findings = [asdict(problem) for problem in problems]
    good = all(problem.known for problem in problems)
    return {"schema": "qcontract.specs-check/1", "ok": good, "checked": list(names), "findings": findings}


def _files(entry: Entry) -> list[tuple[Any, str]]:
    files = [(entry.file, entry.sha256)]
    return files if entry.overlay_sha256 is None else [*files, (entry.overlay_file, entry.overlay_sha256)]


def _stale(entry: Entry, among: Registry) -> Iterator[str]:
    for file, expected in _files(entry):
        try:
            content = loader.read_bytes(among, file)
        except ContractError:
            continue  # reported as unreadable
        if loader.sha256(content) != expected:
            yield f"{file} is not the file that was sealed; run: python -m qcontract.contract.seal"
    if entry.overlay_sha256 is None and among.root.joinpath(*entry.overlay_file.parts).is_file():
        yield f"{entry.overlay_file} is not sealed, so it is not applied; run: python -m qcontract.contract.seal"


def _read(among: Registry, entry: Entry) -> JsonObject:
    return loader.parse(loader.read_bytes(among, entry.file), origin=str(entry.file))


def _overlaid(among: Registry, entry: Entry, bare: JsonObject) -> JsonObject:
    if entry.overlay_sha256 is None:
        return bare
    content, origin = loader.read_bytes(among, entry.overlay_file), str(entry.overlay_file)
    return overlay.apply(bare, overlay.parse(loader.parse(content, origin=origin), origin=origin))


def _defects(entry: Entry, problems: tuple[Problem, ...]) -> Iterator[Problem]:
    """Mark what the registry calls a defect, and report what it calls one without need."""
    for problem in problems:
        yield evolve(problem, known=problem.rule == "validity" and problem.pointer in entry.defects)
    invalid = {problem.pointer for problem in problems if problem.rule == "validity"}
    for place in entry.defects:
        if place not in invalid:
            yield Problem(
                str(entry.ref), place, "defect", "the registry calls this a defect, and nothing is wrong there"
            )


def _invalid(document: JsonObject) -> Iterator[tuple[str, str]]:
    try:
        yield from ((problem.pointer, problem.message) for problem in Spec.of(document).problems)
    except ContractError as error:
        yield "", error.message


def _dangling(document: JsonObject) -> Iterator[tuple[str, str]]:
    waiting: list[tuple[tuple[str | int, ...], Any]] = [((), document)]
    while waiting:
        place, node = waiting.pop()
        if is_array(node):
            waiting += [((*place, index), item) for index, item in enumerate(node)]
        elif is_object(node):
            names = place[-1:] == ("properties",)  # whose keys are names, among which "default" may be
            waiting += [((*place, key), value) for key, value in node.items() if names or key not in _DATA]
            if isinstance(reference := node.get("$ref"), str) and (message := _broken(document, reference)):
                yield pointer.join(*place, "$ref"), message


def _broken(document: JsonObject, reference: str) -> str | None:
    try:
        pointer.find(document, pointer.from_fragment(reference))
    except ContractError as error:
        return error.message
    return None


def _operation_ids(known: tuple[Operation, ...]) -> Iterator[tuple[str, str]]:
    first: dict[str, Operation] = {}
    for operation in known:
        if "operationId" not in operation.definition:
            yield operation.pointer, "the operation has no operationId"
        elif (earlier := first.setdefault(operation.operation_id, operation)) is not operation:
            yield operation.pointer, f"the operationId {operation.operation_id!r} is that of {earlier.pointer} too"


def _missing_texts(document: JsonObject, known: tuple[Operation, ...]) -> Iterator[tuple[str, str]]:
    for operation in known:
        for text in ("summary", "description"):
            if not _has_text(operation.definition, text):
                yield operation.pointer, f"the operation has no {text}"
        for place in _parameter_places(document, operation):
            if not _has_text(pointer.find(document, place), "description"):
                yield place, "the parameter has no description"


def _has_text(node: JsonObject, key: str) -> bool:
    return isinstance(node.get(key), str) and bool(node[key].strip())


def _parameter_places(document: JsonObject, operation: Operation) -> Iterator[str]:
    """Where the parameters of an operation are written: in place, at their path, or among the components."""
    for level in (pointer.parent(operation.pointer)[0], operation.pointer):
        for index, parameter in enumerate(pointer.find(document, level).get("parameters", [])):
            place = f"{level}/parameters/{index}"
            while is_object(parameter) and "$ref" in parameter:
                place = pointer.from_fragment(parameter["$ref"])
                parameter = pointer.find(document, place)
            yield place


def _outdated_client(entry: Entry, document: JsonObject, among: Registry) -> Iterator[str]:
    if entry.package is None or among is not vendored():
        return
    try:
        carried = packaged(entry.ref).document
    except ContractError as error:
        yield error.message
        return
    if not is_same(carried, document):
        yield f"qcontract_api.{entry.package} was generated from another contract; run: make generate"
