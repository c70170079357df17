from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import Response, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.backend import Backend
    from ...models.bad_request_error import BadRequestError
    from ...models.error import Error
    from ...types import Reply


def _get_kwargs(
    backend: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/backends/{backend}".format(
            backend=path_segment(backend),
        ),
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> Backend | BadRequestError | Error | None:
    if response.status_code == 200:
        response_200 = _models_.Backend.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        try:
            response_400 = _models_.BadRequestError.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_400

    if response.status_code == 404:
        try:
            response_404 = _models_.Error.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_404

    return None


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[Backend | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("Backend | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    backend: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[Backend | None]:
    """Get one backend

    The same facts as in the list of backends, for one backend. Needs no key.

    Args:
        backend (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with Backend | None
    """
    kwargs = _get_kwargs(
        backend=backend,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    backend: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[Backend | None]:
    """Get one backend

    The same facts as in the list of backends, for one backend. Needs no key.

    Args:
        backend (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with Backend | None
    """
    kwargs = _get_kwargs(
        backend=backend,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    backend: str,
    *,
    client: AuthenticatedClient | Client,
) -> Backend | None:
    """Get one backend

    The same facts as in the list of backends, for one backend. Needs no key.

    Args:
        backend (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         Backend | None, or None for a success without a documented body
    """
    return sync_detailed(
        backend=backend,
        client=client,
    ).parsed


async def asyncio(
    backend: str,
    *,
    client: AuthenticatedClient | Client,
) -> Backend | None:
    """Get one backend

    The same facts as in the list of backends, for one backend. Needs no key.

    Args:
        backend (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         Backend | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        backend=backend,
        client=client,
    )
    return response.parsed
