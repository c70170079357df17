"""The command group, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import difflib
import importlib
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn, TextIO

import click

from qcontract import errors
from qcontract.cli.exits import Exit, exit_of

__all__ = ["main"]

_COMMANDS = {
    "drift": ("qcontract.cli.drift", "Compare contracts, and tell what breaks."),
    "emulator": ("qcontract.cli.emulator", "Serve the APIs locally, without an account."),
    "run": ("qcontract.cli.run", "Run a program and show what it gives."),
    "specs": ("qcontract.cli.specs", "List, show, check and import contracts."),
}
_LONGEST = 500
"""Most characters of one line of a message: what a file or a service says may be of any length."""


class LazyGroup(click.Group):
    """A group that imports a command's module only when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of all commands."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import one command."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(_COMMANDS[cmd_name][0]), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was named, or suggest the one that was meant."""
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            close = difflib.get_close_matches(args[0], _COMMANDS, n=1)
            known = f"did you mean {close[0]}?" if close else f"there are {', '.join(sorted(_COMMANDS))}"
            raise click.UsageError(f"no such command {args[0]!r}: {known}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; click itself would make an exit code of 1 out of a reader that has gone."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise _ReaderGoneError from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in sorted(_COMMANDS.items())])


class _ReaderGoneError(Exception):
    """Whoever read our output has gone, e.g. ``| head``."""


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(package_name="qcontract", prog_name="qcontract")
def qcontract() -> None:
    """Clients for quantum-cloud job APIs that are proven against dated contracts.

    Data goes to stdout, progress and messages to stderr. Exit codes: 0 ok, 1 findings or a job without result,
    2 wrong input, 3 connection, 4 key, 5 other API answer, 6 wait timed out, 7 submission unknown, 70 our bug,
    130 interrupted.
    """


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    _open_closed_streams()
    code = _run()
    for stream in (sys.stdout, sys.stderr):  # the interpreter would stumble over what cannot be written any more
        try:
            stream.flush()
        except (OSError, ValueError):
            _drop(stream)
    sys.exit(code)


def _open_closed_streams() -> None:
    """Give libraries that insist on streams one that goes nowhere, when the caller has closed ours."""
    if sys.stdout is None:  # pyright: ignore[reportUnnecessaryComparison] - typeshed leaves None out
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - it lives as long as the process
    if sys.stderr is None:  # pyright: ignore[reportUnnecessaryComparison]
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Args:
        arguments: What stands after ``qcontract``; the process's own arguments when None.
    """
    try:
        code = qcontract.main(arguments, standalone_mode=False)
        sys.stdout.flush()
        return int(code or Exit.OK)
    except click.ClickException as error:
        with suppress(OSError):
            error.show()
        return Exit.USAGE
    except errors.QContractError as error:
        _complain(f"error: {error}")
        return exit_of(error)
    except (click.Abort, KeyboardInterrupt):
        _complain("interrupted")
        return Exit.INTERRUPTED
    except SystemExit as leave:  # how click leaves when the reader of our output has gone, e.g. `| head`
        return Exit.OK if isinstance(leave.__context__, BrokenPipeError) else int(leave.code or Exit.OK)
    except (_ReaderGoneError, BrokenPipeError):
        _drop(sys.stdout)
        return Exit.OK
    except OSError as error:  # of the system, e.g. a full disk under our output
        _drop(sys.stdout)
        _complain(f"error: {error.strerror or error}{f': {error.filename}' if error.filename else ''}")
        return Exit.USAGE
    except Exception as error:
        return _unforeseen(error)


def _drop(stream: TextIO) -> None:
    """Let what is still buffered go nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _unforeseen(error: Exception) -> int:
    if "QCONTRACT_DEBUG" in os.environ:
        raise error
    _complain(f"internal error: {type(error).__name__}: {error}")
    _complain("hint: this is a bug of qcontract; QCONTRACT_DEBUG=1 shows where")
    return Exit.BUG


def _complain(text: str) -> None:
    from qcontract.reports.printable import printable  # only now, so that a start costs nothing

    with suppress(OSError):
        click.echo("\n".join(_shorten(printable(line)) for line in text.split("\n")), err=True)


def _shorten(line: str) -> str:
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}..."
