from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import Response, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.clone_job_payload import CloneJobPayload
    from ...models.error import Error
    from ...models.job_creation_response import JobCreationResponse
    from ...types import Reply


def _get_kwargs(
    uuid: str,
    *,
    body: CloneJobPayload,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/jobs/{uuid}/move".format(
            uuid=path_segment(uuid),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> BadRequestError | Error | JobCreationResponse | None:
    if response.status_code == 201:
        response_201 = _models_.JobCreationResponse.from_dict(response.json())

        return response_201

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


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[JobCreationResponse | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("JobCreationResponse | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    uuid: str,
    *,
    client: AuthenticatedClient,
    body: CloneJobPayload,
) -> Response[JobCreationResponse | None]:
    """Move a job

    Creates a job from an existing one, with the same body as cloning, meant for taking a job to another
    backend or session. What happens to the original is not documented.

    Args:
        uuid (str):
        body (CloneJobPayload): What a clone does differently from its original. What is left out
            is taken over.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with JobCreationResponse | None
    """
    kwargs = _get_kwargs(
        uuid=uuid,
        body=body,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    uuid: str,
    *,
    client: AuthenticatedClient,
    body: CloneJobPayload,
) -> Response[JobCreationResponse | None]:
    """Move a job

    Creates a job from an existing one, with the same body as cloning, meant for taking a job to another
    backend or session. What happens to the original is not documented.

    Args:
        uuid (str):
        body (CloneJobPayload): What a clone does differently from its original. What is left out
            is taken over.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with JobCreationResponse | None
    """
    kwargs = _get_kwargs(
        uuid=uuid,
        body=body,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    uuid: str,
    *,
    client: AuthenticatedClient,
    body: CloneJobPayload,
) -> JobCreationResponse | None:
    """Move a job

    Creates a job from an existing one, with the same body as cloning, meant for taking a job to another
    backend or session. What happens to the original is not documented.

    Args:
        uuid (str):
        body (CloneJobPayload): What a clone does differently from its original. What is left out
            is taken over.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         JobCreationResponse | None, or None for a success without a documented body
    """
    return sync_detailed(
        uuid=uuid,
        client=client,
        body=body,
    ).parsed


async def asyncio(
    uuid: str,
    *,
    client: AuthenticatedClient,
    body: CloneJobPayload,
) -> JobCreationResponse | None:
    """Move a job

    Creates a job from an existing one, with the same body as cloning, meant for taking a job to another
    backend or session. What happens to the original is not documented.

    Args:
        uuid (str):
        body (CloneJobPayload): What a clone does differently from its original. What is left out
            is taken over.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         JobCreationResponse | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        uuid=uuid,
        client=client,
        body=body,
    )
    return response.parsed
