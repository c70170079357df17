"""Files that a command is given or asked for: read with clear errors, written whole or not at all."""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from qcontract.errors import ConfigurationError
from qcontract.reports.printable import printable

__all__ = ["read_text", "write_text"]


def read_text(path: Path) -> str:
    """Return what a file holds.

    Raises:
        ConfigurationError: It cannot be read, or is not UTF-8.
    """
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"{printable(str(path))} cannot be read: {_why(error)}") from None


def write_text(path: Path, text: str) -> None:
    """Write a file so that it is whole when it appears; what stood there before stays until then.

    Raises:
        ConfigurationError: It cannot be written.
    """
    try:
        if path.exists() and not path.is_file():  # a device or a pipe has nothing that a rename could replace
            path.write_bytes(_bytes(text))
        else:
            _replace(path.resolve(), _bytes(text))
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"{printable(str(path))} cannot be written: {_why(error)}", hint=_way(path)) from None


def _replace(path: Path, content: bytes) -> None:
    fresh = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.tmp")
    try:
        fresh.write_bytes(content)
        if path.exists():
            fresh.chmod(path.stat().st_mode & 0o777)
        fresh.replace(path)
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _way(path: Path) -> str | None:
    folder = path.absolute().parent
    return None if folder.is_dir() else f"there is no folder {printable(str(folder))}: make it first"


def _why(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
