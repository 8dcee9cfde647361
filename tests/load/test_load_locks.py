"""Stores behind locks: names, passwords and tokens of the environment open them, for loads and for queries alike."""

import base64
import hashlib
from dataclasses import replace

import pytest
from triple_stores import door

from kg.errors import InputError, UsageError
from kg.query.endpoint import Endpoint
from kg.store.credentials import Credentials
from kg.store.loading import load
from kg.store.profiles import profile

OXIGRAPH = profile("oxigraph")
ROUTES = {path: (path, {}) for path in ("/store", "/query")}


def basic(request):
    wanted = "Basic " + base64.b64encode(b"ann:p:w").decode()
    return None if request.headers["authorization"] == wanted else (401, {}, b"")


def bearer(request):
    return None if request.headers["authorization"] == "Bearer t0k3n" else (401, {}, b"")


def digest(request):
    """Lets those in who answer the challenge (RFC 7616 §3.4) as ann with the password p:w."""
    given = request.headers.get("authorization", "")
    if not given.startswith("Digest "):
        return 401, {"www-authenticate": 'Digest realm="x", nonce="abc", qop="auth", algorithm=MD5'}, b""
    said = dict(part.strip().split("=", 1) for part in given.removeprefix("Digest ").split(", "))
    said = {name: value.strip('"') for name, value in said.items()}
    one, two = md5("ann:x:p:w"), md5(f"{request.command}:{said['uri']}")
    right = md5(f"{one}:abc:{said['nc']}:{said['cnonce']}:auth:{two}")
    return None if said["response"] == right else (403, {}, b"")


def md5(text):
    return hashlib.md5(text.encode()).hexdigest()


PERSON = {"KG_STORE_USER": "ann", "KG_STORE_PASSWORD": "p:w"}
LOCKS = [
    pytest.param(basic, PERSON, OXIGRAPH, id="basic"),
    pytest.param(digest, PERSON, replace(OXIGRAPH, auth="digest"), id="digest of the kind of store"),
    pytest.param(digest, PERSON | {"KG_STORE_AUTH": "digest"}, OXIGRAPH, id="digest when told"),
    pytest.param(bearer, {"KG_STORE_TOKEN": "t0k3n"}, OXIGRAPH, id="bearer"),
]


@pytest.fixture
def given(monkeypatch):
    """Sets the environment."""
    return lambda names: [monkeypatch.setenv(name, value) for name, value in names.items()]


@pytest.mark.parametrize(("lock", "names", "kind"), LOCKS)
def test_a_load_opens_the_lock(store, out, given, lock, names, kind):
    given(names)
    with door(store, ROUTES, lock) as server:
        done = load(out, server.url, kind)
    assert sum(store.counts().values()) == done.triples > 0


@pytest.mark.parametrize(("lock", "names", "kind"), [lock for lock in LOCKS if "kind" not in lock.id])
def test_a_query_opens_the_lock(store, given, lock, names, kind):
    given(names)
    with door(store, ROUTES, lock) as server:
        assert Endpoint(f"{server.url}/query").query("ASK {}")


@pytest.mark.parametrize(
    "names", [PERSON | {"KG_STORE_PASSWORD": "wrong", "KG_STORE_AUTH": way} for way in ("basic", "digest")]
)
def test_a_query_with_the_wrong_password_is_refused_with_what_to_do(store, given, names):
    given(names)
    lock = digest if names["KG_STORE_AUTH"] == "digest" else basic
    with door(store, ROUTES, lock) as server, pytest.raises(InputError, match="set KG_STORE_USER"):
        Endpoint(f"{server.url}/query").query("ASK {}")


def test_a_way_that_is_none_is_named(given):
    given({"KG_STORE_AUTH": "digets"})
    with pytest.raises(UsageError, match="did you mean digest"):
        Credentials.given()


def test_no_message_shows_a_secret(given):
    given(PERSON | {"KG_STORE_TOKEN": "t0k3n"})
    assert "p:w" not in repr(Credentials.given()) and "t0k3n" not in repr(Credentials.given())
