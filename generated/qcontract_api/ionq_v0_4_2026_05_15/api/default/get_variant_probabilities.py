from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import Response, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.error import Error
    from ...models.get_variant_results_response import GetVariantResultsResponse
    from ...types import Reply


def _get_kwargs(
    uuid: str,
    variant_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/jobs/{uuid}/variants/{variant_id}/results/probabilities".format(
            uuid=path_segment(uuid),
            variant_id=path_segment(variant_id),
        ),
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> BadRequestError | Error | GetVariantResultsResponse | None:
    if response.status_code == 200:
        response_200 = _models_.GetVariantResultsResponse.from_dict(response.json())

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


def _build_response(
    *, client: AuthenticatedClient | Client, response: Reply
) -> Response[GetVariantResultsResponse | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("GetVariantResultsResponse | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    uuid: str,
    variant_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[GetVariantResultsResponse | None]:
    """Get the probabilities of a debiasing variant

    What one of the circuit variants that debiasing ran has measured, as probabilities per state
    (decimal number, qubit 0 least significant).

    Args:
        uuid (str):
        variant_id (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GetVariantResultsResponse | None
    """
    kwargs = _get_kwargs(
        uuid=uuid,
        variant_id=variant_id,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    uuid: str,
    variant_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[GetVariantResultsResponse | None]:
    """Get the probabilities of a debiasing variant

    What one of the circuit variants that debiasing ran has measured, as probabilities per state
    (decimal number, qubit 0 least significant).

    Args:
        uuid (str):
        variant_id (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GetVariantResultsResponse | None
    """
    kwargs = _get_kwargs(
        uuid=uuid,
        variant_id=variant_id,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    uuid: str,
    variant_id: str,
    *,
    client: AuthenticatedClient,
) -> GetVariantResultsResponse | None:
    """Get the probabilities of a debiasing variant

    What one of the circuit variants that debiasing ran has measured, as probabilities per state
    (decimal number, qubit 0 least significant).

    Args:
        uuid (str):
        variant_id (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GetVariantResultsResponse | None, or None for a success without a documented body
    """
    return sync_detailed(
        uuid=uuid,
        variant_id=variant_id,
        client=client,
    ).parsed


async def asyncio(
    uuid: str,
    variant_id: str,
    *,
    client: AuthenticatedClient,
) -> GetVariantResultsResponse | None:
    """Get the probabilities of a debiasing variant

    What one of the circuit variants that debiasing ran has measured, as probabilities per state
    (decimal number, qubit 0 least significant).

    Args:
        uuid (str):
        variant_id (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GetVariantResultsResponse | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        uuid=uuid,
        variant_id=variant_id,
        client=client,
    )
    return response.parsed
