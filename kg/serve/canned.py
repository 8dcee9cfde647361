"""The canned queries as addresses: /queries, /queries/remake-of?film=…&format=csv, /evidence?thing=…"""

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.query import Query, catalogue
from kg.serve.html import Links
from kg.serve.jobs import Canned
from kg.serve.negotiation import negotiate
from kg.serve.responses import cached, service_of
from kg.serve.syntaxes import ROWS

MARKDOWN: Final = "text/markdown"
FORMATS: Final = {**ROWS, "markdown": MARKDOWN}
EVIDENCE: Final = "evidence-for"


async def queries(request: Request) -> Response:
    """Every canned query: what it answers, what it takes, where it is."""
    root = str(request.url.replace(query="")).rstrip("/")
    return JSONResponse([_told(query, f"{root}/{query.name}") for query in catalogue()])


async def canned(request: Request) -> Response:
    """The rows of the canned query that the path names."""
    return await _rows(request, request.path_params["name"], "../")


async def evidence(request: Request) -> Response:
    """The words behind statements: the query evidence-for under a name of its own."""
    return await _rows(request, EVIDENCE, "")


async def _rows(request: Request, name: str, root: str) -> Response:
    if name not in {query.name for query in catalogue()}:
        raise HTTPException(404, f"no query is called {name!r}; /queries names them all")
    given = request.query_params.multi_items()
    if len({key for key, _ in given}) < len(given):
        raise HTTPException(400, "a parameter is given twice")
    parameters = {key: value for key, value in given if key != "format" and value}
    job = Canned(name, parameters, _format(request), Links(service_of(request).base, root))
    return await cached(request, job)


def _format(request: Request) -> str:
    if name := request.query_params.get("format"):
        if name not in FORMATS:
            raise HTTPException(400, f"format is one of {', '.join(FORMATS)}")
        return name
    names = {media: name for name, media in FORMATS.items()} | {"application/json": "json"}
    media = negotiate(request.headers.get("accept", "*/*"), tuple(names))
    if media is None:
        raise HTTPException(406, f"rows can be had as {', '.join(names)}")
    return names[media]


def _told(query: Query, address: str) -> dict[str, object]:
    takes = [{"name": p.name, "type": p.type, "about": p.about, "default": p.default} for p in query.parameters]
    return {
        "name": query.name,
        "title": query.title,
        "purpose": query.purpose,
        "parameters": takes,
        "address": address,
        "query": query.text,
    }
