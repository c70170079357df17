"""Which requests a fault hits: by rule, or because a request asks for it in a header."""

from __future__ import annotations

import itertools
import json
import re
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from hashlib import blake2b
from types import TracebackType
from typing import Any, Final, Self

from attrs import define, evolve, field, fields_dict, frozen

from qcontract import errors
from qcontract.contract.jsonvalue import is_array, is_number
from qcontract.model.names import choose, refuse_unknown

from ..callers import Callers
from .kinds import KINDS, settle
from .reach import Target, reached

__all__ = ["HEADER", "FaultRule", "Faults", "Hit", "Match", "Subject"]

HEADER: Final = "x-qcontract-fault"
"""A request header such as ``rate-limit; retry_after=3``; several faults are separated by commas."""

_LONGEST: Final = 1000


@frozen
class Subject:
    """A request, as rules see it."""

    contract: str
    operation: str | None
    method: str
    path: str
    project: str | None
    key: str | None = None


@frozen(kw_only=True)
class Match:
    """Which requests a rule hits; what is None does not matter.

    Args:
        api: ``ionq-v0.4``, or ``ionq-v0.4@2026-05-15`` for one snapshot.
        operation: An operation id of the contract.
        method: An HTTP method.
        path: A path as the client sends it, with ``*`` for anything.
        key: Requests with this key; a rule keeps the id of the key.
        project: Requests for this project, by its name or its id; a rule keeps the id.
        nth: Only the nth fitting request, counted from 1, or those of a list.
        times: At most so many requests.
        probability: Each fitting request by chance, which follows from the seed.
    """

    api: str | None = None
    operation: str | None = None
    method: str | None = None
    path: str | None = None
    key: str | None = field(default=None, repr=False)
    project: str | None = None
    nth: int | Sequence[int] | None = None
    times: int | None = None
    probability: float | None = None

    def __attrs_post_init__(self) -> None:
        for name in ("api", "operation", "method", "path", "key", "project"):
            text = getattr(self, name)
            if not isinstance(text, str | None) or len(text or "") > _LONGEST:
                raise errors.ConfigurationError(f"'{name}' of a fault is a text of at most {_LONGEST} characters")
        numbers: list[object] = [*self.nth] if is_array(self.nth) else [self.nth]
        if not all(one is None or (type(one) is int and one >= 1) for one in (*numbers, self.times)):
            raise errors.ConfigurationError("'nth' and 'times' of a fault are whole numbers from 1 on")
        if self.probability is not None and not (is_number(self.probability) and 0 <= self.probability <= 1):
            raise errors.ConfigurationError("the probability of a fault is a number from 0 to 1")

    def fits(self, subject: Subject) -> bool:
        """Tell whether a request is meant, whatever its number."""
        return (
            self.api in (None, subject.contract, subject.contract.partition("@")[0])
            and self.operation in (None, subject.operation)
            and (self.method is None or self.method.upper() == subject.method)
            and (self.path is None or fnmatchcase(subject.path, self.path))
            and self.project in (None, subject.project)
            and self.key in (None, subject.key)
        )

    def chosen(self, number: int) -> bool:
        """Tell whether the fitting request of this number is meant."""
        return self.nth is None or number == self.nth or (not isinstance(self.nth, int) and number in self.nth)


@define(eq=False)
class FaultRule:
    """A fault that stays until it is removed; as a context manager it removes itself.

    Args:
        id: Its name for removing it.
        kind: What goes wrong.
        match: Which requests it hits.
        settings: What is set for its kind.
        seen: How many requests fitted so far.
        hits: How many it disturbed.
    """

    id: str
    kind: str
    match: Match
    settings: Mapping[str, Any]
    _remove: Callable[[str], object] = field(repr=False)
    seen: int = 0
    hits: int = 0
    memory: dict[str, int] = field(factory=dict[str, int], repr=False)

    @property
    def changed(self) -> int:
        """How many of the hits changed an answer: a drift may find no place in one."""
        return self.hits - self.memory.get("nowhere", 0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._remove(self.id)

    def to_json(self) -> dict[str, Any]:
        """Return the rule as the control API shows it, without the key that it may name."""
        match = {name: getattr(self.match, name) for name in fields_dict(Match) if name != "key"}
        shown = {**match, **self.settings}
        return {
            "id": self.id,
            "fault": self.kind,
            **{name: value for name, value in shown.items() if value is not None},
            "seen": self.seen,
            "hits": self.hits,
        }


@frozen
class Hit:
    """A fault that one request suffers; ``chance`` draws from the seed, the same for every request that a rule hits."""

    kind: str
    settings: Mapping[str, Any]
    chance: Callable[[object], float]
    memory: dict[str, int]


class Faults:
    """The rules of an emulator.

    Args:
        seed: From which chance follows.
        callers: Knows keys and projects.
        targets: Lists all operations.
        codes: Lists the failure codes of contracts, None when they leave them open.
        newest: Finds the place of the newest job in the order of submission.
    """

    def __init__(
        self,
        seed: int,
        callers: Callers,
        targets: Callable[[], Sequence[Target]],
        codes: Callable[[Collection[str]], Collection[str] | None],
        newest: Callable[[], int],
    ) -> None:
        self._seed = seed
        self._callers = callers
        self._targets = targets
        self._codes = codes
        self._newest = newest
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._rules: dict[str, FaultRule] = {}

    def add(self, kind: str, /, **given: Any) -> FaultRule:
        """Add a rule; the settings of its kind and the members of :class:`Match` are given together.

        Raises:
            ConfigurationError: A name is not known or a value cannot be used; the hint has the close names.
        """
        choose("fault", kind, KINDS)
        selecting = fields_dict(Match)
        refuse_unknown(f"setting of {kind}", given, [*KINDS[kind].settings, *selecting])
        of_kind = {name: value for name, value in given.items() if name in KINDS[kind].settings}
        match = self._known(Match(**{name: value for name, value in given.items() if name not in of_kind}))
        settings = settle(kind, of_kind)
        self._check_code(settings, self._reached(match))
        rule = FaultRule(f"fault-{next(self._numbers)}", kind, match, settings, self.remove)
        rule.memory["newest"] = self._newest()
        with self._lock:
            self._rules[rule.id] = rule
        return rule

    def _known(self, match: Match) -> Match:
        """Return a match with the ids of its key and its project."""
        if match.project is not None:
            match = evolve(match, project=self._callers.project_known_as(match.project))
        if match.key is None:
            return match
        caller = self._callers.require(match.key)
        if match.project not in (None, caller.project):
            raise errors.ConfigurationError("the key of the fault belongs to another project than its 'project'")
        return evolve(match, key=caller.key_id, project=caller.project)

    def _reached(self, match: Match) -> set[str]:
        """Return the contracts whose requests can be hit."""
        found = reached(self._targets(), api=match.api, operation=match.operation, method=match.method, path=match.path)
        return {one.contract for one in found}

    def _check_code(self, settings: Mapping[str, Any], contracts: Collection[str]) -> None:
        codes = self._codes(contracts) if "code" in settings else None
        if codes is not None:
            choose("failure code", settings["code"], codes)

    def remove(self, identifier: str) -> bool:
        """Remove a rule; return whether it was there."""
        with self._lock:
            return self._rules.pop(identifier, None) is not None

    def clear(self, seed: int | None = None) -> None:
        """Remove all rules, and draw anew."""
        with self._lock:
            self._rules.clear()
            self._numbers = itertools.count(1)
            self._seed = self._seed if seed is None else seed

    def __iter__(self) -> Iterator[FaultRule]:
        with self._lock:
            return iter(list(self._rules.values()))

    def __len__(self) -> int:
        return len(self._rules)

    def hits(self, subject: Subject, header: str | None) -> list[Hit]:
        """Return the faults that a request suffers, in the order of the rules, and count them.

        Raises:
            ConfigurationError: The request's header asks for what there is not.
        """
        asked = [] if header is None else [self._asked(text, header, subject) for text in header.split(",")]
        if not self._rules:
            return asked
        with self._lock:
            return [self._hit(rule) for rule in self._rules.values() if self._strikes(rule, subject)] + asked

    def _strikes(self, rule: FaultRule, subject: Subject) -> bool:
        match = rule.match
        if not match.fits(subject):
            return False
        rule.seen += 1
        if not match.chosen(rule.seen) or (match.times is not None and rule.hits >= match.times):
            return False
        if match.probability is not None and self._chance(rule.id, rule.seen, "hit") >= match.probability:
            return False
        rule.hits += 1
        return True

    def _hit(self, rule: FaultRule) -> Hit:
        return Hit(rule.kind, rule.settings, lambda what: self._chance(rule.id, what), rule.memory)

    def _asked(self, text: str, header: str, subject: Subject) -> Hit:
        kind, *pairs = (part.strip() for part in text.split(";"))
        settings = settle(kind, dict(_setting(pair) for pair in pairs if pair))
        self._check_code(settings, {subject.contract})
        return Hit(kind, settings, lambda what: self._chance("header", header, what), {})

    def _chance(self, *what: object) -> float:
        """Return a number from 0 to 1 that follows from the seed and the names given."""
        text = json.dumps([self._seed, *map(str, what)]).encode()
        return int.from_bytes(blake2b(text, digest_size=7).digest()) / (1 << 56)


def _setting(pair: str) -> tuple[str, Any]:
    """Read ``name=value``; a value that looks like a number is one, anything else a text."""
    name, _, text = (part.strip() for part in pair.partition("="))
    if re.fullmatch("[0-9]{1,9}", text):
        return name, int(text)
    return name, float(text) if re.fullmatch(r"[0-9]{0,9}\.[0-9]{1,9}", text) else text
