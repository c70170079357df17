"""One line at the bottom of a terminal that says what is going on and for how long."""

from __future__ import annotations

import os
import shutil
import threading
import time
from contextlib import suppress
from typing import TextIO

__all__ = ["StatusLine", "is_terminal"]


def is_terminal(stream: TextIO) -> bool:
    """Whether a line on this stream can be overwritten."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


class StatusLine:
    """A line that a thread redraws, since time goes by also between two looks at a job.

    Args:
        stream: A terminal.
        period: Seconds between two drawings.
    """

    def __init__(self, stream: TextIO, period: float = 1.0) -> None:
        self._stream = stream
        self._period = period
        self._text = ""
        self._drawn = 0
        self._start = time.monotonic()
        self._lock = threading.Lock()
        self._over = threading.Event()
        threading.Thread(target=self._tick, daemon=True).start()

    def show(self, text: str) -> None:
        """Change the line."""
        with self._lock:
            self._text = text
            self._draw()

    def say(self, text: str) -> None:
        """Write a line that stays, above this one."""
        with self._lock:
            self._overwrite("")
            self._write(f"\r{text}\n")
            self._draw()

    def close(self) -> None:
        """Remove the line."""
        self._over.set()
        with self._lock:
            self._text = ""
            self._overwrite("")
            self._write("\r")

    def _tick(self) -> None:
        while not self._over.wait(self._period):
            with self._lock:
                self._draw()

    def _draw(self) -> None:
        if self._text and not self._over.is_set():
            elapsed = time.monotonic() - self._start
            self._overwrite(f"{self._text}, {elapsed:.0f} s"[: shutil.get_terminal_size().columns - 1])

    def _overwrite(self, text: str) -> None:
        """Replace what the line shows, without escape sequences: some terminals know none."""
        if text or self._drawn:
            self._write(f"\r{text:<{self._drawn}}")
            self._drawn = len(text)

    def _write(self, text: str) -> None:
        with suppress(OSError, ValueError):  # a terminal that has gone must not end the wait
            self._stream.write(text)
            self._stream.flush()
