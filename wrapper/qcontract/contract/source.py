"""Any OpenAPI document, opened for comparison: from a file, stdin, an address, a git revision or the registry.

>>> spec = open_spec("ionq-v0.4@2026-05-15")
>>> spec.version, spec.problems
('3.0', ())
>>> spec.place("/paths/~1jobs~1estimate").excerpt
'  /jobs/estimate:'
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any

from attrs import field, frozen

from qcontract.contract import pointer, reading
from qcontract.contract.globs import only_document
from qcontract.contract.jsonvalue import JsonObject
from qcontract.contract.library import FILES, Library
from qcontract.contract.loader import verified
from qcontract.contract.origins import Bytes, Fetch, File, Origin, Url, has_scheme, read_stream
from qcontract.contract.positions import Place, Text
from qcontract.contract.registry import ContractRef, Entry, vendored
from qcontract.contract.survey import Problem, Survey
from qcontract.contract.unread import INVALID, UNREAD
from qcontract.contract.versions import version_of
from qcontract.errors import ContractError

__all__ = ["FILES", "INVALID", "UNREAD", "Place", "Problem", "Spec", "open_spec"]

_FILE_LIKE = re.compile(r".*(?:\.ya?ml|\.json)|.*[/\\].*", re.DOTALL | re.IGNORECASE)


@frozen(eq=False)
class Spec:
    """An OpenAPI document that can be compared; treat ``document`` as frozen.

    Every ``$ref`` in it leads to an existing place of the same document: other files stand below
    ``/x-qcontract-files``. What is invalid is listed in ``problems``; in the document the objects concerned carry
    ``x-qcontract-invalid``, unless what they mean is plain all the same, and what was taken out stands beside that.

    ``version`` is ``3.0`` or ``3.1``; ``ref`` is the name in the registry, if it comes from there, and ``inferred`` the
    pointers to the parts of it that nobody has seen.
    """

    name: str
    document: JsonObject = field(repr=False)
    version: str
    ref: ContractRef | None = None
    inferred: tuple[str, ...] = field(default=(), repr=False)
    problems: tuple[Problem, ...] = field(default=(), repr=False)
    _texts: Mapping[str, Text] = field(factory=dict[str, Text], repr=False)

    @classmethod
    def of(cls, document: Mapping[str, Any], name: str = "document") -> Spec:
        """Wrap a document that is already a Python value; it is copied.

        Raises:
            ContractError: It is not JSON, not OpenAPI 3.0 or 3.1, or refers to other documents.
        """
        try:
            content = json.dumps(document, allow_nan=False).encode()
        except (RecursionError, TypeError, ValueError) as error:
            raise ContractError(f"{name} is not a JSON document: {error}") from None
        value = reading.value(content, origin=f"{name}.json")
        return _surveyed(Bytes(name, content), value, None)

    def place(self, where: str) -> Place | None:
        """Where the value at a pointer is written.

        Args:
            where: A pointer into ``document``; if nothing is written there, the nearest place above it counts.

        Returns:
            File, line, column and the text of the line; None for a document that was never a text.
        """
        key, names = "", list(pointer.parts(where))
        if names[:1] == [FILES] and names[1:2]:
            key, names = names[1], names[2:]
        text = self._texts.get(key)
        return text.place(names) if text else None


def open_spec(
    name: str | Path,
    *,
    stdin: IO[bytes] | None = None,
    fetch: Callable[[str], bytes] | None = None,
    tree: Path | None = None,
) -> Spec:
    """Open an OpenAPI document by its name.

    Args:
        name: A file, or a pattern that fits one document; ``-`` for stdin; an address; ``REVISION:PATH`` in git; or a
            contract of the registry (its snapshot, without overlay). A file comes before a contract of the same name.
        stdin: What to read for ``-``.
        fetch: How to get what an address names, if documents from the network are allowed; see
            :func:`qcontract.transport.fetch.fetch`.
        tree: The folder that references of a file may reach; by default the one it lies in.

    Raises:
        ContractError: There is no such document, it is broken or not OpenAPI 3.0 or 3.1, its references form a circle
            or lead out of its tree.
        MissingExtra: It is YAML, and PyYAML is not installed.
    """
    if isinstance(name, str) and not _is_path(name):
        if (entry := _registered(name)) is not None:
            return _vendored(entry)
        if name == "-":
            return _opened(_from_stdin(stdin, fetch))
        if has_scheme(name) and "//" in name:
            return _opened(Url.allowed(name, fetch))
        if ":" in name:
            from qcontract.contract.gitsource import at_revision  # git is run by modules that nothing else here needs

            return _opened(at_revision(name, fetch))
        if not any(character in name for character in "*?[") and not _FILE_LIKE.fullmatch(name):
            raise _unknown(name)
    path = Path(name) if isinstance(name, Path) or _is_path(name) else only_document(name)
    return _opened(File.at(path, fetch, tree))


def _is_path(name: str) -> bool:
    try:
        return Path(name).exists() and not (Path(name).is_dir() and _registered(name) is not None)
    except (OSError, ValueError):  # too long, or with a character that no path has
        return False


def _registered(name: str) -> Entry | None:
    known = vendored()
    try:
        return known.entry(known.resolve(name))
    except ContractError:
        return None


def _unknown(name: str) -> ContractError:
    try:
        vendored().resolve(name)
    except ContractError as error:
        return ContractError(f"there is no file and no contract {name!r:.200}", hint=error.hint)
    return ContractError(f"there is no file {name!r:.200}")


def _from_stdin(stdin: IO[bytes] | None, fetch: Fetch | None) -> Bytes:
    if stdin is None:
        raise ContractError("'-' means stdin, and there is none to read here")
    return Bytes("stdin", read_stream(stdin, "stdin"), fetch)


def _opened(origin: Origin) -> Spec:
    content = origin.read()
    return _surveyed(origin, reading.value(content, origin=origin.name), content)


def _vendored(entry: Entry) -> Spec:
    content = verified(vendored(), entry.file, entry.sha256)
    origin = Bytes(str(entry.file), content)
    return _surveyed(origin, reading.value(content, origin=origin.name), content, entry)


def _surveyed(origin: Origin, value: Any, content: bytes | None, entry: Entry | None = None) -> Spec:
    version = version_of(value, origin.name)
    if FILES in value:
        raise ContractError(f"{origin.name} has a member {FILES!r}, in which referenced files are kept")
    library = Library(version)
    survey = Survey(library)
    survey.run(library.add(origin, value, content, place=""))
    others = {key: sheet for key, sheet in library.sheets.items() if sheet.place}
    if others:
        value[FILES] = {key: sheet.value for key, sheet in sorted(others.items())}
    texts = {key if sheet.place else "": sheet.text for key, sheet in library.sheets.items() if sheet.text}
    return Spec(
        str(entry.ref) if entry else origin.name,
        value,
        version,
        entry.ref if entry else None,
        entry.inferred if entry else (),
        tuple(sorted(survey.problems)),
        texts,
    )
