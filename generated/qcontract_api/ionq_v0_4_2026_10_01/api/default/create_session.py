from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import Response

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.create_session_request import CreateSessionRequest
    from ...models.error import Error
    from ...models.session import Session
    from ...types import Reply


def _get_kwargs(
    *,
    body: CreateSessionRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/sessions",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> BadRequestError | Error | Session | None:
    if response.status_code == 201:
        response_201 = _models_.Session.from_dict(response.json())

        return response_201

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


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[Session | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("Session | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: CreateSessionRequest,
) -> Response[Session | None]:
    """Start a session

    Reserves a backend for jobs that belong together, within limits of number, time and cost. Sessions
    are a feature that the vendor enables per organization.

    Args:
        body (CreateSessionRequest): A session to create.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with Session | None
    """
    kwargs = _get_kwargs(
        body=body,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: CreateSessionRequest,
) -> Response[Session | None]:
    """Start a session

    Reserves a backend for jobs that belong together, within limits of number, time and cost. Sessions
    are a feature that the vendor enables per organization.

    Args:
        body (CreateSessionRequest): A session to create.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with Session | None
    """
    kwargs = _get_kwargs(
        body=body,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: CreateSessionRequest,
) -> Session | None:
    """Start a session

    Reserves a backend for jobs that belong together, within limits of number, time and cost. Sessions
    are a feature that the vendor enables per organization.

    Args:
        body (CreateSessionRequest): A session to create.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         Session | None, or None for a success without a documented body
    """
    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: CreateSessionRequest,
) -> Session | None:
    """Start a session

    Reserves a backend for jobs that belong together, within limits of number, time and cost. Sessions
    are a feature that the vendor enables per organization.

    Args:
        body (CreateSessionRequest): A session to create.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         Session | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        client=client,
        body=body,
    )
    return response.parsed
