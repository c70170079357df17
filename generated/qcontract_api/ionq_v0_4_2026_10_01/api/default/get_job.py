from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import Response, UnknownVariant, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.error import Error
    from ...models.multi_circuit_job import MultiCircuitJob
    from ...models.qaoa_job import QaoaJob
    from ...models.quantum_function_job import QuantumFunctionJob
    from ...models.single_circuit_job import SingleCircuitJob
    from ...types import Reply


def _get_kwargs(
    uuid: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/jobs/{uuid}".format(
            uuid=path_segment(uuid),
        ),
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> (
    BadRequestError | Error | MultiCircuitJob | QaoaJob | QuantumFunctionJob | SingleCircuitJob | UnknownVariant | None
):
    if response.status_code == 200:

        def _parse_response_200(
            data: object,
        ) -> MultiCircuitJob | QaoaJob | QuantumFunctionJob | SingleCircuitJob | UnknownVariant:
            if isinstance(data, dict):
                _tag_ = data.get("type")
                if _tag_ in (
                    "ionq.circuit.v1",
                    "ionq.qasm3.v1",
                    "ionq.qir.v1",
                    "qctrl.qaoa-circuit.v1",
                ):
                    return _models_.SingleCircuitJob.from_dict(data)
                if _tag_ in ("ionq.multi-circuit.v1",):
                    return _models_.MultiCircuitJob.from_dict(data)
                if _tag_ in ("qctrl.qaoa.v1",):
                    return _models_.QaoaJob.from_dict(data)
                if _tag_ in ("quantum-function",):
                    return _models_.QuantumFunctionJob.from_dict(data)
                return UnknownVariant(data)

            raise TypeError(
                "expected MultiCircuitJob | QaoaJob | QuantumFunctionJob | SingleCircuitJob | UnknownVariant"
            )

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

    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: Reply
) -> Response[MultiCircuitJob | QaoaJob | QuantumFunctionJob | SingleCircuitJob | UnknownVariant | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast(
            "MultiCircuitJob | QaoaJob | QuantumFunctionJob | SingleCircuitJob | UnknownVariant | None",
            _parse_response(client=client, response=response),
        ),
    )


def sync_detailed(
    uuid: str,
    *,
    client: AuthenticatedClient,
) -> Response[MultiCircuitJob | QaoaJob | QuantumFunctionJob | SingleCircuitJob | UnknownVariant | None]:
    """Get a job

    The state of one job: status, timing, settings, statistics and, when it has completed, where its
    results are. Poll this operation to wait for a job; `predicted_wait_time_ms` and
    `predicted_execution_duration_ms` say how long that may take.

    Args:
        uuid (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with MultiCircuitJob | QaoaJob | QuantumFunctionJob | SingleCircuitJob | UnknownVariant | None
    """
    kwargs = _get_kwargs(
        uuid=uuid,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    uuid: str,
    *,
    client: AuthenticatedClient,
) -> Response[MultiCircuitJob | QaoaJob | QuantumFunctionJob | SingleCircuitJob | UnknownVariant | None]:
    """Get a job

    The state of one job: status, timing, settings, statistics and, when it has completed, where its
    results are. Poll this operation to wait for a job; `predicted_wait_time_ms` and
    `predicted_execution_duration_ms` say how long that may take.

    Args:
        uuid (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with MultiCircuitJob | QaoaJob | QuantumFunctionJob | SingleCircuitJob | UnknownVariant | None
    """
    kwargs = _get_kwargs(
        uuid=uuid,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    uuid: str,
    *,
    client: AuthenticatedClient,
) -> MultiCircuitJob | QaoaJob | QuantumFunctionJob | SingleCircuitJob | UnknownVariant | None:
    """Get a job

    The state of one job: status, timing, settings, statistics and, when it has completed, where its
    results are. Poll this operation to wait for a job; `predicted_wait_time_ms` and
    `predicted_execution_duration_ms` say how long that may take.

    Args:
        uuid (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         MultiCircuitJob | QaoaJob | QuantumFunctionJob | SingleCircuitJob | UnknownVariant | None, or None for a success without a documented body
    """
    return sync_detailed(
        uuid=uuid,
        client=client,
    ).parsed


async def asyncio(
    uuid: str,
    *,
    client: AuthenticatedClient,
) -> MultiCircuitJob | QaoaJob | QuantumFunctionJob | SingleCircuitJob | UnknownVariant | None:
    """Get a job

    The state of one job: status, timing, settings, statistics and, when it has completed, where its
    results are. Poll this operation to wait for a job; `predicted_wait_time_ms` and
    `predicted_execution_duration_ms` say how long that may take.

    Args:
        uuid (str):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         MultiCircuitJob | QaoaJob | QuantumFunctionJob | SingleCircuitJob | UnknownVariant | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        uuid=uuid,
        client=client,
    )
    return response.parsed
