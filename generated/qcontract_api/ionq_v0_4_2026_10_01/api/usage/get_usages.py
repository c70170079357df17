from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import UNSET, Response, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.error import Error
    from ...models.group_by import GroupBy
    from ...models.modality import Modality
    from ...models.usages import Usages
    from ...types import Reply


def _get_kwargs(
    organization_id: str,
    *,
    start_date: datetime.date,
    end_date: datetime.date,
    group_by: GroupBy,
    modality: Modality,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_start_date = start_date.isoformat()
    params["start_date"] = json_start_date

    json_end_date = end_date.isoformat()
    params["end_date"] = json_end_date

    json_group_by = group_by.value
    params["group_by"] = json_group_by

    json_modality = modality.value
    params["modality"] = json_modality

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/organizations/{organization_id}/usage".format(
            organization_id=path_segment(organization_id),
        ),
        "params": params,
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> BadRequestError | Error | Usages | None:
    if response.status_code == 200:
        response_200 = _models_.Usages.from_dict(response.json())

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

    if response.status_code >= 400:
        try:
            response_default = _models_.Error.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_default

    return None


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[Usages | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("Usages | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    organization_id: str,
    *,
    client: AuthenticatedClient,
    start_date: datetime.date,
    end_date: datetime.date,
    group_by: GroupBy,
    modality: Modality,
) -> Response[Usages | None]:
    """Report the usage of an organization

    How many jobs ran, how long, and at what cost, cut into periods of equal length and broken down by
    job, project or user. Only the five largest groups of each period are listed.

    Args:
        organization_id (str):
        start_date (datetime.date):
        end_date (datetime.date):
        group_by (GroupBy): What each period is broken down by.
        modality (Modality): Length of a period.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with Usages | None
    """
    kwargs = _get_kwargs(
        organization_id=organization_id,
        start_date=start_date,
        end_date=end_date,
        group_by=group_by,
        modality=modality,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    organization_id: str,
    *,
    client: AuthenticatedClient,
    start_date: datetime.date,
    end_date: datetime.date,
    group_by: GroupBy,
    modality: Modality,
) -> Response[Usages | None]:
    """Report the usage of an organization

    How many jobs ran, how long, and at what cost, cut into periods of equal length and broken down by
    job, project or user. Only the five largest groups of each period are listed.

    Args:
        organization_id (str):
        start_date (datetime.date):
        end_date (datetime.date):
        group_by (GroupBy): What each period is broken down by.
        modality (Modality): Length of a period.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with Usages | None
    """
    kwargs = _get_kwargs(
        organization_id=organization_id,
        start_date=start_date,
        end_date=end_date,
        group_by=group_by,
        modality=modality,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    organization_id: str,
    *,
    client: AuthenticatedClient,
    start_date: datetime.date,
    end_date: datetime.date,
    group_by: GroupBy,
    modality: Modality,
) -> Usages | None:
    """Report the usage of an organization

    How many jobs ran, how long, and at what cost, cut into periods of equal length and broken down by
    job, project or user. Only the five largest groups of each period are listed.

    Args:
        organization_id (str):
        start_date (datetime.date):
        end_date (datetime.date):
        group_by (GroupBy): What each period is broken down by.
        modality (Modality): Length of a period.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         Usages | None, or None for a success without a documented body
    """
    return sync_detailed(
        organization_id=organization_id,
        client=client,
        start_date=start_date,
        end_date=end_date,
        group_by=group_by,
        modality=modality,
    ).parsed


async def asyncio(
    organization_id: str,
    *,
    client: AuthenticatedClient,
    start_date: datetime.date,
    end_date: datetime.date,
    group_by: GroupBy,
    modality: Modality,
) -> Usages | None:
    """Report the usage of an organization

    How many jobs ran, how long, and at what cost, cut into periods of equal length and broken down by
    job, project or user. Only the five largest groups of each period are listed.

    Args:
        organization_id (str):
        start_date (datetime.date):
        end_date (datetime.date):
        group_by (GroupBy): What each period is broken down by.
        modality (Modality): Length of a period.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         Usages | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        organization_id=organization_id,
        client=client,
        start_date=start_date,
        end_date=end_date,
        group_by=group_by,
        modality=modality,
    )
    return response.parsed
