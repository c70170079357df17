from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import UNSET, Response

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.delete_multiple_jobs_response import DeleteMultipleJobsResponse
    from ...models.error_body import ErrorBody
    from ...models.http_validation_error import HTTPValidationError
    from ...types import Reply


def _get_kwargs(
    *,
    qrns: str,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["qrns"] = qrns

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/jobs",
        "params": params,
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> DeleteMultipleJobsResponse | ErrorBody | HTTPValidationError | None:
    if response.status_code == 200:
        response_200 = _models_.DeleteMultipleJobsResponse.from_dict(response.json())

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


def _build_response(
    *, client: AuthenticatedClient | Client, response: Reply
) -> Response[DeleteMultipleJobsResponse | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("DeleteMultipleJobsResponse | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    qrns: str,
) -> Response[DeleteMultipleJobsResponse | None]:
    """Delete several jobs

    Removes several jobs and tells for each whether that worked. An answer of 200 can therefore contain
    failures: look at `failedIds`.

    Args:
        qrns (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with DeleteMultipleJobsResponse | None
    """
    kwargs = _get_kwargs(
        qrns=qrns,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    qrns: str,
) -> Response[DeleteMultipleJobsResponse | None]:
    """Delete several jobs

    Removes several jobs and tells for each whether that worked. An answer of 200 can therefore contain
    failures: look at `failedIds`.

    Args:
        qrns (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with DeleteMultipleJobsResponse | None
    """
    kwargs = _get_kwargs(
        qrns=qrns,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    qrns: str,
) -> DeleteMultipleJobsResponse | None:
    """Delete several jobs

    Removes several jobs and tells for each whether that worked. An answer of 200 can therefore contain
    failures: look at `failedIds`.

    Args:
        qrns (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         DeleteMultipleJobsResponse | None, or None for a success without a documented body
    """
    return sync_detailed(
        client=client,
        qrns=qrns,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    qrns: str,
) -> DeleteMultipleJobsResponse | None:
    """Delete several jobs

    Removes several jobs and tells for each whether that worked. An answer of 200 can therefore contain
    failures: look at `failedIds`.

    Args:
        qrns (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         DeleteMultipleJobsResponse | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        client=client,
        qrns=qrns,
    )
    return response.parsed
