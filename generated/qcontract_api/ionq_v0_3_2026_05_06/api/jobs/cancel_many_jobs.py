from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import UNSET, Response, Unset

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.cancel_many_jobs_body import CancelManyJobsBody
    from ...models.cancel_many_jobs_response_200 import CancelManyJobsResponse200
    from ...models.error import Error
    from ...types import Reply


def _get_kwargs(
    *,
    body: CancelManyJobsBody | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/jobs/status/cancel",
    }

    if not isinstance(body, Unset):
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> BadRequestError | CancelManyJobsResponse200 | Error | None:
    if response.status_code == 200:
        response_200 = _models_.CancelManyJobsResponse200.from_dict(response.json())

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

    if response.status_code == 429:
        try:
            response_429 = _models_.Error.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_429

    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: Reply
) -> Response[CancelManyJobsResponse200 | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("CancelManyJobsResponse200 | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CancelManyJobsBody | Unset = UNSET,
) -> Response[CancelManyJobsResponse200 | None]:
    """Cancel several jobs

    Asks the service to stop all the named jobs. What it does when only some of them can be cancelled is
    unknown.

    Args:
        body (CancelManyJobsBody | Unset): Ids of the jobs to cancel. The member is not declared
            required; an empty request has no documented meaning.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with CancelManyJobsResponse200 | None
    """
    kwargs = _get_kwargs(
        body=body,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CancelManyJobsBody | Unset = UNSET,
) -> Response[CancelManyJobsResponse200 | None]:
    """Cancel several jobs

    Asks the service to stop all the named jobs. What it does when only some of them can be cancelled is
    unknown.

    Args:
        body (CancelManyJobsBody | Unset): Ids of the jobs to cancel. The member is not declared
            required; an empty request has no documented meaning.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with CancelManyJobsResponse200 | None
    """
    kwargs = _get_kwargs(
        body=body,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: CancelManyJobsBody | Unset = UNSET,
) -> CancelManyJobsResponse200 | None:
    """Cancel several jobs

    Asks the service to stop all the named jobs. What it does when only some of them can be cancelled is
    unknown.

    Args:
        body (CancelManyJobsBody | Unset): Ids of the jobs to cancel. The member is not declared
            required; an empty request has no documented meaning.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         CancelManyJobsResponse200 | None, or None for a success without a documented body
    """
    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: CancelManyJobsBody | Unset = UNSET,
) -> CancelManyJobsResponse200 | None:
    """Cancel several jobs

    Asks the service to stop all the named jobs. What it does when only some of them can be cancelled is
    unknown.

    Args:
        body (CancelManyJobsBody | Unset): Ids of the jobs to cancel. The member is not declared
            required; an empty request has no documented meaning.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         CancelManyJobsResponse200 | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        client=client,
        body=body,
    )
    return response.parsed
