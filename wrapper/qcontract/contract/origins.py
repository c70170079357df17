"""Where documents come from, and which others the references in them may reach.

An origin gives its bytes, and the origin of a reference in it. A document may refer to what lies in its own folder and
below; further only if the caller widens the tree, and to other hosts only if the caller gives a ``fetch``.
"""

from __future__ import annotations

import os
import posixpath
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import IO, Protocol
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from attrs import field, frozen

from qcontract.errors import ContractError

__all__ = [
    "MAX_BYTES",
    "Bytes",
    "Fetch",
    "File",
    "Missing",
    "Origin",
    "Url",
    "has_scheme",
    "printable_path",
    "read_stream",
    "relative_path",
    "within_limit",
]

MAX_BYTES = 64 * 1024 * 1024
"""The largest document that is read."""

Fetch = Callable[[str], bytes]
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")


class Missing(ContractError):
    """A document that is referred to does not exist; the rest of the referring one can still be compared."""


class Origin(Protocol):
    """A place that holds one document."""

    @property
    def key(self) -> str:
        """Which document it is: one text per document of a tree, the same on every machine."""
        ...

    @property
    def name(self) -> str:
        """What to call it in messages and findings."""
        ...

    def read(self) -> bytes:
        """The bytes.

        Raises:
            ContractError: They cannot be read.
        """
        ...

    def refer(self, reference: str) -> Origin:
        """The origin of the document that ``reference``, without its fragment, names from here.

        Raises:
            ContractError: It may not be reached from here.
        """
        ...


@frozen
class File:
    """A regular file; ``tree`` is the resolved folder that references must not leave."""

    path: Path
    tree: Path
    key: str
    fetch: Fetch | None = field(default=None, eq=False, repr=False)

    @classmethod
    def at(cls, path: Path, fetch: Fetch | None = None, tree: Path | None = None) -> File:
        """The file at ``path``, whose references may reach ``tree``, by default its own folder."""
        try:
            real, tree = path.resolve(), (tree or path.parent).resolve()
            if tree == path.parent.resolve():
                tree = tree if real.is_relative_to(tree) else real.parent  # the path itself is a symbolic link
            return cls(path, tree, real.relative_to(tree).as_posix(), fetch)
        except (OSError, RuntimeError, ValueError) as error:
            raise ContractError(f"{printable_path(path)} cannot be read: {error}") from None

    @property
    def name(self) -> str:
        """The path as it was given, or relative to the folder of the first document."""
        return str(self.path)

    def read(self) -> bytes:
        """The content of the file; neither a device nor a pipe is opened for reading."""
        return _read_regular(self.path)

    def refer(self, reference: str) -> Origin:
        """The file that a relative reference names, or an address if addresses are allowed."""
        if has_scheme(reference) or reference.startswith("//"):
            return Url.allowed(reference, self.fetch, self.name)
        target = self.path.parent / relative_path(reference, self.name)
        try:
            # Unlike Path.resolve, realpath leaves a circle of symbolic links to be refused where it is read,
            # on every Python.
            key = Path(os.path.realpath(target)).relative_to(self.tree).as_posix()
        except (OSError, ValueError):  # outside
            raise _outside(self.name, reference, f"the folder {self.tree.name or self.tree}") from None
        return File(Path(os.path.normpath(target)), self.tree, key, self.fetch)


@frozen
class Url:
    """A document on the network, read by the caller's ``fetch``."""

    address: str
    fetch: Fetch = field(eq=False, repr=False)

    @classmethod
    def allowed(cls, address: str, fetch: Fetch | None, referrer: str = "") -> Url:
        """The document at an address.

        Raises:
            ContractError: The address is none of http(s), or there is no ``fetch``.
        """
        where = f"{referrer}: the reference to " if referrer else ""
        if urlsplit(address).scheme.lower() not in ("http", "https"):
            raise ContractError(
                f"{where}{address!r:.200} is neither a file of the same tree nor an http(s) address",
                hint="refer to files by a relative path, such as ./schemas/pet.yaml",
            )
        if fetch is None:
            raise ContractError(
                f"{where}{address!r:.200} leads to the network, and documents from there are not allowed",
                hint="allow remote documents (--allow-remote), or bundle the document into one file first",
            )
        return cls(address, fetch)

    @property
    def key(self) -> str:
        """The address."""
        return self.address

    @property
    def name(self) -> str:
        """The address."""
        return self.address

    def read(self) -> bytes:
        """The body of the answer."""
        return self.fetch(self.address)

    def refer(self, reference: str) -> Origin:
        """The document at a relative or absolute address; never from https to something weaker."""
        address = urldefrag(urljoin(self.address, reference)).url
        if urlsplit(self.address).scheme == "https" != urlsplit(address).scheme:
            raise ContractError(f"{self.name}: the reference to {address!r:.200} leads away from https")
        return Url.allowed(address, self.fetch, self.name)


@frozen
class Bytes:
    """A document without a place, such as stdin; its references may reach no file."""

    name: str
    content: bytes = field(repr=False)
    fetch: Fetch | None = field(default=None, eq=False, repr=False)

    @property
    def key(self) -> str:
        """The name."""
        return self.name

    def read(self) -> bytes:
        """The bytes as given."""
        return self.content

    def refer(self, reference: str) -> Origin:
        """An address, if addresses are allowed."""
        if has_scheme(reference) or reference.startswith("//"):
            return Url.allowed(reference, self.fetch, self.name)
        raise ContractError(
            f"{self.name}: the reference to {reference!r:.200} needs a folder, and there is none",
            hint="give the document as a file, or bundle it into one first",
        )


def has_scheme(reference: str) -> bool:
    """Whether a reference is an absolute address, such as ``https://host/x`` or ``file:///x``."""
    return _SCHEME.match(reference) is not None


def relative_path(reference: str, referrer: str) -> str:
    """The path in a reference.

    Raises:
        ContractError: It has a query, a backslash or a character that no path has, or is absolute.
    """
    path = unquote(reference)
    if "?" in reference or "\\" in path or not path.isprintable():
        raise ContractError(f"{referrer}: the reference to {reference!r:.200} is not a relative path")
    if posixpath.isabs(path):
        raise _outside(referrer, reference, "the folder of the document")
    return path


def read_stream(stream: IO[bytes], name: str) -> bytes:
    """Everything in a stream, if it is not too much.

    Raises:
        ContractError: It cannot be read, or is larger than ``MAX_BYTES``.
    """
    try:
        content = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise ContractError(f"{name} cannot be read: {error}") from None
    return within_limit(content, name)


def within_limit(content: bytes, name: str) -> bytes:
    """The content itself.

    Raises:
        ContractError: It is larger than ``MAX_BYTES``.
    """
    if len(content) > MAX_BYTES:
        raise ContractError(f"{name} is larger than {MAX_BYTES // 1024 // 1024} MiB; no contract is")
    return content


def printable_path(path: Path) -> str:
    """A path as it can be shown."""
    text = str(path)
    return text if text.isprintable() else repr(text)


def _read_regular(path: Path) -> bytes:
    shown = printable_path(path)
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    except FileNotFoundError:
        raise Missing(f"{shown} cannot be read: there is no such file") from None
    except (OSError, ValueError) as error:
        raise ContractError(f"{shown} cannot be read: {getattr(error, 'strerror', None) or error}") from None
    mode = os.fstat(handle).st_mode
    if stat.S_ISREG(mode):
        with os.fdopen(handle, "rb") as file:
            return read_stream(file, shown)
    os.close(handle)
    kind = "a folder" if stat.S_ISDIR(mode) else "a pipe or device"
    hint = None if stat.S_ISDIR(mode) else "for a pipe, write '-' and use stdin"
    raise ContractError(f"{shown} cannot be read: it is {kind}, not a file", hint=hint)


def _outside(referrer: str, reference: str, limit: str) -> ContractError:
    return ContractError(
        f"{referrer}: the reference to {reference!r:.200} leads out of {limit}",
        hint="keep the files of one document in one folder, or bundle them into one file first",
    )
