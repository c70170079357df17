"""The comparison of two contracts: what may break for a client, and why."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from attrs import evolve

from qcontract.contract.source import Spec, open_spec
from qcontract.drift.collection import IN_CODE, Collection
from qcontract.drift.comparing import Comparing
from qcontract.drift.components import compare_components
from qcontract.drift.explain import Explainer
from qcontract.drift.lifecycle import Lifecycle
from qcontract.drift.metadata import compare_metadata
from qcontract.drift.operations import compare_section
from qcontract.drift.polymorphism import Polymorphism
from qcontract.drift.sameness import Sameness
from qcontract.drift.schemas import Schemas, View, sharing
from qcontract.drift.unreadable import Unreadable
from qcontract.errors import ConfigurationError
from qcontract.findings import CLIENTS, METADATA, NO_EVIDENCE, Client, Evidence, Finding, Policy, Report, Unread, rule

__all__ = ["compare"]


def compare(
    old: Spec | str | Path,
    new: Spec | str | Path,
    client: Client = "wire",
    *,
    as_of: datetime.date | None = None,
    policy: Policy | None = None,
    metadata: bool = False,
) -> Report:
    """Compare two contracts for a client that was built for the old one and meets the new one.

    Args:
        old: The contract before: opened, or a name that ``open_spec`` understands.
        new: The contract after.
        client: ``wire`` for a tolerant client that reads and writes messages; ``sdk`` for one that also calls generated
            code; ``strict`` for one that takes the old contract at its word: objects that it closes, enumerations and
            unions are closed in answers, too. An object of which it does not say so is open.
        as_of: The day on which sunset dates and entries of an ignore file are judged; today, unless given.
        policy: Other levels, accepted findings and a baseline.
        metadata: Whether to tell of what no client can notice as well: versions, titles and extensions.

    Returns:
        The findings, the worst first; ``problems`` names parts that could not be compared.

    Raises:
        ContractError: A name leads to no OpenAPI document.
        ConfigurationError: There is no such client.

    Example:
        >>> compare("ionq-v0.4@2026-05-15", "ionq-v0.4@2026-05-15").verdict
        'equal'
    """
    if client not in CLIENTS:
        raise ConfigurationError(f"there is no client {client!r}", hint=f"clients are {', '.join(CLIENTS)}")
    before, after = (spec if isinstance(spec, Spec) else open_spec(spec) for spec in (old, new))
    today = as_of or datetime.datetime.now(tz=datetime.UTC).date()
    found = _findings(before, after, client, today)
    told = tuple(finding for finding in found if metadata or rule(finding.rule).area != METADATA)
    report = Report(kind="drift", old=before.name, new=after.name, client=client, problems=_problems(before, after))
    return (policy or Policy()).apply(report.with_findings(told), today)


def _findings(old: Spec, new: Spec, client: Client, today: datetime.date) -> Iterable[Finding]:
    documents = old.document, sharing(old.document, new.document)
    schemas = Schemas(*documents, old_version=old.version, new_version=new.version, view=View(client))
    sameness = Sameness(*documents, old.version == new.version)
    lifecycle = Lifecycle(today)
    collection = Collection(_api(old, new), client)
    unreadable = Unreadable(old, new)
    explainer = Explainer(schemas, sameness, lifecycle, unreadable.reasons)
    comparing = Comparing(client, schemas, sameness, explainer, lifecycle, collection)
    compare_section(comparing, *documents)
    compare_section(comparing.within("", inverted=True), *documents, "webhooks")
    compare_components(comparing, *documents)
    compare_metadata(comparing, *documents)
    found = [*collection.findings(explainer.lifting)]
    if client != "wire":
        from qcontract.drift.impact import for_generated_code  # of which there is none on the wire

        found = [*for_generated_code(found, old, new, client, collection.api)]
    found += Polymorphism(*documents).findings(collection.api, client)
    found = [*unreadable.findings(collection.api, client), *unreadable.known(found)]
    return [_with_reason(_with_basis(finding, old, new)) for finding in found]


def _api(old: Spec, new: Spec) -> str:
    """The API that both belong to, if they come from the registry."""
    names = [spec.ref.api for spec in (old, new) if spec.ref is not None]
    return names[0] if names else ""


def _with_basis(finding: Finding, old: Spec, new: Spec) -> Finding:
    sides = ((finding.old_pointer, old.inferred), (finding.new_pointer, new.inferred))
    guessed = any(place and _is_below(place, guesses) for place, guesses in sides)
    return evolve(finding, basis="inferred") if guessed else finding


def _with_reason(finding: Finding) -> Finding:
    """What breaks without evidence says why; what breaks in generated code is shown by no message."""
    if finding.evidence.kind != "none":
        return finding
    if finding.level != "breaking":
        return evolve(finding, evidence=NO_EVIDENCE)
    return finding if finding.evidence.reason else evolve(finding, evidence=Evidence("none", reason=IN_CODE))


def _is_below(place: str, parents: tuple[str, ...]) -> bool:
    return any(place == parent or place.startswith(f"{parent}/") for parent in parents)


def _problems(old: Spec, new: Spec) -> tuple[Unread, ...]:
    return (
        *(Unread("old", problem.pointer, problem.message, problem.read) for problem in old.problems),
        *(Unread("new", problem.pointer, problem.message, problem.read) for problem in new.problems),
    )
