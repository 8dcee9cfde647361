"""The media types that answers have, each with the short name that `format=` takes."""

from typing import Final, TypeVar

import pyoxigraph as ox

_T = TypeVar("_T")

HTML: Final = "text/html"

ROWS: Final = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "html": HTML,
}
GRAPHS: Final = {
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
}
# Names that clients use for the same syntaxes.
_ALIASES: Final = {
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
}
ROWS_ON_OFFER: Final = (*ROWS.values(), *_ALIASES)
GRAPHS_ON_OFFER: Final = tuple(GRAPHS.values())


def rows_syntax(media: str) -> ox.QueryResultsFormat:
    """The syntax of rows with this media type."""
    return _known(ox.QueryResultsFormat.from_media_type(_ALIASES.get(media, media)))


def graph_syntax(media: str) -> ox.RdfFormat:
    """The syntax of triples with this media type."""
    return _known(ox.RdfFormat.from_media_type(media))


def _known(syntax: _T | None) -> _T:
    assert syntax is not None
    return syntax
