from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import Response, UnknownVariant

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.circuit_job_creation_payload import CircuitJobCreationPayload
    from ...models.error import Error
    from ...models.job_creation_response import JobCreationResponse
    from ...models.multi_circuit_job_creation_payload import MultiCircuitJobCreationPayload
    from ...models.qctrl_qaoa_job_creation_payload import QctrlQaoaJobCreationPayload
    from ...models.quantum_function_job_creation_payload import QuantumFunctionJobCreationPayload
    from ...types import Reply


def _get_kwargs(
    *,
    body: CircuitJobCreationPayload
    | MultiCircuitJobCreationPayload
    | QctrlQaoaJobCreationPayload
    | QuantumFunctionJobCreationPayload
    | UnknownVariant,
) -> dict[str, Any]:
    from ...models.circuit_job_creation_payload import CircuitJobCreationPayload
    from ...models.multi_circuit_job_creation_payload import MultiCircuitJobCreationPayload
    from ...models.qctrl_qaoa_job_creation_payload import QctrlQaoaJobCreationPayload
    from ...models.quantum_function_job_creation_payload import QuantumFunctionJobCreationPayload

    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/jobs",
    }

    if isinstance(body, CircuitJobCreationPayload):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, MultiCircuitJobCreationPayload):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, QuantumFunctionJobCreationPayload):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, QctrlQaoaJobCreationPayload):
        _kwargs["json"] = body.to_dict()
    else:
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

    if response.status_code == 413:
        try:
            response_413 = _models_.Error.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_413

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
    *,
    client: AuthenticatedClient,
    body: CircuitJobCreationPayload
    | MultiCircuitJobCreationPayload
    | QctrlQaoaJobCreationPayload
    | QuantumFunctionJobCreationPayload
    | UnknownVariant,
) -> Response[JobCreationResponse | None]:
    """Submit a job

    Hands a circuit, a batch of circuits or a hybrid workload to a backend. The answer names the new job
    and nothing more; follow it with `GetJob`.

    Jobs on a quantum computer cost money and there is no idempotency key: the same request sent twice
    is two jobs. With `dry_run` the job is compiled and priced but not run. The body may be at most 10
    MB. Many faults in a circuit are found only after the job was accepted: the job then ends as
    `failed` with a reason in `failure`.

    Args:
        body (CircuitJobCreationPayload | MultiCircuitJobCreationPayload |
            QctrlQaoaJobCreationPayload | QuantumFunctionJobCreationPayload | UnknownVariant): A job
            to submit; `type` decides the form.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with JobCreationResponse | None
    """
    kwargs = _get_kwargs(
        body=body,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: CircuitJobCreationPayload
    | MultiCircuitJobCreationPayload
    | QctrlQaoaJobCreationPayload
    | QuantumFunctionJobCreationPayload
    | UnknownVariant,
) -> Response[JobCreationResponse | None]:
    """Submit a job

    Hands a circuit, a batch of circuits or a hybrid workload to a backend. The answer names the new job
    and nothing more; follow it with `GetJob`.

    Jobs on a quantum computer cost money and there is no idempotency key: the same request sent twice
    is two jobs. With `dry_run` the job is compiled and priced but not run. The body may be at most 10
    MB. Many faults in a circuit are found only after the job was accepted: the job then ends as
    `failed` with a reason in `failure`.

    Args:
        body (CircuitJobCreationPayload | MultiCircuitJobCreationPayload |
            QctrlQaoaJobCreationPayload | QuantumFunctionJobCreationPayload | UnknownVariant): A job
            to submit; `type` decides the form.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with JobCreationResponse | None
    """
    kwargs = _get_kwargs(
        body=body,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: CircuitJobCreationPayload
    | MultiCircuitJobCreationPayload
    | QctrlQaoaJobCreationPayload
    | QuantumFunctionJobCreationPayload
    | UnknownVariant,
) -> JobCreationResponse | None:
    """Submit a job

    Hands a circuit, a batch of circuits or a hybrid workload to a backend. The answer names the new job
    and nothing more; follow it with `GetJob`.

    Jobs on a quantum computer cost money and there is no idempotency key: the same request sent twice
    is two jobs. With `dry_run` the job is compiled and priced but not run. The body may be at most 10
    MB. Many faults in a circuit are found only after the job was accepted: the job then ends as
    `failed` with a reason in `failure`.

    Args:
        body (CircuitJobCreationPayload | MultiCircuitJobCreationPayload |
            QctrlQaoaJobCreationPayload | QuantumFunctionJobCreationPayload | UnknownVariant): A job
            to submit; `type` decides the form.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         JobCreationResponse | None, or None for a success without a documented body
    """
    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: CircuitJobCreationPayload
    | MultiCircuitJobCreationPayload
    | QctrlQaoaJobCreationPayload
    | QuantumFunctionJobCreationPayload
    | UnknownVariant,
) -> JobCreationResponse | None:
    """Submit a job

    Hands a circuit, a batch of circuits or a hybrid workload to a backend. The answer names the new job
    and nothing more; follow it with `GetJob`.

    Jobs on a quantum computer cost money and there is no idempotency key: the same request sent twice
    is two jobs. With `dry_run` the job is compiled and priced but not run. The body may be at most 10
    MB. Many faults in a circuit are found only after the job was accepted: the job then ends as
    `failed` with a reason in `failure`.

    Args:
        body (CircuitJobCreationPayload | MultiCircuitJobCreationPayload |
            QctrlQaoaJobCreationPayload | QuantumFunctionJobCreationPayload | UnknownVariant): A job
            to submit; `type` decides the form.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         JobCreationResponse | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        client=client,
        body=body,
    )
    return response.parsed
