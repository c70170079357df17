"""The command group, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import importlib
import os
import sys
from typing import NoReturn

import click

from qcontract import errors
from qcontract.cli.exits import Exit, exit_of

__all__ = ["main"]

_COMMANDS = {
    "emulator": ("qcontract.cli.emulator", "Serve the APIs locally, without an account."),
    "run": ("qcontract.cli.run", "Run a program and show what it gives."),
    "specs": ("qcontract.cli.specs", "List, show and check the vendored contracts."),
}


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

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in sorted(_COMMANDS.items())])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(package_name="qcontract", prog_name="qcontract")
def qcontract() -> None:
    """Clients for quantum-cloud job APIs that are proven against dated contracts.

    Data goes to stdout, progress and messages to stderr. Exit codes: 0 ok, 1 findings or a job without result,
    2 wrong input, 3 connection, 4 key, 5 other API answer, 6 wait timed out, 7 submission unknown, 130 interrupted.
    """


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    sys.exit(_run())


def _run() -> int:
    try:
        code = qcontract.main(standalone_mode=False)
        sys.stdout.flush()
        return int(code or Exit.OK)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return Exit.USAGE
    except click.ClickException as error:
        error.show()
        return Exit.USAGE
    except errors.QContractError as error:
        click.echo(f"error: {error}", err=True)
        return exit_of(error)
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return Exit.INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone, e.g. `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.OK
    except Exception as error:
        if "QCONTRACT_DEBUG" in os.environ:
            raise
        click.echo(f"internal error: {type(error).__name__}: {error}", err=True)
        click.echo("hint: this is a bug of qcontract; QCONTRACT_DEBUG=1 shows where", err=True)
        return Exit.BUG
