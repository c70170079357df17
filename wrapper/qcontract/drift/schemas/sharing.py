"""Two documents of which much is the same: what is equal is held once, so that its identity tells."""

from __future__ import annotations

import marshal
from typing import Any

from qcontract.contract.jsonvalue import is_array, is_object

__all__ = ["sharing", "text_of"]


def text_of(schema: Any) -> bytes | None:
    """Bytes that are equal only for equal JSON with members in the same order; None if it is nested too deep."""
    try:
        return marshal.dumps(schema, 2)  # version 2 writes no back references, which would depend on object identity
    except ValueError:
        return None


def sharing(old: Any, new: Any) -> Any:
    """The new value, in which every object and list that is as in the same place of the old one is that one itself."""
    if _is_same(old, new):
        return old
    if is_object(old) and is_object(new):
        return {name: sharing(old.get(name), value) for name, value in new.items()}
    if is_array(old) and is_array(new):
        beyond = new[len(old) :]
        return [*(sharing(one, other) for one, other in zip(old, new, strict=False)), *beyond]
    return new


def _is_same(old: Any, new: Any) -> bool:
    """Whether the texts are equal; that the values are not, as Python sees it, is found out sooner."""
    if old is new:
        return True
    if type(old) is not type(new) or old != new:
        return False
    text = text_of(new)
    return text is not None and text == text_of(old)
