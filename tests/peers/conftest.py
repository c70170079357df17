"""Only what needs no peer is a test of the suite; the rest runs in the peers' own environments."""

from __future__ import annotations

collect_ignore = ["flows", "environments.py", "run.py", "suites.py"]
