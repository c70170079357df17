from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import UNSET, Response, Unset, as_list

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.backend import Backend
    from ...models.bad_request_error import BadRequestError
    from ...models.error import Error
    from ...models.get_backends_status import GetBackendsStatus
    from ...types import Reply


def _get_kwargs(
    *,
    status: GetBackendsStatus | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status.value

    params["status"] = json_status

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/backends",
        "params": params,
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> BadRequestError | Error | list[Backend] | None:
    if response.status_code == 200:
        response_200 = []
        for response_200_item_data in as_list(response.json()):
            response_200_item = _models_.Backend.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    if response.status_code == 400:
        try:
            response_400 = _models_.BadRequestError.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_400

    if response.status_code == 429:
        try:
            response_429 = _models_.Error.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_429

    return None


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[list[Backend] | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("list[Backend] | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    status: GetBackendsStatus | Unset = UNSET,
) -> Response[list[Backend] | None]:
    """List backends

    Returns the backends that exist, with availability and queue. Works without a key; `has_access` then
    says nothing about any user.

    The documentation shows one object, live traffic is an array. Backends and states beyond the
    documented enums do occur.

    Args:
        status (GetBackendsStatus | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with list[Backend] | None
    """
    kwargs = _get_kwargs(
        status=status,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    status: GetBackendsStatus | Unset = UNSET,
) -> Response[list[Backend] | None]:
    """List backends

    Returns the backends that exist, with availability and queue. Works without a key; `has_access` then
    says nothing about any user.

    The documentation shows one object, live traffic is an array. Backends and states beyond the
    documented enums do occur.

    Args:
        status (GetBackendsStatus | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with list[Backend] | None
    """
    kwargs = _get_kwargs(
        status=status,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    status: GetBackendsStatus | Unset = UNSET,
) -> list[Backend] | None:
    """List backends

    Returns the backends that exist, with availability and queue. Works without a key; `has_access` then
    says nothing about any user.

    The documentation shows one object, live traffic is an array. Backends and states beyond the
    documented enums do occur.

    Args:
        status (GetBackendsStatus | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         list[Backend] | None, or None for a success without a documented body
    """
    return sync_detailed(
        client=client,
        status=status,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    status: GetBackendsStatus | Unset = UNSET,
) -> list[Backend] | None:
    """List backends

    Returns the backends that exist, with availability and queue. Works without a key; `has_access` then
    says nothing about any user.

    The documentation shows one object, live traffic is an array. Backends and states beyond the
    documented enums do occur.

    Args:
        status (GetBackendsStatus | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         list[Backend] | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        client=client,
        status=status,
    )
    return response.parsed
