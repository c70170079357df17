from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import Response, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.error_body import ErrorBody
    from ...models.group_response import GroupResponse
    from ...types import Reply


def _get_kwargs(
    group_qrn: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/jobs/group/{group_qrn}/close".format(
            group_qrn=path_segment(group_qrn),
        ),
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> ErrorBody | GroupResponse | None:
    if response.status_code == 200:
        response_200 = _models_.GroupResponse.from_dict(response.json())

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

    if response.status_code == 404:
        try:
            response_404 = _models_.ErrorBody.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_404

    if response.status_code == 409:
        try:
            response_409 = _models_.ErrorBody.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_409

    if response.status_code == 429:
        try:
            response_429 = _models_.ErrorBody.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_429

    return None


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[GroupResponse | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("GroupResponse | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    group_qrn: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[GroupResponse | None]:
    """Close a job group

    Closes the group for new jobs; those in it go on. 409 when the group has already ended.

    Args:
        group_qrn (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GroupResponse | None
    """
    kwargs = _get_kwargs(
        group_qrn=group_qrn,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    group_qrn: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[GroupResponse | None]:
    """Close a job group

    Closes the group for new jobs; those in it go on. 409 when the group has already ended.

    Args:
        group_qrn (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GroupResponse | None
    """
    kwargs = _get_kwargs(
        group_qrn=group_qrn,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    group_qrn: str,
    *,
    client: AuthenticatedClient | Client,
) -> GroupResponse | None:
    """Close a job group

    Closes the group for new jobs; those in it go on. 409 when the group has already ended.

    Args:
        group_qrn (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GroupResponse | None, or None for a success without a documented body
    """
    return sync_detailed(
        group_qrn=group_qrn,
        client=client,
    ).parsed


async def asyncio(
    group_qrn: str,
    *,
    client: AuthenticatedClient | Client,
) -> GroupResponse | None:
    """Close a job group

    Closes the group for new jobs; those in it go on. 409 when the group has already ended.

    Args:
        group_qrn (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GroupResponse | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        group_qrn=group_qrn,
        client=client,
    )
    return response.parsed
