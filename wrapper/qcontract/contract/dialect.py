"""What differs between the schema objects of OpenAPI 3.0 and 3.1."""

from __future__ import annotations

from attrs import frozen

from qcontract.contract.jsonvalue import JsonObject
from qcontract.errors import ContractError

__all__ = ["Dialect", "dialect_of"]


@frozen
class Dialect:
    """The rules by which a schema object is read.

    OpenAPI 3.0 has a closed list of keywords, its own ``nullable``, and a ``$ref`` beside which nothing counts.
    OpenAPI 3.1 is JSON Schema 2020-12, in which ``nullable`` is an unknown word.
    """

    closed_keywords: bool
    has_nullable: bool
    ref_hides_siblings: bool


OPENAPI_3_0 = Dialect(closed_keywords=True, has_nullable=True, ref_hides_siblings=True)
OPENAPI_3_1 = Dialect(closed_keywords=False, has_nullable=False, ref_hides_siblings=False)


def dialect_of(document: JsonObject) -> Dialect:
    """The dialect of a document, by its ``openapi`` member.

    Raises:
        ContractError: It is not OpenAPI 3.0 or 3.1.
    """
    version = str(document.get("openapi", ""))
    for prefix, dialect in (("3.0", OPENAPI_3_0), ("3.1", OPENAPI_3_1)):
        if version == prefix or version.startswith(f"{prefix}."):
            return dialect
    said = f"says 'openapi: {version}'" if version else "has no 'openapi' member"
    raise ContractError(f"the document {said}", hint="OpenAPI 3.0 and 3.1 can be read")
