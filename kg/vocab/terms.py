"""The ontology as the program needs it: CURIE in, IRI and properties of the relation out (from ontology/film.ttl)."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import pyoxigraph as ox

from kg import assets
from kg.errors import UsageError
from kg.model import Kind

PREFIXES: Final[dict[str, str]] = {
    "schema": "http://schema.org/",
    "kg": "https://w3id.org/film-kg#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}

_CLASSES: Final[dict[Kind, str]] = {
    Kind.MOVIE: "schema:Movie",
    Kind.PERSON: "schema:Person",
    Kind.ORGANIZATION: "schema:Organization",
    Kind.COUNTRY: "schema:Country",
    Kind.CHARACTER: "kg:FictionalCharacter",
    Kind.ROLE: "schema:PerformanceRole",
    Kind.RELEASE: "schema:PublicationEvent",
    Kind.REVIEW: "schema:Review",
    Kind.RATING: "schema:Rating",
    Kind.AGGREGATE: "schema:AggregateRating",
    Kind.REVIEWER: "schema:Person",
    Kind.WORK: "schema:CreativeWork",
    Kind.BOOK: "schema:Book",
}
_KNOWN: Final = 1 << 12  # names that are kept at hand: more than the ontology has


@dataclass(frozen=True, slots=True)
class Relation:
    """One property: `supers` are written out beside it; a functional one holds one value in the default graph."""

    curie: str
    iri: str
    label: str
    comment: str
    supers: tuple[str, ...]
    functional: bool


@lru_cache(_KNOWN)
def expand(name: str) -> str:
    """IRI of a CURIE such as "schema:director"."""
    prefix, _, local = name.partition(":")
    if prefix not in PREFIXES:
        raise UsageError.unknown("prefix", prefix, PREFIXES)
    return PREFIXES[prefix] + local


@lru_cache(_KNOWN)
def curie(iri: str) -> str:
    """Shortest CURIE of an IRI; the IRI itself where no prefix fits."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


@lru_cache(_KNOWN)
def term(name: str) -> ox.NamedNode:
    """RDF term of a CURIE."""
    return ox.NamedNode(expand(name))


@cache
def class_iri(kind: Kind) -> str:
    """IRI of the class that things of this kind have."""
    return expand(_CLASSES[kind])


@cache
def relations() -> dict[str, Relation]:
    """Every relation of the ontology by its CURIE."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in ox.parse(path=str(assets.folder("ontology") / "film.ttl")):
        if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode | ox.Literal):
            said[triple.subject.value][curie(triple.predicate.value)].append(triple.object.value)
    properties = (i for i, p in said.items() if expand("rdf:Property") in p["rdf:type"])
    return {r.curie: r for r in (_relation(iri, said[iri]) for iri in sorted(properties))}


def relation(name: str) -> Relation:
    """The relation with this CURIE."""
    known = relations()
    if name not in known:
        raise UsageError.unknown("relation", name, known)
    return known[name]


def _relation(iri: str, said: dict[str, list[str]]) -> Relation:
    return Relation(
        curie=curie(iri),
        iri=iri,
        label=next(iter(said["rdfs:label"]), ""),
        comment=next(iter(said["rdfs:comment"]), ""),
        supers=tuple(sorted(curie(s) for s in said["rdfs:subPropertyOf"])),
        functional=expand("owl:FunctionalProperty") in said["rdf:type"],
    )
