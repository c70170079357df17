"""Small documents cut out of large ones: a few operations with everything that they reach, and nothing else."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from typing import Any

from attrs import frozen
from qcontract.contract import pointer

__all__ = ["Originals", "excerpt"]

_OPERATIONS = (1, 1, 1, 2)
_EXCERPTS = 400
_WHOLE = 0.04
"""Share of whole documents: each takes ten times as long as an excerpt, and seldom shows more."""


@frozen
class Originals:
    """What is mutated: mostly excerpts of some documents, now and then one of them as it is."""

    whole: list[dict[str, Any]]
    excerpts: list[dict[str, Any]]

    @classmethod
    def of(cls, documents: list[dict[str, Any]], seed: int) -> Originals:
        """Cut excerpts, the same for the same seed."""
        chance = random.Random(seed)
        return cls(documents, [excerpt(chance.choice(documents), chance) for _ in range(_EXCERPTS)])

    def choice(self, chance: random.Random) -> dict[str, Any]:
        """One of them."""
        return chance.choice(self.whole if chance.random() < _WHOLE else self.excerpts)


def excerpt(document: Mapping[str, Any], chance: random.Random) -> dict[str, Any]:
    """Some operations of a document, with the components that they reach."""
    places = [
        (path, method)
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if isinstance(operation, dict) and "responses" in operation
    ]
    kept: dict[str, Any] = {}
    for path, method in chance.sample(places, min(chance.choice(_OPERATIONS), len(places))):
        item = document["paths"][path]
        kept.setdefault(path, {name: item[name] for name in ("parameters", "servers") if name in item})
        kept[path][method] = item[method]
    rest = {name: value for name, value in document.items() if name not in ("components", "paths", "webhooks")}
    result = {**rest, "paths": kept, "components": _reached(kept, document.get("components", {}))}
    return json.loads(json.dumps(result))


def _reached(start: Any, components: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The components that references lead to, directly or through others, and those that security names."""
    kept = {"securitySchemes": dict(components.get("securitySchemes", {}))}
    waiting: list[Any] = [start]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting += part
        elif isinstance(part, dict):
            waiting += part.values()
            names = pointer.parts(pointer.from_fragment(part["$ref"])) if isinstance(part.get("$ref"), str) else ()
            if names[:1] == ("components",) and names[2] not in kept.setdefault(names[1], {}):
                kept[names[1]][names[2]] = components[names[1]][names[2]]
                waiting.append(kept[names[1]][names[2]])
    return kept
