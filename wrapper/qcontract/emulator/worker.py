"""The process that simulates: ``python -m qcontract.emulator.worker MEMORY_BYTES``.

It reads one order per line from its standard input and writes two lines to its standard output, until the input ends:
that it has begun, and the answer. After that come the results as JSON texts, which the emulator keeps as they are; the
answer says how long each is. It takes no other input, and an order it cannot do is an answer, not an end.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
import time
from typing import BinaryIO

__all__ = ["BEGUN", "main"]

BEGUN = b"begun\n"
"""Says that from here on it is the order's fault if the process ends; what comes before is the machine's."""


def main() -> None:
    """Answer orders until the standard input ends."""
    _limit_memory(int(sys.argv[1]))
    threading.Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()
    with _answers() as answers:
        from .jobs import RESULT_KINDS
        from .simulation.run import outcomes

        for line in sys.stdin.buffer:
            answers.write(BEGUN)
            answers.flush()
            results: list[bytes] = []
            try:
                found = outcomes(json.loads(line))
                for outcome in found:
                    texts = {kind: _json(outcome.pop(kind)) for kind in RESULT_KINDS if kind in outcome}
                    outcome["results"] = {kind: len(text) for kind, text in texts.items()}
                    results += texts.values()
                answer: dict[str, object] = {"outcomes": found}
            except Exception as error:  # a defect of ours must not take the queue with it
                answer, results = {"error": f"{type(error).__name__}: {error}"}, []
            answers.writelines([_json(answer), b"\n", *results])
            answers.flush()


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


def _answers() -> BinaryIO:
    """Return the standard output, and point what libraries print at the error stream."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _limit_memory(size: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _leave_with(parent: int) -> None:
    """End this process soon after the emulator's, even when that was killed during a simulation."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


if __name__ == "__main__":
    main()
