from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import Response

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.error import Error
    from ...models.whoami import Whoami
    from ...types import Reply


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/whoami",
    }
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client | None = None, response: Reply) -> Error | Whoami | None:
    if response.status_code == 200:
        response_200 = _models_.Whoami.from_dict(response.json())

        return response_200

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


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[Whoami | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("Whoami | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[Whoami | None]:
    """Show who the API key belongs to

    Tells the id and the name of the key that signed the request, and the project it is bound to, if
    any. A cheap way to check a key: it creates nothing and costs nothing.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with Whoami | None
    """
    kwargs = _get_kwargs()
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[Whoami | None]:
    """Show who the API key belongs to

    Tells the id and the name of the key that signed the request, and the project it is bound to, if
    any. A cheap way to check a key: it creates nothing and costs nothing.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with Whoami | None
    """
    kwargs = _get_kwargs()
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
) -> Whoami | None:
    """Show who the API key belongs to

    Tells the id and the name of the key that signed the request, and the project it is bound to, if
    any. A cheap way to check a key: it creates nothing and costs nothing.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         Whoami | None, or None for a success without a documented body
    """
    return sync_detailed(
        client=client,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
) -> Whoami | None:
    """Show who the API key belongs to

    Tells the id and the name of the key that signed the request, and the project it is bound to, if
    any. A cheap way to check a key: it creates nothing and costs nothing.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         Whoami | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        client=client,
    )
    return response.parsed
