"""What is true of a vendor as a whole: names of its settings, where its API lives, how it takes a key."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from qcontract.errors import ConfigurationError

__all__ = ["IONQ", "QBRAID", "VENDORS", "Vendor", "vendor_of"]


@frozen
class Vendor:
    """One vendor.

    Args:
        name: Name in configuration files, and first part of the API names.
        title: Name for people.
        key_variable: Environment variable of the key.
        url_variable: Environment variable of the base URL.
        host: Address of the real service, without a version.
        header: Header that carries the key.
        key_prefix: What stands before the key in that header.
        versioned: Whether the API's version is a part of the address, as in ``/v0.4``.
    """

    name: str
    title: str
    key_variable: str
    url_variable: str
    host: str
    header: str
    key_prefix: str = ""
    versioned: bool = True

    def base_url(self, api: str) -> str:
        """Return the address of the real service for one API, e.g. ``ionq-v0.4``."""
        return f"{self.host}/{api.removeprefix(f'{self.name}-')}" if self.versioned else self.host


IONQ: Final = Vendor(
    name="ionq",
    title="IonQ",
    key_variable="IONQ_API_KEY",
    url_variable="IONQ_API_URL",
    host="https://api.ionq.co",
    header="authorization",
    key_prefix="apiKey ",
)
"""Source: the ``servers`` and ``securitySchemes`` of IonQ's contracts."""

QBRAID: Final = Vendor(
    name="qbraid",
    title="qBraid",
    key_variable="QBRAID_API_KEY",
    url_variable="QBRAID_API_URL",
    host="https://api-v2.qbraid.com/api/v1",
    header="x-api-key",
    versioned=False,
)
"""Source: the ``servers`` and ``securitySchemes`` of qBraid's contracts."""

VENDORS: Final = {vendor.name: vendor for vendor in (IONQ, QBRAID)}


def vendor_of(api: str) -> Vendor:
    """Return the vendor of an API or contract name.

    Raises:
        ConfigurationError: No vendor has that name.
    """
    try:
        return VENDORS[api.partition("-")[0]]
    except KeyError:
        raise ConfigurationError(f"unknown API {api!r}", hint=f"vendors: {', '.join(VENDORS)}") from None
