"""A store and the IRI of a thing in; what the graph says of the thing, with the parts that are only its own, out."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

import pyoxigraph as ox

from kg.export import Graph
from kg.vocab import term

_MERGED: Final = ox.DefaultGraph()
_MOST: Final = 500  # statements that others make of a thing, such as films of a country
_TYPE: Final = term("rdf:type")
# Things that are told of nowhere but with the thing they belong to.
_PARTS: Final = frozenset(
    term(name)
    for name in (
        "schema:PerformanceRole",
        "schema:PublicationEvent",
        "schema:Review",
        "schema:Rating",
        "schema:AggregateRating",
    )
)
_LABELS: Final = (term("schema:name"), term("schema:datePublished"), term("schema:disambiguatingDescription"))


def about(store: ox.Store, thing: ox.NamedNode) -> Graph:
    """Triples about the thing, its parts and the names of what it is linked with; for a graph's IRI, what is in it.

    What only a named graph tells (evidence, documents) is taken from there.
    """
    own = list(store.quads_for_pattern(thing, None, None, _MERGED))
    own = own or list(store.quads_for_pattern(thing, None, None)) + list(
        store.quads_for_pattern(None, None, None, thing)
    )
    of_it = list(islice(store.quads_for_pattern(None, None, thing, _MERGED), _MOST))
    parts = [q for quad in own for q in _part(store, quad.object)]
    linked = {q.object for q in (*own, *parts)} | {q.subject for q in of_it}
    labels = [q for node in linked for q in _labels(store, node)]
    return Graph.of(ox.Quad(*q.triple) for q in (*own, *of_it, *parts, *labels))


def _part(store: ox.Store, node: object) -> Iterator[ox.Quad]:
    """What is told of a part, and of the parts of it (the rating of a review)."""
    if isinstance(node, ox.NamedNode):
        told = list(store.quads_for_pattern(node, None, None, _MERGED))
        if any(q.predicate == _TYPE and q.object in _PARTS for q in told):
            yield from told
            for quad in told:
                if quad.predicate == term("schema:reviewRating") and isinstance(quad.object, ox.NamedNode):
                    yield from store.quads_for_pattern(quad.object, None, None, _MERGED)


def _labels(store: ox.Store, node: object) -> Iterator[ox.Quad]:
    if isinstance(node, ox.NamedNode):
        for label in _LABELS:
            yield from store.quads_for_pattern(node, label, None, _MERGED)
