from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import Response

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.error import Error
    from ...models.jobs_bulk_operation_request import JobsBulkOperationRequest
    from ...models.jobs_deleted_response import JobsDeletedResponse
    from ...types import Reply


def _get_kwargs(
    *,
    body: JobsBulkOperationRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/jobs",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> BadRequestError | Error | JobsDeletedResponse | None:
    if response.status_code == 200:
        response_200 = _models_.JobsDeletedResponse.from_dict(response.json())

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

    if response.status_code == 404:
        try:
            response_404 = _models_.Error.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_404

    return None


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[JobsDeletedResponse | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("JobsDeletedResponse | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: JobsBulkOperationRequest,
) -> Response[JobsDeletedResponse | None]:
    """Delete several jobs

    Removes all named jobs and their results for good. It cannot be undone.

    Args:
        body (JobsBulkOperationRequest): The jobs that a request is about.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with JobsDeletedResponse | None
    """
    kwargs = _get_kwargs(
        body=body,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: JobsBulkOperationRequest,
) -> Response[JobsDeletedResponse | None]:
    """Delete several jobs

    Removes all named jobs and their results for good. It cannot be undone.

    Args:
        body (JobsBulkOperationRequest): The jobs that a request is about.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with JobsDeletedResponse | None
    """
    kwargs = _get_kwargs(
        body=body,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: JobsBulkOperationRequest,
) -> JobsDeletedResponse | None:
    """Delete several jobs

    Removes all named jobs and their results for good. It cannot be undone.

    Args:
        body (JobsBulkOperationRequest): The jobs that a request is about.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         JobsDeletedResponse | None, or None for a success without a documented body
    """
    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: JobsBulkOperationRequest,
) -> JobsDeletedResponse | None:
    """Delete several jobs

    Removes all named jobs and their results for good. It cannot be undone.

    Args:
        body (JobsBulkOperationRequest): The jobs that a request is about.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         JobsDeletedResponse | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        client=client,
        body=body,
    )
    return response.parsed
