"""The SPARQL 1.1 Protocol, queries only (§2.1): GET, POST of a form, POST of the query; a description without one."""

import asyncio
from collections.abc import Sequence
from typing import Final
from urllib.parse import parse_qsl

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.serve.console import console
from kg.serve.html import Links
from kg.serve.jobs import Sparql
from kg.serve.negotiation import negotiate
from kg.serve.reply import Reply
from kg.serve.responses import cached, response, service_of, uncached
from kg.serve.servicedescription import service_description
from kg.serve.syntaxes import GRAPHS, GRAPHS_ON_OFFER, HTML, ROWS, graph_syntax

_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
_PATIENCE: Final = 10.0  # seconds that a client has to send its request
_PATIENT: Final = 4  # times the size that a request may have
_MOST_FIELDS: Final = 1000
_READ_ONLY: Final = "updates are refused: this endpoint is read-only"


async def sparql(request: Request) -> Response:
    """The endpoint."""
    given = request.query_params
    if request.method != "POST":
        if "query" not in given:
            if "update" in given:
                raise HTTPException(403, _READ_ONLY)
            return _described(request)
        return await cached(request, _job(request, given))
    return await uncached(request, _job(request, await _posted(request)))


async def _posted(request: Request) -> QueryParams:
    """The fields of a form, or the body as the query and the rest from the address."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == _UPDATE:
        raise HTTPException(403, _READ_ONLY)
    if kind not in (_FORM, _QUERY):
        raise HTTPException(415, f"POST a query as {_QUERY}, or a form as {_FORM}")
    body = await _body(request)
    if kind == _QUERY:
        return QueryParams([*request.query_params.multi_items(), ("query", body)])
    try:
        return QueryParams(parse_qsl(body, keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError as error:
        raise HTTPException(400, "the form has too many fields") from error


async def _body(request: Request) -> str:
    """The body; of one that is too large, the rest is read for a while, so that the client reads why it was refused."""
    most = service_of(request).settings.request
    body, size = bytearray(), 0
    try:
        async with asyncio.timeout(_PATIENCE):
            async for chunk in request.stream():
                size += len(chunk)
                if size <= most:
                    body += chunk
                elif size > most * _PATIENT:
                    break
        if size > most:
            raise HTTPException(413, f"a request may have {most:,} bytes", {"connection": "close"})
        return body.decode()
    except TimeoutError as error:
        raise HTTPException(408, "the request did not come to its end", {"connection": "close"}) from error
    except UnicodeDecodeError as error:
        raise HTTPException(400, "the request is not UTF-8") from error


def _job(request: Request, given: QueryParams) -> Sparql:
    if "update" in given:
        raise HTTPException(403, _READ_ONLY)
    queries = given.getlist("query")
    if len(queries) != 1:
        raise HTTPException(400, "give one query, as the parameter query or as the body of a POST")
    return Sparql(
        queries[0],
        _accepted(request, given),
        Links(service_of(request).base, ""),
        _iris(given, "default-graph-uri"),
        _iris(given, "named-graph-uri"),
    )


def _accepted(request: Request, given: QueryParams) -> str:
    """`format=csv` goes before the header, which a browser's address bar cannot set; it may name rows and graphs."""
    names = given.getlist("format")
    if not names:
        return request.headers.get("accept", "*/*")
    media = [m for name in names for m in (ROWS.get(name), GRAPHS.get(name)) if m]
    if not media:
        raise HTTPException(400, f"format is one of {', '.join((*ROWS, *GRAPHS))}")
    return ",".join(media)


def _iris(given: QueryParams, name: str) -> tuple[str, ...] | None:
    return tuple(given.getlist(name)) or None


def _described(request: Request) -> Response:
    """The service description (SPARQL 1.1 Service Description §2), or for a browser the page to write queries on."""
    offered: Sequence[str] = (*GRAPHS_ON_OFFER, HTML)
    media = negotiate(request.headers.get("accept", "*/*"), offered)
    if media is None:
        raise HTTPException(406, f"the endpoint is described as {', '.join(offered)}")
    if media == HTML:
        return console(request)
    return response(Reply(service_description(str(request.url.replace(query="")), graph_syntax(media)), media))
