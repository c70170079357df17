"""What `verify-live` and `record-live` have in common: their arguments, and how they end."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from live.fence import Refused
from live.plan import APIS, Findings, perform, with_keys
from qcontract import QContractError
from qcontract.cli.exits import Exit, exit_of

NO_KEY = "this needs a key: set IONQ_API_KEY or QBRAID_API_KEY, for an account that you may use for it"


def parser(purpose: str) -> argparse.ArgumentParser:
    """Options of both."""
    options = argparse.ArgumentParser(description=purpose)
    options.add_argument("api", nargs="*", type=_api, help=f"{', '.join(APIS)}; else all that there is a key for")
    options.add_argument("--base-url", help="another address of one API than the vendor's, e.g. an emulator's")
    return options


def _api(name: str) -> str:
    if name not in APIS:
        raise argparse.ArgumentTypeError(f"there is no {name}: known are {', '.join(APIS)}")
    return name


def parsed(options: argparse.ArgumentParser, arguments: Sequence[str]) -> Any:
    """Read the arguments; an address is that of one API."""
    given = options.parse_args(arguments)
    if given.base_url and len(given.api) != 1:
        options.error("--base-url goes with exactly one API")
    return given


def findings(apis: Sequence[str], base_url: str | None, **given: Any) -> Iterator[Findings]:
    """Perform the plan on every API that there is a key for."""
    for api in with_keys(list(apis)):
        print(f"{api}: performing the plan", file=sys.stderr)
        found = perform(api, base_url, **given)
        print(f"{api}: {len(found.fence.exchanges)} requests", file=sys.stderr)
        yield found


def ending(main: Callable[[], int]) -> int:
    """Run a script, and turn what it raises into a sentence and an exit code."""
    try:
        return main()
    except Refused as refusal:
        print(f"the plan was ended: {refusal}", file=sys.stderr)
        return Exit.BUG
    except QContractError as error:
        print(error, file=sys.stderr)
        return exit_of(error)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
