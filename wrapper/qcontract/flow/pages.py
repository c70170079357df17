"""Walk the pages of a list, and notice when they lead nowhere."""

from __future__ import annotations

from qcontract.errors import PaginationError
from qcontract.flow.context import Context
from qcontract.flow.effects import Flow
from qcontract.flow.send import send
from qcontract.flow.service import Service
from qcontract.model.submission import JobFilter

__all__ = ["pages"]

_MOST_EMPTY = 100
"""Pages without items in a row: a service may filter what it has put on pages, and skips so many at most."""


def pages(service: Service, query: JobFilter, context: Context, cursor: str | None = None) -> Flow[None]:
    """Yield every page of the job list, from ``cursor`` on.

    Raises:
        PaginationError: The service repeats a cursor, or sends empty pages only: going on would never end.
    """
    seen = {cursor}
    empty = 0
    while True:
        call = service.page(query, cursor)
        page = yield from send(call, context)
        yield page
        if page.cursor is None:
            return
        if not page.cursor:
            raise PaginationError("the service sent an empty cursor", operation=call.operation)
        if page.cursor in seen:
            raise PaginationError(
                f"the service sent the cursor {page.cursor!r} twice: its pages run in a circle",
                operation=call.operation,
                hint="every item seen so far was delivered; narrow the list with a filter",
            )
        empty = 0 if page.items else empty + 1
        if empty == _MOST_EMPTY:
            raise PaginationError(
                f"the service sent {empty} pages without items, and a cursor with each",
                operation=call.operation,
                hint=f"every item seen so far was delivered; go on with the cursor {page.cursor!r} if more must come",
            )
        seen.add(page.cursor)
        cursor = page.cursor
