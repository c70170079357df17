"""Documents as a git revision has them: ``main:api/openapi.yaml``."""

from __future__ import annotations

import os
import posixpath
import re
import subprocess
import tempfile
from pathlib import Path
from typing import IO

from attrs import evolve, field, frozen

from qcontract.contract.origins import (
    MAX_BYTES,
    Fetch,
    Missing,
    Origin,
    Url,
    has_scheme,
    relative_path,
    within_limit,
)
from qcontract.errors import ContractError

__all__ = ["GitFile", "at_revision"]

_SECONDS = 20.0
_REVISION = re.compile(r"[\w@][\w@^~{}./+\-]*")  # as git allows them, without what it takes for an option
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}


@frozen
class GitFile:
    """A file of one commit; its references may reach every file of that commit.

    ``path`` is relative to the top of the repository, ``folder`` a folder inside the repository, ``commit`` a full id.
    """

    revision: str
    path: str
    commit: str
    folder: Path
    fetch: Fetch | None = field(default=None, eq=False, repr=False)

    @property
    def key(self) -> str:
        """The path."""
        return self.path

    @property
    def name(self) -> str:
        """Revision and path, as git writes them."""
        return f"{self.revision}:{self.path}"

    def read(self) -> bytes:
        """The blob, without filters or conversions."""
        status, content, complaint = _git(self.folder, "cat-file", "blob", f"{self.commit}:{self.path}")
        if status:
            hint = f"files there: git ls-tree -r --name-only {self.revision}"
            raise Missing(f"{self.name} cannot be read: {complaint}", hint=hint)
        return within_limit(content, self.name)

    def refer(self, reference: str) -> Origin:
        """The file that a relative reference names in the same commit."""
        if has_scheme(reference) or reference.startswith("//"):
            return Url.allowed(reference, self.fetch, self.name)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), relative_path(reference, self.name)))
        if path.startswith("../") or path == "..":
            raise ContractError(f"{self.name}: the reference to {reference!r:.200} leads out of the repository")
        return evolve(self, path=path)


def at_revision(name: str, fetch: Fetch | None = None, folder: Path | None = None) -> GitFile:
    """The file that ``REVISION:PATH`` names, as ``git show`` understands it.

    Args:
        name: Revision and path; the path counts from the top of the repository, or from ``folder`` after ``./``.
        fetch: How to get remote documents, if they are allowed.
        folder: A folder in the repository; the current one by default.

    Raises:
        ContractError: git is not installed, there is no repository or no such revision, or the name is none.
    """
    folder = folder or Path.cwd()
    revision, _, path = name.partition(":")
    if not _REVISION.fullmatch(revision) or not path or not path.isprintable() or path.startswith("/"):
        raise ContractError(
            f"{name!r:.200} is not a git revision and a path", hint="write it like main:api/openapi.yaml"
        )
    status, output, complaint = _git(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    if status:
        raise ContractError(
            f"{name!r:.200} cannot be read: {complaint}",
            hint="neither a file nor a contract has that name, so it was taken for REVISION:PATH",
        )
    prefix = _prefix(folder) if path.startswith(("./", "../")) else ""
    path = posixpath.normpath(posixpath.join(prefix, path))
    if path.startswith("../"):
        raise ContractError(f"{name!r:.200} leads out of the repository")
    return GitFile(revision, path, output.decode("ascii", "replace").strip(), folder, fetch)


def _prefix(folder: Path) -> str:
    _, output, _ = _git(folder, "rev-parse", "--show-prefix")
    return output.decode("utf-8", "surrogateescape").strip("\n")


def _git(folder: Path, *arguments: str) -> tuple[int, bytes, str]:
    """Status, output up to a byte more than the limit, and the first line of the complaint."""
    command = ["git", "--no-pager", "-C", str(folder), *arguments]
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        try:
            done = subprocess.run(  # noqa: S603
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=errors,
                timeout=_SECONDS,
                check=False,
                env={**os.environ, **_QUIET},
            )
        except FileNotFoundError:
            raise ContractError("git is not installed, and the document is named by a git revision") from None
        except (subprocess.TimeoutExpired, OSError, ValueError) as error:
            raise ContractError(f"git could not be asked: {type(error).__name__}") from None
        return done.returncode, _start(output, MAX_BYTES + 1), _first_line(_start(errors, 2000))


def _start(file: IO[bytes], size: int) -> bytes:
    file.seek(0)
    return file.read(size)


def _first_line(complaint: bytes) -> str:
    lines = complaint.decode("utf-8", "replace").splitlines()
    first = next(iter(lines), "git gave no reason").removeprefix("fatal: ")
    return first if first.isprintable() else repr(first)
