"""For test suites of programs that use these APIs: pytest fixtures, marks, and what they hand out.

The plugin is registered with pytest by the installation; nothing here is imported before a test asks for a fixture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .servers import IonQServer, QBraidServer

__all__ = ["IonQServer", "QBraidServer"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import servers

    return getattr(servers, name)
