from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import UNSET, Response, Unset, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.error import Error
    from ...models.job import Job
    from ...types import Reply


def _get_kwargs(
    uuid: UUID,
    *,
    exclude: list[str] | Unset = UNSET,
    include: list[str] | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_exclude: list[str] | Unset = UNSET
    if not isinstance(exclude, Unset):
        json_exclude = exclude

    params["exclude"] = json_exclude

    json_include: list[str] | Unset = UNSET
    if not isinstance(include, Unset):
        json_include = include

    params["include"] = json_include

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/jobs/{uuid}".format(
            uuid=path_segment(uuid),
        ),
        "params": params,
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> BadRequestError | Error | Job | None:
    if response.status_code == 200:
        response_200 = _models_.Job.from_dict(response.json())

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


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[Job | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("Job | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    uuid: UUID,
    *,
    client: AuthenticatedClient | Client,
    exclude: list[str] | Unset = UNSET,
    include: list[str] | Unset = UNSET,
) -> Response[Job | None]:
    """Read one job

    Returns the state of a job and, when it has ended, times, cost and the address of its results.

    A deleted job answers 404. `include` and `exclude` cut the answer down, even by members that the
    schema calls required.

    Args:
        uuid (UUID):
        exclude (list[str] | Unset):
        include (list[str] | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with Job | None
    """
    kwargs = _get_kwargs(
        uuid=uuid,
        exclude=exclude,
        include=include,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    uuid: UUID,
    *,
    client: AuthenticatedClient | Client,
    exclude: list[str] | Unset = UNSET,
    include: list[str] | Unset = UNSET,
) -> Response[Job | None]:
    """Read one job

    Returns the state of a job and, when it has ended, times, cost and the address of its results.

    A deleted job answers 404. `include` and `exclude` cut the answer down, even by members that the
    schema calls required.

    Args:
        uuid (UUID):
        exclude (list[str] | Unset):
        include (list[str] | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with Job | None
    """
    kwargs = _get_kwargs(
        uuid=uuid,
        exclude=exclude,
        include=include,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    uuid: UUID,
    *,
    client: AuthenticatedClient | Client,
    exclude: list[str] | Unset = UNSET,
    include: list[str] | Unset = UNSET,
) -> Job | None:
    """Read one job

    Returns the state of a job and, when it has ended, times, cost and the address of its results.

    A deleted job answers 404. `include` and `exclude` cut the answer down, even by members that the
    schema calls required.

    Args:
        uuid (UUID):
        exclude (list[str] | Unset):
        include (list[str] | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         Job | None, or None for a success without a documented body
    """
    return sync_detailed(
        uuid=uuid,
        client=client,
        exclude=exclude,
        include=include,
    ).parsed


async def asyncio(
    uuid: UUID,
    *,
    client: AuthenticatedClient | Client,
    exclude: list[str] | Unset = UNSET,
    include: list[str] | Unset = UNSET,
) -> Job | None:
    """Read one job

    Returns the state of a job and, when it has ended, times, cost and the address of its results.

    A deleted job answers 404. `include` and `exclude` cut the answer down, even by members that the
    schema calls required.

    Args:
        uuid (UUID):
        exclude (list[str] | Unset):
        include (list[str] | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         Job | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        uuid=uuid,
        client=client,
        exclude=exclude,
        include=include,
    )
    return response.parsed
