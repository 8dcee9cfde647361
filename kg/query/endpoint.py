"""A SPARQL endpoint on the web: a query in, its answer as the embedded store would give it out."""

import json
from typing import Any, Final
from urllib import request
from urllib.error import URLError

import pyoxigraph as ox
from SPARQLWrapper import JSON, POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException, Unauthorized

from kg.errors import InputError
from kg.store.credentials import HINT, Credentials

_TIMEOUT: Final = 300  # seconds


class Endpoint:
    """Name and password, or a token, come from the environment (`kg.store.credentials`)."""

    def __init__(self, url: str) -> None:
        self._url = url

    def query(self, query: str) -> ox.QuerySolutions | ox.QueryBoolean:
        """The answer to a SELECT or ASK. InputError when there is none."""
        try:
            answer = self._client(query).query().response.read()
            return ox.parse_query_results(_standard(answer), format=ox.QueryResultsFormat.JSON)
        except (SPARQLWrapperException, URLError, OSError) as error:
            raise InputError(f"{self._url}: {_told(error)}") from error
        except (ValueError, SyntaxError, LookupError, TypeError, AttributeError) as error:
            raise InputError(f"{self._url}: its answer is not SPARQL 1.1 JSON: {error}") from error

    def _client(self, query: str) -> Any:
        client = SPARQLWrapper(self._url)
        client.setQuery(query)
        client.setMethod(POST)
        client.setReturnFormat(JSON)
        client.setTimeout(_TIMEOUT)
        given = Credentials.given()
        if given.user and given.way == "digest":
            _answer_digests(self._url, given.user, given.password)
        elif given.user:
            client.setCredentials(given.user, given.password)
        if given.token:
            client.addCustomHttpHeader("Authorization", f"Bearer {given.token}")
        return client


def _answer_digests(url: str, user: str, password: str) -> None:
    """Lets urllib, which SPARQLWrapper asks with, answer a server's challenge whatever realm it names."""
    passwords = request.HTTPPasswordMgrWithDefaultRealm()
    passwords.add_password(None, url, user, password)
    request.install_opener(request.build_opener(request.HTTPDigestAuthHandler(passwords)))


def _told(error: Exception) -> str:
    """The beginning of an error's words, on one line, and what to do about a lock."""
    words = " ".join(str(error).split())[:300].rstrip(".")
    locked = isinstance(error, Unauthorized) or getattr(error, "code", None) in (401, 403)
    return f"{words}; {HINT}" if locked else words


def _standard(results: bytes) -> bytes:
    """The results with the one type that literals have in SPARQL 1.1; Virtuoso has another for typed ones."""
    found = json.loads(results)
    for row in found.get("results", {}).get("bindings", ()):
        for cell in row.values():
            if cell["type"] == "typed-literal":
                cell["type"] = "literal"
    return json.dumps(found).encode()
