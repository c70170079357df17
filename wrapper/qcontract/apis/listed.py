"""What a contract lists for a request: anything else is refused before it is sent."""

from __future__ import annotations

from qcontract_api.runtime import OpenStrEnum

from qcontract.errors import NotInThisSnapshot
from qcontract.model.names import suggestion

__all__ = ["refuse_unlisted"]


def refuse_unlisted(word: str, kind: type[OpenStrEnum], what: str, contract: str) -> None:
    """Refuse a word that is none of those that a contract lists.

    Args:
        word: What the caller gave.
        kind: The generated values.
        what: What it is, for the error.
        contract: Name of the contract.

    Raises:
        NotInThisSnapshot: The contract does not list it; the hint has what it lists.
    """
    if not kind(word).is_known:
        raise NotInThisSnapshot(f"{contract} has no {what} {word[:60]!r}", hint=suggestion(word, [*kind]))
