from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import UNSET, Response, Unset

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.cost_estimate_response import CostEstimateResponse
    from ...models.error_body import ErrorBody
    from ...types import Reply


def _get_kwargs(
    *,
    device_qrn: str,
    shots: int | Unset = 1000,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["deviceQrn"] = device_qrn

    params["shots"] = shots

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/jobs/cost-estimate",
        "params": params,
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> CostEstimateResponse | ErrorBody | None:
    if response.status_code == 200:
        response_200 = _models_.CostEstimateResponse.from_dict(response.json())

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

    if response.status_code == 403:
        try:
            response_403 = _models_.ErrorBody.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_403

    if response.status_code == 404:
        try:
            response_404 = _models_.ErrorBody.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_404

    if response.status_code == 410:
        try:
            response_410 = _models_.ErrorBody.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_410

    if response.status_code == 429:
        try:
            response_429 = _models_.ErrorBody.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_429

    return None


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[CostEstimateResponse | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("CostEstimateResponse | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    device_qrn: str,
    shots: int | Unset = 1000,
) -> Response[CostEstimateResponse | None]:
    """Estimate the cost of a job

    Returns what a job with so many shots would cost on a device, as a quote and not as a limit: price
    per task, plus price per shot times shots, plus price per minute. Devices with dynamic pricing
    answer that there is no estimate.

    Args:
        device_qrn (str):
        shots (int | Unset):  Default: 1000.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with CostEstimateResponse | None
    """
    kwargs = _get_kwargs(
        device_qrn=device_qrn,
        shots=shots,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    device_qrn: str,
    shots: int | Unset = 1000,
) -> Response[CostEstimateResponse | None]:
    """Estimate the cost of a job

    Returns what a job with so many shots would cost on a device, as a quote and not as a limit: price
    per task, plus price per shot times shots, plus price per minute. Devices with dynamic pricing
    answer that there is no estimate.

    Args:
        device_qrn (str):
        shots (int | Unset):  Default: 1000.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with CostEstimateResponse | None
    """
    kwargs = _get_kwargs(
        device_qrn=device_qrn,
        shots=shots,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    device_qrn: str,
    shots: int | Unset = 1000,
) -> CostEstimateResponse | None:
    """Estimate the cost of a job

    Returns what a job with so many shots would cost on a device, as a quote and not as a limit: price
    per task, plus price per shot times shots, plus price per minute. Devices with dynamic pricing
    answer that there is no estimate.

    Args:
        device_qrn (str):
        shots (int | Unset):  Default: 1000.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         CostEstimateResponse | None, or None for a success without a documented body
    """
    return sync_detailed(
        client=client,
        device_qrn=device_qrn,
        shots=shots,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    device_qrn: str,
    shots: int | Unset = 1000,
) -> CostEstimateResponse | None:
    """Estimate the cost of a job

    Returns what a job with so many shots would cost on a device, as a quote and not as a limit: price
    per task, plus price per shot times shots, plus price per minute. Devices with dynamic pricing
    answer that there is no estimate.

    Args:
        device_qrn (str):
        shots (int | Unset):  Default: 1000.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         CostEstimateResponse | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        client=client,
        device_qrn=device_qrn,
        shots=shots,
    )
    return response.parsed
