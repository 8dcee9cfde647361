"""A triple store on the web: triples and updates in, what it holds out. What fails for a while is tried again."""

from collections.abc import Iterable, Mapping
from typing import Final

import httpx
import pyoxigraph as ox
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

from kg.errors import InputError, OutputError, UsageError
from kg.store.credentials import HINT, Credentials
from kg.store.plan import beside
from kg.store.profiles import Profile

_TRANSIENT: Final = frozenset((408, 425, 429, 500, 502, 503, 504))
_ATTEMPTS: Final = 7
_LONGEST_WAIT: Final = 30.0  # seconds between two attempts
_TIMEOUT: Final = httpx.Timeout(300.0, connect=10.0)
_TRIPLES: Final = {"content-type": "application/n-triples"}
_ACCEPT: Final = {"accept": "application/n-triples, text/turtle;q=0.5"}


class _TransientError(Exception):
    """An answer that may be another one in a moment."""

    def __init__(self, response: httpx.Response) -> None:
        super().__init__(_said(response))
        wait = response.headers.get("retry-after", "")
        self.wait = float(wait) if wait.isdigit() else 0.0


class Remote:
    """One store; to be closed."""

    def __init__(self, url: str, profile: Profile, transport: httpx.BaseTransport | None = None) -> None:
        self._url = _checked(url)
        self._profile = profile
        given = Credentials.given()
        headers = {"authorization": f"Bearer {given.token}"} if given.token else {}
        auth = _auth(given, profile)
        self._client = httpx.Client(auth=auth, headers=headers, timeout=_TIMEOUT, transport=transport)

    def close(self) -> None:
        """Lets the connection go."""
        self._client.close()

    def add(self, graph: str | None, triples: Iterable[ox.Triple]) -> None:
        """Puts triples into a graph, beside what is there. OutputError."""
        self._write("POST", graph, triples)

    def put(self, graph: str | None, triples: Iterable[ox.Triple]) -> None:
        """Puts triples in the place of all that is in a graph. OutputError."""
        self._write("PUT", graph, triples)

    def copy(self, graph: str | None) -> None:
        """Puts what was loaded beside a graph in the place of all that is in it, in one step. OutputError."""
        self._update(f"COPY <{beside(graph)}> TO {_target(graph)}")

    def drop(self, graph: str | None) -> None:
        """Drops what was loaded beside a graph. OutputError."""
        self._update(f"DROP SILENT GRAPH <{beside(graph)}>")

    def triples(self, graph: str | None) -> list[ox.Triple]:
        """All triples of a graph; none when the store does not know it. InputError."""
        response = self._get(graph)
        if response.status_code == 404:
            return []
        self._refuse(response, InputError)
        media = response.headers.get("content-type", "").partition(";")[0]
        syntax = ox.RdfFormat.from_media_type(media) or ox.RdfFormat.N_TRIPLES
        try:
            return [quad.triple for quad in ox.parse(response.content, format=syntax, base_iri=self._url)]
        except SyntaxError as error:
            raise InputError(f"{self._url}: <{graph}> does not come as RDF: {error}") from error

    def _get(self, graph: str | None) -> httpx.Response:
        if self._profile.graphs is not None:
            return self._sent("GET", self._profile.graphs, params=self._named(graph), headers=_ACCEPT)
        pattern = "{ ?s ?p ?o }" if graph is None else f"{{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {pattern}"
        return self._sent("POST", self._profile.query, data={"query": query}, headers=_ACCEPT)

    def _write(self, method: str, graph: str | None, triples: Iterable[ox.Triple]) -> None:
        lines = "".join(f"{triple} .\n" for triple in triples)
        if self._profile.graphs is None:
            cleared = f"CLEAR SILENT {_target(graph, keyword='GRAPH ')} ;\n" if method == "PUT" else ""
            inside = lines if graph is None else f"GRAPH <{graph}> {{\n{lines}}}"
            self._update(f"{cleared}INSERT DATA {{\n{inside}}}")
            return
        path, named = self._profile.graphs, self._named(graph)
        self._refuse(self._sent(method, path, params=named, content=lines.encode(), headers=_TRIPLES), OutputError)

    def _update(self, text: str) -> None:
        headers = {"content-type": "application/sparql-update"}
        self._refuse(self._sent("POST", self._profile.update, content=text.encode(), headers=headers), OutputError)

    def _named(self, graph: str | None) -> dict[str, str]:
        return {"default": ""} if graph is None else {self._profile.graph: graph}

    def _sent(self, method: str, path: str, **request: object) -> httpx.Response:
        """The answer; asked for again, after a longer time each, while there is none or one that may change."""
        again = Retrying(
            retry=retry_if_exception_type((httpx.TransportError, _TransientError)),
            stop=stop_after_attempt(_ATTEMPTS),
            wait=_pause,
            reraise=True,
        )
        try:
            return again(self._once, method, self._url + path, request)
        except (httpx.TransportError, _TransientError) as error:
            told = f"{self._url}{path}: {error or type(error).__name__}"
            raise OutputError(f"{told}; the same command goes on there") from error

    def _once(self, method: str, url: str, request: Mapping[str, object]) -> httpx.Response:
        response = self._client.request(method, url, **request)  # type: ignore[arg-type]
        if response.status_code in _TRANSIENT:
            raise _TransientError(response)
        return response

    def _refuse(self, response: httpx.Response, error: type[InputError] | type[OutputError]) -> None:
        if response.status_code in (401, 403):
            raise error(f"{response.url}: {_said(response)}; {HINT}")
        if not response.is_success:
            raise error(f"{response.url}: {_said(response)}")


def _pause(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    asked = error.wait if isinstance(error, _TransientError) else 0.0
    return min(max(asked, wait_exponential_jitter(multiplier=0.2, max=_LONGEST_WAIT, jitter=0.2)(state)), _LONGEST_WAIT)


def _checked(url: str) -> str:
    parts = httpx.URL(url)
    if parts.scheme not in ("http", "https") or not parts.host:
        raise UsageError(f"{url!r} is not the address of a store, such as http://localhost:7878")
    if parts.userinfo:
        raise UsageError("leave name and password out of the address; set KG_STORE_USER and KG_STORE_PASSWORD")
    return url.rstrip("/")


def _auth(given: Credentials, profile: Profile) -> httpx.Auth | None:
    if not given.user:
        return None
    way = httpx.DigestAuth if (given.way or profile.auth) == "digest" else httpx.BasicAuth
    return way(given.user, given.password)


def _target(graph: str | None, keyword: str = "") -> str:
    return "DEFAULT" if graph is None else f"{keyword}<{graph}>"


def _said(response: httpx.Response) -> str:
    """Status and the beginning of what the store says, on one line."""
    words = " ".join(response.text.split())[:200]
    return f"{response.status_code} {response.reason_phrase}" + (f": {words}" if words else "")
