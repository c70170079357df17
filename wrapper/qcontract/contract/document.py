"""A contract: an OpenAPI document under the name that the registry gives it."""

from __future__ import annotations

from functools import cached_property

from attrs import field, frozen

from qcontract.contract.jsonvalue import JsonObject
from qcontract.contract.operations import Operation, operations
from qcontract.contract.registry import ContractRef

__all__ = ["Contract"]


@frozen(eq=False)
class Contract:
    """An OpenAPI document and its name. Treat ``document`` as frozen: copies of it are not made."""

    ref: ContractRef
    document: JsonObject = field(repr=False)

    @cached_property
    def operations(self) -> tuple[Operation, ...]:
        """Every operation, in the order of the document."""
        return operations(self.document)

    def match(self, method: str, path: str) -> tuple[Operation, dict[str, str]] | None:
        """Find the operation of a request, and the decoded values of its path parameters.

        Args:
            method: HTTP method, in any case.
            path: Path of the request without the server's prefix and without the query; percent-encoding may stand.

        Returns:
            The most specific match, in which ``/jobs/estimate`` comes before ``/jobs/{id}``; None if there is none.
        """
        for operation in self._candidates.get((method.upper(), path.count("/")), ()):
            if (values := operation.template.match(path)) is not None:
                return operation, values
        return None

    def operation(self, method: str, path: str) -> Operation | None:
        """Like :meth:`match`, without the values. A template such as ``/jobs/{id}`` finds itself."""
        found = self.match(method, path)
        return found[0] if found else None

    @cached_property
    def _candidates(self) -> dict[tuple[str, int], list[Operation]]:
        """Operations by method and number of segments, the most specific first."""
        found: dict[tuple[str, int], list[Operation]] = {}
        for operation in sorted(self.operations, key=lambda operation: operation.template.rank):
            found.setdefault((operation.method, operation.path.count("/")), []).append(operation)
        return found
