"""Lists that are short, without order or end, and late: by fault."""

from __future__ import annotations

from typing import Any

import pytest
from qcontract.emulator import Emulator

LISTS = [("/v0.3", "jobs"), ("/v0.4", "jobs"), ("/@2026-05-15/v0.4", "jobs"), ("/api/v1", "data")]


@pytest.fixture
def emulator(anew: Emulator) -> Emulator:
    return anew


def walk(client: Any, mount: str, member: str, most: int = 30, limit: int | None = None) -> list[list[str]]:
    """Return the ids on each page, of at most so many pages."""
    pages: list[list[str]] = []
    place = ""
    size = f"limit={limit}" if limit else ""
    for number in range(1, most + 1):
        content = client("GET", f"{mount}/jobs?{size}{place}").json()
        pages.append([one.get("id") or one["jobQrn"] for one in content[member]])
        onward = content["pagination"]["hasNext"] if "pagination" in content else content.get("next")
        if not onward:
            break
        place = f"&page={number + 1}" if "pagination" in content else f"&next={onward}"
    return pages


@pytest.mark.parametrize(("mount", "member"), LISTS)
def test_lists_have_small_pages_and_lie(emulator: Emulator, client: Any, many: Any, mount: str, member: str) -> None:
    jobs = many(mount, 7)
    newest_first = jobs[::-1]
    assert walk(client, mount, member) == [newest_first]
    with emulator.fault("page-limit", limit=3):
        assert walk(client, mount, member) == [newest_first[:3], newest_first[3:6], newest_first[6:]]
    with emulator.fault("list-order"), emulator.fault("page-limit", limit=2):
        mixed = [one for page in walk(client, mount, member) for one in page]
        assert sorted(mixed) == sorted(jobs)
        assert mixed != newest_first
        assert mixed == [one for page in walk(client, mount, member) for one in page]
    with emulator.fault("cursor", form="repeat"), emulator.fault("page-limit", limit=3):
        pages = walk(client, mount, member, most=6)
        assert len(pages) == 6
        assert pages[2:] == [pages[1]] * 4
    with emulator.fault("cursor", form="cycle"), emulator.fault("page-limit", limit=3):
        pages = walk(client, mount, member, most=7)
        assert pages[3:6] == pages[:3]
        assert [one for page in pages[:3] for one in page] == newest_first


@pytest.mark.parametrize(("mount", "member"), LISTS)
def test_new_jobs_are_missing_in_lists_at_first(
    emulator: Emulator, client: Any, many: Any, mount: str, member: str
) -> None:
    old = many(mount, 2)
    with emulator.fault("list-lag", requests=2):
        new = many(mount, 1)
        assert [walk(client, mount, member) for _ in range(3)] == [[old[::-1]], [old[::-1]], [new + old[::-1]]]
    with emulator.fault("list-lag", seconds=30):
        newer = many(mount, 1)
        assert walk(client, mount, member) == [new + old[::-1]]
        assert client("GET", f"{mount}/jobs/{newer[0]}").status == 200
        emulator.advance(31)
        assert walk(client, mount, member) == [newer + new + old[::-1]]
