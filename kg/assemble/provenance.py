"""Documents in, the provenance graph out: what each graph was derived from, and the run and program that made it."""

from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from typing import Final

import pyoxigraph as ox

from kg.assemble.identity import Identity
from kg.assemble.rdf import into
from kg.model import Document, Extraction
from kg.vocab import BaseIri, term
from kg.vocab.iris import short_hash

_TYPE: Final = term("rdf:type")


def provenance(extractions: Sequence[Extraction], identity: Identity, base: BaseIri) -> Iterator[ox.Quad]:
    """Where every document's graph comes from. The run is named by its input and the program's version, by no clock."""
    graph = ox.NamedNode(base.join("graph", "provenance"))
    release = version("kg")
    read = (part for e in extractions for part in (e.document.id, e.document.sha256))
    run = ox.NamedNode(base.join("run", short_hash(release, *read)))
    agent = ox.NamedNode(base.join("agent", f"kg-{release}"))
    yield from into(graph, _triples(extractions, identity, base, run))
    yield ox.Quad(run, _TYPE, term("prov:Activity"), graph)
    yield ox.Quad(run, term("prov:wasAssociatedWith"), agent, graph)
    yield ox.Quad(agent, _TYPE, term("prov:SoftwareAgent"), graph)
    yield ox.Quad(agent, term("schema:softwareVersion"), ox.Literal(release), graph)


def _triples(
    extractions: Iterable[Extraction], identity: Identity, base: BaseIri, run: ox.NamedNode
) -> Iterator[ox.Triple]:
    for extraction in extractions:
        slug = identity.document(extraction.document.id)
        stated, document = ox.NamedNode(base.join("graph", slug)), ox.NamedNode(base.join("document", slug))
        yield ox.Triple(stated, _TYPE, term("prov:Entity"))
        yield ox.Triple(stated, term("prov:wasDerivedFrom"), document)
        yield ox.Triple(stated, term("prov:wasGeneratedBy"), run)
        yield from _document(document, extraction.document)
        if extraction.about:
            film = identity.iri(extraction.document.id, extraction.about)
            yield ox.Triple(document, term("schema:about"), ox.NamedNode(film))


def _document(node: ox.NamedNode, document: Document) -> Iterator[ox.Triple]:
    yield ox.Triple(node, _TYPE, term("prov:Entity"))
    yield ox.Triple(node, _TYPE, term("schema:DigitalDocument"))
    yield ox.Triple(node, term("schema:identifier"), ox.Literal(document.id))
    yield ox.Triple(node, term("schema:encodingFormat"), ox.Literal(document.media_type))
    yield ox.Triple(node, term("schema:sha256"), ox.Literal(document.sha256))
    if document.url:
        yield ox.Triple(node, term("schema:url"), ox.Literal(document.url, datatype=term("xsd:anyURI")))
