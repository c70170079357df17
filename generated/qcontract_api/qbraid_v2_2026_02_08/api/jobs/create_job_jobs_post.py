from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import Response

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.create_job_response import CreateJobResponse
    from ...models.error_body import ErrorBody
    from ...models.http_validation_error import HTTPValidationError
    from ...models.job_request import JobRequest
    from ...types import Reply


def _get_kwargs(
    *,
    body: JobRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/jobs",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> CreateJobResponse | ErrorBody | HTTPValidationError | None:
    if response.status_code == 201:
        response_201 = _models_.CreateJobResponse.from_dict(response.json())

        return response_201

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

    if response.status_code == 404:
        try:
            response_404 = _models_.ErrorBody.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_404

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


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[CreateJobResponse | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("CreateJobResponse | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: JobRequest,
) -> Response[CreateJobResponse | None]:
    """Create a job

    Submits a program to a device. The estimated cost is set aside from the credits at once. There is no
    idempotency key: sending the same request twice creates, and bills, two jobs.

    Args:
        body (JobRequest): A job to run on a device.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with CreateJobResponse | None
    """
    kwargs = _get_kwargs(
        body=body,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: JobRequest,
) -> Response[CreateJobResponse | None]:
    """Create a job

    Submits a program to a device. The estimated cost is set aside from the credits at once. There is no
    idempotency key: sending the same request twice creates, and bills, two jobs.

    Args:
        body (JobRequest): A job to run on a device.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with CreateJobResponse | None
    """
    kwargs = _get_kwargs(
        body=body,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: JobRequest,
) -> CreateJobResponse | None:
    """Create a job

    Submits a program to a device. The estimated cost is set aside from the credits at once. There is no
    idempotency key: sending the same request twice creates, and bills, two jobs.

    Args:
        body (JobRequest): A job to run on a device.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         CreateJobResponse | None, or None for a success without a documented body
    """
    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: JobRequest,
) -> CreateJobResponse | None:
    """Create a job

    Submits a program to a device. The estimated cost is set aside from the credits at once. There is no
    idempotency key: sending the same request twice creates, and bills, two jobs.

    Args:
        body (JobRequest): A job to run on a device.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         CreateJobResponse | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        client=client,
        body=body,
    )
    return response.parsed
