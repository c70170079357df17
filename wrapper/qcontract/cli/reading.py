"""Read a program from a file or from standard input, without waiting or reading for ever."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from qcontract.errors import ConfigurationError
from qcontract.reports.printable import printable

__all__ = ["read_text"]

_MOST = 10 * 1024 * 1024
"""Most bytes that a program may have: IonQ takes bodies of up to 10 MB."""


def read_text(file: Path) -> str:
    """Return what a file holds; ``-`` is standard input.

    Raises:
        ConfigurationError: It cannot be read, is not UTF-8, or is larger than any API takes.
    """
    name = printable(str(file))
    try:
        content = _standard_input() if str(file) == "-" else _file(file)
        text = content.decode("utf-8")
    except OSError as error:
        raise ConfigurationError(f"cannot read {name}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigurationError(f"cannot read {name}: it is not UTF-8 text") from None
    if len(content) > _MOST:
        raise ConfigurationError(f"cannot read {name}: it has more than {_MOST // 2**20} MB, and no API takes that")
    return text


def _file(file: Path) -> bytes:
    with file.open("rb") as stream:
        return stream.read(_MOST + 1)


def _standard_input() -> bytes:
    if sys.stdin is None:  # pyright: ignore[reportUnnecessaryComparison] - typeshed leaves None out
        raise ConfigurationError("cannot read standard input: it is closed")
    if sys.stdin.isatty():
        click.echo("reading the program from the terminal; Ctrl-D ends it", err=True)
    return sys.stdin.buffer.read(_MOST + 1)
