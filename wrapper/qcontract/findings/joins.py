"""What was declared beside what was observed, joined by subject."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from qcontract.findings.finding import Finding

__all__ = ["Join", "join"]


@frozen
class Join:
    """Findings of two kinds, sorted into three heaps by the ids of their subjects.

    Args:
        both: Pairs of one declared and one observed finding about the same subject.
        declared_only: The contract changed there, and nothing was seen of it.
        observed_only: The service changed there, and no contract says so.
    """

    both: tuple[tuple[Finding, Finding], ...]
    declared_only: tuple[Finding, ...]
    observed_only: tuple[Finding, ...]


def join(declared: Iterable[Finding], observed: Iterable[Finding]) -> Join:
    """Join findings about contracts with findings about traffic.

    Args:
        declared: From comparing two contracts.
        observed: From recordings or a live service.
    """
    left, right = _by_subject(declared), _by_subject(observed)
    return Join(
        both=tuple((a, b) for key in left if key in right for a in left[key] for b in right[key]),
        declared_only=tuple(finding for key in left if key not in right for finding in left[key]),
        observed_only=tuple(finding for key in right if key not in left for finding in right[key]),
    )


def _by_subject(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    heaps: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=lambda finding: finding.order):
        heaps.setdefault(finding.subject.id, []).append(finding)
    return heaps
