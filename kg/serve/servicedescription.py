"""An endpoint's address in, its SPARQL 1.1 Service Description out."""

from typing import Final

import pyoxigraph as ox

from kg.serve.syntaxes import GRAPHS_ON_OFFER, HTML, ROWS
from kg.vocab import term

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_NAMES: Final = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/ld+json": "JSON-LD",
    "application/rdf+xml": "RDF_XML",
}


def service_description(endpoint: str, syntax: ox.RdfFormat) -> bytes:
    """The description in a syntax of graphs."""
    service = ox.NamedNode(endpoint)
    said = [
        (term("rdf:type"), _sd("Service")),
        (_sd("endpoint"), service),
        (_sd("supportedLanguage"), _sd("SPARQL11Query")),
        *((_sd("resultFormat"), _format(media)) for media in (*ROWS.values(), *GRAPHS_ON_OFFER) if media != HTML),
    ]
    prefixes = {"sd": _SD, "formats": _FORMATS}
    return ox.serialize((ox.Triple(service, p, o) for p, o in said), format=syntax, prefixes=prefixes) or b""


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SD + name)


def _format(media: str) -> ox.NamedNode:
    return ox.NamedNode(_FORMATS + _NAMES[media])
