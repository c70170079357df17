"""How an answer travels: at once and whole, as it should, or otherwise, as networks do it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

__all__ = ["AT_ONCE", "Delivery", "Disconnected"]


class Disconnected(Exception):
    """The connection ends here, with what was sent until now."""


@frozen
class Delivery:
    """How an answer travels.

    Args:
        delay: Seconds before the first byte.
        drop: Whether the connection ends before it.
        keep: Which part of the body arrives before the connection ends, from 0 to 1.
        seconds: How long the body takes.
        pieces: In how many pieces it comes then.
    """

    delay: float = 0.0
    drop: bool = False
    keep: float = 1.0
    seconds: float = 0.0
    pieces: int = 1

    def parts(self, body: bytes) -> Iterator[tuple[float, bytes]]:
        """Yield the body's pieces, each with the seconds to wait before it.

        Raises:
            Disconnected: The connection ends before the body does.
        """
        kept = body if self.keep >= 1.0 else body[: int(len(body) * self.keep)]
        size = max(1, -(-len(kept) // self.pieces))
        for start in range(0, len(kept), size):
            yield self.seconds / self.pieces, kept[start : start + size]
        if self.keep < 1.0:
            raise Disconnected


AT_ONCE: Final = Delivery()
