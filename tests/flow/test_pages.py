"""Pages end, can be resumed, and hold what item iteration gives."""

from __future__ import annotations

import itertools

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract import APIError, ConfigurationError, Job, NotInThisSnapshot, PaginationError, ResponseShapeError
from support.client import DRIVERS, bench
from support.scripted import Asked, answer
from support.services import DIALECTS, JOB, QBRAID, V03, V04, Dialect, job_ids
from support.strategies import json_values


@pytest.fixture(params=DIALECTS, ids=str)
def dialect(request: pytest.FixtureRequest) -> Dialect:
    found: Dialect = request.param
    return found


def asked_for(request: Asked) -> str | None:
    """The cursor of a request, whichever name the API gives it; qBraid names its first page."""
    query = dict(request.query)
    cursor = query.get("next", query.get("page"))
    return None if cursor == "1" else cursor


def shelf(dialect: Dialect, sizes: list[int]) -> list[object]:
    """The answers of a list whose pages have so many jobs."""
    ids = iter(job_ids(sum(sizes)))
    cursors = [*dialect.cursors[: len(sizes) - 1], None]
    return [
        dialect.listed([next(ids) for _ in range(size)], cursor) for size, cursor in zip(sizes, cursors, strict=True)
    ]


@pytest.mark.parametrize("driver", DRIVERS)
def test_items_are_the_items_of_the_pages(dialect: Dialect, driver: str) -> None:
    sizes = [2, 1, 2] if dialect is QBRAID else [2, 0, 1, 2]  # an empty page of qBraid is its last
    script = shelf(dialect, sizes)
    pages = bench(*script, dialect=dialect, driver=driver)
    items = bench(*script, dialect=dialect, driver=driver)
    found = pages.run("jobs.pages")
    assert [len(page.items) for page in found] == sizes
    assert [job for page in found for job in page.items] == items.run("jobs.list")
    assert [page.cursor for page in found] == [*dialect.cursors[: len(sizes) - 1], None]
    assert [asked_for(asked) for asked in pages.server.requests] == [None, *dialect.cursors[: len(sizes) - 1]]


def test_a_list_resumes_after_a_page(dialect: Dialect) -> None:
    b = bench(*shelf(dialect, [1, 1])[1:], dialect=dialect)
    b.run("jobs.pages", dialect.cursors[0])
    assert asked_for(b.server.requests[0]) == dialect.cursors[0]


@pytest.mark.parametrize("cursors", [["a", "a"], ["a", "b", "a"], ["a", "b", "c", "b"]])
@pytest.mark.parametrize("dialect", [V03, *DIALECTS[1:3]], ids=str)
def test_cursors_that_lead_back_are_an_error(dialect: Dialect, cursors: list[str]) -> None:
    b = bench(*(dialect.listed([JOB], cursor) for cursor in cursors), dialect=dialect)
    delivered = []
    with pytest.raises(PaginationError, match=cursors[-1]), b.client() as client:
        delivered.extend(page for page in client.jobs.pages())
    assert len(b.server.requests) == len(cursors)


def test_pages_of_qbraid_that_repeat_are_an_error() -> None:
    b = bench(then=QBRAID.listed([JOB], "2"), dialect=QBRAID)
    with pytest.raises(PaginationError, match="twice"):
        b.run("jobs.pages")
    assert len(b.server.requests) == 2


def test_a_cursor_that_was_resumed_from_counts_as_seen() -> None:
    b = bench(V04.listed([JOB], "a"))
    with pytest.raises(PaginationError):
        b.run("jobs.pages", "a")


@pytest.mark.parametrize("driver", DRIVERS)
def test_an_empty_cursor_is_an_error(driver: str) -> None:
    b = bench(V04.listed([JOB], ""), driver=driver)
    with pytest.raises(PaginationError, match="empty cursor"):
        b.run("jobs.list")


def test_a_failing_page_is_repeated_with_the_same_cursor(dialect: Dialect) -> None:
    first, second = shelf(dialect, [1, 1])
    b = bench(first, answer(503), httpx.ReadTimeout("late"), second, dialect=dialect)
    assert len(b.run("jobs.list")) == 2
    assert [asked_for(asked) for asked in b.server.requests] == [None, *[dialect.cursors[0]] * 3]


def test_an_error_leaves_the_pages_before_it(dialect: Dialect) -> None:
    b = bench(shelf(dialect, [2, 1])[0], answer(403, {"message": "no"}), dialect=dialect)
    seen = []
    with b.client() as client, pytest.raises(APIError, match="403"):
        seen.extend(job.id for job in client.jobs.list())
    assert len(b.server.requests) == 2


def test_filters_travel_on_every_page() -> None:
    b = bench(*shelf(V04, [1, 1]))
    b.run("jobs.list", status="completed", backend="simulator", ids=("a", "b"), parent="p", page_size=1)
    for asked in b.server.requests:
        expected = {("status", "completed"), ("target", "simulator"), ("parent_job_id", "p"), ("limit", "1")}
        assert expected <= set(asked.query)
        assert [value for name, value in asked.query if name.startswith("id")] in (["a", "b"], ["a,b"])


@pytest.mark.parametrize(
    ("dialect", "options"),
    [(V03, {"backend": "b"}), (V03, {"parent": "p"}), (QBRAID, {"backend": "b"}), (QBRAID, {"ids": ("a",)})],
    ids=repr,
)
def test_a_filter_that_the_contract_lacks_is_refused(dialect: Dialect, options: dict[str, object]) -> None:
    b = bench(dialect=dialect)
    with pytest.raises(NotInThisSnapshot, match="filter the list yourself"):
        b.run("jobs.list", **options)


@pytest.mark.parametrize("cursor", ["x", "-1", "1.5", ""])
def test_a_cursor_of_qbraid_is_a_number(cursor: str) -> None:
    with pytest.raises(ConfigurationError, match="number of a page"):
        bench(dialect=QBRAID).run("jobs.pages", cursor)


@pytest.mark.parametrize("size", [0, -1, 2.5, True])
def test_a_senseless_page_size_is_refused(size: object) -> None:
    with pytest.raises(ConfigurationError, match="page_size"):
        bench().run("jobs.list", page_size=size)


def test_leaving_early_asks_no_more_and_closes_the_flow() -> None:
    b = bench(*shelf(V04, [2, 1])[:1])
    with b.client() as client:
        for job in client.jobs.list():
            assert job.id == JOB
            break
    assert len(b.server.requests) == 1


JSON = json_values(
    ["jobs", "next", "data", "success", "pagination", "hasNext", "page", "id", "status", "metadata", "tags", "stats"]
)


@settings(max_examples=40)
@given(st.sampled_from(DIALECTS), JSON, st.data())
def test_any_json_is_a_page_or_a_named_error(dialect: Dialect, body: object, data: st.DataObject) -> None:
    job = {**dialect.job(), **data.draw(st.dictionaries(st.sampled_from(sorted(dialect.job())), JSON, max_size=2))}
    for given_body in (body, dialect.page([job], None), dialect.page(body if isinstance(body, list) else [body], None)):
        b = bench(then=answer(200, given_body), dialect=dialect)
        found = b.attempt("jobs.list")
        assert isinstance(found, list | APIError | PaginationError)


@settings(max_examples=60)
@given(st.sampled_from(DIALECTS), st.data())
def test_any_member_of_a_job_may_be_odd(dialect: Dialect, data: st.DataObject) -> None:
    odd = data.draw(st.dictionaries(st.sampled_from(sorted(dialect.job())), JSON, max_size=3))
    b = bench(answer(200, dialect.wrap({**dialect.job(), **odd})), dialect=dialect)
    assert isinstance(b.attempt("jobs.get", JOB), Job | ResponseShapeError)


@pytest.mark.parametrize("driver", DRIVERS)
def test_empty_pages_without_end_are_an_error(dialect: Dialect, driver: str) -> None:
    numbers = itertools.count(2)

    def serve(_: Asked) -> object:
        return dialect.listed([], str(next(numbers)))

    b = bench(then=serve, dialect=dialect, driver=driver)
    with pytest.raises(PaginationError, match="pages without items"):
        b.run("jobs.list")
    assert len(b.server.requests) == 100


def test_some_empty_pages_in_a_row_are_followed(dialect: Dialect) -> None:
    cursors = [*map(str, range(2, 101)), None]
    b = bench(*(dialect.listed([] if cursor else [JOB], cursor) for cursor in cursors), dialect=dialect)
    assert [job.id for job in b.run("jobs.list")] == [JOB]


@pytest.mark.parametrize("said", [1, "true", "false", [], {}])
def test_a_last_page_of_qbraid_that_is_not_sure_is_an_error(said: object) -> None:
    """To take it for the end would shorten the list unseen."""
    body = QBRAID.page([QBRAID.job()], None)
    body["pagination"]["hasNext"] = said
    error = bench(answer(200, body), dialect=QBRAID).attempt("jobs.list")
    assert isinstance(error, ResponseShapeError)
    assert error.field == "hasNext"
