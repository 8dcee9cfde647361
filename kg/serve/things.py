"""Things by their IRI: /movie/x leads with 303 to the document that suits the client, /movie/x.ttl is one of them."""

from typing import Final
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.serve.html import Links
from kg.serve.jobs import Describe
from kg.serve.negotiation import negotiate
from kg.serve.responses import cached, service_of
from kg.serve.syntaxes import HTML

# What a document about a thing may be: its suffix (no slug of a thing has a dot), media type and exporter.
_DOCUMENTS: Final = {
    "html": (HTML, "html"),
    "ttl": ("text/turtle", "turtle"),
    "jsonld": ("application/ld+json", "jsonld"),
    "nt": ("application/n-triples", "ntriples"),
}


async def thing(request: Request) -> Response:
    """A thing is no document: 303 See Other to one about it (Cool URIs for the Semantic Web §4.2)."""
    kind, name = request.path_params["kind"], request.path_params["name"]
    slug, dot, suffix = name.partition(".")
    if not dot:
        return _see_other(request, name)
    if suffix not in _DOCUMENTS:
        raise HTTPException(404, f"documents about things end in {', '.join(f'.{s}' for s in _DOCUMENTS)}")
    base = service_of(request).base
    return await cached(request, Describe(f"{base}{kind}/{slug}", _DOCUMENTS[suffix][1], Links(base, "../")))


def _see_other(request: Request, slug: str) -> Response:
    media = negotiate(request.headers.get("accept", "*/*"), [media for media, _ in _DOCUMENTS.values()])
    if media is None:
        raise HTTPException(406, f"things are described as {', '.join(media for media, _ in _DOCUMENTS.values())}")
    suffix = next(suffix for suffix, (offered, _) in _DOCUMENTS.items() if offered == media)
    return Response(status_code=303, headers={"location": f"{quote(slug, safe='')}.{suffix}", "vary": "accept"})
