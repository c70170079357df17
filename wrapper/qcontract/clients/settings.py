"""Where a client's key and address come from: argument, then environment, then configuration file."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from attrs import field, frozen

from qcontract.clients.vendors import Vendor
from qcontract.errors import AuthenticationError, ConfigurationError
from qcontract.model.untyped import is_object
from qcontract.secret import Secret

__all__ = ["Settings", "concealed", "resolve"]

T = TypeVar("T")


@frozen
class Settings:
    """Key and address of one client, and where each came from.

    Args:
        key: The key.
        base_url: Address of the API.
        sources: Setting to where it was found, e.g. ``{"key": "environment IONQ_API_KEY"}``.
    """

    key: Secret
    base_url: str
    sources: Mapping[str, str] = field(factory=dict[str, str])


def resolve(
    vendor: Vendor,
    api: str,
    *,
    key: str | Secret | None = None,
    base_url: str | None = None,
    profile: str | None = None,
    environment: Mapping[str, str] | None = None,
    file: Path | None = None,
) -> Settings:
    """Find the key and the address of a client.

    Args:
        vendor: The vendor.
        api: The API, e.g. ``ionq-v0.4``.
        key: The key, if the caller gives one.
        base_url: The address, if the caller gives one; for IonQ it may end in the version.
        profile: Section of the configuration file; ``QCONTRACT_PROFILE`` or ``default`` when None.
        environment: The environment variables; the process's own when None.
        file: The configuration file; the user's ``qcontract/config.toml`` when None.

    Raises:
        AuthenticationError: There is no key anywhere.
        ConfigurationError: A setting or the file is malformed, or the address is of another version.
    """
    _refuse_empty("key", concealed(key))
    _refuse_empty("base_url", base_url)
    complete = key and base_url and not profile  # then the file is not even read
    profile = profile or _variable("QCONTRACT_PROFILE", environment)
    stored = _Stored() if complete else _profile(file or _default_file(), profile, vendor.name)
    found_key, key_source = _first(
        ("argument", concealed(key)),
        (f"environment {vendor.key_variable}", concealed(_variable(vendor.key_variable, environment) or None)),
        ("configuration file", stored.key),
    )
    found_url, url_source = _first(
        ("argument", base_url),
        (f"environment {vendor.url_variable}", _variable(vendor.url_variable, environment)),
        ("configuration file", stored.base_url),
        ("vendor", vendor.base_url(api)),
    )
    if found_key is None:
        hint = f"set {vendor.key_variable} (or pass key=), or use the emulator, which needs no account (--emulator)"
        raise AuthenticationError(f"no key for {vendor.title}", status=0, hint=hint)
    assert found_url is not None, "the vendor's address always exists"
    _check_pair(found_url, url_source, key_source)
    _check_key(found_key, vendor)
    return Settings(
        found_key, _with_version(found_url, vendor, api, url_source), {"key": key_source, "base_url": url_source}
    )


def concealed(key: str | Secret | None) -> Secret | None:
    """Return a key as one that does not show itself in a report with the locals of every frame."""
    return Secret(key) if isinstance(key, str) else key


def _refuse_empty(name: str, given: str | Secret | None) -> None:
    """Refuse an argument that says nothing: another source in its place could lead to the real service."""
    if given in ("", Secret("")):
        raise ConfigurationError(f"{name} is empty", hint=f"leave {name} out to have it looked up")


def _variable(name: str, environment: Mapping[str, str] | None) -> str | None:
    """Return an environment variable; the variables themselves hold secrets and are no local of any caller."""
    return (os.environ if environment is None else environment).get(name)


def _check_pair(url: str, url_source: str, key_source: str) -> None:
    """Refuse to send a key of the environment to an address that only the file names."""
    if url_source == "configuration file" and key_source.startswith("environment"):
        raise ConfigurationError(
            f"the address {url} comes from the configuration file, and the key from {key_source}",
            hint="a key goes only where it belongs: put it beside the address in the file, or pass key=",
        )


def _first(*candidates: tuple[str, T | None]) -> tuple[T | None, str]:
    return next(((value, source) for source, value in candidates if value), (None, "nowhere"))


def _check_key(key: Secret, vendor: Vendor) -> None:
    if not key.reveal().isascii() or not key.reveal().isprintable() or " " in key.reveal():
        raise ConfigurationError(
            f"the key for {vendor.title} has a space, line break or other character that no key has",
            hint="copy it again; it is not shown here",
        )


_VERSION = re.compile(r"/v\d+\.\d+/?$")


def _with_version(url: str, vendor: Vendor, api: str, source: str) -> str:
    """Return the address with the API's version, and refuse one that ends in another version."""
    plain = url.rstrip("/")
    if not vendor.versioned:
        return plain
    version = f"/{api.removeprefix(f'{vendor.name}-')}"
    found = _VERSION.search(plain)
    if found is None:
        return plain if plain.endswith(version) else plain + version
    if found[0] != version:
        raise ConfigurationError(
            f"the address from {source} ends in {found[0]}, and this client speaks {api}",
            hint="drop the version from the address, or choose the API that it names",
        )
    return plain


def _default_file() -> Path:
    import platformdirs  # imported late: most clients are given everything

    return Path(platformdirs.user_config_dir("qcontract")) / "config.toml"


@frozen
class _Stored:
    """What the configuration file says of one vendor."""

    key: Secret | None = None
    base_url: str | None = None


def _profile(file: Path, profile: str | None, vendor: str) -> _Stored:
    """Return ``[PROFILE.VENDOR]`` of the configuration file; nothing when neither was asked for nor exists."""
    document = _document(file)
    section = document.get(profile or "default")
    if section is None and profile:
        known = ", ".join(sorted(document)) or "none"
        raise ConfigurationError(f"no profile {profile!r} in {file}", hint=f"profiles there: {known}")
    values: object = section.get(vendor, {}) if is_object(section) else {}
    if not is_object(values) or any(not isinstance(value, str | Secret) for value in values.values()):
        raise ConfigurationError(f"[{profile or 'default'}.{vendor}] in {file} must hold the texts key and base_url")
    return _Stored(values.get("key"), values.get("base_url"))


def _document(file: Path) -> dict[str, Any]:
    """Read the configuration file, if there is one; its keys do not show themselves."""
    try:
        document: dict[str, Any] = _concealing(tomllib.loads(file.read_text(encoding="utf-8")))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"cannot read the configuration file {file}: {error}") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"the configuration file {file} is not valid TOML: {error}") from None
    return document


def _concealing(value: Any, name: str = "") -> Any:
    if is_object(value):
        return {inner: _concealing(below, inner) for inner, below in value.items()}
    return concealed(value) if name == "key" and isinstance(value, str) and value else value
