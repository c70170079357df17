"""Walk the pages of a list, and notice when they lead nowhere."""

from __future__ import annotations

from qcontract.errors import PaginationError
from qcontract.flow.context import Context
from qcontract.flow.effects import Flow
from qcontract.flow.send import send
from qcontract.flow.service import Service
from qcontract.model.submission import JobFilter

__all__ = ["pages"]


def pages(service: Service, query: JobFilter, context: Context, cursor: str | None = None) -> Flow[None]:
    """Yield every page of the job list, from ``cursor`` on.

    Raises:
        PaginationError: The service repeats a cursor: going on would never end.
    """
    seen = {cursor}
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
        seen.add(page.cursor)
        cursor = page.cursor
