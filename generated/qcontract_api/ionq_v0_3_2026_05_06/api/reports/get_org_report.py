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
    from ...models.org_report import OrgReport
    from ...types import Reply


def _get_kwargs(
    org_id: UUID,
    *,
    start_date: str | Unset = UNSET,
    end_date: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["start_date"] = start_date

    params["end_date"] = end_date

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/report/organizations/{org_id}".format(
            org_id=path_segment(org_id),
        ),
        "params": params,
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> BadRequestError | Error | OrgReport | None:
    if response.status_code == 200:
        response_200 = _models_.OrgReport.from_dict(response.json())

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


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[OrgReport | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("OrgReport | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    org_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    start_date: str | Unset = UNSET,
    end_date: str | Unset = UNSET,
) -> Response[OrgReport | None]:
    """Read an organization's usage report

    Returns budget, spending and use per backend and member over a period; without dates, over the last
    30 days.

    Args:
        org_id (UUID):
        start_date (str | Unset):
        end_date (str | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with OrgReport | None
    """
    kwargs = _get_kwargs(
        org_id=org_id,
        start_date=start_date,
        end_date=end_date,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    org_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    start_date: str | Unset = UNSET,
    end_date: str | Unset = UNSET,
) -> Response[OrgReport | None]:
    """Read an organization's usage report

    Returns budget, spending and use per backend and member over a period; without dates, over the last
    30 days.

    Args:
        org_id (UUID):
        start_date (str | Unset):
        end_date (str | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with OrgReport | None
    """
    kwargs = _get_kwargs(
        org_id=org_id,
        start_date=start_date,
        end_date=end_date,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    org_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    start_date: str | Unset = UNSET,
    end_date: str | Unset = UNSET,
) -> OrgReport | None:
    """Read an organization's usage report

    Returns budget, spending and use per backend and member over a period; without dates, over the last
    30 days.

    Args:
        org_id (UUID):
        start_date (str | Unset):
        end_date (str | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         OrgReport | None, or None for a success without a documented body
    """
    return sync_detailed(
        org_id=org_id,
        client=client,
        start_date=start_date,
        end_date=end_date,
    ).parsed


async def asyncio(
    org_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    start_date: str | Unset = UNSET,
    end_date: str | Unset = UNSET,
) -> OrgReport | None:
    """Read an organization's usage report

    Returns budget, spending and use per backend and member over a period; without dates, over the last
    30 days.

    Args:
        org_id (UUID):
        start_date (str | Unset):
        end_date (str | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         OrgReport | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        org_id=org_id,
        client=client,
        start_date=start_date,
        end_date=end_date,
    )
    return response.parsed
