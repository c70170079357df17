"""Which API a path belongs to, and at which snapshot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from qcontract import errors
from qcontract.contract import ContractRef, registry

from .dialects.base import Dialect
from .dialects.ionq_v0_3 import IonQv03
from .dialects.ionq_v0_4 import IonQv04
from .dialects.qbraid_v2 import QBraidV2

__all__ = ["PREFIXES", "Mount", "Mounts"]

PREFIXES: Final = {"ionq-v0.3": ("v0.3",), "ionq-v0.4": ("v0.4",), "qbraid-v2": ("api", "v1")}
"""Where each API is mounted; ``/@LABEL`` before it names a snapshot."""


@frozen
class Mount:
    """An API at a snapshot, and the path below which it was asked."""

    dialect: Dialect
    path: str
    rest: tuple[str, ...]


def _dialect(ref: ContractRef) -> Dialect:
    if ref.api == "ionq-v0.3":
        return IonQv03(ref.label)
    if ref.api == "ionq-v0.4":
        return IonQv04(ref.label)
    return QBraidV2(ref.label)


class Mounts:
    """All mounts of an emulator.

    Args:
        snapshots: Contracts that the plain mounts show, instead of the current ones.

    Raises:
        ContractError: A contract is unknown.
        ConfigurationError: A contract is no whole API.
    """

    def __init__(self, snapshots: Sequence[str]) -> None:
        served = [entry for entry in registry() if entry.api in PREFIXES and entry.scope == "full"]
        served = [entry for entry in served if entry.package or entry.line == "observed"]
        self._dialects = {(entry.api, entry.label): _dialect(entry.ref) for entry in served}
        self._chosen = {api: ContractRef.parse(api).label for api in PREFIXES}
        for name in snapshots:
            ref = ContractRef.parse(name)
            if (ref.api, ref.label) not in self._dialects:
                hint = f"it serves {', '.join(self.contracts)}"
                raise errors.ConfigurationError(f"the emulator does not serve {ref}", hint=hint)
            self._chosen[ref.api] = ref.label
        self._given = dict(self._chosen)

    def show(self, name: str) -> None:
        """Let the plain mount of an API show another contract from now on."""
        ref = ContractRef.parse(name)
        self.dialect(str(ref))
        self._chosen[ref.api] = ref.label

    def reset(self) -> None:
        """Let the plain mounts show what they showed at the beginning."""
        self._chosen = dict(self._given)

    @property
    def contracts(self) -> tuple[str, ...]:
        """Everything that is served, such as ``ionq-v0.4@2026-10-01``."""
        return tuple(f"{api}@{label}" for api, label in self._dialects)

    def dialect(self, name: str) -> Dialect:
        """Return the dialect of a contract; an API alone means the snapshot that its plain mount shows."""
        ref = ContractRef.parse(name)
        label = ref.label if "@" in name else self._chosen[ref.api]
        if (ref.api, label) not in self._dialects:
            raise errors.ConfigurationError(f"the emulator does not serve {ref}")
        return self._dialects[ref.api, label]

    def path(self, name: str) -> str:
        """Return the path of the mount that shows a contract."""
        ref = ContractRef.parse(name)
        plain = "/" + "/".join(PREFIXES[ref.api])
        self.dialect(name)
        return plain if "@" not in name or self._chosen[ref.api] == ref.label else f"/@{ref.label}{plain}"

    def places(self, contract: str) -> tuple[str, str]:
        """Return the paths of the mounts at which a contract is shown, or could be: its own, and the plain one."""
        api, _, label = contract.partition("@")
        plain = "/" + "/".join(PREFIXES[api])
        return f"/@{label}{plain}", plain

    def find(self, segments: Sequence[str]) -> Mount | None:
        """Return the mount of a request's path, or None if nothing is there."""
        label = segments[0][1:] if segments and segments[0].startswith("@") else None
        below = list(segments[1:] if label is not None else segments)
        for api, prefix in PREFIXES.items():
            if tuple(below[: len(prefix)]) == prefix:
                dialect = self._dialects.get((api, label if label is not None else self._chosen[api]))
                path = "/" + "/".join(segments[: len(segments) - len(below) + len(prefix)])
                return Mount(dialect, path, tuple(below[len(prefix) :])) if dialect else None
        return None
