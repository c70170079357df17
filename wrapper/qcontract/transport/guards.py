"""Where requests may go: checked before anything is sent."""

from __future__ import annotations

import ipaddress
from urllib.parse import unquote, urlsplit

from qcontract.errors import ConfigurationError

__all__ = ["check_base_url", "check_path", "is_loopback"]


_LONGEST_LABEL = 63
"""Most characters between two dots of a host name (RFC 1035); Python's resolver raises no OSError over others."""


def is_loopback(host: str) -> bool:
    """Whether a host name or address certainly means this machine.

    Example:
        >>> [is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "127.0.0.1.example.com")]
        [True, True, True, False]
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check_base_url(url: str, *, in_process: bool = False) -> None:
    """Accept an https address, or http on this machine; a key never travels in the clear.

    Args:
        url: The address.
        in_process: Whether the caller's own transport answers, and hosts that never exist (``.invalid``) are fine.

    Raises:
        ConfigurationError: The address is malformed, carries credentials or a query, or is plain http to elsewhere.
    """
    authority = "/".join(url.split("/")[:3])  # the emulator's mounts have an @ further on
    if "@" in authority or set(url) & set("?#"):  # first of all, for the other messages show the address
        raise ConfigurationError("the base URL must have no user, password, query or fragment")
    if not url.isprintable() or " " in url:
        raise ConfigurationError(f"the base URL has a space or a character that cannot be printed: {url!r}")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise ConfigurationError(f"not an address: {url!r}") from None
    if parts.scheme not in ("http", "https") or not host:
        raise ConfigurationError(f"not an http(s) address: {url!r}", hint="give it with scheme, e.g. https://host/v0.4")
    if any(not 0 < len(label) <= _LONGEST_LABEL for label in host.removesuffix(".").split(".")):
        raise ConfigurationError(f"not the name of a host: {host!r:.100}", hint="a part of it is empty or too long")
    if parts.scheme == "http" and not is_loopback(host) and not (in_process and host.endswith(".invalid")):
        raise ConfigurationError(f"plain http is only allowed to this machine, not to {host}", hint="use https")


def check_path(path: str) -> None:
    """Refuse a path that leaves its operation, such as ``/jobs/..`` or ``/jobs/``.

    Raises:
        ConfigurationError: A segment is empty, ``.`` or ``..``, also when it or a slash is percent-encoded.
    """
    segments = unquote(path).split("/")
    if segments[0] or any(segment in ("", ".", "..") for segment in segments[1:]):
        raise ConfigurationError(f"refusing to request {path!r}: a part of the path is empty or leads upward")
