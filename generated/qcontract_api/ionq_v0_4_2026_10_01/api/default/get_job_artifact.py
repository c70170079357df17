from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import Response, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...types import Reply


def _get_kwargs(
    uuid: str,
    artifact_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/jobs/{uuid}/artifacts/{artifact_id}".format(
            uuid=path_segment(uuid),
            artifact_id=path_segment(artifact_id),
        ),
    }
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client | None = None, response: Reply) -> Any:
    if response.status_code == 200:
        response_200: Any = response.json()

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


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[Any]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    uuid: str,
    artifact_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[Any]:
    """Download an artifact of a job

    One file that belongs to a job: a result in one of the result formats, or a compiled circuit. Ids
    are found in the artifact descriptors of the job (`results`, `output.compilation`,
    `output.error_mitigation`); the descriptor also tells format and media type.

    Args:
        uuid (str):
        artifact_id (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with Any
    """
    kwargs = _get_kwargs(
        uuid=uuid,
        artifact_id=artifact_id,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    uuid: str,
    artifact_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[Any]:
    """Download an artifact of a job

    One file that belongs to a job: a result in one of the result formats, or a compiled circuit. Ids
    are found in the artifact descriptors of the job (`results`, `output.compilation`,
    `output.error_mitigation`); the descriptor also tells format and media type.

    Args:
        uuid (str):
        artifact_id (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with Any
    """
    kwargs = _get_kwargs(
        uuid=uuid,
        artifact_id=artifact_id,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    uuid: str,
    artifact_id: str,
    *,
    client: AuthenticatedClient,
) -> Any:
    """Download an artifact of a job

    One file that belongs to a job: a result in one of the result formats, or a compiled circuit. Ids
    are found in the artifact descriptors of the job (`results`, `output.compilation`,
    `output.error_mitigation`); the descriptor also tells format and media type.

    Args:
        uuid (str):
        artifact_id (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         Any, or None for a success without a documented body
    """
    return sync_detailed(
        uuid=uuid,
        artifact_id=artifact_id,
        client=client,
    ).parsed


async def asyncio(
    uuid: str,
    artifact_id: str,
    *,
    client: AuthenticatedClient,
) -> Any:
    """Download an artifact of a job

    One file that belongs to a job: a result in one of the result formats, or a compiled circuit. Ids
    are found in the artifact descriptors of the job (`results`, `output.compilation`,
    `output.error_mitigation`); the descriptor also tells format and media type.

    Args:
        uuid (str):
        artifact_id (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         Any, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        uuid=uuid,
        artifact_id=artifact_id,
        client=client,
    )
    return response.parsed
