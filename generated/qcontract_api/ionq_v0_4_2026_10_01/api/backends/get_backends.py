from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import Response, as_list

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.backend import Backend
    from ...types import Reply


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/backends",
    }
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client | None = None, response: Reply) -> list[Backend] | None:
    if response.status_code == 200:
        response_200 = []
        for response_200_item_data in as_list(response.json()):
            response_200_item = _models_.Backend.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    return None


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[list[Backend] | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
) -> Response[list[Backend] | None]:
    """List all backends

    Every quantum computer and simulator of the service, with its size, its state and the present queue
    time. Needs no key.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with list[Backend] | None
    """
    kwargs = _get_kwargs()
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
) -> Response[list[Backend] | None]:
    """List all backends

    Every quantum computer and simulator of the service, with its size, its state and the present queue
    time. Needs no key.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with list[Backend] | None
    """
    kwargs = _get_kwargs()
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
) -> list[Backend] | None:
    """List all backends

    Every quantum computer and simulator of the service, with its size, its state and the present queue
    time. Needs no key.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         list[Backend] | None, or None for a success without a documented body
    """
    return sync_detailed(
        client=client,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
) -> list[Backend] | None:
    """List all backends

    Every quantum computer and simulator of the service, with its size, its state and the present queue
    time. Needs no key.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         list[Backend] | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        client=client,
    )
    return response.parsed
