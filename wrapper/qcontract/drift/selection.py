"""The part of a report that concerns some operations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase

from attrs import evolve, frozen

from qcontract.contract.source import Spec
from qcontract.drift.paths import Endpoint, Section, endpoints, pair
from qcontract.errors import ConfigurationError
from qcontract.findings import Finding, Report

__all__ = ["Selection"]


@frozen
class Selection:
    """Which operations somebody asks about, under their old or their new names.

    Args:
        operations: Titles such as ``GET /jobs``, or operation ids.
        paths: Patterns of paths, in which ``*`` fits anything: ``/jobs/*``.
    """

    operations: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()

    def of(self, report: Report, old: Spec, new: Spec) -> Report:
        """The report about these operations alone; the whole report when nothing is selected.

        Raises:
            ConfigurationError: Neither document has such an operation: a misspelt name must not pass for no findings.
        """
        if not self.operations and not self.paths:
            return report
        known = list(_known(old, new))
        chosen = {each.title for name in self.operations for each in _found(known, "operation", name, _is_called)}
        chosen |= {each.title for pattern in self.paths for each in _found(known, "path", pattern, _lies_at)}

        def concerns(finding: Finding) -> bool:
            return any(_caller(name) in chosen for name in finding.operations)

        return evolve(
            report,
            findings=tuple(filter(concerns, report.findings)),
            ignored=tuple(filter(concerns, report.ignored)),
        )


@frozen
class _Known:
    """An operation under the name that findings use, with its forms in both documents."""

    title: str
    forms: tuple[Endpoint, ...]


def _known(old: Spec, new: Spec) -> Iterator[_Known]:
    sections: tuple[tuple[Section, str], ...] = (("paths", ""), ("webhooks", "webhook "))
    for section, prefix in sections:
        found = pair(list(endpoints(old.document, "old", section)), list(endpoints(new.document, "new", section)))
        for forms in (*found.stayed, *found.moved, *((each,) for each in (*found.gone, *found.come))):
            yield _Known(prefix + forms[0].name, forms)


def _caller(name: str) -> str:
    """The operation itself, or the one whose callback it is."""
    return name.removeprefix("callback of ").partition(": ")[0] if name.startswith("callback of ") else name


def _is_called(known: _Known, name: str) -> bool:
    method, _, path = name.rpartition(" ")
    ids = {form.node.get("operationId") for form in known.forms}
    return name in ids or f"{method.upper()} {path}" in {form.name for form in known.forms} or name == known.title


def _lies_at(known: _Known, pattern: str) -> bool:
    return any(fnmatchcase(form.path, pattern) for form in known.forms)


def _found(known: list[_Known], kind: str, wanted: str, fits: Callable[[_Known, str], bool]) -> list[_Known]:
    found = [each for each in known if fits(each, wanted)]
    if not found:
        some = ", ".join(each.title for each in known[:5]) + (", ..." if len(known) > 5 else "")
        raise ConfigurationError(
            f"neither contract has the {kind} {wanted!r:.200}", hint=f"operations are {some}" if known else None
        )
    return found
