"""A graph and where its site stands in; its description as VoID, DCAT and schema:Dataset out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg.vocab import term

VOID: Final = "http://rdfs.org/ns/void#"
DCAT: Final = "http://www.w3.org/ns/dcat#"
DUMP: Final = "graph.nq.gz"
_PREFIXES: Final = {
    "void": VOID,
    "dcat": DCAT,
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "http://schema.org/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True, slots=True)
class Dataset:
    """What there is to say of the graph as a whole; `licence` and `endpoint` are IRIs, or empty."""

    url: str
    title: str
    description: str
    licence: str
    endpoint: str
    triples: int
    entities: int

    def turtle(self) -> bytes:
        """The description as Turtle."""
        dataset, dump = ox.NamedNode(f"{self.url}#dataset"), ox.NamedNode(self.url + DUMP)
        said: list[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]] = [
            *((dataset, term("rdf:type"), c) for c in (_void("Dataset"), _dcat("Dataset"), term("schema:Dataset"))),
            (dataset, term("dcterms:title"), ox.Literal(self.title)),
            (dataset, term("dcterms:description"), ox.Literal(self.description)),
            (dataset, _void("triples"), ox.Literal(self.triples)),
            (dataset, _void("entities"), ox.Literal(self.entities)),
            (dataset, _void("uriSpace"), ox.Literal(self.url)),
            (dataset, _void("dataDump"), dump),
            (dataset, _void("vocabulary"), ox.NamedNode("http://schema.org/")),
            (dataset, _dcat("landingPage"), ox.NamedNode(f"{self.url}index.html")),
            (dataset, _dcat("distribution"), dump),
            (dump, term("rdf:type"), _dcat("Distribution")),
            (dump, _dcat("downloadURL"), dump),
            (dump, term("dcterms:format"), ox.Literal("application/n-quads")),
        ]
        if self.licence:
            said.append((dataset, term("dcterms:license"), ox.NamedNode(self.licence)))
        if self.endpoint:
            said.append((dataset, _void("sparqlEndpoint"), ox.NamedNode(self.endpoint)))
        return ox.serialize((ox.Triple(*s) for s in said), format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES) or b""

    def json_ld(self) -> Mapping[str, object]:
        """The description as search engines for data read it."""
        download = {
            "@id": self.url + DUMP,
            "@type": "DataDownload",
            "contentUrl": self.url + DUMP,
            "encodingFormat": "application/n-quads",
        }
        return {
            "@context": "https://schema.org",
            "@id": f"{self.url}#dataset",
            "@type": "Dataset",
            "name": self.title,
            "description": self.description,
            "url": self.url,
            **({"license": self.licence} if self.licence else {}),
            "distribution": download,
        }


def _void(name: str) -> ox.NamedNode:
    return ox.NamedNode(VOID + name)


def _dcat(name: str) -> ox.NamedNode:
    return ox.NamedNode(DCAT + name)
