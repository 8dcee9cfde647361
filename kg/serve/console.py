"""The pages for people: where the server begins, and where a query can be written."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.query import Query, catalogue
from kg.serve.html import page
from kg.serve.syntaxes import ROWS

STATIC: Final = Path(__file__).parent / "static"
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
    """A field for a query, and the canned queries to begin with; with YASGUI in its place where that is installed."""
    choices = "".join(f"<option>{name}</option>" for name in ("html", *(n for n in ROWS if n != "html")))
    form = (
        '<form action="sparql" id="plain"><p><textarea name="query" rows="16" spellcheck="false">'
        f'{escape(_FIRST)}</textarea></p><p><select name="format">{choices}</select> <button>Ask</button></p></form>'
    )
    return HTMLResponse(page("SPARQL", ("<h1>SPARQL</h1>", *_editor(), form, *_examples()), script=_scripts()))


def has_yasgui() -> bool:
    """Whether the editor is there; `make yasgui` fetches it."""
    return (STATIC / "yasgui.min.js").is_file()


def _editor() -> Iterator[str]:
    if has_yasgui():
        yield '<p><select id="examples" hidden><option value="">Queries to begin with</option></select></p>'
        yield '<div id="yasgui"></div>'


def _scripts() -> str:
    if not has_yasgui():
        return ""
    return (
        '<link rel="stylesheet" href="static/yasgui.min.css">\n<script defer src="static/yasgui.min.js"></script>\n'
        '<script defer src="static/page.js"></script>\n'
    )


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
