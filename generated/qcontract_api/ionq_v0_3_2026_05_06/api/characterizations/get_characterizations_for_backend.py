from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import UNSET, Response, Unset, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.error import Error
    from ...models.get_characterizations_for_backend_response_200 import GetCharacterizationsForBackendResponse200
    from ...models.qpu_target import QpuTarget
    from ...types import Reply


def _get_kwargs(
    backend: QpuTarget,
    *,
    start: int | Unset = UNSET,
    end: int | Unset = UNSET,
    limit: int | Unset = 10,
    page: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["start"] = start

    params["end"] = end

    params["limit"] = limit

    params["page"] = page

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/characterizations/backends/{backend}".format(
            backend=path_segment(backend),
        ),
        "params": params,
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> BadRequestError | Error | GetCharacterizationsForBackendResponse200 | None:
    if response.status_code == 200:
        response_200 = _models_.GetCharacterizationsForBackendResponse200.from_dict(response.json())

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
) -> Response[GetCharacterizationsForBackendResponse200 | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast(
            "GetCharacterizationsForBackendResponse200 | None", _parse_response(client=client, response=response)
        ),
    )


def sync_detailed(
    backend: QpuTarget,
    *,
    client: AuthenticatedClient | Client,
    start: int | Unset = UNSET,
    end: int | Unset = UNSET,
    limit: int | Unset = 10,
    page: int | Unset = UNSET,
) -> Response[GetCharacterizationsForBackendResponse200 | None]:
    """List the characterizations of a backend

    Returns measurements of a quantum computer's quality over time, page by page.

    The period is given in unix milliseconds, although the `date` of each entry is in seconds.

    Args:
        backend (QpuTarget): Name of a quantum computer.
        start (int | Unset):
        end (int | Unset):
        limit (int | Unset):  Default: 10.
        page (int | Unset): Number of a page.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GetCharacterizationsForBackendResponse200 | None
    """
    kwargs = _get_kwargs(
        backend=backend,
        start=start,
        end=end,
        limit=limit,
        page=page,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    backend: QpuTarget,
    *,
    client: AuthenticatedClient | Client,
    start: int | Unset = UNSET,
    end: int | Unset = UNSET,
    limit: int | Unset = 10,
    page: int | Unset = UNSET,
) -> Response[GetCharacterizationsForBackendResponse200 | None]:
    """List the characterizations of a backend

    Returns measurements of a quantum computer's quality over time, page by page.

    The period is given in unix milliseconds, although the `date` of each entry is in seconds.

    Args:
        backend (QpuTarget): Name of a quantum computer.
        start (int | Unset):
        end (int | Unset):
        limit (int | Unset):  Default: 10.
        page (int | Unset): Number of a page.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GetCharacterizationsForBackendResponse200 | None
    """
    kwargs = _get_kwargs(
        backend=backend,
        start=start,
        end=end,
        limit=limit,
        page=page,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    backend: QpuTarget,
    *,
    client: AuthenticatedClient | Client,
    start: int | Unset = UNSET,
    end: int | Unset = UNSET,
    limit: int | Unset = 10,
    page: int | Unset = UNSET,
) -> GetCharacterizationsForBackendResponse200 | None:
    """List the characterizations of a backend

    Returns measurements of a quantum computer's quality over time, page by page.

    The period is given in unix milliseconds, although the `date` of each entry is in seconds.

    Args:
        backend (QpuTarget): Name of a quantum computer.
        start (int | Unset):
        end (int | Unset):
        limit (int | Unset):  Default: 10.
        page (int | Unset): Number of a page.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GetCharacterizationsForBackendResponse200 | None, or None for a success without a documented body
    """
    return sync_detailed(
        backend=backend,
        client=client,
        start=start,
        end=end,
        limit=limit,
        page=page,
    ).parsed


async def asyncio(
    backend: QpuTarget,
    *,
    client: AuthenticatedClient | Client,
    start: int | Unset = UNSET,
    end: int | Unset = UNSET,
    limit: int | Unset = 10,
    page: int | Unset = UNSET,
) -> GetCharacterizationsForBackendResponse200 | None:
    """List the characterizations of a backend

    Returns measurements of a quantum computer's quality over time, page by page.

    The period is given in unix milliseconds, although the `date` of each entry is in seconds.

    Args:
        backend (QpuTarget): Name of a quantum computer.
        start (int | Unset):
        end (int | Unset):
        limit (int | Unset):  Default: 10.
        page (int | Unset): Number of a page.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GetCharacterizationsForBackendResponse200 | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        backend=backend,
        client=client,
        start=start,
        end=end,
        limit=limit,
        page=page,
    )
    return response.parsed
