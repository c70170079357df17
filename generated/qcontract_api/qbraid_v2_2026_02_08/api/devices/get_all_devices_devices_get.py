from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...models.get_all_devices_devices_get_sort_by import GetAllDevicesDevicesGetSortBy
from ...types import UNSET, Response, Unset

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.device_status import DeviceStatus
    from ...models.error_body import ErrorBody
    from ...models.get_all_devices_devices_get_device_type import GetAllDevicesDevicesGetDeviceType
    from ...models.get_all_devices_devices_get_sort_order import GetAllDevicesDevicesGetSortOrder
    from ...models.get_all_devices_devices_get_vendor import GetAllDevicesDevicesGetVendor
    from ...models.get_devices_response import GetDevicesResponse
    from ...models.http_validation_error import HTTPValidationError
    from ...types import Reply


def _get_kwargs(
    *,
    qrn: str | Unset = UNSET,
    vendor: GetAllDevicesDevicesGetVendor | Unset = UNSET,
    provider_id: str | Unset = UNSET,
    device_type: GetAllDevicesDevicesGetDeviceType | Unset = UNSET,
    status: DeviceStatus | Unset = UNSET,
    retired: bool | Unset = UNSET,
    private: bool | Unset = UNSET,
    verified: bool | Unset = UNSET,
    direct_access: bool | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_by: GetAllDevicesDevicesGetSortBy | Unset = GetAllDevicesDevicesGetSortBy.NAME,
    sort_order: GetAllDevicesDevicesGetSortOrder | Unset = UNSET,
    page: int | Unset = 1,
    limit: int | Unset = 20,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["qrn"] = qrn

    json_vendor: str | Unset = UNSET
    if not isinstance(vendor, Unset):
        json_vendor = vendor.value

    params["vendor"] = json_vendor

    params["providerId"] = provider_id

    json_device_type: str | Unset = UNSET
    if not isinstance(device_type, Unset):
        json_device_type = device_type.value

    params["deviceType"] = json_device_type

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status.value

    params["status"] = json_status

    params["retired"] = retired

    params["private"] = private

    params["verified"] = verified

    params["directAccess"] = direct_access

    params["search"] = search

    json_sort_by: str | Unset = UNSET
    if not isinstance(sort_by, Unset):
        json_sort_by = sort_by.value

    params["sortBy"] = json_sort_by

    json_sort_order: str | Unset = UNSET
    if not isinstance(sort_order, Unset):
        json_sort_order = sort_order.value

    params["sortOrder"] = json_sort_order

    params["page"] = page

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/devices",
        "params": params,
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> ErrorBody | GetDevicesResponse | HTTPValidationError | None:
    if response.status_code == 200:
        response_200 = _models_.GetDevicesResponse.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        try:
            response_400 = _models_.ErrorBody.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_400

    if response.status_code == 401:
        try:
            response_401 = _models_.ErrorBody.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_401

    if response.status_code == 422:
        try:
            response_422 = _models_.HTTPValidationError.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_422

    if response.status_code == 429:
        try:
            response_429 = _models_.ErrorBody.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_429

    return None


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[GetDevicesResponse | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("GetDevicesResponse | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    qrn: str | Unset = UNSET,
    vendor: GetAllDevicesDevicesGetVendor | Unset = UNSET,
    provider_id: str | Unset = UNSET,
    device_type: GetAllDevicesDevicesGetDeviceType | Unset = UNSET,
    status: DeviceStatus | Unset = UNSET,
    retired: bool | Unset = UNSET,
    private: bool | Unset = UNSET,
    verified: bool | Unset = UNSET,
    direct_access: bool | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_by: GetAllDevicesDevicesGetSortBy | Unset = GetAllDevicesDevicesGetSortBy.NAME,
    sort_order: GetAllDevicesDevicesGetSortOrder | Unset = UNSET,
    page: int | Unset = 1,
    limit: int | Unset = 20,
) -> Response[GetDevicesResponse | None]:
    """List devices

    Returns the devices that the caller may see, filtered and page by page. The documented sample has no
    pagination object, so the only sign of the last page is a short one.

    Args:
        qrn (str | Unset):
        vendor (GetAllDevicesDevicesGetVendor | Unset):
        provider_id (str | Unset):
        device_type (GetAllDevicesDevicesGetDeviceType | Unset):
        status (DeviceStatus | Unset): Whether a device takes jobs. Going by the names: ONLINE
            yes, UNAVAILABLE and OFFLINE not at present, RETIRED never again.
        retired (bool | Unset):
        private (bool | Unset):
        verified (bool | Unset):
        direct_access (bool | Unset):
        search (str | Unset):
        sort_by (GetAllDevicesDevicesGetSortBy | Unset):  Default:
            GetAllDevicesDevicesGetSortBy.NAME.
        sort_order (GetAllDevicesDevicesGetSortOrder | Unset):
        page (int | Unset):  Default: 1.
        limit (int | Unset):  Default: 20.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GetDevicesResponse | None
    """
    kwargs = _get_kwargs(
        qrn=qrn,
        vendor=vendor,
        provider_id=provider_id,
        device_type=device_type,
        status=status,
        retired=retired,
        private=private,
        verified=verified,
        direct_access=direct_access,
        search=search,
        sort_by=sort_by,
        sort_order=sort_order,
        page=page,
        limit=limit,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    qrn: str | Unset = UNSET,
    vendor: GetAllDevicesDevicesGetVendor | Unset = UNSET,
    provider_id: str | Unset = UNSET,
    device_type: GetAllDevicesDevicesGetDeviceType | Unset = UNSET,
    status: DeviceStatus | Unset = UNSET,
    retired: bool | Unset = UNSET,
    private: bool | Unset = UNSET,
    verified: bool | Unset = UNSET,
    direct_access: bool | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_by: GetAllDevicesDevicesGetSortBy | Unset = GetAllDevicesDevicesGetSortBy.NAME,
    sort_order: GetAllDevicesDevicesGetSortOrder | Unset = UNSET,
    page: int | Unset = 1,
    limit: int | Unset = 20,
) -> Response[GetDevicesResponse | None]:
    """List devices

    Returns the devices that the caller may see, filtered and page by page. The documented sample has no
    pagination object, so the only sign of the last page is a short one.

    Args:
        qrn (str | Unset):
        vendor (GetAllDevicesDevicesGetVendor | Unset):
        provider_id (str | Unset):
        device_type (GetAllDevicesDevicesGetDeviceType | Unset):
        status (DeviceStatus | Unset): Whether a device takes jobs. Going by the names: ONLINE
            yes, UNAVAILABLE and OFFLINE not at present, RETIRED never again.
        retired (bool | Unset):
        private (bool | Unset):
        verified (bool | Unset):
        direct_access (bool | Unset):
        search (str | Unset):
        sort_by (GetAllDevicesDevicesGetSortBy | Unset):  Default:
            GetAllDevicesDevicesGetSortBy.NAME.
        sort_order (GetAllDevicesDevicesGetSortOrder | Unset):
        page (int | Unset):  Default: 1.
        limit (int | Unset):  Default: 20.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GetDevicesResponse | None
    """
    kwargs = _get_kwargs(
        qrn=qrn,
        vendor=vendor,
        provider_id=provider_id,
        device_type=device_type,
        status=status,
        retired=retired,
        private=private,
        verified=verified,
        direct_access=direct_access,
        search=search,
        sort_by=sort_by,
        sort_order=sort_order,
        page=page,
        limit=limit,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    qrn: str | Unset = UNSET,
    vendor: GetAllDevicesDevicesGetVendor | Unset = UNSET,
    provider_id: str | Unset = UNSET,
    device_type: GetAllDevicesDevicesGetDeviceType | Unset = UNSET,
    status: DeviceStatus | Unset = UNSET,
    retired: bool | Unset = UNSET,
    private: bool | Unset = UNSET,
    verified: bool | Unset = UNSET,
    direct_access: bool | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_by: GetAllDevicesDevicesGetSortBy | Unset = GetAllDevicesDevicesGetSortBy.NAME,
    sort_order: GetAllDevicesDevicesGetSortOrder | Unset = UNSET,
    page: int | Unset = 1,
    limit: int | Unset = 20,
) -> GetDevicesResponse | None:
    """List devices

    Returns the devices that the caller may see, filtered and page by page. The documented sample has no
    pagination object, so the only sign of the last page is a short one.

    Args:
        qrn (str | Unset):
        vendor (GetAllDevicesDevicesGetVendor | Unset):
        provider_id (str | Unset):
        device_type (GetAllDevicesDevicesGetDeviceType | Unset):
        status (DeviceStatus | Unset): Whether a device takes jobs. Going by the names: ONLINE
            yes, UNAVAILABLE and OFFLINE not at present, RETIRED never again.
        retired (bool | Unset):
        private (bool | Unset):
        verified (bool | Unset):
        direct_access (bool | Unset):
        search (str | Unset):
        sort_by (GetAllDevicesDevicesGetSortBy | Unset):  Default:
            GetAllDevicesDevicesGetSortBy.NAME.
        sort_order (GetAllDevicesDevicesGetSortOrder | Unset):
        page (int | Unset):  Default: 1.
        limit (int | Unset):  Default: 20.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GetDevicesResponse | None, or None for a success without a documented body
    """
    return sync_detailed(
        client=client,
        qrn=qrn,
        vendor=vendor,
        provider_id=provider_id,
        device_type=device_type,
        status=status,
        retired=retired,
        private=private,
        verified=verified,
        direct_access=direct_access,
        search=search,
        sort_by=sort_by,
        sort_order=sort_order,
        page=page,
        limit=limit,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    qrn: str | Unset = UNSET,
    vendor: GetAllDevicesDevicesGetVendor | Unset = UNSET,
    provider_id: str | Unset = UNSET,
    device_type: GetAllDevicesDevicesGetDeviceType | Unset = UNSET,
    status: DeviceStatus | Unset = UNSET,
    retired: bool | Unset = UNSET,
    private: bool | Unset = UNSET,
    verified: bool | Unset = UNSET,
    direct_access: bool | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_by: GetAllDevicesDevicesGetSortBy | Unset = GetAllDevicesDevicesGetSortBy.NAME,
    sort_order: GetAllDevicesDevicesGetSortOrder | Unset = UNSET,
    page: int | Unset = 1,
    limit: int | Unset = 20,
) -> GetDevicesResponse | None:
    """List devices

    Returns the devices that the caller may see, filtered and page by page. The documented sample has no
    pagination object, so the only sign of the last page is a short one.

    Args:
        qrn (str | Unset):
        vendor (GetAllDevicesDevicesGetVendor | Unset):
        provider_id (str | Unset):
        device_type (GetAllDevicesDevicesGetDeviceType | Unset):
        status (DeviceStatus | Unset): Whether a device takes jobs. Going by the names: ONLINE
            yes, UNAVAILABLE and OFFLINE not at present, RETIRED never again.
        retired (bool | Unset):
        private (bool | Unset):
        verified (bool | Unset):
        direct_access (bool | Unset):
        search (str | Unset):
        sort_by (GetAllDevicesDevicesGetSortBy | Unset):  Default:
            GetAllDevicesDevicesGetSortBy.NAME.
        sort_order (GetAllDevicesDevicesGetSortOrder | Unset):
        page (int | Unset):  Default: 1.
        limit (int | Unset):  Default: 20.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GetDevicesResponse | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        client=client,
        qrn=qrn,
        vendor=vendor,
        provider_id=provider_id,
        device_type=device_type,
        status=status,
        retired=retired,
        private=private,
        verified=verified,
        direct_access=direct_access,
        search=search,
        sort_by=sort_by,
        sort_order=sort_order,
        page=page,
        limit=limit,
    )
    return response.parsed
