"""What a document says about those of its parts that nobody can read."""

from __future__ import annotations

from qcontract.contract.jsonvalue import is_array, is_object

__all__ = ["INVALID", "UNREAD", "unread"]

INVALID = "x-qcontract-invalid"
"""The member of an object that says: something was wrong here, and was taken out; its value is the message."""

UNREAD = "x-qcontract-unread"
"""The member that keeps what was taken out: a list of names and values; a value without a name was all there was."""


def unread(value: object) -> frozenset[str]:
    """The names of the members that were taken out of an object; the empty name says that nothing of it is known.

    Example:
        >>> sorted(unread({INVALID: "'enum' is not a list", UNREAD: [{"name": "enum", "value": 7}]}))
        ['enum']
    """
    if not is_object(value) or not (INVALID in value or UNREAD in value):
        return frozenset()
    listed = value.get(UNREAD)
    names = {str(part.get("name", "")) for part in listed if is_object(part)} if is_array(listed) else set[str]()
    return frozenset(names | {""} if not names or "$ref" in names else names)
