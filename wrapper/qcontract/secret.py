"""A key that does not show itself."""

from __future__ import annotations

from typing import Final, NoReturn

__all__ = ["REDACTED", "Secret"]

REDACTED: Final = "[redacted]"


class Secret:
    """A string that is shown as ``[redacted]`` wherever it is printed, logged or formatted.

    Example:
        >>> Secret("abc123")
        Secret([redacted])
        >>> f"{Secret('abc123')}"
        '[redacted]'
        >>> Secret("abc123").reveal()
        'abc123'
    """

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the string itself, for the one place that sends it."""
        return self._value

    def redact(self, text: str) -> str:
        """Return ``text`` with every occurrence of the secret replaced."""
        return text.replace(self._value, REDACTED) if self._value else text

    def __repr__(self) -> str:
        return f"Secret({REDACTED})"

    def __str__(self) -> str:
        return REDACTED

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._value == other._value

    def __hash__(self) -> int:
        return hash((Secret, self._value))

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret cannot be pickled: pass the key to the other process yourself")
