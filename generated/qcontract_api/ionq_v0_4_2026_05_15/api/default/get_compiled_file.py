from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import models as _models_
from ...errors import ApiStatusError
from ...types import Response, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.bad_request_error import BadRequestError
    from ...models.error import Error
    from ...models.get_compiled_file_lang import GetCompiledFileLang
    from ...types import Reply


def _get_kwargs(
    uuid: str,
    lang: GetCompiledFileLang,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/jobs/{uuid}/circuits/{lang}".format(
            uuid=path_segment(uuid),
            lang=path_segment(lang),
        ),
    }
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client | None = None, response: Reply
) -> BadRequestError | Error | str | None:
    if response.status_code == 200:
        response_200: str = response.json()

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

    if response.status_code == 410:
        try:
            response_410 = _models_.Error.from_dict(response.json())

        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return response_410

    return None


def _build_response(*, client: AuthenticatedClient | Client, response: Reply) -> Response[str | None]:
    if not 200 <= response.status_code <= 299:
        raise ApiStatusError(response.status_code, response.headers, response.content)
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=cast("str | None", _parse_response(client=client, response=response)),
    )


def sync_detailed(
    uuid: str,
    lang: GetCompiledFileLang,
    *,
    client: AuthenticatedClient,
) -> Response[str | None]:
    """Get the compiled circuit of a job

    The circuit as it was compiled for the backend, as the text of a program in the chosen language.

    Args:
        uuid (str):
        lang (GetCompiledFileLang):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with str | None
    """
    kwargs = _get_kwargs(
        uuid=uuid,
        lang=lang,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio_detailed(
    uuid: str,
    lang: GetCompiledFileLang,
    *,
    client: AuthenticatedClient,
) -> Response[str | None]:
    """Get the compiled circuit of a job

    The circuit as it was compiled for the backend, as the text of a program in the chosen language.

    Args:
        uuid (str):
        lang (GetCompiledFileLang):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
        The whole answer with str | None
    """
    kwargs = _get_kwargs(
        uuid=uuid,
        lang=lang,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    uuid: str,
    lang: GetCompiledFileLang,
    *,
    client: AuthenticatedClient,
) -> str | None:
    """Get the compiled circuit of a job

    The circuit as it was compiled for the backend, as the text of a program in the chosen language.

    Args:
        uuid (str):
        lang (GetCompiledFileLang):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         str | None, or None for a success without a documented body
    """
    return sync_detailed(
        uuid=uuid,
        lang=lang,
        client=client,
    ).parsed


async def asyncio(
    uuid: str,
    lang: GetCompiledFileLang,
    *,
    client: AuthenticatedClient,
) -> str | None:
    """Get the compiled circuit of a job

    The circuit as it was compiled for the backend, as the text of a program in the chosen language.

    Args:
        uuid (str):
        lang (GetCompiledFileLang):

    Raises:
        ApiStatusError: If the service answers with a status outside 200 to 299.
        httpx.TimeoutException: If the request takes longer than the client's timeout.

    Returns:
         str | None, or None for a success without a documented body
    """
    response = await asyncio_detailed(
        uuid=uuid,
        lang=lang,
        client=client,
    )
    return response.parsed
