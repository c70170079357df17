from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import Response, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.characterization import Characterization
    from ...models.error import Error
    from ...types import Reply


def _get_kwargs(
    backend: str,
    uuid: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/backends/{backend}/characterizations/{uuid}".format(
            backend=path_segment(backend),
            uuid=path_segment(uuid),
        ),
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> BadRequestError | Characterization | Error | None:
    if response.status_code == 200:
        response_200 = _models_.Characterization.from_dict(response.json())

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


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[Characterization | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("Characterization | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    backend: str,
    uuid: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[Characterization | None]:
    """Get one characterization

    One calibration report by its id, for instance the one that a backend names in
    `characterization_id`.

    Args:
        backend (str):
        uuid (UUID):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with Characterization | None
    """
    kwargs = _get_kwargs(
        backend=backend,
        uuid=uuid,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    backend: str,
    uuid: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[Characterization | None]:
    """Get one characterization

    One calibration report by its id, for instance the one that a backend names in
    `characterization_id`.

    Args:
        backend (str):
        uuid (UUID):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with Characterization | None
    """
    kwargs = _get_kwargs(
        backend=backend,
        uuid=uuid,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    backend: str,
    uuid: UUID,
    *,
    client: AuthenticatedClient,
) -> Characterization | None:
    """Get one characterization

    One calibration report by its id, for instance the one that a backend names in
    `characterization_id`.

    Args:
        backend (str):
        uuid (UUID):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         Characterization | None, or None for a success without a documented body
    """
    return sync_detailed(
        backend=backend,
        uuid=uuid,
        client=client,
    ).parsed


async def asyncio(
    backend: str,
    uuid: UUID,
    *,
    client: AuthenticatedClient,
) -> Characterization | None:
    """Get one characterization

    One calibration report by its id, for instance the one that a backend names in
    `characterization_id`.

    Args:
        backend (str):
        uuid (UUID):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         Characterization | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        backend=backend,
        uuid=uuid,
        client=client,
    )
    return response.parsed
