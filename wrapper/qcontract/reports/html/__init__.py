"""A report as one HTML file that needs nothing else, not even JavaScript."""

from __future__ import annotations

from qcontract.reports.html.page import render

__all__ = ["render"]
