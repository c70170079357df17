from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import UNSET, Response, Unset, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.error import Error
    from ...models.get_results_response import GetResultsResponse
    from ...types import Reply


def _get_kwargs(
    uuid: str,
    *,
    sharpen: bool | Unset = UNSET,
    aggregation: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["sharpen"] = sharpen

    params["aggregation"] = aggregation

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/jobs/{uuid}/results/probabilities".format(
            uuid=path_segment(uuid),
        ),
        "params": params,
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> BadRequestError | Error | GetResultsResponse | None:
    if response.status_code == 200:
        response_200 = _models_.GetResultsResponse.from_dict(response.json())

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


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[GetResultsResponse | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("GetResultsResponse | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    uuid: str,
    *,
    client: AuthenticatedClient,
    sharpen: bool | Unset = UNSET,
    aggregation: str | Unset = UNSET,
) -> Response[GetResultsResponse | None]:
    """Get the measured probabilities of a job

    The result of a completed single-circuit job as a map from measured state to probability. A state is
    written as a decimal number whose least significant bit is qubit 0. States that were never seen are
    left out. Before the job has completed the answer is 404.

    Args:
        uuid (str):
        sharpen (bool | Unset):
        aggregation (str | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GetResultsResponse | None
    """
    kwargs = _get_kwargs(
        uuid=uuid,
        sharpen=sharpen,
        aggregation=aggregation,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    uuid: str,
    *,
    client: AuthenticatedClient,
    sharpen: bool | Unset = UNSET,
    aggregation: str | Unset = UNSET,
) -> Response[GetResultsResponse | None]:
    """Get the measured probabilities of a job

    The result of a completed single-circuit job as a map from measured state to probability. A state is
    written as a decimal number whose least significant bit is qubit 0. States that were never seen are
    left out. Before the job has completed the answer is 404.

    Args:
        uuid (str):
        sharpen (bool | Unset):
        aggregation (str | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GetResultsResponse | None
    """
    kwargs = _get_kwargs(
        uuid=uuid,
        sharpen=sharpen,
        aggregation=aggregation,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    uuid: str,
    *,
    client: AuthenticatedClient,
    sharpen: bool | Unset = UNSET,
    aggregation: str | Unset = UNSET,
) -> GetResultsResponse | None:
    """Get the measured probabilities of a job

    The result of a completed single-circuit job as a map from measured state to probability. A state is
    written as a decimal number whose least significant bit is qubit 0. States that were never seen are
    left out. Before the job has completed the answer is 404.

    Args:
        uuid (str):
        sharpen (bool | Unset):
        aggregation (str | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GetResultsResponse | None, or None for a success without a documented body
    """
    return sync_detailed(
        uuid=uuid,
        client=client,
        sharpen=sharpen,
        aggregation=aggregation,
    ).parsed


async def asyncio(
    uuid: str,
    *,
    client: AuthenticatedClient,
    sharpen: bool | Unset = UNSET,
    aggregation: str | Unset = UNSET,
) -> GetResultsResponse | None:
    """Get the measured probabilities of a job

    The result of a completed single-circuit job as a map from measured state to probability. A state is
    written as a decimal number whose least significant bit is qubit 0. States that were never seen are
    left out. Before the job has completed the answer is 404.

    Args:
        uuid (str):
        sharpen (bool | Unset):
        aggregation (str | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GetResultsResponse | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        uuid=uuid,
        client=client,
        sharpen=sharpen,
        aggregation=aggregation,
    )
    return response.parsed
