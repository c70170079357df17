"""Parts of requests and answers, for those who need not see all of them, or not at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from qcontract.contract.jsonvalue import is_array, is_object

__all__ = ["LONG", "beginning", "ends", "parts", "without_gates"]

LONG: Final = 1_000_000
"""Characters from which on a text is long: to read or check one keeps every thread of a process from its work."""

_END: Final = 20_000
"""How many characters are kept of each end of a long object."""

_CIRCUIT: Final = "circuit"
_EXPLAINED: Final = 6000
"""How many values are looked at for an explanation; more than a job has circuits at most."""


def without_gates(value: Any) -> Any:
    """Return a body with empty circuits: what is wrong with a gate shows when the job runs."""
    if is_object(value):
        nothing: list[Any] = []
        return {
            name: nothing if name == _CIRCUIT and is_array(inner) else without_gates(inner)
            for name, inner in value.items()
        }
    return [without_gates(item) for item in value] if is_array(value) else value


def beginning(value: Any) -> tuple[Any, dict[str, int]]:
    """Return a body whose arrays and objects end where so many values were seen, and how much is left of its arrays."""
    left = [_EXPLAINED]
    short: dict[str, int] = {}

    def cut(inner: Any, path: str) -> Any:
        left[0] -= 1
        if is_object(inner):
            return {name: cut(member, f"{path}.{name}") for name, member in inner.items() if left[0] > 0}
        if not is_array(inner):
            return inner
        kept = [cut(item, f"{path}.{place}") for place, item in enumerate(inner) if left[0] > 0]
        if len(kept) < len(inner):
            short[path.removeprefix(".")] = len(kept)
        return kept

    return cut(value, ""), short


def ends(text: str) -> str:
    """Return the JSON text of a result with the first and the last members of each long object, or of a long array.

    Results repeat what their beginning and their end show, and have no brackets or quotation marks within a text.
    """
    return "".join(_ends(text, start, end) for start, end in _objects(text))


def _objects(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of parts that each go to the end of an object."""
    start = 0
    while end := text.find("}", start) + 1:
        yield start, end
        start = end
    yield start, len(text)


def _ends(text: str, start: int, end: int) -> str:
    first, last = text.find(',"', start + _END, end), text.rfind(',"', start, end - _END)
    return text[start:first] + text[last:end] if start < first < last else text[start:end]


def parts(text: str) -> Iterator[dict[str, Any]]:
    """Yield the members of an object of numbers, as compact JSON has it, some at a time.

    Example:
        >>> list(parts('{"0":0.25,"3":0.75}'))
        [{'0': 0.25, '3': 0.75}]
    """
    start = 1
    while start < len(text):
        end = text.find(',"', start + _END) % len(text)  # the last part ends before the bracket
        yield json.loads(f"{{{text[start:end]}}}")
        start = end + 1
