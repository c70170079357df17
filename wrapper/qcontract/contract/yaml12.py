"""YAML as JSON: the words of YAML 1.2, and nothing that JSON cannot hold.

PyYAML reads the words of YAML 1.1, in which ``no`` is a boolean and ``2026-10-01`` a date. Here its parser is only
asked for events; what they mean is decided in :mod:`~qcontract.contract.yamlwords` and
:mod:`~qcontract.contract.yamlbuilder`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from qcontract.contract.yamlbuilder import Builder, complaint
from qcontract.contract.yamlwords import NUMBERS, TAG
from qcontract.errors import ContractError, MissingExtra

__all__ = ["dumps", "events", "loads"]


def loads(text: str, *, origin: str) -> Any:
    """Read one YAML document.

    Args:
        text: The document.
        origin: What to call it in a message, usually a file name.

    Returns:
        The value, made of what JSON knows; all keys are strings, spelled as in the text.

    Raises:
        ContractError: The text is not YAML, or has a duplicate key, an unknown tag, or a value that is not JSON;
            names line and column.
        MissingExtra: PyYAML is not installed.
    """
    builder = Builder(origin)
    for event in events(text, origin=origin):
        builder.feed(event)
    return builder.finish()


def events(text: str, *, origin: str = "the text") -> Iterator[Any]:
    """The events of PyYAML's parser, which carry marks with line and column, both from 0.

    Raises:
        ContractError: The text is not YAML; names line and column.
        MissingExtra: PyYAML is not installed.
    """
    yaml = _pyyaml()
    try:
        yield from _parsed(yaml, text)
    except yaml.MarkedYAMLError as error:
        raise complaint(origin, error.problem_mark or error.context_mark, error.problem or error.context) from None
    except yaml.YAMLError as error:
        raise ContractError(f"{origin}: not readable as YAML: {' '.join(str(error).split())}") from None


def dumps(value: object) -> str:
    """Write a JSON value as YAML that readers of YAML 1.1 and 1.2 take for the same value."""
    yaml = _pyyaml()
    base = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    dumper: Any = type("Dumper", (base,), {"ignore_aliases": _never_alias})
    for kind, pattern in NUMBERS.items():  # so that "1e3" is quoted, which 1.1 takes for text
        dumper.add_implicit_resolver(TAG + kind, re.compile(rf"(?:{pattern.pattern})$"), list("-+.0123456789"))
    text: str = yaml.dump(value, Dumper=dumper, sort_keys=False, allow_unicode=True, width=100)
    return text


def _never_alias(*_: object) -> bool:
    return True


def _pyyaml() -> Any:
    try:
        import yaml
    except ImportError:
        raise MissingExtra("drift", "reading contracts from YAML") from None
    return yaml


def _parsed(yaml: Any, text: str) -> Iterator[Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()
