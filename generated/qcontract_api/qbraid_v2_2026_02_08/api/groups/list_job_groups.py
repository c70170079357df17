from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import UNSET, Response, Unset

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.error_body import ErrorBody
    from ...models.list_groups_response import ListGroupsResponse
    from ...models.list_job_groups_status import ListJobGroupsStatus
    from ...types import Reply


def _get_kwargs(
    *,
    status: ListJobGroupsStatus | Unset = UNSET,
    page: int | Unset = 1,
    limit: int | Unset = 50,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status.value

    params["status"] = json_status

    params["page"] = page

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/jobs/group",
        "params": params,
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> ErrorBody | ListGroupsResponse | None:
    if response.status_code == 200:
        response_200 = _models_.ListGroupsResponse.from_dict(response.json())

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

    if response.status_code == 429:
        try:
            response_429 = _models_.ErrorBody.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_429

    return None


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[ListGroupsResponse | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("ListGroupsResponse | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    status: ListJobGroupsStatus | Unset = UNSET,
    page: int | Unset = 1,
    limit: int | Unset = 50,
) -> Response[ListGroupsResponse | None]:
    """List job groups

    Returns the caller's groups, newest first. A group whose time has run out is closed only when it is
    looked at, for instance by this call.

    Args:
        status (ListJobGroupsStatus | Unset):
        page (int | Unset):  Default: 1.
        limit (int | Unset):  Default: 50.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with ListGroupsResponse | None
    """
    kwargs = _get_kwargs(
        status=status,
        page=page,
        limit=limit,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    status: ListJobGroupsStatus | Unset = UNSET,
    page: int | Unset = 1,
    limit: int | Unset = 50,
) -> Response[ListGroupsResponse | None]:
    """List job groups

    Returns the caller's groups, newest first. A group whose time has run out is closed only when it is
    looked at, for instance by this call.

    Args:
        status (ListJobGroupsStatus | Unset):
        page (int | Unset):  Default: 1.
        limit (int | Unset):  Default: 50.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with ListGroupsResponse | None
    """
    kwargs = _get_kwargs(
        status=status,
        page=page,
        limit=limit,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    status: ListJobGroupsStatus | Unset = UNSET,
    page: int | Unset = 1,
    limit: int | Unset = 50,
) -> ListGroupsResponse | None:
    """List job groups

    Returns the caller's groups, newest first. A group whose time has run out is closed only when it is
    looked at, for instance by this call.

    Args:
        status (ListJobGroupsStatus | Unset):
        page (int | Unset):  Default: 1.
        limit (int | Unset):  Default: 50.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         ListGroupsResponse | None, or None for a success without a documented body
    """
    return sync_detailed(
        client=client,
        status=status,
        page=page,
        limit=limit,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    status: ListJobGroupsStatus | Unset = UNSET,
    page: int | Unset = 1,
    limit: int | Unset = 50,
) -> ListGroupsResponse | None:
    """List job groups

    Returns the caller's groups, newest first. A group whose time has run out is closed only when it is
    looked at, for instance by this call.

    Args:
        status (ListJobGroupsStatus | Unset):
        page (int | Unset):  Default: 1.
        limit (int | Unset):  Default: 50.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         ListGroupsResponse | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        client=client,
        status=status,
        page=page,
        limit=limit,
    )
    return response.parsed
