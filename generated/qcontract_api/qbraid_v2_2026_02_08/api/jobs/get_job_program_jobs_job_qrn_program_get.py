from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import Response, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.error_body import ErrorBody
    from ...models.get_job_program_response import GetJobProgramResponse
    from ...models.http_validation_error import HTTPValidationError
    from ...types import Reply


def _get_kwargs(
    job_qrn: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/jobs/{job_qrn}/program".format(
            job_qrn=path_segment(job_qrn),
        ),
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> ErrorBody | GetJobProgramResponse | HTTPValidationError | None:
    if response.status_code == 200:
        response_200 = _models_.GetJobProgramResponse.from_dict(response.json())

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

    if response.status_code == 404:
        try:
            response_404 = _models_.ErrorBody.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_404

    if response.status_code == 409:
        try:
            response_409 = _models_.ErrorBody.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_409

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


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[GetJobProgramResponse | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("GetJobProgramResponse | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    job_qrn: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[GetJobProgramResponse | None]:
    """Read the program of a job

    Returns the program as it was submitted. 409 means that it is not available in the present state of
    the job.

    Args:
        job_qrn (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GetJobProgramResponse | None
    """
    kwargs = _get_kwargs(
        job_qrn=job_qrn,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    job_qrn: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[GetJobProgramResponse | None]:
    """Read the program of a job

    Returns the program as it was submitted. 409 means that it is not available in the present state of
    the job.

    Args:
        job_qrn (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GetJobProgramResponse | None
    """
    kwargs = _get_kwargs(
        job_qrn=job_qrn,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    job_qrn: str,
    *,
    client: AuthenticatedClient | Client,
) -> GetJobProgramResponse | None:
    """Read the program of a job

    Returns the program as it was submitted. 409 means that it is not available in the present state of
    the job.

    Args:
        job_qrn (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GetJobProgramResponse | None, or None for a success without a documented body
    """
    return sync_detailed(
        job_qrn=job_qrn,
        client=client,
    ).parsed


async def asyncio(
    job_qrn: str,
    *,
    client: AuthenticatedClient | Client,
) -> GetJobProgramResponse | None:
    """Read the program of a job

    Returns the program as it was submitted. 409 means that it is not available in the present state of
    the job.

    Args:
        job_qrn (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GetJobProgramResponse | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        job_qrn=job_qrn,
        client=client,
    )
    return response.parsed
