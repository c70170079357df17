from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import UNSET, Response, Unset

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.error import Error
    from ...models.get_jobs_response import GetJobsResponse
    from ...models.job_status import JobStatus
    from ...types import Reply


def _get_kwargs(
    *,
    ids: list[str] | Unset = UNSET,
    parent_job_id: str | Unset = UNSET,
    status: JobStatus | Unset = UNSET,
    target: str | Unset = UNSET,
    session_id: str | Unset = UNSET,
    submitter_id: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    next_: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_ids: list[str] | Unset = UNSET
    if not isinstance(ids, Unset):
        json_ids = ids

    params["ids"] = json_ids

    params["parent_job_id"] = parent_job_id

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status.value

    params["status"] = json_status

    params["target"] = target

    params["session_id"] = session_id

    params["submitter_id"] = submitter_id

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
) -> BadRequestError | Error | GetJobsResponse | None:
    if response.status_code == 200:
        response_200 = _models_.GetJobsResponse.from_dict(response.json())

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

    return None


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[GetJobsResponse | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("GetJobsResponse | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    ids: list[str] | Unset = UNSET,
    parent_job_id: str | Unset = UNSET,
    status: JobStatus | Unset = UNSET,
    target: str | Unset = UNSET,
    session_id: str | Unset = UNSET,
    submitter_id: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    next_: str | Unset = UNSET,
) -> Response[GetJobsResponse | None]:
    """List jobs

    The jobs that the key may see, optionally narrowed by the filters, which combine. The answer is one
    page; while `next` is not null, repeat the request with it to get the following page. The order of
    the jobs is not documented.

    Args:
        ids (list[str] | Unset):
        parent_job_id (str | Unset):
        status (JobStatus | Unset): Where a job stands. `submitted`: being checked and compiled.
            `ready`: waiting in the queue. `started`: running, or, for a job with children, partly
            finished. `completed`, `failed`, `canceled`: ended for good.
        target (str | Unset):
        session_id (str | Unset):
        submitter_id (str | Unset):
        limit (int | Unset):
        next_ (str | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GetJobsResponse | None
    """
    kwargs = _get_kwargs(
        ids=ids,
        parent_job_id=parent_job_id,
        status=status,
        target=target,
        session_id=session_id,
        submitter_id=submitter_id,
        limit=limit,
        next_=next_,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    ids: list[str] | Unset = UNSET,
    parent_job_id: str | Unset = UNSET,
    status: JobStatus | Unset = UNSET,
    target: str | Unset = UNSET,
    session_id: str | Unset = UNSET,
    submitter_id: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    next_: str | Unset = UNSET,
) -> Response[GetJobsResponse | None]:
    """List jobs

    The jobs that the key may see, optionally narrowed by the filters, which combine. The answer is one
    page; while `next` is not null, repeat the request with it to get the following page. The order of
    the jobs is not documented.

    Args:
        ids (list[str] | Unset):
        parent_job_id (str | Unset):
        status (JobStatus | Unset): Where a job stands. `submitted`: being checked and compiled.
            `ready`: waiting in the queue. `started`: running, or, for a job with children, partly
            finished. `completed`, `failed`, `canceled`: ended for good.
        target (str | Unset):
        session_id (str | Unset):
        submitter_id (str | Unset):
        limit (int | Unset):
        next_ (str | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GetJobsResponse | None
    """
    kwargs = _get_kwargs(
        ids=ids,
        parent_job_id=parent_job_id,
        status=status,
        target=target,
        session_id=session_id,
        submitter_id=submitter_id,
        limit=limit,
        next_=next_,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    ids: list[str] | Unset = UNSET,
    parent_job_id: str | Unset = UNSET,
    status: JobStatus | Unset = UNSET,
    target: str | Unset = UNSET,
    session_id: str | Unset = UNSET,
    submitter_id: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    next_: str | Unset = UNSET,
) -> GetJobsResponse | None:
    """List jobs

    The jobs that the key may see, optionally narrowed by the filters, which combine. The answer is one
    page; while `next` is not null, repeat the request with it to get the following page. The order of
    the jobs is not documented.

    Args:
        ids (list[str] | Unset):
        parent_job_id (str | Unset):
        status (JobStatus | Unset): Where a job stands. `submitted`: being checked and compiled.
            `ready`: waiting in the queue. `started`: running, or, for a job with children, partly
            finished. `completed`, `failed`, `canceled`: ended for good.
        target (str | Unset):
        session_id (str | Unset):
        submitter_id (str | Unset):
        limit (int | Unset):
        next_ (str | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GetJobsResponse | None, or None for a success without a documented body
    """
    return sync_detailed(
        client=client,
        ids=ids,
        parent_job_id=parent_job_id,
        status=status,
        target=target,
        session_id=session_id,
        submitter_id=submitter_id,
        limit=limit,
        next_=next_,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    ids: list[str] | Unset = UNSET,
    parent_job_id: str | Unset = UNSET,
    status: JobStatus | Unset = UNSET,
    target: str | Unset = UNSET,
    session_id: str | Unset = UNSET,
    submitter_id: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    next_: str | Unset = UNSET,
) -> GetJobsResponse | None:
    """List jobs

    The jobs that the key may see, optionally narrowed by the filters, which combine. The answer is one
    page; while `next` is not null, repeat the request with it to get the following page. The order of
    the jobs is not documented.

    Args:
        ids (list[str] | Unset):
        parent_job_id (str | Unset):
        status (JobStatus | Unset): Where a job stands. `submitted`: being checked and compiled.
            `ready`: waiting in the queue. `started`: running, or, for a job with children, partly
            finished. `completed`, `failed`, `canceled`: ended for good.
        target (str | Unset):
        session_id (str | Unset):
        submitter_id (str | Unset):
        limit (int | Unset):
        next_ (str | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GetJobsResponse | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        client=client,
        ids=ids,
        parent_job_id=parent_job_id,
        status=status,
        target=target,
        session_id=session_id,
        submitter_id=submitter_id,
        limit=limit,
        next_=next_,
    )
    return response.parsed
