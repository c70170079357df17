from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import UNSET, Response, Unset

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.error import Error
    from ...models.get_jobs_response_200 import GetJobsResponse200
    from ...models.status import Status
    from ...types import Reply


def _get_kwargs(
    *,
    id: list[UUID] | Unset = UNSET,
    status: Status | Unset = UNSET,
    submitter_id: str | Unset = UNSET,
    project_id: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    next_: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_id: list[str] | Unset = UNSET
    if not isinstance(id, Unset):
        json_id = []
        for id_item_data in id:
            id_item = str(id_item_data)
            json_id.append(id_item)

    params["id"] = json_id

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status.value

    params["status"] = json_status

    params["submitter_id"] = submitter_id

    params["project_id"] = project_id

    params["limit"] = limit

    params["next"] = next_

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/jobs",
        "params": params,
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> BadRequestError | Error | GetJobsResponse200 | None:
    if response.status_code == 200:
        response_200 = _models_.GetJobsResponse200.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        try:
            response_400 = _models_.BadRequestError.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_400

    if response.status_code == 401:
        try:
            response_401 = _models_.Error.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_401

    if response.status_code == 403:
        try:
            response_403 = _models_.Error.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_403

    if response.status_code == 429:
        try:
            response_429 = _models_.Error.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_429

    return None


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[GetJobsResponse200 | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("GetJobsResponse200 | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    id: list[UUID] | Unset = UNSET,
    status: Status | Unset = UNSET,
    submitter_id: str | Unset = UNSET,
    project_id: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    next_: str | Unset = UNSET,
) -> Response[GetJobsResponse200 | None]:
    """List jobs

    Returns the jobs that the key may see, one page at a time, optionally filtered.

    A page holds at most `limit` jobs; to go on, send the `next` value of the answer back as the `next`
    parameter. The last page has no `next`, or a null one. With one or more `id` values this is also the
    cheap way to poll several jobs in one request. The order of the list is not documented.

    Args:
        id (list[UUID] | Unset):
        status (Status | Unset): State of a job: `submitted` (being checked and compiled), `ready`
            (accepted and waiting), `running`, then one of the terminal states `completed`, `failed`
            and `canceled` (spelled with one l). A new job is answered as `ready` at once. A running
            multi-circuit job may already have completed children. v0.4 calls `running` `started`.
        submitter_id (str | Unset):
        project_id (str | Unset):
        limit (int | Unset): Size of a page.
        next_ (str | Unset): Cursor of the following page; treat it as opaque, its form is
            inferred. Left out on the last page (some answers send null; see the overlay).

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GetJobsResponse200 | None
    """
    kwargs = _get_kwargs(
        id=id,
        status=status,
        submitter_id=submitter_id,
        project_id=project_id,
        limit=limit,
        next_=next_,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    id: list[UUID] | Unset = UNSET,
    status: Status | Unset = UNSET,
    submitter_id: str | Unset = UNSET,
    project_id: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    next_: str | Unset = UNSET,
) -> Response[GetJobsResponse200 | None]:
    """List jobs

    Returns the jobs that the key may see, one page at a time, optionally filtered.

    A page holds at most `limit` jobs; to go on, send the `next` value of the answer back as the `next`
    parameter. The last page has no `next`, or a null one. With one or more `id` values this is also the
    cheap way to poll several jobs in one request. The order of the list is not documented.

    Args:
        id (list[UUID] | Unset):
        status (Status | Unset): State of a job: `submitted` (being checked and compiled), `ready`
            (accepted and waiting), `running`, then one of the terminal states `completed`, `failed`
            and `canceled` (spelled with one l). A new job is answered as `ready` at once. A running
            multi-circuit job may already have completed children. v0.4 calls `running` `started`.
        submitter_id (str | Unset):
        project_id (str | Unset):
        limit (int | Unset): Size of a page.
        next_ (str | Unset): Cursor of the following page; treat it as opaque, its form is
            inferred. Left out on the last page (some answers send null; see the overlay).

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GetJobsResponse200 | None
    """
    kwargs = _get_kwargs(
        id=id,
        status=status,
        submitter_id=submitter_id,
        project_id=project_id,
        limit=limit,
        next_=next_,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    id: list[UUID] | Unset = UNSET,
    status: Status | Unset = UNSET,
    submitter_id: str | Unset = UNSET,
    project_id: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    next_: str | Unset = UNSET,
) -> GetJobsResponse200 | None:
    """List jobs

    Returns the jobs that the key may see, one page at a time, optionally filtered.

    A page holds at most `limit` jobs; to go on, send the `next` value of the answer back as the `next`
    parameter. The last page has no `next`, or a null one. With one or more `id` values this is also the
    cheap way to poll several jobs in one request. The order of the list is not documented.

    Args:
        id (list[UUID] | Unset):
        status (Status | Unset): State of a job: `submitted` (being checked and compiled), `ready`
            (accepted and waiting), `running`, then one of the terminal states `completed`, `failed`
            and `canceled` (spelled with one l). A new job is answered as `ready` at once. A running
            multi-circuit job may already have completed children. v0.4 calls `running` `started`.
        submitter_id (str | Unset):
        project_id (str | Unset):
        limit (int | Unset): Size of a page.
        next_ (str | Unset): Cursor of the following page; treat it as opaque, its form is
            inferred. Left out on the last page (some answers send null; see the overlay).

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GetJobsResponse200 | None, or None for a success without a documented body
    """
    return sync_detailed(
        client=client,
        id=id,
        status=status,
        submitter_id=submitter_id,
        project_id=project_id,
        limit=limit,
        next_=next_,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    id: list[UUID] | Unset = UNSET,
    status: Status | Unset = UNSET,
    submitter_id: str | Unset = UNSET,
    project_id: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    next_: str | Unset = UNSET,
) -> GetJobsResponse200 | None:
    """List jobs

    Returns the jobs that the key may see, one page at a time, optionally filtered.

    A page holds at most `limit` jobs; to go on, send the `next` value of the answer back as the `next`
    parameter. The last page has no `next`, or a null one. With one or more `id` values this is also the
    cheap way to poll several jobs in one request. The order of the list is not documented.

    Args:
        id (list[UUID] | Unset):
        status (Status | Unset): State of a job: `submitted` (being checked and compiled), `ready`
            (accepted and waiting), `running`, then one of the terminal states `completed`, `failed`
            and `canceled` (spelled with one l). A new job is answered as `ready` at once. A running
            multi-circuit job may already have completed children. v0.4 calls `running` `started`.
        submitter_id (str | Unset):
        project_id (str | Unset):
        limit (int | Unset): Size of a page.
        next_ (str | Unset): Cursor of the following page; treat it as opaque, its form is
            inferred. Left out on the last page (some answers send null; see the overlay).

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GetJobsResponse200 | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        client=client,
        id=id,
        status=status,
        submitter_id=submitter_id,
        project_id=project_id,
        limit=limit,
        next_=next_,
    )
    return response.parsed
