"""The command ``qcontract``: options, exit codes and output; what it does lives in the rooms below."""

from __future__ import annotations

from qcontract.cli.main import main

__all__ = ["main"]
