"""Amounts of money, exact and with their currency."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from attrs import field, frozen

__all__ = ["Money"]


def _decimal(value: Decimal | float | str) -> Decimal:
    """Return ``value`` exactly as it is written: 0.1 is one tenth, not its nearest binary fraction."""
    try:
        return value if isinstance(value, Decimal) else Decimal(str(value))
    except InvalidOperation:
        raise ValueError(f"not an amount: {value!r}") from None


def _lower(code: str) -> str:
    return code.lower()


@frozen
class Money:
    """An amount in one currency.

    Args:
        amount: The amount, in whole units of the currency.
        currency: Code, kept in lower case: ``usd``, or ``credits`` (100 qBraid credits are 1 USD).

    Example:
        >>> str(Money("0.10", "usd"))
        '0.10 usd'
    """

    amount: Decimal = field(converter=_decimal)
    currency: str = field(converter=_lower)

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}".rstrip()
