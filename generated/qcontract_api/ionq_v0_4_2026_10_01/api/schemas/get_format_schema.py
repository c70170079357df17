from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import Response, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.error import Error
    from ...models.format_schema_document import FormatSchemaDocument
    from ...models.formats import Formats
    from ...types import Reply


def _get_kwargs(
    format_: Formats,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/schemas/formats/{format_}".format(
            format_=path_segment(format_),
        ),
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> BadRequestError | Error | FormatSchemaDocument | None:
    if response.status_code == 200:
        response_200 = _models_.FormatSchemaDocument.from_dict(response.json())

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


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[FormatSchemaDocument | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("FormatSchemaDocument | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    format_: Formats,
    *,
    client: AuthenticatedClient,
) -> Response[FormatSchemaDocument | None]:
    """Get the schema of a result format

    The JSON Schema (draft 7) that files of the named format follow.

    Args:
        format_ (Formats): Names of the formats that have a published schema.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with FormatSchemaDocument | None
    """
    kwargs = _get_kwargs(
        format_=format_,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    format_: Formats,
    *,
    client: AuthenticatedClient,
) -> Response[FormatSchemaDocument | None]:
    """Get the schema of a result format

    The JSON Schema (draft 7) that files of the named format follow.

    Args:
        format_ (Formats): Names of the formats that have a published schema.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with FormatSchemaDocument | None
    """
    kwargs = _get_kwargs(
        format_=format_,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    format_: Formats,
    *,
    client: AuthenticatedClient,
) -> FormatSchemaDocument | None:
    """Get the schema of a result format

    The JSON Schema (draft 7) that files of the named format follow.

    Args:
        format_ (Formats): Names of the formats that have a published schema.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         FormatSchemaDocument | None, or None for a success without a documented body
    """
    return sync_detailed(
        format_=format_,
        client=client,
    ).parsed


async def asyncio(
    format_: Formats,
    *,
    client: AuthenticatedClient,
) -> FormatSchemaDocument | None:
    """Get the schema of a result format

    The JSON Schema (draft 7) that files of the named format follow.

    Args:
        format_ (Formats): Names of the formats that have a published schema.

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         FormatSchemaDocument | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        format_=format_,
        client=client,
    )
    return response.parsed
