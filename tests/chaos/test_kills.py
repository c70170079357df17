"""Nothing that the emulator accepted is lost or done wrong, whatever is killed: `make chaos` for fifty times."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from support.chaos import KINDS, Books, Storm

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds worker processes in /proc")


def judge(books: Books, kills: int) -> None:
    print(f"\n{books}", file=sys.stderr)
    assert sum(books.kills.values()) == kills
    assert (books.lost, books.wrong, books.twice, books.refused, books.left_running) == ([], [], [], [], [])
    assert books.stored_unanswered <= len(books.unanswered)


def test_no_accepted_job_is_lost_to_a_few_kills(tmp_path: Path) -> None:
    books = Storm(tmp_path / "store.sqlite", seed=1).rage(5)
    judge(books, 5)
    assert len(books.accepted) > 20
    assert all(books.kills[kind] for kind in KINDS)


@pytest.mark.heavy
def test_no_accepted_job_is_lost_to_fifty_kills(tmp_path: Path) -> None:
    books = Storm(tmp_path / "store.sqlite", seed=2).rage(50)
    judge(books, 50)
    assert len(books.accepted) > 200  # on a machine that has ten times as much to do; else it is thousands
