"""What containers, schedulers and closing terminals send is taken as Ctrl-C: nothing is left behind or left unsaid."""

from __future__ import annotations

import signal
import threading
from collections.abc import Generator
from contextlib import contextmanager

__all__ = ["as_interruption"]

_ENDS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


@contextmanager
def as_interruption() -> Generator[None]:
    """Let the signals that ask to end raise KeyboardInterrupt; those that are ignored, as nohup does, stay so."""
    if threading.current_thread() is not threading.main_thread():  # only that one may set handlers, and gets signals
        yield
        return
    previous = {sent: signal.getsignal(sent) for sent in _ENDS}
    for sent, handler in previous.items():
        if handler != signal.SIG_IGN:
            signal.signal(sent, signal.default_int_handler)
    try:
        yield
    finally:
        for sent, handler in previous.items():
            signal.signal(sent, handler)
