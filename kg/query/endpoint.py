"""A SPARQL endpoint on the web: a query in, its answer as the embedded store would give it out."""

import json
import os
from typing import Any, Final
from urllib.error import URLError

import pyoxigraph as ox
from SPARQLWrapper import JSON, POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from kg.errors import InputError

_TIMEOUT: Final = 300  # seconds


class Endpoint:
    """Name and password, or a token, come from KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN."""

    def __init__(self, url: str) -> None:
        self._url = url

    def query(self, query: str) -> ox.QuerySolutions | ox.QueryBoolean:
        """The answer to a SELECT or ASK. InputError when there is none."""
        try:
            answer = self._client(query).query().response.read()
            return ox.parse_query_results(_standard(answer), format=ox.QueryResultsFormat.JSON)
        except (SPARQLWrapperException, URLError, OSError) as error:
            raise InputError(f"{self._url}: {' '.join(str(error).split())[:300]}") from error
        except (ValueError, SyntaxError, LookupError, TypeError, AttributeError) as error:
            raise InputError(f"{self._url}: its answer is not SPARQL 1.1 JSON: {error}") from error

    def _client(self, query: str) -> Any:
        client = SPARQLWrapper(self._url)
        client.setQuery(query)
        client.setMethod(POST)
        client.setReturnFormat(JSON)
        client.setTimeout(_TIMEOUT)
        if user := os.environ.get("KG_STORE_USER"):
            client.setCredentials(user, os.environ.get("KG_STORE_PASSWORD", ""))
        if token := os.environ.get("KG_STORE_TOKEN"):
            client.addCustomHttpHeader("Authorization", f"Bearer {token}")
        return client


def _standard(results: bytes) -> bytes:
    """The results with the one type that literals have in SPARQL 1.1; Virtuoso has another for typed ones."""
    found = json.loads(results)
    for row in found.get("results", {}).get("bindings", ()):
        for cell in row.values():
            if cell["type"] == "typed-literal":
                cell["type"] = "literal"
    return json.dumps(found).encode()
