"""Which environment variables tell clients where a service is and which key to use, whoever wrote the client.

``python -m qcontract.testing.environment READY_FILE [KEY]`` prints them for a running ``qcontract emulator``.
Source: documentation and released code of qiskit-ionq, cirq-ionq, pennylane-ionq and ionq-core, as of 2026-11.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

__all__ = ["DROPPED", "bypassing_proxies", "variables"]

_KEYS: Final = (
    "IONQ_API_KEY",
    "IONQ_API_TOKEN",
    "QISKIT_IONQ_API_TOKEN",
    "CIRQ_IONQ_API_KEY",
    "PENNYLANE_IONQ_API_KEY",
    "QBRAID_API_KEY",
)
_ADDRESSES: Final = {
    "ionq": ("IONQ_API_URL", "QISKIT_IONQ_API_URL"),
    "qbraid": ("QBRAID_API_URL",),
}
_ORIGINS: Final = ("CIRQ_IONQ_REMOTE_HOST", "IONQ_REMOTE_HOST")
"""Read by a client that appends the version itself."""

DROPPED: Final = ("QCONTRACT_PROFILE",)
"""What would lead to settings of somebody's own."""


def variables(origin: str, addresses: Mapping[str, str], key: str) -> dict[str, str]:
    """Return the environment of a client that shall use an emulator.

    Args:
        origin: Scheme, host and port of the emulator.
        addresses: Base URL by vendor (``ionq``, ``qbraid``).
        key: The key.
    """
    return {
        **dict.fromkeys(_KEYS, key),
        **{name: url for vendor, url in addresses.items() for name in _ADDRESSES[vendor]},
        **dict.fromkeys(_ORIGINS, origin),
    }


def bypassing_proxies(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what makes clients reach this machine directly, whatever proxy is set for other hosts."""
    here = "127.0.0.1,localhost"
    spellings = ("NO_PROXY", "no_proxy")
    return {name: f"{environment[name]},{here}" if environment.get(name) else here for name in spellings}


def _main(ready_file: str, key: str = "test-key", *_: str) -> None:
    ready = json.loads(Path(ready_file).read_text("utf-8"))
    addresses = {"ionq": ready["apis"]["ionq-v0.4"], "qbraid": ready["apis"]["qbraid-v2"]}
    for name, value in variables(ready["origin"], addresses, key).items():
        sys.stdout.write(f"{name}={value}\n")


if __name__ == "__main__":
    _main(*sys.argv[1:])
