"""The one OpenAPI document among the files that a pattern such as ``api/*.yaml`` fits."""

from __future__ import annotations

import glob
import itertools
import re
from pathlib import Path

from qcontract.contract.origins import File, Missing
from qcontract.errors import ContractError

__all__ = ["only_document"]

_MOST_LOOKED_AT = 1000
_MOST_NAMED = 8
_DOCUMENT = re.compile(rb"""^[\s{]*["']?(?:openapi|swagger)["']?\s*:""", re.MULTILINE)


def only_document(pattern: str) -> Path:
    """The file that a pattern means; what it fits besides may be the parts to which the document refers.

    Raises:
        ContractError: The pattern fits no OpenAPI document, or several.
    """
    if not glob.has_magic(pattern):
        raise Missing(f"{pattern!r:.200} cannot be read: there is no such file")
    fitting = list(itertools.islice(glob.iglob(pattern, recursive=True), _MOST_LOOKED_AT + 1))
    if len(fitting) > _MOST_LOOKED_AT:
        raise ContractError(f"the pattern {pattern!r:.200} fits more than {_MOST_LOOKED_AT} files")
    files = sorted(name for name in fitting if Path(name).is_file())
    documents = files if len(files) == 1 else [name for name in files if _is_document(Path(name))]
    if len(documents) == 1:
        return Path(documents[0])
    if not documents:
        raise ContractError(f"the pattern {pattern!r:.200} fits no OpenAPI document ({len(files)} files looked at)")
    named = ", ".join(documents[:_MOST_NAMED]) + (", ..." if len(documents) > _MOST_NAMED else "")
    raise ContractError(
        f"the pattern {pattern!r:.200} fits {len(documents)} OpenAPI documents: {named}",
        hint="two documents are compared at a time: name one of them",
    )


def _is_document(path: Path) -> bool:
    try:
        return _DOCUMENT.search(File.at(path).read()) is not None
    except ContractError:
        return False
