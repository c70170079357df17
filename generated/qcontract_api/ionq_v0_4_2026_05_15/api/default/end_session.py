from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import Response, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.error import Error
    from ...models.session import Session
    from ...types import Reply


def _get_kwargs(
    session_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/sessions/{session_id}/end".format(
            session_id=path_segment(session_id),
        ),
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> BadRequestError | Error | Session | None:
    if response.status_code == 200:
        response_200 = _models_.Session.from_dict(response.json())

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
    session_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[Session | None]:
    """End a session

    Closes a session so that it takes no more jobs. What happens to its unfinished jobs is not
    documented.

    Args:
        session_id (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with Session | None
    """
    kwargs = _get_kwargs(
        session_id=session_id,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    session_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[Session | None]:
    """End a session

    Closes a session so that it takes no more jobs. What happens to its unfinished jobs is not
    documented.

    Args:
        session_id (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with Session | None
    """
    kwargs = _get_kwargs(
        session_id=session_id,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    session_id: str,
    *,
    client: AuthenticatedClient,
) -> Session | None:
    """End a session

    Closes a session so that it takes no more jobs. What happens to its unfinished jobs is not
    documented.

    Args:
        session_id (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         Session | None, or None for a success without a documented body
    """
    return sync_detailed(
        session_id=session_id,
        client=client,
    ).parsed


async def asyncio(
    session_id: str,
    *,
    client: AuthenticatedClient,
) -> Session | None:
    """End a session

    Closes a session so that it takes no more jobs. What happens to its unfinished jobs is not
    documented.

    Args:
        session_id (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         Session | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        session_id=session_id,
        client=client,
    )
    return response.parsed
