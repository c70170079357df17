"""The modifiers before a gate in a normal form: controls commute with inverses and powers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod
from typing import Final

from attrs import frozen
from openqasm3 import ast

from .qasm_numbers import Range, folded, point, refused, whole

__all__ = ["MAX_POWER", "Modifiers", "prefixed", "read"]

MAX_POWER: Final = 1_000_000
_MAX_CONTROLS: Final = 200

_NAMES: Final = ast.GateModifierName


@frozen
class Modifiers:
    """What stands before a gate.

    Args:
        polarity: For each added control whether it must be 1, in the order of the operands.
        powers: The exponents, the one next to the gate first; -1 for an inverse.
        whole: Whether every exponent is a whole number, once the program runs.
    """

    polarity: tuple[bool, ...]
    powers: tuple[int | ast.Expression, ...]
    whole: bool

    @property
    def exponent(self) -> int | None:
        """The one power that all are together, if it is known."""
        known = [power for power in self.powers if isinstance(power, int)]
        return prod(known) if len(known) == len(self.powers) else None


def read(modifiers: Sequence[ast.QuantumGateModifier], scope: Mapping[str, Range | None]) -> Modifiers:
    """Read the modifiers of a statement.

    Raises:
        CircuitFailure: A number of controls that is not known, or an exponent that is out of bounds.
    """
    polarity: list[bool] = []
    powers: list[int | ast.Expression] = []
    for modifier in modifiers:
        if modifier.modifier in (_NAMES.ctrl, _NAMES.negctrl):
            polarity += [modifier.modifier == _NAMES.ctrl] * _count(modifier, scope)
        else:
            powers.insert(0, -1 if modifier.modifier == _NAMES.inv else _power(modifier, scope))
    broken = any(not isinstance(power, int) and whole(power, scope) is None for power in powers)
    found = Modifiers(tuple(polarity), tuple(powers), not broken)
    if len(polarity) > _MAX_CONTROLS or abs(found.exponent or 0) > MAX_POWER:
        raise refused(modifiers[0], f"at most {_MAX_CONTROLS} controls and powers up to {MAX_POWER} are computed")
    return found


def prefixed(
    modifiers: Sequence[ast.QuantumGateModifier], polarity: Sequence[bool], *, inverse: bool
) -> list[ast.QuantumGateModifier]:
    """Return modifiers with further ones before them."""
    controls = [ast.QuantumGateModifier(_NAMES.ctrl if one else _NAMES.negctrl) for one in polarity]
    return [*controls, *([ast.QuantumGateModifier(_NAMES.inv)] if inverse else []), *modifiers]


def _count(modifier: ast.QuantumGateModifier, scope: Mapping[str, Range | None]) -> int:
    count = 1 if modifier.argument is None else point(folded(modifier.argument, scope, rounds=True), scope)
    if count is None or not 0 < count <= _MAX_CONTROLS:
        raise refused(modifier, f"the number of controls must be a number or a constant from 1 to {_MAX_CONTROLS}")
    return count


def _power(modifier: ast.QuantumGateModifier, scope: Mapping[str, Range | None]) -> int | ast.Expression:
    if modifier.argument is None:
        raise refused(modifier, "a power needs an exponent")
    argument = folded(modifier.argument, scope)
    if isinstance(argument, ast.FloatLiteral) and argument.value == int(argument.value):
        return int(argument.value)
    known = point(argument, scope)
    return argument if known is None else known
