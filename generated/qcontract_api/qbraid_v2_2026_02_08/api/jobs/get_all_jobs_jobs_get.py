from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import UNSET, Response, Unset

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.error_body import ErrorBody
    from ...models.get_all_jobs_jobs_get_status_group import GetAllJobsJobsGetStatusGroup
    from ...models.get_all_jobs_jobs_get_vendor import GetAllJobsJobsGetVendor
    from ...models.get_jobs_response import GetJobsResponse
    from ...models.http_validation_error import HTTPValidationError
    from ...models.job_status import JobStatus
    from ...types import Reply


def _get_kwargs(
    *,
    vendor: GetAllJobsJobsGetVendor | Unset = UNSET,
    provider: str | Unset = UNSET,
    status_group: GetAllJobsJobsGetStatusGroup | Unset = UNSET,
    status: JobStatus | Unset = UNSET,
    search: str | Unset = UNSET,
    tags: str | Unset = UNSET,
    page: int | Unset = 1,
    limit: int | Unset = 50,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_vendor: str | Unset = UNSET
    if not isinstance(vendor, Unset):
        json_vendor = vendor.value

    params["vendor"] = json_vendor

    params["provider"] = provider

    json_status_group: str | Unset = UNSET
    if not isinstance(status_group, Unset):
        json_status_group = status_group.value

    params["statusGroup"] = json_status_group

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status.value

    params["status"] = json_status

    params["search"] = search

    params["tags"] = tags

    params["page"] = page

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/jobs",
        "params": params,
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> ErrorBody | GetJobsResponse | HTTPValidationError | None:
    if response.status_code == 200:
        response_200 = _models_.GetJobsResponse.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        try:
            response_400 = _models_.ErrorBody.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_400

    if response.status_code == 401:
        try:
            response_401 = _models_.ErrorBody.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_401

    if response.status_code == 422:
        try:
            response_422 = _models_.HTTPValidationError.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_422

    if response.status_code == 429:
        try:
            response_429 = _models_.ErrorBody.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_429

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
    client: AuthenticatedClient | Client,
    vendor: GetAllJobsJobsGetVendor | Unset = UNSET,
    provider: str | Unset = UNSET,
    status_group: GetAllJobsJobsGetStatusGroup | Unset = UNSET,
    status: JobStatus | Unset = UNSET,
    search: str | Unset = UNSET,
    tags: str | Unset = UNSET,
    page: int | Unset = 1,
    limit: int | Unset = 50,
) -> Response[GetJobsResponse | None]:
    """List jobs

    Returns the caller's jobs page by page, with the state of the pagination. The order is not
    documented. `status` wins over `statusGroup` when both are given.

    Args:
        vendor (GetAllJobsJobsGetVendor | Unset):
        provider (str | Unset):
        status_group (GetAllJobsJobsGetStatusGroup | Unset):
        status (JobStatus | Unset): Status of a job. INITIALIZING, then QUEUED, possibly
            VALIDATING, then RUNNING, and at the end COMPLETED, FAILED or CANCELLED; CANCELLING
            between a cancellation and its confirmation. HOLD means finished, but the result is
            withheld for reasons of the account: nothing more will happen by itself. UNKNOWN is not
            explained anywhere.
        search (str | Unset):
        tags (str | Unset):
        page (int | Unset):  Default: 1.
        limit (int | Unset):  Default: 50.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GetJobsResponse | None
    """
    kwargs = _get_kwargs(
        vendor=vendor,
        provider=provider,
        status_group=status_group,
        status=status,
        search=search,
        tags=tags,
        page=page,
        limit=limit,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    vendor: GetAllJobsJobsGetVendor | Unset = UNSET,
    provider: str | Unset = UNSET,
    status_group: GetAllJobsJobsGetStatusGroup | Unset = UNSET,
    status: JobStatus | Unset = UNSET,
    search: str | Unset = UNSET,
    tags: str | Unset = UNSET,
    page: int | Unset = 1,
    limit: int | Unset = 50,
) -> Response[GetJobsResponse | None]:
    """List jobs

    Returns the caller's jobs page by page, with the state of the pagination. The order is not
    documented. `status` wins over `statusGroup` when both are given.

    Args:
        vendor (GetAllJobsJobsGetVendor | Unset):
        provider (str | Unset):
        status_group (GetAllJobsJobsGetStatusGroup | Unset):
        status (JobStatus | Unset): Status of a job. INITIALIZING, then QUEUED, possibly
            VALIDATING, then RUNNING, and at the end COMPLETED, FAILED or CANCELLED; CANCELLING
            between a cancellation and its confirmation. HOLD means finished, but the result is
            withheld for reasons of the account: nothing more will happen by itself. UNKNOWN is not
            explained anywhere.
        search (str | Unset):
        tags (str | Unset):
        page (int | Unset):  Default: 1.
        limit (int | Unset):  Default: 50.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GetJobsResponse | None
    """
    kwargs = _get_kwargs(
        vendor=vendor,
        provider=provider,
        status_group=status_group,
        status=status,
        search=search,
        tags=tags,
        page=page,
        limit=limit,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    vendor: GetAllJobsJobsGetVendor | Unset = UNSET,
    provider: str | Unset = UNSET,
    status_group: GetAllJobsJobsGetStatusGroup | Unset = UNSET,
    status: JobStatus | Unset = UNSET,
    search: str | Unset = UNSET,
    tags: str | Unset = UNSET,
    page: int | Unset = 1,
    limit: int | Unset = 50,
) -> GetJobsResponse | None:
    """List jobs

    Returns the caller's jobs page by page, with the state of the pagination. The order is not
    documented. `status` wins over `statusGroup` when both are given.

    Args:
        vendor (GetAllJobsJobsGetVendor | Unset):
        provider (str | Unset):
        status_group (GetAllJobsJobsGetStatusGroup | Unset):
        status (JobStatus | Unset): Status of a job. INITIALIZING, then QUEUED, possibly
            VALIDATING, then RUNNING, and at the end COMPLETED, FAILED or CANCELLED; CANCELLING
            between a cancellation and its confirmation. HOLD means finished, but the result is
            withheld for reasons of the account: nothing more will happen by itself. UNKNOWN is not
            explained anywhere.
        search (str | Unset):
        tags (str | Unset):
        page (int | Unset):  Default: 1.
        limit (int | Unset):  Default: 50.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GetJobsResponse | None, or None for a success without a documented body
    """
    return sync_detailed(
        client=client,
        vendor=vendor,
        provider=provider,
        status_group=status_group,
        status=status,
        search=search,
        tags=tags,
        page=page,
        limit=limit,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    vendor: GetAllJobsJobsGetVendor | Unset = UNSET,
    provider: str | Unset = UNSET,
    status_group: GetAllJobsJobsGetStatusGroup | Unset = UNSET,
    status: JobStatus | Unset = UNSET,
    search: str | Unset = UNSET,
    tags: str | Unset = UNSET,
    page: int | Unset = 1,
    limit: int | Unset = 50,
) -> GetJobsResponse | None:
    """List jobs

    Returns the caller's jobs page by page, with the state of the pagination. The order is not
    documented. `status` wins over `statusGroup` when both are given.

    Args:
        vendor (GetAllJobsJobsGetVendor | Unset):
        provider (str | Unset):
        status_group (GetAllJobsJobsGetStatusGroup | Unset):
        status (JobStatus | Unset): Status of a job. INITIALIZING, then QUEUED, possibly
            VALIDATING, then RUNNING, and at the end COMPLETED, FAILED or CANCELLED; CANCELLING
            between a cancellation and its confirmation. HOLD means finished, but the result is
            withheld for reasons of the account: nothing more will happen by itself. UNKNOWN is not
            explained anywhere.
        search (str | Unset):
        tags (str | Unset):
        page (int | Unset):  Default: 1.
        limit (int | Unset):  Default: 50.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GetJobsResponse | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        client=client,
        vendor=vendor,
        provider=provider,
        status_group=status_group,
        status=status,
        search=search,
        tags=tags,
        page=page,
        limit=limit,
    )
    return response.parsed
