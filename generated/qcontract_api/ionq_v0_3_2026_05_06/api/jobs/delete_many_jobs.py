from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import UNSET, Response, Unset

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.delete_many_jobs_response_200 import DeleteManyJobsResponse200
    from ...models.error import Error
    from ...types import Reply


def _get_kwargs(
    *,
    ids: list[UUID] | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_ids: list[str] | Unset = UNSET
    if not isinstance(ids, Unset):
        json_ids = []
        for ids_item_data in ids:
            ids_item = str(ids_item_data)
            json_ids.append(ids_item)

    params["ids"] = json_ids

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/jobs",
        "params": params,
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> BadRequestError | DeleteManyJobsResponse200 | Error | None:
    if response.status_code == 200:
        response_200 = _models_.DeleteManyJobsResponse200.from_dict(response.json())

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
) -> Response[DeleteManyJobsResponse200 | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("DeleteManyJobsResponse200 | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    ids: list[UUID] | Unset = UNSET,
) -> Response[DeleteManyJobsResponse200 | None]:
    """Delete several jobs

    Removes the named jobs together with their results, for good.

    The ids are documented as a query parameter, while the sample on the same page sends a JSON body.
    Which of the two the service reads is unknown; deleting one by one avoids the question. The
    operation id is our inference.

    Args:
        ids (list[UUID] | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with DeleteManyJobsResponse200 | None
    """
    kwargs = _get_kwargs(
        ids=ids,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    ids: list[UUID] | Unset = UNSET,
) -> Response[DeleteManyJobsResponse200 | None]:
    """Delete several jobs

    Removes the named jobs together with their results, for good.

    The ids are documented as a query parameter, while the sample on the same page sends a JSON body.
    Which of the two the service reads is unknown; deleting one by one avoids the question. The
    operation id is our inference.

    Args:
        ids (list[UUID] | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with DeleteManyJobsResponse200 | None
    """
    kwargs = _get_kwargs(
        ids=ids,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    ids: list[UUID] | Unset = UNSET,
) -> DeleteManyJobsResponse200 | None:
    """Delete several jobs

    Removes the named jobs together with their results, for good.

    The ids are documented as a query parameter, while the sample on the same page sends a JSON body.
    Which of the two the service reads is unknown; deleting one by one avoids the question. The
    operation id is our inference.

    Args:
        ids (list[UUID] | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         DeleteManyJobsResponse200 | None, or None for a success without a documented body
    """
    return sync_detailed(
        client=client,
        ids=ids,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    ids: list[UUID] | Unset = UNSET,
) -> DeleteManyJobsResponse200 | None:
    """Delete several jobs

    Removes the named jobs together with their results, for good.

    The ids are documented as a query parameter, while the sample on the same page sends a JSON body.
    Which of the two the service reads is unknown; deleting one by one avoids the question. The
    operation id is our inference.

    Args:
        ids (list[UUID] | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         DeleteManyJobsResponse200 | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        client=client,
        ids=ids,
    )
    return response.parsed
