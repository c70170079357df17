"""Ids that look like the vendors' own and follow from the emulator's seed."""

from __future__ import annotations

from hashlib import blake2b
from typing import Final
from uuid import UUID

__all__ = ["Identities"]

_EPOCH_MS: Final = 1_775_000_000_000
"""Every id counts from this moment in March 2026, so that ids do not depend on when a test runs."""
_VARIANTS: Final = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}
"""The digit that marks the variant of a UUID, by the digit that was drawn in its place."""


class Identities:
    """Makes ids from numbers; the same seed and number give the same id."""

    def __init__(self, seed: int) -> None:
        self._seed = str(seed).encode()

    def _bytes(self, kind: str, number: object, size: int) -> bytes:
        return blake2b(f"{kind}/{number}".encode(), key=self._seed[:64], digest_size=size).digest()

    def uuid(self, kind: str, number: object) -> str:
        """Return a UUID of version 4 for anything that is not a job."""
        text = self._bytes(kind, number, 16).hex()
        variant = _VARIANTS[text[16]]  # written out, since every answer holds some of these and the class is slow
        return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-{variant}{text[17:20]}-{text[20:]}"

    def job(self, number: int) -> str:
        """Return a UUID of version 7, whose order is that of the numbers."""
        value = int.from_bytes(self._bytes("job", number, 10)) | (_EPOCH_MS + number) << 80
        value = value & ~(0xF << 76) & ~(0x3 << 62) | 0x7 << 76 | 0x2 << 62
        return str(UUID(int=value))

    def qrn(self, device: str, project: str, number: int) -> str:
        """Return a job QRN of qBraid: device, four digits for the account, and an ObjectId."""
        account = self._bytes("account", project, 2).hex()
        seconds = (_EPOCH_MS // 1000 + number) & 0xFFFFFFFF
        return f"{device}-{account}-qjob-{seconds:08x}{self._bytes('qjob', number, 8).hex()}"

    def random_seed(self, name: str) -> int:
        """Return a seed for what is drawn for one job."""
        return int.from_bytes(self._bytes("random", name, 7))

    def cursor(self, seq: int) -> str:
        """Return a UUID that stands for a place in a list, as IonQ's cursors look."""
        head = seq.to_bytes(8)
        return str(UUID(bytes=head + self._bytes("cursor", seq, 8)))

    def place(self, cursor: str) -> int | None:
        """Return the place that a cursor stands for, or None if this emulator never made it."""
        try:
            seq = int.from_bytes(UUID(cursor).bytes[:8])
        except ValueError:
            return None
        return seq if self.cursor(seq) == cursor.lower() else None
