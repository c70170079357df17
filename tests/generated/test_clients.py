"""The generated clients: no key in sight, finite timeouts, and no client that changes under another one's hands."""

from __future__ import annotations

import httpx
import pytest


@pytest.fixture
def client(package):
    module = package.module("client")
    return module.AuthenticatedClient(
        "http://127.0.0.1:9",
        "secret-key",
        headers={"X-API-KEY": "secret-header"},
        cookies={"session": "secret-cookie"},
        httpx_args={"auth": ("user", "secret-password")},
    )


def test_the_repr_shows_no_secret(client):
    client.get_httpx_client()
    assert "secret" not in repr(client)
    assert "secret" not in repr(client.with_headers({"Authorization": "secret"}))
    assert "127.0.0.1" in repr(client)


@pytest.mark.parametrize(
    "change",
    [
        lambda client: client.with_headers({"x-new": "1"}),
        lambda client: client.with_cookies({"new": "1"}),
        lambda client: client.with_timeout(httpx.Timeout(1.0)),
    ],
    ids=["headers", "cookies", "timeout"],
)
def test_a_changed_copy_leaves_the_original_alone(client, change):
    with client as original:
        live = original.get_httpx_client()
        before = (dict(live.headers), dict(live.cookies), live.timeout)
        with change(original) as other:
            assert other.get_httpx_client() is not live
        assert (dict(live.headers), dict(live.cookies), live.timeout) == before


def test_the_key_is_not_written_into_the_callers_headers(package):
    headers = {"x-own": "1"}
    client = package.module("client").AuthenticatedClient("http://127.0.0.1:9", "secret-key", headers=headers)
    assert client.get_httpx_client().headers["authorization"] == "Bearer secret-key"
    assert headers == {"x-own": "1"}


def test_the_timeout_is_finite_unless_told(package):
    module = package.module("client")
    assert module.Client("http://127.0.0.1:9").get_httpx_client().timeout == httpx.Timeout(30.0)
    assert module.Client("http://127.0.0.1:9", timeout=None).get_async_httpx_client().timeout == httpx.Timeout(None)


def test_a_changed_timeout_is_the_one_that_counts(package):
    client = package.module("client").Client("http://127.0.0.1:9").with_timeout(httpx.Timeout(1.0))
    assert client.get_httpx_client().timeout == httpx.Timeout(1.0)
    assert client.get_async_httpx_client().timeout == httpx.Timeout(1.0)


@pytest.mark.parametrize("kind", ["Client", "AuthenticatedClient"])
@pytest.mark.parametrize("made", ["Client", "AsyncClient"])
def test_certificates_are_checked_and_redirects_are_not_followed_unless_told(package, monkeypatch, kind, made):
    asked = []
    monkeypatch.setattr(httpx, made, lambda **given: asked.append((given["verify"], given["follow_redirects"])))
    key = () if kind == "Client" else ("test-key",)
    for told in ({}, {"verify_ssl": False, "follow_redirects": True}):
        client = getattr(package.module("client"), kind)("http://127.0.0.1:9", *key, **told)
        client.get_httpx_client() if made == "Client" else client.get_async_httpx_client()
    assert asked == [(True, False), (False, True)]


def test_a_client_of_ones_own_is_used(package):
    with httpx.Client() as own:
        assert package.module("client").Client("http://127.0.0.1:9").set_httpx_client(own).get_httpx_client() is own


def test_the_package_offers_its_clients(package):
    top = package.module("client").__package__
    module = __import__(top, fromlist=["Client"])
    assert module.Client is package.module("client").Client
    with pytest.raises(AttributeError):
        _ = module.NoSuchThing
