"""What code uses of the generated client of one contract."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from attrs import field, frozen

import qcontract.apis
from qcontract.contract.registry import registry
from qcontract.contract.source import Spec
from qcontract.drift.impact.names import identifier
from qcontract.drift.impact.surface import Function
from qcontract.drift.impact.usage.files import Files
from qcontract.drift.impact.usage.library import Library
from qcontract.drift.impact.usage.reader import Mentions
from qcontract.drift.impact.usage.wrapper import performed

__all__ = ["Usage", "uses"]


@frozen(eq=False)
class Usage:
    """What code uses of a generated client, itself or through the wrapper.

    Args:
        mentions: What the code says.
        behind: The names that the wrapper uses for it.
        operations: Ids of the operations that it performs through the wrapper.
        files: How many files were looked at.
        concerned: How many of them have to do with the client.
        notes: What could not be read, a sentence each.
    """

    mentions: Mentions = field(repr=False)
    behind: frozenset[str] = field(repr=False)
    operations: frozenset[str]
    files: int
    concerned: int
    notes: tuple[str, ...] = ()

    @property
    def is_dynamic(self) -> bool:
        """Whether members may be reached by names that the code does not say."""
        return self.mentions.is_dynamic

    def has(self, *names: str | int) -> bool:
        """Whether the code, or the wrapper for it, says one of these names."""
        return any(name in self.mentions.names or name in self.behind for name in names if name != "")

    def knows(self, made: str) -> bool:
        """Whether the code takes a class from the generated client by its name."""
        return made in self.mentions.classes or (self.mentions.builds_imports and made in self.mentions.names)

    def calls(self, function: Function) -> bool:
        """Whether the code performs an operation."""
        module = f"{function.tag}.{function.module}"
        by_text = self.mentions.builds_imports and self.has(module)
        return by_text or module in self._modules or function.module in self._through_wrapper

    @cached_property
    def _modules(self) -> frozenset[str]:
        return frozenset(module for _, module in self.mentions.functions)

    @cached_property
    def _through_wrapper(self) -> frozenset[str]:
        return frozenset(identifier(operation) for operation in self.operations)


def uses(paths: Iterable[str | Path], contract: Spec) -> Usage:
    """Read code, without running it, for what it uses of the generated client of a contract.

    Args:
        paths: Python files and folders of them.
        contract: The contract that the client was generated from.

    Raises:
        ConfigurationError: A path does not exist.

    Example:
        >>> from qcontract.contract.source import open_spec
        >>> found = uses([Path(qcontract.apis.__file__).parent], open_spec("ionq-v0.4@2026-10-01"))
        >>> found.has("predicted_wait_time_ms"), found.has("rate_information")
        (True, False)
    """
    files = Files()
    library = Library(dict(files.read(paths)), _packages(contract) | files.packages, files.notes)
    generated, wrapped = library.with_generated(), library.with_clients()
    said = library.mentions({*generated, *wrapped})
    clients = library.mentions(wrapped)
    operations = performed(clients.clients, clients.methods, contract.ref.api if contract.ref else "")
    said.is_dynamic |= clients.hands_on
    behind = _own(library.packages).names if operations else ()
    concerned = len({*generated, *wrapped})
    return Usage(
        said,
        frozenset(behind),
        frozenset(operations),
        len(library.files),
        concerned,
        tuple(dict.fromkeys(library.notes)),
    )


def _packages(contract: Spec) -> set[str]:
    """The packages that were generated from a contract, or else those of its API, or else all."""
    known = [entry for entry in registry() if entry.package]
    ref = contract.ref
    exact = {str(entry.package) for entry in known if entry.ref == ref}
    return exact or {str(entry.package) for entry in known if ref is None or entry.ref.api == ref.api}


def _own(packages: set[str]) -> Mentions:
    """What the wrapper's bindings use of the packages themselves."""
    library = Library(dict(Files().read([Path(qcontract.apis.__file__).parent])), packages, [])
    return library.mentions(library.with_generated())
