from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import UNSET, Response, Unset

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.error import Error
    from ...models.get_job_estimate_response import GetJobEstimateResponse
    from ...types import Reply


def _get_kwargs(
    *,
    backend: str,
    type_: str | Unset = "ionq.circuit.v1",
    qubits: int | Unset = 25,
    shots: int | Unset = 1000,
    field_1q_gates: int | Unset = 0,
    field_2q_gates: int | Unset = 0,
    error_mitigation: bool | Unset = False,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["backend"] = backend

    params["type"] = type_

    params["qubits"] = qubits

    params["shots"] = shots

    params["1q_gates"] = field_1q_gates

    params["2q_gates"] = field_2q_gates

    params["error_mitigation"] = error_mitigation

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/jobs/estimate",
        "params": params,
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> BadRequestError | Error | GetJobEstimateResponse | None:
    if response.status_code == 200:
        response_200 = _models_.GetJobEstimateResponse.from_dict(response.json())

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

    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: Reply
) -> Response[GetJobEstimateResponse | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("GetJobEstimateResponse | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    backend: str,
    type_: str | Unset = "ionq.circuit.v1",
    qubits: int | Unset = 25,
    shots: int | Unset = 1000,
    field_1q_gates: int | Unset = 0,
    field_2q_gates: int | Unset = 0,
    error_mitigation: bool | Unset = False,
) -> Response[GetJobEstimateResponse | None]:
    """Estimate the cost of a job

    Prices a job by its size, without a circuit and without creating anything: qubits, shots and numbers
    of gates go in, cost, running time and present queue time come out. The formula is not published.

    Args:
        backend (str): Name of a backend that takes jobs, e.g. `simulator`, `qpu.forte-1`,
            `qpu.forte-enterprise-1`.
        type_ (str | Unset):  Default: 'ionq.circuit.v1'.
        qubits (int | Unset):  Default: 25.
        shots (int | Unset):  Default: 1000.
        field_1q_gates (int | Unset):  Default: 0.
        field_2q_gates (int | Unset):  Default: 0.
        error_mitigation (bool | Unset):  Default: False.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GetJobEstimateResponse | None
    """
    kwargs = _get_kwargs(
        backend=backend,
        type_=type_,
        qubits=qubits,
        shots=shots,
        field_1q_gates=field_1q_gates,
        field_2q_gates=field_2q_gates,
        error_mitigation=error_mitigation,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    backend: str,
    type_: str | Unset = "ionq.circuit.v1",
    qubits: int | Unset = 25,
    shots: int | Unset = 1000,
    field_1q_gates: int | Unset = 0,
    field_2q_gates: int | Unset = 0,
    error_mitigation: bool | Unset = False,
) -> Response[GetJobEstimateResponse | None]:
    """Estimate the cost of a job

    Prices a job by its size, without a circuit and without creating anything: qubits, shots and numbers
    of gates go in, cost, running time and present queue time come out. The formula is not published.

    Args:
        backend (str): Name of a backend that takes jobs, e.g. `simulator`, `qpu.forte-1`,
            `qpu.forte-enterprise-1`.
        type_ (str | Unset):  Default: 'ionq.circuit.v1'.
        qubits (int | Unset):  Default: 25.
        shots (int | Unset):  Default: 1000.
        field_1q_gates (int | Unset):  Default: 0.
        field_2q_gates (int | Unset):  Default: 0.
        error_mitigation (bool | Unset):  Default: False.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with GetJobEstimateResponse | None
    """
    kwargs = _get_kwargs(
        backend=backend,
        type_=type_,
        qubits=qubits,
        shots=shots,
        field_1q_gates=field_1q_gates,
        field_2q_gates=field_2q_gates,
        error_mitigation=error_mitigation,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    backend: str,
    type_: str | Unset = "ionq.circuit.v1",
    qubits: int | Unset = 25,
    shots: int | Unset = 1000,
    field_1q_gates: int | Unset = 0,
    field_2q_gates: int | Unset = 0,
    error_mitigation: bool | Unset = False,
) -> GetJobEstimateResponse | None:
    """Estimate the cost of a job

    Prices a job by its size, without a circuit and without creating anything: qubits, shots and numbers
    of gates go in, cost, running time and present queue time come out. The formula is not published.

    Args:
        backend (str): Name of a backend that takes jobs, e.g. `simulator`, `qpu.forte-1`,
            `qpu.forte-enterprise-1`.
        type_ (str | Unset):  Default: 'ionq.circuit.v1'.
        qubits (int | Unset):  Default: 25.
        shots (int | Unset):  Default: 1000.
        field_1q_gates (int | Unset):  Default: 0.
        field_2q_gates (int | Unset):  Default: 0.
        error_mitigation (bool | Unset):  Default: False.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GetJobEstimateResponse | None, or None for a success without a documented body
    """
    return sync_detailed(
        client=client,
        backend=backend,
        type_=type_,
        qubits=qubits,
        shots=shots,
        field_1q_gates=field_1q_gates,
        field_2q_gates=field_2q_gates,
        error_mitigation=error_mitigation,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    backend: str,
    type_: str | Unset = "ionq.circuit.v1",
    qubits: int | Unset = 25,
    shots: int | Unset = 1000,
    field_1q_gates: int | Unset = 0,
    field_2q_gates: int | Unset = 0,
    error_mitigation: bool | Unset = False,
) -> GetJobEstimateResponse | None:
    """Estimate the cost of a job

    Prices a job by its size, without a circuit and without creating anything: qubits, shots and numbers
    of gates go in, cost, running time and present queue time come out. The formula is not published.

    Args:
        backend (str): Name of a backend that takes jobs, e.g. `simulator`, `qpu.forte-1`,
            `qpu.forte-enterprise-1`.
        type_ (str | Unset):  Default: 'ionq.circuit.v1'.
        qubits (int | Unset):  Default: 25.
        shots (int | Unset):  Default: 1000.
        field_1q_gates (int | Unset):  Default: 0.
        field_2q_gates (int | Unset):  Default: 0.
        error_mitigation (bool | Unset):  Default: False.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         GetJobEstimateResponse | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        client=client,
        backend=backend,
        type_=type_,
        qubits=qubits,
        shots=shots,
        field_1q_gates=field_1q_gates,
        field_2q_gates=field_2q_gates,
        error_mitigation=error_mitigation,
    )
    return response.parsed
