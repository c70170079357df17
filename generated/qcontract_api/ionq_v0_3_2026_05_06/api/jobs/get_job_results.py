from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import UNSET, Response, ShapeError, UnknownVariant, Unset, fitting, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.error import Error
    from ...models.multi_circuit_probabilities import MultiCircuitProbabilities
    from ...models.probabilities import Probabilities
    from ...types import Reply


def _get_kwargs(
    uuid: UUID,
    *,
    sharpen: bool | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["sharpen"] = sharpen

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/jobs/{uuid}/results".format(
            uuid=path_segment(uuid),
        ),
        "params": params,
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> BadRequestError | Error | MultiCircuitProbabilities | Probabilities | UnknownVariant | None:
    if response.status_code == 200:

        def _parse_response_200(data: object) -> MultiCircuitProbabilities | Probabilities | UnknownVariant:
            if isinstance(data, dict):
                try:
                    return fitting(_models_.Probabilities, data)
                except ShapeError:
                    pass
                try:
                    return fitting(_models_.MultiCircuitProbabilities, data)
                except ShapeError:
                    pass
                try:
                    return _models_.Probabilities.from_dict(data)
                except ShapeError:
                    pass
                try:
                    return _models_.MultiCircuitProbabilities.from_dict(data)
                except ShapeError:
                    pass
                return UnknownVariant(data)

            raise TypeError("expected MultiCircuitProbabilities | Probabilities | UnknownVariant")

        response_200 = _parse_response_200(response.json())

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
) -> Response[MultiCircuitProbabilities | Probabilities | UnknownVariant | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast(
            "MultiCircuitProbabilities | Probabilities | UnknownVariant | None",
            _parse_response(client=client, response=response),
        ),
    )


def sync_detailed(
    uuid: UUID,
    *,
    client: AuthenticatedClient | Client,
    sharpen: bool | Unset = UNSET,
) -> Response[MultiCircuitProbabilities | Probabilities | UnknownVariant | None]:
    """Read the results of a job

    Returns the probabilities of the measured states of a completed job.

    A job with one circuit answers a flat map from state to probability. The parent of a multi-circuit
    job answers one such map per child job, keyed by the child's id, in the order of the circuits.
    Nothing in the body says which of the two it is: look at the type of the first value. How a
    `circuits` list with a single entry answers is unknown. Results of old jobs may be gone (404).

    Args:
        uuid (UUID):
        sharpen (bool | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with MultiCircuitProbabilities | Probabilities | UnknownVariant | None
    """
    kwargs = _get_kwargs(
        uuid=uuid,
        sharpen=sharpen,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    uuid: UUID,
    *,
    client: AuthenticatedClient | Client,
    sharpen: bool | Unset = UNSET,
) -> Response[MultiCircuitProbabilities | Probabilities | UnknownVariant | None]:
    """Read the results of a job

    Returns the probabilities of the measured states of a completed job.

    A job with one circuit answers a flat map from state to probability. The parent of a multi-circuit
    job answers one such map per child job, keyed by the child's id, in the order of the circuits.
    Nothing in the body says which of the two it is: look at the type of the first value. How a
    `circuits` list with a single entry answers is unknown. Results of old jobs may be gone (404).

    Args:
        uuid (UUID):
        sharpen (bool | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with MultiCircuitProbabilities | Probabilities | UnknownVariant | None
    """
    kwargs = _get_kwargs(
        uuid=uuid,
        sharpen=sharpen,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    uuid: UUID,
    *,
    client: AuthenticatedClient | Client,
    sharpen: bool | Unset = UNSET,
) -> MultiCircuitProbabilities | Probabilities | UnknownVariant | None:
    """Read the results of a job

    Returns the probabilities of the measured states of a completed job.

    A job with one circuit answers a flat map from state to probability. The parent of a multi-circuit
    job answers one such map per child job, keyed by the child's id, in the order of the circuits.
    Nothing in the body says which of the two it is: look at the type of the first value. How a
    `circuits` list with a single entry answers is unknown. Results of old jobs may be gone (404).

    Args:
        uuid (UUID):
        sharpen (bool | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         MultiCircuitProbabilities | Probabilities | UnknownVariant | None, or None for a success without a documented body
    """
    return sync_detailed(
        uuid=uuid,
        client=client,
        sharpen=sharpen,
    ).parsed


async def asyncio(
    uuid: UUID,
    *,
    client: AuthenticatedClient | Client,
    sharpen: bool | Unset = UNSET,
) -> MultiCircuitProbabilities | Probabilities | UnknownVariant | None:
    """Read the results of a job

    Returns the probabilities of the measured states of a completed job.

    A job with one circuit answers a flat map from state to probability. The parent of a multi-circuit
    job answers one such map per child job, keyed by the child's id, in the order of the circuits.
    Nothing in the body says which of the two it is: look at the type of the first value. How a
    `circuits` list with a single entry answers is unknown. Results of old jobs may be gone (404).

    Args:
        uuid (UUID):
        sharpen (bool | Unset):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         MultiCircuitProbabilities | Probabilities | UnknownVariant | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        uuid=uuid,
        client=client,
        sharpen=sharpen,
    )
    return response.parsed
