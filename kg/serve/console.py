"""The pages for people: where the server begins, and where a query can be written."""

from collections.abc import Iterator
from html import escape
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.query import Query, catalogue
from kg.serve.html import page
from kg.serve.syntaxes import ROWS

_FIRST: Final = """PREFIX schema: <http://schema.org/>
SELECT ?film ?name WHERE { ?film a schema:Movie ; schema:name ?name }
ORDER BY ?name
LIMIT 100
"""


async def start(_: Request) -> Response:
    """The canned queries, each with a field a parameter, and the ways to go on."""
    ways = (
        '<p><a href="sparql">SPARQL</a> · <a href="queries">queries as JSON</a> · '
        '<a href="openapi.json">OpenAPI</a> · <a href="health">health</a></p>'
    )
    return HTMLResponse(page("Film graph", ("<h1>Film graph</h1>", ways, *map(_form, catalogue()))))


def console(_: Request) -> Response:
    """A field for a query, and the canned queries to begin with."""
    choices = "".join(f"<option>{name}</option>" for name in ("html", *(n for n in ROWS if n != "html")))
    form = (
        '<form action="sparql"><p><textarea name="query" rows="16" spellcheck="false">'
        f'{escape(_FIRST)}</textarea></p><p><select name="format">{choices}</select> <button>Ask</button></p></form>'
    )
    return HTMLResponse(page("SPARQL", ("<h1>SPARQL</h1>", form, *_examples())))


def _examples() -> Iterator[str]:
    for query in catalogue():
        yield f"<details><summary>{escape(query.title)}</summary><pre>{escape(query.text)}</pre></details>"


def _form(query: Query) -> str:
    fields = "".join(
        f'<label>{escape(p.name)} <input name="{escape(p.name)}" placeholder="{escape(p.about)}"></label> '
        for p in query.parameters
    )
    return (
        f"<h2>{escape(query.title)}</h2><p>{escape(query.purpose)}</p>"
        f'<form action="queries/{query.name}">{fields}<input type="hidden" name="format" value="html">'
        "<button>Ask</button></form>"
    )
