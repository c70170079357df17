"""`make record-live`: record the plan's exchanges with a real service, redacted and shown, and written after a yes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

import yaml  # noqa: E402
from live.doors import NO_KEY, ending, findings, parsed, parser  # noqa: E402
from live.plan import APIS, Findings, with_keys  # noqa: E402
from live.redaction import Redaction  # noqa: E402
from qcontract.cli.exits import Exit  # noqa: E402
from support.exchanges import Exchange  # noqa: E402
from support.secrecy import faults  # noqa: E402
from support.tape_index import write_index  # noqa: E402

SOURCE = "the fixed plan of tests/live, redacted"


def cassette(found: Findings) -> tuple[list[Exchange], str]:
    """What may be kept of a run, and how it is written down."""
    redaction = Redaction(found.fence.own)
    kept = [redaction.exchange(exchange) for exchange in found.fence.exchanges]
    interactions = [_interaction(exchange) for exchange in kept]
    text = yaml.safe_dump({"interactions": interactions, "version": 1}, allow_unicode=True, width=10**9)
    return kept, text


def _interaction(exchange: Exchange) -> dict[str, object]:
    return {
        "request": {
            "body": exchange.request_body.decode(),
            "headers": {name: [value] for name, value in exchange.request_headers.items()},
            "method": exchange.method,
            "uri": exchange.url,
        },
        "response": {
            "body": {"string": exchange.body.decode()},
            "headers": {name: [value] for name, value in exchange.headers.items()},
            "status": {"code": exchange.status, "message": ""},
        },
    }


def refusals(kept: list[Exchange], text: str, api: str, *, rehearsal: bool) -> list[str]:
    """Why a cassette must not be written; in a rehearsal an emulator may have answered."""
    found = list(faults(kept, text, "live"))
    if os.environ[APIS[api]] in text:
        found.append("it holds the key")
    return [one for one in found if not (rehearsal and "of an emulator" in one)]


def agreed(yes: bool) -> bool:
    """Ask, where there is somebody to answer."""
    if yes:
        return True
    if not sys.stdin.isatty():
        print("nothing is written without a yes: say --yes", file=sys.stderr)
        return False
    return input("write this? [y/N] ").strip().lower() in ("y", "yes")


def main(arguments: Sequence[str]) -> int:
    """Record, show, ask and write."""
    options = parser(__doc__ or "")
    options.add_argument("--to", type=Path, help="rehearse: write into another folder than cassettes/live")
    options.add_argument("--yes", action="store_true", help="write without asking")
    given = parsed(options, arguments)
    if not with_keys(given.api):
        print(NO_KEY, file=sys.stderr)
        return Exit.AUTHENTICATION
    folder = given.to or ROOT / "cassettes" / "live"
    for found in findings(given.api, given.base_url):
        kept, text = cassette(found)
        print(text)
        if told := refusals(kept, text, found.api, rehearsal=given.to is not None):
            print("nothing is written: " + "; ".join(told), file=sys.stderr)
            return Exit.FINDINGS
        if not agreed(given.yes):
            return Exit.USAGE
        path = folder / found.api / found.fence.contract.ref.label / "plan.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        write_index(path.parents[1], {path: SOURCE})
        print(f"written: {path}", file=sys.stderr)
    return Exit.OK


if __name__ == "__main__":
    sys.exit(ending(lambda: main(sys.argv[1:])))
