"""Which contracts a test runs at, from the patterns of its mark."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fnmatch import fnmatchcase
from typing import Final

from qcontract.contract import ContractRef, Entry, registry
from qcontract.errors import ContractError
from qcontract.model.names import suggestion

__all__ = ["chosen"]

_WILD: Final = frozenset("*?[")


def chosen(patterns: Sequence[str], vendors: Collection[str] = ()) -> list[str]:
    """Return the contracts that patterns name, in the order of the registry.

    Args:
        patterns: Names, or patterns such as ``ionq-v0.4@*`` for contracts in force: those that have a client.
        vendors: Leave out the contracts of all others, if there are any here.

    Raises:
        ContractError: A pattern names nothing; the hint has close names.

    Example:
        >>> chosen(["ionq-v0.4@*"]), chosen(["*"], ["qbraid"])
        (['ionq-v0.4@2026-05-15', 'ionq-v0.4@2026-10-01'], ['qbraid-v2@2026-02-08'])
    """
    if not patterns:
        raise ContractError("no contract is named", hint="give at least one pattern, such as 'ionq-v0.4@*'")
    named = {name for pattern in patterns for name in _matching(pattern)}
    left = [name for name in map(_name, registry()) if name in named and _is_of(name, vendors)]
    if not left:
        raise ContractError(f"{', '.join(map(repr, patterns))}: none of them is a contract of {' or '.join(vendors)}")
    return left


def _matching(pattern: object) -> list[str]:
    if not isinstance(pattern, str):
        raise ContractError(f"{str(pattern)[:60]!r} is no name of a contract", hint="give patterns as texts")
    if not _WILD & set(pattern):
        return [_served(ContractRef.parse(pattern))]
    in_force = [_name(entry) for entry in registry() if entry.package]
    found = [name for name in in_force if fnmatchcase(name, pattern)]
    if not found:
        raise ContractError(f"no contract in force fits {pattern!r}", hint=suggestion(pattern, in_force))
    return found


def _served(ref: ContractRef) -> str:
    """Accept what the emulator serves, which is more than patterns find: the observed lines too."""
    entry = next(entry for entry in registry() if entry.ref == ref)
    if entry.scope != "full" or not (entry.package or entry.line == "observed"):
        raise ContractError(f"the emulator does not serve {ref}", hint="it serves whole contracts that are in force")
    return str(ref)


def _name(entry: Entry) -> str:
    return str(entry.ref)


def _is_of(name: str, vendors: Collection[str]) -> bool:
    return not vendors or name.partition("-")[0] in vendors
