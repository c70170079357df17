"""Texts that came from elsewhere, made safe to print."""

from __future__ import annotations

__all__ = ["printable"]


def printable(text: str) -> str:
    r"""Return the text with what a terminal would obey, such as escape sequences, written as Python writes it.

    Example:
        >>> printable("done\x1b[2J")
        'done\\x1b[2J'
    """
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(character: str) -> str:
    return character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
