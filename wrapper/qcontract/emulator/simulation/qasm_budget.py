"""How much a program would unroll to, estimated from its text before any parser sees it.

Parsers of OpenQASM allocate what a program declares and run its loops to the end; a short text can hold a process for
hours. This walks over the tokens once. What it cannot estimate it refuses: register sizes must be numbers or
constants, and a loop on a condition has no bound at all. Loops whose bounds are variables of other loops, and gates
on registers, are counted by :mod:`.qasm_rewrite`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import prod
from typing import Final

from .failures import CircuitFailure

__all__ = ["MAX_BYTES", "check"]

MAX_BYTES: Final = 2_000_000
MAX_REGISTER: Final = 200
MAX_NESTING: Final = 60
MAX_STATEMENTS: Final = 50_000
_MAX_DIGITS: Final = 12

_NOISE: Final = re.compile(r"//[^\n]*|/\*.*?\*/|\"[^\"]*\"", re.DOTALL)
_TOKEN: Final = re.compile(r"[^\W\d]\w*|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|\*\*|[^\s]")
_CONSTANT: Final = re.compile(r"\bconst\s+u?int\s*(?:\[\s*\d+\s*\])?\s*([^\W\d]\w*)\s*=\s*(\d+)\s*;")
_SIZE: Final = re.compile(r"\b(?:qubit|bit|qreg|creg|array)\b\s*(?:[^\W\d]\w*\s*)?\[([^\]]*)\]")
_LOOP: Final = re.compile(r"\bfor\b[^{;]*?\bin\b\s*([^{;]*)")
_RANGE: Final = re.compile(r"\[\s*(-?\s*\d+)\s*:(?:\s*(-?\s*\d+)\s*:)?\s*(-?\s*\d+)\s*\]")

_SUM: Final = re.compile(r"(?<=[\[:\s])(\d+)\s*([-+])\s*(\d+)(?=\s*[\]:])")
"""What remains of bounds such as ``n-1`` when constants are replaced by their values."""


def check(text: str) -> None:
    """Refuse a program that is too long, too large, too deep, or has too many steps.

    Raises:
        CircuitFailure: PreflightError or NotEnoughQubits, saying which.
    """
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        raise _refused(f"an OpenQASM program has at most {MAX_BYTES} bytes here")
    code = _NOISE.sub(" ", text)
    if re.search(rf"(?<![\d.])\d{{{_MAX_DIGITS + 1},}}(?!\.)", code):
        raise _refused("the program holds a whole number with too many digits")
    if re.search(r"\*\*", code):
        raise _refused("powers are not evaluated here")
    if re.search(r"\bwhile\b", code):
        raise _refused("loops that depend on a condition cannot be simulated")
    for name, value in _CONSTANT.findall(code):
        code = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)(?!\s*=)", value, code)
    _check_sizes(code)
    if _steps(code) > MAX_STATEMENTS:
        raise _refused(f"the program unrolls to more than {MAX_STATEMENTS} steps")


def _refused(message: str) -> CircuitFailure:
    return CircuitFailure("PreflightError", message)


def _check_sizes(code: str) -> None:
    total = 0
    for size in _SIZE.findall(code):
        numbers = re.findall(r"\d+", size)
        if re.search(r"[^\d\s,]", re.sub(r"\b(?:u?int|float|angle|bool|complex|bit)\b|\[|\]", "", size)):
            raise _refused("the size of a register must be a number or a constant")
        total += prod(int(number) for number in numbers)
    if total > MAX_REGISTER:
        raise CircuitFailure("NotEnoughQubits", f"the registers hold more than {MAX_REGISTER} qubits and bits")


def _summed(found: re.Match[str]) -> str:
    first, sign, second = found.groups()
    return str(int(first) + (int(second) if sign == "+" else -int(second)))


def _loop_turns(header: str) -> int:
    """Return how often a loop runs, from the text after its ``in``."""
    found = _RANGE.match(_SUM.sub(_summed, header))
    if found:
        start, step, end = (int(part.replace(" ", "")) if part else 1 for part in found.groups())
        return max(1, abs(end - start) // max(1, abs(step)) + 1)
    if header.startswith("{"):
        return header.count(",") + 1
    # Bounds that are no numbers are looked at again when the program has been parsed.
    return 1 if header.startswith("[") else MAX_REGISTER


def _steps(code: str) -> int:
    """Return about how many statements a program unrolls to."""
    turns = iter([_loop_turns(header) for header in _LOOP.findall(code)])
    walk = _Walk(turns)
    for token in _TOKEN.findall(code):
        walk.take(token)
        if walk.total > MAX_STATEMENTS:
            break
    return walk.total


class _Walk:
    """Counts statements while tokens pass by; definitions are remembered with what their bodies cost."""

    def __init__(self, turns: Iterator[int]) -> None:
        self.total = 0
        self._turns = turns
        self._costs: dict[str, int] = {}
        self._factors: list[int] = []
        self._depth = 0
        self._statement: list[str] = []
        self._defining: tuple[str, int, int] | None = None

    def take(self, word: str) -> None:
        self._nest(word)
        if word == ";":
            self._end()
        elif word == "{" and not self._in_set():
            self._open()
        elif word == "}" and self._factors and not self._in_set():
            self._close()
        else:
            self._statement.append(word)

    def _nest(self, word: str) -> None:
        self._depth += (word in "([{") - (word in ")]}")
        if self._depth > MAX_NESTING or self._statement[-MAX_NESTING:] == ["-"] * MAX_NESTING:
            raise _refused("the program is nested too deeply")

    def _in_set(self) -> bool:
        """Tell whether a brace belongs to a set of values, as in ``for int i in {1, 2}``, or a list of them."""
        last = self._statement[-1:] or [""]
        return last[0] in ("in", "=", ",") or self._statement.count("{") > self._statement.count("}")

    def _open(self) -> None:
        words = self._statement
        first = words[0] if words else ""
        if first in ("gate", "def") and len(words) > 1:
            self._defining = (words[1], self.total, len(self._factors))
        self._factors.append(next(self._turns, 1) if first == "for" else 1)
        self._statement = []

    def _close(self) -> None:
        self._end()
        self._factors.pop()
        if self._defining and len(self._factors) == self._defining[2]:
            name, before, _ = self._defining
            self._costs[name] = max(1, self.total - before)
            self.total, self._defining = before, None

    def _end(self) -> None:
        """Count one statement: what it calls, times the powers before it, times the loops around it."""
        words, self._statement = self._statement, []
        if not words:
            return
        once = next(self._turns, 1) if words[0] == "for" else 1
        powers = [int(words[i + 2]) for i, word in enumerate(words[:-2]) if word == "pow" and words[i + 2].isdigit()]
        cost = max(self._costs.get(word, 1) for word in words)
        self.total += cost * prod(powers) * prod(self._factors) * once
