"""Everything that was found out, in; the quads of a build's graphs, out, each once and none with a blank node."""

from collections.abc import Iterable, Iterator, Sequence

import pyoxigraph as ox

from kg.assemble.curation import curation, quarantine
from kg.assemble.evidence import FULL, Encoding, evidence, labelling
from kg.assemble.identity import Identity
from kg.assemble.merging import DESCRIPTION, Merged
from kg.assemble.provenance import provenance
from kg.assemble.rdf import into, object_term, predicates, triples
from kg.assemble.sifting import Sifted
from kg.assemble.statements import ALTERNATE, NAME, TYPE, Statement, told
from kg.model import Extraction, Fact
from kg.vocab import BaseIri, class_iri, term

_TYPE, _NAME, _DESCRIPTION = term(TYPE), term(NAME), term(DESCRIPTION)


def quads(
    extractions: Sequence[Extraction],
    identity: Identity,
    merged: Merged,
    sifted: Sifted,
    base: BaseIri,
    encoding: Encoding = FULL,
) -> Iterator[ox.Quad]:
    """The default graph, a graph a document, evidence, provenance, curation and quarantine, in this order."""
    ordered = sorted(extractions, key=lambda extraction: extraction.document.id)
    yield from (ox.Quad(*triple) for triple in triples(sifted.kept))
    yield from _documents(ordered, identity, merged.facts, base, encoding)
    yield from provenance(ordered, identity, base)
    yield from curation(merged.contests, identity, sifted.kept, base)
    yield from quarantine(sifted, base)


def _documents(
    extractions: Iterable[Extraction], identity: Identity, facts: Sequence[Fact], base: BaseIri, encoding: Encoding
) -> Iterator[ox.Quad]:
    """What each document states, and the evidence that it gives for the facts."""
    described = {fact.subject: fact for fact in facts if fact.relation == DESCRIPTION}
    labels = labelling(facts)
    shown: list[Statement] = []
    for extraction in extractions:
        document = extraction.document.id
        said = told(extraction, identity)
        stated = dict.fromkeys(triple for s in said.asserted for triple in _stated(s, identity, described))
        yield from into(ox.NamedNode(base.join("graph", identity.document(document))), stated)
        shown += [*said.stated, *labels.get(document, ())]
    yield from evidence(shown, identity, base, encoding)


def _stated(said: Statement, identity: Identity, described: dict[str, Fact]) -> Iterator[ox.Triple]:
    """A statement's triples; one that names a thing also gives its type and the name that all graphs show it by."""
    subject, relation, obj = ox.NamedNode(said.subject), said.relation, said.object
    for predicate in predicates(relation):
        yield ox.Triple(subject, predicate, object_term(obj))
    if relation in (NAME, ALTERNATE):
        entity = identity.named[said.subject]
        yield ox.Triple(subject, _TYPE, ox.NamedNode(class_iri(entity.kind)))
        if entity.name:
            yield ox.Triple(subject, _NAME, ox.Literal(entity.name))
    elif relation == TYPE and said.subject in described:
        yield ox.Triple(subject, _DESCRIPTION, object_term(described[said.subject].object))
    elif relation == TYPE and (named := identity.named.get(said.subject)) and named.name:
        yield ox.Triple(subject, _NAME, ox.Literal(named.name))
