"""Where in an API a finding stands, as people say it.

>>> str(Place("PUT /jobs/status/cancel", "body", ("ids",)))
'PUT /jobs/status/cancel, body .ids'
>>> str(Place("GET /jobs/{UUID} 200", members=("results", "*", "id")))
'GET /jobs/{UUID} 200, .results[].id'
>>> str(Place(part="Job", members=("tags", "{}"), note="component, received"))
'Job.tags.* (component, received)'
"""

from __future__ import annotations

import json
import re

from attrs import evolve, frozen

__all__ = ["Place"]

_PLAIN = re.compile(r"[A-Za-z_$][\w$-]*")
_INDEX = re.compile(r"0|[1-9][0-9]*")
_LONGEST = 80


@frozen
class Place:
    """A place in words: never part of an identity.

    Args:
        reach: The operations, and the status of an answer.
        part: The part of their messages, such as ``body`` or ``query parameter limit``; or a component.
        members: The way from there down, as in the path of a subject: names, ``*`` for the entries of an array, ``{}``
            for members without a name of their own.
        note: What else there is to know, for brackets at the end.
    """

    reach: str = ""
    part: str = ""
    members: tuple[str, ...] = ()
    note: str = ""

    def __str__(self) -> str:
        said = ", ".join(filter(None, (self.reach, self._below)))
        return f"{said} ({self.note})" if self.note else said

    @property
    def short(self) -> str:
        """The place within the messages alone, to go on with in a sentence."""
        if self.reach and self.part and not self.members:
            return f"the {self.part}"
        return self._below or self.reach

    @property
    def owner(self) -> Place:
        """The object that the last member belongs to."""
        return evolve(self, members=self.members[:-1])

    @property
    def _below(self) -> str:
        gap = " " if self.reach and self.part and self.members else ""
        return self.part + gap + "".join(map(_step, self.members))


def _step(name: str) -> str:
    """One step down, as programs write it; what is no plain name is quoted."""
    if name == "*":
        return "[]"
    if name == "{}":
        return ".*"
    if _INDEX.fullmatch(name):
        return f"[{name}]"
    if _PLAIN.fullmatch(name):
        return f".{_cut(name)}"
    return f"[{json.dumps(_cut(name), ensure_ascii=False)}]"


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 3]}..."
