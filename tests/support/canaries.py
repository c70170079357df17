"""Keys that nobody may ever see again: made up, long, and in no dictionary."""

from __future__ import annotations

CANARIES = {"IONQ_API_KEY": "canary-ionq-3f9c2d71a8", "QBRAID_API_KEY": "canary-qbraid-77d0e1b4c5"}
